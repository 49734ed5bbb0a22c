"""What people send about nominations and seats that are exchanged."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.register.activities.forms.activities import MOST, Seats
from mithaq.register.activities.models import Nomination
from mithaq.register.meetings.forms.fields import at_version, party, text, thing

MIDDLE = 2  # the priority of what was given none
PRIORITIES = [("1", _("First")), ("2", _("Second")), ("3", _("Third"))]


class Nominate(forms.Form):
    activity = thing()
    name_ar = text(_("Name in Arabic"), 200)
    name_en = text(_("Name in English"), 200)
    function_ar = text(_("Function in Arabic"), 200)
    function_en = text(_("Function in English"), 200)
    basis = forms.ChoiceField(choices=Nomination.Basis.choices, label=_("Basis of the selection"))
    basis_words = text(_("Why this person"), 500, required=True)
    priority = forms.ChoiceField(choices=PRIORITIES, required=False, label=_("Priority among your own"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("name_ar") or cleaned.get("name_en")):
            message = _("Give the name in at least one language.")
            self.add_error("name_ar", forms.ValidationError(message, code="required"))
        cleaned["priority"] = int(cleaned.get("priority") or MIDDLE)
        return cleaned


class ForwardNomination(forms.Form):
    nomination = thing()
    version = at_version()
    reason = text(_("Remark"), 500)


class AcceptNomination(forms.Form):
    """`or_wait`: if there is no seat now, it goes on the waiting list instead of being sent back."""

    nomination = thing()
    version = at_version()
    or_wait = forms.BooleanField(required=False, label=_("Without a seat: on the waiting list"))


class RefuseNomination(forms.Form):
    nomination = thing()
    version = at_version()
    reason = text(_("Reason"), 500, required=True)


class WithdrawNomination(RefuseNomination):
    pass


class OfferSwap(forms.Form):
    activity = thing()
    taker = party(_("To which party"), required=True)
    seats = Seats(min_value=1, max_value=MOST, label=_("Seats"))
    in_return = thing(_("For seats in"), required=False)
    return_seats = Seats(min_value=1, max_value=MOST, required=False, label=_("Seats there"))
    reason = text(_("Remark"), 500)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if bool(cleaned.get("in_return")) != bool(cleaned.get("return_seats")):
            message = _("Name the other activity and how many seats there, or neither.")
            self.add_error("return_seats", forms.ValidationError(message, code="both"))
        cleaned["return_seats"] = cleaned.get("return_seats") or 0
        return cleaned


class AgreeSwap(forms.Form):
    swap = thing()
    version = at_version()


class SettleSwap(forms.Form):
    swap = thing()
    version = at_version()
    reason = text(_("Reason"), 500, required=True)
