"""Results: one row a person an offering; and the files they came by."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.activities.models import Activity


class Result(Marked):
    """What a person scored before, after and half a year after an offering of a course. Seen by the party of the person, and
    by those who run and keep the offering.

    `person` is a pseudonym: the number of the nomination (``N12``) where there is one, else what a file says, never a name.
    `completed`: took part to the end. `version` counts what was filled in later.
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="results", db_constraint=False)
    course = models.CharField(max_length=24)  # its code in the catalogue
    area = models.CharField(max_length=40, blank=True)
    party = models.CharField(max_length=16)
    person = models.CharField(max_length=24)
    pre = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    post = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    followup = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    maximum = models.DecimalField(max_digits=7, decimal_places=2)
    pre_on = models.DateField(null=True, blank=True)
    post_on = models.DateField(null=True, blank=True)
    followup_on = models.DateField(null=True, blank=True)
    completed = models.BooleanField(default=False)
    taken_in = models.CharField(max_length=22, blank=True)  # the import that made it
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["activity", "party", "person"], name="result_person"),
            models.Index(fields=["course"], name="result_course"),
            models.Index(fields=["taken_in"], name="result_import"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="maximum_above_zero", condition=Q(maximum__gt=0)),
            *(
                models.CheckConstraint(
                    name=f"{wave}_within_maximum",
                    condition=Q(**{f"{wave}__isnull": True})
                    | (Q(**{f"{wave}__gte": 0}) & Q(**{f"{wave}__lte": F("maximum")})),
                )
                for wave in ("pre", "post", "followup")
            ),
        ]


class ResultImport(Marked):
    """A file of results that was taken in: how many rows it made, which columns of rows that were there it filled, how many
    filled forms came by it.

    `filled`: ``[the row's key, its version since, the columns]``. `sha256`: of the file.
    """

    public_id = PublicId()
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    forms = models.PositiveIntegerField(default=0)
    filled = models.JSONField(default=list, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    taken_out_by = models.CharField(max_length=150, blank=True)
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            by_and_at("taken_out"),
        ]
