"""What people send about joint texts and the silence procedure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.core.text import fold
from mithaq.register.texts.drafting import Words
from mithaq.register.texts.models import Amendment, JointText, NationalStatement, Silence

LONG = 6_000  # letters of a paragraph in one language
WORDLESS = _("A statement needs its own words, in at least one language.")


def _id(label: Any = None, *, required: bool = True) -> forms.CharField:
    return forms.CharField(max_length=22, required=required, label=label)


def _words(label: Any, most: int, *, required: bool = False) -> forms.CharField:
    return forms.CharField(max_length=most, required=required, widget=forms.Textarea, label=label)


class Wordings(forms.JSONField):
    """Paragraphs in their order: a list of ``{"key", "ar", "en"}``, the key empty for a new one. Cleaned: `Words`, none empty."""

    def clean(self, value: Any) -> tuple[Words, ...]:
        given = super().clean(value) or []
        if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
            raise forms.ValidationError(_("Send a list of paragraphs, each with key, ar and en."), code="shape")
        words = tuple(Words(*(str(one.get(name) or "").strip() for name in ("key", "ar", "en"))) for one in given)
        if any(max(len(one.ar), len(one.en)) > LONG for one in words):
            raise forms.ValidationError(_("A paragraph is longer than %(most)s letters.") % {"most": LONG}, code="long")
        return tuple(one for one in words if one.ar or one.en)


class CodesOnce(CodeList):
    """Several codes, none of them twice."""

    def to_python(self, value: Any) -> tuple[str, ...]:
        given = list(value or ())
        for code in given:
            if given.count(code) > 1:
                raise forms.ValidationError(_("“%(code)s” is named twice.") % {"code": code}, code="twice")
        return super().to_python(given)


class TimeOfDay(forms.TimeField):
    """An hour and minute, also in Arabic or Persian digits."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(fold(value).text if isinstance(value, str) else value)


class _Titled(forms.Form):
    title_ar = forms.CharField(max_length=300, required=False, label=_("Title in Arabic"))
    title_en = forms.CharField(max_length=300, required=False, label=_("Title in English"))


class DraftText(_Titled, Labelled):
    """A blank line begins a new paragraph; the paragraphs of the two languages belong together in their order."""

    kind = forms.ChoiceField(choices=JointText.Kind.choices, label=_("Kind of text"))
    meeting = _id(_("Meeting it is for"), required=False)
    text_ar = _words(_("Text in Arabic"), LONG * 20)
    text_en = _words(_("Text in English"), LONG * 20)
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for field, message in (("title", _("Give it a title.")), ("text", _("A text needs at least one paragraph."))):
            if not any((cleaned.get(f"{field}_{language}") or "").strip() for language in ("ar", "en")):
                self.add_error(f"{field}_ar", forms.ValidationError(message, code="required"))
        return cleaned


class ReviseText(_Titled):
    """A new edition. Without `paragraphs`: the present words with all accepted amendments that were not taken in yet.

    With them: these words, in this order; `amendments` then names the accepted ones that they take in.
    """

    text = _id()
    version = forms.IntegerField(min_value=1)
    summary = forms.CharField(max_length=500, required=False, label=_("What is new in it"))
    paragraphs = Wordings(required=False, label=_("Paragraphs"))
    amendments = CodeList(required=False, label=_("Amendments taken in"))


class Amended(forms.Form):
    """Other words for a paragraph: the whole paragraph as it should read. A language left empty stays as it is."""

    change = forms.ChoiceField(choices=Amendment.Change.choices, required=False, label=_("What should change"))
    paragraph = _id(_("Paragraph"), required=False)
    after = _id(_("After the paragraph"), required=False)
    ar = _words(_("In Arabic"), LONG)
    en = _words(_("In English"), LONG)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        change = cleaned.get("change")
        worded = cleaned.get("ar") or cleaned.get("en")
        if change and change != Amendment.Change.ADD and not cleaned.get("paragraph"):
            self.add_error("paragraph", forms.ValidationError(_("Say which paragraph."), code="required"))
        if change and change != Amendment.Change.REMOVE and not worded:
            message = _("Write the words you propose, in at least one language.")
            self.add_error("ar", forms.ValidationError(message, code="required"))
        return cleaned


