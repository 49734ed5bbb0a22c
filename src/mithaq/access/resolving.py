"""Resolving what a form sent, inside an operation: labels, party codes, accounts, versions. All raise what doors can say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext

from mithaq.access.markings import Level, Marking, may_see
from mithaq.access.models import Account, Label, Party
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Conflict, Invalid, Problem


def invalid(field: str, message: str, code: str = "invalid", /, **params: Any) -> Invalid:
    """An Invalid about one field; the message is an English msgid."""
    text = gettext(message)
    return Invalid({field: [{"code": code, "message": text % params if params else text}]})


def known_parties(codes: Iterable[str], field: str) -> tuple[str, ...]:
    """These codes, if each names a party the viewer may see; else Invalid for this field, naming the first that does not."""
    wanted = tuple(codes)
    known = set(Party.objects.filter(code__in=wanted).values_list("code", flat=True))
    for code in wanted:
        if code not in known:
            raise invalid(field, "There is no party with the code “%(party)s”.", "unknown_party", party=code)
    return wanted


def label_for(viewer: Viewer, level: str, audience: Iterable[str]) -> Label:
    """The label a form asked for; the viewer's own party is always among those who see it.

    Invalid for an unknown party. Refused (by `Label.objects.of`) if the level is above the viewer's own.
    """
    if level == Level.PUBLIC.name:
        return Label.objects.of(Level.PUBLIC)
    known = known_parties(audience, "audience")
    return Label.objects.of(Level[level], viewer.party, *known)


def narrowed(viewer: Viewer, labels: Iterable[Label]) -> Label:
    """The label of a thing made of things with these labels: who sees all of them. Problem if that would be nobody."""
    marking: Marking | None = None
    for label in labels:
        marking = label.marking if marking is None else marking.joined(label.marking)
    if marking is None or not may_see(viewer.clearance, marking):
        raise Problem("These were released to different parties: nobody would see both.", code="no_common_audience")
    return Label.objects.marked(marking)


def focal_point(username: str, label: Label) -> Account | None:
    """The active account of this name, if it may see what bears this label; None for an empty name; else Invalid."""
    if not username:
        return None
    account = Account.objects.filter(username=username, is_active=True).first()
    if account is None or not may_see(account.viewer().clearance, label.marking):
        raise invalid("focal", "This person has no account here that may see it.", "unknown_account")
    return account


def update_at(rows: models.QuerySet[Any], version: int, **changes: Any) -> None:
    """Update the one row of this query if it still is at this version, and count the version up; else Conflict."""
    if not rows.filter(version=version).update(version=models.F("version") + 1, **changes):
        raise Conflict


def changed(row: Any, **changes: Any) -> dict[str, list[Any]]:
    """What these changes change of a row, as the journal keeps it: field -> [what was, what is], as text or None."""
    told = {}
    for field, new in changes.items():
        old = getattr(row, field)
        if old != new:
            told[field] = [_text(old), _text(new)]
    return told


def _text(value: Any) -> Any:
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)
