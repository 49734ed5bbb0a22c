"""Of a content as it is kept, what a report needs: a large run has ten thousand offerings, and one course is of twenty of them.

Lists are read one element after another and what is not wanted is let go at once, so that little is held. A list of which
nothing is wanted is not read at all: canonical JSON has names in order, and a quotation mark in a string is escaped, so that its
end and the name that follows it stand side by side only there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from mithaq.evaluation.report import Report
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.plain import from_plain

Wanted = Callable[[Any], Any]
"""An element as it is kept, or None where it is let go."""
Sieve = Mapping[str, "Wanted | Sieve"]
_decode = json.JSONDecoder().raw_decode


def for_course(text: str, code: str) -> Content:
    """The content without other courses, offerings, parties and areas."""
    sieve: Sieve = {
        "report": {"offerings": _none, "courses": _where("course", code), "parties": _none},
        "courses": _where("code", code), "offerings": _none, "parties": _none, "areas": _none, "ledger": _none,
    }  # fmt: skip
    return _sifted(text, sieve)


def for_party(text: str, party: str) -> Content:
    """The content without courses, offerings and the other parties."""
    mine = _where("party", party)
    sieve: Sieve = {
        "report": {"offerings": _none, "courses": _none, "parties": mine}, "courses": _none, "offerings": _none,
        "parties": mine, "ledger": mine,
    }  # fmt: skip
    return _sifted(text, sieve)


def for_area(text: str, area: str) -> Content:
    """The content of the courses of one area, without single people, items and offerings."""
    own: set[str] = set()

    def mine(element: dict[str, Any]) -> dict[str, Any] | None:
        if element["area"] != area:
            return None
        own.update(element["courses"])
        return element

    def reported(course: dict[str, Any]) -> dict[str, Any] | None:
        return course if course["course"] in own else None

    def told(course: dict[str, Any]) -> dict[str, Any] | None:
        return _bare(course) if course["code"] in own else None

    def there(party: dict[str, Any]) -> dict[str, Any] | None:
        return party if any(one["area"] == area for one in party["areas"]) else None

    # Areas stand before courses and both before the report: canonical JSON is in the order of its names.
    sieve: Sieve = {
        "areas": mine, "courses": told, "ledger": _none, "offerings": _none, "parties": there,
        "report": {"courses": reported, "offerings": _none, "parties": _none},
    }  # fmt: skip
    return _sifted(text, sieve)


def for_all(text: str) -> Content:
    """The content without single people, items and offerings."""
    return _sifted(text, {"report": {"offerings": _none}, "courses": _bare, "offerings": _none})


def _bare(course: dict[str, Any]) -> dict[str, Any]:
    return course | {"pairs": [], "items": [], "objectives": []}


def _none(_element: Any) -> None:
    return None


def _where(name: str, value: str) -> Wanted:
    return lambda element: element if element[name] == value else None


def _sifted(text: str, sieve: Sieve) -> Content:
    plain, _end = _object(text, 0, sieve, Content)
    return from_plain(Content, plain)


def _object(text: str, at: int, sieve: Sieve, shape: type[Any]) -> tuple[dict[str, Any], int]:
    """The object of this shape that begins here in canonical JSON, and where it ends."""
    found: dict[str, Any] = {}
    while text[at] != "}":
        name, at = _decode(text, at + 1)
        kept = sieve.get(name)
        if kept is None:
            found[name], at = _decode(text, at + 1)
        elif kept is _none and (end := _end_of(text, at + 1, following(shape, name))):
            found[name], at = [], end
        elif callable(kept):
            found[name], at = _list(text, at + 1, kept)
        else:
            found[name], at = _object(text, at + 1, kept, Report)
    return found, at + 1


def following(shape: type[Any], name: str) -> str:
    """The name that stands behind this one in canonical JSON of the shape; empty for the last."""
    names = sorted(shape.__dataclass_fields__)
    return next(iter(names[names.index(name) + 1 :]), "")


def _end_of(text: str, at: int, behind: str) -> int:
    """Where the list ends that begins here, by the name that stands behind it; 0 where that is not found."""
    return text.find(f'],"{behind}":', at) + 1


def _list(text: str, at: int, wanted: Wanted) -> tuple[list[Any], int]:
    """What is wanted of the list that begins here, and where it ends."""
    found = []
    while text[at] != "]" and text[at + 1] != "]":
        element, at = _decode(text, at + 1)
        if (kept := wanted(element)) is not None:
            found.append(kept)
    return found, at + 1 if text[at] == "]" else at + 2