class AmendText(Amended):
    text = _id()
    edition = forms.IntegerField(min_value=1, label=_("Edition"))
    change = forms.ChoiceField(choices=Amendment.Change.choices, label=_("What should change"))
    why = forms.CharField(max_length=1000, required=False, widget=forms.Textarea, label=_("Why"))


class AcceptAmendment(forms.Form):
    amendment = _id()
    reason = forms.CharField(max_length=500, required=False, label=_("Reason"))
    version = forms.IntegerField(min_value=1)


class SettleAmendment(AcceptAmendment):
    reason = forms.CharField(max_length=500, label=_("Reason"))


class CommentText(forms.Form):
    text = _id()
    paragraph = _id(_("Paragraph"), required=False)
    words = _words(_("Comment"), 2000, required=True)


class Hour(forms.Form):
    """An expiry, as people write it: a day and a time where the zone's clocks hang."""

    on = forms.DateField(label=_("Day"))
    at = TimeOfDay(widget=forms.TimeInput(attrs={"type": "time"}), label=_("Time"))
    zone = forms.CharField(max_length=40, label=_("Time zone"))


class ProposeSilence(Hour):
    text = _id()
    version = forms.IntegerField(min_value=1)
    under = CodesOnce(label=_("Parties under silence"))
    noting = CodesOnce(required=False, label=_("Parties that only note"))
    means_ar = _words(_("What silence will mean, in Arabic"), 1000)
    means_en = _words(_("What silence will mean, in English"), 1000)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for code in set(cleaned.get("under", ())) & set(cleaned.get("noting", ())):
            message = _("“%(code)s” is either under silence or only notes, not both.") % {"code": code}
            self.add_error("noting", forms.ValidationError(message, code="both"))
        return cleaned


class ExtendSilence(Hour):
    silence = _id()
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)


class WithdrawSilence(forms.Form):
    silence = _id()
    reason = forms.CharField(max_length=500, label=_("Reason"))
    version = forms.IntegerField(min_value=1)


class AgreeSilence(forms.Form):
    """An express agreement, with a statement if one is to be attached to it."""

    silence = _id()
    attached = forms.ChoiceField(
        choices=[("", _("No statement")), *NationalStatement.Kind.choices], required=False, label=_("With a statement")
    )
    words_ar = _words(_("In Arabic"), 4000)
    words_en = _words(_("In English"), 4000)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        words = cleaned.get("words_ar") or cleaned.get("words_en")
        if cleaned.get("attached") and not words and not self.errors:
            self.add_error("words_ar", forms.ValidationError(WORDLESS, code="required"))
        if words and not cleaned.get("attached") and not self.errors:
            message = _("Say what these words are: an interpretative statement or a formal reservation.")
            self.add_error("attached", forms.ValidationError(message, code="required"))
        return cleaned


class BreakSilence(Amended):
    """An objection in words, or other words for a paragraph; with an amendment the objection may say why."""

    silence = _id()
    objection = _words(_("Objection"), 4000)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("change") and not (cleaned.get("objection") or "").strip():
            message = _("Silence is broken by an objection in words or by an amendment. Write one of them.")
            self.add_error("objection", forms.ValidationError(message, code="required"))
        return cleaned


class _Stated(forms.Form):
    silence = _id()
    kind = forms.ChoiceField(choices=NationalStatement.Kind.choices, label=_("Kind of statement"))
    words_ar = _words(_("In Arabic"), 4000)
    words_en = _words(_("In English"), 4000)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("words_ar") or cleaned.get("words_en")):
            self.add_error("words_ar", forms.ValidationError(WORDLESS, code="required"))
        return cleaned


class AttachStatement(_Stated):
    pass


class JoinStatement(forms.Form):
    statement = _id()


class ReceiveStatement(_Stated):
    parties = CodeList(label=_("Parties that signed it"))
    record = forms.CharField(max_length=300, label=_("The letter it came in"))


class ConcludeSilence(forms.Form):
    """What a meeting did with a text on which silence did not hold."""

    silence = _id()
    outcome = forms.ChoiceField(choices=Silence.Outcome.choices, label=_("What the meeting did"))
    meeting = _id(_("Meeting"), required=False)
    on = DateWords(required=False, label=_("Date"))
    record = forms.CharField(max_length=300, label=_("The record that says so"))
    version = forms.IntegerField(min_value=1)
