"""What people send about commitments."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import LEVELS, CodeList, DateWords
from mithaq.register.commitments.models import Acceptance, Commitment, Repeat
from mithaq.register.commitments.states import State
from mithaq.register.parties.forms import given
from mithaq.register.parties.sources import Sourced


class _Said(forms.Form):
    """What was said by whom to whom."""

    kind = forms.ChoiceField(choices=Commitment.Kind.choices, required=False, label=_("Kind"))
    title_ar = forms.CharField(max_length=300, required=False, label=_("Short name in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Short name in English"))
    translation = forms.CharField(
        max_length=5000, required=False, widget=forms.Textarea, label=_("Working translation")
    )
    speaker = forms.CharField(max_length=22, required=False, label=_("Said by"))
    by = CodeList(required=False, label=_("Parties that speak or commit"))
    addressees = CodeList(required=False, label=_("Addressed to"))
    areas = CodeList(required=False, label=_("Areas"))
    meeting = forms.CharField(max_length=22, required=False, label=_("Said at"))
    said_on = DateWords(required=False, label=_("Said on"))
    due_words = DateWords(required=False, label=_("By when, in the text"))


class Assigned(forms.Form):
    """Who answers for it until when."""

    owner = forms.CharField(max_length=16, required=False, label=_("Owner"))
    focal = forms.CharField(max_length=150, required=False, label=_("Focal point"))
    due = forms.DateField(required=False, label=_("Due"))


class AcceptCommitment(_Said, Assigned):
    """What is left out stands as it was read."""

    proposal = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)
    words = forms.CharField(max_length=5000, required=False, widget=forms.Textarea, label=_("The words"))

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class AddCommitment(Sourced, _Said, Assigned):
    """The level and audience narrow those of the document; without a document the level is needed."""

    kind = forms.ChoiceField(choices=Commitment.Kind.choices, label=_("Kind"))
    words = forms.CharField(max_length=5000, widget=forms.Textarea, label=_("The words"))
    level = forms.ChoiceField(choices=[("", _("As the document")), *LEVELS], required=False, label=_("Level"))
    audience = CodeList(required=False, label=_("Released to"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("source") and not cleaned.get("level"):
            self.add_error("level", forms.ValidationError(_("Say who may see it."), code="required"))
        return cleaned


class DescribeCommitment(_Said):
    """What is left out stays as it is."""

    commitment = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)

    def clean(self) -> dict[str, Any]:
        return {name: value for name, value in given(self, super().clean() or {}).items() if name != "kind" or value}


class AssignCommitment(Assigned):
    commitment = forms.CharField(max_length=22)
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class Moved(forms.Form):
    """Where it goes."""

    state = forms.ChoiceField(choices=State.choices, label=_("State"))


class ChangeState(Moved):
    commitment = forms.CharField(max_length=22)
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)


class StateStand(forms.Form):
    commitment = forms.CharField(max_length=22)
    stand = forms.ChoiceField(choices=Acceptance.Stand.choices, label=_("Where your party stands"))
    text_ar = forms.CharField(max_length=1000, required=False, widget=forms.Textarea, label=_("In Arabic"))
    text_en = forms.CharField(max_length=1000, required=False, widget=forms.Textarea, label=_("In English"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        needs_words = cleaned.get("stand") in (Acceptance.Stand.RESERVE, Acceptance.Stand.OBJECT)
        if needs_words and not (cleaned.get("text_ar") or cleaned.get("text_en")):
            message = _("A reservation or an objection needs its own words, in at least one language.")
            self.add_error("text_ar", forms.ValidationError(message, code="required"))
        return cleaned


class ScoreCommitment(forms.Form):
    commitment = forms.CharField(max_length=22)
    party = forms.CharField(max_length=16, label=_("Party"))
    value = forms.TypedChoiceField(choices=[("-1", "−1"), ("0", "0"), ("1", "+1")], coerce=int, label=_("Score"))
    document = forms.CharField(max_length=22, label=_("Document that proves it"))
    sentence = forms.IntegerField(min_value=1, label=_("Sentence"))


class JudgeRepeat(forms.Form):
    repeat = forms.CharField(max_length=22)
    decision = forms.ChoiceField(choices=Repeat.Decision.choices, label=_("Is it the same call?"))
    version = forms.IntegerField(min_value=1)


class RelateCommitments(forms.Form):
    """Both are named by their id or reference."""

    commitment = forms.CharField(max_length=24)
    other = forms.CharField(max_length=24, label=_("The other commitment"))
    decision = forms.ChoiceField(
        choices=[choice for choice in Repeat.Decision.choices if choice[0] != Repeat.Decision.OPEN],
        label=_("Is it the same call?"),
    )


class FindRepeats(forms.Form):
    commitment = forms.CharField(max_length=22)


class AcceptMany(forms.Form):
    document = forms.CharField(max_length=22)
    proposals = CodeList(label=_("Proposals"))


class UndoDecision(forms.Form):
    proposal = forms.CharField(max_length=22)
    version = forms.IntegerField(min_value=1)
