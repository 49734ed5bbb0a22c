"""The forms of proposals."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ReadDocument(forms.Form):
    document = forms.CharField(max_length=22)


class RejectProposal(forms.Form):
    proposal = forms.CharField(max_length=22)
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)
