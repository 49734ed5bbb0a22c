"""What people send about an activity and the seats in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, Labelled
from mithaq.core.text import fold
from mithaq.register.activities.models import Activity
from mithaq.register.activities.models.activities import ORDERS
from mithaq.register.activities.places import RELEASED_BEFORE, Order
from mithaq.register.activities.steps import State
from mithaq.register.meetings.forms.fields import ZoneName, at_version, party, text, thing
from mithaq.register.parties.forms import given

MOST = 2_000  # seats


class Day(forms.DateField):
    """A whole day, also in Arabic or Persian digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(fold(value).text if isinstance(value, str) else value)


class Seats(forms.IntegerField):
    """A number of seats, also in Arabic or Persian digits."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(fold(value).text if isinstance(value, str) else value)


class Described(forms.Form):
    """Where and when an activity is, in which language, for whom and for how many."""

    begins = Day(label=_("First day"))
    ends = Day(label=_("Last day"))
    zone = ZoneName(label=_("Time zone of the place"))
    venue_ar = text(_("Place in Arabic"), 200)
    venue_en = text(_("Place in English"), 200)
    city_ar = text(_("City in Arabic"), 80)
    city_en = text(_("City in English"), 80)
    country = forms.RegexField(r"^[A-Z]{3}$", required=False, label=_("Country (ISO 3166-1 alpha-3)"))
    languages = CodeList(required=False, label=_("Languages"))
    delivery = forms.ChoiceField(choices=Activity.Delivery.choices, label=_("How it is given"))
    mode = forms.ChoiceField(
        choices=[("", _("Not said")), *Activity.Mode.choices], required=False, label=_("Practical or study")
    )
    frame = forms.ChoiceField(
        choices=[("", _("Not said")), *Activity.Frame.choices], required=False, label=_("Bilateral or collective")
    )
    areas = CodeList(required=False, label=_("Areas"))
    for_whom_ar = text(_("For whom, in Arabic"), 500)
    for_whom_en = text(_("For whom, in English"), 500)
    capacity = Seats(min_value=1, max_value=MOST, label=_("Seats in all"))
    order = forms.ChoiceField(choices=ORDERS, required=False, label=_("Order of the waiting list"))
    release_days = Seats(
        min_value=0, max_value=365, required=False, label=_("Unused seats are given back so many days before")
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("begins") and cleaned.get("ends") and cleaned["ends"] < cleaned["begins"]:
            self.add_error("ends", forms.ValidationError(_("It ends before it begins."), code="order"))
        if "order" in cleaned:
            cleaned["order"] = cleaned["order"] or Order.PRIORITY.value
        if "release_days" in cleaned and cleaned["release_days"] is None:
            cleaned["release_days"] = RELEASED_BEFORE
        return cleaned


class PlanActivity(Labelled, Described):
    kind = forms.ChoiceField(choices=Activity.Kind.choices, label=_("Kind"))
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    host = party(_("Who runs it"), required=True)
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_ar", forms.ValidationError(_("Give it a title."), code="required"))
        return cleaned


class DescribeActivity(Described):
    """What is left out stays."""

    activity = thing()
    version = at_version()
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = field.required and (name in self.data or name in ("activity", "version"))

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class StepActivity(forms.Form):
    activity = thing()
    version = at_version()
    state = forms.ChoiceField(choices=State.choices, label=_("State"))
    reason = text(_("Reason"), 500)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("state") == State.CANCELLED and not cleaned.get("reason"):
            self.add_error("reason", forms.ValidationError(_("Say why it is cancelled."), code="required"))
        return cleaned


class SetSeats(forms.Form):
    activity = thing()
    version = at_version()
    party = party(_("Party"), required=True)
    seats = Seats(min_value=0, max_value=MOST, label=_("Seats of this party"))
