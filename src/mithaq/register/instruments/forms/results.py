"""What people send about results: of one person, or a file of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.register.activities.forms import Day
from mithaq.register.instruments.forms.instruments import pseudonym_field
from mithaq.register.instruments.models import Wave
from mithaq.register.instruments.storing import TESTS
from mithaq.register.meetings.forms.fields import party, text, thing
from mithaq.register.training.forms.fields import Amount, choice


def score(label: Any) -> Amount:
    """Points of a test."""
    return Amount(min_value=0, max_digits=7, decimal_places=2, required=False, label=label)


class RecordResult(forms.Form):
    """`version`: of the result that there is, to put it right; without it, or with 0, there must be none."""

    activity = thing()
    party = party(_("Party"), required=True)
    person = text(_("Person, by number or code"), 24, required=True)
    maximum = Amount(min_value=0.01, max_digits=7, decimal_places=2, label=_("Highest score"))
    pre = score(_("Score before"))
    post = score(_("Score after"))
    followup = score(_("Score six months later"))
    pre_on = Day(required=False, label=_("Day of the test before"))
    post_on = Day(required=False, label=_("Day of the test after"))
    followup_on = Day(required=False, label=_("Day of the test six months later"))
    completed = forms.BooleanField(required=False, label=_("Completed"))
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def clean_person(self) -> str:
        return pseudonym_field(self.cleaned_data["person"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        most = cleaned.get("maximum")
        for wave in TESTS:
            if most is not None and (cleaned.get(wave) or 0) > most:
                message = _("This is above the highest score.")
                self.add_error(wave, forms.ValidationError(message, code="above_maximum"))
        if all(cleaned.get(wave) is None for wave in TESTS) and not self.errors:
            self.add_error("pre", forms.ValidationError(_("Give at least one score."), code="required"))
        return cleaned


class TakeInResults(forms.Form):
    """A table as CSV or XLSX, or the grade export of Moodle, in `file` or packed in `packed`.

    `activity`, `party`, `maximum`: of all rows, where the file does not say. `wave`: of which test a column of scores or of answers
    by question is; `instrument`: whose questions those are, also of a reaction or an application. `match`: which column stands for which field, where the names do
    not say it; an empty field leaves the column out.

    A column of a question (Q1, س1, Moodle's “Q. 1 /1.00”) holds points, or the answer by its letter or in words; one called
    Choice 1 or Response 1 (اختيار 1) the answer, also by its number. `language` says of each row whether it was asked in ar or en.
    """

    file = forms.FileField(required=False, allow_empty_file=True, label=_("File"))
    packed = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    activity = thing(_("Offering"), required=False)
    party = party(_("Party"))
    wave = choice(Wave.choices, _("Which test the scores are of"))
    instrument = thing(_("Instrument"), required=False)
    maximum = Amount(
        min_value=0.01,
        max_digits=7,
        decimal_places=2,
        required=False,
        label=_("Highest score, where no column says it"),
    )
    match = forms.JSONField(required=False, label=_("Which column is which field"))
    try_only = forms.BooleanField(required=False, label=_("Only try it"))

    def clean_match(self) -> dict[str, str]:
        match = self.cleaned_data.get("match") or {}
        if not isinstance(match, dict) or not all(isinstance(field, str) for field in match.values()):
            raise forms.ValidationError(_("Send an object: the name of a column, and of the field it stands for."))
        return {str(column): field for column, field in match.items()}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("file") or cleaned.get("packed")) and "file" not in self.errors:
            self.add_error("file", forms.ValidationError(_("Choose a file."), code="required"))
        return cleaned


class UndoResults(forms.Form):
    taken_in = thing()
