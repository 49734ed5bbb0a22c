"""What people send about fact sheets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, Labelled
from mithaq.register.activities.forms import Day
from mithaq.register.meetings.forms.fields import at_version, text, thing
from mithaq.register.outreach.counting import WORDS
from mithaq.register.parties.forms import given


class Counts(CodeList):
    """Which counts the sheet tells."""

    def __init__(self) -> None:
        super().__init__(required=False, label=_("What is counted on the day of issue"))

    def validate(self, value: Any) -> None:
        super().validate(value)
        for code in value or ():
            if code not in WORDS:
                message = _("There is no count “%(code)s”. Known: %(known)s.")
                told = {"code": code, "known": ", ".join(WORDS)}
                raise forms.ValidationError(message, code="unknown_count", params=told)


def sentence(label: Any, *, required: bool = True) -> forms.CharField:
    """One sentence of introduction."""
    return forms.CharField(max_length=600, required=required, widget=forms.Textarea, label=label)


class ComposeSheet(Labelled):
    """Level and audience are those of the draft: the issued sheet is public."""

    title_ar = text(_("Title in Arabic"), required=True)
    title_en = text(_("Title in English"), required=True)
    intro_ar = sentence(_("One sentence of introduction, in Arabic"))
    intro_en = sentence(_("One sentence of introduction, in English"))
    counts = Counts()
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("level") == "PUBLIC":
            message = _("Nobody else sees a sheet before it is issued. Choose another level for the draft.")
            self.add_error("level", forms.ValidationError(message, code="public_draft"))
        return cleaned


class DescribeSheet(forms.Form):
    """What is left out stays as it is."""

    fact_sheet = thing()
    version = at_version()
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    intro_ar = sentence(_("One sentence of introduction, in Arabic"), required=False)
    intro_en = sentence(_("One sentence of introduction, in English"), required=False)
    counts = Counts()

    def clean(self) -> dict[str, Any]:
        sent = given(self, super().clean() or {})
        for name in ("title_ar", "title_en", "intro_ar", "intro_en"):
            if name in sent and not sent[name]:
                self.add_error(name, forms.ValidationError(_("Say it in both languages."), code="required"))
        return sent


class PutFigure(forms.Form):
    """Without a place it comes last."""

    fact_sheet = thing()
    figure = thing(_("Figure"))
    group = text(_("Area under which it stands"), 40)
    place = forms.IntegerField(min_value=1, max_value=999, required=False, label=_("Place in the order"))


class PlaceFigure(forms.Form):
    sheet_figure = thing()
    group = text(_("Area under which it stands"), 40)
    place = forms.IntegerField(min_value=1, max_value=999, label=_("Place in the order"))


class TakeOffFigure(forms.Form):
    sheet_figure = thing()


class IssueSheet(forms.Form):
    """Without a day it bears today's date."""

    fact_sheet = thing()
    version = at_version()
    day = Day(required=False, label=_("Date of the sheet"))


class WithdrawSheet(forms.Form):
    fact_sheet = thing()
    version = at_version()
    reason = text(_("Reason, for everybody to read"), 500, required=True)
