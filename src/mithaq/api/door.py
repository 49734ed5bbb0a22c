"""The API, made from the registry: every read is a GET, every operation a POST, under ``/api/v1/<area>/<verb>``.

Nothing is written route by route: permissions, checks and error texts are those of the operations and reads themselves.
"""

from __future__ import annotations

import base64
import binascii
import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

from django import forms
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext, override
from ninja import Body, NinjaAPI, Query, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer
from pydantic import BaseModel, ConfigDict, WithJsonSchema, create_model
from pydantic_core import to_json

from mithaq.access.forms import CodeList
from mithaq.access.operation import OPERATIONS, READS, Operation, Read, Reference
from mithaq.access.operations import holder_of
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid, Problem, TooMuch
from mithaq.extraction.limits import MEGABYTE

PROBLEM = "application/problem+json"


class Token(HttpBearer):
    """``Authorization: Bearer mthq_…``: acts as the token's account, with the rights it has now."""

    def authenticate(self, request: HttpRequest, token: str) -> Viewer:
        return holder_of(token)


api = NinjaAPI(
    title="Mithaq",
    version="1",
    description="The working system of a cooperation initiative between states. Made from the registry of operations and reads.",
    urls_namespace="api",
    docs_url=None,
    auth=Token(),
)


class Made(Schema):
    """What an operation touched."""

    public_id: str


class _Open(BaseModel):
    model_config = ConfigDict(extra="allow")


def _schema_of(field: forms.Field) -> dict[str, Any]:
    kinds: list[tuple[type[forms.Field], dict[str, Any]]] = [
        (CodeList, {"type": "array", "items": {"type": "string"}}),
        (forms.FileField, {"type": "object", "properties": {"name": {"type": "string"}, "base64": {"type": "string"}}}),
        (forms.BooleanField, {"type": "boolean"}),
        (forms.IntegerField, {"type": "integer"}),
        (forms.JSONField, {"type": "object"}),
    ]
    schema: dict[str, Any] = next((dict(shape) for kind, shape in kinds if isinstance(field, kind)), {"type": "string"})
    if isinstance(field, forms.ChoiceField):
        schema["enum"] = [value for value, _ in field.choices]  # type: ignore[misc, union-attr]
    if field.label:
        with override("en"):
            schema["title"] = str(field.label)
    return schema


def _input(operation: Operation) -> type[BaseModel]:
    """What the operation takes, for the document only: the form itself does the checking, so that all doors say the same."""
    fields: dict[str, Any] = {
        name: (Annotated[Any, WithJsonSchema(_schema_of(field))], None)
        for name, field in operation.form.base_fields.items()
    }
    model = create_model(_camel(operation.name), __base__=_Open, **fields)
    required: list[Any] = [name for name, field in operation.form.base_fields.items() if field.required]
    model.model_config["json_schema_extra"] = {"required": required, "additionalProperties": False}
    return model


def _camel(name: str) -> str:
    return "".join(part.title() for part in name.replace(".", "_").split("_"))


def _post(operation: Operation) -> Callable[..., Any]:
    def view(request: HttpRequest, data: Any) -> HttpResponse:
        given = {key: _uploaded(key, value) for key, value in data.model_dump(exclude_unset=True).items()}
        once = request.headers.get("Idempotency-Key", "")
        done: Reference = operation.run(_viewer(request), once=once, **given)
        return _answer(Made(public_id=done.public_id).model_dump(), 200)

    view.__annotations__ = {"request": HttpRequest, "data": Body[_input(operation)]}  # type: ignore[misc]
    return view


def _uploaded(key: str, value: Any) -> Any:
    """A file arrives as ``{"name": …, "base64": …}``."""
    if not (isinstance(value, dict) and value.keys() == {"name", "base64"}):
        return value
    try:
        return SimpleUploadedFile(str(value["name"]), base64.b64decode(value["base64"], validate=True))
    except (binascii.Error, TypeError, ValueError) as error:
        message = gettext("This file is not in base64.")
        raise Invalid({key: [{"code": "base64", "message": message}]}) from error


