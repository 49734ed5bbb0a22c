"""The journal: what happened to one thing, and what happened at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from mithaq.access.models import JournalLine
from mithaq.access.operation import read
from mithaq.access.shapes import PAGE, Line, Listing, Seen, history_of, lines_of, seen_by
from mithaq.access.viewer import Viewer

MOST = 100_000  # lines of one instant that may be passed over


@read("journal.of")
def history(viewer: Viewer, *, thing: str = "") -> tuple[Line, ...]:
    """Who did what to this thing, newest first; empty for what the viewer may not see."""
    return history_of(thing)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A line of the journal with the public id of what it is about; empty for what somebody did with their own account."""

    line: Line
    thing: str
    seen: Seen


@read("journal.recent")
def recent(
    viewer: Viewer, *, operation: str = "", account: str = "", thing: str = "", after: str = ""
) -> Listing[Recorded]:
    """What happened, the newest first, 50 a page: all of it, or of one kind (an operation, or an area such as
    ``meetings``), by one account, or to one thing. Typing that was not sent is nothing that happened."""
    rows = JournalLine.objects.exclude(operation__startswith="drafts.")
    if operation:
        rows = rows.filter(Q(operation=operation) | Q(operation__startswith=f"{operation}."))
    given = {"account": account, "thing": thing}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    at, shown = _left_off(after)
    found = list((rows.filter(at__lte=at) if at else rows).order_by("-pk")[shown : shown + PAGE + 1])
    page = found[:PAGE]
    entries = tuple(
        Recorded(line, row.thing, seen_by(row.label_id)) for row, line in zip(page, lines_of(page), strict=True)
    )
    return Listing(entries, _place_of_last(page, at, shown) if len(found) > PAGE else "")


def _left_off(after: str) -> tuple[datetime | None, int]:
    """The instant at which a page ended, and how many lines of that instant stood on the pages up to there.

    A line has no public id, and its key counts what others did; the instant and what was seen of it tell nothing.
    """
    instant, _, shown = after.partition("~")
    try:
        at = datetime.fromisoformat(instant)
        return (at, min(int(shown), MOST)) if at.tzinfo and shown.isdecimal() else (None, 0)
    except ValueError:
        return None, 0


def _place_of_last(page: list[JournalLine], at: datetime | None, shown: int) -> str:
    last = page[-1].at
    same = sum(row.at == last for row in page) + (shown if at == last else 0)
    return f"{last.isoformat()}~{same}"
