"""``mithaq results take-in``: a file of results on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.cli.main import main
from mithaq.register.instruments.reads import offering_results
from tests.cast import DANA
from tests.kept import kept
from tests.make import make_house, make_offering

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    kept(make_house)


def test_a_file_is_tried_taken_in_and_undone(tmp_path: Path, capsys: Said) -> None:
    offering, file = make_offering(), tmp_path / "r.csv"
    file.write_text("land,person,pre,post\nQAT,P1,40,70\n", encoding="utf-8")
    command = [
        "results",
        "take-in",
        str(file),
        "--as",
        "dana",
        "--lang",
        "en",
        "--activity",
        offering,
        "--maximum",
        "100",
    ]
    assert main(command) == 2
    assert "Say which party it is." in capsys.readouterr().err
    command += ["--match", "land=party"]
    assert main([*command, "--try"]) == 2
    assert "1 people are new" in capsys.readouterr().err

    assert main(command) == 0
    taken = capsys.readouterr().out.strip()
    assert [one.post for one in offering_results(DANA, activity=offering).results] == ["70"]
    assert main(["results", "undo", f"taken_in={taken}", "--as", "dana"]) == 0
    assert offering_results(DANA, activity=offering).results == ()


def test_a_file_that_is_not_there_is_said(capsys: Said) -> None:
    assert main(["results", "take-in", "/nowhere.csv", "--as", "dana", "--lang", "en"]) == 2
    assert "There is no file" in capsys.readouterr().err
