"""The pages of series, formats and meetings whole, and everything that is done with them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.meetings.reads import DelegationShown, meeting_page, series_page
from mithaq.register.parties import operations as parties
from mithaq.web.charts import interval_chart
from mithaq.web.table_acts import ACTS, NEW
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_commitment, make_document, make_invitation, make_meeting, make_planned
from tests.web.door import page, papers, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TOGETHER = ["QAT", "KWT", "SEC"]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def do(viewer: Viewer, name: str, /, **fields: Any) -> str:
    """One operation; the public id it answers with."""
    return OPERATIONS[name].run(viewer, **fields).public_id


def sent(viewer: Viewer, act: str, thing: str = "", /, **fields: Any) -> Any:
    """The form of this act on this thing, or of a new thing, sent with these fields."""
    return signed_in(viewer).post(reverse("act", args=[thing, act]) if thing else reverse(act), fields)


def make_table(**fields: Any) -> str:
    """A meeting to come with hours, released to Qatar, Kuwait and the secretariat; its id."""
    given = {"level": "OFFICIAL", "audience": TOGETHER, "title_ar": "الاجتماع التاسع", "title_en": "Ninth meeting"}
    given |= {
        "opens": "2026-12-16 09:30",
        "closes": "2026-12-17 15:00",
        "zone": "Europe/Brussels",
        "city_en": "Brussels",
    }
    return make_planned(**{**given, **fields})


def make_whole() -> dict[str, str]:
    """One of each thing that an act of the table is about, by kind."""
    meeting = make_table()
    item = do(
        LAYLA,
        "meetings.add_item",
        meeting=meeting,
        title_en="Courses",
        title_ar="الدورات",
        areas=["training_education"],
    )
    paper = do(
        LAYLA,
        "meetings.attach_paper",
        item=item,
        document=make_document(LAYLA, "A paper.", *TOGETHER, level="OFFICIAL"),
    )
    invitation = make_invitation(meeting, quota=3)
    person = do(HESSA, "meetings.name_participant", invitation=invitation, name_en="Mona", name_ar="منى", heads=True)
    named = dict.fromkeys(("moving", "stepping", "holding", "inviting", "attending", "planning", "carrying"), meeting)
    parts = {"item": item, "paper": paper, "invitation": invitation, "participant": person}
    return {**named, **parts, "meeting": meeting, "series": "icg", "format": "council"}


def delegation(meeting: str, party: str = "QAT", viewer: Viewer = LAYLA) -> DelegationShown:
    """The delegation of this party as it stands."""
    return next(one for one in meeting_page(viewer, meeting=meeting).delegations if one.party == party)


def test_every_act_has_its_page_for_who_may_and_is_refused_to_observers() -> None:
    whole, observer = make_whole(), signed_in(SALIM)
    own = {"invitation-reply", "invitation-name", "invitation-approve", "participant-drop"}
    for name, act in ACTS.items():
        at = reverse("act", args=[whole[act.kind], name])
        answer = signed_in(RASHID if name in own else LAYLA).get(at)
        assert answer.status_code == 200, at
        assert f'href="{reverse("meeting", args=[whole["meeting"]])}' in page(answer) or act.kind in (
            "series",
            "format",
        ), at
        assert observer.post(at).status_code in (403, 404), at
    for name in NEW:
        assert signed_in(LAYLA).get(reverse(name)).status_code == 200, name
        assert observer.get(reverse(name)).status_code == 403, name


def test_a_part_of_a_meeting_of_others_is_absent() -> None:
    hidden = make_table(audience=["KWT", "SEC"])
    item = do(LAYLA, "meetings.add_item", meeting=hidden, title_en="Secret")
    for thing in (item, make_invitation(hidden, "KWT"), "nothing"):
        assert signed_in(HESSA).get(reverse("act", args=[thing, "item-paper"])).status_code == 404


def test_the_intervals_of_the_advisory_group_as_a_chart_and_as_a_table() -> None:
    for ordinal, date in ((1, "2014-11"), (2, "2015-12"), (3, "2016-11-20")):
        make_meeting(ordinal=ordinal, date=date, host="KWT" if ordinal == 2 else "QAT")
    series = series_page(LAYLA, series="icg")
    given = {"every_months": 12, "tolerance_months": 1, "rotation": ["KWT", "QAT"], "format": "advisory_group"}
    do(LAYLA, "meetings.describe_series", series="icg", version=series.version, **given)
    answer = signed_in(SALIM, "en").get("/meetings/series/icg/")
    assert re.findall(r'class="val"[^>]*>([\d.]+)<', page(answer))[:2] == ["13.0", "11.7"]
    assert {"13.0", "11.7"} <= set(re.findall(r'<bdi dir="ltr">([\d.]+)</bdi></td>', page(answer)))
    assert 'class="band"' in page(answer)
    told = words(answer)
    for words_shown in (
        "every 12 months",
        "give or take a month",
        "20 November 2017",
        "Late",
        "To host next Party KWT",
    ):
        assert words_shown in told, words_shown


def test_bars_stand_within_their_drawing_and_time_runs_as_the_page_is_read() -> None:
    for year in range(2010, 2026):
        make_meeting(date=f"{year}-0{year % 9 + 1}")
    beats = series_page(LAYLA, series="icg").beats
    chart = interval_chart(beats, 12, 2, 8.5)
    assert chart is not None
    drawn = re.findall(
        r'<rect class="fill-\w+" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', chart.svg
    )
    places = [[float(number) for number in bar] for bar in drawn]
    assert len(places) == 16
    for x, y, width, height in places:
        assert 0 <= x <= chart.width - width
        assert 0 <= y <= y + height <= chart.height
    assert places[0][0] > places[-1][0], "in Arabic the earliest stands at the right"
    assert interval_chart(beats[:1], 12, 2, None) is None


def test_numbers_of_a_drawing_are_not_localised() -> None:
    for date in ("2014-11", "2015-12"):
        make_meeting(date=date)
    drawing = page(signed_in(HESSA).get("/meetings/series/icg/")).partition("<svg xmlns")[2].partition("</svg>")[0]
    assert re.search(r'x="\d+\.\d"', drawing)
    assert not re.search(r'(?:x|y|width|height)="\d+,', drawing)


def test_a_series_is_put_right_on_its_page() -> None:
    make_meeting()
    fields = {"version": 1, "every_months": "6", "tolerance_months": "1", "rotation": "KWT, QAT", "format": ""}
    assert sent(LAYLA, "series-describe", "icg", **fields).headers["Location"] == "/meetings/series/icg/"
    assert series_page(SALIM, series="icg").rotation == ("KWT", "QAT")
    assert 'value="KWT, QAT"' in page(signed_in(LAYLA).get(reverse("act", args=["icg", "series-describe"])))
    assert sent(LAYLA, "series-describe", "icg", **{**fields, "version": 1}).status_code in (302, 409)
    assert signed_in(LAYLA).get("/meetings/series/nobody/").status_code == 404


def test_the_dialogue_index_counts_by_level_party_and_host() -> None:
    make_meeting(date="2026-03", meeting_level="ambassador", host="QAT", parties=["QAT", "KWT"])
    make_meeting("summit", date="2026-05", meeting_level="summit", parties=["QAT"])
    make_meeting(date="2025-05", meeting_level="ambassador", level="RESTRICTED", audience=["KWT"], parties=["KWT"])
    told = words(signed_in(HESSA, "en").get("/meetings/dialogue/?since=2025&until=2026"))
    assert "Ambassadors 0 1 1" in told
    assert "Party QAT 0 2 2" in told
    assert "Party KWT 0 1 1" in told
    assert "Party KWT 1 1 2" in words(signed_in(BADER, "en").get("/meetings/dialogue/?since=2025&until=2026"))


def test_a_format_is_typed_and_meetings_are_planned_in_it() -> None:
    given = {"code": "fireside", "name_ar": "جلسة سمر", "name_en": "Fireside talk", "meeting_level": "ambassador"}
    given |= {"roles_text": "chair | رئيس | Chair | attend chair\nlistener | مستمع | Listener | attend"}
    given |= {
        "steps_text": "planned | مقرر | Planned | held cancelled\nheld | عُقد | Held\ncancelled | أُلغي | Cancelled"
    }
    assert sent(LAYLA, "format-add", **given).headers["Location"] == "/meetings/formats/"
    assert "جلسة سمر" in words(signed_in(SALIM).get("/meetings/formats/"))
    planned = {"series": "icg", "format": "fireside", "date": "2026-12-20", "level": "PUBLIC", "title_en": "Talk"}
    meeting = sent(LAYLA, "meeting-plan", **planned).headers["Location"]
    assert "جلسة سمر" in words(signed_in(SALIM).get(meeting))
    wrong = sent(LAYLA, "format-add", **{**given, "code": "other", "roles_text": "chair | x"})
    assert wrong.status_code == 400
    assert 'id="id_roles_text_error"' in page(wrong)


def test_a_meeting_is_planned_and_its_page_tells_it_whole() -> None:
    fields: dict[str, Any] = {
        "series": "icg",
        "opens": "2026-12-16 09:30",
        "closes": "2026-12-17 15:00",
        "zone": "Europe/Brussels",
    }
    fields |= {
        "level": "OFFICIAL",
        "audience": TOGETHER,
        "host": "QAT",
        "co_organisers": ["KWT"],
        "city_en": "Brussels",
    }
    answer = sent(LAYLA, "meeting-plan", **fields, title_en="Ninth meeting", title_ar="الاجتماع التاسع")
    told = words(signed_in(HESSA, "en").get(answer.headers["Location"]))
    for shown in (
        "09:30 to 15:00 ( 17 December ) by the clock of Brussels",
        "11:30 to 17:00 ( 17 December ) by your clock",
    ):
        assert shown in told, shown
    for shown in ("16 December 2026 7 Rajab 1448 AH", "until 17 December 2026", "with Party KWT", "Planned"):
        assert shown in told, shown
    assert signed_in(SALIM).get(answer.headers["Location"]).status_code == 404


def test_an_hour_that_cannot_be_is_said_on_the_form_and_what_was_typed_stays() -> None:
    fields = {"series": "icg", "opens": "2026-13-40", "zone": "Europe/Brussels", "level": "PUBLIC", "title_en": "Typed"}
    answer = sent(LAYLA, "meeting-plan", **fields)
    assert answer.status_code == 400
    assert 'id="id_opens_error"' in page(answer)
    assert 'value="2026-13-40"' in page(answer)


def test_an_item_pulls_what_is_open_in_its_areas_or_its_series() -> None:
    held = make_meeting(date="2025-12")
    make_commitment("Open in training", areas=["training_education"], title_en="Training call")
    make_commitment("Said at the series", meeting=held, title_en="Series call")
    make_commitment("For others", "KWT", viewer=BADER, areas=["training_education"], title_en="Hidden call")
    meeting = make_table()
    for title, areas in (("Courses", ["training_education"]), ("What else", [])):
        do(LAYLA, "meetings.add_item", meeting=meeting, title_en=title, areas=areas)
    agenda = (
        page(signed_in(HESSA, "en").get(f"/meetings/{meeting}/")).partition('id="agenda"')[2].partition("</section>")[0]
    )
    first, second = agenda.split('id="i-2"')
    assert ("Training call" in first, "Series call" in first) == (True, False)
    assert ("Training call" in second, "Series call" in second) == (False, True)
    assert "Hidden call" not in agenda
    assert "Hidden call" in page(signed_in(BADER, "en").get(f"/meetings/{meeting}/"))


def test_the_agenda_is_written_on_its_page() -> None:
    meeting = make_table()
    for title in ("First", "Second"):
        assert sent(LAYLA, "meeting-item", meeting, title_en=title).headers["Location"] == f"/meetings/{meeting}/"
    second = meeting_page(LAYLA, meeting=meeting).agenda[1]
    back = sent(LAYLA, "item-move", second.public_id, version=second.version, number=1)
    assert back.headers["Location"] == f"/meetings/{meeting}/#agenda"
    assert [item.title.en for item in meeting_page(HESSA, meeting=meeting).agenda] == ["Second", "First"]
    second = meeting_page(LAYLA, meeting=meeting).agenda[0]
    fields = {
        "version": second.version,
        "title_en": "Second, put right",
        "opens": "2026-12-16 10:00",
        "closes": "2026-12-16 11:00",
    }
    sent(LAYLA, "item-describe", second.public_id, **fields)
    assert "10:00–11:00" in words(signed_in(HESSA, "en").get(f"/meetings/{meeting}/"))
    paper = make_document(LAYLA, "The paper.", *TOGETHER, level="OFFICIAL", title="Concept note")
    assert sent(LAYLA, "item-paper", second.public_id, document=paper).status_code == 302
    assert "Concept note" in words(signed_in(HESSA).get(f"/meetings/{meeting}/"))
    item = meeting_page(LAYLA, meeting=meeting).agenda[0]
    sent(LAYLA, "paper-detach", item.papers[0].public_id)
    sent(LAYLA, "item-remove", item.public_id, version=item.version)
    assert [one.title.en for one in meeting_page(HESSA, meeting=meeting).agenda] == ["First"]


def test_parties_are_invited_reply_name_and_approve_on_the_page_of_the_meeting() -> None:
    meeting = make_table()
    form = page(signed_in(LAYLA).get(reverse("act", args=[meeting, "meeting-invite"])))
    assert 'value="QAT"' in form
    assert 'value="BHR"' not in form, "it may not see the meeting"
    assert sent(LAYLA, "meeting-invite", meeting, parties=["QAT"], role="member", quota="2").status_code == 302
    own = delegation(meeting)
    assert "Your party is invited" in words(signed_in(HESSA, "en").get(f"/meetings/{meeting}/"))
    assert "Your party is invited" in words(signed_in(HESSA, "en").get("/meetings/"))
    sent(HESSA, "invitation-reply", own.public_id, version=own.version, reply="accepted", reply_words="نحضر")
    name = {"name_en": "Mona", "name_ar": "منى", "function_en": "First secretary", "heads": "on"}
    assert sent(HESSA, "invitation-name", own.public_id, **name).headers["Location"] == f"/meetings/{meeting}/#d-QAT"
    assert "Approve the list" in words(signed_in(RASHID, "en").get(f"/meetings/{meeting}/"))
    assert "Approve the list" not in words(signed_in(HESSA, "en").get(f"/meetings/{meeting}/"))
    assert "Mona" not in words(signed_in(BADER, "en").get(f"/meetings/{meeting}/"))
    assert sent(HESSA, "invitation-approve", own.public_id, version=delegation(meeting).version).status_code == 403
    sent(RASHID, "invitation-approve", own.public_id, version=delegation(meeting, viewer=RASHID).version)
    told = words(signed_in(BADER, "en").get(f"/meetings/{meeting}/"))
    assert "Mona Head of delegation" in told
    assert "Comes" in told
    person = delegation(meeting).participants[0]
    sent(HESSA, "participant-drop", person.public_id, version=person.version)
    assert delegation(meeting).participants == ()


def test_a_meeting_is_moved_stepped_held_and_another_cancelled() -> None:
    meeting = make_table(opens="", closes="", zone="", date="2026-11-25", until="2026-11-26")
    version = meeting_page(LAYLA, meeting=meeting).version
    answer = sent(LAYLA, "meeting-move", meeting, version=version, date="2026-11-25", until="", reason="x")
    assert answer.headers["Location"] == f"/meetings/{meeting}/", words(answer)
    sent(LAYLA, "meeting-step", meeting, version=version + 1, state="convened")
    assert meeting_page(LAYLA, meeting=meeting).state_name.en == "Convened"
    sent(LAYLA, "meeting-hold", meeting, version=version + 2, parties=["QAT"])
    assert meeting_page(LAYLA, meeting=meeting).row.held
    other = make_table()
    assert sent(LAYLA, "meeting-cancel", other, version=1).status_code == 400
    sent(LAYLA, "meeting-cancel", other, version=1, reason="The hall is closed")
    told = words(signed_in(HESSA, "en").get(f"/meetings/{other}/"))
    assert "This meeting was cancelled. The hall is closed" in told
    assert sent(LAYLA, "meeting-move", other, version=2, date="2026-12-30").status_code == 400


def test_an_answer_of_a_calendar_program_comes_as_a_file() -> None:
    meeting = make_table()
    make_invitation(meeting)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//E//E",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        f"UID:{meeting}@127.0.0.1",
    ]
    lines += ["SEQUENCE:0", "DTSTAMP:20261125T080000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:hessa@example.org"]
    text = "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])
    shown = page(signed_in(HESSA).get("/meetings/reply/"))
    assert 'enctype="multipart/form-data"' in shown
    assert sent(HESSA, "calendar-reply", text=text).status_code == 302
    assert delegation(meeting).reply == "declined"
    assert 'id="id_text_error"' in page(sent(HESSA, "calendar-reply", text="no calendar"))


def test_papers_of_a_meeting_as_files() -> None:
    meeting = make_table()
    make_invitation(meeting)
    for paper in ("agenda", "participants", "invitation"):
        for kind, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
            answer = signed_in(HESSA).get(f"/meetings/{meeting}/{paper}.{kind}?language=ar")
            assert answer.status_code == 200, paper
            assert answer.content.startswith(begins), paper
    assert signed_in(BADER).get(f"/meetings/{meeting}/invitation.pdf").status_code == 404, "Kuwait is not invited"
    for asked, made in (("?language=ar", "ar"), ("?language=en", "en"), ("?language=fr", "en"), ("", "en")):
        answer = signed_in(HESSA, "en").get(f"/meetings/{meeting}/agenda.docx{asked}")
        assert answer["Content-Disposition"].endswith(f'-{made}.docx"'), asked
    for wrong in ("agenda.txt", "secret.pdf"):
        assert signed_in(HESSA).get(f"/meetings/{meeting}/{wrong}").status_code == 404
    assert signed_in(SALIM).get(f"/meetings/{meeting}/agenda.pdf").status_code == 404


def test_a_paper_bears_the_name_of_the_initiative_if_there_is_one_alone() -> None:
    meeting = make_table()

    def subtitles() -> list[str]:
        answer = signed_in(LAYLA, "en").get(f"/meetings/{meeting}/agenda.docx")
        return [
            one.text
            for one in Document(BytesIO(answer.content)).paragraphs
            if one.style and one.style.name == "Subtitle"
        ]

    assert "Istanbul Cooperation Initiative" in subtitles()
    parties.add_initiative(LAYLA, code="MD", name_ar="الحوار المتوسطي", name_en="Mediterranean Dialogue")
    assert "Istanbul Cooperation Initiative" not in subtitles()


def test_the_menus_of_a_meeting_s_papers_lead_to_files() -> None:
    meeting = make_table()
    make_invitation(meeting)
    do(LAYLA, "meetings.add_item", meeting=meeting, title_en="Opening", title_ar="الافتتاح")
    answers = papers(signed_in(HESSA), reverse("meeting", args=[meeting]))
    assert len(answers) == 3 * 4
    assert all(answer.status_code == 200 for answer in answers)


def test_as_many_queries_for_three_of_everything_as_for_one() -> None:
    meeting = make_whole()["meeting"]
    do(LAYLA, "meetings.add_item", meeting=meeting, title_en="The first", areas=["political_dialogue"])
    make_commitment("The first", areas=["political_dialogue"], meeting=make_meeting(date="2023-05"))
    for at in (f"/meetings/{meeting}/", "/meetings/series/icg/", "/meetings/series/", "/meetings/dialogue/"):
        client = signed_in(LAYLA)
        client.get(at)
        once = queries(client, at)
        make_meeting(date="2024-05")
        do(LAYLA, "meetings.add_item", meeting=meeting, title_en=f"Another {at}", areas=["political_dialogue"])
        make_commitment(f"Another {at}", areas=["political_dialogue"])
        client.get(at)
        assert queries(client, at) == once, at
