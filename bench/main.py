"""The main job at PRIME's size, on SQLite, against the server of ``make run``, one client: p95 of what an officer opens.

The house is that of `bench/prime.py`, served as `bench/serving.py` says.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figure import Figure
from bench.prime import GENRE, Size
from bench.serving import TIMES, Line, p95, prime

ADDED = 1_000
SENTENCE = (
    "ودعا سعادة السفير رئيس بعثة دولة قطر لدى حلف شمال الأطلسي إلى {0} بين دول مبادرة إسطنبول والحلف قبل نهاية عام {1}. "
    "وأوضح أن المركز الإقليمي في الكويت نظم أكثر من {2} دورة تدريبية منذ عام 2017. "
)


def figures() -> Iterator[Figure]:
    """Pages, search and export at PRIME's size; then putting in 1,000 documents."""
    with prime() as (line, size):
        yield from _pages(line, size)
    yield _adding()


def _pages(line: Line, size: Size) -> Iterator[Figure]:
    chance = random.Random(7)
    n = size.commitments
    yield p95(
        line,
        "main.register",
        80,
        [
            "/commitments/?state=open&area=cyber&order=due",
            "/commitments/?owner=P007",
            "/commitments/?q=التعاون&kind=call",
            "/commitments/",
        ],
    )
    yield p95(
        line,
        "main.commitment",
        50,
        [f"/commitments/commitment{chance.randint(1, n):012}/" for _ in range(TIMES)],
        seen=True,
    )
    yield p95(line, "main.search", 100, [f"/search/?q={word}" for word in _queries(chance)])
    yield p95(line, "main.desk", 80, ["/"])
    began = time.perf_counter()
    rows = line.get("/commitments/export.csv").count(b"\r\n")
    yield Figure("main.csv", time.perf_counter() - began, f"s for {rows} rows", goal=5, at_most=True)


def _queries(chance: random.Random) -> list[str]:
    """One frequent word, two words, a rare pair, a phrase."""
    pairs = [" ".join(chance.sample(GENRE, 2)) for _ in range(20)]
    return [*GENRE[:20], *pairs, *(f'"{pair}"' for pair in pairs[:5])]


def _adding() -> Figure:
    """``mithaq archive add`` of 1,000 files of 20 sentences into a new house."""
    with tempfile.TemporaryDirectory(prefix="mithaq-bench-") as folder:
        home, files = Path(folder) / "home", Path(folder) / "files"
        files.mkdir()
        chance = random.Random(3)
        for number in range(ADDED):
            text = "".join(
                SENTENCE.format(" و".join(chance.sample(GENRE, 3)), 2026 + number % 9, number) for _ in range(10)
            )
            (files / f"{number:04}.txt").write_text(text, encoding="utf-8")
        env = {**os.environ, "MITHAQ_HOME": str(home), "MITHAQ_DEMO": "True"}
        mithaq = [sys.executable, "-m", "mithaq.cli.main"]
        subprocess.run([*mithaq, "init", "--example", "ici"], check=True, env=env, capture_output=True)
        began = time.perf_counter()
        command = [
            *mithaq,
            "archive",
            "add",
            *map(str, sorted(files.iterdir())),
            "--as",
            "maryam",
            "--level",
            "OFFICIAL",
            "--audience",
            "QAT",
        ]
        subprocess.run(command, check=True, env=env, capture_output=True)
        took = time.perf_counter() - began
        shutil.rmtree(home)
    return Figure("main.archive_add", took, f"s for {ADDED} documents", goal=60, at_most=True)
