"""``mithaq AREA VERB --as ACCOUNT [--json] [field=value …]``: any operation or read of the registry."""

from __future__ import annotations

import argparse
import inspect
from pathlib import Path
from typing import Any, get_type_hints

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext

from mithaq.access.operation import OPERATIONS, READS, Operation, Read
from mithaq.access.operations import viewer_named
from mithaq.access.reads import me
from mithaq.access.viewer import PUBLIC_EYES, Viewer
from mithaq.cli.output import show
from mithaq.core.errors import Invalid, Problem


class NoSuchFile(Problem):
    """A path on the command line where nothing is."""

    code = "no_file"
    text = "There is no file “%(path)s”. Check the path, or write the text after a backslash: field=\\@text."


def viewer_and_language(account: str, language: str = "") -> tuple[Viewer, str]:
    """Who acts, and the language to answer in: the one asked for, else the account's own."""
    viewer = viewer_named(account) if account else PUBLIC_EYES
    return viewer, language or (me(viewer).language if account else "ar")


def language_of(account: str) -> str:
    """The language of this account; Arabic where there is no such account."""
    try:
        return me(viewer_named(account)).language
    except Problem:
        return "ar"


def names() -> int:
    """Print every area and verb with the first sentence of its promise."""
    known: dict[str, Operation | Read] = {**OPERATIONS, **READS}
    for name, found in sorted(known.items()):
        print(f"{name.replace('.', ' '):32} {found.promise.splitlines()[0]}")
    return 0


def run(area: str, verb: str, arguments: argparse.Namespace, viewer: Viewer, language: str) -> int:
    """Do or look at one thing. Raises Problem, which the caller says."""
    name = f"{area}.{verb.replace('-', '_')}"
    given = pairs(arguments.fields)
    if operation := OPERATIONS.get(name):
        done = operation.run(viewer, once=arguments.once, **_input(operation, given))
        show(
            done.public_id if not arguments.json else {"public_id": done.public_id},
            as_json=arguments.json,
            language=language,
        )
    elif found := READS.get(name):
        show(found.run(viewer, **_parameters(found, given)), as_json=arguments.json, language=language)
    else:
        raise Problem("There is no “%(name)s”. See: mithaq --help", code="no_command", name=f"{area} {verb}")
    return 0


def pairs(fields: list[str]) -> dict[str, str]:
    """``field=value`` words as a dictionary; Problem for a word of another form."""
    given: dict[str, str] = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals:
            raise Problem("“%(field)s” is not of the form field=value.", code="pair", field=field)
        given[name] = value
    return given


def _input(operation: Operation, given: dict[str, str]) -> dict[str, Any]:
    """``file=PATH`` for a file; ``field=@PATH`` takes a text out of a file."""
    data: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(operation.form.base_fields.get(name), forms.FileField):
            data[name] = SimpleUploadedFile(Path(value).name, _bytes(value))
        elif value.startswith("@"):
            data[name] = _bytes(value[1:]).decode().removesuffix("\n")
        else:
            data[name] = value.removeprefix("\\") if value.startswith("\\@") else value
    return data


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise NoSuchFile(path=path) from error


def _parameters(read: Read, given: dict[str, str]) -> dict[str, Any]:
    hints = get_type_hints(inspect.unwrap(read.run))
    known = {p.name for p in inspect.signature(read.run).parameters.values() if p.kind is p.KEYWORD_ONLY}
    if strange := [name for name in given if name not in known]:
        message = gettext("There is no such field.")
        raise Invalid({name: [{"code": "unknown", "message": message}] for name in strange})
    return {name: _typed(name, value, hints[name]) for name, value in given.items()}


def _typed(name: str, value: str, kind: Any) -> Any:
    if kind is bool:
        return value.lower() in ("1", "true", "yes")
    if kind is not int:
        return value
    try:
        return int(value)
    except ValueError as error:
        raise Invalid({name: [{"code": "integer", "message": gettext("Write a whole number.")}]}) from error
