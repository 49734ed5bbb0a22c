"""What people send about runs and releases."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import Labelled

LEAST, MOST = 5, 50  # people a number that is shown has to be about


class CheckRun(forms.Form):
    run = forms.CharField(max_length=24)


class ProposeRelease(Labelled):
    run = forms.CharField(max_length=24)
    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))
    threshold = forms.IntegerField(
        min_value=LEAST, max_value=MOST, required=False, label=_("Fewest people a number may be about")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_ar", _("Give the title in at least one language."))
        return cleaned


class AgreeToRelease(forms.Form):
    consent = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)


class DeclineRelease(AgreeToRelease):
    reason = forms.CharField(max_length=500, label=_("Reason"))


class IssueRelease(forms.Form):
    release = forms.CharField(max_length=24)
    version = forms.IntegerField(min_value=1)


class WithdrawRelease(IssueRelease):
    reason = forms.CharField(max_length=500, label=_("Reason"))
