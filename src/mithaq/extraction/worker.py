"""The process that parses what strangers wrote: `python -m mithaq.extraction.worker`, started by `process`.

It reads files from standard input and answers on standard output until the input ends. For each file it gives itself
the limits of `limits`; it may use no network and start no program. If it is killed, only that one file is not read.
"""

from __future__ import annotations

import contextlib
import ctypes
import dataclasses
import importlib
import json
import os
import signal
import sys
import time
from typing import IO

from mithaq.extraction import limits
from mithaq.extraction.frames import READY, read_frame, write_frame
from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import Extracted

if sys.platform != "win32":
    import resource

_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile")
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def main() -> None:
    """Serve until standard input ends. Whatever else is printed goes nowhere, so that it cannot spoil an answer."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _confine()
    write_frame(answers, READY)
    while (parser := read_frame(requests)) is not None:
        data = read_frame(requests)
        if data is None:
            return
        _limit_this_file()
        _answer(answers, parser.decode(), data)
        if sys.platform != "win32":
            signal.alarm(0)


def _answer(answers: IO[bytes], parser: str, data: bytes) -> None:
    try:
        answer = dataclasses.asdict(_parse(parser, data))
    except Refusal as refusal:
        answer = {"refused": refusal.code}
    except MemoryError:
        answer = {"refused": "too_slow"}
    except Exception:  # whatever a parser stumbles over in a file of a stranger
        answer = {"refused": "broken"}
    write_frame(answers, json.dumps(answer, ensure_ascii=False).encode())


def _parse(parser: str, data: bytes) -> Extracted:
    """Parsers are imported when the first file of their kind comes: a process that reads mails needs no pdfium."""
    extracted: Extracted = importlib.import_module(f"mithaq.extraction.{parser}").read(data)
    return extracted


def _confine() -> None:
    """No network, no other programs, little memory, little on disk."""
    if sys.platform == "linux":
        _leave_network()
    if sys.platform != "win32":
        _set_limit(resource.RLIMIT_AS, limits.MEMORY_BYTES, limits.MEMORY_BYTES)
        _set_limit(resource.RLIMIT_FSIZE, limits.SCRATCH_BYTES, limits.SCRATCH_BYTES)
        _set_limit(resource.RLIMIT_CORE, 0, 0)
    sys.addaudithook(_refuse)


def _set_limit(kind: int, soft: int, hard: int) -> None:
    """Not every system knows every limit, and none allows to raise one: then the lower one that is there stays."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))


def _leave_network() -> None:
    """A network of its own without any device, where the kernel allows it; the audit hook stands in any case."""
    unshare = ctypes.CDLL(None).unshare
    if unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _limit_this_file() -> None:
    if sys.platform != "win32":
        seconds = int(time.process_time()) + 1 + limits.CPU_SECONDS
        _set_limit(resource.RLIMIT_CPU, seconds, resource.getrlimit(resource.RLIMIT_CPU)[1])
        # Should whoever asks be gone, nobody else would end a parser that waits for ever.
        signal.alarm(limits.WALL_SECONDS)


if __name__ == "__main__":
    main()
