"""Whose calendar a key opens: the one thing here that is looked up before it is known who looks."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from mithaq.access.markings import Clearance, Level
from mithaq.access.models import Account
from mithaq.access.viewer import Viewer, system
from mithaq.core import clock
from mithaq.core.days import Language
from mithaq.core.errors import Absent
from mithaq.register.meetings.models import Feed

PREFIX = "mthc_"  # so that a scanner for lost secrets knows ours
SELDOM = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who looks through a feed, in which language, and for which mission (empty: for a person)."""

    viewer: Viewer
    language: Language
    mission: str


def new_key() -> str:
    """A key as it is shown once; what is kept is its `digest`."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(key: str) -> str:
    """What is kept of a key."""
    return sha256(key.encode()).hexdigest()


def holder_of(key: str) -> Holder:
    """Who looks through the feed with this key, with the rights of now. Absent alike for an unknown key, a revoked one, and
    one whose account is closed or speaks for another party by now: also a mission's feed goes with whoever made it, for they
    know its address."""
    with system("a calendar program asks: whose feed this is", writing=False):
        feed = Feed.objects.filter(digest=digest(key), revoked_at=None).first()
        account = Account.objects.filter(username=feed.account, is_active=True).first() if feed else None
    if feed is None or account is None or account.party != feed.party:
        raise Absent
    _note_use(feed)
    language: Language = "en" if feed.language == "en" else "ar"
    if feed.of_mission:
        return Holder(mission_eyes(feed.party), language, feed.party)
    return Holder(account.viewer(), language, "")


def mission_eyes(party: str) -> Viewer:
    """A mission as it looks through a feed that hangs on a wall: what is official for its party and nothing above, no
    personal data, and it can do nothing. Who in the mission may see more makes a feed of their own."""
    return Viewer("", Clearance(party, Level.OFFICIAL))


def _note_use(feed: Feed) -> None:
    at = clock.now()
    if feed.used_at is None or at - feed.used_at > SELDOM:
        with system("a calendar program asked: when this feed was used last"):
            Feed.objects.filter(pk=feed.pk).update(used_at=at)
