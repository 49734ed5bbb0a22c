"""What people send about message houses, their lines, proofs and agreements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import LEVELS, CodeList, Labelled
from mithaq.register.meetings.forms.fields import at_version, text, thing
from mithaq.register.parties.forms import given

MANY = 60  # parties whose agreement is asked


def words(label: Any, length: int = 1000, *, required: bool = True) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(max_length=length, required=required, widget=forms.Textarea, label=label)


class Asked(CodeList):
    """The parties whose agreement is asked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Parties whose agreement is asked"), **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > MANY:
            raise forms.ValidationError(_("Name at most %(count)s parties."), code="many", params={"count": MANY})


class OpenHouse(Labelled):
    title_ar = text(_("Title in Arabic"), required=True)
    title_en = text(_("Title in English"), required=True)
    theme = text(_("Theme"), 40)
    areas = CodeList(required=False, label=_("Areas and themes"))
    parties = Asked()
    message_ar = words(_("The overarching message in Arabic"))
    message_en = words(_("The overarching message in English"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))


class AmendHouse(forms.Form):
    """What is left out stays as it is."""

    house = thing()
    version = at_version()
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    theme = text(_("Theme"), 40)
    areas = CodeList(required=False, label=_("Areas and themes"))
    parties = Asked(required=False)

    def clean(self) -> dict[str, Any]:
        sent = given(self, super().clean() or {})
        for name in ("title_ar", "title_en", "parties"):
            if name in sent and not sent[name]:
                self.add_error(name, forms.ValidationError(_("This cannot be left empty."), code="required"))
        return sent


class AddLine(forms.Form):
    """Level and audience narrow those of the house."""

    house = thing()
    ar = words(_("The line in Arabic"))
    en = words(_("The line in English"))
    level = forms.ChoiceField(choices=[("", _("As the house")), *LEVELS], required=False, label=_("Level"))
    audience = CodeList(required=False, label=_("Released to"))


class AmendLine(forms.Form):
    """What is left out stays as it is."""

    line = thing()
    version = at_version()
    ar = words(_("In Arabic"), required=False)
    en = words(_("In English"), required=False)
    why = text(_("Why it reads otherwise now"), 500, required=True)

    def clean(self) -> dict[str, Any]:
        sent = given(self, super().clean() or {})
        for name in ("ar", "en"):
            if name in sent and not sent[name]:
                self.add_error(name, forms.ValidationError(_("Say it in both languages."), code="required"))
        return sent


class ProveLine(forms.Form):
    """One of: a figure, a commitment, a sentence of a document, an agreed text."""

    line = thing()
    figure = thing(_("Figure"), required=False)
    commitment = thing(_("Commitment"), required=False)
    document = thing(_("Document"), required=False)
    sentence = forms.IntegerField(min_value=1, required=False, label=_("Sentence"))
    text = thing(_("Agreed text"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if sum(bool(cleaned.get(name)) for name in ("figure", "commitment", "document", "text")) != 1:
            message = _("Name one thing that proves it: a figure, a commitment, a sentence of a document or a text.")
            self.add_error("figure", forms.ValidationError(message, code="source"))
        if cleaned.get("document") and not cleaned.get("sentence"):
            self.add_error("sentence", forms.ValidationError(_("Say which sentence of the document."), code="required"))
        return cleaned


class DropProof(forms.Form):
    proof = thing()
    reason = text(_("Reason"), 500, required=True)


class AgreeLine(forms.Form):
    line = thing()
    version = at_version()


class ReserveLine(AgreeLine):
    words = words(_("The reservation, in the words of your party"))


class WithdrawAgreement(AgreeLine):
    reason = text(_("Reason"), 500, required=True)


class RestOnText(AgreeLine):
    text = thing(_("Agreed text"))


class RetireLine(AgreeLine):
    reason = text(_("Reason"), 500, required=True)


class RetireHouse(forms.Form):
    house = thing()
    version = at_version()
    reason = text(_("Reason"), 500, required=True)


class AttachSeries(forms.Form):
    """An empty series takes it off."""

    house = thing()
    version = at_version()
    series = text(_("Series whose meetings keep it"), 24)


class AddQuestion(forms.Form):
    line = thing()
    question_ar = text(_("Question in Arabic"), 500, required=True)
    question_en = text(_("Question in English"), 500, required=True)
    answer_ar = words(_("Answer in Arabic"))
    answer_en = words(_("Answer in English"))


class DropQuestion(forms.Form):
    question = thing()
    reason = text(_("Reason"), 500, required=True)
