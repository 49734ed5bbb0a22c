"""Everything that is installed, and everything that stands in these sources, is under a licence that lets a state use it."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_database
ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {  # as packages write them; a new wording is read by a person first
    *("MIT", "MIT License", "MIT-0", "ISC", "Apache-2.0", "Apache 2.0", "Apache Software License"),
    *("BSD License", "BSD-2-Clause", "BSD-3-Clause", "PSF-2.0", "Python Software Foundation License", "CNRI-Python"),
    *("MPL-1.1", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "LGPL-2.1-or-later", "LGPL-3.0-only", "ZPL-2.1"),
    "GNU Lesser General Public License v3 (LGPLv3)",
}
READ_BY_HAND = {
    "pypdfium2": "BSD-3-Clause or Apache-2.0; it carries PDFium and what that is built with, all permissive",
    "numpy": "BSD-3-Clause, with parts under 0BSD, MIT, Zlib and CC0; its wheel carries OpenBLAS (BSD) and GCC's runtime "
    "libraries, which their exception lets anybody pass on with a program",
    "scipy": "BSD-3-Clause; its wheel carries the same libraries as that of numpy",
}


def locked() -> list[str]:
    """The names of all packages in the lock file of the tests, which holds those of the product."""
    text = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9_.-]+)(?:\[[^]]*\])?==", text, re.MULTILINE | re.IGNORECASE)


def licences(name: str) -> list[str]:
    """What a package says of its licence: one expression, else its classifiers, else a text."""
    about = distribution(name).metadata
    classifiers = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if c.startswith("License :: ")]
    return about.get_all("License-Expression") or classifiers or about.get_all("License") or [""]


def allowed(expression: str) -> bool:
    """Whether one may choose so that every licence that then holds is an allowed one."""
    return any(all(one in ALLOWED for one in choice.split(" AND ")) for choice in expression.split(" OR "))


def test_the_list_is_the_whole_lock() -> None:
    assert len(locked()) > 70
    assert {"django", "typst", "psycopg", "granian"} <= set(locked())


@pytest.mark.parametrize("name", locked())
def test_licence_is_allowed(name: str) -> None:
    assert name in READ_BY_HAND or all(map(allowed, licences(name))), licences(name)


@pytest.mark.parametrize(
    "expression", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v3 (GPLv3)", "MIT AND GPL-2.0", ""]
)
def test_what_binds_users_is_not(expression: str) -> None:
    assert not allowed(expression)


def test_what_others_made_is_named_with_its_licence() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    carried = [
        p
        for kind in ("*.ttf", "*.woff2", "axe*.js")
        for p in [*ROOT.glob(f"src/**/{kind}"), *ROOT.glob(f"tests/**/{kind}")]
    ]
    assert len(carried) > 10
    for path in carried:
        assert path.parent.relative_to(ROOT).as_posix() in notice, path
        assert [*path.parent.glob("OFL*.txt"), *path.parent.glob("*LICENSE*")], path
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
