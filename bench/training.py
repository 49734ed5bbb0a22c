"""Evaluation: whether its intervals cover, how often it claims what is not so, what its tables give away, how fast it is.

The full size takes some minutes. BENCH_TRAINING=0.05 makes everything a twentieth of it, to see that it runs: the figures of
such a run say little of coverage, and those of speed are of a smaller table.
"""

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

from bench import training_import
from bench.figure import Figure
from mithaq.evaluation.crossed_model import crossed
from mithaq.evaluation.disclosure import attack
from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.parties import claims_of
from mithaq.evaluation.pooling import pool
from mithaq.evaluation.ranking import CLAIM
from mithaq.evaluation.remeasuring import Outcome, remeasure
from mithaq.evaluation.suppression import Suppressed, suppress
from mithaq.evaluation.tables import read_table

SIZE = float(os.environ.get("BENCH_TRAINING", "1"))
WITHIN = 12.0
PEOPLE, ENROLMENTS, OFFERINGS, COURSES, STATES, AREAS = 45_000, 180_000, 10_000, 700, 40, 8


def times(full: int) -> int:
    """How often, at the size that was asked for."""
    return max(2, round(full * SIZE))


def figures() -> Iterator[Figure]:
    """Coverage, false alarms, disclosure, the loop, then speed and memory."""
    yield from _coverage()
    yield _crossed_coverage()
    yield from _false_alarms()
    yield _best_claims()
    yield from _disclosure()
    yield _lucky_rises()
    yield from _full_run()
    yield _one_course()
    yield from training_import.figures()


def _coverage() -> Iterator[Figure]:
    """Years of K courses of 4 to 15 people whose true gains differ by tau: how often 95 % intervals hold the truth."""
    for k in (4, 6, 12):
        for tau in (0, 2, 5):
            chance = np.random.default_rng(1000 * k + tau)
            held, widths, errors = [], [], []
            for _ in range(times(200)):
                one = _year(chance, k, tau)
                held.append(one[0])
                widths.append(one[1])
                errors.append(one[2])
            name, told = f"training.{k}x{tau}", np.array(errors)
            covered = float(np.mean(held))
            yield Figure(f"{name}.covered", covered, "share", goal=0.93)
            yield Figure(f"{name}.not_too_wide", covered, "share", goal=0.99, at_most=True)
            goal = 0.75 if tau <= 2 else None
            yield Figure(f"{name}.width", float(np.mean(widths)), "of unpooled", goal=goal, at_most=True)
            rmse = float(np.sqrt((told[:, 0] ** 2).mean() / (told[:, 1] ** 2).mean()))
            yield Figure(f"{name}.error", rmse, "of raw", goal=goal, at_most=True)


def _year(chance: np.random.Generator, k: int, tau: float) -> tuple[float, float, tuple[float, float]]:
    """How many intervals held, their width against those of each course alone, and both errors."""
    true, n = chance.normal(8, tau, k), chance.integers(4, 16, k)
    gains = [chance.normal(mean, WITHIN, size) for mean, size in zip(true, n, strict=True)]
    means = np.array([own.mean() for own in gains])
    df = int((n - 1).sum())
    sd = float(np.sqrt(sum(((own - own.mean()) ** 2).sum() for own in gains) / df))
    known = pool(means, sd**2 / n, sd, df=df, draws=0)
    low, high = np.array(known.low), np.array(known.high)
    alone = [2 * t_quantile(len(own) - 1) * own.std(ddof=1) / np.sqrt(len(own)) for own in gains]
    held = float(((low <= true) & (true <= high)).mean())
    squares = (
        float(np.sqrt(((np.array(known.means) - true) ** 2).mean())),
        float(np.sqrt(((means - true) ** 2).mean())),
    )
    return held, float((high - low).mean() / np.mean(alone)), squares


