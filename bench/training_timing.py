"""Whether the time of an answer tells that something hidden is there: in the example's house, an observer asks for runs, findings
and questions that he may not see, and for ids that there are not, turn by turn.
"""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.figure import Figure
from bench.serving import Line, serving
from bench.training_size import times

KEEPER, BLIND = "sara", "salim"
PLACES = {"runs": "/runs/", "findings": "/findings/"}
TURNS = 1500
MARGIN = 0.1  # of the chance to tell the slower of two, which is a half by guessing


def figures() -> Iterator[Figure]:
    """How far from guessing the chance lies to tell by time which of two answers was of something hidden."""
    with tempfile.TemporaryDirectory(prefix="mithaq-bench-") as folder:
        home = Path(folder) / "home"
        env = {**os.environ, "MITHAQ_HOME": str(home), "MITHAQ_DEMO": "True"}
        command = [sys.executable, "-m", "mithaq.cli.main", "init", "--example", "ici"]
        subprocess.run(command, check=True, env=env, capture_output=True)
        with serving(home, quiet=True) as line:
            line.sign_in(KEEPER)
            hidden = {name: _ids(line, place) for name, place in PLACES.items()}
        with serving(home, quiet=True) as line:
            line.sign_in(BLIND)
            for name, place in PLACES.items():
                apart = abs(_told_apart(line, place, hidden[name], times(TURNS)) - 0.5)
                yield Figure(f"training.timing_{name}", apart, "from guessing", goal=MARGIN, at_most=True)


def _ids(line: Line, place: str) -> list[str]:
    return sorted(set(re.findall(rf'href="{place}([A-Za-z0-9_-]{{22}})/"', line.get(place).decode())))


def _told_apart(line: Line, place: str, hidden: list[str], turns: int) -> float:
    """In how many of the pairs, asked for one right after the other, the answer about something hidden took longer."""
    absent = [
        secrets.token_urlsafe(16) for _ in hidden
    ]  # asked for as often as the others: what is asked again is faster
    chance, longer = Random(7), 0
    for turn in range(turns):
        took = {}
        first = chance.random() < 0.5  # by lot: the server's threads take turns, and each is as fast as it is
        for there in (first, not first):
            name = (hidden if there else absent)[turn % len(hidden)]
            began = time.perf_counter()
            status = line.ask(f"{place}{name}/")
            took[there] = time.perf_counter() - began
            if status != 404:
                raise RuntimeError(f"{place}{name}/ answered {status}")
        longer += took[True] > took[False]
    return longer / turns
