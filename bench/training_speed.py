"""How fast evaluation is: fourteen years of the whole network, and the report on one course."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.figure import Figure
from bench.training_size import times
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.tables import read_table

PEOPLE, ENROLMENTS, OFFERINGS, COURSES, STATES, AREAS = 45_000, 180_000, 10_000, 700, 40, 8


def figures() -> Iterator[Figure]:
    """CPU and memory of a full run, then one course."""
    yield from _full_run()
    yield _one_course()


def _full_run() -> Iterator[Figure]:
    """`mithaq evaluate` on the whole network's fourteen years: CPU, memory, and reading the table alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.csv"
        rows = _write(path)
        text = path.read_text(encoding="utf-8")
        began = time.process_time()
        read_table(text)
        yield Figure("training.read", time.process_time() - began, f"CPU s for {rows} rows", goal=60, at_most=True)
        command = [sys.executable, "-m", "mithaq.cli.main", "evaluate", str(path), "--json", "--worthwhile", "5"]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        if status:
            raise RuntimeError(f"mithaq evaluate ended with {status}")
        seconds = used.ru_utime + used.ru_stime
        yield Figure("training.full", seconds, f"CPU s for {rows} enrolments", goal=60, at_most=True)
        yield Figure("training.memory", used.ru_maxrss / 1024, "MB", goal=1500, at_most=True)


def _write(path: Path) -> int:
    """A table of the full size times SIZE; how many rows it has."""
    chance = np.random.default_rng(10)
    people, offerings, courses = times(PEOPLE), times(OFFERINGS), max(3, times(COURSES))
    offering, person = chance.integers(0, offerings, times(ENROLMENTS)), chance.integers(0, people, times(ENROLMENTS))
    _, kept = np.unique(offering.astype(np.int64) * people + person, return_index=True)
    offering, person, course = offering[kept], person[kept], offering[kept] % courses
    state = chance.choice(STATES, people, p=np.r_[0.2, np.full(STATES - 1, 0.8 / (STATES - 1))])[person]
    gain = (
        8
        + chance.normal(0, 4, courses)[course]
        + chance.normal(0, 2, STATES)[state]
        + chance.normal(0, 2, offerings)[offering]
    )
    pre = np.clip(chance.normal(50, 12, len(kept)), 0, 100).round()
    post = np.clip(pre + gain + chance.normal(0, 11, len(kept)), 0, 100).round()
    gone = chance.random(len(kept)) < 0.1
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file).writerow
        write(["course", "offering", "party", "person", "pre", "post", "max", "area"])
        for at in range(len(kept)):
            after = "" if gone[at] else int(post[at])
            area = f"A{course[at] % AREAS}"
            write([f"C{course[at]}", offering[at], f"P{state[at]}", person[at], int(pre[at]), after, 100, area])
    return len(kept)


def _one_course() -> Figure:
    """The report on one course of 37 people from four states."""
    chance = np.random.default_rng(11)
    lines = [f"C,O{at % 2},P{at % 4},{at},{chance.integers(30, 60)},{chance.integers(50, 90)},100" for at in range(37)]
    text = "course,offering,party,person,pre,post,max\n" + "\n".join(lines)
    began = time.perf_counter()
    evaluate(read_table(text))
    return Figure("training.one_course", time.perf_counter() - began, "s", goal=1, at_most=True)
