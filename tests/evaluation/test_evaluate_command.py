"""`mithaq evaluate`: a report in either language, and a clear error with exit status 2 where the table is wrong."""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mithaq.cli import evaluate
from tests.evaluation.results import changed, csv, results

HEAD = "course,offering,party,person,pre,post,max\n"


def run(path: Path, text: str, *words: str) -> int:
    """The exit status for a table with this text."""
    (path / "t.csv").write_text(text, encoding="utf-8")
    return evaluate.main([str(path / "t.csv"), *words])


def test_a_report_in_english_and_in_arabic(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, csv(results()), "--lang", "en", "--worthwhile", "5") == 0
    english = capsys.readouterr()
    assert english.err == ""
    assert "C0: 24 people with both tests, 2 offerings" in english.out
    assert "Benefit shown" in english.out
    assert run(tmp_path, csv(results()), "--lang", "ar", "--worthwhile", "5") == 0
    arabic = capsys.readouterr().out
    assert "ثبتت الفائدة" in arabic
    assert not re.search(r"[A-Za-z]{5}", arabic.replace("Mithaq", ""))


def test_json_holds_the_whole_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, csv(results()), "--json", "--worthwhile", "5") == 0
    first = capsys.readouterr().out
    told: dict[str, Any] = json.loads(first)
    assert {"courses", "offerings", "parties", "verdicts", "data_hash", "settings", "version"} <= set(told)
    assert told["courses"][0]["verdict"] in {"benefit_shown", "not_yet_known"}
    assert told["courses"][0]["reasons"][0]["text"]
    assert run(tmp_path, csv(results()), "--json", "--worthwhile", "5") == 0
    assert capsys.readouterr().out == first, "a rerun is the same to the last byte"


def test_without_an_agreed_gain_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, csv(results()), "--lang", "en") == 0
    assert "No smallest worthwhile gain was agreed" in capsys.readouterr().out


WRONG = {
    "above the maximum": (HEAD + "C,O,P,p1,10,25,20\n", "above the highest score"),
    "a person twice": (HEAD + "C,O,P,p1,1,2,20\nC,O,P,p1,1,3,20\n", "twice"),
    "an empty file": ("", "empty"),
    "two calendars": (HEAD + "C,2024-03-01,P,p1,1,2,20\nC,1445-08-20,P,p2,1,2,20\n", "Hijri and Gregorian"),
    "no column": ("a,b\n1,2\n", "lacks these columns"),
    "two parties": (HEAD + "C,O,P,p1,1,2,20\nC,O,Q,p1,1,3,20\n", "for two parties in one offering (2, 3)"),
    "thousands": (HEAD + 'C,O,P,p1,"1,000",2,2000\n', "may part thousands"),
    "a line break": (HEAD + 'C,O,"P\nQ",p1,1,2,20\n', "line break"),
    "a long cell": (HEAD + "C,O,P," + "p" * 200_000 + ",1,2,20\n", "far too long"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, said = WRONG[name]
    assert run(tmp_path, text, "--lang", "en") == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
    assert run(tmp_path, text, "--lang", "ar") == 2
    assert re.search(r"[\u0621-\u064a]{3}", capsys.readouterr().err)


TO_PUT_RIGHT = {
    "post without pre": (
        changed(results(), "pre", lambda at, value: math.nan if at == 2 else value),
        "without one before",
    ),
    "unequal forms": (changed(results(), "max", lambda at, value: value + 25 * (at % 2)), "different highest scores"),
    "one party": (changed(results(), "party", lambda *_: "KWT"), "Only one party"),
    "all scores equal": ({**results(), "pre": [50] * 144, "post": [50] * 144}, "are equal"),
}


@pytest.mark.parametrize("name", TO_PUT_RIGHT)
def test_what_is_to_be_put_right_is_said_beside_the_report(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    columns, said = TO_PUT_RIGHT[name]
    assert run(tmp_path, csv(columns), "--lang", "en", "--worthwhile", "5") == 2
    told = capsys.readouterr()
    assert said in told.err
    assert "people with both tests" in told.out
    if name in ("unequal forms", "all scores equal"):
        assert "Cannot be measured" in told.out
        assert "Benefit shown" not in told.out


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main([str(tmp_path / "none.csv")]) == 2
    (tmp_path / "t.csv").write_bytes(b"\xff\xfe\x00")
    assert evaluate.main([str(tmp_path / "t.csv")]) == 2
    assert "UTF-8" in capsys.readouterr().err
    (tmp_path / "t.csv").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    assert evaluate.main([str(tmp_path / "t.csv"), "--lang", "en"]) == 2
    assert "workbook" in capsys.readouterr().err
    (tmp_path / "t.csv").write_bytes(csv(results(courses=1)).encode("utf-16"))
    assert evaluate.main([str(tmp_path / "t.csv"), "--lang", "en"]) == 2
    assert "UTF-8" in capsys.readouterr().err
    for option, value in (("--reliability", "7"), ("--seed", "-1"), ("--worthwhile", "nan"), ("--reliability", "nan")):
        assert run(tmp_path, csv(results()), option, value, "--lang", "en") == 2
        told = capsys.readouterr()
        assert option.strip("-") in told.err
        assert told.out == ""


def test_a_terminal_without_arabic_shows_letters_by_number(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(csv(results(courses=1)), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "mithaq.cli.main", "evaluate", str(tmp_path / "t.csv"), "--lang", "ar"]
    told = subprocess.run(command, check=True, env=environment, capture_output=True)
    assert b"\\u06" in told.stdout


def test_reading_does_not_load_numpy_and_neither_command_loads_django(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(csv(results(courses=1)), encoding="utf-8")
    (tmp_path / "t.txt").write_text("دعا الوزير الأمانة إلى إعداد تقرير.", encoding="utf-8")
    code = (
        "import sys; from mithaq.cli.main import main; main(['read', sys.argv[1]]); assert 'numpy' not in sys.modules; "
        "main(['evaluate', sys.argv[2]]); assert 'django' not in sys.modules; assert 'scipy.stats' not in sys.modules"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8"}
    command = [sys.executable, "-c", code, str(tmp_path / "t.txt"), str(tmp_path / "t.csv")]
    subprocess.run(command, check=True, env=environment, capture_output=True)
