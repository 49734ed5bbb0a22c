"""Making a run again, to see that it stands."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.runs.forms import CheckRun
from mithaq.reviews.runs.making import Frozen, compared, made_again
from mithaq.reviews.runs.models import Run


def _made_again(viewer: Viewer, given: dict[str, Any]) -> dict[str, Any]:
    """Before anything is locked: it may take a minute."""
    return {"again": made_again(find(Run.objects.all(), given["run"]))}


@operation("runs.check", needs=Permission.FINDINGS_EVALUATE, form=CheckRun, prepare=_made_again)
def check(viewer: Viewer, /, *, run: str, **prepared: Frozen) -> Reference:
    """Make a run again with its own settings on today's rows, as far as you see them: the same to the last byte, or why not.
    The run itself stays as it is."""
    found = find(Run.objects.all(), run)
    told = compared(found, prepared["again"])
    Run.objects.filter(pk=found.pk).update(checked=told, checked_by=viewer.account, checked_at=clock.now())
    return Reference(found.public_id, found.label_id, {"checked": [found.checked or None, str(told)]})
