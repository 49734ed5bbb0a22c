"""A catalogue out as a file and in again: columns matched, what is wrong by row, tried first, undone."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.papers.sheets import csv_rows, xlsx
from mithaq.register.training import operations as training
from mithaq.register.training.comparing import Tried
from mithaq.register.training.files import COLUMNS, matched, rows_of
from mithaq.register.training.forms import AddCourse
from mithaq.register.training.reads import course_list, course_page, course_rows, import_list
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC
from tests.kept import kept
from tests.make import make_course, make_house, make_instrument, make_offering
from tests.register.training.test_courses import RECORD

pytestmark = pytest.mark.django_db
CENTRE = "NATO-ICI-RC"


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    kept(make_house)


def take_in(content: bytes | str, name: str = "catalogue.csv", **fields: Any) -> str:
    file = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    given: dict[str, Any] = {"centre": CENTRE, "level": "PUBLIC", **fields}
    return training.take_in_courses(DANA, file=file, **given).public_id


def exported(kind: str) -> bytes:
    shown = course_rows(PUBLIC)
    if kind == "csv":
        return b"".join(csv_rows(shown.columns, shown.rows))
    if kind == "xlsx":
        return xlsx("Courses", shown.columns, shown.rows, rtl=True)
    return json.dumps([dict(zip(shown.columns, row, strict=True)) for row in shown.rows]).encode()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_what_goes_out_comes_in_again_the_same(kind: str) -> None:
    make_course(**{**RECORD, "code": "RC-1"})
    content = exported(kind).replace(b"RC-1", b"RC-2") if kind != "xlsx" else _renamed(exported(kind))
    take_in(content, f"catalogue.{kind}")
    first, second = (dict(zip(course_rows(PUBLIC).columns, row, strict=True)) for row in course_rows(PUBLIC).rows)
    assert second == {**first, "code": "RC-2"}


def _renamed(content: bytes) -> bytes:
    from openpyxl import load_workbook  # noqa: PLC0415

    book, out = load_workbook(io.BytesIO(content)), io.BytesIO()
    sheet: Any = book.active
    sheet.cell(2, 1).value = "RC-2"
    book.save(out)
    return out.getvalue()


def test_columns_are_matched_by_the_names_of_catalogues_in_both_languages() -> None:
    take_in("رمز الدورة;عنوان الدورة;Duration in days;Training audience;Unheard of\nRC-7;أمن البحار;٤;ICI;x\n")
    row = course_list(PUBLIC).entries[0]
    assert (row.code, row.title.ar, row.days) == ("RC-7", "أمن البحار", 4)
    assert course_page(PUBLIC, course=row.public_id).for_whom.en == "ICI"
    assert matched(["Number", "Title"], {"Number": "code"}) == {"Number": "code", "Title": "title_en"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_columns_are_matched_by_what_the_page_calls_them(language: str) -> None:
    with override(language):
        names = {str(AddCourse.base_fields[field].label): field for field in COLUMNS}
    assert matched(names, {}) == names


def test_what_is_wrong_is_said_by_row_and_nothing_is_kept() -> None:
    with pytest.raises(Invalid) as problem:
        take_in("code,title,days,currency\nA-1,Good,3,EUR\nA-2,,3,EUR\nA-3,Bad,many,euro\nA-1,Again,3,EUR\n")
    told = [error["message"] for error in problem.value.errors["file"]]
    assert [re.findall(r"\d+", message)[0] for message in told] == ["3", "4", "4", "5"]
    assert course_list(PUBLIC).entries == ()


def test_it_is_tried_before_anything_is_kept() -> None:
    make_course(code="A-1")
    with pytest.raises(Problem) as problem:
        take_in("code,title\nA-1,One\nA-2,Two\n", try_only=True)
    assert problem.value.code == "tried"
    assert problem.value.params == {"fresh": 1, "changed": 1, "same": 0}
    assert len(course_list(PUBLIC).entries) == 1


def test_it_is_undone_as_a_whole_unless_something_was_changed() -> None:
    taken = take_in("code,title\nA-1,One\nA-2,Two\n")
    course = course_list(PUBLIC).entries[0].public_id
    training.describe_course(DANA, course=course, version=1, days=3)
    with pytest.raises(Conflict):
        training.undo_take_in(DANA, taken_in=taken)
    other = take_in("code,title\nA-3,Three\n")
    training.undo_take_in(DANA, taken_in=other)
    assert [row.code for row in course_list(PUBLIC).entries] == ["A-1", "A-2"]
    with pytest.raises(Absent):
        training.undo_take_in(DANA, taken_in=other)


@pytest.mark.parametrize("use", [make_instrument, make_offering])
def test_it_is_not_undone_under_what_was_made_since(use: Callable[[str], str]) -> None:
    taken = take_in('code,title,objectives_en\nA-1,One,"Plans\nLeads"\n')
    use(course_list(PUBLIC).entries[0].public_id)
    with pytest.raises(Conflict, match="used since"):
        training.undo_take_in(DANA, taken_in=taken)
    assert [row.code for row in course_list(PUBLIC).entries] == ["A-1"]


def objectives(code: str) -> list[tuple[str, str]]:
    """What those who come out of the course of this code can do, and under which condition."""
    (row,) = (row for row in course_list(PUBLIC).entries if row.code == code)
    return [(one.performance.en, one.condition.en) for one in course_page(PUBLIC, course=row.public_id).objectives]


def test_what_the_centre_has_is_left_or_changed_in_the_columns_of_the_file_and_put_back() -> None:
    course = make_course(**{**RECORD, "code": "A-1", "objectives_ar": "", "objectives_en": "One\nTwo"})
    training.set_objective(DANA, course=course, version=1, number=2, performance_en="Two", condition_en="At sea")
    before, said, aim = course_rows(PUBLIC).rows, objectives("A-1"), course_page(PUBLIC, course=course).aim
    file = "code,days,objectives_en\nA-1,9,One\n"
    take_in(file)
    assert course_rows(PUBLIC).rows == before
    taken = take_in(file, change=True)
    page = course_page(PUBLIC, course=course)
    assert (page.row.days, objectives("A-1"), page.aim) == (9, [("One", "")], aim)
    assert [(one.added, one.changed, one.may) for one in import_list(DANA)] == [
        (0, 1, ("courses.undo_take_in",)),
        (0, 0, ("courses.undo_take_in",)),
    ]
    training.undo_take_in(DANA, taken_in=taken)
    assert (course_rows(PUBLIC).rows, objectives("A-1")) == (before, said)
    assert import_list(DANA)[0].undone_at


def test_what_was_changed_after_the_file_is_not_put_back() -> None:
    course = make_course(code="A-1")
    taken = take_in("code,days\nA-1,9\n", change=True)
    training.describe_course(DANA, course=course, version=2, days=3)
    with pytest.raises(Conflict):
        training.undo_take_in(DANA, taken_in=taken)
    assert course_list(PUBLIC).entries[0].days == 3


def test_it_is_said_which_fields_would_change() -> None:
    make_course(**{**RECORD, "code": "A-1"})
    shown = course_rows(PUBLIC)
    told = dict(zip(shown.columns, shown.rows[0], strict=True))
    with pytest.raises(Tried) as tried:
        take_in(exported("csv"), try_only=True)
    assert [(row.what, row.fields) for row in tried.value.rows] == [("same", ())]
    with pytest.raises(Tried) as tried:
        take_in(json.dumps([{**told, "days": "77", "languages": "ar"}]), "a.json", try_only=True)
    assert [(row.row, row.what, sorted(row.fields)) for row in tried.value.rows] == [
        (2, "changed", ["days", "languages"])
    ]


def test_files_taken_in_are_shown_to_who_runs_the_centre_alone() -> None:
    take_in("code,title\nA-1,One\n")
    assert [len(import_list(viewer)) for viewer in (DANA, LAYLA, HESSA, BADER, PUBLIC)] == [1, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b""), ("a.xlsx", b"no"), ("a.json", b"{"), ("a.json", b"[1]"), ("a.doc", b"x")]
)
def test_what_is_no_table(name: str, content: bytes) -> None:
    with pytest.raises(Problem):
        rows_of(name, content)


def test_only_the_centre_takes_in() -> None:
    with pytest.raises(Invalid):
        take_in("title\nOne\n")
    file = SimpleUploadedFile("a.csv", b"code,title\nA-1,One\n")
    for viewer in (HESSA, BADER):
        with pytest.raises(Refused):
            training.take_in_courses(viewer, file=file, centre=CENTRE, level="PUBLIC")
