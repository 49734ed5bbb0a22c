"""The forms of the archive. What a file or text holds is found out here, so that errors come by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from unicodedata import category, normalize

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import DateWords, Labelled
from mithaq.core.errors import Problem

LONGEST = 12_000_000  # characters of one text
LARGEST = 64 * 1024 * 1024  # bytes of one file
TITLE = 300
LANGUAGES = [("", _("Find out from the text")), ("ar", "العربية"), ("en", "English")]


@dataclass(frozen=True, slots=True)
class Original:
    """What came in: the bytes, their name (empty for a typed text) and kind, and what extraction warned of."""

    data: bytes
    name: str = ""
    media_type: str = "text/plain"
    notes: str = ""


class TextField(forms.CharField):
    """A text as it is, with line breaks of one kind. Refuses what no database or file could keep."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, max_length=LONGEST, **kwargs)

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")


def plain(text: str) -> str:
    """The text with ``\\n`` for every line break; ValidationError if a character in it cannot be written."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise forms.ValidationError(
            _("The text holds a character that cannot be written."), code="characters"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def safe_name(name: str) -> str:
    """The name of a file without characters that are not seen or that turn the direction of what follows."""
    return "".join(c for c in normalize("NFC", name) if not category(c).startswith("C"))[-255:]


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
        text, file = cleaned.get("text") or "", cleaned.get("file")
        if self.errors:
            return cleaned
        if bool(text.strip()) == bool(file):
            self.add_error("text", forms.ValidationError(_("Give either a text or a file."), code="one_of"))
        elif file:
            self._read_file(cleaned, file)
        else:
            cleaned["file"] = Original(text.encode())
        if not self.errors and not any(map(str.isalnum, cleaned["text"])):
            self.add_error(
                "file" if file else "text", forms.ValidationError(_("There are no words in it."), code="empty")
            )
        cleaned["title"] = cleaned.get("title") or first_line(cleaned.get("text") or "")
        return cleaned

    def _read_file(self, cleaned: dict[str, Any], file: Any) -> None:
        from mithaq.extraction import extract  # noqa: PLC0415  loads the readers of all file formats

        if file.size > LARGEST:
            message = _("The file is larger than %(most)s MB; divide it.")
            params = {"most": LARGEST // 1024**2}
            self.add_error("file", forms.ValidationError(message, code="too_large", params=params))
            return
        data = file.read()
        try:
            found = extract(file.name, data)
            cleaned["text"] = plain(found.text)
        except Problem as problem:
            self.add_error("file", forms.ValidationError(problem.say(gettext), code=problem.code))
        except forms.ValidationError as error:
            self.add_error("file", error)
        else:
            cleaned["title"] = cleaned.get("title") or (found.title or "")[:TITLE]
            cleaned["file"] = Original(data, safe_name(file.name), found.media_type, " ".join(found.notes)[:500])


class CorrectDocument(forms.Form):
    document = forms.CharField(max_length=22)
    text = TextField(label=_("Corrected text"))
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not any(map(str.isalnum, text)):
            raise forms.ValidationError(_("There are no words in it."), code="empty")
        return text


class DescribeDocument(forms.Form):
    document = forms.CharField(max_length=22)
    title = forms.CharField(max_length=TITLE, label=_("Title"))
    published = DateWords(required=False, label=_("Published"))
    publisher = forms.CharField(max_length=200, required=False, label=_("Publisher"))
    address = forms.CharField(max_length=500, required=False, label=_("Taken from"))
    version = forms.IntegerField(min_value=1)
