"""What people send about formats and series."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.meetings.forms.fields import CODE, at_version, level_field, lines, text
from mithaq.register.parties.forms import given

ROLES_HELP = _("One role a line: code | name in Arabic | name in English | its rights, apart by spaces.")
STEPS_HELP = _(
    "One step a line: code | name in Arabic | name in English | the steps that may follow. The first: planned."
)


class DefineFormat(forms.Form):
    code = forms.RegexField(CODE, label=_("Code"))
    name_ar = text(_("Name in Arabic"), 200, required=True)
    name_en = text(_("Name in English"), 200, required=True)
    meeting_level = level_field()
    roles_text = lines(_("Roles"), ROLES_HELP)
    steps_text = lines(_("Steps"), STEPS_HELP)


class RedefineFormat(forms.Form):
    """What is left out stays."""

    format = text(_("Format"), 24, required=True)
    version = at_version()
    name_ar = text(_("Name in Arabic"), 200)
    name_en = text(_("Name in English"), 200)
    meeting_level = level_field()
    roles_text = lines(_("Roles"), ROLES_HELP, required=False)
    steps_text = lines(_("Steps"), STEPS_HELP, required=False)

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})


class _Cadence(forms.Form):
    """How often a series should meet, at which level, and who hosts in turn."""

    format = text(_("Format"), 24)
    meeting_level = level_field()
    every_months = forms.IntegerField(min_value=1, max_value=120, required=False, label=_("Should meet every (months)"))
    tolerance_months = forms.IntegerField(min_value=0, max_value=60, required=False, label=_("Give or take (months)"))
    rotation = CodeList(required=False, label=_("Rotation of hosts"))
    cadence_source = text(_("Who says that it should meet so often"))


class AddSeries(_Cadence):
    code = forms.RegexField(CODE, label=_("Code"))
    name_ar = text(_("Name in Arabic"), 200, required=True)
    name_en = text(_("Name in English"), 200, required=True)
    field_order = ("code", "name_ar", "name_en")


class DescribeSeries(_Cadence):
    """What is left out stays."""

    series = text(_("Series"), 24, required=True)
    version = at_version()
    name_ar = text(_("Name in Arabic"), 200)
    name_en = text(_("Name in English"), 200)
    field_order = ("series", "version", "name_ar", "name_en")

    def clean(self) -> dict[str, Any]:
        return given(self, super().clean() or {})
