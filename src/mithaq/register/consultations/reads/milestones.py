"""Milestones of the initiative out of its dated facts, and what an anniversary of one can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from django.db.models import QuerySet

from mithaq.access.models import Initiative, StatusClaim
from mithaq.access.operation import read
from mithaq.access.shapes import Seen, party_names, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentRow, rows_of
from mithaq.register.commitments.states import State
from mithaq.register.consultations.reads.names import seen_together
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads import MeetingName, meeting_names
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads import FigureRow
from mithaq.register.parties.reads.figures import figure_rows
from mithaq.register.parties.sources import Cited, cited

FOUNDED, JOINED, FIRST = "founded", "joined", "first"
MOST = 100  # of what was done, and of figures, in one pack


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated fact: the initiative was founded, a party joined it (`name`: the party), a series met for the first time.

    `code` names it for `milestones.pack`. `date` is partial; `years`: how many whole years ago. `anniversary`: its next one, as
    fine as the date, `turns` how many years that will be.
    """

    code: str
    kind: str
    name: Bilingual
    date: str
    years: int
    anniversary: str
    turns: int
    meeting: MeetingName | None
    cited: Cited | None
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Met:
    """How often a series met between two days, with its first and last meeting then."""

    series: str
    name: Bilingual
    meetings: int
    first: MeetingName
    last: MeetingName


@dataclass(frozen=True, slots=True)
class AnniversaryPack:
    """What can be told on an anniversary of a milestone: from its day to the day of the anniversary (or today, if that is to come).

    `done`: what was promised in these years and is done, the earliest said first; `figures`: the newest on each matter.
    All of it is what the viewer may see; `seen`: those to whom all of it was released.
    """

    milestone: Milestone
    years: int
    day: str
    until: str
    joined: tuple[Milestone, ...]
    met: tuple[Met, ...]
    done: tuple[CommitmentRow, ...]
    figures: tuple[FigureRow, ...]
    seen: Seen


@read("milestones.list")
def milestone_list(viewer: Viewer) -> tuple[Milestone, ...]:
    """The milestones of the initiative, the earliest first: its founding, who joined, the first meeting of each series."""
    return tuple(sorted(_all(), key=lambda one: (one.date, one.code)))


@read("milestones.pack")
def anniversary_pack(viewer: Viewer, *, milestone: str, years: int = 0) -> AnniversaryPack:
    """What was achieved from a milestone to its anniversary after so many years (0: the last one there was), all of it cited."""
    everything = list(_all())
    found = next((one for one in everything if one.code == milestone), None)
    if found is None or not 0 <= years <= 500:
        raise Absent
    years = years or found.years
    day = _later(found.date, years)
    until = min(day, clock.today().isoformat())
    done = Commitment.objects.filter(state=State.DONE, said_on__gte=found.date, said_on__lte=_last(until))
    figures = Figure.objects.filter(as_of__gte=found.date, as_of__lte=_last(until))
    joined = [one for one in everything if one.kind == JOINED and found.date <= one.date <= _last(until)]
    meetings = _between(found.date, until)
    labels = [*done.values_list("label_id", flat=True), *figures.values_list("label_id", flat=True)]
    labels += [label for _, _, label in meetings]
    return AnniversaryPack(
        found,
        years,
        day,
        until,
        tuple(sorted(joined, key=lambda one: one.date)),
        tuple(_met(meetings)),
        rows_of(done.order_by("said_on", "pk")[:MOST]),
        _newest(figures),
        seen_together(labels),
    )


def _all() -> Iterator[Milestone]:
    initiative = Initiative.objects.order_by("pk").first()
    if initiative is not None:
        yield from _founding(initiative)
        yield from _accessions(initiative)
    yield from _first_meetings()


def _made(code: str, kind: str, name: Bilingual, date: str, label_id: int) -> Milestone:
    today = clock.today()
    begins = PartialDate.parse(date).first
    years = max(0, today.year - begins.year - ((today.month, today.day) < (begins.month, begins.day)))
    is_today = (today.month, today.day) == (begins.month, begins.day) and today.year > begins.year
    turns = years if is_today else years + 1
    return Milestone(code, kind, name, date, years, _later(date, turns), turns, None, None, "", seen_by(label_id))


