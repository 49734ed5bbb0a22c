"""What goes wrong around the table, tried on the pages in Arabic: a sentence that says what to do, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from mithaq.core import clock
from mithaq.register.meetings import operations as meetings
from mithaq.register.meetings.reads import meeting_page
from mithaq.register.texts.reads import silence_page, text_page
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_invitation, make_silence, make_text
from tests.web.door import page, signed_in, words
from tests.web.test_table import make_table, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)
HOUR = {"at": "18:00", "zone": "Europe/Brussels"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def proposed(text: str, **fields: Any) -> Any:
    given = {"version": "1", "on": "2026-12-01", **HOUR, "part-QAT": "under", "part-KWT": "under", "means_ar": "نوافق."}
    return signed_in(LAYLA).post(reverse("silence-propose", args=[text]), {**given, **fields})


def test_an_expiry_in_the_past() -> None:
    text = make_text()
    answer = proposed(text, on="2026-11-24")
    assert answer.status_code == 400
    assert "مضت هذه الساعة" in words(answer)
    shown = page(answer)
    assert 'value="2026-11-24"' in shown
    assert "نوافق." in shown
    assert 'name="part-QAT" value="under" checked' in shown
    assert text_page(LAYLA, text=text).row.state == "drafting"
    assert proposed(text).status_code == 302


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"on": "2027-03-28", "at": "02:30"}, "الساعة"),
        ({"on": "2026-10-25"}, "مضت"),
        ({"on": "غداً"}, "تاريخ"),
        ({"at": "ظهراً"}, "وقت"),
        ({"part-QAT": "none", "part-KWT": "none"}, "مطلوب"),
        ({"zone": "Doha"}, "منطقة زمنية"),
    ],
)
def test_an_hour_or_a_choice_that_cannot_be(fields: dict[str, str], said: str) -> None:
    text = make_text()
    answer = proposed(text, **fields)
    assert answer.status_code == 400
    assert said in words(answer)
    assert "نوافق." in page(answer)
    assert text_page(LAYLA, text=text).silences == ()


def test_a_party_twice() -> None:
    meeting = make_table()
    make_invitation(meeting)
    before = meeting_page(LAYLA, meeting=meeting)
    answer = sent(LAYLA, "meeting-invite", meeting, parties=["KWT", "QAT"], role="observer")
    assert answer.status_code == 400
    assert "سبقت دعوة طرف QAT" in words(answer)
    assert 'value="KWT" checked' in page(answer)
    assert len(meeting_page(LAYLA, meeting=meeting).delegations) == 1
    twice = sent(LAYLA, "meeting-invite", meeting, parties=["KWT", "KWT"], role="observer")
    assert twice.status_code == 400
    assert "مرتين" in words(twice)
    assert meeting_page(LAYLA, meeting=meeting).version == before.version


def test_points_of_the_agenda_that_overlap() -> None:
    meeting = make_table()
    first = {"title_ar": "الدورات", "opens": "2026-12-16 10:00", "closes": "2026-12-16 11:00"}
    assert sent(LAYLA, "meeting-item", meeting, **first).status_code == 302
    second = {"title_ar": "الطاقة", "opens": "2026-12-16 10:30", "closes": "2026-12-16 12:00"}
    answer = sent(LAYLA, "meeting-item", meeting, **second)
    assert answer.status_code == 400
    assert "الدورات" in words(answer)
    assert 'value="الطاقة"' in page(answer)
    assert 'value="2026-12-16 10:30"' in page(answer)
    outside = sent(
        LAYLA, "meeting-item", meeting, **{**second, "opens": "2026-12-20 10:00", "closes": "2026-12-20 11:00"}
    )
    assert outside.status_code == 400
    backwards = sent(LAYLA, "meeting-item", meeting, **{**second, "opens": "2026-12-16 14:00"})
    assert backwards.status_code == 400
    assert len(meeting_page(LAYLA, meeting=meeting).agenda) == 1


def reply(meeting: str, by: str, **fields: str) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//E//E",
        f"METHOD:{fields.get('method', 'REPLY')}",
        "BEGIN:VEVENT",
    ]
    lines += [f"UID:{fields.get('uid', f'{meeting}@127.0.0.1')}", "SEQUENCE:0", "DTSTAMP:20261125T080000Z"]
    return "\r\n".join([*lines, f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{by}", "END:VEVENT", "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    ("by", "fields"),
    [
        ("stranger@example.org", {}),
        ("bader@example.org", {}),
        ("hessa@example.org", {"uid": "x@elsewhere.example"}),
        ("hessa@example.org", {"method": "PUBLISH"}),
    ],
)
def test_an_answer_of_a_stranger(by: str, fields: dict[str, str]) -> None:
    meeting = make_table()
    make_invitation(meeting)
    answer = sent(HESSA, "calendar-reply", text=reply(meeting, by, **fields))
    assert answer.status_code == 400
    shown = words(answer)
    assert "BEGIN:VCALENDAR" in shown  # what was typed stays
    assert "لا يجيب هذا عن دعوة" in shown or "ليس هذا ردّ برنامج تقويم" in shown
    (asked,) = meeting_page(LAYLA, meeting=meeting).delegations
    assert asked.reply == "none"


def test_a_meeting_that_is_cancelled_while_silence_runs() -> None:
    meeting = make_table(audience=["QAT", "KWT", "OMN", "SEC"])
    text = make_text(meeting=meeting)
    silence = make_silence(text)
    assert sent(LAYLA, "meeting-cancel", meeting, version=1, reason="القاعة مغلقة").status_code == 302
    for viewer in (LAYLA, RASHID, SALIM):
        told = words(signed_in(viewer).get(f"/silence/{silence}/"))
        assert "أُلغي الاجتماع" in told, told[:2000]
    agree = signed_in(RASHID).post(reverse("act", args=[silence, "silence-agree"]), {})
    assert agree.headers["Location"] == f"/silence/{silence}/"
    with clock.stopped_at(EXPIRY + timedelta(hours=1)):
        page_ = silence_page(LAYLA, silence=silence)
        assert (page_.standing, page_.cancelled) == ("held", True)
        assert text_page(LAYLA, text=text).row.state == "agreed"


def test_to_agree_with_words_that_are_not_said_to_be_anything() -> None:
    silence = make_silence()
    place = reverse("act", args=[silence, "silence-agree"])
    client = signed_in(RASHID)
    answer = client.post(place, {"words_ar": "نفهم الفقرة الثانية هكذا."})
    assert answer.status_code == 400
    assert "نفهم الفقرة الثانية هكذا." in page(answer)
    assert (
        client.post(place, {"attached": "interpretation", "words_ar": "نفهم الفقرة الثانية هكذا."}).status_code == 302
    )
    told = words(client.get(f"/silence/{silence}/"))
    assert "1 من 2" in told
    assert "وافق طرفك صراحةً" in told
    again = client.post(place, {"attached": ""})
    assert again.status_code == 400
    assert "وافق طرفك من قبل" in words(again)
    assert "1 من 2" not in words(signed_in(SALIM).get(f"/silence/{silence}/"))
    assert signed_in(SALIM).post(place, {}).status_code == 403
    assert signed_in(HESSA).get(place).status_code == 403


def test_an_agreement_or_a_break_that_comes_too_late_keeps_its_words() -> None:
    silence = make_silence()
    words_ = {"attached": "reservation", "words_ar": "لا نلتزم بالفقرة الثانية."}
    with clock.stopped_at(EXPIRY):
        answer = signed_in(BADER).post(reverse("act", args=[silence, "silence-agree"]), words_)
        assert answer.status_code in (400, 409)
        assert "استمر الصمت" in words(answer)
        assert words_["words_ar"] in page(answer)
        broke = {"objection": "لا نوافق على الفقرة الثانية.", "confirmed": "yes"}
        answer = signed_in(BADER).post(reverse("silence-break", args=[silence]), broke)
        assert "استمر الصمت" in words(answer)
        assert broke["objection"] in page(answer)
        assert silence_page(LAYLA, silence=silence).standing == "held"


def test_who_says_no_to_a_meeting_that_was_cancelled() -> None:
    meeting = make_table()
    invitation = make_invitation(meeting)
    meetings.cancel_meeting(LAYLA, meeting=meeting, version=2, reason="القاعة مغلقة")
    answer = sent(HESSA, "invitation-reply", invitation, version=1, reply="declined", reply_words="لا نستطيع")
    assert answer.status_code == 400
    assert "أُلغي هذا الاجتماع" in words(answer)
    assert "لا نستطيع" in page(answer)
