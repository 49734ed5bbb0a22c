"""What people send about an instrument, its questions, links to it, and a form that was filled on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.activities.forms import Day
from mithaq.register.instruments.models import Instrument, Item, Wave
from mithaq.register.instruments.persons import as_code, is_code
from mithaq.register.meetings.forms.fields import at_version, party, text, thing
from mithaq.register.parties.forms import given
from mithaq.register.training.forms.fields import Amount, Count, choice, words

LANGUAGES = [("ar", "العربية"), ("en", "English")]
FORM = r"^[A-Z0-9]{1,4}$"


class AddInstrument(forms.Form):
    """`usual`: begin with the usual questions of the level, where there are such."""

    course = thing()
    level = forms.ChoiceField(choices=Instrument.Level.choices, label=_("What it measures"))
    form = forms.RegexField(FORM, required=False, label=_("Form (A, B, …)"))
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    shared = CodeList(required=False, label=_("Who sees it too"))
    usual = forms.BooleanField(required=False, label=_("Begin with the usual questions"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_ar", forms.ValidationError(_("Give it a title."), code="required"))
        cleaned["form"] = cleaned.get("form") or "A"
        return cleaned


class AmendInstrument(forms.Form):
    """What is left out stays."""

    instrument = thing()
    version = at_version()
    form = forms.RegexField(FORM, required=False, label=_("Form (A, B, …)"))
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))

    def clean(self) -> dict[str, Any]:
        cleaned = given(self, super().clean() or {})
        if cleaned.get("form") == "":
            del cleaned["form"]
        return cleaned


class SetItem(forms.Form):
    """`right`: which of the answers is the right one, counted from 1."""

    instrument = thing()
    version = at_version()
    number = Count(min_value=1, max_value=200, label=_("Number"))
    kind = forms.ChoiceField(choices=Item.Kind.choices, label=_("Kind"))
    words_ar = text(_("Question in Arabic"), 1000)
    words_en = text(_("Question in English"), 1000)
    options_ar = words(_("Answers in Arabic, one a line"), 4000)
    options_en = words(_("Answers in English, one a line"), 4000)
    right = Count(min_value=1, max_value=20, required=False, label=_("Which answer is right"))
    points = Amount(min_value=0, max_digits=6, decimal_places=2, required=False, label=_("Points"))
    objective = Count(min_value=1, max_value=99, required=False, label=_("About which objective"))
    common = forms.BooleanField(required=False, label=_("Stands in every form of the test"))
    asks = choice(Item.Asks.choices, _("What it asks"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("words_ar") or cleaned.get("words_en")):
            message = _("Write the question in at least one language.")
            self.add_error("words_ar", forms.ValidationError(message, code="required"))
        options = max(len(cleaned.get(f"options_{name}", "").strip().splitlines()) for name in ("ar", "en"))
        if cleaned.get("kind") == Item.Kind.CHOICE and options < 2:
            message = _("Write at least two answers to choose from, one a line.")
            self.add_error("options_ar", forms.ValidationError(message, code="options"))
        elif (cleaned.get("right") or 0) > options:
            message = _("There are not so many answers.")
            self.add_error("right", forms.ValidationError(message, code="options"))
        return cleaned


class DropItem(forms.Form):
    instrument = thing()
    version = at_version()
    number = Count(min_value=1, max_value=200, label=_("Number"))


class PutInUse(forms.Form):
    instrument = thing()
    version = at_version()


class RetireInstrument(forms.Form):
    instrument = thing()
    version = at_version()
    reason = text(_("Reason"), 500)


class InviteAll(forms.Form):
    """`links`: for each person ``{"party": …, "person": …, "digest": …}``. The caller makes the secrets and sends what is kept
    of them."""

    activity = thing()
    instrument = thing(_("Instrument"))
    wave = forms.ChoiceField(choices=Wave.choices, label=_("When it is asked"))
    expires = Day(label=_("Until when"))
    links = forms.JSONField(label=_("Links"))

    def clean_links(self) -> list[dict[str, str]]:
        links = self.cleaned_data["links"]
        names = {"party", "person", "digest"}
        if not isinstance(links, list) or not all(isinstance(one, dict) and set(one) == names for one in links):
            raise forms.ValidationError(_("Send a list: of each person the party, the person and the digest."))
        told = [{name: str(one[name]) for name in names} for one in links]
        if any(len(one["digest"]) != 64 or set(one["digest"]) - set("0123456789abcdef") for one in told):
            raise forms.ValidationError(_("A digest is 64 hexadecimal digits."))
        if len({(one["party"], one["person"]) for one in told}) < len(told):
            raise forms.ValidationError(_("Somebody is named twice."))
        return told


class RecordForm(forms.Form):
    """`answers`: by the number of the question, ``{"1": "3"}``; a choice by its place from 1."""

    activity = thing()
    instrument = thing(_("Instrument"))
    wave = forms.ChoiceField(choices=Wave.choices, label=_("When it is asked"))
    party = party(_("Party"), required=True)
    person = text(_("Person, by number or code"), 24, required=True)
    taken_on = Day(label=_("Day"))
    language = forms.ChoiceField(choices=LANGUAGES, label=_("Language"))
    answers = forms.JSONField(label=_("Answers"))

    def clean_person(self) -> str:
        return pseudonym_field(self.cleaned_data["person"])

    def clean_answers(self) -> dict[str, str]:
        answers = self.cleaned_data["answers"]
        if not isinstance(answers, dict) or not answers:
            raise forms.ValidationError(_("Send an object: the number of a question, and its answer."))
        return {str(number): str(answer) for number, answer in answers.items()}


def pseudonym_field(said: str) -> str:
    """The code of a person as it was typed; ValidationError for what looks like a name."""
    code = as_code(said)
    if not is_code(code):
        message = _("Write a number or a code of the person, such as N12. No name is kept here.")
        raise forms.ValidationError(message, code="name")
    return code
