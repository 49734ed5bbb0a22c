#!/usr/bin/env python3
"""Sets up, runs, tests and checks Mithaq on a machine that has only Python 3.11 or newer. Standard library only.

    python3 tools/bootstrap.py setup | run | test | check | bench | lock | messages

Every word may be given again at any time; what is there already is not done twice.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "mithaq.stamp"
REQUIREMENTS = ROOT / "requirements"
# Where tests meet a database, and so run on both (tests/conftest.py leaves out the others of these folders).
ON_BOTH = ("access", "api", "archive", "cli", "followup", "proposals", "register", "reviews", "web", "test_no_leaks.py")
BROWSERS = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")


def call(*command: str | Path, **env: str) -> None:
    """Run a command in the project's folder; its failure is ours."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env={**os.environ, **env}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def setup(lock: str = "base.txt") -> None:
    """The virtual environment with everything locked in it. What `test.txt` holds beyond `base.txt` stays if it is there."""
    if sys.version_info < (3, 11):
        sys.exit("Mithaq needs Python 3.11 or newer: call this with such a python3.")
    wanted = _fingerprint(lock)
    standing = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []
    if wanted in standing:
        return
    if not PYTHON.exists():
        ensure_pip()
        venv.create(VENV, with_pip=True)
    install: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call(*install, "--require-hashes", "-r", REQUIREMENTS / "tools.txt")
    uv: list[str | Path] = [BIN / "uv", "pip", "install", "--quiet", "--python", PYTHON]
    call(*uv, "--require-hashes", "-r", REQUIREMENTS / lock)
    call(*uv, "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text("\n".join([*_still_true(standing), wanted]), encoding="utf-8")


def ensure_pip() -> None:
    """Debian keeps what a virtual environment needs in a package of its own; install it when we may, else say so."""
    if find_spec("ensurepip"):
        return
    if not (may_install() and install("python3-venv")):
        sys.exit("Python lacks ensurepip: install the package python3-venv, then call this again.")


def may_install() -> bool:
    """Whether this is a Debian-like machine and we are root."""
    return os.name != "nt" and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def install(package: str) -> bool:
    """A Debian package; whether it is there now."""
    steps = (["update"], ["install", "-y", "--no-install-recommends", package])
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return not any(subprocess.run(["apt-get", "-qq", *words], env=env, check=False).returncode for words in steps)


def _fingerprint(lock: str) -> str:
    content = b"".join((ROOT / name).read_bytes() for name in (f"requirements/{lock}", "pyproject.toml"))
    return f"{lock}:{hashlib.sha256(content).hexdigest()}"


def _still_true(standing: list[str]) -> list[str]:
    return [line for line in standing if line == _fingerprint(line.partition(":")[0])]


def run() -> None:
    """Set up, make the data folder with the example on first run, serve."""
    setup()
    call(BIN / "mithaq", "init", "--example", "ici", MITHAQ_DEMO="True")
    call(BIN / "mithaq", "run", *sys.argv[2:], MITHAQ_DEMO="True")


def test() -> None:
    """Set up, then every test: on SQLite, on PostgreSQL, in the browser."""
    setup("test.txt")
    ensure_chromium()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # many processes are started: each would compile everything again
    workers = str(min(8, max(2, os.cpu_count() or 2)))
    pytest: list[str | Path] = [PYTHON, "-m", "pytest", "-q", "-n", workers, "--dist", "worksteal", *sys.argv[2:]]
    call(*pytest, "--ignore=tests/browser", DB="sqlite")
    call(*pytest, *(f"tests/{name}" for name in ON_BOTH), DB="postgresql")
    call(*pytest, "tests/browser", DB="sqlite")


def ensure_chromium() -> None:
    """Debian's Chromium for the browser tests, installed when we may; without it those tests fail and say so."""
    for package in BROWSERS[:2]:
        if shutil.which(package) or (may_install() and install(package)):
            return


def check() -> None:
    """Style, types, walls, templates."""
    setup("test.txt")
    call(PYTHON, "-m", "ruff", "check", ".")
    call(PYTHON, "-m", "ruff", "format", "--check", ".")
    call(PYTHON, "-m", "mypy")
    call(BIN / "lint-imports")
    templates = sorted((ROOT / "src/mithaq/web/templates").rglob("*.html"))
    call(BIN / "djade", "--target-version", "5.2", "--check", *templates)


def bench() -> None:
    """Every benchmark, a table."""
    setup("test.txt")
    call(PYTHON, "-m", "bench", *sys.argv[2:])


def lock() -> None:
    """Renew the lock files from pyproject.toml (for maintainers)."""
    setup("test.txt")
    made: list[str | Path] = [
        BIN / "uv",
        "pip",
        "compile",
        "--quiet",
        "--no-emit-index-url",
        "--generate-hashes",
        "--no-header",
    ]
    made += ["--python-version", "3.11", "pyproject.toml", "-o"]
    call(*made, REQUIREMENTS / "base.txt")
    call(*made, REQUIREMENTS / "test.txt", "--extra", "test")


def messages() -> None:
    """Renew the message catalogues from the sources (for maintainers; needs gettext)."""
    setup("test.txt")
    call(PYTHON, "tools/messages.py")


WORDS = {f.__name__: f for f in (setup, run, test, check, bench, lock, messages)}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in WORDS:
        sys.exit(__doc__)
    WORDS[sys.argv[1]]()
