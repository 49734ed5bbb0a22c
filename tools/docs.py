#!/usr/bin/env python3
"""Writes docs/operations.md and docs/permissions.md from the registry: what can be done and looked at, and by whom.

    python tools/docs.py

`tests/test_docs.py` fails when they are no longer what this would write.
"""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mithaq.config.settings")
os.environ.setdefault("SECRET_KEY", "signs nothing here")  # so that no data folder is made for it
django.setup()

from django import forms  # noqa: E402
from django.utils.translation import override  # noqa: E402

from mithaq.access.forms import CodeList, DateWords  # noqa: E402
from mithaq.access.operation import OPERATIONS, READS, Operation, Read  # noqa: E402
from mithaq.access.permissions import Permission  # noqa: E402
from mithaq.access.roles import ROLES  # noqa: E402

DOCS = Path(__file__).resolve().parent.parent / "docs"
WRITTEN = "<!-- Written by tools/docs.py from the registry. Do not edit. -->"
OPERATIONS_HEAD = """\
# Operations and reads

Everything that can be done (an operation) and looked at (a read). Browser, API and command line are made from this list and
nothing else: `commitments.accept` is `POST /api/v1/commitments/accept` and `mithaq commitments accept --as WHO field=value …`,
`commitments.list` is `GET /api/v1/commitments/list` and `mithaq commitments list --as WHO`. What somebody may *see* is decided by
labels, not here; what is not there and what was not released to you answer alike: absent.
"""
PERMISSIONS_HEAD = """\
# Roles and permissions · الأدوار والأذون

A role says what somebody may do. It never says what somebody may see: that is the label's business.
الدور يقول ما يجوز لصاحبه أن يفعله، أما ما يراه فشأن وسم الإتاحة.

A permission that opens no operation by itself lets its holder do for all parties what others do for their own.
والإذن الذي لا يفتح عملية بنفسه يجيز لصاحبه أن يفعل عن الأطراف كافة ما يفعله غيره عن طرفه.
"""
KINDS: tuple[tuple[type[forms.Field], str], ...] = (  # the first that fits
    (DateWords, "date, as fine as known: `2026-11-20`, `2026-11`, `2026`"),
    (CodeList, "list of codes"),
    (forms.FileField, "file"),
    (forms.BooleanField, "yes or no"),
    (forms.DateField, "day: `2026-11-20`"),
    (forms.DecimalField, "number"),
    (forms.IntegerField, "whole number"),
    (forms.JSONField, "JSON"),
    (forms.EmailField, "e-mail address"),
    (forms.URLField, "address"),
)


def operations() -> str:
    """The content of docs/operations.md."""
    with override("en"):
        parts = [WRITTEN, OPERATIONS_HEAD]
        for area, names in _by_area({**OPERATIONS, **READS}):
            parts.append(f"## {area}\n")
            parts += [_operation(OPERATIONS[name]) for name in names if name in OPERATIONS]
            parts += [_read(READS[name]) for name in names if name in READS]
    return "\n".join(parts)


def _by_area(names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for area, group in groupby(sorted(names), key=lambda name: name.partition(".")[0]):
        yield area, list(group)


def _operation(operation: Operation) -> str:
    who = ", ".join(role.name.en for role in ROLES.values() if operation.needs in role.permissions)
    rows = [_field(name, field) for name, field in operation.form.base_fields.items()]
    note = (
        [_plain(operation.form.__doc__ or "")] if "__doc__" in vars(operation.form) and operation.form.__doc__ else []
    )
    table = ["| field | | what | meaning |", "| --- | --- | --- | --- |", *rows] if rows else []
    lines = [f"### {operation.name}", "", _plain(operation.promise), "", f"Who may (`{operation.needs}`): {who}.", ""]
    return "\n".join([*lines, *note, *([""] if note else []), *table, ""])


def _field(name: str, field: forms.Field) -> str:
    needed = "required" if field.required else ""
    return f"| `{name}` | {needed} | {_kind(field)} | {field.label or ''} |"


def _kind(field: forms.Field) -> str:
    if isinstance(field, forms.ChoiceField):
        values: Iterable[Any] = field.choices  # type: ignore[assignment]
        return "one of " + ", ".join(f"`{value}`" for value, _ in values if value != "")
    for kind, words in KINDS:
        if isinstance(field, kind):
            return words
    if length := getattr(field, "max_length", None):
        return f"text, at most {length} characters"
    return "text"


def _read(read: Read) -> str:
    signature = inspect.signature(inspect.unwrap(read.run))
    rows = [
        f"| `{p.name}` | {'required' if p.default is p.empty else ''} | {p.annotation} | {_default(p)} |"
        for p in signature.parameters.values()
        if p.kind is p.KEYWORD_ONLY
    ]
    table = ["| parameter | | type | unless given |", "| --- | --- | --- | --- |", *rows, ""] if rows else []
    answer = str(signature.return_annotation).replace("|", "\\|")
    return "\n".join([f"### {read.name}", "", _plain(read.promise), "", f"Answers `{answer}`.", "", *table])


def _default(parameter: inspect.Parameter) -> str:
    return "" if parameter.default in (parameter.empty, "") else f"`{parameter.default}`"


def _plain(promise: str) -> str:
    return re.sub(r"\n[ \t]+", "\n", promise.strip())


def permissions() -> str:
    """The content of docs/permissions.md."""
    roles = list(ROLES.values())
    lines = [WRITTEN, PERMISSIONS_HEAD, "| role | الدور | |", "| --- | --- | --- |"]
    lines += [f"| {r.name.en} `{r.code}` | {r.name.ar} | {r.sentence.en}<br>{r.sentence.ar} |" for r in roles]
    lines += ["", "| permission | " + " | ".join(f"{r.name.en}<br>{r.name.ar}" for r in roles) + " | opens |"]
    lines.append("| --- |" + " --- |" * (len(roles) + 1))
    for permission in Permission:
        opens = ", ".join(f"`{name}`" for name, o in sorted(OPERATIONS.items()) if o.needs is permission)
        held = " | ".join("●" if permission in role.permissions else "" for role in roles)
        lines.append(f"| `{permission}` | {held} | {opens} |")
    return "\n".join([*lines, ""])


FILES = {DOCS / "operations.md": operations, DOCS / "permissions.md": permissions}

if __name__ == "__main__":
    for path, made in FILES.items():
        path.write_text(made(), encoding="utf-8")
