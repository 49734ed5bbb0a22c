"""Meetings as the reader would fill the form that accepts them. Inside a visit; the same queries for one and many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from mithaq.core.dates import PartialDate
from mithaq.core.text import language_of
from mithaq.proposals.models import Proposal
from mithaq.reading.lexicon import written
from mithaq.register.meetings.models import Meeting
from mithaq.register.parties.reach import labels_as_wide

_EMPTY = ("title_ar", "title_en", "city_ar", "city_en", "host", "note_ar", "note_en")


def meetings_as_read(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """For each proposal of a meeting in one document the fields of `AcceptMeeting`; `meeting` where it is known already.

    Only meetings count that everybody sees who sees the document.
    """
    values = [_values(proposal.fields) for proposal in proposals]
    known = _near(values, proposals[0].label_id if proposals else 0)
    return [{**value, "meeting": _same(value, known)} for value in values]


def _values(fields: dict[str, Any]) -> dict[str, Any]:
    date, _, until = (fields["date"] or "").partition("/")
    return {
        **dict.fromkeys(_EMPTY, ""),
        **_city(fields["city"] or "", fields["country"] or ""),
        "series": fields["series"],
        "ordinal": fields["ordinal"],
        "date": date[:10],
        "until": until[:10],
        "country": (fields["country"] or "")[:3],
        "parties": (),
    }


def _city(city: str, country: str) -> dict[str, str]:
    """The city in both languages as the reader's lexicon first writes it; what it does not write stays out."""
    forms = [*written("meetings", "city").get(f"{city}|{country}", ()), *filter(None, [city])]
    return {f"city_{language_of(form)}": form[:80] for form in reversed(forms)}


def _near(values: Iterable[dict[str, Any]], label_id: int) -> list[Meeting]:
    """The meetings that may be one of these: of its series, with its number or in its month."""
    wanted = Q(pk=None)
    for value in values:
        series = Q(series__code=value["series"])
        if value["ordinal"]:
            wanted |= series & Q(ordinal=value["ordinal"])
        elif len(value["date"]) >= len("2016-11"):
            wanted |= series & Q(date__startswith=value["date"][:7])
    known = Meeting.objects.filter(wanted, label__in=labels_as_wide(label_id))
    return list(known.select_related("series").order_by("pk"))


def _same(value: dict[str, Any], known: Iterable[Meeting]) -> str:
    """The id of the only one of the known meetings that has this number in this series, or else falls on these days."""
    found = [meeting for meeting in known if meeting.series.code == value["series"] and _is(meeting, value)]
    return found[0].public_id if len(found) == 1 else ""


def _is(meeting: Meeting, value: dict[str, Any]) -> bool:
    if value["ordinal"]:
        return bool(meeting.ordinal == value["ordinal"])
    if len(value["date"]) < len("2016-11") or len(meeting.date) < len("2016-11"):  # a year alone tells no two apart
        return False
    on, begins = PartialDate.parse(value["date"]), PartialDate.parse(meeting.date)
    ends = PartialDate.parse(meeting.until) if meeting.until else begins
    return begins.first <= on.last and on.first <= ends.last
