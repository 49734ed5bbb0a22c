"""What acts of the register and of accounts are about, as the page of the act shows it."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext

from mithaq.access.reads import accounts
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.parties.reads import Held, StatusClaimed, party_page, person_page
from mithaq.register.programmes.reads import area_list
from mithaq.web import (
    acts,
    case_things,
    consult_things,
    finding_things,
    instrument_things,
    outreach_things,
    part_things,
    run_things,
    table_things,
    text_acts,
    training_things,
)
from mithaq.web.acts import Thing
from mithaq.web.choices import everybody, posts_by_party, signed
from mithaq.web.days import gregorian, tongue
from mithaq.web.signs import word

FILED = {"level": "OFFICIAL"}  # narrow, where nobody says more


def party_thing(viewer: Viewer, code: str) -> Thing:
    """A party that something is to be said about."""
    page = party_page(viewer, party=code)
    return Thing(
        *("party", page.code, page.code, page.name, "", "", page.seen, page.version),
        {**FILED, "party": page.code},
        choices={
            "claim": lambda: [(claim.public_id, _claimed(claim)) for claim in page.claims],
            "mission": lambda: [("", gettext("None")), *((one.public_id, _local(one.name)) for one in page.missions)],
            "post": lambda: [(post.public_id, _local(post.title)) for post in page.posts],
            "person": lambda: everybody(viewer),
            "speaker": lambda: [("", gettext("Nobody known here")), *everybody(viewer)],
            "status": lambda: signed("status"),
        },
    )


def _claimed(claim: StatusClaimed) -> str:
    when = gregorian(claim.since or claim.seen_on)
    return " · ".join((word(claim.status, "status"), when, claim.source))


def person_thing(viewer: Viewer, public_id: str) -> Thing:
    """A person that something is to be said about."""
    page = person_page(viewer, person=public_id)
    still = [held for held in page.held if not held.until]
    return Thing(
        *("person", page.public_id, "", page.name, "", "", page.seen, page.version),
        FILED,
        choices={
            "post": lambda: posts_by_party(viewer),
            "tenure": lambda: [(held.public_id, _held(held)) for held in still],
        },
    )


def _held(held: Held) -> str:
    since = held.since or held.seen_on
    return " · ".join(filter(None, (_local(held.title), gregorian(since) if since else "")))


def area_thing(viewer: Viewer, public_id: str) -> Thing:
    """An area of cooperation that a source names."""
    for area in area_list(viewer):
        if public_id in (area.public_id, area.code):
            return Thing(*("area", area.code, "", area.name, "", "", area.seen, 1), FILED)
    raise Absent


def _local(name: Bilingual) -> str:
    return name.in_language(tongue())


def account_thing(viewer: Viewer, username: str) -> Thing:
    """An account, for those who manage accounts."""
    found = accounts(viewer, account=username).entries
    if not found:
        raise Absent
    return Thing("account", found[0].account, "", found[0].name, "", "", None, 1)


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    **acts.THINGS,
    **table_things.THINGS,
    **part_things.THINGS,
    **text_acts.THINGS,
    **consult_things.THINGS,
    **training_things.THINGS,
    **finding_things.THINGS,
    **case_things.THINGS,
    **run_things.THINGS,
    **instrument_things.THINGS,
    **outreach_things.THINGS,
    "party": party_thing,
    "person": person_thing,
    "area": area_thing,
    "account": account_thing,
}
