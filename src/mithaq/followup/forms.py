"""What people send about actions and their progress."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import LEVELS, CodeList
from mithaq.register.commitments.states import State
from mithaq.register.parties.forms import given


class _Titled(forms.Form):
    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error(
                "title_ar", forms.ValidationError(_("Say what is done, in at least one language."), code="required")
            )
        return cleaned


class AddAction(_Titled):
    """The level and audience narrow what the commitments have in common; left out, that is what it gets."""

    commitments = CodeList(label=_("Commitments it serves"))
    owner = forms.CharField(max_length=16, label=_("Owner"))
    focal = forms.CharField(max_length=150, required=False, label=_("Focal point"))
    due = forms.DateField(label=_("Due"))
    level = forms.ChoiceField(choices=[("", _("As the commitments")), *LEVELS], required=False, label=_("Level"))
    audience = CodeList(required=False, label=_("Released to"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))


class DescribeAction(_Titled):
    action = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)


class AssignAction(forms.Form):
    """What is left out stays as it is."""

    action = forms.CharField(max_length=22)
    owner = forms.CharField(max_length=16, required=False, label=_("Owner"))
    focal = forms.CharField(max_length=150, required=False, label=_("Focal point"))
    due = forms.DateField(required=False, label=_("Due"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)

    def clean(self) -> dict[str, Any]:
        sent = given(self, super().clean() or {})
        return {name: value for name, value in sent.items() if value or name == "focal"}


class ServeCommitment(forms.Form):
    action = forms.CharField(max_length=22)
    commitment = forms.CharField(max_length=22, label=_("Commitment"))


class ChangeActionState(forms.Form):
    action = forms.CharField(max_length=22)
    state = forms.ChoiceField(choices=State.choices, label=_("State"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)


class ReportProgress(forms.Form):
    """How far an action is, in words, with evidence: a sentence of a document, or an address outside."""

    action = forms.CharField(max_length=22)
    percent = forms.IntegerField(min_value=0, max_value=100, label=_("Done so far (percent)"))
    text_ar = forms.CharField(max_length=2000, required=False, widget=forms.Textarea, label=_("In Arabic"))
    text_en = forms.CharField(max_length=2000, required=False, widget=forms.Textarea, label=_("In English"))
    document = forms.CharField(max_length=22, required=False, label=_("Document that proves it"))
    sentence = forms.IntegerField(min_value=1, required=False, label=_("Sentence"))
    address = forms.URLField(max_length=500, required=False, assume_scheme="https", label=_("Address that proves it"))
    note = forms.CharField(max_length=300, required=False, label=_("What the evidence shows"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("text_ar") or cleaned.get("text_en")):
            message = _("Say in words how far it is, in at least one language.")
            self.add_error("text_ar", forms.ValidationError(message, code="required"))
        if cleaned.get("document") and not cleaned.get("sentence"):
            self.add_error("sentence", forms.ValidationError(_("Say which sentence of the document."), code="required"))
        return cleaned


class ConfirmReport(forms.Form):
    report = forms.CharField(max_length=22)
    answer = forms.CharField(max_length=1000, required=False, label=_("Answer"))
    version = forms.IntegerField(min_value=1)


class ReturnReport(forms.Form):
    report = forms.CharField(max_length=22)
    answer = forms.CharField(max_length=1000, widget=forms.Textarea, label=_("Question"))
    version = forms.IntegerField(min_value=1)


class HandOver(forms.Form):
    account = forms.CharField(max_length=150, label=_("Account"))
    to = forms.CharField(max_length=150, required=False, label=_("Who takes it over"))
