"""What people send about findings, what is done about them, and the annual review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, Labelled
from mithaq.register.meetings.forms.fields import at_version, party, text, thing
from mithaq.register.training.forms.fields import Amount, Count, words
from mithaq.reviews.findings.codes import Answer


class Evaluate(forms.Form):
    """No course named: all of which the results are seen. `worthwhile` stands in where no gain was agreed for a course."""

    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    courses = CodeList(required=False, label=_("Courses"))
    year = Count(min_value=1990, max_value=2100, required=False, label=_("Year of the runs of the course"))
    worthwhile = Amount(
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        required=False,
        label=_("Worthwhile gain where none was agreed, in points of 100"),
    )
    seed = Count(min_value=0, max_value=2_147_483_647, required=False, label=_("Seed of the draws"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["worthwhile"] = float(cleaned.get("worthwhile") or 0)
        cleaned["seed"] = cleaned.get("seed") or 0
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_ar", forms.ValidationError(_("Give it a title."), code="required"))
        return cleaned


class AnswerFinding(forms.Form):
    asked = thing()
    version = at_version()
    answer = forms.ChoiceField(
        choices=[(code, words) for code, words in Answer.choices if code != Answer.REJECTED], label=_("Answer")
    )
    text = words(_("In your words"), 2000)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer") == Answer.COMMENT and not cleaned.get("text"):
            self.add_error("text", forms.ValidationError(_("Say it in words."), code="required"))
        return cleaned


class RejectFinding(forms.Form):
    asked = thing()
    version = at_version()
    reason = forms.CharField(max_length=500, widget=forms.Textarea, label=_("Reason"))


class ActOnFinding(forms.Form):
    """The owner is the party that was asked where nobody else is named. `predicted`: the change in points of 100 that is
    expected; the next measurement says whether it came."""

    asked = thing()
    title_ar = text(_("What is done, in Arabic"))
    title_en = text(_("What is done, in English"))
    owner = party(_("Owner"))
    focal = text(_("Focal point"), 150)
    due = forms.DateField(label=_("Due"))
    predicted = Amount(
        min_value=0, max_value=100, max_digits=5, decimal_places=2, label=_("Expected change, in points of 100")
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            message = _("Say what is done, in at least one language.")
            self.add_error("title_ar", forms.ValidationError(message, code="required"))
        return cleaned


class ShareFinding(forms.Form):
    """Put it to one more party. It is told in words what it is asked about, and no number."""

    finding = thing()
    party = party(_("Party"), required=True)
    note_ar = words(_("What you say to it, in Arabic"), 1000)
    note_en = words(_("What you say to it, in English"), 1000)
    due = forms.DateField(required=False, label=_("To be answered by"))


class CloseFinding(forms.Form):
    finding = thing()
    version = at_version()
    reason = forms.CharField(max_length=500, label=_("Reason"))


class MakeReview(Labelled):
    centre = party(_("Centre"), required=True)
    year = Count(min_value=1990, max_value=2100, label=_("Year"))
