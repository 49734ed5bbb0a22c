"""What waits for somebody's decision, or was decided for somebody, without a due date of its own: from sources that add themselves.

An area further down the stream adds its source where its reads are (`add_source`); the desk and the one mail of the day ask
all sources alike.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.functional import Promise

from mithaq.access.models import Account
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual

MOST = 51  # of one kind that is looked at for one viewer
AGAIN = timedelta(days=7)  # what still waits then is said once more
TOLD = timedelta(days=14)  # how long ago what is told as decided may have been decided


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that waits, or was decided. `stage` names what is to be said of it; `verb` the operation that settles it,
    empty where it is settled.

    `thing` is its public id; `opens` that of the page to open, of the kind `kind`; `path` the address of that page. `day`:
    since when. No name of a person stands in it.
    """

    kind: str
    thing: str
    opens: str
    ref: str
    title: Bilingual
    party: str
    day: date
    stage: str
    verb: str
    label_id: int
    path: str


@dataclass(frozen=True, slots=True)
class Reminded:
    """Somebody to be told of a thing: once now, once more when it still waits after a week."""

    account: str
    thing: str
    step: str
    day: date
    label_id: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where matters come from.

    `matters(viewer, things)`: what waits for this viewer, and of these things also what was decided. Inside the viewer's
    visit. `reminders(today, people)`: who is to be told of what. Inside a visit that sees all. `waits` and `decided`: the
    sentence of a mail for each stage; `%(party)s` in it is the party's name.
    """

    matters: Callable[[Viewer, Collection[str]], Iterable[Matter]]
    reminders: Callable[[date, People], Iterator[Reminded]]
    waits: dict[str, Promise]
    decided: dict[str, Promise]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody whom a mail reaches."""

    viewers: tuple[Viewer, ...]

    def who(self, party: str, *permissions: Permission) -> Iterator[str]:
        """The accounts of this party that have one of these permissions."""
        for viewer in self.viewers:
            if viewer.party == party and viewer.permissions.intersection(permissions):
                yield viewer.account


SOURCES: list[Source] = []


def add_source(source: Source) -> None:
    """Let the desk and the mail ask this source too."""
    SOURCES.append(source)


def people() -> People:
    """Everybody who is active, of a party, and has an address. Inside a visit that sees all."""
    rows = Account.objects.filter(is_active=True).exclude(email="").exclude(party="").order_by("username")
    return People(tuple(account.viewer() for account in rows))


def matters_of(viewer: Viewer, things: Collection[str] = ()) -> list[Matter]:
    """What waits for this viewer; with `things`, of these alone, also what was decided. Inside a visit."""
    found = [matter for source in SOURCES for matter in source.matters(viewer, things)]
    return [matter for matter in found if matter.thing in things] if things else found


def reminders_of(today: date) -> list[Reminded]:
    """Who is to be told of what. Inside a visit that sees all."""
    reached = people()
    return [one for source in SOURCES for one in source.reminders(today, reached)]


def day_of(at: datetime) -> date:
    """The day of this instant in the house's own zone."""
    return at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def again(day: date, today: date) -> str:
    """The step of what waits since this day."""
    return "new" if today - day < AGAIN else "again"


def sentence(stage: str) -> Promise | None:
    """What a mail says of this stage."""
    return next((told[stage] for s in SOURCES for told in (s.waits, s.decided) if stage in told), None)


def is_decided(stage: str) -> bool:
    """Whether this stage is one that nobody has to do anything about."""
    return any(stage in source.decided for source in SOURCES)
