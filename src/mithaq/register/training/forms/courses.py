"""What people send about a course of the catalogue, and a catalogue as a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.forms import CodeList, DateWords, Labelled
from mithaq.register.activities.forms import Day
from mithaq.register.activities.models import Activity
from mithaq.register.meetings.forms.fields import at_version, party, text, thing
from mithaq.register.parties.forms import given
from mithaq.register.training.forms.fields import Amount, Count, Currency, choice, words
from mithaq.register.training.models import Course

CODE = r"^[A-Za-z0-9][A-Za-z0-9./ _-]{0,23}$"


class Described(forms.Form):
    """The fields of a course record, but its code and its centre. What is not known stays empty."""

    kind = choice(Course.Kind.choices, _("Kind"))
    title_ar = text(_("Title in Arabic"))
    title_en = text(_("Title in English"))
    discipline_ar = text(_("Discipline in Arabic"), 200)
    discipline_en = text(_("Discipline in English"), 200)
    areas = CodeList(required=False, label=_("Areas"))
    depth = choice(Course.Depth.choices, _("Depth of knowledge"))
    certification = choice(Course.Certification.choices, _("NATO certification"))
    etf_code = text(_("Code of the training facility"), 24)
    eprime = text(_("ePRIME reference"), 24)
    link = forms.URLField(max_length=300, required=False, assume_scheme="https", label=_("Address of its page"))
    delivery = choice(Activity.Delivery.choices, _("How it is given"))
    mode = choice(Activity.Mode.choices, _("Practical or study"))
    aim_ar = words(_("Aim in Arabic"), 1000)
    aim_en = words(_("Aim in English"), 1000)
    description_ar = words(_("Description in Arabic"), 4000)
    description_en = words(_("Description in English"), 4000)
    notes_ar = words(_("Notes in Arabic"), 2000)
    notes_en = words(_("Notes in English"), 2000)
    languages = CodeList(required=False, label=_("Languages"))
    english = forms.RegexField(r"^[0-5]{4}$", required=False, label=_("English asked for (STANAG 6001)"))
    active_from = DateWords(required=False, label=_("Offered from"))
    active_until = DateWords(required=False, label=_("Offered until"))
    days = Count(min_value=1, max_value=400, required=False, label=_("Length in days"))
    clearance_ar = text(_("Security clearance in Arabic"), 120)
    clearance_en = text(_("Security clearance in English"), 120)
    for_whom_ar = text(_("For whom, in Arabic"), 500)
    for_whom_en = text(_("For whom, in English"), 500)
    tuition = Amount(min_value=0, max_digits=9, decimal_places=2, required=False, label=_("Tuition fee"))
    lodging = Amount(min_value=0, max_digits=9, decimal_places=2, required=False, label=_("Fee for accommodation"))
    currency = Currency()
    payment_ar = text(_("Who pays, in Arabic"), 200)
    payment_en = text(_("Who pays, in English"), 200)
    levels = CodeList(required=False, label=_("Levels of evaluation"))
    two_step = forms.BooleanField(required=False, label=_("Applications go by two steps"))
    secure_access = forms.BooleanField(required=False, label=_("Secure access"))
    control_version = text(_("Version of its control documents"), 20)
    control_signed = Day(required=False, label=_("Control documents signed on"))
    review_due = Day(required=False, label=_("Its review is due on"))
    least_gain = Amount(
        min_value=0, max_value=100, max_digits=5, decimal_places=2, required=False, label=_("Minimum worthwhile gain")
    )
    least_gain_agreed_by = text(_("Agreed by"), 200)
    least_gain_agreed_on = Day(required=False, label=_("Agreed on"))
    standard = Amount(
        min_value=0, max_value=100, max_digits=5, decimal_places=2, required=False, label=_("What is a pass, of 100")
    )
    valid_months = Count(
        min_value=1, max_value=600, required=False, label=_("Months for which its certificate is valid")
    )
    source = text(_("Source in words"))

    def clean_levels(self) -> tuple[str, ...]:
        levels: tuple[str, ...] = tuple(code.upper() for code in self.cleaned_data["levels"])
        if strange := [code for code in levels if code not in Course.Level.values]:
            raise forms.ValidationError(_("There is no level “%(level)s”: L1 to L4.") % {"level": strange[0]})
        return tuple(sorted(levels))

    def clean_depth(self) -> int | None:
        return int(self.cleaned_data["depth"]) if self.cleaned_data["depth"] else None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("least_gain") is not None and not cleaned.get("least_gain_agreed_by"):
            message = _("Say who agreed to this gain.")
            self.add_error("least_gain_agreed_by", forms.ValidationError(message, code="required"))
        return cleaned


class Objectives(forms.Form):
    """Objectives as lines, one each, numbered in their order; the two languages belong together by line."""

    objectives_ar = words(_("Objectives in Arabic, one a line"), 8000)
    objectives_en = words(_("Objectives in English, one a line"), 8000)


class AddCourse(Labelled, Described, Objectives):
    code = forms.RegexField(CODE, label=_("Code"))
    centre = party(_("Centre"), required=True)
    demonstration = forms.BooleanField(required=False, label=_("Demonstration data"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["kind"] = cleaned.get("kind") or Course.Kind.COURSE.value
        if not (cleaned.get("title_ar") or cleaned.get("title_en")):
            self.add_error("title_ar", forms.ValidationError(_("Give it a title."), code="required"))
        return cleaned


class DescribeCourse(Described):
    """What is left out stays."""

    course = thing()
    version = at_version()

    def clean(self) -> dict[str, Any]:
        cleaned = given(self, super().clean())
        if "kind" in cleaned:
            cleaned["kind"] = cleaned["kind"] or Course.Kind.COURSE.value
        return cleaned


class ReleaseCourse(Labelled):
    """Who is to see the course from now on: all who see it now, and more."""

    course = thing()
    version = at_version()
    reason = text(_("Reason"), 500, required=True)


class SetObjective(forms.Form):
    course = thing()
    version = at_version()
    number = Count(min_value=1, max_value=99, label=_("Number"))
    performance_ar = text(_("What they can do, in Arabic"), 500)
    performance_en = text(_("What they can do, in English"), 500)
    condition_ar = text(_("Under which condition, in Arabic"), 500)
    condition_en = text(_("Under which condition, in English"), 500)
    standard_ar = text(_("How well, in Arabic"), 500)
    standard_en = text(_("How well, in English"), 500)
    need = text(_("Which need of a state it serves"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("performance_ar") or cleaned.get("performance_en")):
            message = _("Say what they can do, in at least one language.")
            self.add_error("performance_ar", forms.ValidationError(message, code="required"))
        return cleaned


class ImportCourses(Labelled):
    """A catalogue as CSV, XLSX or JSON. `match`: which column stands for which field, where the names do not say it."""

    file = forms.FileField(label=_("File"))
    centre = party(_("Centre"), required=True)
    match = forms.JSONField(required=False, label=_("Which column is which field"))
    change = forms.BooleanField(required=False, label=_("Change the courses that the centre has already"))
    try_only = forms.BooleanField(required=False, label=_("Only try it"))

    def clean_match(self) -> dict[str, str]:
        match = self.cleaned_data.get("match") or {}
        if not isinstance(match, dict) or not all(isinstance(field, str) for field in match.values()):
            raise forms.ValidationError(_("Send an object: the name of a column, and of the field it stands for."))
        return {str(column): field for column, field in match.items()}


class UndoImport(forms.Form):
    taken_in = thing()
