"""What people send about agendas."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.meetings.forms.fields import LocalHour, at_version, party, text, thing
from mithaq.register.parties.forms import given


class _Item(forms.Form):
    """A point of an agenda. Its hours are on the clock of the place."""

    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    opens = LocalHour(required=False, label=_("Begins (day and hour there)"))
    closes = LocalHour(required=False, label=_("Ends (day and hour there)"))
    areas = CodeList(required=False, label=_("Areas"))
    lead = party(_("Introduced by"))


class AddItem(_Item):
    meeting = thing(_("Meeting"))
    number = forms.IntegerField(min_value=1, max_value=500, required=False, label=_("Place in the agenda"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            message = _("Give the title in at least one language.")
            self.add_error("title_ar", forms.ValidationError(message, code="required"))
        return cleaned


class DescribeItem(_Item):
    """What is left out stays."""

    item = thing()
    version = at_version()

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class MoveItem(forms.Form):
    item = thing()
    version = at_version()
    number = forms.IntegerField(min_value=1, max_value=500, label=_("Place in the agenda"))


class RemoveItem(forms.Form):
    item = thing()
    version = at_version()


class AttachPaper(forms.Form):
    item = thing(_("Item"))
    document = thing(_("Document"))


class DetachPaper(forms.Form):
    paper = thing(_("Paper"))


class CarryAgenda(forms.Form):
    """From which meeting; left out: the one of the series before it."""

    meeting = thing(_("Meeting"))
    earlier = thing(_("Taken over from"), required=False)
