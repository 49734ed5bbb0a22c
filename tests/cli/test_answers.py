"""What commands answer: tables in pipes and on terminals, and what became of each file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from mithaq.access.shapes import Listing
from mithaq.archive.reads import document_list
from mithaq.cli import output
from mithaq.cli.main import main
from mithaq.cli.output import show
from mithaq.cli.tables import END, ISOLATE
from tests.cast import HESSA, LAYLA, SALIM, account
from tests.kept import kept
from tests.make import make_document, make_house

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

Said = pytest.CaptureFixture[str]
TEXT = "دعا السفير إلى إنشاء آلية لتقييم الدورات. {}"


@pytest.fixture
def house(db: None) -> None:
    """The parties of the cast and everybody's account."""
    kept(make_house)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is a terminal of 80 columns."""
    monkeypatch.setattr(output, "at_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")


def test_a_list_in_a_pipe_is_a_record_a_line(capsys: Said) -> None:
    for number in range(3):
        make_document(LAYLA, TEXT.format(number), "SEC", "QAT", title=f"كلمة\t{number} " + "طويلة " * 40)
    assert main(["archive", "list", "--as", "hessa"]) == 0
    names, *lines = capsys.readouterr().out.splitlines()
    assert names.split("\t")[:3] == ["public_id", "ref", "title"]
    assert [line.split("\t")[1] for line in lines] == [entry.ref for entry in document_list(HESSA).entries]
    assert [line.count("\t") for line in lines] == [names.count("\t")] * 3
    assert all(line.split("\t")[2].count("طويلة") == 40 for line in lines)
    assert main(["archive", "list", "--as", "salim"]) == 0
    assert capsys.readouterr().out == "", "nothing was released to Oman"


@pytest.mark.usefixtures("terminal")
def test_a_list_on_a_terminal_fits_it(capsys: Said) -> None:
    make_document(LAYLA, TEXT.format(1), "SEC", title="كلمة السفير في الدوحة " * 10)
    for words in (["archive", "list"], ["access", "parties"], ["search", "الدورات"]):
        assert main([*words, "--as", "layla"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert all(cell_len(line) <= 80 for line in lines), words
        assert any(ISOLATE in line for line in lines)
        assert all(line.count(ISOLATE) == line.count(END) for line in lines)


def test_one_record_is_told_field_by_field_and_a_text_keeps_its_lines(capsys: Said) -> None:
    document = make_document(LAYLA, "سطر أول.\nسطر ثانٍ.", "SEC")
    assert main(["archive", "text", f"document={document}", "--as", "layla"]) == 0
    assert "text: سطر أول.\nسطر ثانٍ.\n" in capsys.readouterr().out


def test_how_a_list_goes_on_is_said_beside_its_records(capsys: Said) -> None:
    show(Listing(("QAT",), more="key"), as_json=False, language="ar")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("QAT\n", "… after=key\n")


def test_who_reads_only_the_first_lines_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    with open(write, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert main(["access", "parties", "--as", "layla"]) == 0


def put_in(*files: Path, more: tuple[str, ...] = ()) -> int:
    """`mithaq archive add` of these files, by Hessa, for Qatar and the secretariat."""
    label = ("--level", "OFFICIAL", "--audience", "QAT,SEC", "--lang", "en")
    return main(["archive", "add", *map(str, files), "--as", "hessa", *label, *more])


def test_every_file_is_told_with_its_reference_or_the_reason(tmp_path: Path, capsys: Said) -> None:
    files = [tmp_path / name for name in ("كلمة.txt", "again.txt", "sheet.xyz", "missing.txt")]
    for file in files[:2]:
        file.write_text(TEXT, encoding="utf-8")
    files[2].write_bytes(b"?")
    assert put_in(*files, tmp_path) == 2
    said = capsys.readouterr()
    names, *lines = (line.split("\t") for line in said.out.splitlines())
    (entry,) = document_list(LAYLA).entries
    assert names == ["file", "ref", "refused"]
    assert lines[0] == [str(files[0]), entry.ref, ""]
    assert [line[0] for line in lines[1:]] == [*map(str, files[1:]), str(tmp_path)]
    assert lines[1][1:] == ["", f"This is filed already as {entry.ref}."]
    assert "sheet.xyz is of a kind that cannot be read" in lines[2][2]
    assert lines[3][2] == "There is no such file."
    assert lines[4][2].startswith("This file cannot be opened.")
    assert said.err == "1 / 5\n"


def test_when_all_went_in_it_says_so(tmp_path: Path, capsys: Said) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(2)]
    for number, file in enumerate(files):
        file.write_text(TEXT.format(number), encoding="utf-8")
    assert put_in(*files, more=("--json",)) == 0
    said = capsys.readouterr()
    assert [(one["file"], one["refused"]) for one in json.loads(said.out)] == [(str(file), "") for file in files]
    assert said.err == "2 / 2\n"


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_every_file_is_told_too(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert put_in(tmp_path / "a.txt", tmp_path / "b.xyz") == 2
    shown = capsys.readouterr().out
    assert document_list(LAYLA).entries[0].ref in shown
    assert "There is no such file." in shown


def test_who_may_not_add_is_told_at_each_file_and_nothing_goes_in(tmp_path: Path, capsys: Said) -> None:
    account(SALIM)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    words = ["archive", "add", str(tmp_path / "a.txt"), "--as", "salim", "--level", "PUBLIC", "--lang", "en"]
    assert main(words) == 2
    assert "Your roles do not allow this." in capsys.readouterr().out
    assert document_list(LAYLA).entries == ()
