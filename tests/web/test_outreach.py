"""The pages of what is said in public: message houses, fact sheets for everybody, lines in force on series and meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.meetings.operations import add_series
from mithaq.register.outreach import operations, reads
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_commitment, make_meeting
from tests.register.outreach.saying import (
    agree,
    issue,
    make_agreed,
    make_figure,
    make_issued,
    make_line,
    make_message_house,
    make_proven,
    make_sheet,
    prove,
    shown,
)
from tests.register.outreach.saying import page as house_page
from tests.web.door import page, papers, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
ABSENT = "a" * 22
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def day() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def act(thing: str, name: str) -> str:
    return reverse("act", args=[thing, name])


def send(viewer: Viewer, place: str, /, **fields: Any) -> Any:
    return signed_in(viewer).post(place, fields)


def content(answer: Any) -> str:
    """The page between its head and its foot, which names the address."""
    return page(answer).partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_house_opens_for_those_it_is_for_and_is_absent_for_others(language: str) -> None:
    made = make_message_house(audience=("QAT", "KWT", "SEC"))
    line = make_proven(made)
    for name, thing in (("house", made), ("line", line)):
        place = reverse(name, args=[thing])
        for viewer in (LAYLA, HESSA, BADER):
            assert signed_in(viewer, language).get(place, follow=True).status_code == 200
        hidden, absent = (signed_in(SALIM, language).get(reverse(name, args=[one])) for one in (thing, ABSENT))
        assert hidden.status_code == absent.status_code == 404
        assert content(hidden) == content(absent)
        assert signed_in(LAYLA, language).post(place).status_code == 405
    assert made in page(signed_in(HESSA, language).get(reverse("houses")))
    assert made not in page(signed_in(SALIM, language).get(reverse("houses")))
    assert Client().get(reverse("houses")).status_code == 302


def test_a_house_is_opened_worded_proven_and_agreed_on_pages() -> None:
    fields = {
        **{"title_ar": "التدريب", "title_en": "Training", "theme": "training_education", "parties": ["QAT", "KWT"]},
        **{"message_ar": "نتعلم معاً.", "message_en": "We learn together."},
        **{"level": "OFFICIAL", "audience": ["QAT", "KWT"]},
    }
    assert 'value="training_education"' in page(signed_in(LAYLA).get(reverse("house-add")))
    place = send(LAYLA, reverse("house-add"), **fields).headers["Location"]
    made = place.split("/")[2]
    added = send(LAYLA, act(made, "house-line"), ar="رسالة", en="A line", level="")
    assert added.headers["Location"] == place
    line = house_page(made).lines[0].public_id
    figure = make_figure()
    assert f'value="{figure}"' in page(signed_in(LAYLA).get(act(line, "line-prove")))
    proved = send(LAYLA, act(line, "line-prove"), figure=figure, commitment="", document="", sentence="", text="")
    assert proved.headers["Location"] == f"{place}#{line}"
    assert "889" in words(signed_in(RASHID).get(place))
    assert act(line, "line-agree") not in page(signed_in(HESSA).get(place))
    assert act(line, "line-agree") in page(signed_in(RASHID).get(place))
    assert send(RASHID, act(line, "line-agree"), version=1).status_code == 302
    assert send(BADER, act(line, "line-reserve"), version=1, words="بتحفّظ كذا").status_code == 302
    assert "بتحفّظ كذا" in words(signed_in(HESSA).get(place))
    assert shown(line).state == "agreed"
    stale = send(RASHID, act(line, "line-withdraw"), version=9, reason="x")
    assert stale.status_code == 409
    told = send(LAYLA, act(line, "line-amend"), version=1, ar="رسالة أخرى", en="Another", why="كذا")
    assert told.status_code == 302
    assert "رسالة أخرى" in words(signed_in(HESSA).get(place))


def test_a_commitment_by_its_reference_and_what_does_not_fit_stays_on_the_form() -> None:
    line = make_line(make_message_house())
    commitment = make_commitment("تبادل المعلومات", level="PUBLIC")
    nothing = send(LAYLA, act(line, "line-prove"), figure="")
    assert nothing.status_code == 400
    named = send(LAYLA, act(line, "line-prove"), commitment=commitment)
    assert named.status_code == 302
    absent = send(LAYLA, act(line, "line-prove"), commitment="C-1999-001")
    assert absent.status_code == 404
    assert signed_in(SALIM).get(act(line, "line-prove")).status_code == 403


def test_questions_and_proofs_are_taken_away_on_pages() -> None:
    made = make_message_house()
    line = make_proven(made)
    prove(line, figure=make_figure("9"))
    said = {"question_ar": "لماذا؟", "question_en": "Why?", "answer_ar": "لأنه", "answer_en": "Because"}
    assert send(HESSA, act(line, "line-question"), **said).status_code == 302
    question = shown(line).questions[0].public_id
    proof = shown(line).proofs[0].public_id
    for thing, name in ((question, "question-drop"), (proof, "proof-drop")):
        assert act(thing, name) in page(signed_in(LAYLA).get(reverse("house", args=[made])))
        assert send(LAYLA, act(thing, name), reason="كذا").status_code == 302
        assert signed_in(LAYLA).get(act(thing, name)).status_code == 404
    assert (len(shown(line).questions), len(shown(line).proofs)) == (0, 1)


def test_lines_in_force_stand_on_the_pages_of_the_series_and_its_meetings() -> None:
    add_series(LAYLA, code="icg", every_months=6, name_ar="المجموعة", name_en="The group")
    meeting = make_meeting(date="2026-01-10", ordinal=1)
    made = make_agreed()
    places = [reverse("series", args=["icg"]), reverse("meeting", args=[meeting])]
    assert all('id="in-force"' not in page(signed_in(RASHID).get(place)) for place in places)
    assert send(LAYLA, act(made, "house-series"), version=1, series="icg").status_code == 302
    for place in places:
        assert reverse("house", args=[made]) in page(signed_in(RASHID).get(place))
    narrow = make_line(made, level="RESTRICTED", audience=("KWT",))
    prove(narrow)
    agree(narrow, BADER)
    text = shown(narrow).words.ar
    for place in places:
        assert page(signed_in(BADER).get(place)).count(text) == page(signed_in(RASHID).get(place)).count(text) + 1
    beat = words(signed_in(RASHID).get(reverse("house", args=[made])))
    assert "المجموعة" in beat
    assert "متأخر" in beat


def test_a_sheet_is_composed_and_issued_on_pages_and_then_everybodys() -> None:
    public, secret = make_figure("889"), make_figure("77", "SEC")
    fields = {
        **{"title_ar": "أرقام", "title_en": "Figures", "intro_ar": "هذا", "intro_en": "This", "counts": ["members"]},
        **{"level": "OFFICIAL", "audience": ["SEC"]},
    }
    place = send(LAYLA, reverse("fact-sheet-add"), **fields).headers["Location"]
    made = place.split("/")[2]
    put = act(made, "sheet-put")
    assert f'value="{secret}"' in page(signed_in(LAYLA).get(put))
    for figure in (public, secret):
        assert send(LAYLA, put, figure=figure, group="", place="").status_code == 302
    draft = page(signed_in(LAYLA).get(place))
    assert 'id="left-out"' in draft
    assert Client().get(place).status_code == signed_in(SALIM).get(place).status_code == 404
    entry = reads.sheet_page(LAYLA, fact_sheet=made).groups[0].figures[0].public_id
    moved = send(LAYLA, act(entry, "sheet-figure-place"), group="training_education", place="1")
    assert moved.status_code == 302
    assert send(LAYLA, act(made, "sheet-issue"), version=1, day="").status_code == 302
    for client in (Client(), signed_in(SALIM), signed_in(PUBLIC)):
        found = client.get(place)
        assert found.status_code == 200
        assert "889" in words(found)
        assert "77" not in content(found)
        assert 'id="left-out"' not in page(found)
        assert made in page(client.get(reverse("facts")))
    assert 'id="left-out"' in page(signed_in(LAYLA).get(place))
    assert "journal" not in content(Client().get(place))


def test_a_withdrawn_sheet_on_its_page() -> None:
    made = make_issued()
    place = reverse("fact_sheet", args=[made])
    assert send(LAYLA, act(made, "sheet-withdraw"), version=2, reason="رقم خاطئ").status_code == 302
    found = Client().get(place)
    assert "رقم خاطئ" in words(found)
    assert "889" not in content(found)
    assert made not in page(Client().get(reverse("facts")))
    assert made in page(Client().get(reverse("facts"), {"state": "withdrawn"}))
    assert Client().get(reverse("fact-sheet-file", args=[made, "pdf"])).status_code == 404


def test_a_newer_figure_is_told_beside_the_one_that_was_issued() -> None:
    made = make_issued(make_figure("24", what_ar="دورات", what_en="Courses"))
    make_figure("56", what_ar="دورات", what_en="Courses", as_of="2025-04-01")
    found = words(Client().get(reverse("fact_sheet", args=[made])))
    assert "24" in found
    assert "أحدث منه: 56" in found


@pytest.mark.parametrize(("format", "begins"), [("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_files_are_saved_and_never_shown_as_pages(format: str, begins: bytes, language: str) -> None:
    house, sheet = make_agreed(), make_issued(counts=("members", "done"))
    operations.add_line(LAYLA, house=house, ar="رسالة", en="A line")
    for place, client in (
        (reverse("house-handout", args=[house, format]), signed_in(SALIM)),
        (reverse("fact-sheet-file", args=[sheet, format]), Client()),
    ):
        answer = client.get(place, {"language": language})
        assert answer.status_code == 200, place
        assert answer.content.startswith(begins)
        assert re.fullmatch(
            rf'attachment; filename="[\w-]+-{language}\.{format}"', answer.headers["Content-Disposition"]
        )
    assert signed_in(SALIM).get(reverse("house-handout", args=[house, "exe"])).status_code == 404
    assert Client().get(reverse("fact-sheet-file", args=[ABSENT, format])).status_code == 404


def test_the_menus_of_files_lead_to_files() -> None:
    house, sheet = make_agreed(), make_issued()
    for place, client, files in (
        (reverse("house", args=[house]), signed_in(SALIM), 6),
        (reverse("fact_sheet", args=[sheet]), Client(), 4),
    ):
        assert [answer.status_code for answer in papers(client, place)] == [200] * files, place


def test_the_file_of_a_sheet_holds_nothing_that_is_left_out() -> None:
    made = make_sheet()
    for figure in (make_figure("77123", "SEC"), make_figure("889")):
        operations.put(LAYLA, fact_sheet=made, figure=figure)
    place = reverse("fact-sheet-file", args=[made, "html"])
    assert b"77123" not in signed_in(LAYLA).get(place).content
    assert Client().get(place).status_code == 404
    issue(made)
    for client in (Client(), signed_in(LAYLA)):
        found = client.get(place).content
        assert b"889" in found
        assert b"77123" not in found


def test_the_handout_holds_what_its_reader_may_see() -> None:
    made = make_agreed()
    narrow = make_line(made, level="RESTRICTED", audience=("KWT",), en="For Kuwait alone.", ar="للكويت وحدها")
    place = reverse("house-handout", args=[made, "html"])
    held = {viewer.account: signed_in(viewer).get(place, {"language": "en"}).content for viewer in (RASHID, BADER)}
    assert b"For Kuwait alone." in held["bader"]
    assert b"For Kuwait alone." not in held["rashid"]
    assert "أمن المنطقة شأن مشترك.".encode() in held["rashid"]
    assert b"The security of the region is a common concern." in held["rashid"]
    assert narrow


def test_the_list_says_what_it_was_asked() -> None:
    make_message_house()
    assert "الشراكة" in words(signed_in(RASHID).get(reverse("houses"), {"theme": "training_education"}))
    none = words(signed_in(RASHID).get(reverse("houses"), {"q": "zzz"}))
    assert "لا بيت رسائل هنا" in none
    assert "صحف الوقائع" in words(signed_in(RASHID).get(reverse("facts")))


def test_a_handout_of_three_lines_is_one_page() -> None:
    place = reverse("house-handout", args=[make_agreed(), "pdf"])
    for language in ("ar", "en"):
        found = pypdfium2.PdfDocument(signed_in(RASHID).get(place, {"language": language}).content)
        assert len(found) == 1
        found.close()
