"""What a browser sent, as operations take it; and the form as it was filled in, with what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import HttpRequest, QueryDict

from mithaq.access.forms import CodeList
from mithaq.access.operation import OPERATIONS, Reference
from mithaq.web.middleware import viewer_of

F = TypeVar("F", bound=forms.Form)
Errors = Mapping[str, list[dict[str, str]]]


def in_place(request: HttpRequest) -> bool:
    """Whether a part of the page was asked for, to take the place of itself."""
    return bool(getattr(request, "htmx", False))


def sent(request: HttpRequest, form: type[forms.Form]) -> dict[str, Any]:
    """The fields of this form that were sent: of a list of codes all that were chosen, of a file the file."""
    chosen: dict[str, Any] = {
        name: request.POST.getlist(name) if isinstance(field, CodeList) else request.POST[name].replace("\r\n", "\n")
        for name, field in form.base_fields.items()
        if name in request.POST
    }
    return chosen | {name: request.FILES[name] for name in form.base_fields if name in request.FILES}


def once(request: HttpRequest, *more: object) -> str:
    """A key of this very sending: the same page sent twice is one act, a page with other words in it is another."""
    told = sha256(repr((request.path, sorted(request.POST.lists()), more)).encode())
    for name in request.FILES:
        for file in request.FILES.getlist(name):
            told.update(repr((file.name, file.size)).encode())
    return told.hexdigest()


def refilled(form: type[F], data: QueryDict, errors: Errors) -> F:
    """The form as it was sent, each field with what an operation found wrong with it; it is not checked again."""
    filled = form(data)
    filled._errors = ErrorDict()  # type: ignore[attr-defined]
    filled.cleaned_data = {}
    for field, wrong in errors.items():
        messages = [forms.ValidationError(one["message"], code=one["code"]) for one in wrong]
        filled.add_error(field if field in filled.fields else None, messages)
    return filled


def act(request: HttpRequest, name: str, **fields: Any) -> Reference:
    """Do this operation with what was sent and these fields, once however often the same page is sent."""
    operation = OPERATIONS[name]
    data = sent(request, operation.form) | fields
    return operation.run(viewer_of(request), once=once(request, name), **data)
