"""What people send about series and meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.register.parties.forms import given
from mithaq.register.parties.sources import Sourced


class AddSeries(forms.Form):
    code = forms.RegexField(r"^[a-z0-9_-]{2,24}$", label=_("Code"))
    name_ar = forms.CharField(max_length=200, label=_("Name in Arabic"))
    name_en = forms.CharField(max_length=200, label=_("Name in English"))


class _Held(forms.Form):
    """When and where a meeting is held and who is there. What is not known stays empty."""

    series = forms.CharField(max_length=24, required=False, label=_("Series"))
    ordinal = forms.IntegerField(min_value=1, max_value=9999, required=False, label=_("Number in its series"))
    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))
    date = DateWords(required=False, label=_("Date"))
    until = DateWords(required=False, label=_("Until"))
    city_ar = forms.CharField(max_length=80, required=False, label=_("City in Arabic"))
    city_en = forms.CharField(max_length=80, required=False, label=_("City in English"))
    country = forms.RegexField(r"^[A-Z]{3}$", required=False, label=_("Country (ISO 3166-1 alpha-3)"))
    host = forms.CharField(max_length=16, required=False, label=_("Host"))
    parties = CodeList(required=False, label=_("Parties"))
    note_ar = forms.CharField(max_length=500, required=False, label=_("Note in Arabic"))
    note_en = forms.CharField(max_length=500, required=False, label=_("Note in English"))


class AddMeeting(Labelled, Sourced, _Held):
    series = forms.CharField(max_length=24, label=_("Series"))


class DescribeMeeting(_Held):
    meeting = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class AttachDocument(forms.Form):
    meeting = forms.CharField(max_length=22, label=_("Meeting"))
    document = forms.CharField(max_length=22, label=_("Document"))


class AcceptMeeting(_Held):
    """What is left out stands as it was read. `meeting`: a meeting known already that this is; empty: a new one."""

    proposal = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)
    meeting = forms.CharField(max_length=22, required=False, label=_("Known meeting"))

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})
