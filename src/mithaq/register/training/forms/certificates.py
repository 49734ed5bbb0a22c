"""What the centre sends about certificates."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.register.meetings.forms.fields import at_version, text, thing


class IssueCertificate(forms.Form):
    nomination = thing(_("For whom"))


class RevokeCertificate(forms.Form):
    certificate = thing()
    version = at_version()
    reason = text(_("Reason"), 500, required=True)
