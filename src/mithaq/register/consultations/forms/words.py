"""Fields that several of these forms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WORDS = 20_000  # letters of one text


def identifier(label: Any = None, *, required: bool = True) -> forms.CharField:
    """The public id of a thing."""
    return forms.CharField(max_length=22, required=required, label=label)


def text(label: Any, *, length: int = WORDS, required: bool = False) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(max_length=length, required=required, widget=forms.Textarea, label=label)


def version() -> forms.IntegerField:
    """The version that was looked at."""
    return forms.IntegerField(min_value=1)


class Titled(forms.Form):
    """A title in at least one language."""

    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            message = _("Give the title in at least one language.")
            self.add_error("title_ar", forms.ValidationError(message, code="required"))
        return cleaned
