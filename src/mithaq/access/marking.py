"""Gate 1, the ORM: a guarded model cannot be asked anything while nobody is looking."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.viewer import visit_or_raise


class GuardedManager(models.Manager[Any]):
    """Raises NoViewer at once when nobody is looking. It does not filter: the database does (gate 2), and a query that
    was built in a visit and runs outside it is refused at the connection."""

    def get_queryset(self) -> models.QuerySet[Any]:
        visit_or_raise()
        return super().get_queryset()


class Marked(models.Model):
    """A row of content: it carries its own label and is reached by the guarded manager only, also from other rows."""

    label = models.ForeignKey("access.Label", on_delete=models.PROTECT, db_index=False, related_name="+")
    label_id: int
    marked: ClassVar[bool] = True

    objects: ClassVar[GuardedManager] = GuardedManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"


def by_and_at(name: str, of: str = "") -> models.CheckConstraint:
    """Who (`{name}_by`) and when (`{name}_at`) are both said or neither. `of`: the kind of row, where several say so."""
    by, at = f"{name}_by", f"{name}_at"
    return models.CheckConstraint(
        name=f"{of}_{by}_and_at".strip("_"),
        condition=models.Q(**{by: "", f"{at}__isnull": True})
        | (~models.Q(**{by: ""}) & models.Q(**{f"{at}__isnull": False})),
    )
