"""What people send about meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.register.meetings.forms.fields import (
    EachOnce,
    LocalHour,
    ZoneName,
    at_version,
    level_field,
    party,
    text,
    thing,
)
from mithaq.register.parties.forms import given
from mithaq.register.parties.sources import Sourced


class Held(forms.Form):
    """When and where a meeting is held and who is there. What is not known stays empty."""

    series = text(_("Series"), 24)
    ordinal = forms.IntegerField(min_value=1, max_value=9999, required=False, label=_("Number in its series"))
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    format = text(_("Format"), 24)
    meeting_level = level_field()
    date = DateWords(required=False, label=_("Date"))
    until = DateWords(required=False, label=_("Until"))
    venue_ar = text(_("Place of the meeting in Arabic"), 200)
    venue_en = text(_("Place of the meeting in English"), 200)
    city_ar = text(_("City in Arabic"), 80)
    city_en = text(_("City in English"), 80)
    country = forms.RegexField(r"^[A-Z]{3}$", required=False, label=_("Country (ISO 3166-1 alpha-3)"))
    host = party(_("Host"))
    co_organisers = CodeList(required=False, label=_("Co-organisers"))
    margins_of = thing(_("On the margins of"), required=False)
    parties = CodeList(required=False, label=_("Parties"))
    note_ar = text(_("Note in Arabic"), 500)
    note_en = text(_("Note in English"), 500)


class Timed(forms.Form):
    """The hours, on the clock of the place."""

    opens = LocalHour(required=False, label=_("Opens (day and hour there)"))
    closes = LocalHour(required=False, label=_("Closes (day and hour there)"))
    zone = ZoneName(required=False, label=_("Time zone of the place"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("closes") and not cleaned.get("opens"):
            self.add_error("opens", forms.ValidationError(_("Say when it opens too."), code="required"))
        if cleaned.get("opens") and cleaned.get("date"):
            message = _("Give the days, or the hour it opens: the day follows from the hour.")
            self.add_error("date", forms.ValidationError(message, code="one"))
        return cleaned


class AddMeeting(Labelled, Sourced, Held):
    series = text(_("Series"), 24, required=True)


class PlanMeeting(Labelled, Timed, Held):
    """Number, format, level and host follow from the series where they are left out."""

    series = text(_("Series"), 24, required=True)
    unnumbered = forms.BooleanField(required=False, label=_("Not counted among the numbered ones"))
    source = text(_("Source in words"))


class DescribeMeeting(Held):
    """What is left out stays."""

    meeting = thing()
    version = at_version()

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class MoveMeeting(Timed):
    """The new days, or the new hours; on the clock of the same place if none is named."""

    meeting = thing()
    version = at_version()
    date = DateWords(required=False, label=_("Date"))
    until = DateWords(required=False, label=_("Until"))
    reason = text(_("Reason"), 500)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("opens") and not cleaned.get("date"):
            self.add_error("date", forms.ValidationError(_("Say when it is to be held."), code="required"))
        return cleaned


class StepMeeting(forms.Form):
    meeting = thing()
    version = at_version()
    state = text(_("State"), 24, required=True)
    reason = text(_("Reason"), 500)


class CancelMeeting(forms.Form):
    meeting = thing()
    version = at_version()
    reason = text(_("Reason"), 500, required=True)


class HoldMeeting(forms.Form):
    """The parties that took part; left out: those invited that did not decline."""

    meeting = thing()
    version = at_version()
    parties = CodeList(required=False, label=_("Parties that took part"))


class WidenMeeting(forms.Form):
    """Who is to see the meeting besides those who do, and why; all who see it then read why."""

    meeting = thing()
    version = at_version()
    parties = EachOnce(label=_("Parties that are to see it too"))
    reason = text(_("Reason"), 500, required=True)


class AttachDocument(forms.Form):
    meeting = thing(_("Meeting"))
    document = thing(_("Document"))


class AcceptMeeting(Held):
    """What is left out stands as it was read. `meeting`: a meeting known already that this is; empty: a new one."""

    proposal = forms.CharField(max_length=22)
    version = at_version()
    meeting = thing(_("Known meeting"), required=False)

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})
