"""What people send about centres and their way to accreditation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import DateWords, Labelled
from mithaq.register.activities.forms import Day
from mithaq.register.meetings.forms.fields import at_version, party, text, thing
from mithaq.register.parties.forms import given
from mithaq.register.training.dossiers import State
from mithaq.register.training.forms.fields import Count, words
from mithaq.register.training.models import Criterion


class _Centre(forms.Form):
    about_ar = words(_("About the centre, in Arabic"), 2000)
    about_en = words(_("About the centre, in English"), 2000)
    city_ar = text(_("City in Arabic"), 80)
    city_en = text(_("City in English"), 80)
    country = forms.RegexField(r"^[A-Z]{3}$", required=False, label=_("Country (ISO 3166-1 alpha-3)"))
    opened = DateWords(required=False, label=_("Opened"))
    source = text(_("Source in words"))


class AddCentre(_Centre):
    party = party(_("Party"), required=True)


class DescribeCentre(_Centre):
    """What is left out stays."""

    centre = party(_("Centre"), required=True)
    version = at_version()

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class OpenDossier(Labelled):
    centre = party(_("Centre"), required=True)
    network_ar = text(_("Network in Arabic"), 200, required=True)
    network_en = text(_("Network in English"), 200, required=True)
    since = DateWords(required=False, label=_("Put forward on"))
    source = text(_("Source in words"))


class SetCriterion(forms.Form):
    dossier = thing()
    number = Count(min_value=1, max_value=200, label=_("Number"))
    words_ar = text(_("Criterion in Arabic"), 500)
    words_en = text(_("Criterion in English"), 500)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("words_ar") or cleaned.get("words_en")):
            message = _("Write the criterion in at least one language.")
            self.add_error("words_ar", forms.ValidationError(message, code="required"))
        return cleaned


class ShowEvidence(forms.Form):
    criterion = thing()
    version = at_version()
    evidence = words(_("Evidence"), 1000, required=True)


class JudgeCriterion(forms.Form):
    criterion = thing()
    version = at_version()
    met = forms.ChoiceField(choices=Criterion.Met.choices, label=_("Is it met?"))


class NoteInspection(forms.Form):
    dossier = thing()
    on = Day(label=_("Day"))
    assessors = text(_("Who visited"), required=True)
    found_ar = words(_("What was found, in Arabic"), 2000)
    found_en = words(_("What was found, in English"), 2000)


class StepDossier(forms.Form):
    dossier = thing()
    version = at_version()
    state = forms.ChoiceField(choices=State.choices, label=_("State"))
    decision = words(_("Words of the decision"), 1000)
    decided_on = Day(required=False, label=_("Decided on"))
    review_due = Day(required=False, label=_("Reviewed again on"))


class PlanYear(Labelled):
    centre = party(_("Centre"), required=True)
    year = Count(min_value=2000, max_value=2100, label=_("Year"))
    aims_ar = words(_("What the centre means to do, in Arabic"), 2000)
    aims_en = words(_("What the centre means to do, in English"), 2000)
    adopted_on = Day(required=False, label=_("Adopted on"))
    source = text(_("Source in words"))
