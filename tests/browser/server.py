"""The product as it is served: granian, the settings of the product, a data folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
INIT = ["-m", "mithaq.cli.main", "init", "--example", "ici"]
PATIENCE = 180  # seconds until the first answer
TICK = (
    "import sys, django; from datetime import datetime; django.setup(); "
    "from mithaq.core.clock import stopped_at; from mithaq.followup.tick import tick\n"
    "with stopped_at(datetime.fromisoformat(sys.argv[1])): tick()"
)
_HOUSES: dict[str, dict[str, str]] = {}  # the environment of each that is served, by its address


@contextmanager
def serving() -> Iterator[str]:
    """The address of a running Mithaq in demonstration mode, with the ICI example in it: what people see who try it."""
    with tempfile.TemporaryDirectory(prefix="mithaq-browser-") as home:
        shutil.copytree(_example().name, home, dirs_exist_ok=True)
        env = _env(home)
        port = _free_port()
        process = subprocess.Popen([sys.executable, *_granian(port)], env=env, cwd=ROOT)
        try:
            address = _answering(process, f"http://127.0.0.1:{port}")
            _HOUSES[address] = env
            yield address
        finally:
            process.terminate()
            process.wait(60)


@cache
def _example() -> tempfile.TemporaryDirectory[str]:
    """A data folder with the example in it, made once, to be copied: making it takes half a minute."""
    made = tempfile.TemporaryDirectory(prefix="mithaq-example-")
    subprocess.run([sys.executable, *INIT], env=_env(made.name), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return made


def _env(home: str) -> dict[str, str]:
    """The environment of a house whose data folder this is."""
    env = {**os.environ, "MITHAQ_HOME": home, "MITHAQ_DEMO": "True", "SECRET_KEY": "only for tests"}
    env |= {"DJANGO_SETTINGS_MODULE": "mithaq.config.settings", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    env.pop("DATABASE_URL", None)
    return env


def tick_at(address: str, instant: str) -> None:
    """Do what is due at this instant (ISO, with its offset) in the house that answers there."""
    command = [sys.executable, "-c", TICK, instant]
    subprocess.run(command, env=_HOUSES[address], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _granian(port: int) -> list[str]:
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    quiet = ["--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    return ["-m", "granian", *options, *quiet, "mithaq.config.wsgi:application"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answering(process: subprocess.Popen[bytes], address: str) -> str:
    for _ in range(PATIENCE * 5):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it answered")
        try:
            urlopen(f"{address}/sign-in/", timeout=5).close()
            return address
        except HTTPError as error:
            raise RuntimeError(f"the server answers {error.code}") from error
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the server did not answer in {PATIENCE} seconds")
