"""What people send about one run of a course and about trainers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.register.activities.forms import Described
from mithaq.register.meetings.forms.fields import at_version, party, text, thing
from mithaq.register.parties.forms import given
from mithaq.register.training.forms.fields import Amount, Currency


class OfferCourse(Labelled, Described):
    """Title, areas, how it is given and for whom follow from the course where they are left out."""

    course = thing()
    cost = Amount(min_value=0, max_digits=11, decimal_places=2, required=False, label=_("What it costs in all"))
    currency = Currency()
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delivery"].required = False


class _Trains(forms.Form):
    name_ar = text(_("Name in Arabic"), 200)
    name_en = text(_("Name in English"), 200)
    home = party(_("From which party"))
    languages = CodeList(required=False, label=_("Languages"))
    subjects_ar = text(_("What they teach, in Arabic"), 500)
    subjects_en = text(_("What they teach, in English"), 500)
    since = DateWords(required=False, label=_("Since"))
    until = DateWords(required=False, label=_("Until"))


class AddTrainer(Labelled, _Trains):
    centre = party(_("Centre"), required=True)
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("name_ar") or cleaned.get("name_en")):
            message = _("Give the name in at least one language.")
            self.add_error("name_ar", forms.ValidationError(message, code="required"))
        return cleaned


class DescribeTrainer(_Trains):
    """What is left out stays."""

    trainer = thing()
    version = at_version()

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class AssignTrainer(forms.Form):
    trainer = thing(_("Trainer"))
    activity = thing()
