"""Findings, whom they were put to, what is done about them, what came of it; and what is known before a course."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked
from mithaq.followup.models import Action
from mithaq.register.training.models import Course
from mithaq.reviews.findings.codes import Answer, Outcome, Severity, State, Trigger
from mithaq.reviews.runs.models import Run


class Finding(Marked):
    """What a run shows that somebody has to answer: seen by those who see the run, and by the centre of the course.

    `evidence` and `parts` are those of `mithaq.reviews.findings.triggers`: numbers, and the objectives, items, barriers or
    needs that it is about. `subject` tells needs without a course apart. `due`: the day by which it is to be answered.
    `late`: at how many days overdue it was last taken further (0, 30, 90).
    """

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="findings", db_constraint=False)
    course = models.ForeignKey(
        Course, null=True, blank=True, on_delete=models.PROTECT, related_name="findings", db_constraint=False
    )
    code = models.CharField(max_length=24, blank=True)  # of the course
    centre = models.CharField(max_length=16, blank=True)
    trigger = models.CharField(max_length=24, choices=Trigger.choices)
    subject = models.CharField(max_length=120, blank=True)
    severity = models.CharField(max_length=8, choices=Severity.choices)
    verdict = models.CharField(max_length=24, blank=True)
    evidence = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    basis = models.JSONField(default=dict)  # how it is known: version, data hash, seed, design
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField()
    due = models.DateField()
    late = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=500, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-opened_at", "-id"], name="finding_opened"),
            models.Index(fields=["course", "trigger"], name="finding_course"),
            models.Index(fields=["state", "due"], name="finding_due"),
            models.Index(fields=["ref"], name="finding_ref"),
        ]


class Asked(Marked):
    """A party that a finding was put to, and what it answered: seen by it and by those who see the finding.

    `told` holds the numbers for the centre, whose results they are; for a state it is empty: it is told in words what it is
    asked about, and nothing that was not released to it. `note`: what those who ask say to it. `over_at`: since when the finding is
    settled, so that nothing waits for an answer any more; a state that was asked does not see the finding itself.
    """

    public_id = PublicId()
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="asked", db_constraint=False)
    ref = models.CharField(max_length=24)
    course = models.ForeignKey(
        Course, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    code = models.CharField(max_length=24, blank=True)
    trigger = models.CharField(max_length=24, choices=Trigger.choices)
    party = models.CharField(max_length=16)
    told = models.JSONField(default=dict)
    note_ar = models.CharField(max_length=1000, blank=True)
    note_en = models.CharField(max_length=1000, blank=True)
    asked_by = models.CharField(max_length=150)
    asked_at = models.DateTimeField()
    due = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    text = models.CharField(max_length=2000, blank=True)
    by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["finding", "party"], name="asked_finding"),
            models.Index(fields=["party", "answer"], name="asked_party"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="asked_answered_by_and_at",
                condition=models.Q(by="", at__isnull=True) | (~models.Q(by="") & models.Q(at__isnull=False)),
            ),
        ]


class Remedy(Marked):
    """What a party that was asked does about it: an action, and the change in points that it expects of it."""

    public_id = PublicId()
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="remedies")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="remedies", db_constraint=False)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="remedies", db_constraint=False)
    predicted = models.DecimalField(max_digits=5, decimal_places=2)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["finding"], name="remedy_finding")]


class Measured(Marked):
    """What a later run says of a remedy: the change in points with its interval, against the pooled first estimate.

    Seen by those who see both the remedy and the run, and by the centre of the course.
    """

    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="measured", db_constraint=False)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="measured", db_constraint=False)
    outcome = models.CharField(max_length=14, choices=Outcome.choices)
    estimate = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    before = models.FloatField(null=True, blank=True)
    raw_before = models.FloatField(null=True, blank=True)
    after = models.FloatField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["remedy", "-id"], name="measured_remedy")]


class Spread(Marked):
    """What a run says of a course before its next run: how gains differ between people, how many lack a test, what gain
    counts. In points of 100, under the label of the run."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="spreads")
    course = models.CharField(max_length=22)  # public id; empty: of all courses of the run
    sd = models.FloatField()
    n = models.PositiveIntegerField()
    worthwhile = models.FloatField()
    attrition = models.FloatField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["course", "-id"], name="spread_course")]


class AnnualReview(Marked):
    """The annual review of a centre's findings, as it was made: `content` is what its document says, frozen."""

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    centre = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    content = models.JSONField(default=dict)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["centre", "-year"], name="review_centre")]


class AnnualCases(Marked):
    """The confirmed success cases of the year in an annual review, frozen with it: seen by those who see the review, the cases
    and their courses. `content`: each with its course, the end it was drawn from, what was used, and the barriers by their
    codes; nothing that tells of whom, beyond the id (`case`), by which a case that was withdrawn since is known."""

    review = models.ForeignKey(AnnualReview, on_delete=models.PROTECT, related_name="cases")
    content = models.JSONField(default=list)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["review"], name="annual_cases_review")]
