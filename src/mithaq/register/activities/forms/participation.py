"""What the centre sends about who took part."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.activities.forms.activities import Day
from mithaq.register.activities.models import Participation
from mithaq.register.meetings.forms.fields import at_version, text, thing


class NoteAttendance(forms.Form):
    """The hours of a day, the same for all who are named."""

    activity = thing()
    day = Day(label=_("Day"))
    hours = forms.DecimalField(min_value=0, max_value=24, max_digits=4, decimal_places=2, label=_("Hours"))
    nominations = CodeList(label=_("Who attended"))


class NoteParticipation(forms.Form):
    nomination = thing()
    version = at_version()
    result = forms.ChoiceField(choices=Participation.Result.choices, label=_("How it ended"))
    words = text(_("Remark"), 500)
