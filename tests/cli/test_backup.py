"""A backup is put back whole or not at all, and `verify` and `doctor` tell what is wrong."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.db import connections
from pytest_django import Settings

from mithaq.access.schema import guard
from mithaq.archive.files import digest
from mithaq.cli.backup import backup, restore
from mithaq.cli.doctor import doctor
from mithaq.cli.verify import verify
from mithaq.core.errors import Problem
from tests.cast import LAYLA
from tests.make import make_document, make_parties

ROOT = Path(__file__).resolve().parents[2]
on_sqlite = pytest.mark.skipif(os.environ.get("DB", "sqlite") != "sqlite", reason="PostgreSQL is backed up by pg_dump")


@pytest.fixture
def home(settings: Settings, tmp_path: Path) -> Path:
    """An empty data folder, which a document was filed into."""
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    return tmp_path / "home"


@pytest.fixture
def filed(home: Path, committed: None) -> str:
    """The hash of a document that was filed."""
    make_parties()
    make_document(LAYLA, "دعا الاجتماع إلى تقييم الدورات.")
    return digest("دعا الاجتماع إلى تقييم الدورات.".encode())


@pytest.mark.usefixtures("filed")
def test_it_holds_everything_with_its_hash(home: Path, tmp_path: Path, filed: str, vendor: str) -> None:
    assert backup(["backup", str(tmp_path / "b.zip")]) == 0
    with ZipFile(tmp_path / "b.zip") as archive:
        hashes = json.loads(archive.read("manifest.json"))["sha256"]
        assert {digest(archive.read(name)) for name in hashes} == set(hashes.values())
        assert sorted(archive.namelist()) == sorted([*hashes, "manifest.json"])
    assert f"files/{filed[:2]}/{filed[2:4]}/{filed}" in hashes
    assert ("mithaq.sqlite3" in hashes) == (vendor == "sqlite")
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0
    with pytest.raises(Problem, match="already"):
        backup(["backup", str(tmp_path / "b.zip")])


def test_a_damaged_file_is_told_and_still_kept(
    home: Path, tmp_path: Path, filed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(["verify"]) == 0
    (home / "files" / filed[:2] / filed[2:4] / filed).write_text("changed")
    assert verify(["verify"]) == 2
    assert filed in capsys.readouterr().out
    assert backup(["backup", str(tmp_path / "b.zip")]) == 2
    with pytest.raises(Problem) as problem:
        restore(["restore", str(tmp_path / "nothing.zip")])
    assert problem.value.code == "not_empty"


def test_a_lost_file_is_told(home: Path, filed: str) -> None:
    (home / "files" / filed[:2] / filed[2:4] / filed).unlink()
    assert verify(["verify"]) == 2


def made(path: Path, files: dict[str, bytes], hashes: dict[str, str] | None = None) -> list[str]:
    """The words that restore an archive with these files, and with these hashes if not the right ones."""
    with ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        told = {"sha256": hashes or {name: digest(data) for name, data in files.items()}}
        archive.writestr("manifest.json", json.dumps(told))
    return ["restore", str(path)]


@on_sqlite
@pytest.mark.parametrize("wrong", ["a changed byte", "a missing file", "a name outside", "no archive"])
def test_what_is_not_whole_leaves_the_folder_empty(home: Path, tmp_path: Path, wrong: str) -> None:
    path, name = tmp_path / "b.zip", f"files/aa/bb/{'a' * 64}"
    words = {
        "a changed byte": lambda: made(
            path, {"mithaq.sqlite3": b"x", name: b"y"}, {"mithaq.sqlite3": digest(b"x"), name: "0" * 64}
        ),
        "a missing file": lambda: made(
            path, {"mithaq.sqlite3": b"x"}, {"mithaq.sqlite3": digest(b"x"), name: "0" * 64}
        ),
        "a name outside": lambda: made(path, {"mithaq.sqlite3": b"x", "files/../../evil": b"y"}),
        "no archive": lambda: ["restore", str(path.write_text("x") and path)],
    }[wrong]()
    with pytest.raises(Problem) as problem:
        restore(words)
    assert problem.value.code == "broken"
    assert list(home.iterdir()) == []
    assert not (tmp_path / "evil").exists()


def test_the_other_kind_of_database_is_refused(home: Path, tmp_path: Path, vendor: str) -> None:
    files = {} if vendor == "sqlite" else {"mithaq.sqlite3": b"x"}
    with pytest.raises(Problem) as problem:
        restore(made(tmp_path / "b.zip", files))
    assert problem.value.code == "database"
    with pytest.raises(Problem, match="no file"):
        restore(["restore", str(tmp_path / "nothing.zip")])
    with pytest.raises(Problem, match="restore FILE"):
        restore(["restore"])


@pytest.mark.usefixtures("filed")
def test_the_doctor_finds_a_house_in_order(capsys: pytest.CaptureFixture[str], settings: Settings) -> None:
    assert doctor(["doctor"]) == 0
    assert "✗" not in capsys.readouterr().out
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    assert doctor(["doctor"]) == 2
    assert "127.0.0.1:1" in capsys.readouterr().out


@pytest.mark.usefixtures("filed")
def test_the_doctor_finds_an_open_house(vendor: str, settings: Settings, tmp_path: Path) -> None:
    drop = "DROP TRIGGER {}".format({"sqlite": '"access_label:DELETE"', "postgresql": "kept ON access_label"}[vendor])
    with connections["owner"].cursor() as cursor:
        cursor.execute(drop)
    assert doctor(["doctor"]) == verify(["verify"]) == 2
    guard("owner")
    assert doctor(["doctor"]) == verify(["verify"]) == 0
    settings.HOME = tmp_path / "nowhere"
    assert doctor(["doctor"]) == 2


RUN = "import json, sys; from mithaq.cli.main import main; sys.exit(max(map(main, json.loads(sys.argv[1]))))"


def mithaq(home: Path, *commands: tuple[str, ...], said: str = "") -> str:
    """What these commands print, run one after the other as people run them; all must succeed."""
    own = {
        "MITHAQ_HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "mithaq.config.settings",
    }
    words = [sys.executable, "-c", RUN, json.dumps(commands)]
    done = subprocess.run(words, env={**os.environ, **own}, input=said, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@on_sqlite
@pytest.mark.any_database
def test_a_house_is_founded_backed_up_and_stands_again_elsewhere(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", str(tmp_path / "b.zip")
    person = ("username=layla", "email=layla@example.org", "name_ar=ليلى", "name_en=Layla", "party=SEC")
    secretariat = ("code=SEC", "kind=secretariat", "name_ar=الأمانة", "name_en=Secretariat")
    mithaq(
        here,
        ("init",),
        ("found", *person),
        ("parties", "add", "--as", "layla", *secretariat),
        ("archive", "add", "--as", "layla", "text=دعا الاجتماع إلى تقييم الدورات.", "level=PUBLIC"),
        ("backup", file),
        said="a word that nobody guesses\n",
    )
    told = mithaq(there, ("restore", file), ("verify",), ("search", "تقييم", "--as", "layla", "--json"))
    assert "✗" not in told
    assert '"ref": "D-' in told
    with sqlite3.connect(there / "mithaq.sqlite3") as database:
        (password,) = database.execute("SELECT password FROM access_account").fetchone()
    assert password.startswith("scrypt$")
