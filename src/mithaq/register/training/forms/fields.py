"""Fields that the forms of this area share. A form never reads the database."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.core.text import fold


def words(label: Any, length: int, *, required: bool = False) -> forms.CharField:
    """Text of several lines."""
    return forms.CharField(max_length=length, required=required, label=label, widget=forms.Textarea)


def choice(choices: list[tuple[Any, Any]], label: Any) -> forms.ChoiceField:
    """One of these, or nothing."""
    return forms.ChoiceField(choices=[("", _("Not said")), *choices], required=False, label=label)


class Amount(forms.DecimalField):
    """A number with a point, also in Arabic or Persian digits and with the Arabic point."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(fold(value).text.replace("٫", ".") if isinstance(value, str) else value)


class Count(forms.IntegerField):
    """A whole number, also in Arabic or Persian digits."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(fold(value).text if isinstance(value, str) else value)


class Currency(forms.RegexField):
    """A currency by its code (ISO 4217): ``EUR``."""

    def __init__(self) -> None:
        super().__init__(r"^[A-Z]{3}$", required=False, label=_("Currency (ISO 4217)"))
