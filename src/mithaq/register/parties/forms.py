"""What people send about parties, posts, people and figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.access.models import Party, StatusClaim
from mithaq.register.parties.models import Figure
from mithaq.register.parties.sources import Sourced


def _text(label: Any, length: int = 300, *, required: bool = False) -> forms.CharField:
    return forms.CharField(max_length=length, required=required, label=label)


def _id(label: Any, *, required: bool = True) -> forms.CharField:
    return forms.CharField(max_length=22, required=required, label=label)


class Dated(forms.Form):
    """Since when it holds, or, where no source says that, a day that shows it."""

    since = DateWords(required=False, label=_("Since"))
    seen_on = DateWords(required=False, label=_("Seen on"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(cleaned.get("since")) == bool(cleaned.get("seen_on")):
            message = _("Say since when, or on which day a source shows it: one of the two.")
            self.add_error("since", forms.ValidationError(message, code="date"))
        return cleaned


class AddParty(forms.Form):
    code = forms.RegexField(r"^[A-Z0-9-]{2,16}$", label=_("Code (ISO 3166-1 alpha-3, or the organisation's own)"))
    kind = forms.ChoiceField(choices=Party.Kind.choices, label=_("Kind"))
    name_ar = _text(_("Name in Arabic"), 200, required=True)
    name_en = _text(_("Name in English"), 200, required=True)
    short_ar = _text(_("Short name in Arabic"), 60)
    short_en = _text(_("Short name in English"), 60)
    aliases = CodeList(required=False, label=_("Also written"))


class AddInitiative(forms.Form):
    code = forms.RegexField(r"^[A-Z0-9-]{2,16}$", label=_("Code"))
    name_ar = _text(_("Name in Arabic"), 200, required=True)
    name_en = _text(_("Name in English"), 200, required=True)
    founded = DateWords(required=False, label=_("Founded"))


class ClaimStatus(Labelled, Dated):
    party = _text(_("Party"), 16, required=True)
    initiative = _text(_("Initiative"), 16, required=True)
    status = forms.ChoiceField(choices=StatusClaim.Status.choices, label=_("Status"))
    source = _text(_("Source"), required=True)


class PreferClaim(forms.Form):
    claim = _id(_("Claim"))
    why_ar = _text(_("Why, in Arabic"))
    why_en = _text(_("Why, in English"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("why_ar") or cleaned.get("why_en")):
            self.add_error("why_ar", forms.ValidationError(_("Say why this source is preferred."), code="required"))
        return cleaned


class AddMission(Labelled):
    party = _text(_("Party"), 16, required=True)
    name_ar = _text(_("Name in Arabic"), 200, required=True)
    name_en = _text(_("Name in English"), 200, required=True)
    city = _text(_("City"), 80)
    accredited = DateWords(required=False, label=_("Accredited"))
    source = _text(_("Source"), required=True)


class AddPost(Labelled):
    party = _text(_("Party"), 16, required=True)
    mission = _id(_("Mission"), required=False)
    title_ar = _text(_("Title in Arabic"), required=True)
    title_en = _text(_("Title in English"), required=True)


class _Named(forms.Form):
    name_ar = _text(_("Name in Arabic"), 200)
    name_en = _text(_("Name in English"), 200)
    honorific_ar = _text(_("Honorific in Arabic"), 80)
    honorific_en = _text(_("Honorific in English"), 80)


class AddPerson(Labelled, _Named):
    aliases = CodeList(required=False, label=_("Also written"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("name_ar") or cleaned.get("name_en")):
            self.add_error(
                "name_ar", forms.ValidationError(_("Give the name in at least one language."), code="required")
            )
        return cleaned


class AddAlias(forms.Form):
    party = _text(_("Party"), 16)
    person = _id(_("Person"), required=False)
    written = _text(_("Also written"), 200, required=True)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if bool(cleaned.get("party")) == bool(cleaned.get("person")):
            self.add_error("party", forms.ValidationError(_("Name a party or a person: one of the two."), code="one"))
        return cleaned


class BeginTenure(Labelled, Dated):
    post = _id(_("Post"))
    person = _id(_("Person"))
    until = DateWords(required=False, label=_("Until"))
    source = _text(_("Source"), required=True)


class EndTenure(forms.Form):
    tenure = _id(_("Tenure"))
    until = DateWords(label=_("Until"))
    reason = _text(_("Reason or source"), 500, required=True)


class RecordFigure(Labelled, Sourced):
    party = _text(_("Party (empty: the initiative)"), 16)
    comparator = forms.ChoiceField(choices=Figure.Comparator.choices, label=_("Comparator"))
    value = forms.DecimalField(max_digits=18, decimal_places=2, label=_("Value"))
    unit = _text(_("Unit"), 80)
    what_ar = _text(_("What it counts, in Arabic"))
    what_en = _text(_("What it counts, in English"))
    as_of = DateWords(required=False, label=_("As of"))
    speaker = _id(_("Said by"), required=False)


class AcceptPerson(_Named):
    """What is left out stands as it was read. `person`: somebody known already; empty: somebody new."""

    proposal = _id(_("Proposal"))
    version = forms.IntegerField(min_value=1)
    person = _id(_("Known person"), required=False)
    party = _text(_("Acts for"), 16)
    post = _id(_("Known post"), required=False)
    title_ar = _text(_("Post in Arabic"))
    title_en = _text(_("Post in English"))

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class AcceptFigure(forms.Form):
    """What is left out stands as it was read."""

    proposal = _id(_("Proposal"))
    version = forms.IntegerField(min_value=1)
    party = _text(_("Party (empty: the initiative)"), 16)
    comparator = forms.ChoiceField(choices=Figure.Comparator.choices, required=False, label=_("Comparator"))
    value = forms.DecimalField(max_digits=18, decimal_places=2, required=False, label=_("Value"))
    unit = _text(_("Unit"), 80)
    what_ar = _text(_("What it counts, in Arabic"))
    what_en = _text(_("What it counts, in English"))
    as_of = DateWords(required=False, label=_("As of"))

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


def given(form: forms.Form, cleaned: dict[str, Any]) -> dict[str, Any]:
    """Only the fields that were sent, also if sent empty: what is left out stands as it was read."""
    return {name: value for name, value in cleaned.items() if name in form.data}
