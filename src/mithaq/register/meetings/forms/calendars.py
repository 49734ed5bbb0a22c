"""What people send about calendars."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.register.meetings.calendar_replies import NoReply, read_reply

MOST = 64 * 1024  # bytes of a reply


class MakeFeed(forms.Form):
    name = forms.CharField(max_length=80, label=_("Where will you use it?"))
    language = forms.ChoiceField(choices=[("ar", "العربية"), ("en", "English")], label=_("Language"))
    of_mission = forms.BooleanField(required=False, label=_("For the whole mission: only what is official"))
    digest = forms.RegexField(r"^[0-9a-f]{64}$")


class RevokeFeed(forms.Form):
    feed = forms.CharField(max_length=22)


class ReplyByCalendar(forms.Form):
    """The answer of a calendar program: its file, or the text of it. Cleaned: `reply` is what it says."""

    file = forms.FileField(max_length=255, required=False, label=_("File"))
    text = forms.CharField(max_length=MOST, required=False, widget=forms.Textarea, label=_("Text"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file, text = cleaned.pop("file", None), cleaned.pop("text", "")
        if self.errors:
            return cleaned
        if bool(file) == bool(text):
            self.add_error("file", forms.ValidationError(_("Give either a file or its text."), code="one_of"))
        elif file and file.size > MOST:
            self.add_error("file", forms.ValidationError(_("This is larger than an answer can be."), code="too_large"))
        else:
            try:
                cleaned["reply"] = read_reply(file.read() if file else text.encode())
            except NoReply as problem:
                self.add_error("file" if file else "text", forms.ValidationError(problem.say(gettext), problem.code))
        return cleaned
