"""``mithaq found username=… email=… name_ar=… name_en=… party=…``: the first account of an empty house, with its password.

It is an officer of the secretariat and adds the parties, its own first, and the other accounts. The password is asked for at a
terminal, else read from standard input.
"""

from __future__ import annotations

import sys
from getpass import getpass

from django.db import transaction
from django.utils.translation import gettext

from mithaq.access.operations import found_house, set_secret
from mithaq.cli.registry import pairs

GIVEN = {"level": "CONFIDENTIAL", "roles": "secretariat", "language": "ar"}


def found(words: list[str]) -> int:
    """Make the account; Refused if there is any."""
    fields = {**GIVEN, **pairs(words[1:])}
    with transaction.atomic():
        founder = found_house(**fields)
        set_secret(founder, account=founder.account, secret=_secret())
    print(
        gettext("The house is founded. Add its parties next: mithaq parties add --as %(who)s")
        % {"who": founder.account}
    )
    return 0


def _secret() -> str:
    if sys.stdin.isatty():
        return getpass(gettext("Password (at least 12 characters): "))
    return sys.stdin.readline().rstrip("\n")
