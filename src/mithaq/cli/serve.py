"""``mithaq init`` and ``mithaq run``: the data folder, and the two processes that serve it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from urllib.request import urlopen

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import OperationalError, connections

from mithaq.access import schema
from mithaq.core.errors import Problem

EXAMPLES = ("ici",)


def init(example: str = "") -> int:
    """Make or renew the tables; load the example into an empty house. May be called again at any time."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    try:
        schema.migrate()
    except OperationalError as error:
        raise Problem(
            "The database does not answer: %(error)s Check DATABASE_URL.", code="database", error=str(error).strip()
        ) from error
    _make_key()
    if example:
        from mithaq.cli.example import load  # noqa: PLC0415  only when asked for

        load(example)
    return 0


def _make_key() -> None:
    """The key that signs badges, kept in the data folder with the rest."""
    from mithaq.register.training.sealing import signing_key  # noqa: PLC0415  cryptography is not needed before

    signing_key()


def run(port: int, host: str = "127.0.0.1") -> int:
    """Serve pages and do what waits, as two processes; ends both when one ends or at Ctrl-C."""
    try:
        call_command("check", databases=["default"])
    except SystemCheckError as error:
        raise Problem("The gate is open, so nothing is served: %(error)s", code="gate", error=str(error)) from error
    connections.close_all()
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "mithaq.config.settings"}
    web = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        "2",
    ]
    web += ["--blocking-threads", "2", "--no-ws", "--log-level", "warning", "mithaq.config.wsgi:application"]
    worker = [sys.executable, "-m", "mithaq.cli.worker"]
    processes = [subprocess.Popen(command, env=env) for command in (web, worker)]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        _greet(f"http://{host}:{port}/")
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        return max(process.poll() or 0 for process in processes)
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(10)


def _greet(address: str) -> None:
    for _ in range(100):
        try:
            urlopen(address, timeout=5).close()  # noqa: S310  our own address
            break
        except OSError:
            time.sleep(0.2)
    print(f"\n  ميثاق  Mithaq  {address}")
    if settings.DEMO:
        print("  للدخول: افتح العنوان واختر أحد أعضاء العرض التوضيحي.")
        print("  To sign in: open the address and choose one of the demonstration's cast.")
    print("  Ctrl-C\n", flush=True)
