"""The catalogue: courses with the fields of NATO's course record (ETOC) in both languages, their objectives, imports."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.activities.models import Activity


class Course(Marked):
    """A course, an advisory mission or a mobile training team as the catalogue has it.

    `code` is the catalogue's (ETE-SP-31399), `etf_code` that of the training facility (M1-117), `eprime` the reference in
    ePRIME (ACT.396). `levels`: at which levels it is evaluated, of L1 to L4. `least_gain` is the gain in points of the test,
    of 100, that was agreed to be worthwhile, with who agreed it and when. `valid_months`: for how many calendar months after the
    last day of a run its certificates are valid; without end where it is empty.
    """

    class Kind(models.TextChoices):
        COURSE = "course", pgettext_lazy("kind of training", "Course")
        ADVISORY = "advisory", _("Advisory mission")
        MOBILE_TEAM = "mobile_team", _("Mobile training team")

    class Depth(models.IntegerChoices):
        D100 = 100, _("100: fundamental")
        D200 = 200, _("200: functional")
        D300 = 300, _("300: intermediate")
        D400 = 400, _("400: advanced")
        D500 = 500, _("500: expert")

    class Certification(models.TextChoices):
        APPROVED = "approved", pgettext_lazy("category of a course", "Approved")
        SELECTED = "selected", pgettext_lazy("category of a course", "Selected")
        LISTED = "listed", pgettext_lazy("category of a course", "Listed")

    class Level(models.TextChoices):
        REACTION = "L1", _("Reaction")
        LEARNING = "L2", _("Learning")
        BEHAVIOUR = "L3", _("Behaviour")
        RESULTS = "L4", _("Results")

    public_id = PublicId()
    code = models.CharField(max_length=24)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.COURSE)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    centre = models.CharField(max_length=16)  # the institution, by its code among the parties
    discipline_ar = models.CharField(max_length=200, blank=True)
    discipline_en = models.CharField(max_length=200, blank=True)
    areas = Codes()
    depth = models.PositiveSmallIntegerField(choices=Depth.choices, null=True, blank=True)
    certification = models.CharField(max_length=10, choices=Certification.choices, blank=True)
    etf_code = models.CharField(max_length=24, blank=True)
    eprime = models.CharField(max_length=24, blank=True)
    link = models.URLField(max_length=300, blank=True)
    delivery = models.CharField(max_length=10, choices=Activity.Delivery.choices, blank=True)
    mode = models.CharField(max_length=10, choices=Activity.Mode.choices, blank=True)
    description_ar = models.CharField(max_length=4000, blank=True)
    description_en = models.CharField(max_length=4000, blank=True)
    notes_ar = models.CharField(max_length=2000, blank=True)
    notes_en = models.CharField(max_length=2000, blank=True)
    aim_ar = models.CharField(max_length=1000, blank=True)
    aim_en = models.CharField(max_length=1000, blank=True)
    languages = Codes()
    english = models.CharField(max_length=4, blank=True)  # the English asked for, STANAG 6001: 3232
    active_from = models.CharField(max_length=10, blank=True)  # partial
    active_until = models.CharField(max_length=10, blank=True)
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    clearance_ar = models.CharField(max_length=120, blank=True)  # what security clearance is asked for, in words
    clearance_en = models.CharField(max_length=120, blank=True)
    for_whom_ar = models.CharField(max_length=500, blank=True)
    for_whom_en = models.CharField(max_length=500, blank=True)
    tuition = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    lodging = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    payment_ar = models.CharField(max_length=200, blank=True)
    payment_en = models.CharField(max_length=200, blank=True)
    levels = Codes()
    two_step = models.BooleanField(default=False)  # applications go by two steps
    secure_access = models.BooleanField(default=False)
    control_version = models.CharField(max_length=20, blank=True)  # of its course control documents
    control_signed = models.DateField(null=True, blank=True)
    review_due = models.DateField(null=True, blank=True)
    least_gain = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    least_gain_agreed_by = models.CharField(max_length=200, blank=True)  # in words: a body, or parties
    least_gain_agreed_on = models.DateField(null=True, blank=True)
    standard = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)  # what is a pass, of 100
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True)
    updated_at = models.DateTimeField()
    source = models.CharField(max_length=300, blank=True)
    demonstration = models.BooleanField(default=False)
    taken_in = models.CharField(max_length=22, blank=True)  # the import that made it
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["code"], name="course_code"),
            models.Index(fields=["centre", "code"], name="course_centre"),
        ]


class Objective(Marked):
    """What somebody can do after a course, numbered: under which condition, what, how well; which need of a state it serves."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="objectives")
    number = models.PositiveSmallIntegerField()
    performance_ar = models.CharField(max_length=500, blank=True)
    performance_en = models.CharField(max_length=500, blank=True)
    condition_ar = models.CharField(max_length=500, blank=True)
    condition_en = models.CharField(max_length=500, blank=True)
    standard_ar = models.CharField(max_length=500, blank=True)
    standard_en = models.CharField(max_length=500, blank=True)
    need = models.CharField(max_length=300, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["course", "number"], name="objective_once_a_course")
        ]


class CatalogueImport(Marked):
    """A file of courses that was taken in for a centre. `made`: the ids of those it added; `changed`: of those it changed, what
    stood there before, and the version since then."""

    public_id = PublicId()
    centre = models.CharField(max_length=16, blank=True)
    name = models.CharField(max_length=200)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    made = models.JSONField(default=list)
    changed = models.JSONField(default=list)
    undone_by = models.CharField(max_length=150, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            by_and_at("undone"),
        ]
