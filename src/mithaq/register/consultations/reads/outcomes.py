"""Outcomes of meetings, whether recorded at them or read in their papers, under the items of their agenda."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentRow, commitments_by_key, open_under
from mithaq.register.consultations.gathering import commitments_said_at
from mithaq.register.consultations.models import Idea, Minutes, MinutesItem, Outcome, Position
from mithaq.register.consultations.reads.agenda import placed_by_area, points_of, shown_under
from mithaq.register.consultations.reads.names import minutes_names, speakers_of
from mithaq.register.consultations.reads.outcome_shapes import (
    MeetingOutcomes,
    MeetingWhole,
    MinutedAt,
    Named,
    OutcomeRow,
)
from mithaq.register.meetings.formats import Right
from mithaq.register.meetings.models import AgendaItem, Meeting
from mithaq.register.meetings.reads import items_of, meeting_names, page_of
from mithaq.register.meetings.rights import rights_at
from mithaq.register.parties.sources import cited

PLEDGED = {Commitment.Kind.PLEDGE: Outcome.Kind.COMMITMENT}


@read("outcomes.of_meeting")
def meeting_outcomes(viewer: Viewer, *, meeting: str) -> MeetingOutcomes:
    """The agenda of a meeting: under each item the open commitments it pulls in, and what came of it.

    What was accepted out of the meeting's papers is among the outcomes, under the item with an area in common unless it was
    put elsewhere.
    """
    found = find(Meeting.objects.all(), meeting)
    return _came_of(viewer, found, items_of(found), rights_at(found, viewer.party))


@read("outcomes.at_meeting")
def meeting_whole(viewer: Viewer, *, meeting: str) -> MeetingWhole:
    """A meeting as `meetings.page` has it, with its outcomes as `outcomes.of_meeting` has them: one look at what both need."""
    found = find(Meeting.objects.all(), meeting)
    items = items_of(found)
    page = page_of(viewer, found, items)
    return MeetingWhole(page, _came_of(viewer, found, items, page.rights))


def _came_of(viewer: Viewer, meeting: Meeting, items: Sequence[AgendaItem], rights: Collection[str]) -> MeetingOutcomes:
    under = open_under(meeting, items)
    told, commitments = _outcomes_and_commitments([meeting.pk], items, shown_under(under))
    rows, known = told[meeting.pk], {item.public_id for item in items}
    minutes = minutes_names(Minutes.objects.filter(meeting=meeting).order_by("pk")[:1])
    return MeetingOutcomes(
        meeting_names([meeting.pk])[meeting.pk],
        points_of(items, under, commitments, rows),
        tuple(row for row in rows if row.item not in known),
        minutes[0] if minutes else None,
        _may(viewer, rights, bool(minutes)),
    )


def _may(viewer: Viewer, rights: Collection[str], minuted: bool) -> tuple[str, ...]:
    records = P.OUTCOMES_RECORD in viewer.permissions and Right.RECORD in rights
    begins = P.MINUTES_WRITE in viewer.permissions and not minuted
    return (*(("outcomes.record", "outcomes.place") if records else ()), *(("minutes.begin",) if begins else ()))


def outcomes_of(meetings: Collection[int]) -> dict[int, tuple[OutcomeRow, ...]]:
    """The outcomes of each of these meetings (by key) in the order in which they came. Fixed queries. Inside a visit."""
    items = AgendaItem.objects.filter(meeting__in=meetings).order_by("number", "pk")
    return _outcomes_and_commitments(meetings, list(items))[0]


def _outcomes_and_commitments(
    meetings: Collection[int], areas: Sequence[AgendaItem], also: Collection[int] = ()
) -> tuple[dict[int, tuple[OutcomeRow, ...]], dict[int, CommitmentRow]]:
    """The outcomes of each meeting, and the commitments (by key) that they and others `also` named are."""
    recorded = list(Outcome.objects.filter(meeting__in=meetings).order_by("pk").select_related("item"))
    said = commitments_said_at(meetings)
    wanted = {pk for pks in said.values() for pk in pks} | {row.commitment_id for row in recorded if row.commitment_id}
    commitments = commitments_by_key(wanted | set(also))
    made = dict(zip((row.pk for row in recorded), _recorded(recorded, commitments), strict=True))
    found = {}
    for meeting in meetings:
        own = [row for row in recorded if row.meeting_id == meeting]
        known = {row.commitment_id for row in own}
        items = [item for item in areas if item.meeting_id == meeting]
        read_there = [commitments[pk] for pk in said.get(meeting, ()) if pk not in known and pk in commitments]
        rows = [made[row.pk] for row in own if row.kind or row.commitment_id in commitments]
        found[meeting] = (*rows, *(_read(row, placed_by_area(row.areas, items)) for row in read_there))
    return found, commitments


def _read(row: CommitmentRow, item: str) -> OutcomeRow:
    """A commitment that came through the reader, as an outcome of the meeting."""
    kind = PLEDGED.get(Commitment.Kind(row.kind), row.kind)
    head = ("", kind, row.words, row.language, row.speaker, row.by, row.cited, row.source)
    return OutcomeRow(*head, None, item, row, None, None, row.seen)


def _recorded(rows: Sequence[Outcome], commitments: dict[int, CommitmentRow]) -> Iterable[OutcomeRow]:
    speakers = speakers_of((row.speaker_id, row.speaker_post_id) for row in rows)
    places, minuted = cited(row.citation_id for row in rows), _minuted(row.minuted_id for row in rows)
    ideas, positions = _ideas(row.idea_id for row in rows), _positions(row.position_id for row in rows)
    for row in rows:
        commitment = commitments.get(row.commitment_id or 0)
        item = row.item.public_id if row.item else ""
        if not row.kind and commitment:
            shown = _read(commitment, item)
        else:
            shown = OutcomeRow(
                *(row.public_id, row.kind, row.words, row.language),
                speakers[row.speaker_id, row.speaker_post_id],
                row.by,
                places.get(row.citation_id or 0),
                "",
                minuted.get(row.minuted_id or 0),
                item,
                commitment,
                ideas.get(row.idea_id or 0),
                positions.get(row.position_id or 0),
                seen_by(row.label_id),
            )
        yield shown


def _minuted(pks: Iterable[int | None]) -> dict[int, MinutedAt]:
    rows = MinutesItem.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list("pk", "minutes__public_id", "public_id", "title_ar", "title_en")
    return {pk: MinutedAt(minutes, item, Bilingual(ar, en)) for pk, minutes, item, ar, en in values}


def _ideas(pks: Iterable[int | None]) -> dict[int, Named]:
    rows = Idea.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list("pk", "public_id", "ref", "title_ar", "title_en", "state")
    return {pk: Named(public_id, ref, Bilingual(ar, en), state) for pk, public_id, ref, ar, en, state in values}


def _positions(pks: Iterable[int | None]) -> dict[int, Named]:
    rows = Position.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list("pk", "issue__public_id", "issue__title_ar", "issue__title_en", "stance")
    return {pk: Named(issue or "", "", Bilingual(ar or "", en or ""), stance) for pk, issue, ar, en, stance in values}
