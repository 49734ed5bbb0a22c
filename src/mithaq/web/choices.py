"""What can be chosen in a field of codes or ids: options as (value, words), what stands there already first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext

from mithaq.access.reads import officers, parties
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import meeting_list, series_list
from mithaq.register.meetings.series import READ_SERIES
from mithaq.register.parties.reads import initiatives, people, posts
from mithaq.register.programmes.reads import area_names
from mithaq.web.days import gregorian, tongue
from mithaq.web.listing import walked
from mithaq.web.signs import SIGNS

Option = tuple[str, str]
Options = list[Any]  # of Option, or of (words, [Option, ...]) for a group
SEVERAL = (
    *("by", "addressees", "parties", "areas", "roles", "co_organisers", "participants", "nominations", "counts"),
    "barriers",
)
SIGNED = ("kind", "comparator")
IN_ORDER = ("rotation",)
TYPED = ("other",)  # by its reference; what is offered is no more than what comes to mind


class Ticks(forms.CheckboxSelectMultiple):
    """Boxes to tick. A page sends an empty value beside them, so that nothing ticked is told from nothing asked."""

    template_name = "documents/ticks.html"


class Suggestions(forms.TextInput):
    """A text to type; under it stand some that it may be."""

    template_name = "parts/suggestions.html"

    def __init__(self, choices: Options) -> None:
        super().__init__()
        self.choices = choices

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        listed = {**(attrs or {}), "list": f"{name}-suggestions"}
        return super().get_context(name, value, listed) | {"choices": self.choices}


class InOrder(forms.TextInput):
    """Several codes to type in their order, with commas between."""

    def format_value(self, value: Any) -> str:
        return ", ".join(value) if isinstance(value, list | tuple) else str(value or "")


def choose(
    viewer: Viewer,
    form: forms.Form,
    values: Mapping[str, Any],
    names: Mapping[str, Bilingual],
    offered: Mapping[str, Callable[[], Options]] = MappingProxyType({}),
) -> None:
    """Give each field of this form that holds codes or ids the options it can have, and a day its calendar. One visit is best entered before.

    `offered`: options that the caller knows better, by field. What stands in a field already can always be kept.
    """
    for name, field in form.fields.items():
        options = offered[name]() if name in offered else options_of(viewer, name, values, names)
        if options is not None:
            kept = values.get(name) or ()
            if name in TYPED:
                field.widget = Suggestions(options)
            elif name in SEVERAL:
                field.widget = Ticks(choices=_kept_first(options, kept))
            else:
                field.widget = forms.Select(choices=_with_kept(options, str(kept or ""), names))
            field.widget.is_required = field.required
        elif name in IN_ORDER:
            field.widget = InOrder()
        elif isinstance(field, forms.DateField):
            field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        elif isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 3


def _with_kept(options: Options, kept: str, names: Mapping[str, Bilingual]) -> Options:
    """The options, and what stands in the field already if it is none of them."""
    there = {value for option in options for value, _ in (option[1] if isinstance(option[1], list) else [option])}
    known = not kept or kept in there
    return options if known else [*options, (kept, _local(names[kept]) if kept in names else kept)]


def _kept_first(options: Iterable[Option], kept: Iterable[str]) -> Options:
    """In the order in which they stand already, then the others: an order that nobody touched is no change."""
    words = dict(options)
    codes = [*kept, *(code for code in words if code not in kept)]
    return [(code, words.get(code, code)) for code in codes]


def options_of(viewer: Viewer, name: str, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Options | None:
    """The options of the field of this name; None if anything can be typed into it."""
    if name in ("by", "addressees", "parties"):
        return _parties(viewer)
    if name in ("owner", "host", "party"):
        return [("", gettext("None")), *_parties(viewer)]
    if name == "country":
        return [("", gettext("Not known")), *_parties(viewer, "state")]
    if name == "areas":
        return [(code, _local(name)) for code, name in area_names(viewer).items()]
    if name in SIGNED:
        return [(code, str(sign.words) or gettext("exactly")) for code, sign in SIGNS[name].items()]
    found = {
        "speaker": _people,
        "person": _people,
        "meeting": _meetings,
        "series": _series,
        "focal": _officers,
        "post": _posts,
        "initiative": _initiatives,
    }
    return list(found[name](viewer, values, names)) if name in found else None


def _local(name: Bilingual) -> str:
    return name.in_language(tongue())


def _parties(viewer: Viewer, kind: str = "") -> Options:
    return [(p.code, _local(p.short)) for p in parties(viewer).values() if kind in ("", p.kind)]


def _people(viewer: Viewer, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Iterator[Any]:
    """Who bears a name like the one in the text, then who acts for the same party."""
    kept = values.get("speaker") or values.get("person") or ""
    written = values.get("speaker_words") or values.get("name_ar") or values.get("name_en") or ""
    yield "", gettext("Nobody known here")
    if kept in names:
        yield kept, _local(names[kept])
    alike = {p.public_id: _local(p.name) for word in written.split()[-2:] for p in people(viewer, q=word).entries}
    party = next(iter(values.get("by") or ()), "") or values.get("party") or ""
    around = {p.public_id: _local(p.name) for p in people(viewer, party=party).entries}
    others = {public_id: name for public_id, name in around.items() if public_id not in alike}
    for words, found in ((gettext("A name like this"), alike), (gettext("Others"), others)):
        options = [(public_id, name) for public_id, name in found.items() if public_id != kept]
        if options:
            yield words, options


def _meetings(viewer: Viewer, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Iterator[Option]:
    kept, year = values.get("meeting") or "", str(values.get("said_on") or values.get("date") or "")[:4]
    yield "", gettext("None")
    if kept in names:
        yield kept, _local(names[kept])
    for row in meeting_list(viewer, year=year).entries:
        if row.public_id != kept:
            title = _local(row.title) or _local(row.series_name)
            yield row.public_id, " · ".join(filter(None, (title, gregorian(row.date) if row.date else "", row.ref)))


def _series(viewer: Viewer, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Iterator[Option]:
    known = READ_SERIES | {row.code: row.name for row in series_list(viewer)}
    yield from ((code, _local(name)) for code, name in known.items())


def _officers(viewer: Viewer, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Iterator[Option]:
    yield "", gettext("Nobody yet")
    yield from ((officer.account, _local(officer.name)) for officer in officers(viewer))


def _posts(viewer: Viewer, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Iterator[Option]:
    yield "", gettext("As written below")
    if values.get("party"):
        yield from ((post.public_id, _local(post.title)) for post in posts(viewer, party=values["party"]))


def _initiatives(viewer: Viewer, values: Mapping[str, Any], names: Mapping[str, Bilingual]) -> Iterator[Option]:
    yield from ((initiative.code, _local(initiative.name)) for initiative in initiatives(viewer))


def signed(table: str) -> Options:
    """The codes of this table of signs, in words."""
    return [(code, str(sign.words)) for code, sign in SIGNS[table].items()]


def posts_by_party(viewer: Viewer) -> Options:
    """All posts, under the names of their parties."""
    names, found = parties(viewer), posts(viewer)
    codes = dict.fromkeys(post.party for post in found)
    return [
        (_local(names[code].short), [(post.public_id, _local(post.title)) for post in found if post.party == code])
        for code in codes
    ]


def everybody(viewer: Viewer) -> Options:
    """All people who were released to the viewer, by their English name."""
    return [(person.public_id, _local(person.name)) for person in walked(people, viewer)]
