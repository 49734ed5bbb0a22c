"""Tables as files that a spreadsheet opens right: Arabic, typed cells, and no text that becomes a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import chain, islice
from math import isfinite
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.writer.excel import ExcelWriter

from mithaq.papers.container import UNDATED, steady
from mithaq.papers.look import BRAND, SOFT

Value = str | int | float | Decimal | date | datetime | None
"""What a cell may hold. A `bool` is an `int` and stays a truth value; a `datetime` is written without its time zone."""

# What a spreadsheet takes for the start of a formula, also full-width and behind what the eye does not see.
_FORMULA = re.compile(r"[\t\r]|[\s\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
# What XML cannot carry.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_CHUNK = 500  # rows a piece: some 100 KB at a time
_SAMPLE = 200  # rows looked at for the widths
_NARROW, _WIDE = 8, 60  # characters


def csv_rows(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """A CSV file in pieces, as the rows come: UTF-8 with a byte order mark, RFC 4180, the headings first.

    Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers and dates (ISO 8601) stay
    themselves.
    """
    lines = chain([columns], rows)
    yield b"\xef\xbb\xbf"
    while batch := [[_plain(value) for value in row] for row in islice(lines, _CHUNK)]:
        page = StringIO(newline="")
        csv.writer(page).writerows(batch)
        yield page.getvalue().encode("utf-8", "replace")


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        return "'" + value if _FORMULA.match(value) else value
    return value.isoformat(" ") if isinstance(value, datetime) else value


def xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Value]], *, rtl: bool) -> bytes:
    """An Excel workbook of one sheet: bold frozen headings with a filter, typed cells, columns from the right if `rtl`.

    Text is always text, whatever it begins with. The file names no author and no time of its making.
    """
    book = Workbook(write_only=True)
    properties = book.properties
    properties.title, properties.creator = _writable(title), ""
    properties.created = properties.modified = UNDATED.replace(tzinfo=None)
    sheet: Any = book.create_sheet(_sheet_name(title))  # the type stubs know only half of a write-only sheet
    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    lines = iter(rows)
    sample = list(islice(lines, _SAMPLE))
    _set_widths(sheet, columns, sample)
    sheet.append([_heading(sheet, name) for name in columns])
    count = 1
    for row in chain(sample, lines):
        sheet.append([_typed(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(columns), 1))}{count}"
    return _packed(book)


def _packed(book: Workbook) -> bytes:
    """The workbook's bytes. Not `book.save`, which stamps the time; stored first, since `steady` compresses."""
    raw = BytesIO()
    ExcelWriter(book, ZipFile(raw, "w")).save()
    return steady(raw.getvalue())


def _typed(sheet: Any, value: Value) -> object:
    if isinstance(value, str):
        return _text(sheet, value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)  # Excel knows no time zones
    return None if isinstance(value, float | Decimal) and not isfinite(value) else value


def _text(sheet: Any, value: str) -> object:
    value = _writable(value)
    if not value.startswith("#") and not _FORMULA.match(value):
        return value
    # openpyxl would make `=...` a formula and `#N/A` an error; quotePrefix keeps it text when somebody edits the cell.
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _heading(sheet: Any, name: str) -> object:
    cell = WriteOnlyCell(sheet, _writable(name))
    cell.data_type = "s"
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color=SOFT, end_color=SOFT)
    cell.border = Border(bottom=Side("thin", color=BRAND))
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _set_widths(sheet: Any, columns: Sequence[str], sample: Sequence[Sequence[Value]]) -> None:
    for index, name in enumerate(columns):
        longest = max((len(str(row[index])) for row in sample if row[index] is not None), default=0)
        width = min(max(_NARROW, len(name), longest) + 2, _WIDE)
        sheet.column_dimensions[get_column_letter(index + 1)].width = width


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _sheet_name(title: str) -> str:
    """The title as Excel allows it on a tab: 31 characters, none of `[]:*?/\\`, no apostrophe at either end."""
    return INVALID_TITLE_REGEX.sub(" ", _writable(title))[:31].strip(" '") or "1"
