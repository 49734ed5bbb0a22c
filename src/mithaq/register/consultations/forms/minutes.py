"""What people send about minutes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, Labelled
from mithaq.core.numbers import whole_number
from mithaq.register.consultations.forms.words import identifier, text, version
from mithaq.register.consultations.models import Correction

LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
ANSWERS = [choice for choice in Correction.State.choices if choice[0] != Correction.State.FILED]


class BeginMinutes(forms.Form):
    meeting = forms.CharField(max_length=24, label=_("Meeting"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))


class WriteMinutes(forms.Form):
    minutes_item = identifier()
    text_ar = text(_("In Arabic"))
    text_en = text(_("In English"))
    version = version()


class CiteInMinutes(forms.Form):
    minutes_item = identifier()
    document = forms.CharField(max_length=24, label=_("Document"))
    sentence = forms.IntegerField(min_value=1, label=_("Sentence"))


class UnciteInMinutes(forms.Form):
    minutes_item = identifier()
    document = forms.CharField(max_length=24, label=_("Document"))
    sentence = forms.IntegerField(min_value=1, label=_("Sentence"))


class TakeIntoMinutes(forms.Form):
    """`places`: for each sentence to be taken its number and the id of the item of the minutes, ``12:ID``."""

    minutes = identifier()
    document = forms.CharField(max_length=24, label=_("Document"))
    edition = forms.IntegerField(min_value=1)
    places = CodeList(label=_("Sentences and their items"))

    def clean_places(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for place in self.cleaned_data["places"]:
            number, _colon, item = place.partition(":")
            if not (whole_number(number) and item):
                message = _("“%(place)s” is no place. Write the number of a sentence, a colon, the id of an item.")
                raise forms.ValidationError(message, code="place", params={"place": place[:40]})
            found[whole_number(number)] = item
        return found


class CirculateMinutes(Labelled):
    minutes = identifier()
    version = version()


class CorrectMinutes(forms.Form):
    """`wording`: the whole wording of the item in this language as it should be."""

    minutes_item = identifier()
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language of the wording"))
    wording = text(_("The wording it should have"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = version()


class AnswerCorrection(forms.Form):
    correction = identifier()
    decision = forms.ChoiceField(choices=ANSWERS, label=_("Is it accepted?"))
    answer = forms.CharField(max_length=500, required=False, label=_("Reason"))
    version = version()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("decision") == Correction.State.REJECTED and not cleaned.get("answer"):
            message = _("Say why it is not accepted: the delegation reads it.")
            self.add_error("answer", forms.ValidationError(message, code="required"))
        return cleaned


class ApproveMinutes(forms.Form):
    """`meeting`: the later meeting of the series that approves them."""

    minutes = identifier()
    meeting = forms.CharField(max_length=24, label=_("Approved at"))
    version = version()
