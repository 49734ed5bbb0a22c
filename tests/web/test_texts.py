"""The pages of joint texts and the silence procedure: what stands there, who may, what goes wrong in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.texts import operations as texts
from mithaq.register.texts.reads import silence_page, text_list, text_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_silence, make_text
from tests.web.door import page, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)
BEFORE, AFTER = EXPIRY - timedelta(hours=1), EXPIRY + timedelta(hours=1)
ABSENT = "a" * 22


def get(viewer: Viewer, route: str, *args: str, when: datetime = BEFORE, language: str = "en", **query: Any) -> Any:
    with clock.stopped_at(when):
        return signed_in(viewer, language).get(reverse(route, args=args), query)


def post(viewer: Viewer, route: str, *args: str, when: datetime = BEFORE, **fields: Any) -> Any:
    with clock.stopped_at(when):
        return signed_in(viewer, "en").post(reverse(route, args=args), fields)


def keys(text: str) -> list[str]:
    return [one.key for one in text_page(LAYLA, text=text).paragraphs]


def proposed(text: str = "", **fields: Any) -> str:
    with clock.stopped_at(EXPIRY - timedelta(days=3)):
        return make_silence(text, **fields)


def text_under(silence: str) -> str:
    return silence_page(LAYLA, silence=silence).text.public_id


def amend(text: str, viewer: Viewer = HESSA, **fields: Any) -> str:
    given: dict[str, Any] = {"change": "replace", "paragraph": keys(text)[0], "en": "They meet once.", "edition": 1}
    return texts.amend(viewer, text=text, **{**given, **fields}).public_id


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_stands_in_both_languages_with_its_amendments_and_comments(language: str) -> None:
    text = make_text()
    amend(text, why="Enough")
    texts.comment(BADER, text=text, paragraph=keys(text)[1], words="With whom?")
    shown = page(get(LAYLA, "text", text, language=language))
    assert "تلتقي الأطراف مرتين في السنة." in shown
    assert '<p class="naskh spoken" lang="en" dir="ltr">They share information.</p>' in shown
    assert "<ins>once" in shown
    assert "<del>" in shown
    assert "With whom?" in shown
    assert "/accept/" in shown
    assert "/accept/" not in page(get(BADER, "text", text))


def test_marks_of_what_changed_are_said_in_words_too() -> None:
    text = make_text()
    amend(text)
    shown = page(get(LAYLA, "text", text, language="ar"))
    assert '<span class="vh" lang="ar"> حُذف: </span><del>' in shown
    assert '<span class="vh" lang="ar"> أُضيف: </span><ins>' in shown


def test_who_may_not_see_a_text_finds_nothing_at_any_of_its_pages() -> None:
    silence = proposed(make_text("QAT", "SEC"), under=("QAT",), noting=())
    text = text_under(silence)
    routes = (
        "text",
        "text-amend",
        "text-compare",
        "text-revise",
        "silence-propose",
        "silence-latest",
        "silence-preview",
    )
    for viewer in (BADER, DANA, SALIM):
        for route in routes:
            hidden, absent = get(viewer, route, text), get(viewer, route, ABSENT)
            assert (hidden.status_code, absent.status_code) in ((404, 404), (403, 403)), route
        for route in ("silence", "silence-break"):
            assert get(viewer, route, silence).status_code == 404
        assert get(viewer, "silence-sheet", silence, "pdf").status_code == 404
    assert text not in page(get(BADER, "texts"))
    assert get(PUBLIC, "text", text).status_code in (302, 404)


def test_the_list_says_what_is_under_silence_and_until_when() -> None:
    proposed()
    shown = words(get(SALIM, "texts"))
    assert "Under silence" in shown
    assert "18:00" in shown
    assert "New joint text" not in shown
    assert "New joint text" in words(get(LAYLA, "texts"))
    assert "No joint text here" in words(get(SALIM, "texts", state="drafting"))
    assert "Agreed" in words(get(SALIM, "texts", when=AFTER, state="agreed"))


def test_the_list_asks_the_same_for_one_and_for_many() -> None:
    make_text()
    client = signed_in(LAYLA)
    queries(client, "/texts/")
    one = queries(client, "/texts/")
    for _ in range(3):
        make_text()
    assert queries(client, "/texts/") == one


def test_a_text_is_filed_from_its_page() -> None:
    given: dict[str, Any] = {
        "title_en": "A plan",
        "kind": "plan",
        "text_en": "One.\r\n\r\nTwo.",
        "level": "OFFICIAL",
        "audience": "QAT",
    }
    answer = post(LAYLA, "text-add", **given)
    (row,) = text_list(HESSA).entries
    assert answer["Location"] == reverse("text", args=[row.public_id])
    assert [one.en for one in text_page(HESSA, text=row.public_id).paragraphs] == ["One.", "Two."]
    again = post(LAYLA, "text-add", **{**given, "title_en": "", "text_en": ""})
    assert again.status_code == 400
    assert "Give it a title." in page(again)
    for viewer in (RASHID, SALIM):
        assert get(viewer, "text-add").status_code == post(viewer, "text-add", **given).status_code == 403


def test_an_amendment_is_proposed_on_the_page_of_its_paragraph() -> None:
    text = make_text()
    key = keys(text)[0]
    shown = page(get(HESSA, "text-amend", text, paragraph=key))
    assert "The parties meet twice a year.</textarea>" in shown
    sent: dict[str, Any] = {
        "edition": "1",
        "paragraph": key,
        "change": "replace",
        "ar": "تلتقي الأطراف مرتين في السنة.",
    }
    same = post(HESSA, "text-amend", text, **sent, en="The parties meet twice a year.")
    assert same.status_code == 400
    assert "These are the words that stand." in page(same)
    assert post(HESSA, "text-amend", text, **sent, en="The parties meet daily.").status_code == 302
    (made,) = text_page(LAYLA, text=text).paragraphs[0].amendments
    assert (made.ar, [one.text for one in made.en if one.kind == "new"]) == ((), ["daily"])
    assert post(HESSA, "text-amend", text, edition="1", change="add", after=key, en="New.").status_code == 302
    assert get(SALIM, "text-amend", text, paragraph=key).status_code == 403
    assert post(SALIM, "text-amend", text, **sent, en="x").status_code == 403


def test_an_amendment_to_words_that_others_changed_says_so() -> None:
    text = make_text()
    first = keys(text)[0]
    texts.accept_amendment(LAYLA, amendment=amend(text), version=1)
    texts.revise(LAYLA, text=text, version=1)
    late = post(BADER, "text-amend", text, edition="1", paragraph=first, change="replace", en="They meet daily.")
    assert late.status_code == 400
    assert "There is a newer edition of this text." in page(late)
    assert "They meet daily." in page(late)


def test_amendments_are_settled_from_the_page_of_the_text() -> None:
    text = make_text()
    one, other, third = amend(text), amend(text, BADER, en="Other."), amend(text, en="Third.")
    assert post(LAYLA, "amendment-settle", text, one, "accept", version="1").status_code == 302
    assert post(LAYLA, "amendment-settle", text, other, "reject", version="1", reason="No").status_code == 302
    assert (
        post(HESSA, "amendment-settle", text, third, "withdraw", version="1", reason="Thought again").status_code == 302
    )
    assert post(LAYLA, "amendment-settle", text, one, "burn").status_code == 404
    assert post(LAYLA, "amendment-settle", text, ABSENT, "accept", version="1").status_code == 404
    assert get(LAYLA, "amendment-settle", text, one, "accept").status_code == 405
    shown = text_page(LAYLA, text=text)
    assert [a.state for a in shown.paragraphs[0].amendments] == ["accepted", "rejected", "withdrawn"]
    assert "1 accepted amendment waits for the next edition." in words(get(LAYLA, "text", text))


def test_a_comment_stands_where_it_was_made() -> None:
    text = make_text()
    answer = post(HESSA, "text-comment", text, paragraph=keys(text)[0], words="Why twice?")
    assert answer["Location"].endswith(f"#{keys(text)[0]}")
    assert "Why twice?" in page(get(SALIM, "text", text))
    assert post(SALIM, "text-comment", text, words="x").status_code == 403
    assert post(HESSA, "text-comment", text, words="").status_code == 400


def test_a_new_edition_is_typed_moved_and_emptied_on_its_page() -> None:
    text = make_text()
    first, second = keys(text)
    texts.accept_amendment(LAYLA, amendment=amend(text), version=1)
    begun = page(get(LAYLA, "text-revise", text))
    assert "They meet once.</textarea>" in begun
    assert 'name="amendments"' in begun
    sent: dict[str, Any] = {
        "version": "1",
        "key": [first, second, "", ""],
        "place": ["2", "1", "3", "4"],
        "p_ar": ["", "وتتبادل المعلومات.", "", ""],
        "p_en": ["They meet.", "They share information.", "New at the end.", ""],
        "summary": "Moved",
    }
    assert post(LAYLA, "text-revise", text, **sent).status_code == 302
    shown = text_page(LAYLA, text=text)
    assert [one.en for one in shown.paragraphs] == ["They share information.", "They meet.", "New at the end."]
    assert [one.key for one in shown.paragraphs[:2]] == [second, first]
    stale = post(LAYLA, "text-revise", text, **{**sent, "summary": "Again"})
    assert stale.status_code == 409
    assert "What you typed stands below." in page(stale)
    assert "New at the end." in page(stale)
    assert 'name="version" value="2"' in page(stale)
    for viewer in (HESSA, SALIM):
        assert (
            get(viewer, "text-revise", text).status_code == post(viewer, "text-revise", text, **sent).status_code == 403
        )


def test_any_two_editions_stand_side_by_side() -> None:
    text = make_text()
    texts.accept_amendment(LAYLA, amendment=amend(text, en="The parties meet once a year."), version=1)
    texts.revise(LAYLA, text=text, version=1)
    shown = page(get(SALIM, "text-compare", text))
    assert "<del>twice</del>" in shown
    assert "<ins>once</ins>" in shown
    assert "Paragraph 2 stayed" in shown
    assert get(SALIM, "text-compare", text, older="7").status_code == 404
    assert "You read edition 1. The present one is edition 2." in words(get(SALIM, "text", text, edition="1"))


def propose(text: str, viewer: Viewer = LAYLA, when: datetime = EXPIRY - timedelta(days=2), **fields: Any) -> Any:
    given: dict[str, Any] = {"on": "2027-06-11", "at": "18:00", "zone": "Europe/Brussels", "version": "1"}
    parts: dict[str, Any] = {"part-QAT": "under", "part-KWT": "under", "part-OMN": "noting", "part-SEC": "none"}
    with clock.stopped_at(when):
        return signed_in(viewer, "en").post(reverse("silence-propose", args=[text]), {**given, **parts, **fields})


def test_silence_is_proposed_on_its_page() -> None:
    text = make_text()
    assert 'name="part-QAT" value="under" checked' in page(get(LAYLA, "silence-propose", text))
    answer = propose(text)
    silence = text_page(LAYLA, text=text).silences[0].public_id
    assert answer["Location"] == reverse("silence", args=[silence])
    shown = silence_page(LAYLA, silence=silence)
    assert (shown.under, shown.noting) == (("QAT", "KWT"), ("OMN",))
    assert propose(text, version="2").status_code == 400
    assert propose(make_text(), RASHID).status_code == 403
    assert get(RASHID, "silence-propose", text).status_code == 403


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"on": "2020-01-01"}, "This hour is past."),
        ({"on": "2028-03-26", "at": "02:30"}, "there is no 02:30"),
        ({"on": "2028-10-29", "at": "02:30"}, "02:30 comes twice."),
        ({"zone": "Nowhere"}, "There is no time zone “Nowhere”."),
        ({"part-QAT": "none", "part-KWT": "none"}, "This field is required."),
        ({"on": ""}, "This field is required."),
    ],
)
def test_a_proposal_that_does_not_fit_stays_on_the_page(fields: dict[str, Any], said: str) -> None:
    text = make_text()
    answer = propose(text, **fields)
    assert answer.status_code == 400
    assert said in page(answer)
    assert 'name="part-OMN" value="noting" checked' in page(answer)
    assert text_page(LAYLA, text=text).silences == ()


def test_what_it_would_be_is_shown_before_it_is_sent_with_and_without_scripts() -> None:
    text = make_text()
    asked: dict[str, Any] = {
        "on": "2027-06-11",
        "at": "18:00",
        "zone": "Europe/Brussels",
        "part-QAT": "under",
        "part-OMN": "noting",
    }
    live = words(get(LAYLA, "silence-preview", text, when=EXPIRY - timedelta(days=2), **asked))
    looked = words(propose(text, look="1"))
    for shown in (live, looked):
        for told in ("Friday 11 June 2027", "6 Muharram 1449", "18:00", "16:00 UTC", "Brussels"):
            assert told in shown, told
    assert "1 party under silence: Party QAT" in live
    assert "Only note: Party OMN" in live
    assert text_page(LAYLA, text=text).silences == ()


@pytest.mark.parametrize(("viewer", "buttons"), [(RASHID, True), (HESSA, False), (SALIM, False), (LAYLA, False)])
def test_only_who_may_is_offered_to_break_silence(viewer: Viewer, buttons: bool) -> None:
    silence = proposed()
    assert (reverse("silence-break", args=[silence]) in page(get(viewer, "silence", silence))) is buttons
    assert get(viewer, "silence-break", silence).status_code == (200 if buttons else 403)


def test_silence_is_broken_in_two_steps_and_no_sooner() -> None:
    silence = proposed()
    nothing = post(RASHID, "silence-break", silence, objection=" ")
    assert nothing.status_code == 400
    assert "Write one of them." in page(nothing)
    first = post(RASHID, "silence-break", silence, objection="Too far for us.")
    assert "Too far for us." in page(first)
    assert "It cannot be taken back." in page(first)
    with clock.stopped_at(BEFORE):
        assert silence_page(LAYLA, silence=silence).standing == "running"
    assert post(RASHID, "silence-break", silence, objection="Too far for us.", confirmed="yes").status_code == 302
    assert "Party QAT" in words(get(BADER, "silence", silence)).partition("Who broke it")[2]
    outer = words(get(SALIM, "silence", silence))
    assert "Silence did not hold" in outer
    assert "Too far for us." not in outer


def test_silence_is_broken_by_an_amendment_of_a_paragraph() -> None:
    silence = proposed()
    key = keys(text_under(silence))[1]
    sent: dict[str, Any] = {"change": "replace", "paragraph": key, "en": "They share nothing.", "objection": ""}
    shown = page(post(RASHID, "silence-break", silence, **sent))
    assert "They share nothing." in shown
    assert f'name="paragraph" value="{key}"' in shown
    post(RASHID, "silence-break", silence, **sent, confirmed="yes")
    assert "broke the silence" in words(get(BADER, "text", text_under(silence)))
    assert "They share nothing." not in page(get(SALIM, "text", text_under(silence)))


def test_a_break_that_comes_too_late_says_that_silence_has_held() -> None:
    silence = proposed()
    late = post(RASHID, "silence-break", silence, when=AFTER, objection="Too late", confirmed="yes")
    assert late.status_code == 400
    assert "Silence has held: the text is agreed." in page(late)
    assert "Too late" in page(late)
    assert get(RASHID, "silence-break", silence, when=AFTER).status_code == 403


def act(viewer: Viewer, name: str, silence: str, when: datetime = BEFORE, **fields: Any) -> Any:
    with clock.stopped_at(when):
        return signed_in(viewer, "en").post(reverse("act", args=[silence, name]), fields)


def test_the_chair_extends_and_takes_back_on_the_pages_of_acts() -> None:
    silence = proposed()
    hour: dict[str, Any] = {"on": "2027-06-14", "at": "12:00", "zone": "Asia/Kuwait", "reason": "Time"}
    assert "Asia/Kuwait" in page(get(LAYLA, "act", silence, "silence-extend"))
    assert act(LAYLA, "silence-extend", silence, version="1", **hour).status_code == 302
    assert "12:00" in words(get(SALIM, "silence", silence))
    assert act(LAYLA, "silence-extend", silence, version="2", **{**hour, "on": "2027-06-12"}).status_code == 400
    assert act(RASHID, "silence-extend", silence, version="2", **hour).status_code == 403
    assert act(LAYLA, "silence-withdraw", silence, version="2", reason="A page was left out").status_code == 302
    assert "A page was left out" in words(get(SALIM, "silence", silence))


def test_statements_are_attached_received_and_joined() -> None:
    silence = proposed()
    words_of: dict[str, Any] = {"kind": "reservation", "words_en": "Not the second paragraph."}
    assert act(RASHID, "silence-state", silence, version="1", **words_of).status_code == 302
    letter: dict[str, Any] = {
        "kind": "interpretation",
        "words_en": "Dear chair",
        "parties": ["QAT", "KWT"],
        "record": "Letter 7",
    }
    assert act(LAYLA, "silence-receive", silence, version="1", **letter).status_code == 302
    first = silence_page(BADER, silence=silence).statements[0].public_id
    assert post(BADER, "silence-join", silence, first).status_code == 302
    shown = words(get(SALIM, "silence", silence))
    for told in ("Formal reservation", "Party QAT and Party KWT", "Letter 7"):
        assert told in shown, told
    assert act(SALIM, "silence-state", silence, **words_of).status_code == 403


def test_a_broken_text_is_concluded_in_session() -> None:
    silence = proposed()
    post(RASHID, "silence-break", silence, objection="No", confirmed="yes")
    sent: dict[str, Any] = {"outcome": "noted", "on": "2027-07-01", "record": "C-DS(2027)0002", "version": "1"}
    assert act(LAYLA, "silence-conclude", silence, when=AFTER, **sent).status_code == 302
    assert "C-DS(2027)0002" in words(get(SALIM, "silence", silence, when=AFTER))


@pytest.mark.parametrize(("format", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_action_sheet_is_a_file_in_both_languages(format: str, begins: bytes, language: str) -> None:
    silence = proposed()
    assert get(SALIM, "silence-sheet", silence, format).status_code == 400
    answer = get(SALIM, "silence-sheet", silence, format, when=AFTER, language=language)
    assert answer.content.startswith(begins)
    assert f"-{language}.{format}" in answer["Content-Disposition"]
    assert get(SALIM, "silence-sheet", silence, "exe", when=AFTER).status_code == 404
    assert get(DANA, "silence-sheet", silence, format, when=AFTER).status_code == 404


def test_the_desk_of_who_must_decide_says_until_when() -> None:
    silence = proposed()
    assert reverse("silence", args=[silence]) in page(get(RASHID, "desk"))
    for viewer, at in ((HESSA, BEFORE), (SALIM, BEFORE), (RASHID, AFTER)):
        assert reverse("silence", args=[silence]) not in page(get(viewer, "desk", when=at)).partition('id="waiting"')[0]


def test_the_journal_leads_to_the_text() -> None:
    silence = proposed()
    text = text_under(silence)
    post(RASHID, "silence-break", silence, objection="No", confirmed="yes")
    assert reverse("text", args=[text]) in page(get(LAYLA, "journal"))
    assert "broke silence" in words(get(BADER, "journal"))
    assert "broke silence" not in words(get(SALIM, "journal"))


def test_search_finds_a_text_by_its_words() -> None:
    text = make_text()
    assert reverse("text", args=[text]) in page(get(HESSA, "search", q="share information"))
    assert reverse("text", args=[text]) not in page(get(DANA, "search", q="share information"))
