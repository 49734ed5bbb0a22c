"""What the pages of meetings say of what was done: names, roles and filters in words of the reader's language, never codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.register.meetings import operations
from mithaq.register.meetings.reads import meeting_page
from tests.cast import BADER, HESSA, LAYLA, RASHID
from tests.make import make_commitment, make_invitation
from tests.web.door import page, signed_in, words
from tests.web.test_table import make_table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def history(meeting: str, language: str) -> str:
    """What the history of the meeting says in this language, and its lines of the journal."""
    client = signed_in(LAYLA, language)
    shown = page(client.get(f"/meetings/{meeting}/"))
    told = shown[shown.rindex('<ul class="items hist">') :] + page(client.get(f"/journal/?thing={meeting}"))
    return " ".join(re.sub(r"<[^>]+>", " ", told).split())


def test_the_history_of_a_meeting_is_in_the_language_of_its_reader() -> None:
    meeting = make_table()
    operations.add_item(LAYLA, meeting=meeting, title_ar="الدورات", title_en="Courses")
    invitation = make_invitation(meeting, role="observer")
    operations.change_invitation(LAYLA, invitation=invitation, version=1, role="member")
    name: dict[str, Any] = {"name_ar": "منى الكواري", "name_en": "Mona Al Kuwari", "function_en": "Head"}
    operations.name_participant(LAYLA, invitation=invitation, heads=True, **name)
    arabic, english = history(meeting, "ar"), history(meeting, "en")
    for ar, en in (("الدورات", "Courses"), ("مراقب", "Observer"), ("عضو", "Member")):
        assert ar in arabic, ar
        assert en not in arabic, en
        assert en in english, en
        assert ar not in english, ar
    for code in (" observer", " member", "sequence", "quota"):
        assert code not in arabic, code
    assert not re.search(r"\b[a-z]{4,}_[a-z]+\b", arabic)


def test_a_state_that_only_its_format_knows_is_told_by_its_name() -> None:
    steps = "planned | مقرر | Planned | briefed, cancelled\nbriefed | أُحيط به | Briefed | held\nheld | عُقد | Held\n"
    steps += "cancelled | أُلغي | Cancelled\n"
    roles = "chair | رئيس | Chair | chair, speak\nmember | عضو | Member | speak"
    given = {"name_ar": "إحاطة", "name_en": "Briefing", "roles_text": roles, "steps_text": steps}
    operations.define_format(LAYLA, code="briefing", meeting_level="", **given)
    meeting = make_table(format="briefing")
    operations.step_meeting(LAYLA, meeting=meeting, version=1, state="briefed")
    assert "أُحيط به" in history(meeting, "ar")
    assert "briefed" not in history(meeting, "ar")


def test_a_filter_by_meeting_is_called_by_the_name_of_the_meeting_and_stays_when_one_filters_on() -> None:
    meeting = make_table()
    make_commitment(meeting=meeting, source="Test", audience=("QAT", "KWT", "SEC"), level="OFFICIAL")
    shown = signed_in(HESSA).get("/commitments/", {"meeting": meeting, "since": "2026-01"})
    (pill,) = re.findall(r'class="pill" href="[^"]*since=2026-01"[^>]*>(.*?)<svg', page(shown))
    assert re.sub(r"<[^>]+>", "", pill).endswith(": الاجتماع التاسع")
    assert "يناير 2026" in words(shown)
    assert f'<input type="hidden" name="meeting" value="{meeting}">' in page(shown)
    for odd in ("2026-13", "yesterday", "2026-02-31"):
        assert signed_in(HESSA).get("/commitments/", {"since": odd}).status_code == 200


def test_a_filter_by_account_is_called_by_the_name_of_who_it_is() -> None:
    meeting = make_table()
    make_invitation(meeting)
    shown = words(signed_in(RASHID).get("/journal/", {"account": "hessa"}))
    assert "حصة" in shown.split("المطبّق")[-1] if "المطبّق" in shown else "حصة" in shown
    assert signed_in(RASHID).get("/journal/", {"account": "nobody"}).status_code == 200


def test_a_meeting_is_released_to_more_on_a_page() -> None:
    meeting = make_table(audience=["QAT", "SEC"])
    client = signed_in(LAYLA)
    assert f"/meetings/{meeting}/widen/" in page(client.get(f"/meetings/{meeting}/"))
    shown = client.get(f"/meetings/{meeting}/widen/")
    assert 'value="KWT"' in page(shown)
    assert 'value="QAT"' not in page(shown)
    look = words(client.get(f"/meetings/{meeting}/widen/preview/", {"parties": ["KWT"]}))
    assert "سيطّلعون على الاجتماع أيضاً" in look
    sent = {"parties": ["KWT"], "version": "1"}
    wrong = client.post(f"/meetings/{meeting}/widen/", sent)
    assert wrong.status_code == 400
    assert 'value="KWT" checked' in page(wrong)
    looked = client.post(f"/meetings/{meeting}/widen/", {**sent, "look": "1", "reason": "تستضيف الاجتماع"})
    assert "تستضيف الاجتماع" in page(looked)
    assert signed_in(BADER).get(f"/meetings/{meeting}/").status_code == 404
    stale = client.post(f"/meetings/{meeting}/widen/", {**sent, "version": "9", "reason": "تستضيف"})
    assert stale.status_code == 409
    assert 'name="version" value="1"' in page(stale)
    done = client.post(f"/meetings/{meeting}/widen/", {**sent, "reason": "تستضيف الاجتماع"})
    assert done.headers["Location"] == f"/meetings/{meeting}/"
    told = words(signed_in(BADER).get(f"/meetings/{meeting}/"))
    assert "السبب: تستضيف الاجتماع" in told
    assert meeting_page(BADER, meeting=meeting).version == 2
    for viewer in (HESSA, RASHID, BADER):
        assert signed_in(viewer).get(f"/meetings/{meeting}/widen/").status_code == 403
    public = make_table(level="PUBLIC", audience=[])
    assert "widen" not in page(client.get(f"/meetings/{public}/"))
    assert 'name="parties"' not in page(client.get(f"/meetings/{public}/widen/"))
