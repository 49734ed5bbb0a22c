"""What the command line says: shapes as tables in the account's language, or as JSON; problems with exit status 2."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic_core import to_json
from rich.console import Console

from mithaq.cli.tables import Told, at_terminal, cell, draw, island, plain, seen, told
from mithaq.core.errors import Invalid, Problem

LISTS = ("entries", "hits")  # the field of a shape that is the list it stands for


def show(shape: Any, *, as_json: bool, language: str) -> None:
    """Print a shape. Where a list goes on, how to ask for the rest is said on stderr, beside the records."""
    if as_json:
        print(to_json(shape, indent=1, bytes_mode="base64").decode())
        return
    if (table := _listed(shape, language)) is None:
        _record(shape, language)
    else:
        _table(table)
    if (more := getattr(shape, "more", "")) and isinstance(more, str):
        print(f"… after={more}", file=sys.stderr)


def _listed(shape: Any, language: str) -> Told | None:
    """The shape as a table; None if it is one record."""
    if isinstance(shape, dict | tuple | list):
        return told(shape, language)
    names = {field.name for field in fields(shape)} if is_dataclass(shape) else set()
    if {"columns", "rows"} <= names:
        return Told(shape.columns, tuple(tuple(cell(value, language) for value in row) for row in shape.rows))
    return next((told(getattr(shape, name), language) for name in LISTS if name in names), None)


def _table(table: Told) -> None:
    if not at_terminal():
        for line in plain(table):
            print(line)
    elif table.records:
        draw(table, Console(highlight=False))


def _record(shape: Any, language: str) -> None:
    if not is_dataclass(shape):
        print(_words(shape, language))
        return
    for field in fields(shape):
        value = getattr(shape, field.name)
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            print(f"{field.name}:")
            _table(told(value, language))
        else:
            print(f"{field.name}: {_words(value, language)}")


def _words(value: Any, language: str) -> str:
    """A value that has the page for itself: a text keeps its lines."""
    lines = [seen(line) for line in value.splitlines()] if isinstance(value, str) else [cell(value, language)]
    return "\n".join(map(island, lines) if at_terminal() else lines)


def complain(problem: Problem) -> None:
    """Say on stderr what is wrong and, for a form, where."""
    from django.utils.translation import gettext  # noqa: PLC0415  `mithaq read` starts without Django

    print(problem.say(gettext), file=sys.stderr)
    if isinstance(problem, Invalid):
        for field, errors in problem.errors.items():
            for error in errors:
                print(f"  {field}: {error['message']}", file=sys.stderr)
