"""What the card of a proposal says: the fields that would enter the register, in words, and what a person changed in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.shapes import PartyName
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.proposals.reads import ProposalEntry
from mithaq.register.meetings.series import READ_SERIES
from mithaq.web.bidi import clean, in_digits, island, number
from mithaq.web.days import day
from mithaq.web.deciding import ACCEPT
from mithaq.web.signs import word
from mithaq.web.templatetags.mithaq import local, parties, party, phrase

Values = Mapping[str, Any]
OPEN = ("waiting", "reopened")
NOT_IN_TEXT = _("Not in the text")
NO_DATE = _("No date in the text")
NOT_WHEN = _("Nothing is said about when")


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and ids are called. `things` end with the reference in brackets, which `refs` has alone."""

    parties: Mapping[str, PartyName]
    areas: Mapping[str, Bilingual]
    things: Mapping[str, Bilingual]
    refs: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One field in words. `missing` says what it means that there is no value."""

    name: Promise | str
    value: SafeString | str
    missing: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a person decided on otherwise than it was read."""

    name: Promise | str
    was: SafeString | str
    became: SafeString | str


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal as it stands beside the text. `waits`: it can be decided here; `now`: it is the one that is open."""

    entry: ProposalEntry
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    waits: bool
    now: bool

    @property
    def title(self) -> str:
        """What the proposal is called; said here because a card is drawn a hundred times and a template tag is slow."""
        return gettext("Proposal %(number)s") % {"number": in_digits(self.entry.number)}

    @property
    def sentence(self) -> str:
        """What its sentence is called."""
        return gettext("Sentence %(number)s") % {"number": in_digits(self.entry.sentence)}


def card(entry: ProposalEntry, as_read: Values, names: Names, *, decides: bool = False, now: bool = False) -> Card:
    """The card of a proposal. `as_read` are the fields of the form that accepts it, as the reader fills them."""
    waits = decides and entry.state in OPEN
    lines = lines_of(entry.kind, as_read, names)
    changes = tuple(_changes(entry, as_read, names)) if as_read else ()
    return Card(entry, lines, changes, waits, now and waits)


def _changes(entry: ProposalEntry, as_read: Values, names: Names) -> Iterator[Change]:
    """What was decided otherwise than it was read; two values that read the same are the same."""
    for name, field in ACCEPT[entry.kind].form.base_fields.items():
        if entry.decided is None or name not in entry.decided or name not in as_read:
            continue
        was, became = said(name, as_read[name], names), said(name, entry.decided[name], names)
        if str(was) != str(became):
            yield Change(field.label or name, was, became)


def lines_of(kind: str, values: Values, names: Names) -> tuple[Line, ...]:
    """The fields that matter most for a decision; one that is empty stands only if its absence says something."""
    fields = {"commitment": _commitment, "meeting": _meeting, "person": _person, "figure": _figure}[kind](values, names)
    return tuple(line for line in fields if line.value or line.missing)


def _commitment(values: Values, names: Names) -> Iterator[Line]:
    speaker = said("speaker", values.get("speaker"), names) or text(values.get("speaker_words"))
    yield Line(_("Said by"), speaker, NOT_IN_TEXT)
    yield Line(_("On behalf of"), said("by", values.get("by"), names))
    yield Line(_("Addressed to"), said("addressees", values.get("addressees"), names), NOT_IN_TEXT)
    yield Line(_("Areas"), said("areas", values.get("areas"), names), _("None recognised"))
    yield Line(_("Due"), said("due_words", values.get("due_words"), names), NOT_WHEN)
    yield Line(_("Said at"), said("meeting", values.get("meeting"), names))


def _meeting(values: Values, names: Names) -> Iterator[Line]:
    yield Line(_("Known already"), said("meeting", values.get("meeting"), names))
    yield Line(_("Series"), said("series", values.get("series"), names), NOT_IN_TEXT)
    yield Line(_("Number in its series"), said("ordinal", values.get("ordinal"), names))
    yield Line(_("Date"), said("date", values.get("date"), names), NO_DATE)
    yield Line(_("Until"), said("until", values.get("until"), names))
    yield Line(_("City"), both("city", values), NOT_IN_TEXT)


def _person(values: Values, names: Names) -> Iterator[Line]:
    yield Line(_("Known already"), said("person", values.get("person"), names))
    yield Line(_("Name"), both("name", values))
    yield Line(_("Post"), both("title", values), NOT_IN_TEXT)
    yield Line(_("Acts for"), said("party", values.get("party"), names), NOT_IN_TEXT)


def _figure(values: Values, names: Names) -> Iterator[Line]:
    parts = [said(name, values.get(name), names) for name in ("comparator", "value", "unit")]
    yield Line(_("Value"), format_html("{} {} {}", *parts))
    yield Line(_("What it counts"), both("what", values), NOT_IN_TEXT)
    yield Line(_("As of"), said("as_of", values.get("as_of"), names), NO_DATE)
    yield Line(_("Party"), said("party", values.get("party"), names))


def both(name: str, values: Values) -> SafeString:
    """A field that exists in two languages, in that of the page."""
    return local(Bilingual(values.get(f"{name}_ar") or "", values.get(f"{name}_en") or ""))


def text(words: object) -> SafeString | str:
    """Free words, as an island of their own language that breaks at the end of a line."""
    return format_html('<bdi lang="{}">{}</bdi>', language_of(str(words)), clean(words)) if words else ""


def said(name: str, value: Any, names: Names) -> SafeString | str:
    """The value of a field in words; empty where there is none."""
    if value in (None, "", (), []):
        return ""
    if name in ("by", "addressees", "parties"):
        return parties(value, names.parties)
    if name == "areas":
        return phrase([local(names.areas[code]) if code in names.areas else island(code) for code in value])
    if name in ("party", "owner", "host", "country"):
        return party(value, names.parties)
    if name in ("speaker", "person", "meeting", "post"):
        return _thing(names.things[value], names.refs.get(value, "")) if value in names.things else ""
    if name in ("said_on", "due_words", "date", "until", "as_of", "due"):
        return day(value)
    return _other(name, value)


def _thing(title: Bilingual, ref: str) -> SafeString | str:
    """What a record is called, its reference an island."""
    if not ref:
        return local(title)
    alone = Bilingual(title.ar.removesuffix(f" ({ref})"), title.en.removesuffix(f" ({ref})"))
    return format_html("{} ({})", local(alone), island(ref))


def _other(name: str, value: Any) -> SafeString | str:
    if name == "series":
        return local(READ_SERIES[value]) if value in READ_SERIES else island(value)
    if name in ("kind", "comparator", "state"):
        return word(value, name)
    if name == "ordinal":
        return number(value)
    if name == "value":
        return number(float(value))
    return text(value)


def told(kind: str, values: Values, names: Names) -> tuple[Line, ...]:
    """The fields that somebody filled in, in words, under the labels of the form."""
    fields = (
        (field, name, said(name, values.get(name), names)) for name, field in ACCEPT[kind].form.base_fields.items()
    )
    return tuple(Line(field.label or "", value) for field, name, value in fields if value and field.label)


def ids_in(entries: Iterable[ProposalEntry]) -> set[str]:
    """The ids of people and meetings that decisions on these proposals name."""
    named = ("speaker", "person", "meeting", "post")
    return {entry.decided[name] for entry in entries if entry.decided for name in named if entry.decided.get(name)}
