"""What the database keeps by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from mithaq.access.viewer import acting_as
from mithaq.register.consultations.models import Means, ProposedMeans
from tests.cast import LAYLA


def refused_by_the_database(table: type[Means] | type[ProposedMeans], wrong: dict[str, Any]) -> None:
    """One more row like the one that is there is refused with these values, of another pair; with none, of the same."""
    with acting_as(LAYLA, writing=True):
        row = table.objects.get()
        row.pk, row.public_id = None, "m" * 22
        for name, value in wrong.items():
            setattr(row, name, value)
        if wrong:
            row.course_id += 1000
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)
