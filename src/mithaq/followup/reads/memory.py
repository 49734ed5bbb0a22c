"""The memory of the table: what a delegate takes along to a meeting, cut for that person.

What was said at each earlier meeting of the series, what came of it, what is now said again, where the parties stand, the
figures told, the own open items. The same number of queries for a series of one meeting and of forty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from mithaq.access.markings import Caveat, Level, Marking
from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, party_names
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.models import Action
from mithaq.followup.reads.actions import action_rows
from mithaq.followup.reads.shapes import ActionRow
from mithaq.register.commitments.models import Commitment, Repeat
from mithaq.register.commitments.reads import SAME, CommitmentName, CommitmentRow, commitment_names, rows_of
from mithaq.register.commitments.states import OPEN
from mithaq.register.consultations.models import Issue, Minutes, Position
from mithaq.register.consultations.reads import (
    AgendaPoint,
    IssueRow,
    MinutedItem,
    MinutesName,
    OutcomeRow,
    agenda_points,
    issue_rows,
    minuted_items,
    minutes_names,
    outcomes_of,
)
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.models import AgendaItem, Meeting, MeetingDocument
from mithaq.register.meetings.reads import MeetingName, meeting_names
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads import FigureRow
from mithaq.register.parties.reads.figures import figure_rows
from mithaq.register.programmes.models import Area

MEETINGS = 60  # earlier meetings that are told of, the latest
PAIRS, ISSUES, FIGURES, OWN = 100, 40, 60, 50


@dataclass(frozen=True, slots=True)
class Remembered:
    """An earlier meeting of the series: its minutes, if the viewer sees any, and its outcomes."""

    meeting: MeetingName
    minutes: MinutesName | None
    outcomes: tuple[OutcomeRow, ...]


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """A call that was made at the table and is, or may be, made again. `decision`: open (nobody judged it yet) or same."""

    earlier: CommitmentName
    earlier_at: MeetingName | None
    later: CommitmentName
    later_at: MeetingName | None
    likeness: int
    decision: str


@dataclass(frozen=True, slots=True)
class Own:
    """The open items of the viewer's own party: commitments it owns, made or is asked to keep, and its actions; next due first."""

    party: str
    commitments: tuple[CommitmentRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class TableMemory:
    """All of it, in no language yet. Meetings the latest first; `more`: there are earlier ones that are not told of.

    `counts`: how many commitments of the earlier meetings stand in each state, `late` how many of them are late. `minutes`: the
    newest minutes of an earlier meeting with what is written in them. `seen`: those to whom all of it was released.
    """

    meeting: MeetingName
    made_on: str
    agenda: tuple[AgendaPoint, ...]
    remembered: tuple[Remembered, ...]
    more: bool
    counts: dict[str, int]
    late: int
    again: tuple[SaidAgain, ...]
    issues: tuple[IssueRow, ...]
    figures: tuple[FigureRow, ...]
    own: Own
    minutes: MinutesName | None
    minuted: tuple[MinutedItem, ...]
    parties: dict[str, Bilingual]
    areas: dict[str, Bilingual]
    seen: Seen


@read("memory.table")
def table_memory(viewer: Viewer, *, meeting: str) -> TableMemory:
    """What somebody takes along to a meeting: the memory of its series, as far as it was released to them.

    The latest 60 earlier meetings with their outcomes and what became of them, what is said again, positions on what the
    agenda or the series is about, figures cited in its papers, the open items of the own party, the agenda with the open
    commitments it pulls in, the newest minutes.
    """
    found = find(Meeting.objects.all(), meeting)
    pks = list(_earlier(found).values_list("pk", flat=True)[: MEETINGS + 1])
    told = pks[:MEETINGS]
    outcomes = outcomes_of(told)
    names = meeting_names([found.pk, *told])
    minutes, written = _minutes(told)
    promised = _promised(outcomes.values())
    agenda, own = agenda_points(found), _own(viewer)
    issues = _issues(found, told)
    figures = _figures([*told, found.pk])
    parts: list[Iterable[Seen]] = [
        (row.seen for rows in outcomes.values() for row in rows),
        (row.seen for point in agenda for row in point.pulled),
        (row.seen for row in own.commitments),
        (row.seen for row in own.actions),
        (row.seen for row in issues),
        (row.seen for row in figures),
        (position.seen for row in issues for position in row.positions),
        (name.seen for name in minutes.values()),
    ]
    return TableMemory(
        names[found.pk],
        clock.today().isoformat(),
        agenda,
        tuple(Remembered(names[pk], minutes.get(names[pk].public_id), outcomes[pk]) for pk in told),
        len(pks) > MEETINGS,
        dict(sorted(Counter(row.state for row in promised.values()).items())),
        sum(row.late > 0 for row in promised.values()),
        _again(promised),
        issues,
        figures,
        own,
        *_newest(minutes, written, [names[pk].public_id for pk in told]),
        {code: name.short for code, name in party_names().items()},
        {code: Bilingual(ar, en) for code, ar, en in Area.objects.values_list("code", "name_ar", "name_en")},
        together(seen for part in parts for seen in part),
    )


def _earlier(meeting: Meeting) -> QuerySet[Meeting]:
    """The meetings of the series before this one, the latest first; those without a date last."""
    rows = Meeting.objects.filter(series_id=meeting.series_id).exclude(pk=meeting.pk).exclude(state=CANCELLED)
    if meeting.date:
        rows = rows.filter(date__lt=meeting.date)
    return rows.order_by("-date", "-ordinal", "-pk")


def _minutes(meetings: list[int]) -> tuple[dict[str, MinutesName], dict[str, int]]:
    """The minutes of these meetings (no drafts) by the id of the meeting, and their keys by their own id."""
    rows = Minutes.objects.filter(meeting__in=meetings).exclude(state=Minutes.State.DRAFT).order_by("-pk")
    named = {name.meeting.public_id: name for name in minutes_names(rows)}
    return named, dict(rows.values_list("public_id", "pk"))


def _newest(
    minutes: dict[str, MinutesName], keys: dict[str, int], meetings: Sequence[str]
) -> tuple[MinutesName | None, tuple[MinutedItem, ...]]:
    """The minutes of the latest meeting that has some, and what is written in them."""
    name = next((minutes[meeting] for meeting in meetings if meeting in minutes), None)
    if name is None:
        return None, ()
    pk = keys[name.public_id]
    return name, minuted_items([pk]).get(pk, ())


def _promised(outcomes: Iterable[Sequence[OutcomeRow]]) -> dict[str, CommitmentRow]:
    """The commitments among these outcomes, each once, by id."""
    rows = (row.commitment for group in outcomes for row in group)
    return {row.public_id: row for row in rows if row is not None}


def _again(promised: dict[str, CommitmentRow]) -> tuple[SaidAgain, ...]:
    """Pairs in which a commitment of the series is said again, or says one again: the newest said last first."""
    keys = Commitment.objects.filter(public_id__in=promised).values("pk")
    rows = Repeat.objects.filter(Q(earlier__in=keys) | Q(later__in=keys), decision__in=SAME)
    pairs = list(
        rows.order_by(F("later__said_on").desc(nulls_last=True), "-likeness", "pk").values_list(
            "earlier_id", "later_id", "likeness", "decision"
        )[:PAIRS]
    )
    commitments = commitment_names(pk for earlier, later, *_ in pairs for pk in (earlier, later))
    at = dict(Commitment.objects.filter(pk__in=commitments).values_list("pk", "meeting_id"))
    meetings = meeting_names(at.values())
    return tuple(
        SaidAgain(
            *(commitments[earlier], meetings.get(at[earlier] or 0), commitments[later], meetings.get(at[later] or 0)),
            *(likeness, decision),
        )
        for earlier, later, likeness, decision in pairs
        if earlier in commitments and later in commitments
    )


def _issues(meeting: Meeting, earlier: list[int]) -> tuple[IssueRow, ...]:
    """The issues that the agenda's areas touch, or on which somebody took a position at the table; all where neither says."""
    items = AgendaItem.objects.filter(meeting=meeting).values_list("areas", flat=True)
    wanted = Q(pk__in=Position.objects.filter(meeting__in=earlier).values("issue_id"))
    for area in sorted({area for areas in items for area in areas}):
        wanted |= Q(areas__contains=f",{area},")
    found = list(Issue.objects.filter(wanted).order_by("-pk")[:ISSUES])
    return issue_rows(found)


def _figures(meetings: list[int]) -> tuple[FigureRow, ...]:
    """The figures that papers of the series tell, of each matter the newest."""
    papers = MeetingDocument.objects.filter(meeting__in=meetings).values("document_id")
    rows = figure_rows(Figure.objects.filter(citation__document__in=papers).order_by("-as_of", "-pk")[: 5 * FIGURES])
    newest: dict[tuple[str, str, str], FigureRow] = {}
    for row in rows:
        newest.setdefault((row.party, row.what.ar or row.what.en, row.unit), row)
    return tuple(newest.values())[:FIGURES]


def _own(viewer: Viewer) -> Own:
    if not viewer.party:
        return Own("", (), ())
    code = f",{viewer.party},"
    concerned = Q(owner=viewer.party) | Q(by__contains=code) | Q(addressees__contains=code)
    rows = Commitment.objects.filter(concerned, state__in=OPEN).order_by(F("due").asc(nulls_last=True), "pk")
    actions = Action.objects.filter(owner=viewer.party, state__in=OPEN).order_by("due", "pk")
    return Own(viewer.party, rows_of(rows[:OWN]), action_rows(actions[:OWN]))


def together(all_seen: Iterable[Seen]) -> Seen:
    """Those to whom all of these were released."""
    marking = Marking(Level.PUBLIC)
    for one in _once(all_seen):
        marking = marking.joined(
            Marking(Level[one.level], frozenset(one.audience), frozenset(map(Caveat, one.caveats)))
        )
    return Seen(marking.level.name, tuple(sorted(marking.audience)), tuple(sorted(marking.caveats)))


def _once(all_seen: Iterable[Seen]) -> Iterator[Seen]:
    yield from dict.fromkeys(all_seen)