def _crossed_coverage() -> Figure:
    """States as differences from their average, in years of 24 courses, 5 states and 4 areas with a host that sends most."""
    chance, held = np.random.default_rng(5), []
    for _ in range(times(200)):
        state = chance.choice(5, 24 * 31, p=[0.45, 0.2, 0.15, 0.1, 0.1])
        course = np.repeat(np.arange(24), 31)
        both, effect = state * 4 + course % 4, chance.normal(0, 2, 5)
        y = effect[state] + chance.normal(0, 4, 24)[course] + chance.normal(0, 1.5, 20)[both]
        found = crossed(
            y + chance.normal(0, 10, len(y)), {"state": state, "course": course, "both": both}, told=["state"]
        )
        away = effect - effect.mean()
        held += [one.low <= true <= one.high for one, true in zip(found.effects["state"], away, strict=True)]
    return Figure("training.crossed.covered", float(np.mean(held)), "share", goal=0.92)


def _false_alarms() -> Iterator[Figure]:
    """Years of 40 states that are all alike: in how many is any called above or below the average, or P(best) is .9."""
    chance, called, best = np.random.default_rng(6), 0, 0
    rounds = times(500)
    for _ in range(rounds):
        state = np.repeat(np.arange(STATES), chance.integers(4, 16, STATES))
        found = crossed(8 + chance.normal(0, WITHIN, len(state)), {"state": state}).effects["state"]
        called += any(one.code != "about_average" for one in claims_of(list(found), 0.05).values())
        best += any((one.p_best or 0) >= CLAIM for one in found)
    yield Figure("training.false_alarms", called / rounds, "of years", goal=0.10, at_most=True)
    yield Figure("training.false_best", best / rounds, "of years", goal=0.10, at_most=True)


def _best_claims() -> Figure:
    """Of the times that P(best) is .9 or more, how often it is the best."""
    chance, right = np.random.default_rng(7), []
    for _ in range(times(1000)):
        true, n = chance.normal(8, 5, 4), chance.integers(4, 16, 4)
        known = pool(true + chance.normal(0, WITHIN / np.sqrt(n)), WITHIN**2 / n, WITHIN, draws=4_000)
        best = np.array(known.p_best)
        if best.max() >= CLAIM:
            right.append(best.argmax() == true.argmax())
    return Figure("training.best_claims_right", float(np.mean(right)) if right else 1.0, "share", goal=0.85)


def _disclosure() -> Iterator[Figure]:
    """Random releases of counts and of sums of scores with the same cells hidden: how many numbers fall out of them."""
    chance, recovered, shown = np.random.default_rng(8), 0, []
    for _ in range(times(1000)):
        rows, columns = chance.integers(1, 7), chance.integers(1, 13)
        counts = chance.poisson(chance.gamma(1.5, 4, (rows, columns)))
        found = suppress(counts, 5)
        sums = (counts * chance.normal(10, 3, counts.shape)).round(1)
        recovered += len(attack(found.cells, found.rows, found.columns, found.total).recovered)
        recovered += len(attack(*_masked(sums, found)).recovered)
        shown.append(found.shown)
    yield Figure("training.recovered", recovered, "hidden numbers", goal=0, at_most=True)
    yield Figure("training.shown", float(np.mean(shown)), "of cells")


def _masked(
    sums: np.ndarray, found: Suppressed
) -> tuple[list[list[float | None]], list[float | None], list[float | None], float | None]:
    """Sums hidden where the counts are."""

    def kept(values: list[float], pattern: tuple[int | None, ...]) -> list[float | None]:
        return [None if hidden is None else value for value, hidden in zip(values, pattern, strict=True)]

    cells = [kept(row, pattern) for row, pattern in zip(sums.tolist(), found.cells, strict=True)]
    rows = kept(sums.sum(axis=1).tolist(), found.rows)
    columns = kept(sums.sum(axis=0).tolist(), found.columns)
    return cells, rows, columns, None if found.total is None else float(sums.sum())


def _lucky_rises() -> Figure:
    """Courses picked because they looked worst, measured again with nothing changed: how often that is called a success."""
    chance, called, rounds = np.random.default_rng(9), 0, times(200)
    for _ in range(rounds):
        true = chance.normal(8, 2, 12)
        first = true + chance.normal(0, 3, 12)
        at = int(first.argmin())
        again = remeasure(first, [9.0] * 12, at, true[at] + chance.normal(0, 3), 9.0, prior_scale=WITHIN)
        called += again.outcome is Outcome.WORKED
    return Figure("training.lucky_rise_called_success", called / rounds, "of runs", goal=0.05, at_most=True)


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
    people, offerings, courses = times(PEOPLE), times(OFFERINGS), max(3, round(COURSES * SIZE))
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
