"""Fields that the forms of several areas share, and the forms of access. A form never reads the database."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.markings import Level
from mithaq.core.errors import Problem

LEVELS = [
    (Level.PUBLIC.name, _("Public")),
    (Level.OFFICIAL.name, _("Official")),
    (Level.RESTRICTED.name, _("Restricted")),
    (Level.CONFIDENTIAL.name, _("Confidential")),
]


class _ManyValues(forms.SelectMultiple):
    """Takes a list from a browser's repeated field, from JSON, or one text with commas."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name)
        values = [values] if isinstance(values, str) else list(values or [])
        return [part.strip() for value in values for part in str(value).split(",") if part.strip()]


class CodeList(forms.Field):
    """Several codes or ids: a list, a repeated field, or one text separated by commas. Cleaned: a tuple without repeats."""

    widget = _ManyValues

    def to_python(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value or ()))

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")


class PartialDate(forms.CharField):
    """A day, month or year, as fine as it is known: ``2026-11-20``, ``2026-11``, ``2026``. Arabic digits are read too."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> str:
        from mithaq.core.dates import partial_date  # noqa: PLC0415  loads the calendars

        text = super().clean(value)
        if not text:
            return ""
        try:
            return partial_date(text)
        except Problem as problem:
            raise forms.ValidationError(problem.say(gettext), code=problem.code) from problem


class Labelled(forms.Form):
    """Who may see it: a level, and the parties it is released to. PUBLIC needs no audience; anything else does."""

    level = forms.ChoiceField(choices=LEVELS, label=_("Level"))
    audience = CodeList(required=False, label=_("Released to"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("level") not in (None, Level.PUBLIC.name) and not cleaned.get("audience"):
            self.add_error("audience", forms.ValidationError(_("Name at least one party that may see it."), code="required"))
        return cleaned


class SetLanguage(forms.Form):
    language = forms.ChoiceField(choices=[("ar", "العربية"), ("en", "English")], label=_("Language"))


class IssueToken(forms.Form):
    name = forms.CharField(max_length=80, label=_("What is it for?"))
    days = forms.IntegerField(min_value=1, max_value=365, label=_("Valid for (days)"))


class RevokeToken(forms.Form):
    token = forms.CharField(max_length=22)


class AddAccount(forms.Form):
    username = forms.SlugField(max_length=150, label=_("Sign-in name"))
    email = forms.EmailField(label=_("E-mail"))
    name_ar = forms.CharField(max_length=150, label=_("Name in Arabic"))
    name_en = forms.CharField(max_length=150, label=_("Name in English"))
    party = forms.CharField(max_length=16, required=False, label=_("Party"))
    level = forms.ChoiceField(choices=LEVELS, label=_("Level"))
    roles = CodeList(label=_("Roles"))
    language = forms.ChoiceField(choices=[("ar", "العربية"), ("en", "English")], label=_("Language"))
    deputy = forms.CharField(max_length=150, required=False, label=_("Deputy"))


class DisableAccount(forms.Form):
    account = forms.CharField(max_length=150)
    reason = forms.CharField(max_length=500, label=_("Reason"))
