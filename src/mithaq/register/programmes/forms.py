"""What people send about areas of cooperation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import DateWords, Labelled
from mithaq.register.programmes.models import AreaClaim


class AddArea(forms.Form):
    code = forms.RegexField(r"^[a-z0-9_]{2,40}$", label=_("Code"))
    name_ar = forms.CharField(max_length=120, label=_("Name in Arabic"))
    name_en = forms.CharField(max_length=120, label=_("Name in English"))
    group = forms.CharField(max_length=40, required=False, label=_("Group"))
    theme = forms.BooleanField(required=False, label=_("A theme of threat"))
    order = forms.IntegerField(min_value=0, max_value=9999, required=False, label=_("Order"))


class ClaimArea(Labelled):
    area = forms.CharField(max_length=40, label=_("Area"))
    mode = forms.ChoiceField(choices=AreaClaim.Mode.choices, label=_("Named as"))
    since = DateWords(required=False, label=_("Since"))
    source = forms.CharField(max_length=300, label=_("Source"))
