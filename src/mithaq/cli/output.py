"""What the command line says: shapes as tables in the account's language, or as JSON; problems with exit status 2."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic_core import to_json
from rich.console import Console
from rich.table import Table

from mithaq.core.errors import Invalid, Problem
from mithaq.core.words import Bilingual


def show(shape: Any, *, as_json: bool, language: str) -> None:
    """Print a shape."""
    if as_json:
        print(to_json(shape, indent=1, bytes_mode="base64").decode())
        return
    console = Console(soft_wrap=True, highlight=False)
    rows = getattr(shape, "entries", shape if isinstance(shape, tuple | list) else None)
    if isinstance(shape, dict):
        rows = tuple(shape.values())
    if rows is None:
        _record(console, shape, language)
    elif rows:
        _table(console, rows, language)
    if more := getattr(shape, "more", ""):
        console.print(f"… after={more}", markup=False)


def _table(console: Console, rows: Any, language: str) -> None:
    if not is_dataclass(rows[0]):
        for row in rows:
            console.print(_cell(row, language), markup=False)
        return
    names = [field.name for field in fields(rows[0]) if _short(getattr(rows[0], field.name))]
    table = Table(*names)
    for row in rows:
        table.add_row(*(_cell(getattr(row, name), language) for name in names))
    console.print(table)


def _short(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float | bool | Bilingual)


def _record(console: Console, shape: Any, language: str) -> None:
    if not is_dataclass(shape):
        console.print(_cell(shape, language), markup=False)
        return
    for field in fields(shape):
        value = getattr(shape, field.name)
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            console.print(f"{field.name}:", markup=False)
            _table(console, value, language)
        else:
            console.print(f"{field.name}: {_cell(value, language)}", markup=False)


def _cell(value: Any, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Bilingual):
        return value.in_language(language)
    if isinstance(value, tuple | list):
        return ", ".join(_cell(part, language) for part in value)
    if is_dataclass(value):
        return ", ".join(_cell(getattr(value, field.name), language) for field in fields(value))
    return str(value)


def complain(problem: Problem) -> None:
    """Say on stderr what is wrong and, for a form, where."""
    from django.utils.translation import gettext  # noqa: PLC0415  `mithaq read` starts without Django

    print(problem.say(gettext), file=sys.stderr)
    if isinstance(problem, Invalid):
        for field, errors in problem.errors.items():
            for error in errors:
                print(f"  {field}: {error['message']}", file=sys.stderr)
