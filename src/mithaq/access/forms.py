"""Fields that the forms of several areas share, and the forms of access. A form never reads the database."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.markings import Level
from mithaq.core.dates import NotADate, PartialDate
from mithaq.core.text import fold

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


class DateWords(forms.CharField):
    """A day, month, quarter, season or year, as fine as it is known: ``2026-11-20``, ``2026-11``, ``2026``. Cleaned: the same text.

    Arabic and Persian digits are read too.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, **kwargs)

    def clean(self, value: Any) -> str:
        text = fold(str(super().clean(value))).text.upper()
        try:
            return PartialDate.parse(text).text if text else ""
        except NotADate as problem:
            raise forms.ValidationError(problem.say(gettext), code=problem.code) from problem


class Labelled(forms.Form):
    """Who may see it: a level, and the parties it is released to. PUBLIC needs no audience; anything else does."""

    level = forms.ChoiceField(choices=LEVELS, label=_("Level"))
    audience = CodeList(required=False, label=_("Released to"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("level") not in (None, Level.PUBLIC.name) and not cleaned.get("audience"):
            self.add_error(
                "audience", forms.ValidationError(_("Name at least one party that may see it."), code="required")
            )
        return cleaned


class SetLanguage(forms.Form):
    language = forms.ChoiceField(choices=[("ar", "العربية"), ("en", "English")], label=_("Language"))


class SetDeputy(forms.Form):
    deputy = forms.CharField(max_length=150, required=False, label=_("Deputy"))


class IssueToken(forms.Form):
    name = forms.CharField(max_length=80, label=_("What is it for?"))
    days = forms.IntegerField(min_value=1, max_value=365, label=_("Valid for (days)"))
    digest = forms.RegexField(r"^[0-9a-f]{64}$")


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


class SetSecret(forms.Form):
    account = forms.CharField(max_length=150, label=_("Account"))
    secret = forms.CharField(min_length=12, max_length=200, strip=False, label=_("Password"))

    def clean_secret(self) -> str:
        secret: str = self.cleaned_data["secret"]
        validate_password(secret)
        return secret


class SaveView(forms.Form):
    page = forms.CharField(max_length=40)
    name = forms.CharField(max_length=120, label=_("Name of the view"))
    query = forms.CharField(max_length=1000, required=False)
    shared = forms.BooleanField(required=False, label=_("Share with my party"))


class RemoveView(forms.Form):
    view = forms.CharField(max_length=22)


class KeepDraft(forms.Form):
    form = forms.CharField(max_length=200)
    typed = forms.JSONField()


class DropDraft(forms.Form):
    form = forms.CharField(max_length=200)
