"""Meetings as rows: looked up, checked, made, found again. For the operations of this area. Inside a visit that writes."""

from __future__ import annotations

from typing import Any

from mithaq.access.markings import Level
from mithaq.access.models import Label, next_ref
from mithaq.access.operation import find
from mithaq.access.resolving import invalid, known_parties
from mithaq.archive.index import index_record
from mithaq.archive.models import Citation
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.words import Bilingual
from mithaq.register.meetings.finding import reports
from mithaq.register.meetings.models import Meeting, MeetingDocument, Series
from mithaq.register.meetings.rights import format_named
from mithaq.register.meetings.series import READ_SERIES
from mithaq.register.parties.reach import as_wide


def series_named(code: str) -> Series:
    """The series with this code, made if it is one that the reader tells apart; else Invalid."""
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


def known_format(code: str, field: str = "format") -> str:
    """This code, if it names a format or is empty; else Invalid."""
    if code and format_named(code) is None:
        raise invalid(
            field, "There is no format with the code “%(format)s”. Define it first.", "unknown_format", format=code
        )
    return code


def checked(held: dict[str, Any], label: Label) -> dict[str, Any]:
    """What was sent, as columns of a meeting under this label; Invalid for what is not known or does not fit together.

    `meeting_level` becomes `level`; `margins_of`, sent by id, the meeting.
    """
    known_parties(held.get("parties", ()), "parties")
    known_parties(held.get("co_organisers", ()), "co_organisers")
    known_parties(filter(None, [held.get("host", "")]), "host")
    known_format(held.get("format", ""))
    date, until = held.get("date"), held.get("until")
    if date and until and PartialDate.parse(until).before(PartialDate.parse(date)):
        raise invalid("until", "It ends before it begins.", "order")
    columns = {name: value for name, value in held.items() if name not in ("meeting_level", "margins_of")}
    if "meeting_level" in held:
        columns["level"] = held["meeting_level"]
    if "margins_of" in held:
        columns["margins_of"] = on_margins(held["margins_of"], label)
    return columns


def on_margins(named: str, label: Label) -> Meeting | None:
    """The meeting on whose margins one under this label is held; Invalid if not all who see this one may see the other."""
    if not named:
        return None
    other: Meeting = find(Meeting.objects.select_related("label"), named)
    if not as_wide(other.label, label):
        raise invalid("margins_of", "Not everybody who sees this meeting may see the other. Leave it out.", "narrower")
    return other


def new_meeting(label: Label, series: Series, citation: Citation | None, **values: Any) -> Meeting:
    """A meeting under this label, numbered, findable, with the document cited among its papers."""
    year = int(values["date"][:4]) if values.get("date") else clock.today().year
    ref = next_ref("M", year, label)
    values["format"] = values.get("format") or series.format
    meeting: Meeting = Meeting.objects.create(label=label, ref=ref, series=series, citation=citation, **values)
    if citation is not None and reports(citation.document, meeting.date, meeting.until):
        MeetingDocument.objects.create(label=label, meeting=meeting, document=citation.document)
    index_meeting(meeting)
    return meeting


def index_meeting(meeting: Meeting) -> None:
    """Let the meeting be found as it is now."""
    series = meeting.series
    title = Bilingual(meeting.title_ar or series.name_ar, meeting.title_en or series.name_en)
    texts = (series.name_ar, series.name_en, meeting.city_ar, meeting.city_en, meeting.note_ar, meeting.note_en)
    index_record("meeting", meeting.public_id, meeting.label, meeting.date, *texts, ref=meeting.ref, title=title)


def found_meeting(named: str) -> Meeting:
    """The meeting with its label, series and what it is on the margins of; Absent if the viewer sees none."""
    meeting: Meeting = find(Meeting.objects.select_related("label", "series"), named)
    return meeting


def told_of(meeting: Meeting, columns: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """What the journal keeps of these changes; meetings by their reference, series by its code."""
    if "margins_of" in columns and (other := columns["margins_of"]) != meeting.margins_of:
        before = meeting.margins_of
        told["margins_of"] = [before.ref if before else None, other.ref if other else None]
    if "series" in columns and columns["series"] != meeting.series:
        told["series"] = [meeting.series.code, columns["series"].code]
    return told


def without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    """These values but those of these names."""
    return {key: value for key, value in values.items() if key not in names}
