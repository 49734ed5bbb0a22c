"""Formats and series: which kinds of meetings there are, and how often consultations should be held. Both are public."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, known_parties, update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Conflict, Problem
from mithaq.register.meetings.filing import known_format, without
from mithaq.register.meetings.formats import FormatSpec, parse_roles, parse_steps, text_of
from mithaq.register.meetings.forms import AddSeries, DefineFormat, DescribeSeries, RedefineFormat
from mithaq.register.meetings.models import Format, Series
from mithaq.register.meetings.rights import format_named
from mithaq.register.meetings.stored import columns_of

T = TypeVar("T")


@operation("meetings.define_format", needs=Permission.MEETINGS_MANAGE, form=DefineFormat)
def define_format(
    viewer: Viewer, *, code: str, name_ar: str, name_en: str, roles_text: str, steps_text: str, meeting_level: str = ""
) -> Reference:
    """A new kind of meeting: its roles with their rights and its steps, one a line (see `meetings.formats` for examples).

    Meetings can be planned in it at once.
    """
    if format_named(code) is not None:
        raise invalid("code", "There is a format with this code.", "taken")
    label = Label.objects.of(Level.PUBLIC)
    columns = columns_of(_parsed("roles_text", parse_roles, roles_text), _parsed("steps_text", parse_steps, steps_text))
    made = Format.objects.create(
        label=label, code=code, name_ar=name_ar, name_en=name_en, level=meeting_level, **columns
    )
    return Reference(made.public_id, label.id, {"code": [None, code]})


@operation("meetings.redefine_format", needs=Permission.MEETINGS_MANAGE, form=RedefineFormat)
def redefine_format(viewer: Viewer, /, *, format: str, version: int, **sent: str) -> Reference:
    """Change a kind of meeting; what is left out stays. Its meetings go on by the new roles and steps from then on.

    A format that every house knows becomes this house's own by it.
    """
    spec = format_named(format)
    if spec is None:
        raise Absent
    roles = _parsed("roles_text", parse_roles, sent["roles_text"]) if sent.get("roles_text") else spec.roles
    steps = _parsed("steps_text", parse_steps, sent["steps_text"]) if sent.get("steps_text") else spec.steps
    columns: dict[str, Any] = {
        "name_ar": sent.get("name_ar") or spec.name.ar,
        "name_en": sent.get("name_en") or spec.name.en,
        "level": sent.get("meeting_level", spec.level),
        **columns_of(roles, steps),
    }
    _keep(spec, version, columns)
    row = Format.objects.get(code=format)
    return Reference(row.public_id, row.label_id, _told(spec, roles, steps, columns))


def _keep(spec: FormatSpec, version: int, columns: dict[str, Any]) -> None:
    rows = Format.objects.filter(code=spec.code)
    if rows.exists():
        update_at(rows, version, **columns)
    elif version != spec.version:
        raise Conflict
    else:
        Format.objects.create(label=Label.objects.of(Level.PUBLIC), code=spec.code, version=version + 1, **columns)


def _told(spec: FormatSpec, roles: Any, steps: Any, columns: dict[str, Any]) -> dict[str, list[Any]]:
    pairs = {
        "name_ar": (spec.name.ar, columns["name_ar"]),
        "name_en": (spec.name.en, columns["name_en"]),
        "level": (spec.level, columns["level"]),
        "roles": (text_of(spec.roles), text_of(roles)),
        "steps": (text_of(spec.steps), text_of(steps)),
    }
    return {name: [old, new] for name, (old, new) in pairs.items() if old != new}


def _parsed(field: str, parse: Callable[[str], T], text: str) -> T:
    """What these lines say; Invalid for this field, with what the reader of formats says."""
    try:
        return parse(text)
    except Problem as problem:
        raise invalid(field, problem.text, problem.code, **problem.params) from problem


@operation("meetings.add_series", needs=Permission.MEETINGS_MANAGE, form=AddSeries)
def add_series(viewer: Viewer, /, *, code: str, name_ar: str, name_en: str, **cadence: Any) -> Reference:
    """A recurring consultation, how often it should meet, at which level, who hosts in turn. It is public.

    What is said at its meetings need not be.
    """
    if Series.objects.filter(code=code).exists():
        raise invalid("code", "There is a series with this code.", "taken")
    label = Label.objects.of(Level.PUBLIC)
    series = Series.objects.create(label=label, code=code, name_ar=name_ar, name_en=name_en, **_columns(cadence))
    return Reference(series.public_id, label.id, {"code": [None, code]})


@operation("meetings.describe_series", needs=Permission.MEETINGS_MANAGE, form=DescribeSeries)
def describe_series(viewer: Viewer, /, *, series: str, version: int, **cadence: Any) -> Reference:
    """Put right what a series is called, how often it should meet and who hosts in turn; what is left out stays."""
    row = Series.objects.filter(code=series).first()
    if row is None:
        raise Absent
    columns = _columns(cadence, row)
    for name in ("name_ar", "name_en"):
        if name in columns and not columns[name]:
            raise invalid(name, "A series needs a name in both languages.", "required")
    told = changed(row, **columns)
    update_at(Series.objects.filter(pk=row.pk), version, **columns)
    return Reference(row.public_id, row.label_id, told)


def _columns(cadence: dict[str, Any], row: Series | None = None) -> dict[str, Any]:
    """What was sent, as columns; Invalid for a format or host nobody knows, or a tolerance that does not fit the interval."""
    known_parties(cadence.get("rotation", ()), "rotation")
    known_format(cadence.get("format", ""))
    columns = without(cadence, "meeting_level")
    if "meeting_level" in cadence:
        columns["level"] = cadence["meeting_level"]
    every = cadence.get("every_months", row.every_months if row else None)
    tolerance = cadence.get("tolerance_months", row.tolerance_months if row else None)
    if tolerance is not None and (every is None or tolerance > every):
        raise invalid(
            "tolerance_months", "The tolerance is part of the interval: give an interval that is as long.", "tolerance"
        )
    return columns
