"""Consultations at PRIME's size, on SQLite, against the server of ``make run``: a meeting's page, a calendar feed, a memory to take along."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator

from bench.figure import Figure
from bench.prime import BEATS
from bench.serving import TIMES, Line, p95, prime


def figures() -> Iterator[Figure]:
    """Pages by p95; files by the median of five."""
    with prime() as (line, size):
        chance = random.Random(11)
        last = size.meetings - size.meetings // BEATS  # the latest of each series come after it
        yield p95(
            line,
            "consultations.meeting",
            60,
            [_meeting(chance.randint(1, size.meetings)) for _ in range(TIMES)],
            seen=True,
        )
        yield _feed(line)
        yield from _memory(line, next(n for n in range(last + 1, size.meetings) if line.ask(_meeting(n)) == 200))


def _meeting(number: int) -> str:
    return f"/meetings/meeting{number:015}/"


def _feed(line: Line) -> Figure:
    page = line.send("/calendar/feeds/", name="bench", language="ar").decode()
    address = re.search(r"/calendar/feed/[\w-]+\.ics", page)
    if address is None:
        raise RuntimeError("the page tells no address of the feed that was made")
    entries = line.get(address[0]).count(b"BEGIN:VEVENT")
    return _median(line, "consultations.feed", address[0], 300, f"ms for {entries} entries")


def _memory(line: Line, meeting: int) -> Iterator[Figure]:
    for kind in ("html", "pdf"):
        address = f"{_meeting(meeting)}memory.{kind}"
        yield _median(line, f"consultations.memory_{kind}", address, 3_000, f"ms for a series of {BEATS} meetings")


def _median(line: Line, name: str, address: str, goal: float, unit: str) -> Figure:
    times = []
    for _ in range(5):
        began = time.perf_counter()
        if line.ask(address) != 200:
            raise RuntimeError(f"{address} did not answer")
        times.append((time.perf_counter() - began) * 1000)
    return Figure(name, sorted(times)[2], unit, goal=goal, at_most=True)
