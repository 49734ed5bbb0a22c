"""What acts on the parts of a meeting are about: items of its agenda, papers under them, invitations, participants."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import DelegationShown, Item, MeetingPage, meeting_page, whole_of
from mithaq.register.parties.reads import posts
from mithaq.web.acts import Thing
from mithaq.web.choices import Options, everybody
from mithaq.web.days import tongue
from mithaq.web.table_things import Offered, hour_typed, in_both, party_options, role_options, title_of


def item_thing(viewer: Viewer, public_id: str) -> Thing:
    """A point of an agenda."""
    page = meeting_page(viewer, meeting=whole_of(viewer, thing=public_id))
    item: Item = _one(page.agenda, public_id)
    known: dict[str, Any] = {"areas": item.areas, "lead": item.lead, "number": item.number}
    known |= {"opens": hour_typed(item.opens), "closes": hour_typed(item.closes), **in_both(title=item.title)}
    offered: Offered = {"lead": lambda: [("", gettext("None")), *party_options(viewer)]}
    place = reverse("meeting", args=[page.row.public_id]) + "#agenda"
    about = ("item", item.public_id, page.row.ref, item.title, "", "", item.seen, item.version)
    return Thing(*about, known, choices=offered, page=place)


def paper_thing(viewer: Viewer, public_id: str) -> Thing:
    """A document under a point of an agenda."""
    page = meeting_page(viewer, meeting=whole_of(viewer, thing=public_id))
    paper = _one([paper for item in page.agenda for paper in item.papers], public_id)
    place = reverse("meeting", args=[page.row.public_id]) + "#agenda"
    title = Bilingual(paper.title, paper.title)
    return Thing("paper", paper.public_id, page.row.ref, title, "", "", paper.seen, 1, page=place)


def invitation_thing(viewer: Viewer, public_id: str) -> Thing:
    """The invitation of a party, and its delegation."""
    page = meeting_page(viewer, meeting=whole_of(viewer, thing=public_id))
    one: DelegationShown = _one(page.delegations, public_id)
    known: dict[str, Any] = {"role": one.role, "quota": one.quota, "party": one.party}
    known |= {"reply": "" if one.reply == "none" else one.reply, "reply_words": one.reply_words}
    offered: Offered = {
        "role": lambda: role_options(viewer, page),
        "person": lambda: [("", gettext("Somebody new, named below")), *everybody(viewer)],
        "post": lambda: [("", gettext("The one held on that day")), *_posts(viewer, one.party)],
    }
    title = Bilingual(
        " · ".join(filter(None, (one.party_name.ar, title_of(page).ar or title_of(page).en))),
        " · ".join(filter(None, (one.party_name.en, title_of(page).en or title_of(page).ar))),
    )
    about = ("invitation", one.public_id, page.row.ref, title, "", "", one.seen, one.version)
    return Thing(*about, known, choices=offered, page=delegation_place(page, one))


def _posts(viewer: Viewer, party: str) -> Options:
    return [(post.public_id, post.title.in_language(tongue())) for post in posts(viewer, party=party)]


def participant_thing(viewer: Viewer, public_id: str) -> Thing:
    """Somebody on a delegation's list."""
    page = meeting_page(viewer, meeting=whole_of(viewer, thing=public_id))
    for one in page.delegations:
        for person in one.participants:
            if person.public_id == public_id:
                about = (
                    "participant",
                    person.public_id,
                    page.row.ref,
                    person.name,
                    "",
                    "",
                    person.seen,
                    person.version,
                )
                return Thing(*about, page=delegation_place(page, one))
    raise Absent


def delegation_place(page: MeetingPage, one: DelegationShown) -> str:
    """Where a delegation stands on the page of its meeting."""
    return f"{reverse('meeting', args=[page.row.public_id])}#d-{one.party}"


def _one(parts: Iterable[Any], public_id: str) -> Any:
    found = next((part for part in parts if part.public_id == public_id), None)
    if found is None:
        raise Absent
    return found


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    "item": item_thing,
    "paper": paper_thing,
    "invitation": invitation_thing,
    "participant": participant_thing,
}
