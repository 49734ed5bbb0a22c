"""What people send about outcomes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords
from mithaq.register.consultations.forms.words import identifier, text
from mithaq.register.consultations.models import Outcome, Position


class RecordOutcome(forms.Form):
    """The words stand in a sentence of a document or in an item of the meeting's minutes: one of the two.

    `item`: the item of the agenda; empty: none. `issue` and `stance` make a position of a statement.
    """

    meeting = forms.CharField(max_length=24)
    kind = forms.ChoiceField(choices=Outcome.Kind.choices, label=_("Kind of outcome"))
    words = text(_("The words"), length=5000, required=True)
    item = identifier(_("Item of the agenda"), required=False)
    minutes_item = identifier(_("Item of the minutes"), required=False)
    document = forms.CharField(max_length=24, required=False, label=_("Document"))
    sentence = forms.IntegerField(min_value=1, required=False, label=_("Sentence"))
    speaker = identifier(_("Said by"), required=False)
    by = CodeList(required=False, label=_("Parties that speak or commit"))
    addressees = CodeList(required=False, label=_("Addressed to"))
    areas = CodeList(required=False, label=_("Areas"))
    title_ar = forms.CharField(max_length=300, required=False, label=_("Short name in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Short name in English"))
    due_words = DateWords(required=False, label=_("By when, in the text"))
    issue = identifier(_("Issue it takes a position on"), required=False)
    stance = forms.ChoiceField(
        choices=[("", _("None")), *Position.Stance.choices], required=False, label=_("Where the party stands")
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if bool(cleaned.get("document")) == bool(cleaned.get("minutes_item")):
            message = _(
                "Name a sentence of a document, or an item of the minutes, in which the words stand: one of the two."
            )
            self.add_error("document", forms.ValidationError(message, code="source"))
        elif cleaned.get("document") and not cleaned.get("sentence"):
            self.add_error("sentence", forms.ValidationError(_("Say which sentence of the document."), code="required"))
        if not (cleaned.get("speaker") or cleaned.get("by")):
            message = _("Say who said it: a person, or at least one party.")
            self.add_error("by", forms.ValidationError(message, code="required"))
        if cleaned.get("issue"):
            self._check_position(cleaned)
        return cleaned

    def _check_position(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("kind") != Outcome.Kind.STATEMENT:
            message = _("Only a statement takes a position. Leave the issue empty, or call it a statement.")
            self.add_error("issue", forms.ValidationError(message, code="statement"))
        elif not cleaned.get("stance"):
            self.add_error("stance", forms.ValidationError(_("Say where the party stands."), code="required"))
        elif len(cleaned.get("by", ())) != 1:
            message = _("Name the one party whose position it is.")
            self.add_error("by", forms.ValidationError(message, code="one"))


class PlaceOutcome(forms.Form):
    """An outcome that was recorded, or a commitment that came through the reader: one of the two."""

    meeting = forms.CharField(max_length=24)
    outcome = identifier(required=False)
    commitment = forms.CharField(max_length=24, required=False)
    item = identifier(_("Item of the agenda"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if bool(cleaned.get("outcome")) == bool(cleaned.get("commitment")):
            message = _("Name an outcome or a commitment: one of the two.")
            self.add_error("outcome", forms.ValidationError(message, code="one"))
        return cleaned
