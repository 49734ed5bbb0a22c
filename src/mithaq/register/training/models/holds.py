"""What a course waits for before its next run may be opened."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.marking import Marked
from mithaq.register.training.models.courses import Course


class Hold(Marked):
    """A course waits for its centre. `cause`: the public id of what it waits for, known to who set it; lifted once.

    It binds those who may see it, and tells them no more than that the course waits.
    """

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="holds", db_constraint=False)
    cause = models.CharField(max_length=22)
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["cause"], name="hold_once_a_cause")]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["course", "lifted_at"], name="hold_course")]
