"""`mithaq read`: one JSON a document; a bad file is said and does not stop the others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mithaq.cli import read

TEXT = "وافق حلف شمال الأطلسي أمس على الخطة."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text("\ufeffNATO met today.", encoding="utf-8")
    (tmp_path / "old.txt").write_bytes(TEXT.encode("cp1256"))
    return tmp_path


def test_one_file_goes_to_the_screen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read.main([str(folder / "one.txt"), "--published", "2015-08-01"]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert reading["id"] == "one"
    assert reading["language"] == "ar"
    assert reading["published"] == "2015-08-01"
    assert reading["sentences"] == [[0, len(TEXT)]]
    assert [date["value"] for date in reading["dates"]] == ["2015-07-31"]
    assert "text" not in reading


def test_several_files_are_a_line_each(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read.main([str(folder / "one.txt"), str(folder / "two.txt")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["one", "two"]


def test_offsets_count_the_byte_order_mark(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read.main([str(folder / "two.txt")])
    party = json.loads(capsys.readouterr().out)["parties"][0]
    text = (folder / "two.txt").read_bytes().decode("utf-8")
    assert text[party["start"] : party["end"]] == "NATO"


def test_a_bad_file_is_said_and_the_others_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(folder / name) for name in ("old.txt", "missing.txt", "one.txt")]
    assert read.main([*files, "--out", str(folder / "out"), "--lang", "en"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert "old.txt: This file is not in UTF-8" in said[0]
    assert "missing.txt: There is no such file." in said[1]
    assert [path.name for path in (folder / "out").iterdir()] == ["one.json"]


def test_a_manifest_gives_days_and_languages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = folder / "manifest.csv"
    manifest.write_text("file,published,language\none.txt,2015-08-01,ar\ntwo.txt,,en\n", encoding="utf-8")
    assert read.main(["--manifest", str(manifest), "--out", str(folder / "out")]) == 0
    one = json.loads((folder / "out" / "one.json").read_text(encoding="utf-8"))
    two = json.loads((folder / "out" / "two.json").read_text(encoding="utf-8"))
    assert (one["published"], two["published"]) == ("2015-08-01", None)
    assert read.main([str(folder / "one.txt"), "--manifest", str(manifest)]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2015-08-01"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name at least one file"),
        (["one.txt", "--published", "2015-13-01"], "Write the day of publication as YYYY-MM-DD"),
        (["--manifest", "no.csv"], "There is no such file."),
        (["one.txt", "sub/one.txt", "--out", "out"], "Two files would become one.json"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert read.main([*arguments, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,day\na,b\n", "it has no column"),
        ("file,language\none.txt,fr\n", "Write ar or en"),
        ("file,published\none.txt,soon\n", "is no day"),
    ],
)
def test_a_wrong_manifest_is_said(folder: Path, capsys: pytest.CaptureFixture[str], table: str, said: str) -> None:
    (folder / "m.csv").write_text(table, encoding="utf-8")
    assert read.main(["--manifest", str(folder / "m.csv"), "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


def test_it_starts_without_django(folder: Path) -> None:
    code = "import sys; from mithaq.cli.main import main; main(['read', sys.argv[1]]); assert 'django' not in sys.modules; assert 'yaml' not in sys.modules"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8"}
    subprocess.run(
        [sys.executable, "-c", code, str(folder / "one.txt")], check=True, env=environment, capture_output=True
    )
