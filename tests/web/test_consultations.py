"""The pages around the table: minutes, outcomes, ideas, positions, the memory, goals and milestones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.consultations import operations, reads
from mithaq.register.meetings.operations import attach
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_course
from tests.register.consultations.table import (
    ALL,
    agenda,
    begin,
    items,
    make_circulated,
    make_speech,
    make_table,
)
from tests.web.door import page, papers, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
ABSENT = "a" * 22
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def day() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def act(thing: str, name: str) -> str:
    return reverse("act", args=[thing, name])


def send(viewer: Viewer, place: str, **fields: Any) -> Any:
    return signed_in(viewer).post(place, fields)


def content(answer: Any) -> str:
    """The page between its head and its foot, which names the address."""
    return page(answer).partition("<main")[2].partition("</main>")[0]


def made() -> dict[str, str]:
    """One of each kind, released to all but Oman."""
    meeting = make_table()
    minutes = make_circulated(meeting)
    item = items(minutes)[0]
    correction = operations.correct_minutes(
        HESSA, minutes_item=item.public_id, language="ar", wording="غيره", reason="كذا", version=item.version
    ).public_id
    given: dict[str, Any] = {"level": "OFFICIAL", "audience": ALL}
    idea = operations.file_idea(HESSA, title_ar="فكرة", text_ar="نص", **given).public_id
    issue = operations.add_issue(LAYLA, title_ar="مسألة", **given).public_id
    told: dict[str, Any] = {"issue": issue, "party": "QAT", "stance": "support", "words": "نؤيد", "source": "محضر"}
    position = operations.record_position(LAYLA, **told).public_id
    return {
        **{"meeting": meeting, "minutes": minutes, "minutes_item": item.public_id, "correction": correction},
        **{"idea": idea, "issue": issue, "position": position},
    }


PAGES = {
    "memory": "meeting",
    "minutes": "minutes",
    "minutes-wordings": "minutes_item",
    "idea": "idea",
    "issue": "issue",
}
LISTS = ("ideas", "positions", "goals", "milestones")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_opens_for_those_it_is_for_and_is_absent_for_others(language: str) -> None:
    things = made()
    for name, kind in PAGES.items():
        place = reverse(name, args=[things[kind]])
        for viewer in (LAYLA, HESSA, BADER):
            assert signed_in(viewer, language).get(place).status_code == 200, place
        hidden, absent = (signed_in(SALIM, language).get(reverse(name, args=[one])) for one in (things[kind], ABSENT))
        assert hidden.status_code == absent.status_code == 404
        assert content(hidden) == content(absent)
        assert signed_in(LAYLA, language).post(place).status_code == 405


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("viewer", [LAYLA, HESSA, SALIM], ids=lambda viewer: viewer.account)
def test_every_list_opens_for_all_and_only_by_get(name: str, viewer: Viewer) -> None:
    assert signed_in(viewer).get(reverse(name)).status_code == 200
    things = made()
    shown = signed_in(viewer).get(reverse(name))
    assert shown.status_code == 200
    if name in ("ideas", "positions"):
        assert (things[name[:-1]] in page(shown) or things["issue"] in page(shown)) == (viewer is not SALIM)
    assert signed_in(viewer).post(reverse(name)).status_code == 405


def test_minutes_are_begun_written_and_circulated_on_pages() -> None:
    meeting = make_table()
    begun = send(LAYLA, reverse("minutes-begin", args=[meeting])).headers["Location"]
    minutes = begun.split("/")[2]
    item = items(minutes)[0]
    written = act(item.public_id, "minutes-write")
    assert written in page(signed_in(LAYLA).get(begun))
    kept = send(LAYLA, written, text_ar="قرّر أن يُعقد مرتين", text_en="", version=1)
    assert kept.headers["Location"] == reverse("minutes-write", args=[minutes]) + f"#{item.public_id}"
    assert 'value="QAT" checked' in page(signed_in(LAYLA).get(act(minutes, "minutes-circulate")))
    sent = send(LAYLA, act(minutes, "minutes-circulate"), version=1, level="OFFICIAL", audience=["QAT", "KWT"])
    assert sent.headers["Location"] == reverse("minutes", args=[minutes])
    assert "قرّر أن يُعقد مرتين" in words(signed_in(BADER).get(sent.headers["Location"]))


def test_a_correction_is_asked_for_seen_by_all_and_accepted() -> None:
    minutes = make_circulated(make_table(), "قرّر أن يُعقد مرتين")
    place, item = reverse("minutes", args=[minutes]), items(minutes)[0]
    ask = reverse("minutes-correct", args=[item.public_id, "ar"])
    assert ask in page(signed_in(HESSA).get(place))
    assert "قرّر أن يُعقد مرتين" in page(signed_in(HESSA).get(ask))
    asked = send(HESSA, ask, wording="قرّر أن يُعقد مرة", reason="هكذا قيل", version=item.version)
    assert asked.headers["Location"] == f"{place}#{item.public_id}"
    (correction,) = items(minutes)[0].corrections
    accept = reverse("correction-answer", args=[correction.public_id, "accept"])
    for viewer in (LAYLA, BADER):
        shown = page(signed_in(viewer).get(place))
        assert re.search(r"<del>مرتين</del>", shown)
        assert (accept in shown) == (viewer is LAYLA)
    assert send(LAYLA, accept, version=correction.version).status_code == 302
    assert items(minutes)[0].text.ar == "قرّر أن يُعقد مرة"


def test_minutes_are_approved_at_a_later_meeting() -> None:
    minutes, later = make_circulated(make_table()), make_table(date="2026-09-10", ordinal=3)
    form = page(signed_in(LAYLA).get(act(minutes, "minutes-approve")))
    assert f'value="{later}"' in form
    version = reads.minutes_page(LAYLA, minutes=minutes).version
    assert send(LAYLA, act(minutes, "minutes-approve"), meeting=later, version=version).status_code == 302
    shown = page(signed_in(HESSA).get(reverse("minutes", args=[minutes])))
    assert reverse("meeting", args=[later]) in shown
    assert reverse("minutes-correct", args=[items(minutes)[0].public_id, "ar"]) not in shown


def test_what_does_not_fit_stays_on_the_form() -> None:
    things = made()
    ask = reverse("minutes-correct", args=[things["minutes_item"], "ar"])
    empty = send(HESSA, ask, wording="كلام آخر", reason="", version=2)
    assert empty.status_code == 400
    assert "كلام آخر" in page(empty)
    stale = send(HESSA, ask, wording="كلام آخر", reason="x", version=99)
    assert stale.status_code == 409
    assert "كلام آخر" in page(stale)
    assert signed_in(HESSA).get(reverse("minutes-correct", args=[things["minutes_item"], "fr"])).status_code == 404
    refused = reverse("correction-answer", args=[things["correction"], "reject"])
    assert send(LAYLA, refused, version=1).status_code == 400
    assert send(LAYLA, reverse("correction-answer", args=[things["correction"], "perhaps"])).status_code == 404
    assert send(HESSA, refused, version=1, answer="x").status_code == 403


def test_who_does_not_write_comes_to_no_form() -> None:
    things = made()
    for viewer in (HESSA, SALIM):
        assert send(viewer, reverse("minutes-begin", args=[things["meeting"]])).status_code in (403, 404)
        for name in ("minutes-write", "minutes-take"):
            assert signed_in(viewer).get(reverse(name, args=[things["minutes"]])).status_code in (403, 404)
    assert signed_in(LAYLA).get(reverse("minutes-write", args=[things["minutes"]])).status_code == 403


def test_a_document_is_laid_out_moved_and_taken_in() -> None:
    meeting, document = make_table(), make_speech()
    attach(LAYLA, meeting=meeting, document=document)
    minutes = begin(meeting)
    place = reverse("minutes-take", args=[minutes])
    assert f"?document={document}" in page(signed_in(LAYLA).get(place))
    shown = page(signed_in(LAYLA).get(place, {"document": document}))
    dialogue, training, _ = (item.public_id for item in items(minutes))
    assert re.search(rf'name="to-3".*?value="{dialogue}" selected', shown, re.DOTALL)
    fields = {"document": document, "edition": 1, "to-3": dialogue, "to-4": training, "to-1": ""}
    assert send(LAYLA, place, **fields).headers["Location"] == reverse("minutes-write", args=[minutes])
    assert "مرتين" in items(minutes)[1].text.ar
    source = items(minutes)[0].sources[0]
    off = send(LAYLA, reverse("minutes-uncite", args=[dialogue]), document=source.document, sentence=source.number)
    assert off.status_code == 302
    assert items(minutes)[0].sources == ()
    nothing = send(LAYLA, place, document=document, edition=1)
    assert nothing.status_code == 400
    assert signed_in(LAYLA).get(place, {"document": "D-1999-001"}).status_code == 404


def test_outcomes_are_recorded_and_put_elsewhere() -> None:
    meeting = make_table()
    minutes = make_circulated(meeting)
    form = page(signed_in(HESSA).get(act(meeting, "outcome-record")))
    item, said = agenda(meeting), items(minutes)[0].public_id
    assert all(f'value="{value}"' in form for value in (*item, said, "idea", "statement"))
    fields = {"kind": "decision", "words": "يُعقد مرتين في السنة", "minutes_item": said, "by": ["QAT"], "item": item[0]}
    wrong = send(HESSA, act(meeting, "outcome-record"), **{**fields, "words": "ما لم يُقل"})
    assert wrong.status_code == 400
    assert "ما لم يُقل" in page(wrong)
    assert send(HESSA, act(meeting, "outcome-record"), **fields).status_code == 302
    (row,) = reads.meeting_outcomes(HESSA, meeting=meeting).points[0].outcomes
    moved = send(HESSA, reverse("outcome-place", args=[meeting]), outcome=row.public_id, item=item[1])
    assert moved.headers["Location"] == reverse("meeting", args=[meeting]) + "#outcomes"
    assert reads.meeting_outcomes(HESSA, meeting=meeting).points[1].outcomes[0].public_id == row.public_id


def test_an_idea_goes_its_way_on_pages() -> None:
    fields = {"title_ar": "سجل المدرّبين", "text_ar": "سجل واحد", "level": "OFFICIAL", "audience": ["KWT", "SEC"]}
    filed = send(HESSA, reverse("idea-add"), **fields)
    idea = filed.headers["Location"].split("/")[2]
    place = reverse("idea", args=[idea])
    assert act(idea, "idea-sponsor") not in page(signed_in(HESSA).get(place))
    assert act(idea, "idea-sponsor") in page(signed_in(BADER).get(place))
    assert send(BADER, act(idea, "idea-sponsor"), version=1, reason="").headers["Location"] == place
    assert send(HESSA, act(idea, "idea-propose"), version=2, words="إنشاء سجل").status_code == 302
    assert send(BADER, act(idea, "idea-sponsor"), version=3).status_code == 400
    assert signed_in(SALIM).get(act(idea, "idea-close")).status_code in (403, 404)
    form = page(signed_in(LAYLA).get(act(idea, "idea-close")))
    assert 'value="refused"' in form
    assert send(LAYLA, act(idea, "idea-close"), version=3, state="refused", reason="لا").status_code == 302
    assert "لا" in words(signed_in(HESSA).get(place))


def test_positions_in_a_matrix_and_on_the_page_of_the_issue() -> None:
    things = made()
    fields = {
        "party": "KWT",
        "stance": "reserve",
        "words": "نؤيد بتحفظ",
        "source": "محضر",
        "said_on": "2026-02",
        "level": "",
    }
    assert send(LAYLA, act(things["issue"], "position-record"), **fields).status_code == 302
    shown = words(signed_in(RASHID).get(reverse("positions")))
    assert "نؤيد بتحفظ" in shown
    assert "مختلفون" in shown
    answer = signed_in(RASHID).get(reverse("position", args=[things["position"]]))
    assert answer.headers["Location"] == reverse("issue", args=[things["issue"]]) + f"#{things['position']}"
    assert 'id="ground"' in page(signed_in(RASHID).get(reverse("issue", args=[things["issue"]])))


@pytest.mark.parametrize(("format", "begins"), [("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_files_are_saved_and_never_shown_as_pages(format: str, begins: bytes, language: str) -> None:
    things = made()
    given: dict[str, Any] = {"language": language}
    places = [
        reverse("memory-file", args=[things["meeting"], format]),
        reverse("minutes-file", args=["icg", format]),
        reverse("milestone-file", args=[format]),
    ]
    for place, more in zip(places, ({}, {}, {"milestone": "joined:QAT", "years": 15}), strict=True):
        answer = signed_in(HESSA).get(place, {**given, **more})
        assert answer.status_code == 200, place
        assert answer.content.startswith(begins)
        assert re.fullmatch(
            rf'attachment; filename="[\w-]+-{language}\.{format}"', answer.headers["Content-Disposition"]
        )
    assert signed_in(SALIM).get(places[0]).status_code == 404


def test_the_menus_of_files_lead_to_files() -> None:
    things = made()
    pack = reverse("milestone-pack") + "?milestone=joined%3AQAT&years=15"
    for place in (reverse("memory", args=[things["meeting"]]), reverse("minutes-series", args=["icg"]), pack):
        assert [answer.status_code for answer in papers(signed_in(HESSA), place)] == [200] * 6, place


def test_a_format_that_there_is_not() -> None:
    meeting = make_table()
    for place in (reverse("memory-file", args=[meeting, "exe"]), reverse("minutes-file", args=["icg", "exe"])):
        assert signed_in(HESSA).get(place).status_code == 404
    assert signed_in(HESSA).get(reverse("milestone-pack")).status_code == 404
    assert signed_in(HESSA).get(reverse("minutes-series", args=["nothing"])).status_code == 404


def test_all_minutes_of_a_series_on_one_page() -> None:
    make_circulated(make_table(), "أول ما قيل")
    make_circulated(make_table(date="2026-05-10", ordinal=2), "ثاني ما قيل")
    shown = words(signed_in(RASHID).get(reverse("minutes-series", args=["icg"])))
    assert shown.index("أول ما قيل") < shown.index("ثاني ما قيل")
    assert "أول ما قيل" not in words(signed_in(SALIM).get(reverse("minutes-series", args=["icg"])))


def make_goal() -> str:
    interest = operations.add_interest(
        HESSA, level="OFFICIAL", audience=("SEC",), parties=("QAT",), title_ar="ضباط أحسن تدريباً", source="S0"
    ).public_id
    given: dict[str, Any] = {"title_ar": "تقييم كل دورة", "measure_ar": "دورات قُيّمت", "target": "90", "due": "2027"}
    return operations.add_goal(HESSA, interest=interest, **given).public_id


def test_a_course_is_named_as_a_means_to_a_goal_and_taken_back() -> None:
    goal, course = make_goal(), make_course()
    assert "RC-101" in page(signed_in(HESSA).get(act(goal, "goal-serve")))
    assert "تقييم كل دورة" in page(signed_in(HESSA).get(act(course, "course-serve")))
    assert send(HESSA, act(goal, "goal-serve"), course=course).status_code == 400
    done = send(HESSA, act(goal, "goal-serve"), course=course, how_ar="تُعلّم بناء الاختبار")
    assert done.headers["Location"] == reverse("goals") + f"#{goal}"
    assert send(LAYLA, act(course, "course-serve"), goal=goal, how_en="It teaches it").status_code == 400
    place = reverse("course", args=[course])
    for viewer, address in ((LAYLA, reverse("goals")), (RASHID, place)):
        assert "تُعلّم بناء الاختبار" in words(signed_in(viewer).get(address))
    assert "تقييد الدورة وسيلةً إلى هدف مشترك" in words(signed_in(RASHID, "ar").get(place))
    assert "تقييم كل دورة" not in words(signed_in(BADER).get(place))
    assert "course-serve" not in page(signed_in(SALIM).get(place))
    (means,) = reads.goals_of_course(HESSA, course=course)
    taken = send(HESSA, act(means.public_id, "means-end"), version=1, reason="تغيّرت")
    assert taken.headers["Location"] == reverse("goals") + f"#{goal}"
    assert "تُعلّم بناء الاختبار" not in words(signed_in(LAYLA).get(reverse("goals")))


def test_what_is_hidden_is_absent_and_who_may_not_choose_is_refused() -> None:
    goal, course = make_goal(), make_course()
    operations.serve_goal(HESSA, goal=goal, course=course, how_ar="كذا")
    (means,) = reads.goals_of_course(HESSA, course=course)
    for place in (act(means.public_id, "means-end"), act(goal, "goal-serve"), act(ABSENT, "means-end")):
        assert signed_in(BADER).get(place).status_code == 404
    assert signed_in(SALIM).get(act(course, "course-serve")).status_code == 403
    assert signed_in(HESSA).put(act(course, "course-serve")).status_code == 405


def test_goals_and_milestones() -> None:
    fields = {
        "title_ar": "ضباط أحسن تدريباً",
        "parties": ["QAT"],
        "source": "S0",
        "level": "OFFICIAL",
        "audience": ["SEC"],
    }
    assert send(HESSA, reverse("interest-add"), **fields).headers["Location"] == reverse("goals")
    interest = reads.goal_list(HESSA).interests[0].public_id
    without = send(HESSA, act(interest, "goal-add"), title_ar="تقييم كل دورة", target="90", due="2027")
    assert without.status_code == 400
    assert "مقياس" in words(without)
    whole = {"title_ar": "تقييم كل دورة", "measure_ar": "دورات قُيّمت", "target": "90", "due": "2027"}
    assert send(HESSA, act(interest, "goal-add"), **whole).status_code == 302
    goal = reads.goal_list(HESSA).interests[0].goals[0].public_id
    assert send(HESSA, act(goal, "goal-measure"), value="95", as_of="2026-10", source="S").status_code == 302
    assert "95" in words(signed_in(LAYLA).get(reverse("goals")))
    assert "ضباط" not in words(signed_in(BADER).get(reverse("goals")))
    shown = page(signed_in(SALIM).get(reverse("milestones")))
    assert "milestone=joined%3AQAT&amp;years=20" in shown
    pack = signed_in(SALIM).get(reverse("milestone-pack"), {"milestone": "joined:QAT", "years": "20"})
    assert pack.status_code == 200


def test_the_public_comes_to_no_page() -> None:
    things = made()
    for name, kind in PAGES.items():
        assert Client().get(reverse(name, args=[things[kind]])).status_code == 302


def test_as_many_queries_for_three_as_for_one() -> None:
    minutes = make_circulated(make_table(date="2024-01-10"))
    things = made()
    client = signed_in(RASHID)
    places = [
        *(reverse("minutes", args=[minutes]), reverse("ideas"), reverse("positions")),
        reverse("memory", args=[things["meeting"]]),
    ]
    once = [queries(client, place) for place in places]
    make_circulated(make_table(date="2024-05-10", ordinal=None))
    made()
    assert [queries(client, place) for place in places] == once


def test_the_page_of_a_commitment_names_the_idea_it_came_out_of() -> None:
    idea = operations.file_idea(HESSA, title_ar="أرشيف للدورات", text_ar="نص", level="OFFICIAL", audience=ALL).public_id
    operations.sponsor_idea(BADER, idea=idea, version=1)
    operations.propose_idea(HESSA, idea=idea, words="إنشاء أرشيف للدورات.", version=2)
    made = reads.idea_page(HESSA, idea=idea).row.commitment
    assert made is not None
    shown = page(signed_in(HESSA).get(reverse("commitment", args=[made.public_id])))
    assert reverse("idea", args=[idea]) in shown


def test_a_meeting_leads_to_its_minutes() -> None:
    things = made()
    place = reverse("minutes-of", args=[things["meeting"]])
    assert signed_in(HESSA).get(place).headers["Location"] == reverse("minutes", args=[things["minutes"]])
    assert signed_in(SALIM).get(place).status_code == 404
    assert signed_in(HESSA).get(reverse("minutes-of", args=[make_table(ordinal=2)])).status_code == 404


@pytest.mark.parametrize("kind", ["idea", "statement"])
def test_what_no_commitment_came_of_is_put_elsewhere_too(kind: str) -> None:
    meeting = make_table()
    minutes = make_circulated(meeting)
    item = items(minutes)[0]
    told: dict[str, Any] = {
        "meeting": meeting,
        "minutes_item": item.public_id,
        "words": item.text.ar[:12],
        "by": ("QAT",),
    }
    outcome = operations.record_outcome(LAYLA, kind=kind, **told).public_id
    shown = page(signed_in(LAYLA).get(reverse("meeting", args=[meeting])))
    assert f'name="outcome" value="{outcome}"' in shown
    assert f'for="item-{outcome}"' in shown
