"""What people send about ideas."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, Labelled
from mithaq.register.consultations.forms.words import Titled, text, version
from mithaq.register.consultations.models import Idea
from mithaq.register.parties.forms import given

ENDS = [(state.value, state.label) for state in (Idea.State.REFUSED, Idea.State.WITHDRAWN)]


class FileIdea(Labelled, Titled):
    """A title and a few sentences in at least one language."""

    text_ar = text(_("The idea in Arabic"))
    text_en = text(_("The idea in English"))
    areas = CodeList(required=False, label=_("Areas"))
    meeting = forms.CharField(max_length=24, required=False, label=_("Raised at"))
    document = forms.CharField(max_length=24, required=False, label=_("Document it comes from"))
    sentence = forms.IntegerField(min_value=1, required=False, label=_("Sentence"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("text_ar") or cleaned.get("text_en")):
            message = _("Say in a few sentences what is suggested, in at least one language.")
            self.add_error("text_ar", forms.ValidationError(message, code="required"))
        if cleaned.get("document") and not cleaned.get("sentence"):
            self.add_error("sentence", forms.ValidationError(_("Say which sentence of the document."), code="required"))
        return cleaned


class DescribeIdea(forms.Form):
    """What is left out stays as it is."""

    idea = forms.CharField(max_length=24)
    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))
    text_ar = text(_("The idea in Arabic"))
    text_en = text(_("The idea in English"))
    areas = CodeList(required=False, label=_("Areas"))
    version = version()

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class SponsorIdea(forms.Form):
    idea = forms.CharField(max_length=24)
    reason = forms.CharField(max_length=500, required=False, label=_("Why your party takes it up"))
    version = version()


class ProposeIdea(forms.Form):
    idea = forms.CharField(max_length=24)
    words = text(_("The proposal in one sentence"), length=5000, required=True)
    addressees = CodeList(required=False, label=_("Addressed to"))
    meeting = forms.CharField(max_length=24, required=False, label=_("Proposed at"))
    reason = forms.CharField(max_length=500, required=False, label=_("Reason"))
    version = version()


class RecommendIdea(forms.Form):
    idea = forms.CharField(max_length=24)
    words = text(_("The recommendation in one sentence"), length=5000, required=True)
    meeting = forms.CharField(max_length=24, label=_("Recommended at"))
    addressees = CodeList(required=False, label=_("Addressed to"))
    reason = forms.CharField(max_length=500, required=False, label=_("Reason"))
    version = version()


class CloseIdea(forms.Form):
    idea = forms.CharField(max_length=24)
    state = forms.ChoiceField(choices=ENDS, label=_("How it ends"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = version()
