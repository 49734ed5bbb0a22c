"""What people send about interests, joint goals and what was measured."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.register.consultations.forms.words import Titled, identifier, text, version
from mithaq.register.parties.sources import Sourced


class AddInterest(Labelled, Sourced, Titled):
    parties = CodeList(label=_("Whose interest it is"))
    areas = CodeList(required=False, label=_("Areas"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))


class AddGoal(Titled):
    """A goal without a measure is refused."""

    interest = identifier()
    measure_ar = forms.CharField(max_length=300, required=False, label=_("What is counted, in Arabic"))
    measure_en = forms.CharField(max_length=300, required=False, label=_("What is counted, in English"))
    unit = forms.CharField(max_length=80, required=False, label=_("Unit"))
    baseline = forms.DecimalField(max_digits=18, decimal_places=2, required=False, label=_("What it is now"))
    target = forms.DecimalField(max_digits=18, decimal_places=2, label=_("What it should be"))
    due = DateWords(label=_("By when"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("measure_ar") or cleaned.get("measure_en")):
            message = _(
                "Say what is counted to tell whether the goal was reached. A goal without a measure is not kept."
            )
            self.add_error("measure_ar", forms.ValidationError(message, code="measure"))
        return cleaned


class RecordResult(Sourced):
    goal = identifier()
    value = forms.DecimalField(max_digits=18, decimal_places=2, label=_("Value"))
    as_of = DateWords(label=_("As of"))


class ServeGoal(forms.Form):
    """That a course serves a goal, said or proposed. A means without a word on how it serves is refused."""

    goal = identifier(_("Joint goal"))
    course = identifier(_("Course"))
    how_ar = text(_("How the course serves the goal, in Arabic"), length=500)
    how_en = text(_("How the course serves the goal, in English"), length=500)
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("how_ar") or cleaned.get("how_en")):
            message = _("Say how the course serves the goal. A means without its reason is not kept.")
            self.add_error("how_ar", forms.ValidationError(message, code="how"))
        return cleaned


class NoLongerServe(forms.Form):
    means = identifier()
    version = version()
    reason = forms.CharField(max_length=500, label=_("Reason"))


class AnswerMeans(forms.Form):
    means_proposal = identifier()
    version = version()


class RefuseMeans(AnswerMeans):
    reason = forms.CharField(max_length=500, label=_("Reason"))
