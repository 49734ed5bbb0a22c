"""Who is still to be told what by mail. Technical: it names accounts and what happened, and holds no content."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.outgoing import Outgoing


class Notice(Outgoing):
    """An account is told by mail of something in a silence procedure, once. `about`: the public id of what it was, if it has one."""

    silence = models.CharField(max_length=22)
    event = models.CharField(max_length=10)
    about = models.CharField(max_length=22, blank=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["sent_at", "due_at"], name="notice_due")]
