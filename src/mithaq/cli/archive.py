"""``mithaq archive add FILE… --as ACCOUNT --level LEVEL [--audience QAT,KWT]``: many documents in one go.

Each file is its own transaction: one that is refused keeps no other out. At the end every file is told with the reference
it got or why it was not filed; exit status 2 where any was refused.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from mithaq.access.forms import LEVELS
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer
from mithaq.archive.reads import named
from mithaq.cli.offline import content
from mithaq.cli.output import show
from mithaq.cli.registry import NoSuchFile, viewer_and_language
from mithaq.core.errors import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the reference it was filed under, or why it was not filed."""

    file: str
    ref: str = ""
    refused: str = ""


def main(words: list[str]) -> int:
    """Put the files in, read and store them, tell what became of each; 0 when all went in, else 2."""
    given = _parser().parse_args(words)
    viewer, language = viewer_and_language(given.account, given.lang)
    rows = _manifest(given.manifest) if given.manifest else []
    files: list[tuple[Path, dict[str, str]]] = [(Path(name), {}) for name in given.files] + rows
    if not files:
        raise Problem("Name at least one file.", code="no_files")
    outcomes: list[Outcome] = []
    try:
        with _progress() as bar:
            for path, extra in bar.track(files, description=""):
                outcomes.append(_put_in(viewer, path, {**_common(given), **extra}))
    finally:  # who interrupts it sees how far it came
        show(outcomes, as_json=given.json, language=language)
    filed = sum(not outcome.refused for outcome in outcomes)
    print(f"{filed} / {len(files)}", file=sys.stderr)
    return 0 if filed == len(files) else 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mithaq archive add", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--manifest", help="a CSV with the columns file, published, language, title, publisher")
    parser.add_argument("--as", dest="account", required=True)
    parser.add_argument("--level", choices=[level for level, _ in LEVELS], required=True)
    parser.add_argument("--audience", default="", help="party codes, separated by commas")
    parser.add_argument("--published", default="")
    parser.add_argument("--publisher", default="")
    parser.add_argument("--json", action="store_true", help="the outcomes as JSON")
    parser.add_argument("--lang", choices=["ar", "en"], default="")
    return parser


def _common(given: argparse.Namespace) -> dict[str, Any]:
    return {name: getattr(given, name) for name in ("level", "audience", "published", "publisher")}


def _manifest(path: str) -> list[tuple[Path, dict[str, str]]]:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except OSError as error:
        raise NoSuchFile(path=path) from error
    if rows and "file" not in rows[0]:
        raise Problem("“%(path)s” needs a column named “file”.", code="manifest", path=path)
    beside = Path(path).parent
    return [(beside / row.pop("file"), {key: value for key, value in row.items() if key and value}) for row in rows]


def _progress() -> Progress:
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def _put_in(viewer: Viewer, path: Path, fields: dict[str, Any]) -> Outcome:
    try:
        file = SimpleUploadedFile(path.name, content(path))
        done = OPERATIONS["proposals.take_in"].run(viewer, file=file, **fields)
    except Problem as problem:
        return Outcome(str(path), refused=problem.in_full(gettext))
    return Outcome(str(path), ref=named(viewer, things=done.public_id)[done.public_id].ref)
