"""The forms of the archive. What a file or text holds is found out here, so that errors come by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import DateWords, Labelled
from mithaq.core.errors import Problem
from mithaq.extraction import extract, refuse_too_large, safe_name
from mithaq.extraction.limits import TEXT_CHARACTERS
from mithaq.extraction.refusals import unreadable
from mithaq.extraction.tidy import tidy

TITLE = 300
LANGUAGES = [("", _("Find out from the text")), ("ar", "العربية"), ("en", "English")]


@dataclass(frozen=True, slots=True)
class Original:
    """What came in: the bytes, their name (empty for a typed text) and kind, and the notes of extraction, one a line."""

    data: bytes
    name: str = ""
    media_type: str = "text/plain"
    notes: str = ""


class TextField(forms.CharField):
    """A text, brought into the form that the text of a file has (see `mithaq.extraction.tidy`), and no longer than that may be."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        text = tidy(super().to_python(value) or "")
        if len(text) > TEXT_CHARACTERS:
            problem = unreadable("too_long", gettext("The text"))
            raise forms.ValidationError(problem.say(gettext), code=problem.code)
        return text


def refuse_empty(text: str) -> str:
    """The text, if there are words in it; else ValidationError."""
    if not any(map(str.isalnum, text)):
        raise forms.ValidationError(_("There are no words in it."), code="empty")
    return text


def first_line(text: str) -> str:
    """The first line with words in it, cut at a word where it is too long for a title."""
    line = next((line.strip() for line in text.splitlines() if any(map(str.isalnum, line))), "")
    return line if len(line) <= TITLE else line[: TITLE - 1].rsplit(" ", 1)[0] + "…"


class AddDocument(Labelled):
    """Exactly one of text and file. Cleaned: `text` is what the document says, `file` its Original."""

    title = forms.CharField(max_length=TITLE, required=False, label=_("Title"))
    text = TextField(required=False, label=_("Text"))
    file = forms.FileField(max_length=255, required=False, label=_("File"))
    published = DateWords(required=False, label=_("Published"))
    publisher = forms.CharField(max_length=200, required=False, label=_("Publisher"))
    address = forms.CharField(max_length=500, required=False, label=_("Taken from"))
    language = forms.ChoiceField(choices=LANGUAGES, required=False, label=_("Language"))
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if bool(cleaned["text"]) == bool(cleaned["file"]):
            self.add_error("text", forms.ValidationError(_("Give either a text or a file."), code="one_of"))
            return cleaned
        field, title = "file" if cleaned["file"] else "text", cleaned["title"]
        try:
            cleaned |= _from_file(cleaned["file"]) if cleaned["file"] else {"file": Original(cleaned["text"].encode())}
            refuse_empty(cleaned["text"])
        except forms.ValidationError as error:
            self.add_error(field, error)
        else:
            cleaned["title"] = title or cleaned["title"] or first_line(cleaned["text"])
        return cleaned


def _from_file(file: Any) -> dict[str, Any]:
    try:
        refuse_too_large(file.name, file.size)
        data = file.read()
        found = extract(file.name, data)
    except Problem as problem:
        raise forms.ValidationError(problem.say(gettext), code=problem.code) from problem
    original = Original(data, safe_name(file.name), found.media_type, "\n".join(found.notes)[:500])
    return {"text": found.text, "title": found.title or "", "file": original}


class CorrectDocument(forms.Form):
    document = forms.CharField(max_length=22)
    text = TextField(label=_("Corrected text"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)

    def clean_text(self) -> str:
        return refuse_empty(self.cleaned_data["text"])


class DescribeDocument(forms.Form):
    document = forms.CharField(max_length=22)
    title = forms.CharField(max_length=TITLE, label=_("Title"))
    published = DateWords(required=False, label=_("Published"))
    publisher = forms.CharField(max_length=200, required=False, label=_("Publisher"))
    address = forms.CharField(max_length=500, required=False, label=_("Taken from"))
    version = forms.IntegerField(min_value=1)
