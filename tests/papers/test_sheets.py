"""A sheet opens right in Excel, and what somebody typed never runs in it."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from mithaq.papers.sheets import Value, csv_rows, xlsx

FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "＋1", "－1", "＠x", "\u200f=1", "\u2066 =1",
    "\ufeff@x", "\u00a0-1", "\tplain",
]  # fmt: skip


def csv_of(*rows: list[Value]) -> str:
    return b"".join(csv_rows(["اسم"], rows)).decode("utf-8")


def read_csv(*rows: list[Value]) -> list[list[str]]:
    return list(csv.reader(StringIO(csv_of(*rows).removeprefix("\ufeff"), newline="")))[1:]


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says() -> None:
    assert csv_of(['قال "نعم"', "أ,ب", "سطر\nآخر"]) == '\ufeffاسم\r\n"قال ""نعم""","أ,ب","سطر\nآخر"\r\n'


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert read_csv([text]) == [["'" + text]]


def test_headings_are_guarded_too() -> None:
    assert b"".join(csv_rows(["=1"], [])) == b"\xef\xbb\xbf'=1\r\n"


def test_numbers_and_dates_stay_themselves() -> None:
    values: list[Value] = [
        -5,
        2.5,
        Decimal("-1.10"),
        date(2026, 11, 25),
        datetime(2026, 11, 25, 10, 30, tzinfo=UTC),
        None,
    ]
    assert read_csv(values) == [["-5", "2.5", "-1.10", "2026-11-25", "2026-11-25 10:30:00+00:00", ""]]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_comes_back_as_it_was_but_for_the_guard(text: str) -> None:
    assert read_csv([text, "x"])[0][0] in (text, "'" + text)


def test_csv_comes_as_the_rows_do() -> None:
    taken = []

    def rows() -> Iterator[list[int]]:
        for number in range(5000):
            taken.append(number)
            yield [number]

    pieces = csv_rows(["n"], rows())
    next(pieces)
    next(pieces)
    assert 0 < len(taken) < 5000


def test_a_large_csv_takes_little_time() -> None:
    row: list[Value] = ["إعداد دليل مشترك", "ACT-2026-001", date(2026, 1, 1), 5, "Kuwait"] * 3
    start = time.process_time()
    size = sum(len(piece) for piece in csv_rows(["عمود"] * 15, (row for _ in range(20_000))))
    assert size > 20_000 * 15 * 5
    assert time.process_time() - start < 1


def opened(*rows: list[Value], title: str = "الإجراءات", rtl: bool = True) -> Any:
    return load_workbook(BytesIO(xlsx(title, ["المرجع", "=عدد"], rows, rtl=rtl)))


def test_xlsx_runs_from_the_right_with_a_bold_frozen_heading() -> None:
    sheet = opened(["أ", 1]).active
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert not opened(["a", 1], rtl=False).active.sheet_view.rightToLeft


def test_xlsx_cells_keep_their_types() -> None:
    moment = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
    sheet = opened([-5, date(2026, 11, 25)], [Decimal("1.5"), moment], [None, float("nan")], [True, "نص"]).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [
        [-5, datetime(2026, 11, 25)],  # noqa: DTZ001
        [1.5, datetime(2026, 11, 25, 10, 30)],  # noqa: DTZ001
        [None, None],
        [True, "نص"],
    ]


@pytest.mark.parametrize("text", [*FORMULAS, "#N/A"])
def test_xlsx_text_is_text_also_when_somebody_edits_it(text: str) -> None:
    cell = opened([text, 1]).active["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert opened(["x", 1]).active["B1"].data_type == "s"


def test_columns_are_as_wide_as_their_text_within_reason() -> None:
    dimensions = opened(["س" * 30, "x" * 500]).active.column_dimensions
    assert dimensions["A"].width == 32
    assert dimensions["B"].width == 60


def test_xlsx_names_nobody_and_no_time() -> None:
    first, second = (xlsx("عنوان", ["أ"], [["ب"]], rtl=True) for _ in range(2))
    assert first == second
    with ZipFile(BytesIO(first)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "openpyxl" not in core
    assert "عنوان" in core


@pytest.mark.parametrize("title", ["a/b:c?[d]*", "'quoted'", "س" * 80, "", "\x00"])
def test_any_title_can_stand_on_a_tab(title: str) -> None:
    assert 1 <= len(opened(title=title).active.title) <= 31
