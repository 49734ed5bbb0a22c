"""What can be done with series and meetings."""

from __future__ import annotations

from typing import Any

from mithaq.access.markings import Level
from mithaq.access.models import Label, next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, known_parties, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite
from mithaq.archive.index import forget_record, index_record
from mithaq.archive.models import Citation, Document
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.words import Bilingual
from mithaq.proposals.deciding import decide, open_proposal
from mithaq.proposals.models import Proposal
from mithaq.register.meetings.as_read import meetings_as_read
from mithaq.register.meetings.finding import reports
from mithaq.register.meetings.forms import AcceptMeeting, AddMeeting, AddSeries, AttachDocument, DescribeMeeting
from mithaq.register.meetings.models import Meeting, MeetingDocument, Series
from mithaq.register.meetings.series import READ_SERIES
from mithaq.register.parties.amending import decision
from mithaq.register.parties.sources import source_and_label


@operation("meetings.add_series", needs=Permission.MEETINGS_MANAGE, form=AddSeries)
def add_series(viewer: Viewer, *, code: str, name_ar: str, name_en: str) -> Reference:
    """A recurring consultation; it is public. What is said at its meetings need not be."""
    if Series.objects.filter(code=code).exists():
        raise invalid("code", "There is a series with this code.", "taken")
    label = Label.objects.of(Level.PUBLIC)
    series = Series.objects.create(label=label, code=code, name_ar=name_ar, name_en=name_en)
    return Reference(series.public_id, label.id, {"code": [None, code]})


def series_named(code: str) -> Series:
    """The series with this code, made if it is one that the reader tells apart; else Invalid. Inside a visit that writes."""
    series: Series | None = Series.objects.filter(code=code).first()
    if series is not None:
        return series
    if (name := READ_SERIES.get(code)) is None:
        raise invalid(
            "series", "There is no series with the code “%(series)s”. Add it first.", "unknown_series", series=code
        )
    label = Label.objects.of(Level.PUBLIC)
    made: Series = Series.objects.create(label=label, code=code, name_ar=name.ar, name_en=name.en)
    return made


@operation("meetings.add", needs=Permission.MEETINGS_MANAGE, form=AddMeeting)
def add_meeting(
    viewer: Viewer,
    /,
    *,
    level: str,
    series: str,
    document: str = "",
    sentence: int | None = None,
    source: str = "",
    audience: tuple[str, ...] = (),
    **held: Any,
) -> Reference:
    """A meeting that is planned or was held, with its source. A document that tells of it becomes one of its papers."""
    citation, label = source_and_label(viewer, level=level, audience=audience, document=document, sentence=sentence)
    meeting = new_meeting(label, series_named(series), citation, source=source, **_checked(held))
    return Reference(meeting.public_id, label.id, {"ref": [None, meeting.ref]})


def new_meeting(label: Label, series: Series, citation: Citation | None, **values: Any) -> Meeting:
    """A meeting under this label, numbered, findable, with the document cited among its papers. Inside a visit that writes."""
    year = int(values["date"][:4]) if values.get("date") else clock.today().year
    ref = next_ref("M", year, label)
    meeting: Meeting = Meeting.objects.create(label=label, ref=ref, series=series, citation=citation, **values)
    if citation is not None and reports(citation.document, meeting.date, meeting.until):
        MeetingDocument.objects.create(label=label, meeting=meeting, document=citation.document)
    _index(meeting, series)
    return meeting


def _index(meeting: Meeting, series: Series) -> None:
    title = Bilingual(meeting.title_ar or series.name_ar, meeting.title_en or series.name_en)
    texts = (series.name_ar, series.name_en, meeting.city_ar, meeting.city_en, meeting.note_ar, meeting.note_en)
    index_record("meeting", meeting.public_id, meeting.label, meeting.date, *texts, ref=meeting.ref, title=title)


def _checked(held: dict[str, Any]) -> dict[str, Any]:
    """What was sent, if its parties are known and its end is not before its beginning; else Invalid."""
    known_parties(held.get("parties", ()), "parties")
    known_parties(filter(None, [held.get("host", "")]), "host")
    date, until = held.get("date"), held.get("until")
    if date and until and PartialDate.parse(until).before(PartialDate.parse(date)):
        raise invalid("until", "It ends before it begins.", "order")
    return held


@operation("meetings.describe", needs=Permission.MEETINGS_MANAGE, form=DescribeMeeting)
def describe_meeting(viewer: Viewer, /, *, meeting: str, version: int, **held: Any) -> Reference:
    """Put right what is known of a meeting; what is left out stays. Its reference and label stay."""
    found = find(Meeting.objects.select_related("label", "series"), meeting)
    sent = {**held, "series": series_named(held["series"])} if held.get("series") else _without(held, "series")
    _checked({"date": found.date, "until": found.until, **sent})
    told = changed(found, **_without(sent, "series"))
    update_at(Meeting.objects.filter(pk=found.pk), version, **sent)
    found = find(Meeting.objects.select_related("label", "series"), meeting)
    _index(found, found.series)
    return Reference(meeting, found.label_id, told)


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


@operation("meetings.attach", needs=Permission.DOCUMENTS_ADD, form=AttachDocument)
def attach(viewer: Viewer, *, meeting: str, document: str) -> Reference:
    """Put a document among the papers of a meeting; seen there by those who may see both."""
    held = find(Meeting.objects.select_related("label"), meeting)
    paper = find(Document.objects.select_related("label"), document)
    label = narrowed(viewer, [held.label, paper.label])
    MeetingDocument.objects.get_or_create(meeting=held, document=paper, defaults={"label": label})
    return Reference(meeting, label.id, {"document": [None, paper.ref]})


@operation("meetings.accept", needs=Permission.PROPOSALS_DECIDE, form=AcceptMeeting)
def accept_meeting(viewer: Viewer, /, *, proposal: str, version: int, **sent: Any) -> Reference:
    """Accept a meeting that was read of: as one known already, or as a new one that cites the words.

    A document that reports it, by its date of publication, becomes one of its papers; what is promised in that document
    is then taken to have been said there. What is left out stands as it was read.
    """
    found = open_proposal(proposal, Proposal.Kind.MEETING, version)
    state, values = decision(meetings_as_read([found])[0], sent)
    if values["meeting"]:
        meeting = find(Meeting.objects.select_related("label"), values["meeting"])
        _join(viewer, meeting, found.document)
    else:
        citation = cite(found.document, found.start, found.end)
        held = _checked(_without(_without(values, "series"), "meeting"))
        meeting = new_meeting(found.label, series_named(values["series"]), citation, proposal=proposal, **held)
    decide(found, viewer, state, {**values, "parties": list(values["parties"])}, meeting.public_id)
    return Reference(meeting.public_id, found.label_id, {"proposal": [found.quote, state]})


def _join(viewer: Viewer, meeting: Meeting, document: Document) -> None:
    if reports(document, meeting.date, meeting.until):
        label = narrowed(viewer, [meeting.label, document.label])
        MeetingDocument.objects.get_or_create(meeting=meeting, document=document, defaults={"label": label})


def take_back_meeting(proposal: Proposal) -> None:
    """Remove the meeting that this acceptance made; one that was known before loses the paper. Inside a visit that writes.

    ProtectedError if something rests on it.
    """
    if Meeting.objects.filter(public_id=proposal.thing, proposal=proposal.public_id).delete()[0]:
        forget_record("meeting", proposal.thing)
    else:
        MeetingDocument.objects.filter(meeting__public_id=proposal.thing, document=proposal.document).delete()
