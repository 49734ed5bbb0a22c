"""Results of the whole network's fourteen years taken in from a file, as ``mithaq results take-in`` does it.

45,000 people of 40 states, 10,000 offerings of 700 courses, 180,000 results. BENCH_TRAINING=0.05 makes a twentieth of it.
"""

from __future__ import annotations

import csv
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.figure import Figure
from bench.prime import NOW, put
from mithaq.access.markings import Level, Marking

SIZE = float(os.environ.get("BENCH_TRAINING", "1"))
ENROLMENTS, OFFERINGS, COURSES, STATES, PEOPLE = 180_000, 10_000, 700, 40, 45_000
CENTRE, OFFICER = "RC", "centre-officer"
MITHAQ = [sys.executable, "-m", "mithaq.cli.main"]


def times(full: int) -> int:
    """How many, at the size that was asked for."""
    return max(2, round(full * SIZE))


def figures() -> Iterator[Figure]:
    """Seconds and memory of taking the file in, then of taking it out again."""
    with tempfile.TemporaryDirectory(prefix="mithaq-bench-") as folder:
        home, file = Path(folder) / "home", Path(folder) / "results.csv"
        env = {**os.environ, "MITHAQ_HOME": str(home)}
        subprocess.run([*MITHAQ, "init"], check=True, env=env, capture_output=True)
        with sqlite3.connect(home / "mithaq.sqlite3") as line:
            make_network(line)
        rows = write_results(file)
        began = time.perf_counter()
        child = subprocess.Popen(
            [*MITHAQ, "results", "take-in", str(file), "--as", OFFICER], env=env, stdout=subprocess.PIPE
        )
        told = child.stdout.read().decode().strip() if child.stdout else ""
        _, status, used = os.wait4(child.pid, 0)
        took = time.perf_counter() - began
        if status:
            raise RuntimeError(f"mithaq results take-in ended with {status}")
        yield Figure("training.import", took, f"s for {rows} rows", goal=60, at_most=True)
        yield Figure("training.import_cpu", used.ru_utime + used.ru_stime, f"CPU s for {rows} rows")
        yield Figure("training.import_memory", used.ru_maxrss / 1024, "MB")
        began = time.perf_counter()
        undo = [*MITHAQ, "results", "undo", f"taken_in={told}", "--as", OFFICER]
        subprocess.run(undo, check=True, env=env, capture_output=True)
        yield Figure("training.import_undone", time.perf_counter() - began, f"s for {rows} rows")


def make_network(line: sqlite3.Connection) -> None:
    """A centre with its courses and offerings, the states, and an officer of the centre, past the operations."""
    states = [f"P{n:02}" for n in range(STATES)]
    public, shared = Marking(Level.PUBLIC), Marking(Level.OFFICIAL, frozenset([CENTRE, *states]))
    put(line, "access_label", ((m.id, m.canonical) for m in (public, shared)), "id canonical")
    parties = [(CENTRE, "centre"), *((state, "state") for state in states)]
    put(
        line,
        "access_party",
        ((f"party{c:>17}".replace(" ", "0"), c, kind, f"الطرف {c}", f"Party {c}", 1, public.id) for c, kind in parties),
        "public_id code kind name_ar name_en version label_id",
    )
    account = (OFFICER, "!", 1, NOW, CENTRE, 2, ",centre_officer,", "موظف", "Officer", "en")
    put(
        line,
        "access_account",
        [account],
        "username password is_active date_joined party level roles name_ar name_en language",
    )
    courses = times(COURSES)
    put(
        line,
        "training_course",
        (
            (n, f"course{n:016}", f"C-{n}", "course", f"Course {n}", CENTRE, NOW, 1, public.id)
            for n in range(1, courses + 1)
        ),
        "id public_id code kind title_en centre updated_at version label_id",
    )
    put(
        line,
        "activities_activity",
        (
            (
                *(
                    n,
                    f"activity{n:014}",
                    f"A-{_day(n).year}-{n:05}",
                    "course",
                    f"Course {n % courses + 1}",
                    "held",
                    CENTRE,
                ),
                *(CENTRE, _day(n), _day(n), "Asia/Kuwait", "resident", 30, "priority", 42, 1, shared.id),
            )
            for n in range(1, times(OFFERINGS) + 1)
        ),
        "id public_id ref kind title_en state host keeper begins ends zone delivery capacity order release_days version label_id",
    )
    put(
        line,
        "training_offering",
        ((n, n % courses + 1, shared.id) for n in range(1, times(OFFERINGS) + 1)),
        "activity_id course_id label_id",
    )


def write_results(file: Path) -> int:
    """The file: each person once an offering; how many rows it has."""
    chance, courses, offerings = random.Random(12), times(COURSES), times(OFFERINGS)
    pairs = {(chance.randint(1, offerings), chance.randint(1, times(PEOPLE))) for _ in range(times(ENROLMENTS))}
    while len(pairs) < times(ENROLMENTS):
        pairs.add((chance.randint(1, offerings), chance.randint(1, times(PEOPLE))))
    with file.open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out).writerow
        write(["course", "offering", "party", "person", "pre", "post", "max", "date"])
        for n, person in sorted(pairs):
            before = min(90.0, max(5.0, chance.gauss(50, 12)))
            after = "" if chance.random() < 0.1 else round(min(100.0, max(0.0, before + chance.gauss(8, 11))), 1)
            name = f"A-{_day(n).year}-{n:05}"
            write(
                [f"C-{n % courses + 1}", name, f"P{person % STATES:02}", f"x{person}", round(before, 1), after, 100, ""]
            )
    return len(pairs)


def _day(n: int) -> date:
    return date(2012, 1, 1) + timedelta(days=n * 5000 // times(OFFERINGS))
