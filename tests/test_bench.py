"""The benches run: a house is made at a small size, so that a change of a table shows here and not on the day of measuring."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bench.prime import Size, build


def test_a_small_house_has_what_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "mithaq.config.settings")
    build(tmp_path, Size(parties=80, accounts=20, documents=60, commitments=30, meetings=80))
    with sqlite3.connect(tmp_path / "mithaq.sqlite3") as line:
        for table, number in (("archive_document", 60), ("commitments_commitment", 30), ("archive_entry", 60)):
            assert line.execute(f"SELECT count(*) FROM {table}").fetchone() == (number,)
        assert line.execute("PRAGMA foreign_key_check").fetchall() == []
