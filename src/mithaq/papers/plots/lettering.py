"""How a plot writes: its language, its sentences, its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from math import isfinite
from typing import Literal, Protocol
from unicodedata import combining

from mithaq.papers.bidi import Language, Piece, pieces

Cell = str | int | float | None
Kind = Literal["text", "count", "number", "ratio", "signed", "percent"]
_RIGHT, _LEFT, _CLOSE = "\u2067", "\u2066", "\u2069"  # isolates: what is between them stands by itself
_SIGNS = {";": "؛", ",": "،"}
_LETTER = re.compile(r"[^\W\d_]")


class Interval(Protocol):
    """A number with its 95 % interval."""

    @property
    def estimate(self) -> float:
        """The number."""

    @property
    def low(self) -> float:
        """Where its interval begins."""

    @property
    def high(self) -> float:
        """Where its interval ends."""


def _(text: str) -> str:
    """Marks the key of a translation."""
    return text


NOT_KNOWN = _("not known")


@dataclass(frozen=True, slots=True)
class Lettering:
    """Writes for one reader: `say` translates a sentence. In a drawing `digits` puts numbers into the reader's digits, names
    and references keeping theirs; tables and sentences have 0 to 9, for whoever shows them to do the same."""

    language: Language
    say: Callable[[str], str] = str
    digits: Callable[[str], str] = str

    @property
    def back(self) -> bool:
        """Whether time and order run from the right."""
        return self.language == "ar"

    def words(self, text: str, **filled: str) -> str:
        """A sentence in the reader's language, filled in."""
        said = self.say(text)
        return said % filled if filled else said

    def number(self, value: float | None, places: int = 1) -> str:
        """A number, whole ones without decimals: 12, 12.5, −0.5; what is not known is said to be so."""
        return self._written(value, places, "")

    def signed(self, value: float | None) -> str:
        """A difference: +2.5, 0, −1."""
        return self._written(value, 1, "+")

    def percent(self, share: float | None) -> str:
        """A share as people write it: 82%."""
        shown = known(share)
        return self.say(NOT_KNOWN) if shown is None else f"{100 * shown:.0f}%".replace("-0%", "0%").replace("-", "−")

    def interval(self, found: Interval | None) -> str:
        """The number with its interval in words."""
        if found is None:
            return self.say(NOT_KNOWN)
        return self.words(
            _("%(number)s (between %(low)s and %(high)s)"),
            number=self.number(found.estimate),
            low=self.number(found.low),
            high=self.number(found.high),
        )

    def listed(self, parts: Iterable[str], sign: str = ";") -> str:
        """Several with semicolons (or commas) between, those of the language."""
        return f"{_SIGNS[sign] if self.back else sign} ".join(parts)

    def cell(self, value: Cell, kind: Kind) -> str:
        """What a table shows of a value."""
        if isinstance(value, str):
            return value
        if kind == "percent":
            return self.percent(value)
        return self.signed(value) if kind == "signed" else self.number(value, 2 if kind == "ratio" else 1)

    def drawn(self, text: str) -> str:
        """Text as an SVG has it: its root runs from the left, so Arabic is set apart from it, and in Arabic every range and
        number with a sign is."""
        if not self.back:
            return escape(text)
        return escape(f"{_RIGHT}{''.join(map(self._piece, pieces(text, self.language)))}{_CLOSE}")

    def _piece(self, piece: Piece) -> str:
        number = piece.language == "en" and not _LETTER.search(piece.text)
        text = self.digits(piece.text) if number else piece.text
        return f"{_LEFT}{text}{_CLOSE}" if piece.island else text

    def _written(self, value: float | None, places: int, sign: str) -> str:
        shown = known(value)
        if shown is None:
            return self.say(NOT_KNOWN)
        rounded = round(shown, places) + 0.0
        sign = sign if rounded else ""
        text = f"{rounded:{sign},.{places}f}" if places else f"{rounded:{sign},.0f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace("-", "−")


def known(value: float | None) -> float | None:
    """The number, None where it is none."""
    return float(value) if value is not None and isfinite(value) else None


def sure(found: Interval | None) -> Interval | None:
    """The interval, None where a part of it is no number."""
    if found is None or any(known(one) is None for one in (found.estimate, found.low, found.high)):
        return None
    return found


def cut(text: str, most: int) -> str:
    """The text, no longer than this, marks above and below letters not counted; the table beside the plot has all of it."""
    if sum(not combining(one) for one in text) <= most:
        return text
    kept = accumulate(not combining(one) for one in text)
    return f"{''.join(one for one, so_far in zip(text, kept, strict=True) if so_far < most).rstrip()}…"


def wrapped(text: str, most: int, lines: int) -> list[str]:
    """The text on lines of this many letters, broken between words; what is left stands on the last line, cut."""
    found, words = [""], text.split()
    for at, word in enumerate(words):
        longer = f"{found[-1]} {word}".strip()
        if len(longer) <= most or not found[-1]:
            found[-1] = longer
        elif len(found) < lines:
            found.append(word)
        else:
            found[-1] = " ".join((found[-1], *words[at:]))
            break
    return [cut(one, most) for one in found]
