"""The walls of the house that import-linter cannot see."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from mithaq.access.operation import OPERATIONS, READS
from mithaq.access.permissions import Permission
from mithaq.access.roles import ROLES

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "mithaq"
STREAM = [
    *("access", "archive", "proposals", "parties", "programmes", "meetings"),
    *("activities", "commitments", "training", "instruments", "consultations", "texts", "outreach"),
    *("followup", "runs", "cases", "findings"),
]
TECHNICAL = {
    "access.Account",
    "access.ApiToken",
    "access.Done",
    "access.Label",
    "followup.MailSent",
    "meetings.Notice",
    "texts.Notice",
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "managers", "signals", "services"}


def sources() -> Iterator[Path]:
    """Every Python file of ours but migrations."""
    return (path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)


def importers(name: str) -> set[str]:
    """The files that import this name."""
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and any(alias.name == name for alias in node.names):
                found.add(path.relative_to(HOUSE).as_posix())
    return found


def test_the_bypass_has_few_friends() -> None:
    assert importers("system") == {
        *("followup/tick.py", "register/instruments/by_link.py", "register/meetings/feed_keys.py"),
        "reviews/findings/tick.py",
    }
    assert importers("acting_as") == {"access/operation.py"}


def test_only_the_backend_names_the_table_behind_the_view() -> None:
    naming = {path.parent.name for path in sources() if "main." in path.read_text(encoding="utf-8")}
    assert naming == {"sqlite"}


def our_models() -> list[type[models.Model]]:
    """The models of the house."""
    return [model for model in apps.get_models() if model.__module__.startswith("mithaq.")]


def test_every_content_table_carries_its_label() -> None:
    bare = {model._meta.label for model in our_models() if not getattr(model, "marked", False)}
    assert bare == TECHNICAL
    for model in our_models():
        assert not model._meta.many_to_many or model._meta.label == "access.Account", "a link table has no label"


def label_of(field: Any) -> str:
    """The app that a foreign key points to."""
    return str(field.related_model._meta.app_label)


def test_foreign_keys_point_up_the_stream() -> None:
    for model in our_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey) and label_of(field) in STREAM:
                above = STREAM.index(label_of(field))
                assert above <= STREAM.index(model._meta.app_label), f"{model._meta.label}.{field.name}"


def test_who_and_when_are_both_set_or_both_empty() -> None:
    """A column that says by whom something was answered has its time beside it and a constraint that ties the two."""
    for model in our_models():
        names = {field.name for field in model._meta.get_fields()}
        for by in (name for name in names if name.endswith("_by") and f"{name[:-3]}_at" in names):
            field = model._meta.get_field(by)
            tied = any(c.name.endswith(f"{by}_and_at") for c in model._meta.constraints)
            assert tied or not getattr(field, "blank", False), f"{model._meta.label}.{by}"


@pytest.mark.parametrize("name", sorted([*OPERATIONS, *READS]))
def test_every_operation_and_read_promises_something(name: str) -> None:
    promise = (OPERATIONS.get(name) or READS[name]).promise
    assert promise, name
    assert promise[0].isupper()
    assert "." in promise


def test_every_permission_is_held_by_a_role_and_needed_by_an_operation() -> None:
    held = frozenset().union(*(role.permissions for role in ROLES.values()))
    assert held == set(Permission)
    assert {operation.needs for operation in OPERATIONS.values()} == set(Permission)


def test_no_junk_drawers() -> None:
    assert not {path.stem for path in HOUSE.rglob("*")} & FORBIDDEN_NAMES


def test_nothing_is_too_long() -> None:
    for path in sources():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{path}: {node.name}"


def test_no_private_host_or_path_is_named() -> None:
    """The project speaks of the product alone."""
    for path in [
        *sources(),
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        ROOT / "pyproject.toml",
        ROOT / "Makefile",
    ]:
        text = path.read_text(encoding="utf-8")
        for word in ("/work/", "/root/", "index-url", "proxy.golang"):
            assert word not in text, f"{path}: {word}"