def _get(read: Read) -> Callable[..., Any]:
    parameters = [p for p in inspect.signature(read.run).parameters.values() if p.kind is p.KEYWORD_ONLY]
    hints = get_type_hints(inspect.unwrap(read.run))
    fields: dict[str, Any] = {p.name: (hints[p.name], ... if p.default is p.empty else p.default) for p in parameters}
    model = create_model(f"{_camel(read.name)}Query", __base__=Schema, **fields)

    def view(request: HttpRequest, query: Any = None) -> HttpResponse:
        if strange := [key for key in request.GET if key not in fields]:
            raise Invalid(
                {key: [{"code": "unknown", "message": gettext("There is no such field.")}] for key in strange}
            )
        return _answer(read.run(_viewer(request), **(query.model_dump() if query else {})), 200)

    if not fields:
        return lambda request: view(request)
    view.__annotations__ = {"request": HttpRequest, "query": Query[model]}  # type: ignore[misc, valid-type]
    view.__defaults__ = None
    return view


def _viewer(request: HttpRequest) -> Viewer:
    return request.auth  # type: ignore[attr-defined, no-any-return]


def _answer(shape: Any, status: int, kind: str = "application/json") -> HttpResponse:
    return HttpResponse(to_json(shape, bytes_mode="base64"), status=status, content_type=kind)


def _build() -> None:
    for read in READS.values():
        hints = get_type_hints(inspect.unwrap(read.run))
        _route(read.name, "GET", _get(read), hints["return"], read.promise)
    for operation in OPERATIONS.values():
        _route(operation.name, "POST", _post(operation), Made, operation.promise)


def _route(name: str, method: str, view: Callable[..., Any], response: Any, promise: str) -> None:
    area, _, verb = name.partition(".")
    api.default_router.add_api_operation(
        f"/{area}/{verb}",
        [method],
        view,
        response={200: response},
        operation_id=name,
        tags=[area],
        summary=name,
        description=promise,
    )


@api.exception_handler(Problem)
def say_problem(request: HttpRequest, problem: Any) -> HttpResponse:
    """Every Problem as problem+json, in the language the client asked for."""
    body: dict[str, Any] = {"title": problem.say(gettext), "status": problem.status, "code": problem.code}
    if isinstance(problem, Invalid):
        body["errors"] = problem.errors
    return _answer(body, problem.status, PROBLEM)


@api.exception_handler(AuthenticationError)
def say_who(request: HttpRequest, _: Any) -> HttpResponse:
    """No token, or none that is valid."""
    title = gettext("Send a valid token: Authorization: Bearer …")
    return _answer({"title": title, "status": 401, "code": "token"}, 401, PROBLEM)


@api.exception_handler(ValidationError)
def say_validation(request: HttpRequest, error: Any) -> HttpResponse:
    """A parameter of the wrong type, or a body that is no object."""
    errors = {str(e["loc"][-1]): [{"code": e["type"], "message": e["msg"]}] for e in error.errors}
    return say_problem(request, Invalid(errors))


@api.exception_handler(RequestDataTooBig)
def say_too_much(request: HttpRequest, _: Any) -> HttpResponse:
    """A body that is larger than is taken; nothing of it was read."""
    problem = TooMuch(
        "The body is larger than %(limit)s MB, and nothing of it was kept. Send it in parts, or put a large file in "
        "on the page for adding documents.",
        limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE,
    )
    return say_problem(request, problem)


@api.exception_handler(HttpError)
def say_http(request: HttpRequest, error: Any) -> HttpResponse:
    """A body that is no JSON."""
    body = {"title": gettext("The body is not valid JSON."), "status": error.status_code, "code": "json"}
    return _answer(body, error.status_code, PROBLEM)


def routes() -> list[URLPattern]:
    """The routes of the API. Tokens guard them, not the session; the OpenAPI document is open: it holds no content."""
    _build()
    patterns: list[Any] = list(api.urls[0])
    for pattern in patterns:
        pattern.callback.login_required = False
    return patterns
