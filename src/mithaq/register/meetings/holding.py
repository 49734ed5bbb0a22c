"""Which meetings have taken place, and which are still to come: by the steps of their formats. Inside a visit."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q

from mithaq.register.meetings.formats import CANCELLED, FormatSpec
from mithaq.register.meetings.shipped import PLAIN, shipped_formats

Formats = Mapping[str, FormatSpec]


def spec_in(formats: Formats, code: str) -> FormatSpec:
    """The format with this code among these; that of a council where there is none."""
    return formats.get(code) or shipped_formats()[PLAIN]


def took_place(formats: Formats) -> Q:
    """The meetings that have been held, by these formats."""
    plain = shipped_formats()[PLAIN].held
    other = {code: spec.held for code, spec in formats.items() if spec.held != plain}
    held = Q(state__in=plain) & ~Q(format__in=other)
    for states in set(other.values()):
        held |= Q(format__in=[code for code, own in other.items() if own == states], state__in=states)
    return held


def to_come(formats: Formats) -> Q:
    """The meetings that are planned: neither held nor cancelled."""
    return ~took_place(formats) & ~Q(state=CANCELLED)
