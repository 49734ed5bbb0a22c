"""Operations: the only way to change anything, and reads: the only way to look. Doors find both here by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext

from mithaq.access.models import Done, FormerReference, JournalLine
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer, acting_as, visit_or_raise
from mithaq.core import clock
from mithaq.core.errors import Absent, Invalid, Refused

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an operation answers: the thing it touched, by public id. Label, changes and reason go to the journal."""

    public_id: str
    label_id: int = field(repr=False)
    changes: dict[str, Any] = field(default_factory=dict, repr=False)
    reason: str = field(default="", repr=False)


Body = Callable[Concatenate[Viewer, P], Reference]
Prepare = Callable[[Viewer, dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as the doors know it. `run(viewer, once=…, **data)`."""

    name: str
    needs: Permission
    form: type[forms.Form]
    run: Callable[..., Reference]
    promise: str


@dataclass(frozen=True, slots=True)
class Read:
    """A read as the doors know it: `run(viewer, **parameters)`."""

    name: str
    run: Callable[..., Any]
    promise: str


OPERATIONS: dict[str, Operation] = {}
READS: dict[str, Read] = {}


def operation(
    name: str, *, needs: Permission, form: type[forms.Form], prepare: Prepare | None = None
) -> Callable[[Body[P]], Body[P]]:
    """Permission -> form -> `prepare` -> one transaction: body, one journal line -> notices on commit. Registered by name.

    The form is pure: it sees no database. `prepare(viewer, cleaned)` does what takes long before anything is locked: it
    may look, being in a visit that cannot write, and what it answers is handed to the body beside the cleaned fields. The body
    resolves ids by `find`, inside the transaction. A caller may send `once`, a key of its own: the same key again does
    nothing and answers as the first time. Raises Refused, Invalid, Absent or Conflict; then nothing has happened.
    """

    def register(body: Body[P]) -> Body[P]:
        @wraps(body)
        def run(viewer: Viewer, /, *args: P.args, **data: P.kwargs) -> Reference:
            once = str(data.pop("once", "") or "")
            if needs not in viewer.permissions:
                raise Refused
            cleaned = cleaned_by(form, data)
            if prepare is not None:
                with acting_as(viewer):
                    cleaned |= prepare(viewer, cleaned)
            with acting_as(viewer, writing=True):
                if once and (before := Done.objects.filter(account=viewer.account, key=once[:64]).first()):
                    return Reference(before.public_id, 0)
                done = body(viewer, *args, **cleaned)
                _record(viewer, name, done, once)
            return done

        OPERATIONS[name] = Operation(name, needs, form, run, (body.__doc__ or "").strip())
        return run

    return register


def cleaned_by(form: type[forms.Form], data: Mapping[str, Any]) -> dict[str, Any]:
    """What the form makes of this input. Invalid, with messages by field, if it does not fit or names unknown fields."""
    if unknown := [key for key in data if key not in form.base_fields]:
        raise Invalid({key: [{"code": "unknown", "message": gettext("There is no such field.")}] for key in unknown})
    files = {key: value for key, value in data.items() if isinstance(value, UploadedFile)}
    bound = form(
        {key: value for key, value in data.items() if key not in files},
        MultiValueDict({k: [v] for k, v in files.items()}),
    )
    if not bound.is_valid():
        raise Invalid(bound.errors.get_json_data())
    return bound.cleaned_data


def _record(viewer: Viewer, name: str, done: Reference, once: str) -> None:
    journal(name, done.public_id, done.label_id, done.changes, done.reason)
    if once:
        told = {"operation": name, "public_id": done.public_id, "at": clock.now()}
        Done.objects.create(account=viewer.account, key=once[:64], **told)


def journal(operation: str, thing: str, label_id: int, changes: dict[str, Any], reason: str = "") -> None:
    """A line of the journal by who acts: an operation writes its own; this is for what comes of it to other things, and for what
    the house does by itself. Inside a visit that writes."""
    viewer = visit_or_raise().viewer
    JournalLine.objects.create(
        label_id=label_id,
        at=clock.now(),
        account=viewer.account,
        party=viewer.party,
        operation=operation,
        thing=thing,
        changes=changes,
        reason=reason[:500],
    )


def read(name: str) -> Callable[[Callable[Concatenate[Viewer, P], T]], Callable[Concatenate[Viewer, P], T]]:
    """A function ``(viewer, ...) -> shape`` run as one visit that cannot write. Registered by name."""

    def register(body: Callable[Concatenate[Viewer, P], T]) -> Callable[Concatenate[Viewer, P], T]:
        @wraps(body)
        def run(viewer: Viewer, /, *args: P.args, **kwargs: P.kwargs) -> T:
            with acting_as(viewer):
                return body(viewer, *args, **kwargs)

        READS[name] = Read(name, run, (body.__doc__ or "").strip())
        return run

    return register


@contextmanager
def one_visit(viewer: Viewer) -> Iterator[None]:
    """Several reads of one page in one visit: one transaction, one look at the labels. It cannot write."""
    with acting_as(viewer):
        yield


def find(rows: models.QuerySet[M], named: str) -> M:
    """The one row with this public id, if the viewer sees it; else Absent, whether or not it is there.

    Where rows have references, a reference is taken too, if it names one row that the viewer sees and no second one; also one
    that it bore before it was released to more.
    """
    if (row := rows.filter(public_id=named).first()) is not None:
        return row
    if "-" in named and any(field.name == "ref" for field in rows.model._meta.fields):
        ref = named.strip().upper()
        found = list(rows.filter(ref=ref)[:2]) or list(rows.filter(public_id__in=_formerly(ref))[:2])
        if len(found) == 1:
            return found[0]
    raise Absent


def _formerly(ref: str) -> list[str]:
    """What bore this reference once, as far as the viewer could see it then."""
    return list(FormerReference.objects.filter(ref=ref).values_list("thing", flat=True))
