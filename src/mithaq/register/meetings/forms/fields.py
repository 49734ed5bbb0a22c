"""Fields that the forms of this area share. A form never reads the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.meetings.models import Level
from mithaq.register.meetings.times import NotAnHour, written, zones

CODE = r"^[a-z0-9_-]{2,24}$"


def text(label: Any, length: int = 300, *, required: bool = False) -> forms.CharField:
    """A line of text."""
    return forms.CharField(max_length=length, required=required, label=label)


def lines(label: Any, help_text: Any, *, required: bool = True) -> forms.CharField:
    """Text of several lines, with a sentence on how to type them."""
    return forms.CharField(max_length=8_000, required=required, label=label, help_text=help_text, widget=forms.Textarea)


def party(label: Any, *, required: bool = False) -> forms.CharField:
    """The code of a party."""
    return text(label, 16, required=required)


def thing(label: Any = "", *, required: bool = True) -> forms.CharField:
    """The public id of something, or its reference."""
    return forms.CharField(max_length=24, required=required, label=label)


def level_field() -> forms.ChoiceField:
    """Who sits at the table; it may be left out."""
    choices = [("", _("Not said")), *Level.choices]
    return forms.ChoiceField(choices=choices, required=False, label=_("Level of the meeting"))


def at_version() -> forms.IntegerField:
    """What was looked at when somebody began to change it."""
    return forms.IntegerField(min_value=1)


class EachOnce(CodeList):
    """Several codes, none of them twice."""

    def to_python(self, value: Any) -> tuple[str, ...]:
        codes = tuple(value or ())
        for at, code in enumerate(codes):
            if code in codes[:at]:
                raise forms.ValidationError(_("“%(code)s” is named twice."), code="twice", params={"code": code})
        return codes


class LocalHour(forms.CharField):
    """A day and hour on the clock of the place: ``2026-12-14 09:30``. Cleaned: a datetime without a zone, or None.

    With an offset (``2026-10-25T02:30+01:00``) for an hour that the clocks show twice. Arabic digits are read too.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=25, **kwargs)

    def clean(self, value: Any) -> datetime | None:
        cleaned = str(super().clean(value))
        try:
            return written(cleaned) if cleaned else None
        except NotAnHour as problem:
            raise forms.ValidationError(problem.say(gettext), code=problem.code) from problem


class ZoneName(forms.CharField):
    """The name of a time zone: ``Asia/Qatar``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        name = str(super().clean(value))
        if name and name not in zones():
            message = _("There is no time zone of this name. Write it as Asia/Qatar or Europe/Brussels.")
            raise forms.ValidationError(message, code="unknown_zone")
        return name
