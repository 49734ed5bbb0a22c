"""A catalogue as a file: CSV, XLSX or JSON into rows of fields, with columns matched by the names people give them. No database."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from zipfile import BadZipFile

from django.utils.translation import override

from mithaq.core.errors import TooMuch, Unreadable
from mithaq.core.text import fold
from mithaq.extraction.plain import decode
from mithaq.extraction.refusals import Refusal
from mithaq.register.training.forms import AddCourse

MOST = 2_000  # courses of one file
COLUMNS = (
    *("code", "kind", "title_ar", "title_en", "discipline_ar", "discipline_en", "areas", "depth", "certification"),
    *("etf_code", "eprime", "link", "delivery", "mode", "aim_ar", "aim_en", "description_ar", "description_en"),
    *("notes_ar", "notes_en", "objectives_ar", "objectives_en", "languages", "english", "active_from", "active_until"),
    *("days", "clearance_ar", "clearance_en", "for_whom_ar", "for_whom_en", "tuition", "lodging", "currency"),
    *("payment_ar", "payment_en", "levels", "two_step", "secure_access", "control_version", "control_signed"),
    *("review_due", "least_gain", "least_gain_agreed_by", "least_gain_agreed_on", "standard", "valid_months"),
    "source",
)
LISTS = ("areas", "languages", "levels")
_ALSO = {  # how catalogues name their columns
    **{"course code": "code", "title": "title_en", "course title": "title_en", "depth of knowledge": "depth"},
    **{"level of proficiency": "depth", "etf code": "etf_code", "eprime reference": "eprime", "web link": "link"},
    **{"delivery method": "delivery", "description": "description_en", "notes": "notes_en", "aim": "aim_en"},
    **{"duration in days": "days", "active from": "active_from", "active until": "active_until"},
    **{"security clearance": "clearance_en", "training audience": "for_whom_en", "tuition fee": "tuition"},
    **{"accommodation fee": "lodging", "payment authority": "payment_en", "performance objectives": "objectives_en"},
    **{"discipline": "discipline_en", "nato certification": "certification", "secure access": "secure_access"},
    **{"الرمز": "code", "رمز الدورة": "code", "العنوان": "title_ar", "عنوان الدورة": "title_ar", "اللغات": "languages"},
    **{"certificate validity in months": "valid_months", "validity in months": "valid_months"},
    **{"certificate valid for months": "valid_months", "صلاحية الشهادة بالاشهر": "valid_months"},
    **{"مدة صلاحية الشهادة": "valid_months", "مدة صلاحية الشهادة بالاشهر": "valid_months"},
    **{"المدة بالايام": "days", "الغاية": "aim_ar", "الوصف": "description_ar", "ملاحظات": "notes_ar"},
}
ALSO = {fold(name).text: field for name, field in _ALSO.items()}
Row = dict[str, str]
BROKEN = "This file cannot be read as a table. Save it again as CSV, XLSX or JSON."


def rows_of(name: str, content: bytes) -> list[Row]:
    """The rows of this file by the names of its columns, all as text. Unreadable for what is no such file; TooMuch."""
    rows = _json(content) if name.rpartition(".")[2].lower() == "json" else _named(lines_of(name, content))
    if not rows:
        raise Unreadable("The file has no rows. It needs a line of column names and a line for each course.")
    if len(rows) > MOST:
        raise TooMuch("The file has more than %(most)s courses. Send it in parts.", most=MOST)
    return rows


def lines_of(name: str, content: bytes) -> list[list[str]]:
    """The lines of a CSV or XLSX file, each cell as text without blanks around it. Unreadable for what is no such file.

    A CSV may be separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1256.
    """
    try:
        return _READERS[name.rpartition(".")[2].lower()](content)
    except KeyError as strange:
        raise Unreadable("Send a file of the kind CSV, XLSX or JSON.", code="kind") from strange
    except (Refusal, ValueError, BadZipFile, csv.Error, AttributeError) as broken:
        raise Unreadable(BROKEN) from broken


def _csv(content: bytes) -> list[list[str]]:
    text = decode(content)[0].removeprefix("\ufeff")
    head = text.lstrip().partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    return [[cell.strip() for cell in line] for line in lines]


def _xlsx(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415  (loads numpy: only where it is used)

    sheet: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True).active
    return [[_cell(value).strip() for value in row] for row in sheet.iter_rows(values_only=True)]


_READERS = {"csv": _csv, "xlsx": _xlsx}


def _json(content: bytes) -> list[Row]:
    try:
        given = json.loads(content.decode("utf-8-sig"))
        return [{str(name): _cell(value) for name, value in row.items()} for row in given]
    except (ValueError, AttributeError) as broken:
        raise Unreadable(BROKEN) from broken


def _named(lines: list[list[str]]) -> list[Row]:
    head, *body = lines or [[]]
    return [dict(zip(head, line, strict=False)) for line in body if any(line)]


def _cell(value: Any) -> str:
    if value is None or value is False:
        return ""
    if isinstance(value, list):
        return ",".join(map(str, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    return text.removesuffix(" 00:00:00")


@cache
def _by_label() -> dict[str, str]:
    """The fields by what the form of a course calls them, in either language."""
    found: dict[str, str] = {}
    for language in ("ar", "en"):
        with override(language):
            for field, made in AddCourse.base_fields.items():
                if field in COLUMNS:
                    found.setdefault(" ".join(fold(str(made.label)).text.lower().split()), field)
    return found


def matched(columns: Iterable[str], match: Mapping[str, str]) -> dict[str, str]:
    """Which column stands for which field: as it was said (empty: for none), else by its name; what stands for none is left out."""
    found: dict[str, str] = {}
    for column in columns:
        name = " ".join(fold(column).text.lower().split())
        by_name = ALSO.get(name) or _by_label().get(name) or name.replace(" ", "_")
        field = match.get(column, by_name)
        if field in COLUMNS and field not in found.values():
            found[column] = field
    return found


def fields_of(row: Row, match: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a row as the form of a course takes them."""
    given: dict[str, Any] = {field: row.get(column, "") for column, field in match.items()}
    for field in LISTS:
        if field in given:
            given[field] = [part for part in given[field].replace(" ", ",").split(",") if part]
    return given
