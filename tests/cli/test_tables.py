"""Tables: a record a line for what reads them next, and readable at 80 columns for people."""

from __future__ import annotations

import io
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console

from mithaq.cli.tables import END, ISOLATE, Told, draw, plain, told
from mithaq.core.words import Bilingual

LONG = "طلبت الدول الأعضاء من الأمانة أن تعدّ قبل نهاية العام جدولاً بما نُفّذ وما لم يُنفّذ من التوصيات. " * 8


@dataclass(frozen=True)
class Row:
    """A record as reads answer it."""

    ref: str
    title: Bilingual
    parties: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Around:
    """A record around another one."""

    row: Row
    waiting: int


ROW = Row("C-2026-001", Bilingual("تقييم الدورات", "Evaluation of courses"), ("QAT", "KWT"))


def drawn(table: Told, width: int = 80) -> list[str]:
    """The lines on a terminal of this width."""
    screen = io.StringIO()
    draw(table, Console(file=screen, width=width, highlight=False))
    return screen.getvalue().splitlines()


def test_plain_is_a_line_of_names_and_then_a_record_a_line() -> None:
    assert list(plain(told([ROW, ROW], "ar"))) == [
        "ref\ttitle\tparties\tnote",
        *["C-2026-001\tتقييم الدورات\tQAT, KWT\t"] * 2,
    ]
    assert "Evaluation of courses" in list(plain(told([ROW], "en")))[1]


def test_plain_cuts_nothing_and_holds_no_isolate_tab_line_or_control() -> None:
    row = Row("a\u2068b\u2069", Bilingual(LONG, ""), note="one\ttwo\r\nthree\x1b[31m\u202efour")
    (_, line) = plain(told([row], "ar"))
    assert line.split("\t") == ["ab", LONG.strip(), "", "one two three[31mfour"]


def test_the_columns_do_not_depend_on_what_is_in_them() -> None:
    full = Row("C-2026-001", Bilingual("", "x"), note="n")
    names = [next(plain(told(rows, "ar"))) for rows in ([ROW], [full], [full, ROW])]
    assert len(set(names)) == 1


def test_values_alone_need_no_name_and_of_nothing_nothing_is_said() -> None:
    assert list(plain(told(["QAT", "KWT"], "ar"))) == ["QAT", "KWT"]
    assert list(plain(told([], "ar"))) == list(plain(told({}, "ar"))) == []


def test_a_mapping_tells_its_keys_once() -> None:
    assert list(plain(told({"energy": Bilingual("أمن الطاقة", "")}, "en"))) == ["key\tvalue", "energy\tأمن الطاقة"]
    assert next(plain(told({"C-2026-001": ROW}, "ar"))).startswith("ref\t")


def test_a_record_around_another_one_is_one_with_it() -> None:
    (names, line) = plain(told([Around(ROW, 3)], "en"))
    assert names == "ref\ttitle\tparties\tnote\twaiting"
    assert line.endswith("QAT, KWT\t\t3")


def test_on_a_terminal_columns_stand_side_by_side_each_line_an_island() -> None:
    lines = drawn(told([ROW, Row("C-2026-002", Bilingual(LONG, ""))], "ar"))
    assert lines[0].split() == ["ref", "title", "parties"], "an empty column is left out"
    assert all(cell_len(line) <= 80 for line in lines)
    assert all(line.count(ISOLATE) == line.count(END) for line in lines)
    assert f"{ISOLATE}تقييم الدورات{END}" in lines[2]
    assert len(lines) == 2 + 1 + 4, "a long cell is cut after four lines"
    assert lines[-1].rstrip().endswith(f"…{END}")


def test_what_is_too_wide_for_a_table_is_told_record_by_record() -> None:
    names = tuple(f"name_{number}" for number in range(12))
    lines = drawn(Told(names, (("supercalifragilistic", *[""] * 10, LONG), ("second", *["x"] * 11))))
    assert lines[0] == f"name_0   {ISOLATE}supercalifragilistic{END}"
    assert lines[1].startswith(f"name_11  {ISOLATE}طلبت")
    assert lines[2].startswith(" " * 9 + ISOLATE)
    assert lines[4].endswith(f"…{END}")
    assert lines[5:7] == ["", f"name_0   {ISOLATE}second{END}"]
    assert all(cell_len(line) <= 80 for line in lines)


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = drawn(Told(("file", "why"), (("/a/very/long/path" * 20, "x"),)), width=40)
    assert all(cell_len(line) <= 40 for line in lines)
    assert "…" in "".join(lines)
