"""The main job at PRIME's size, on SQLite, against the server of ``make run``, one client: p95 of what an officer opens.

The house of `bench/prime.py` is made once, in ``var/bench/prime`` (some minutes, about 5 GB); BENCH_DOCUMENTS makes a smaller one.
"""

from __future__ import annotations

import http.client
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.figure import Figure
from bench.prime import GENRE, WRITER, Size, build

ROOT = Path(__file__).resolve().parent.parent
TIMES = 60
WARM = 5
ADDED = 1_000
SENTENCE = (
    "ودعا سعادة السفير رئيس بعثة دولة قطر لدى حلف شمال الأطلسي إلى {0} بين دول مبادرة إسطنبول والحلف قبل نهاية عام {1}. "
    "وأوضح أن المركز الإقليمي في الكويت نظم أكثر من {2} دورة تدريبية منذ عام 2017. "
)


def figures() -> Iterator[Figure]:
    """Pages, search and export at PRIME's size; then putting in 1,000 documents."""
    size = Size(documents=int(os.environ.get("BENCH_DOCUMENTS", "100000")))
    home = ROOT / "var" / "bench" / f"prime-{size.documents}"
    build(home, size)
    with _serving(home) as line:
        line.sign_in(WRITER)
        yield from _pages(line, size)
    yield _adding()


def _pages(line: _Line, size: Size) -> Iterator[Figure]:
    chance = random.Random(7)
    n = size.commitments
    yield _p95(
        line,
        "register",
        80,
        [
            "/commitments/?state=open&area=cyber&order=due",
            "/commitments/?owner=P007",
            "/commitments/?q=التعاون&kind=call",
            "/commitments/",
        ],
    )
    yield _p95(
        line, "commitment", 50, [f"/commitments/commitment{chance.randint(1, n):012}/" for _ in range(TIMES)], seen=True
    )
    yield _p95(line, "search", 100, [f"/search/?q={word}" for word in _queries(chance)])
    yield _p95(line, "desk", 80, ["/"])
    began = time.perf_counter()
    rows = line.get("/commitments/export.csv").count(b"\r\n")
    yield Figure("main.csv", time.perf_counter() - began, f"s for {rows} rows", goal=5, at_most=True)


def _queries(chance: random.Random) -> list[str]:
    """One frequent word, two words, a rare pair, a phrase."""
    pairs = [" ".join(chance.sample(GENRE, 2)) for _ in range(20)]
    return [*GENRE[:20], *pairs, *(f'"{pair}"' for pair in pairs[:5])]


def _p95(line: _Line, name: str, goal: float, addresses: list[str], *, seen: bool = False) -> Figure:
    """The 95th percentile of one page, in milliseconds. `seen`: addresses that may be hidden from who looks are passed over."""
    times: list[float] = []
    for turn in range(WARM + TIMES):
        began = time.perf_counter()
        status = line.ask(addresses[turn % len(addresses)])
        took = (time.perf_counter() - began) * 1000
        if status == 404 and seen:
            continue
        if status != 200:
            raise RuntimeError(f"{addresses[turn % len(addresses)]} answered {status}")
        times.append(took)
    kept = sorted(times[WARM:])
    return Figure(f"main.{name}", kept[int(len(kept) * 0.95) - 1], "ms p95", goal=goal, at_most=True)


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


class _Line:
    """One client with one connection."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies = port, ""
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def sign_in(self, account: str) -> None:
        """As one of a demonstration's cast."""
        self._request("GET", "/sign-in/")
        token = self.cookies.split("csrftoken=")[1].split(";")[0]
        body = f"account={account}&csrfmiddlewaretoken={token}"
        self._request("POST", "/sign-in/as/", body)

    def ask(self, address: str) -> int:
        """The status of a page that was read whole."""
        return self._request("GET", address)[0]

    def get(self, address: str) -> bytes:
        """The body of a page."""
        return self._request("GET", address)[1]

    def _request(self, method: str, address: str, body: str = "") -> tuple[int, bytes]:
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        self.http.request(method, _quoted(address), body=body or None, headers=headers)
        answer = self.http.getresponse()
        content = answer.read()
        for key, value in answer.getheaders():
            if key.lower() == "set-cookie":
                self.cookies = "; ".join(filter(None, (self.cookies, value.split(";")[0])))
        return answer.status, content


def _quoted(address: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415

    return quote(address, safe="/?=&%")


@contextmanager
def _serving(home: Path) -> Iterator[_Line]:
    """``mithaq run`` on this house."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    env = {**os.environ, "MITHAQ_HOME": str(home), "MITHAQ_DEMO": "True"}
    process = subprocess.Popen(
        [sys.executable, "-m", "mithaq.cli.main", "run", "--port", str(port)], env=env, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        time.sleep(1)
        yield _Line(port)
    finally:
        process.terminate()
        process.wait(20)
