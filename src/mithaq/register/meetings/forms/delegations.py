"""What people send about invitations and delegations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList
from mithaq.register.meetings.forms.fields import EachOnce, at_version, text, thing
from mithaq.register.meetings.models import Invitation

REPLIES = [choice for choice in Invitation.Reply.choices if choice[0] != Invitation.Reply.NONE]


class Invite(forms.Form):
    """Several parties at once, in one role; `quota` seats each, any number if it is left out."""

    meeting = thing(_("Meeting"))
    parties = EachOnce(label=_("Parties"))
    role = text(_("Role at the meeting"), 24, required=True)
    quota = forms.IntegerField(min_value=1, max_value=500, required=False, label=_("Seats"))


class ChangeInvitation(forms.Form):
    invitation = thing()
    version = at_version()
    role = text(_("Role at the meeting"), 24, required=True)
    quota = forms.IntegerField(min_value=1, max_value=500, required=False, label=_("Seats"))


class Uninvite(forms.Form):
    invitation = thing()
    version = at_version()
    reason = text(_("Reason"), 500)


class Reply(forms.Form):
    invitation = thing()
    version = at_version()
    reply = forms.ChoiceField(choices=REPLIES, label=_("Reply"))
    reply_words = text(_("In your own words"), 500)


class NameParticipant(forms.Form):
    """Somebody known (`person`), or a name: found among those known, else new."""

    invitation = thing()
    person = thing(_("Known person"), required=False)
    name_ar = text(_("Name in Arabic"), 200)
    name_en = text(_("Name in English"), 200)
    honorific_ar = text(_("Honorific in Arabic"), 80)
    honorific_en = text(_("Honorific in English"), 80)
    post = thing(_("Post"), required=False)
    function_ar = text(_("Function in Arabic"), 200)
    function_en = text(_("Function in English"), 200)
    heads = forms.BooleanField(required=False, label=_("Heads the delegation"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not any(cleaned.get(name) for name in ("person", "name_ar", "name_en")):
            message = _("Choose a person, or give the name in at least one language.")
            self.add_error("name_ar", forms.ValidationError(message, code="required"))
        return cleaned


class DropParticipant(forms.Form):
    participant = thing()
    version = at_version()


class ApproveDelegation(forms.Form):
    invitation = thing()
    version = at_version()


class NoteAttendance(forms.Form):
    """Those of a meeting who came, or did not."""

    meeting = thing(_("Meeting"))
    participants = CodeList(label=_("Participants"))
    attended = forms.BooleanField(required=False, label=_("Attended"))
