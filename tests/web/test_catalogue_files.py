"""The catalogue as a file on its pages: taken along, looked at, taken in, undone."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.register.training.reads import course_list, import_list
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, SALIM
from tests.make import make_course
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
CENTRE = "NATO-ICI-RC"
FILE = "code,title,days\nA-1,Sea,9\nA-2,Air,4\n"


def send(viewer: Viewer, file: str | bytes = "", called: str = "catalogue.csv", **fields: Any) -> Any:
    given = {"centre": CENTRE, "level": "PUBLIC", **fields}
    if file:
        given["file"] = SimpleUploadedFile(called, file.encode() if isinstance(file, str) else file)
    return signed_in(viewer, "en").post(reverse("catalogue-take-in"), given)


def hidden(answer: Any) -> dict[str, str]:
    """The fields that the page keeps until it is sent again."""
    return dict(re.findall(r'type="hidden" name="(kept|name)" value="([^"]*)"', page(answer)))


def codes() -> list[str]:
    return [row.code for row in course_list(PUBLIC).entries]


def test_a_file_is_looked_at_then_kept_then_undone() -> None:
    make_course(code="A-1", title_en="Sea")
    looked = send(DANA, FILE, change="on")
    assert (looked.status_code, codes()) == (200, ["A-1"])
    assert "What would come of it" in words(looked)
    assert "Length in days" in words(looked)
    kept = send(DANA, **hidden(looked), change="on", keep="1")
    assert kept.status_code == 302
    assert (codes(), course_list(PUBLIC).entries[0].days) == (["A-1", "A-2"], 9)
    (taken,) = import_list(DANA)
    assert (taken.name, taken.added, taken.changed) == ("catalogue.csv", 1, 1)
    undone = signed_in(DANA, "en").post(reverse("catalogue-undo", args=[taken.public_id]))
    assert (undone.status_code, codes()) == (302, ["A-1"])
    shown = signed_in(DANA, "en").get(reverse("catalogue-take-in"))
    assert "undone" in words(shown)
    assert reverse("catalogue-undo", args=[taken.public_id]) not in page(shown)


def test_a_column_is_left_out_and_another_file_is_matched_anew() -> None:
    looked = send(DANA, "code,title,days\nA-1,Sea,many\n")
    chosen = {"match-0": "code", "match-1": "title_en", "match-2": ""}
    assert send(DANA, **hidden(looked), **chosen).status_code == 200
    again = send(DANA, "code,title,aim\nA-1,Sea,Know it\n", **hidden(looked), **{**chosen, "match-2": "days"})
    assert again.status_code == 200
    assert "match-2" in page(again)
    assert '<option value="aim_en" selected>' in page(again)


def test_what_is_wrong_is_said_by_row_on_the_page() -> None:
    answer = send(DANA, "code,title,days\nA-1,Sea,many\n,Air,4\n")
    assert (answer.status_code, codes()) == (400, [])
    assert "Row 2, Length in days" in words(answer)
    assert "Row 3, Code" in words(answer)


def test_columns_are_matched_by_hand() -> None:
    answer = send(DANA, "Number,Name\nA-1,Sea\n")
    assert answer.status_code == 400
    assert "Say which column holds the code." in words(answer)
    again = send(DANA, **hidden(answer), **{"match-0": "code", "match-1": "title_en"})
    assert (again.status_code, "What would come of it" in words(again)) == (200, True)
    send(DANA, **hidden(again), **{"match-0": "code", "match-1": "title_en"}, keep="1")
    assert codes() == ["A-1"]


@pytest.mark.parametrize(
    ("file", "name"), [("", ""), (b"no", "a.xlsx"), ("x", "a.doc"), ("code\n", "a.csv"), ("[1]", "a.json")]
)
def test_what_is_no_catalogue_stays_on_the_page(file: str | bytes, name: str) -> None:
    answer = send(DANA, file, name)
    assert 400 <= answer.status_code < 500
    assert "Look at it first" in words(answer)


def test_a_kept_file_that_was_meddled_with_is_no_file() -> None:
    for kept in ("!!", "AAAA", "ملف"):
        assert send(DANA, kept=kept, name="a.csv", keep="1").status_code == 422


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_it_is_taken_along_and_can_be_taken_in_again(kind: str) -> None:
    make_course(code="A-1", title_en="Sea", audience=["QAT", "NATO-ICI-RC"], level="OFFICIAL")
    answer: Any = signed_in(DANA, "ar").get(reverse("catalogue-export", args=[kind]), {"centre": CENTRE})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer["Content-Disposition"] == f'attachment; filename="mithaq-catalogue.{kind}"'
    assert "The same" in words(send(DANA, content, f"a.{kind}"))
    if kind == "json":
        assert [row["code"] for row in json.loads(content)] == ["A-1"]
        other = signed_in(BADER, "en").get(reverse("catalogue-export", args=[kind]))
        assert json.loads(other.content) == []
    assert signed_in(DANA, "en").get(reverse("catalogue-export", args=["doc"])).status_code == 404


def test_only_who_runs_the_courses_of_the_centre_takes_in() -> None:
    for viewer in (HESSA, BADER, SALIM):
        assert signed_in(viewer, "en").get(reverse("catalogue-take-in")).status_code == 403
        assert send(viewer, FILE).status_code == 403
        assert "Take in a file" not in words(signed_in(viewer, "en").get(reverse("catalogue")))
    assert "Take in a file" in words(signed_in(LAYLA, "en").get(reverse("catalogue")))
    send(DANA, FILE, keep="1")
    (taken,) = import_list(DANA)
    for viewer in (HESSA, SALIM):
        assert signed_in(viewer, "en").post(reverse("catalogue-undo", args=[taken.public_id])).status_code in (403, 404)
