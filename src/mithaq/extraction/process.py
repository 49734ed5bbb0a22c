"""The parsing processes: started when needed, kept for the next file, replaced when a file killed them."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, cast

from mithaq.extraction import limits
from mithaq.extraction.frames import READY, read_frame, write_frame
from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import NOTES, Extracted

_MOST_PROCESSES = os.cpu_count() or 2
_FILES_EACH = 500  # then a fresh one: parsers leak
_MOST_ANSWER = 6 * limits.TEXT_CHARACTERS
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "PYTHONHOME")
_SOURCES = Path(__file__).resolve().parents[2]
# Signals by which a process ends that met a limit: its own, the kernel's for time, pdfium's for want of memory.
_LIMIT_SIGNALS = tuple(
    getattr(signal, name, None) for name in ("SIGKILL", "SIGXCPU", "SIGALRM", "SIGABRT", "SIGTRAP", "SIGILL")
)


class Parser:
    """One parsing process, for one file at a time."""

    def __init__(self) -> None:
        self._files = 0
        self._busy = self._late = False
        self._folder = tempfile.mkdtemp(prefix="mithaq-")
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "mithaq.extraction.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env=_environment(self._folder),
            start_new_session=True,  # an interrupt at the terminal is for us, not for it
        )
        self._requests, self._answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        if self._exchange() != READY:
            self.close()
            raise RuntimeError("The process that reads files does not start: python -m mithaq.extraction.worker")

    def read(self, parser: str, data: bytes) -> Extracted:
        """The text of `data` as the module `parser` of this package reads it. Raises Refusal."""
        self._files, self._busy = self._files + 1, True
        answer = self._exchange(parser.encode(), data)
        if answer is None:
            self._process.kill()
            limited = self._late or -self._process.wait() in _LIMIT_SIGNALS
            raise Refusal("too_slow" if limited else "broken")
        self._busy = False
        return _extracted(answer)

    @property
    def usable(self) -> bool:
        """Whether it is there for another file."""
        return not self._busy and self._files < _FILES_EACH and self._process.poll() is None

    def close(self) -> None:
        """End the process and remove its folder."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # what it did not take any more
                pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _exchange(self, *messages: bytes) -> bytes | None:
        """Its answer to the messages; None where it died over them or took too long."""
        clock = threading.Timer(limits.WALL_SECONDS, self._expire)
        clock.start()
        try:
            for message in messages:
                write_frame(self._requests, message)
            return read_frame(self._answers, _MOST_ANSWER)
        except OSError:
            return None
        finally:
            clock.cancel()
            clock.join()

    def _expire(self) -> None:
        self._late = True
        self._process.kill()


class _Pool:
    """As many parsing processes as there are processors, for any number of threads."""

    def __init__(self) -> None:
        self._idle: list[Parser] = []
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(_MOST_PROCESSES)

    def read(self, parser: str, data: bytes) -> Extracted:
        with self._places:
            process = self._taken()
            try:
                return process.read(parser, data)
            finally:
                self._returned(process)

    def close(self) -> None:
        with self._lock:
            while self._idle:
                self._idle.pop().close()

    def _taken(self) -> Parser:
        while True:
            with self._lock:
                process = self._idle.pop() if self._idle else None
            if process is None:
                return Parser()
            if process.usable:
                return process
            process.close()

    def _returned(self, process: Parser) -> None:
        if not process.usable:
            process.close()
            return
        with self._lock:
            self._idle.append(process)


_pool = _Pool()


def read(parser: str, data: bytes) -> Extracted:
    """The text of `data`, read in another process by the module `parser` of this package.

    Any thread may call it; where all processes are busy it waits. Raises Refusal, also when the process was killed.
    """
    return _pool.read(parser, data)


@atexit.register
def close() -> None:
    """End all idle parsing processes. The next file starts a new one."""
    _pool.close()


def _forget() -> None:
    """A process that was forked leaves the parsers of its parent to the parent."""
    global _pool
    _pool = _Pool()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def _environment(folder: str) -> dict[str, str]:
    """What Python needs to start, and no more: no password of ours is there to be read."""
    paths = [str(_SOURCES), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, paths)), "TMPDIR": folder, "PYTHONUTF8": "1"}


def _extracted(answer: bytes) -> Extracted:
    """The answer of a process that a file may have taken over: nothing in it is believed to be well formed."""
    try:
        fields = json.loads(answer)
    except ValueError:
        fields = None
    match fields:
        case {"refused": str(code)}:
            raise Refusal(code)
        case {
            "text": str(text),
            "media_type": str(media_type),
            "title": str() | None as title,
            "pages": int() | None as pages,
            "notes": [*notes],
        } if all(isinstance(note, str) and note.partition(":")[0] in NOTES for note in notes):
            return Extracted(text, media_type, title, pages, tuple(notes))
    raise Refusal("broken")