def _later(date: str, years: int) -> str:
    """The same date so many years later, as fine as it is; a leap day becomes the last of February."""
    year = int(date[:4]) + years
    rest = date[4:]
    if rest == "-02-29" and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        rest = "-02-28"
    return f"{year:04}{rest}"


def _last(partial: str) -> str:
    """A text that sorts after every date in this one."""
    return partial + "-99-99"[: 10 - len(partial)]


def _founding(initiative: Initiative) -> Iterator[Milestone]:
    """The founding, at the meeting of that day where one is known."""
    if not initiative.founded:
        return
    name = Bilingual(initiative.name_ar, initiative.name_en)
    made = _made(f"{FOUNDED}:{initiative.code}", FOUNDED, name, initiative.founded, initiative.label_id)
    meeting = Meeting.objects.filter(date__startswith=initiative.founded[:10]).order_by("date", "pk").first()
    yield _at_meeting(made, meeting)


def _at_meeting(made: Milestone, meeting: Meeting | None) -> Milestone:
    if meeting is None:
        return made
    names, places = meeting_names([meeting.pk]), cited([meeting.citation_id])
    return replace(
        made,
        meeting=names.get(meeting.pk),
        cited=places.get(meeting.citation_id or 0),
        source=meeting.source,
    )


def _accessions(initiative: Initiative) -> Iterator[Milestone]:
    """When each member joined: by the preferred claim, or the earliest."""
    names = party_names()
    rows = StatusClaim.objects.filter(initiative=initiative, status=StatusClaim.Status.MEMBER).exclude(since="")
    claims = list(rows.select_related("party").order_by("party__code", "-preferred", "since", "pk"))
    for code, own in groupby(claims, key=lambda claim: claim.party.code):
        claim = next(own)
        name = names[code].short if code in names else Bilingual(code, code)
        yield replace(_made(f"{JOINED}:{code}", JOINED, name, claim.since, claim.label_id), source=claim.source)


def _first_meetings() -> Iterator[Milestone]:
    """The first meeting of each series that has a date and was not cancelled."""
    rows = Meeting.objects.exclude(date="").exclude(state=CANCELLED).filter(date__lte=_last(clock.today().isoformat()))
    values = list(
        rows.order_by("series_id", "date", "pk").values_list(
            *("series_id", "pk", "series__code", "series__name_ar", "series__name_en", "date", "citation_id", "source"),
            "label_id",
        )
    )
    firsts = [next(own) for _, own in groupby(values, key=lambda v: v[0])]
    names, places = meeting_names(v[1] for v in firsts), cited(v[6] for v in firsts)
    for _, pk, code, ar, en, date, citation, source, label_id in firsts:
        made = _made(f"{FIRST}:{code}", FIRST, Bilingual(ar, en), date, label_id)
        yield replace(made, meeting=names.get(pk), cited=places.get(citation or 0), source=source)


def _between(since: str, until: str) -> list[tuple[int, str, int]]:
    """The meetings (key, series, label) from one day to another, by series and date."""
    rows = Meeting.objects.filter(date__gte=since, date__lte=_last(until)).exclude(state=CANCELLED)
    return list(rows.order_by("series__code", "date", "pk").values_list("pk", "series__code", "label_id"))


def _met(meetings: Iterable[tuple[int, str, int]]) -> Iterator[Met]:
    rows = list(meetings)
    names = meeting_names(pk for pk, _, _ in rows)
    for code, own in groupby(rows, key=lambda row: row[1]):
        held = [names[pk] for pk, _, _ in own if pk in names]
        yield Met(code, held[0].series_name, len(held), held[0], held[-1])


def _newest(rows: QuerySet[Figure]) -> tuple[FigureRow, ...]:
    """Of each matter the newest figure."""
    found: dict[tuple[str, str, str], FigureRow] = {}
    for row in figure_rows(rows.order_by("-as_of", "-pk")):
        found.setdefault((row.party, row.what.ar or row.what.en, row.unit), row)
    return tuple(found.values())[:MOST]
