"""What assigning several commitments, or moving them to another state, would change, before anything is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext

from mithaq.access.models import Label
from mithaq.access.operation import cleaned_by, read
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.register.commitments.changing import Told, assignable, assigned, kept_by, moved
from mithaq.register.commitments.forms import Assigned, Moved
from mithaq.register.commitments.keeping import check
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads.listing import rows_of
from mithaq.register.commitments.reads.shapes import Change


@read("commitments.preview_assign")
def preview_assign(
    viewer: Viewer, *, commitments: str, owner: str = "", focal: str = "", due: str = ""
) -> tuple[Change, ...]:
    """What `commitments.assign` would change of each of these (ids with commas between), the newest said first; writes
    nothing. What is empty stays. `problem` says, in the language of who asks, why one cannot be assigned so."""
    asked = {name: value for name, value in (("owner", owner), ("focal", focal), ("due", due)) if value}
    cleaned = cleaned_by(Assigned, asked)
    sent = {name: cleaned[name] for name in asked}
    resolved: dict[int, dict[str, Any] | Problem] = {}

    def would(commitment: Commitment) -> Told:
        if commitment.label_id not in resolved:  # looked up once a label, however many bear it
            resolved[commitment.label_id] = _assignable(commitment.label, sent)
        values = resolved[commitment.label_id]
        if isinstance(values, Problem):
            raise values
        return assigned(viewer, commitment, values)

    return _changes(commitments, would, asked=bool(sent))


def _assignable(label: Label, sent: dict[str, Any]) -> dict[str, Any] | Problem:
    try:
        return assignable(label, sent)
    except Problem as problem:
        return problem


@read("commitments.preview_state")
def preview_state(viewer: Viewer, *, commitments: str, state: str = "") -> tuple[Change, ...]:
    """What `commitments.change_state` would change of each of these (ids with commas between), the newest said first;
    writes nothing. `problem` says, in the language of who asks, why one cannot go to this state, or be moved at all."""
    asked = cleaned_by(Moved, {"state": state})["state"] if state else ""

    def would(commitment: Commitment) -> Told:
        if asked:
            return moved(viewer, commitment, asked)[1]
        check(kept_by(viewer, commitment))
        return {}

    return _changes(commitments, would, asked=bool(asked))


def _changes(commitments: str, would: Callable[[Commitment], Told], *, asked: bool) -> tuple[Change, ...]:
    """Each by itself; what the viewer does not see is left out."""
    ids = [part.strip() for part in commitments.split(",") if part.strip()]
    chosen = Commitment.objects.filter(public_id__in=ids).order_by("-said_on", "-pk")
    found = chosen.select_related("label", "focal")
    return tuple(_change(row, one, would, asked=asked) for row, one in zip(rows_of(chosen), found, strict=True))


def _change(row: Any, commitment: Commitment, would: Callable[[Commitment], Told], *, asked: bool) -> Change:
    try:
        told = would(commitment)
    except Problem as problem:
        return Change(row, commitment.version, {}, problem.in_full(gettext))
    same = gettext("It is like this already: nothing changes.") if asked and not told else ""
    return Change(row, commitment.version, told, same)
