"""Draws of success cases, and the cases: a person under a pseudonym, what was said in the interview, who confirmed it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.activities.models import Activity
from mithaq.register.training.models import Course
from mithaq.reviews.cases.codes import Side, State


class Draw(Marked):
    """Who was drawn, from which list, by which rule and seed: seen by those alone who see the answers it was drawn from.

    `activity`: the one offering, else all of the course, of `year` if one is named. `candidates`: the list, each an offering, a
    party, a pseudonym and a score, so that the draw can be made again after answers have come or gone; `digest`: its hash.
    """

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="draws", db_constraint=False)
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="draws", db_constraint=False
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveSmallIntegerField()
    seed = models.PositiveIntegerField()
    rule = models.CharField(max_length=16)
    candidates = models.JSONField(default=list)
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["course", "-id"], name="draw_course")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["label", "digest"], name="draw_once_from_a_list")
        ]


class Case(Marked):
    """Somebody who was drawn, under the label of the draw. `person` is a pseudonym, never a name.

    `score`: how much is used, 0 to 100. `place`: from which place of the list at this end, from 1; beyond the size of the draw
    it stands in place of somebody who gave no interview (`instead_of`). What the interviewer writes is in one `language`;
    `barriers` are codes of the usual questions. `reason`: why there was no interview, or why the case was withdrawn.
    """

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="cases")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="cases", db_constraint=False)
    party = models.CharField(max_length=16)
    person = models.CharField(max_length=24)
    side = models.CharField(max_length=4, choices=Side.choices)
    score = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    instead_of = models.CharField(max_length=22, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAWN)
    language = models.CharField(max_length=2, blank=True)
    used = models.CharField(max_length=2000, blank=True)
    came_of = models.CharField(max_length=2000, blank=True)
    evidence = models.CharField(max_length=2000, blank=True)
    helped = models.CharField(max_length=2000, blank=True)
    hindered = models.CharField(max_length=2000, blank=True)
    barriers = Codes(max_length=200)
    interviewed_on = models.DateField(null=True, blank=True)
    interviewed_by = models.CharField(max_length=150, blank=True)
    interviewed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=150, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["draw", "side", "place"], name="case_draw"),
            models.Index(fields=["state", "-id"], name="case_state"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["draw", "activity", "party", "person"], name="case_once_a_draw"),
            by_and_at("interviewed"),
            by_and_at("confirmed"),
            by_and_at("withdrawn", "case"),
            models.CheckConstraint(
                name="confirmed_by_another",
                condition=models.Q(confirmed_by="") | ~models.Q(confirmed_by=models.F("interviewed_by")),
            ),
        ]
