"""What people send about success cases: draw, record an interview or that there was none, confirm, withdraw."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.meetings.forms.fields import at_version, thing
from mithaq.register.training.forms.fields import Count, words
from mithaq.reviews.cases.codes import MOST_A_SIDE, State

LONGEST = 2_000


class DrawCases(forms.Form):
    """No offering named: all of the course, of this year if one is named. There is no seed to type: see `drawing`."""

    course = thing()
    activity = thing(_("Offering"), required=False)
    year = Count(min_value=1990, max_value=2100, required=False, label=_("Year of the offerings"))
    size = Count(min_value=1, max_value=MOST_A_SIDE, label=_("How many from each end"))


class Interview(forms.Form):
    case = thing()
    version = at_version()
    interviewed_on = forms.DateField(label=_("Day of the interview"))
    language = forms.ChoiceField(choices=[("ar", _("Arabic")), ("en", _("English"))], label=_("Language"))
    used = words(_("What was used, at which work"), LONGEST)
    came_of = words(_("What came of it"), LONGEST)
    evidence = words(_("What proves it: a document, a number, somebody who saw it"), LONGEST)
    helped = words(_("What helped"), LONGEST)
    barriers = CodeList(required=False, label=_("What stood in the way"))
    hindered = words(_("What stood in the way, in words"), LONGEST)


class NoInterview(forms.Form):
    case = thing()
    version = at_version()
    state = forms.ChoiceField(
        choices=[(code.value, code.label) for code in (State.NOT_REACHED, State.DECLINED)], label=_("What happened")
    )
    reason = forms.CharField(max_length=500, label=_("Reason"))
    instead = forms.BooleanField(required=False, label=_("Draw the next of the same list instead"))


class Confirm(forms.Form):
    case = thing()
    version = at_version()


class Withdraw(forms.Form):
    case = thing()
    version = at_version()
    reason = forms.CharField(max_length=500, widget=forms.Textarea, label=_("Reason"))
