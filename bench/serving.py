"""The house at PRIME's size behind the server of ``make run``, and one client that looks at its pages."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from bench.figure import Figure
from bench.prime import WRITER, Size, build

ROOT = Path(__file__).resolve().parent.parent
TIMES = 60
WARM = 5


@contextmanager
def prime() -> Iterator[tuple[Line, Size]]:
    """Somebody of the secretariat signed in to it. It is made once, in ``var/bench`` (some minutes, 3 GB); BENCH_DOCUMENTS makes
    a smaller one."""
    size = Size(documents=int(os.environ.get("BENCH_DOCUMENTS", "100000")))
    home = ROOT / "var" / "bench" / f"prime-{size.documents}"
    build(home, size)
    with _serving(home) as line:
        line.sign_in(WRITER)
        yield line, size


def p95(line: Line, name: str, goal: float, addresses: list[str], *, seen: bool = False) -> Figure:
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
    return Figure(name, kept[int(len(kept) * 0.95) - 1], "ms p95", goal=goal, at_most=True)


class Line:
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

    def send(self, address: str, **fields: str) -> bytes:
        """The page that answers a form of this page."""
        page = self.get(address).decode()
        hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|once)" value="([^"]*)"', page))
        return self._request("POST", address, urlencode(hidden | fields))[1]

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
    return quote(address, safe="/?=&%")


@contextmanager
def _serving(home: Path) -> Iterator[Line]:
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
        yield Line(port)
    finally:
        process.terminate()
        process.wait(20)
