"""The documents that are written from the registry are up to date, and the README's commands are there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mithaq.access.operation import OPERATIONS, READS
from mithaq.access.permissions import Permission
from mithaq.access.roles import ROLES
from mithaq.cli.main import COMMANDS
from tools import docs

pytestmark = pytest.mark.any_database
ROOT = Path(__file__).resolve().parent.parent


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


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "examples/ici/README.md"])
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    links = re.findall(r"(?<!!)\[[^]]+\]\(([^):]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readme_names_every_setting() -> None:
    settings = (ROOT / "src/mithaq/config/settings.py").read_text(encoding="utf-8")
    told = (ROOT / "README.md").read_text(encoding="utf-8").split("### Settings")[1].split("\n## ")[0]
    asked = set(re.findall(r'\benv(?:_bool)?\("([A-Z_]+)"', settings))
    named = " ".join(re.findall(r"^\| (`[^|]+) \|", told, re.MULTILINE))
    assert set(re.findall(r"`([A-Z_]+)`", named)) == asked


def test_the_commands_of_the_readme_are_there() -> None:
    """`mithaq AREA VERB …` names an operation or read, any other `mithaq WORD` a command."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in re.findall(r"\.venv/bin/mithaq (.+)", text):
        first, second = [*line.split(), ""][:2]
        if first not in {*COMMANDS, "read", "evaluate"}:
            assert f"{first}.{second.replace('-', '_')}" in {*OPERATIONS, *READS}, line
