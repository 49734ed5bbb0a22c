"""How somebody wants pages to look: theme, digits, calendars, keys. Kept in one cookie on their own device."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields

COOKIE = "look"
CHOICES = {
    "theme": ("auto", "light", "dark"),
    "digits": ("latin", "arabic"),
    "calendars": ("both", "gregorian"),
    "keys": ("keys", "nokeys"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What was chosen, or what stands where nothing was."""

    theme: str = "auto"
    digits: str = "latin"
    calendars: str = "both"
    keys: str = "keys"

    @classmethod
    def kept(cls, cookie: str) -> Look:
        """The look a cookie keeps. Words it does not know mean nothing; no word belongs to two choices."""
        words = cookie.split(".")
        chosen = {name: word for name, known in CHOICES.items() for word in words if word in known}
        return cls(**chosen)

    @property
    def cookie(self) -> str:
        """The text that `kept` reads."""
        return ".".join(getattr(self, field.name) for field in fields(self))


UNCHOSEN = Look()
_look: ContextVar[Look] = ContextVar("look", default=UNCHOSEN)


def current_look() -> Look:
    """The look of the page that is being written."""
    return _look.get()


@contextmanager
def looking_like(look: Look) -> Iterator[None]:
    """Write pages in this look."""
    token = _look.set(look)
    try:
        yield
    finally:
        _look.reset(token)
