"""Which commitments are asked for. Inside a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from mithaq.access.models import Person
from mithaq.access.operation import find
from mithaq.archive.analysis import analyse
from mithaq.core import clock
from mithaq.register.commitments.models import Commitment, Repeat
from mithaq.register.commitments.states import CLOSED, OPEN
from mithaq.register.meetings.models import Meeting

SAME = (Repeat.Decision.OPEN, Repeat.Decision.SAME)
_GROUPS = {"open": OPEN, "closed": CLOSED}


@dataclass(frozen=True, slots=True)
class Filters:
    """What `commitments.list` can be asked; empty asks for all.

    `q`: words of what was said, of its names or of who said it, or its reference. `state`: states, or open, or closed,
    separated by commas. `party`: speaks, is addressed or owns. `speaker`: the id of who said it.
    `since`, `until`: partial dates of when it was said.
    """

    q: str = ""
    state: str = ""
    owner: str = ""
    party: str = ""
    kind: str = ""
    area: str = ""
    meeting: str = ""
    speaker: str = ""
    since: str = ""
    until: str = ""
    overdue: bool = False
    repeated: bool = False

    def rows(self) -> QuerySet[Commitment]:
        """The commitments asked for, in no order yet."""
        rows: QuerySet[Commitment] = Commitment.objects.filter(**self._plain())
        if self.party:
            code = f",{self.party},"
            rows = rows.filter(Q(by__contains=code) | Q(addressees__contains=code) | Q(owner=self.party))
        if self.until:
            rows = rows.filter(said_on__lte=_last_of(self.until))
        if self.repeated:
            pairs = Repeat.objects.filter(decision__in=SAME)
            rows = rows.filter(Q(pk__in=pairs.values("later_id")) | Q(pk__in=pairs.values("earlier_id")))
        return _saying(rows, self.q)

    def _plain(self) -> dict[str, Any]:
        wanted: dict[str, Any] = {}
        if self.state:
            wanted["state__in"] = sorted({s for name in self.state.split(",") for s in _GROUPS.get(name, (name,))})
        for name in ("owner", "kind"):
            if value := getattr(self, name):
                wanted[name] = value
        if self.area:
            wanted["areas__contains"] = f",{self.area},"
        if self.meeting:
            wanted["meeting_id"] = find(Meeting.objects.all(), self.meeting).pk
        if self.speaker:
            wanted["speaker_id"] = find(Person.objects.all(), self.speaker).pk
        if self.since:
            wanted["said_on__gte"] = self.since
        if self.overdue:
            wanted["due__lt"] = clock.today(settings.TIME_ZONE)
            wanted["state__in"] = sorted(OPEN if not self.state else {*OPEN} & {*wanted["state__in"]})
        return wanted


def _last_of(partial: str) -> str:
    """A text that sorts after every date in this one, in every collation."""
    return partial + "-99-99"[: 10 - len(partial)]


def _saying(rows: QuerySet[Commitment], q: str) -> QuerySet[Commitment]:
    """Those that hold every word asked for, by its stem; or have this reference.

    The words are looked for in a query of its own, which reads the table once from end to end: faster than in the order
    of the list.
    """
    if not q.strip():
        return rows
    by_ref = rows.filter(ref=q.strip().upper())
    words = analyse(q).words
    if not words or by_ref.exists():
        return by_ref
    saying = Commitment.objects.all()
    for word in words:
        saying = saying.filter(GreaterThan(StrIndex("stems", Value(f" {word.stem} ")), 0))
    return rows.filter(pk__in=saying.values("pk"))
