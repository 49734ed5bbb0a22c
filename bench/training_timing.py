"""Whether the time of an answer tells that something hidden is there: in the example's house, an observer asks for runs and
findings that he may not see and for ids that there are not, one right after the other. Without a server between: its threads
differ by more than this does.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from bench.figure import Figure
from bench.training_size import times

KEEPER, BLIND = "sara", "salim"
TURNS = 3000
MARGIN = 50.0  # microseconds: a hundredth of what the page around it takes, and less than networks differ by


def figures() -> Iterator[Figure]:
    """By how much the answer about something hidden takes longer or shorter, in the middle of many pairs."""
    with tempfile.TemporaryDirectory(prefix="mithaq-bench-") as folder:
        env = {**os.environ, "MITHAQ_HOME": str(Path(folder) / "home"), "MITHAQ_DEMO": "True"}
        env["DJANGO_SETTINGS_MODULE"] = "mithaq.config.settings"
        command = [sys.executable, "-m", "mithaq.cli.main", "init", "--example", "ici"]
        subprocess.run(command, check=True, env=env, capture_output=True)
        told = subprocess.run([sys.executable, "-m", "bench.training_timing"], check=True, env=env, capture_output=True)
    for name, apart in json.loads(told.stdout).items():
        yield Figure(f"training.timing_{name}", apart, "microseconds apart", goal=MARGIN, at_most=True)


def main() -> None:
    """Ask in the house of the environment, and print the differences."""
    import django  # noqa: PLC0415  in the child alone

    django.setup()
    from mithaq.access.operations import viewer_named  # noqa: PLC0415  after Django is set up
    from mithaq.reviews.findings.reads import finding_list, finding_page  # noqa: PLC0415  as well
    from mithaq.reviews.runs.reads import run_list, run_page  # noqa: PLC0415  as well

    keeper, blind = viewer_named(KEEPER), viewer_named(BLIND)
    runs = [one.public_id for one in run_list(keeper).entries]
    findings = [one.public_id for one in finding_list(keeper).entries]
    found = {
        "runs": _apart(lambda name: run_page(blind, run=name), runs),
        "findings": _apart(lambda name: finding_page(blind, finding=name), findings),
    }
    print(json.dumps(found))


def _apart(ask: Callable[[str], Any], hidden: list[str]) -> float:
    """The median of the differences, in microseconds, whichever took longer."""
    absent = [_alike(one) for one in hidden]  # asked for as often as the others: what is asked again is faster
    chance, found = Random(7), []
    for turn in range(times(TURNS)):
        at, first = turn % len(hidden), chance.random() < 0.5
        took = {there: _took(ask, (hidden if there else absent)[at]) for there in (first, not first)}
        found.append(took[True] - took[False])
    return abs(median(found)) * 1e6


def _took(ask: Callable[[str], Any], name: str) -> float:
    from mithaq.core.errors import Absent  # noqa: PLC0415  in the child alone

    began = time.perf_counter()
    try:
        ask(name)
    except Absent:
        return time.perf_counter() - began
    raise RuntimeError(f"{name} is not hidden")


def _alike(name: str) -> str:
    """An id that there is not, with a hyphen where this one has one: then it is looked for among the references too."""
    while True:
        made = secrets.token_urlsafe(16)
        if ("-" in made) == ("-" in name):
            return made


if __name__ == "__main__":
    main()
