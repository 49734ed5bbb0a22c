"""The documents that are written from the registry are up to date, and the README's commands are there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mithaq.access.operation import OPERATIONS, READS
from mithaq.access.permissions import Permission
from mithaq.access.roles import ROLES
from tools import docs

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize(("path", "made"), docs.FILES.items(), ids=lambda value: getattr(value, "name", ""))
def test_it_is_what_would_be_written_now(path: Path, made: Callable[[], str]) -> None:
    assert path.read_text(encoding="utf-8") == made(), "Run: python tools/docs.py"


def test_every_operation_and_read_has_its_heading() -> None:
    headings = re.findall(r"^### (.+)$", docs.operations(), re.MULTILINE)
    assert sorted(headings) == sorted([*OPERATIONS, *READS])


def test_every_field_says_what_it_is() -> None:
    for name, operation in OPERATIONS.items():
        for field in operation.form.base_fields:
            assert f"| `{field}` |" in docs.operations().split(f"### {name}\n")[1].split("\n### ")[0], (name, field)


def test_every_role_and_permission_is_there_in_both_languages() -> None:
    text = docs.permissions()
    for role in ROLES.values():
        assert all(words in text for words in (role.name.en, role.name.ar, role.sentence.en, role.sentence.ar))
    assert all(f"| `{permission}` |" in text for permission in Permission)
