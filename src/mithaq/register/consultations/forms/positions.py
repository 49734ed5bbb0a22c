"""What people send about issues and positions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import LEVELS, CodeList, DateWords, Labelled
from mithaq.register.consultations.forms.words import Titled, identifier, text, version
from mithaq.register.consultations.models import Position
from mithaq.register.parties.forms import given
from mithaq.register.parties.sources import Sourced


class AddIssue(Labelled, Titled):
    about_ar = text(_("What it is about, in Arabic"), length=2000)
    about_en = text(_("What it is about, in English"), length=2000)
    areas = CodeList(required=False, label=_("Areas and themes"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))


class DescribeIssue(forms.Form):
    """What is left out stays as it is."""

    issue = identifier()
    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))
    about_ar = text(_("What it is about, in Arabic"), length=2000)
    about_en = text(_("What it is about, in English"), length=2000)
    areas = CodeList(required=False, label=_("Areas and themes"))
    version = version()

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class RecordPosition(Sourced):
    """The words stand in the sentence, or in the source that is named. Level and audience narrow those of issue and document."""

    issue = identifier()
    party = forms.CharField(max_length=16, label=_("Party"))
    stance = forms.ChoiceField(choices=Position.Stance.choices, label=_("Where the party stands"))
    words = text(_("The words"), length=5000, required=True)
    said_on = DateWords(required=False, label=_("Said on"))
    meeting = forms.CharField(max_length=24, required=False, label=_("Said at"))
    level = forms.ChoiceField(choices=[("", _("As the issue")), *LEVELS], required=False, label=_("Level"))
    audience = CodeList(required=False, label=_("Released to"))


class DescribePosition(forms.Form):
    """What is left out stays as it is."""

    position = identifier()
    stance = forms.ChoiceField(choices=Position.Stance.choices, required=False, label=_("Where the party stands"))
    said_on = DateWords(required=False, label=_("Said on"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = version()

    def clean(self) -> dict[str, Any]:
        sent = given(self, super().clean() or {})
        return {name: value for name, value in sent.items() if value or name != "stance"}
