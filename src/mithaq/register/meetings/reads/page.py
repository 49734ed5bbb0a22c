"""A meeting with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import get_language

from mithaq.access.operation import find, read
from mithaq.access.shapes import history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.meetings.formats import FormatSpec, in_order
from mithaq.register.meetings.holding import spec_in
from mithaq.register.meetings.models import AgendaItem, Meeting, MeetingDocument
from mithaq.register.meetings.reads.agenda import agenda_of, items_of
from mithaq.register.meetings.reads.delegations import delegations_of
from mithaq.register.meetings.reads.formats import steps_of
from mithaq.register.meetings.reads.listing import FIELDS, meeting_names, row_of
from mithaq.register.meetings.reads.series import beats_of
from mithaq.register.meetings.reads.shapes import MeetingPage, MeetingPaper, StepShown
from mithaq.register.meetings.rights import all_formats, rights_at
from mithaq.register.parties.sources import cited


@read("meetings.page")
def meeting_page(viewer: Viewer, *, meeting: str) -> MeetingPage:
    """A meeting with its source, agenda, delegations, papers and the beat of its series; what the viewer's party may do there.

    What was promised at it: `commitments.list`.
    """
    found = find(Meeting.objects.all(), meeting)
    return page_of(viewer, found, items_of(found))


def page_of(viewer: Viewer, found: Meeting, rows: Sequence[AgendaItem]) -> MeetingPage:
    """The page of this meeting with these items of its agenda. Inside a visit."""
    formats = all_formats()
    spec = spec_in(formats, found.format)
    (values,) = Meeting.objects.filter(pk=found.pk).values_list(*FIELDS)
    margins = list(Meeting.objects.filter(margins_of=found).order_by("date", "pk").values_list("pk", flat=True))
    names = meeting_names([found.margins_of_id, *margins])
    may = rights_at(found, viewer.party, spec)
    items = agenda_of(found, rows)
    return MeetingPage(
        row_of(formats, *values),
        spec.name if found.format else Bilingual("", ""),
        _state_name(spec, found.state),
        found.state_reason,
        _next_steps(spec, found.state),
        found.sequence,
        Bilingual(found.venue_ar, found.venue_en),
        found.co_organisers,
        names.get(found.margins_of_id or 0),
        tuple(names[pk] for pk in margins if pk in names),
        items,
        delegations_of(found, spec, get_language() or "ar"),
        in_order(may),
        Bilingual(found.note_ar, found.note_en),
        cited([found.citation_id]).get(found.citation_id or 0),
        found.source,
        found.proposal,
        _papers(found),
        beats_of(found.series_id, formats),
        history_of(found.public_id, *(item.public_id for item in items)),
        found.version,
        seen_by(found.label_id),
    )


def _state_name(spec: FormatSpec, state: str) -> Bilingual:
    step = spec.step(state)
    return step.name if step else Bilingual(state, state)


def _next_steps(spec: FormatSpec, state: str) -> tuple[StepShown, ...]:
    then = spec.after(state)
    return tuple(step for step in steps_of(spec) if step.code in then)


def _papers(meeting: Meeting) -> tuple[MeetingPaper, ...]:
    rows = MeetingDocument.objects.filter(meeting=meeting).order_by("pk")
    values = rows.values_list(
        *("document__public_id", "document__ref", "document__title", "document__published", "document__language"),
        "document__label_id",
    )
    return tuple(
        MeetingPaper(document, ref, title, published, language, seen_by(label_id))
        for document, ref, title, published, language, label_id in values
    )
