"""The start-up check of what may only grow."""

from __future__ import annotations

import pytest
from django.db import connections

from mithaq.access.checks import journal_only_grows
from mithaq.access.schema import guard


@pytest.mark.usefixtures("committed")
def test_a_missing_trigger_is_told_until_it_is_there_again(vendor: str) -> None:
    assert journal_only_grows(["default"]) == []
    assert journal_only_grows(None) == []
    drop = {
        "sqlite": 'DROP TRIGGER "access_journalline:UPDATE"',
        "postgresql": "DROP TRIGGER kept ON access_journalline",
    }
    with connections["owner"].cursor() as cursor:
        cursor.execute(drop[vendor])
    assert [error.id for error in journal_only_grows(["default"])] == ["mithaq.E005"]
    guard("owner")
    assert journal_only_grows(["default"]) == []
