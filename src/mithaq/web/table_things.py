"""What acts on series, formats and meetings are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from mithaq.access.reads import parties
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import (
    MeetingPage,
    format_list,
    meeting_list,
    meeting_page,
    series_page,
)
from mithaq.register.meetings.shipped import PLAIN
from mithaq.web.acts import Thing
from mithaq.web.choices import Options
from mithaq.web.days import gregorian, tongue
from mithaq.web.zones import zone_options

Offered = Mapping[str, Callable[[], Options]]


def _local(name: Bilingual) -> str:
    return name.in_language(tongue())


def title_of(page: MeetingPage) -> Bilingual:
    """What a meeting is called: its title, or that of its series."""
    return page.row.title or page.row.series_name


def in_both(**names: Bilingual) -> dict[str, str]:
    """The fields of these names in Arabic and in English."""
    return {f"{name}_{code}": getattr(text, code) for name, text in names.items() for code in ("ar", "en")}


def _thing(page: MeetingPage, values: Mapping[str, Any], offered: Offered | None = None) -> Thing:
    row = page.row
    return Thing(
        *("meeting", row.public_id, row.ref, title_of(page), "", "", page.seen, page.version),
        values,
        choices=offered or {},
        page=reverse("meeting", args=[row.public_id]),
    )


def meeting_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting of which something is known."""
    page = meeting_page(viewer, meeting=public_id)
    row = page.row
    plain = ("series", "ordinal", "date", "until", "country", "host", "parties", "format")
    known: dict[str, Any] = {name: getattr(row, name) for name in plain}
    known |= {"meeting_level": row.level, "co_organisers": page.co_organisers}
    known |= {"margins_of": page.margins_of.public_id if page.margins_of else ""}
    known |= in_both(title=row.title, city=row.city, note=page.note, venue=page.venue)
    return _thing(page, known, offered_for_meeting(viewer))


def offered_for_meeting(viewer: Viewer) -> dict[str, Callable[[], Options]]:
    """What the fields of a meeting offer, a new one's too."""
    return {
        "format": lambda: [("", gettext("As its series")), *format_options(viewer)],
        "co_organisers": lambda: party_options(viewer),
        "margins_of": lambda: meeting_options(viewer),
        "zone": lambda: [("", gettext("Not said")), *zone_options()],
    }


def format_options(viewer: Viewer) -> Options:
    """All formats."""
    return [(one.code, _local(one.name)) for one in format_list(viewer)]


def party_options(viewer: Viewer, among: Iterable[str] | None = None) -> Options:
    """All parties, or those among these."""
    wanted = None if among is None else set(among)
    return [(p.code, _local(p.short)) for p in parties(viewer).values() if wanted is None or p.code in wanted]


def meeting_options(viewer: Viewer, series: str = "") -> Options:
    """The newest meetings, or those of a series, the newest first."""
    rows = meeting_list(viewer, series=series).entries
    named = [(row.public_id, _local(row.title) or _local(row.series_name), row.date, row.ref) for row in rows]
    told = [
        (one, " · ".join(filter(None, (title, gregorian(day) if day else "", ref)))) for one, title, day, ref in named
    ]
    return [("", gettext("None")), *told]


def moving_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting that is to be moved."""
    page = meeting_page(viewer, meeting=public_id)
    row = page.row
    timed = bool(row.opens)
    known = {"opens": hour_typed(row.opens), "closes": hour_typed(row.closes), "zone": row.zone}
    known |= {"date": "" if timed else row.date, "until": "" if timed else row.until}
    return _thing(page, known, {"zone": lambda: [("", gettext("Not said")), *zone_options()]})


def hour_typed(iso: str) -> str:
    """An instant on the clock of its place as it is typed: 2026-12-14 09:30."""
    return iso[:16].replace("T", " ")


def stepping_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting that is to go to its next state."""
    page = meeting_page(viewer, meeting=public_id)
    return _thing(page, {}, {"state": lambda: [(step.code, _local(step.name)) for step in page.steps]})


def holding_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting that has taken place: who came, unless told otherwise, is who did not decline."""
    page = meeting_page(viewer, meeting=public_id)
    came = tuple(one.party for one in page.delegations if one.reply != "declined") or page.row.parties
    return _thing(page, {"parties": came})


def inviting_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting to which parties are to be invited: those that may see it and are not yet."""
    page = meeting_page(viewer, meeting=public_id)
    asked = {one.party for one in page.delegations}
    reached = page.seen.audience if page.seen.audience else parties(viewer)
    free = [code for code in reached if code not in asked]
    return _thing(
        page,
        {"role": "member"},
        {"parties": lambda: party_options(viewer, free), "role": lambda: role_options(viewer, page)},
    )


def role_options(viewer: Viewer, page: MeetingPage) -> Options:
    """The roles that the format of this meeting knows."""
    formats = {one.code: one for one in format_list(viewer)}
    known = formats.get(page.row.format) or formats[PLAIN]
    return [(role.code, _local(role.name)) for role in known.roles]


def attending_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting of which it is to be noted who came."""
    page = meeting_page(viewer, meeting=public_id)
    people = [(one.public_id, one.name, who.party_name) for who in page.delegations for one in who.participants]
    named = [(one, f"{_local(name)} ({_local(party)})") for one, name, party in people]
    return _thing(page, {"attended": True}, {"participants": lambda: named})


def planning_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting whose agenda gets another item."""
    page = meeting_page(viewer, meeting=public_id)
    return _thing(page, {}, {"lead": lambda: [("", gettext("None")), *party_options(viewer)]})


def carrying_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting that takes over the agenda of an earlier one of its series."""
    page = meeting_page(viewer, meeting=public_id)

    def earlier() -> Options:
        others = [one for one in meeting_options(viewer, page.row.series)[1:] if one[0] != page.row.public_id]
        return [("", gettext("The one before it in the series")), *others]

    return _thing(page, {}, {"earlier": earlier})


def series_thing(viewer: Viewer, code: str) -> Thing:
    """A series of meetings."""
    page = series_page(viewer, series=code)
    plain = ("format", "every_months", "tolerance_months", "cadence_source", "rotation")
    known: dict[str, Any] = {name: getattr(page, name) for name in plain}
    known |= {"meeting_level": page.level, **in_both(name=page.name)}
    about = ("series", page.code, page.code, page.name, "", "", page.seen, page.version)
    return Thing(*about, known, choices=offered_for_series(viewer), page=reverse("series", args=[page.code]))


def offered_for_series(viewer: Viewer) -> dict[str, Callable[[], Options]]:
    """What the fields of a series offer, a new one's too."""
    return {"format": lambda: [("", gettext("None")), *format_options(viewer)]}


def format_thing(viewer: Viewer, code: str) -> Thing:
    """A kind of meeting."""
    for one in format_list(viewer):
        if one.code == code:
            known = {"meeting_level": one.level, "roles_text": one.roles_text, "steps_text": one.steps_text}
            place = f"{reverse('formats')}#{one.code}"
            about = ("format", one.code, "", one.name, "", "", None, one.version)
            return Thing(*about, {**known, **in_both(name=one.name)}, page=place)
    raise Absent


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    "meeting": meeting_thing,
    "moving": moving_thing,
    "stepping": stepping_thing,
    "holding": holding_thing,
    "inviting": inviting_thing,
    "attending": attending_thing,
    "planning": planning_thing,
    "carrying": carrying_thing,
    "series": series_thing,
    "format": format_thing,
}
