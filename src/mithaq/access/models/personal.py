"""What is somebody's own: saved views and drafts. Labelled for their party; only their account's reads return them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked


class SavedView(Marked):
    """A filter of a list that somebody keeps under a name; `shared` with all of the same party."""

    public_id = PublicId()
    account = models.CharField(max_length=150)
    party = models.CharField(max_length=16, blank=True)
    page = models.CharField(max_length=40)  # the list it filters, by the name of its read
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1000)
    shared = models.BooleanField(default=False)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["account", "page"], name="view_account")]


class Draft(Marked):
    """What somebody had typed into a form and not sent yet. Only its writer's visits read it."""

    account = models.CharField(max_length=150)
    form = models.CharField(max_length=200)  # the form's operation and the thing it is about
    data = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["account", "form"], name="one_draft_a_form")
        ]
