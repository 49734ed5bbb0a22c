"""Somebody was faster: what was sent beside what stands now, field by field, and the form that puts the one on the other.

A form carries what stood in its fields when it came. So what its sender changed is told from what only others changed
meanwhile, which stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from mithaq.web.cards import Names, said, text
from mithaq.web.sending import sent
from mithaq.web.templatetags.mithaq import phrase

AS_SHOWN = "as_shown"  # the hidden field with what stood in the others

Sent = str | tuple[str, ...]
Fields = Mapping[str, Sent]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in words: as it was sent, and as it stands now."""

    name: str
    mine: SafeString | str
    stands: SafeString | str


@dataclass(frozen=True, slots=True)
class Compared:
    """What was sent and what stands now. `mine`: fields that the sender changed; `others`: those that only others did.

    `fields` is the one put on the other: what the sender changed, and everything else as it stands.
    """

    mine: tuple[str, ...]
    others: tuple[str, ...]
    sent: Fields
    stands: Fields

    @property
    def fields(self) -> dict[str, Sent]:
        """Each field that was sent, as it would be saved."""
        return {**self.sent, **{name: self.stands[name] for name in self.others}}


def as_sent(value: Any) -> Sent:
    """A value as a browser sends it back where nobody touches it."""
    if isinstance(value, list | tuple):
        return tuple(str(part) for part in value if part not in ("", None))
    return "" if value is None else str(value)


def as_shown(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """What the form carries: these fields as they stood."""
    return json.dumps({name: as_sent(values[name]) for name in names if name in values}, ensure_ascii=False)


def compared(request: HttpRequest, form: type[forms.Form], values: Mapping[str, Any]) -> Compared:
    """What was sent with this form beside these values, which stand now. Without what it carried, all is the sender's."""
    fields = {name: as_sent(value) for name, value in sent(request, form).items()}
    stands = {name: as_sent(values[name]) for name in fields if name in values}
    before = _before(request.POST.get(AS_SHOWN, ""))
    touched = {name for name in stands if fields[name] != before.get(name)}
    differing = [name for name in stands if fields[name] != stands[name]]
    mine = tuple(name for name in differing if name in touched)
    return Compared(mine, tuple(name for name in differing if name not in touched), fields, stands)


def _before(carried: str) -> dict[str, Sent]:
    try:
        found = json.loads(carried or "{}")
    except (ValueError, RecursionError):
        return {}
    return {name: as_sent(value) for name, value in found.items()} if isinstance(found, dict) else {}


def put_together(posted: QueryDict, fields: Fields) -> QueryDict:
    """What was posted, with these fields in it."""
    data = posted.copy()
    for name, value in fields.items():
        data.setlist(name, list(value) if isinstance(value, tuple) else [value])
    return data


def differences(form: forms.Form, names: Iterable[str], both: Compared, called: Names) -> list[Difference]:
    """These fields side by side, in the order of the form, in its own words."""
    shown = [name for name in form.fields if name in names]
    return [
        Difference(
            str(form[name].label),
            in_words(form.fields[name], name, both.sent[name], called),
            in_words(form.fields[name], name, both.stands[name], called),
        )
        for name in shown
    ]


def in_words(field: forms.Field, name: str, value: Sent, called: Names) -> SafeString | str:
    """A value as the form offers it, else as cards say it."""
    offered = _offered(field)
    codes = value if isinstance(value, tuple) else (value,)
    if all(offered.get(code) for code in codes):
        return phrase([conditional_escape(text(offered[code])) for code in codes if code])
    return said(name, value, called)


def _offered(field: forms.Field) -> dict[str, str]:
    """What can be chosen in a field: value -> words, out of groups too."""
    choices = getattr(field.widget, "choices", None) or getattr(field, "choices", None) or ()
    flat: dict[str, str] = {}
    for value, words in choices:
        flat.update(dict(words) if isinstance(words, list | tuple) else {str(value): str(words)})
    return flat
