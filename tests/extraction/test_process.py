"""The parsing processes: nothing that a file does to one of them reaches us or the next file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract, limits, process, worker
from mithaq.extraction.process import Parser
from mithaq.extraction.refusals import Refusal
from tests.extraction import files
from tests.extraction.files import ARABIC, ENGLISH, page, word

_SLOW = page("".join(f"<div><p>{ENGLISH} {n}</p></div>" for n in range(20_000))).encode()
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits and namespaces are looked up in /proc")


@pytest.fixture
def parser() -> Iterator[Parser]:
    parser = Parser()
    yield parser
    parser.close()


def _refused(parser: Parser, name: str, data: bytes) -> str:
    with pytest.raises(Refusal) as raised:
        parser.read(name, data)
    return raised.value.code


def _idle() -> list[Parser]:
    return process._pool._idle


def test_one_process_reads_many_files() -> None:
    extract("a.docx", word(ENGLISH))
    first = _idle()[-1]
    assert extract("b.html", page(f"<p>{ARABIC}</p>").encode()).text == ARABIC
    assert _idle()[-1] is first


def test_a_process_that_takes_too_long_is_ended(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    parser.read("webpage", page(f"<p>{ENGLISH}</p>").encode())
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.1)
    assert _refused(parser, "webpage", _SLOW) == "too_slow"
    assert not parser.usable


@linux
def test_a_process_that_uses_too_much_time_is_ended_by_the_kernel(parser: Parser) -> None:
    import resource  # noqa: PLC0415  not on every system

    parser.read("webpage", page(f"<p>{ENGLISH}</p>").encode())
    used = int(_cpu_seconds(parser)) + 1
    resource.prlimit(parser._process.pid, resource.RLIMIT_CPU, (used, used))
    codes = {_refused(parser, "webpage", _SLOW) for _ in range(5) if parser.usable}
    assert codes == {"too_slow"}


def _cpu_seconds(parser: Parser) -> float:
    fields = Path(f"/proc/{parser._process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_file_that_wants_too_much_memory_is_refused() -> None:
    row = b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>"
    rows = b"".join(row % number for number in range(1_100_000))
    xml = files.part(word("x"), "word/document.xml").replace(b"<w:body>", b"<w:body>" + rows, 1)
    with pytest.raises(Unreadable) as raised:
        extract("a.docx", files.with_part(word("x"), "word/document.xml", xml))
    assert raised.value.code == "too_slow"
    assert extract("a.docx", word(ENGLISH)).text == ENGLISH


@pytest.mark.parametrize(
    ("ended_by", "code"), [(signal.SIGKILL, "too_slow"), (signal.SIGSEGV, "broken"), (signal.SIGABRT, "too_slow")]
)
def test_a_process_that_dies_over_a_file(parser: Parser, ended_by: signal.Signals, code: str) -> None:
    parser.read("webpage", page(f"<p>{ENGLISH}</p>").encode())
    threading.Timer(0.2, os.kill, (parser._process.pid, ended_by)).start()
    assert _refused(parser, "webpage", _SLOW) == code


def test_a_process_that_died_between_two_files_is_replaced() -> None:
    extract("a.docx", word(ENGLISH))
    for idle in _idle():
        os.kill(idle._process.pid, signal.SIGKILL)
        idle._process.wait()
    assert extract("a.docx", word(ENGLISH)).text == ENGLISH


def test_many_threads_at_once() -> None:
    texts = [f"{ENGLISH} {number}" for number in range(24)]
    with ThreadPoolExecutor(8) as threads:
        read = list(threads.map(lambda text: extract("a.docx", word(text)).text, texts))
    assert read == texts
    assert len(_idle()) <= (os.cpu_count() or 2)


@linux
def test_it_has_no_network_and_none_of_our_secrets(parser: Parser) -> None:
    environment = Path(f"/proc/{parser._process.pid}/environ").read_text()
    assert "DJANGO" not in environment
    assert "HOME=" not in environment
    limits_file = Path(f"/proc/{parser._process.pid}/limits").read_text()
    assert str(limits.MEMORY_BYTES) in limits_file


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_what_a_parser_may_not_do(attempt: str) -> None:
    confined = (
        f"from mithaq.extraction import worker; worker._confine()\ntry:\n    {attempt.replace('; ', chr(10) + '    ')}"
    )
    run = subprocess.run(
        [sys.executable, "-c", f"{confined}\nexcept PermissionError as error:\n    print('refused', error)"],
        env={**os.environ, "PYTHONPATH": str(Path(worker.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("refused")


def test_an_answer_that_is_not_well_formed_is_not_believed() -> None:
    well_formed: dict[str, object] = {"text": "x", "media_type": "text/html", "title": None, "pages": None, "notes": []}
    assert process._extracted(json.dumps(well_formed).encode()).text == "x"
    changes: list[dict[str, object]] = [{"text": 1}, {"notes": ["rm -rf"]}, {"title": []}, {"refused": "anything"}]
    for change in changes:
        with pytest.raises(Refusal):
            process._extracted(json.dumps({**well_formed, **change}).encode())
    with pytest.raises(Refusal):
        process._extracted(b"\xff{")


def test_its_folder_and_process_go_with_it() -> None:
    parser = Parser()
    folder, pid = parser._folder, parser._process.pid
    assert Path(folder).is_dir()
    parser.close()
    assert not Path(folder).exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_it_ends_when_whoever_asks_is_gone() -> None:
    """A program that reads a file and is killed leaves no process behind."""
    program = (
        "import sys; from mithaq.extraction import process; process.read('mail', b'From: a@b.c\\nSubject: x\\n\\ntext');"
        "print(process._pool._idle[0]._process.pid, flush=True); sys.stdin.read()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(worker.__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as asking:
        assert asking.stdout
        pid = int(asking.stdout.readline())
        asking.kill()
    assert _gone(pid)


def _gone(pid: int) -> bool:
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_process_starts_parsers_of_its_own() -> None:
    extract("a.docx", word(ENGLISH))
    mine = _idle()[-1]._process.pid
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        text = extract("a.docx", word(ARABIC)).text
        own = _idle()[-1]._process.pid
        process.close()
        os.write(writer, b"ok" if text == ARABIC and own != mine else b"no")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 2) == b"ok"
    assert extract("a.docx", word(ENGLISH)).text == ENGLISH
    assert _idle()[-1]._process.pid == mine
