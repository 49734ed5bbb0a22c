"""``mithaq results take-in FILE --as ACCOUNT``: a file of results of any length, with a progress bar.

The columns of the file say which offering, party and person (``course,offering,party,person,pre,post,max[,followup]``), or
``--activity``, ``--party`` and ``--maximum`` do for all rows. ``--wave`` says which test a column of scores (a grade export of
Moodle) or of points by question is of, ``--instrument`` whose questions these are, ``--match`` which column is which field, as
``name=field``. ``--try`` keeps nothing and says what would be. All of the file is taken in or nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from mithaq.access.operation import OPERATIONS
from mithaq.cli.output import show
from mithaq.cli.registry import NoSuchFile, pairs, viewer_and_language
from mithaq.register.instruments.progress import watched

ASKED = ("activity", "party", "wave", "instrument", "maximum")


def main(words: list[str]) -> int:
    """Take the file in and print the id by which it can be undone; Problem where it does not fit."""
    given = _parser().parse_args(words)
    viewer, language = viewer_and_language(given.account, given.lang)
    fields: dict[str, Any] = {name: getattr(given, name) for name in ASKED}
    fields |= {"file": _file(Path(given.file)), "match": json.dumps(pairs(given.match)), "try_only": given.try_only}
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        with watched(lambda done, of: bar.update(task, completed=done, total=of)):
            done = OPERATIONS["results.take_in"].run(viewer, once=given.once, **fields)
    answer = {"public_id": done.public_id} if given.json else done.public_id
    show(answer, as_json=given.json, language=language)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mithaq results take-in", description=__doc__)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--as", dest="account", required=True)
    for name in ASKED:
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--match", nargs="*", default=[], metavar="name=field")
    parser.add_argument("--try", dest="try_only", action="store_true")
    parser.add_argument("--once", default="", help="a key of yours: the same key again does nothing")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lang", choices=["ar", "en"], default="")
    return parser


def _file(path: Path) -> SimpleUploadedFile:
    try:
        return SimpleUploadedFile(path.name, path.read_bytes())
    except OSError as error:
        raise NoSuchFile(path=str(path)) from error
