"""``python -m bench [NAME] [--json]``: a line a figure, with its goal and whether it was met."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from importlib import import_module

from bench.figure import Figure

# Name to module; each module has `figures() -> Iterator[Figure]`.
BENCHES = {
    "consultations": "bench.consultations",
    "main": "bench.main",
    "reading": "bench.reading",
    "training": "bench.training",
}


def main() -> int:
    """Run one bench or all; the exit status is 1 where a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(BENCHES), help="one bench; all of them where none is named")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    given = parser.parse_args()
    missed = False
    for name in [given.name] if given.name else sorted(BENCHES):
        figures: Callable[[], Iterator[Figure]] = import_module(BENCHES[name]).figures
        for figure in figures():
            missed |= figure.met is False
            print(json.dumps(figure.as_dict()) if given.json else figure.as_line(), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
