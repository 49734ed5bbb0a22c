"""The pages of instruments and results; the form on a phone; a file of results from the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.activities import operations as activities
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.reads import instrument_page, instruments_of, offering_results, result_imports
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_instrument, make_nomination, make_offering, make_results
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
ABSENT = "a" * 22
FILLED = {"L1": ("reaction",), "L2": ("pre", "post", "followup"), "L3": ("followup", "supervisor")}
LINK = re.compile(r"/form/([\w-]{43})/")


@pytest.fixture(autouse=True)
def december(house: None) -> Iterator[None]:
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def course() -> str:
    return make_course()


@pytest.fixture
def offering(course: str) -> str:
    made = make_offering(course)
    activities.accept(DANA, nomination=make_nomination(made), version=2)
    return made


def get(viewer: Viewer, route: str, *args: Any, language: str = "en", **query: Any) -> Any:
    return signed_in(viewer, language).get(reverse(route, args=args), query)


def post(viewer: Viewer, route: str, *args: Any, **fields: Any) -> Any:
    return signed_in(viewer, "en").post(reverse(route, args=args), fields)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_answers_in_both_languages(course: str, offering: str, language: str) -> None:
    test, draft = make_instrument(course), make_instrument(course, level="L3", draft=True)
    make_results(offering, ("QAT", "N1", 40, 70), ("KWT", "P2", 50, None))
    for route, args in (
        *(("course", (course,)), ("instrument", (test,)), ("instrument", (draft,))),
        *(("instrument-question", (draft, 1)), ("activity-results", (offering,)), ("activity-scores", (offering,))),
        *(("activity-invite", (offering,)), ("activity-paper", (offering, test)), ("results-take-in", ())),
    ):
        answer = get(DANA, route, *args, language=language)
        assert answer.status_code == 200, route
        assert f'lang="{language}"' in page(answer)


def test_an_instrument_is_made_written_and_put_in_use_from_pages(course: str) -> None:
    answer = post(
        DANA, "act", course, "course-instrument", level="L2", title_ar="اختبار", title_en="Test", shared="SEC"
    )
    assert answer.status_code == 302
    (row,) = instruments_of(DANA, course=course)
    for number in (1, 2):
        fields = {"version": number, "number": number, "kind": "choice", "words_en": "Which?", "words_ar": "أيها؟"}
        more = {"options_ar": "هذا\nذاك", "options_en": "This\nThat", "right": 2, "points": "2.5", "objective": 1}
        answer = post(DANA, "instrument-question", row.public_id, number, **fields, **more)
        assert answer.status_code == 302, words(answer)
    shown = words(get(DANA, "instrument", row.public_id))
    assert "1. Which?" in shown
    assert "No question is about these objectives: 2" in shown
    assert "value=" in page(get(DANA, "instrument-question", row.public_id, 1))
    assert post(DANA, "act", row.public_id, "instrument-drop", version=3, number=2).status_code == 302
    assert post(DANA, "act", row.public_id, "instrument-use", version=4).status_code == 302
    found = instrument_page(DANA, instrument=row.public_id)
    assert (found.row.state, found.row.maximum, found.items[0].right) == ("in_use", "2.5", 2)
    assert (
        post(DANA, "instrument-question", row.public_id, 2, version=5, number=2, kind="text", words_en="x").status_code
        == 400
    )


def test_states_see_no_instrument(course: str, offering: str) -> None:
    test = make_instrument(course)
    for viewer in (HESSA, BADER, SALIM):
        assert get(viewer, "instrument", test).status_code == 404
        assert "Question 1" not in page(get(viewer, "course", course))
        assert test not in page(get(viewer, "activity-results", offering))
    assert get(LAYLA, "instrument", test).status_code == 200
    assert Client().get(reverse("instrument", args=[test])).status_code == 302


def test_a_party_sees_its_own_people_on_the_page_of_results(offering: str) -> None:
    make_results(offering, ("QAT", "N1", 40, 71), ("KWT", "P2", 50, 62))
    shown = {viewer.account: words(get(viewer, "activity-results", offering)) for viewer in (DANA, HESSA, BADER, SALIM)}
    assert "71" in shown["hessa"]
    assert "Noura" in shown["hessa"]
    assert "62" not in shown["hessa"]
    assert "62" in shown["bader"]
    assert "71" not in shown["bader"]
    assert {"71", "62"} <= set(shown["dana"].split())
    assert not {"71", "62"} & set(shown["salim"].split())


def test_scores_are_recorded_and_put_right_from_a_page(offering: str) -> None:
    given = {"party": "QAT", "person": "N1", "maximum": "100", "pre": "٤٠", "version": 0}
    assert post(DANA, "activity-scores", offering, **given).status_code == 302
    found = offering_results(DANA, activity=offering).results[0]
    assert (found.pre, found.post, found.version) == ("40", "", 1)
    form = page(get(DANA, "activity-scores", offering, party="QAT", person="N1"))
    assert 'name="version" value="1"' in form
    assert post(DANA, "activity-scores", offering, **{**given, "version": 1, "pre": 40, "post": 170}).status_code == 400
    assert post(DANA, "activity-scores", offering, **{**given, "version": 1, "pre": 40, "post": 70}).status_code == 302
    assert post(HESSA, "activity-scores", offering, **given).status_code == 403


def invited(offering: str, instrument: str, wave: str) -> str:
    """The secret of the link of N1 that the page shows."""
    fields = {"asked": f"{instrument} {wave}", "expires": "2027-04-01", "person": "QAT/N1"}
    answer = post(DANA, "activity-invite", offering, **fields)
    (secret,) = set(LINK.findall(page(answer)))
    return str(secret)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_somebody_without_an_account_fills_a_form_once(course: str, offering: str, language: str) -> None:
    link = invited(offering, make_instrument(course, level="L1"), "reaction")
    phone = Client()
    phone.cookies["django_language"] = language
    address = reverse("form", args=[link])
    shown = phone.get(address)
    assert shown.status_code == 200
    assert shown["Referrer-Policy"] == "same-origin"
    assert ("I will use at work" in words(shown)) == (language == "en")
    wrong = phone.post(address, {"q1": "9", "q4": "Longer exercises, please"})
    assert wrong.status_code == 400
    assert "Longer exercises, please" in page(wrong)
    assert phone.post(address, {}).status_code == 400
    done = phone.post(address, {"q1": "5", "q3": "4"})
    assert done["Location"] == reverse("form-thanks")
    assert phone.get(done["Location"]).status_code == 200
    for again in (phone.get(address), phone.post(address, {"q1": "1"})):
        assert again.status_code == 410
    assert offering_results(DANA, activity=offering).waves[0].filled == 1


def test_a_test_on_the_phone_tells_no_right_answer(course: str, offering: str) -> None:
    link = invited(offering, make_instrument(course), "pre")
    shown = page(Client().get(reverse("form", args=[link])))
    assert "checked" not in shown
    assert shown.count('type="radio"') == 15
    Client().post(reverse("form", args=[link]), {"q1": "1", "q2": "1", "q3": "2"})
    assert offering_results(DANA, activity=offering).results[0].pre == "2"


def test_a_link_that_there_is_not_is_absent_for_everybody() -> None:
    for link in ("a" * 43, "x"):
        assert Client().get(reverse("form", args=[link])).status_code == 404
        assert Client().post(reverse("form", args=[link]), {"q1": "1"}).status_code == 404
    assert Client().put(reverse("form", args=["x"])).status_code == 405


def test_a_form_is_asked_only_when_one_of_its_level_is_filled(course: str, offering: str) -> None:
    made = {level: make_instrument(course, level=level) for level in ("L1", "L2", "L3")}
    shown = page(get(DANA, "activity-invite", offering))
    offered = re.findall(r'<option value="(\S+) (\w+)"', shown)
    assert offered == [(made[level], wave) for level, waves in FILLED.items() for wave in waves]
    chosen = page(get(DANA, "activity-invite", offering, instrument=made["L3"]))
    assert f'value="{made["L3"]} followup" selected' in chosen
    paper = page(get(DANA, "activity-paper", offering, made["L3"]))
    assert re.findall(r'<option value="(\w+)"', paper.split('name="wave"')[1].split("</select>")[0]) == [*FILLED["L3"]]


def test_nobody_chosen_gets_no_link_and_who_may_not_is_refused(course: str, offering: str) -> None:
    form = make_instrument(course, level="L1")
    fields = {"asked": f"{form} reaction", "expires": "2027-04-01"}
    assert post(DANA, "activity-invite", offering, **fields).status_code == 400
    for asked in (f"{form} pre", form, ""):
        assert (
            post(DANA, "activity-invite", offering, **{**fields, "asked": asked, "person": "QAT/N1"}).status_code == 400
        )
    assert post(HESSA, "activity-invite", offering, **fields, person="QAT/N1").status_code == 403
    assert post(DANA, "activity-invite", ABSENT, **fields).status_code == 404


def test_a_form_filled_on_paper_is_typed_in(course: str, offering: str) -> None:
    test = make_instrument(course, questions=2)
    fields = {"wave": "post", "party": "QAT", "person": "N1", "taken_on": "2027-03-18", "language": "ar"}
    wrong = post(DANA, "activity-paper", offering, test, **fields, q1="7")
    assert wrong.status_code == 400
    assert post(DANA, "activity-paper", offering, test, **fields, q1="1", q2="3").status_code == 302
    assert offering_results(DANA, activity=offering).results[0].post == "1"
    assert post(DANA, "activity-paper", offering, test, **fields, q1="1").status_code == 400


def upload(content: str, viewer: Viewer = DANA, name: str = "r.csv", **fields: Any) -> Any:
    file = SimpleUploadedFile(name, content.encode())
    return signed_in(viewer, "en").post(reverse("results-take-in"), {"file": file, **fields})


def kept(answer: Any, **fields: Any) -> dict[str, Any]:
    """What the page sends when it is sent again."""
    told = dict(re.findall(r'<input type="hidden" name="(packed|name)" value="([^"]*)"', page(answer)))
    columns = re.findall(r'<input type="hidden" name="column" value="([^"]*)"', page(answer))
    chosen = re.findall(r'<select id="match-(\d+)".*?</select>', page(answer), re.DOTALL)
    blocks = re.findall(r'<select id="match-\d+".*?</select>', page(answer), re.DOTALL)
    picked = [(re.findall(r'value="(\w*)" selected', block) or [""])[0] for block in blocks]
    matched = {f"match-{at}": field for at, field in zip(chosen, picked, strict=True)}
    return {**told, "column": columns, **matched, **fields}


def test_a_file_is_looked_at_matched_taken_in_and_undone(offering: str) -> None:
    first = upload("who,land,a,b\n7,QAT,40,70\n", activity=offering)
    assert first.status_code == 400
    assert "No column holds scores or says who completed the course. Say which does." in words(first)
    again = kept(first, activity=offering, maximum="100")
    again |= {"match-0": "person", "match-1": "party", "match-2": "pre", "match-3": "post"}
    second = post(DANA, "results-take-in", **again)
    assert second.status_code == 200, words(second)
    assert "people added: 1" in words(second)
    assert "All are of one party: parties cannot be compared." in words(second)
    assert result_imports(DANA) == ()
    third = post(DANA, "results-take-in", **kept(second, activity=offering, maximum="100", keep="1"))
    assert third.status_code == 302
    assert offering_results(DANA, activity=offering).results[0].post == "70"
    (taken,) = result_imports(DANA)
    assert (taken.rows, taken.may) == (1, ("results.undo",))
    assert post(HESSA, "results-undo", taken.public_id).status_code == 403
    assert post(DANA, "results-undo", taken.public_id).status_code == 302
    assert offering_results(DANA, activity=offering).results == ()
    assert post(DANA, "results-undo", ABSENT).status_code == 404


def test_what_is_wrong_in_a_file_stands_on_the_page(offering: str) -> None:
    answer = upload("party,person,pre,post,max\nQAT,P1,40,170,100\n", activity=offering, keep="1")
    assert answer.status_code == 400
    assert "Row 2, Score after: The score is above the highest score, 100." in words(answer)
    assert upload("", activity=offering).status_code == 422
    assert upload("x", name="r.pdf", activity=offering).status_code == 422
    assert upload("party,person,pre,max\nQAT,P1,4,9\n", activity=ABSENT).status_code == 404
    assert post(DANA, "results-take-in", packed="nonsense", name="r.csv", activity=offering).status_code == 422
    assert post(DANA, "results-take-in", activity=offering).status_code == 400
    for viewer in (HESSA, RASHID, SALIM, PUBLIC):
        assert upload("party,person\n", viewer).status_code == 403


def test_of_who_took_part_without_a_score_no_maximum_is_told(offering: str) -> None:
    ref = offering_results(DANA, activity=offering).ref
    file = SimpleUploadedFile("past.csv", f"offering,party,person,completed\n{ref},KWT,A1,yes\n".encode())
    instruments.take_in_results(DANA, file=file)
    (row,) = re.findall(r"<tr><td class=\"who\">.*?</tr>", page(get(DANA, "activity-results", offering)))
    assert "<small>Completed</small>" in row
    assert row.count("—") == 4
    assert "100" not in row
