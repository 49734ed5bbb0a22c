"""The silence procedure as people conduct it: proposed, extended, broken, taken back, concluded; statements; who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mithaq.access.viewer import Viewer, acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.followup.tick import tick
from mithaq.register.meetings.models import Invitation, Meeting
from mithaq.register.texts import operations as texts
from mithaq.register.texts.reads import SilencePage, preview, sheet, silence_page, text_list, text_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_house, make_meeting, make_silence, make_text

pytestmark = pytest.mark.django_db

ISSUED = datetime(2027, 6, 8, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)  # 18:00 in Brussels
SECOND, MICRO = timedelta(seconds=1), timedelta(microseconds=1)
WORDS = "We cannot agree to the second paragraph."


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    with clock.stopped_at(ISSUED):
        make_house()


@pytest.fixture
def silence() -> str:
    """Silence that runs until the expiry: Qatar and Kuwait under it, Oman notes."""
    with clock.stopped_at(ISSUED):
        return make_silence()


def seen(silence: str, viewer: Viewer = LAYLA, at: datetime = EXPIRY - SECOND) -> SilencePage:
    with clock.stopped_at(at):
        return silence_page(viewer, silence=silence)


def broken(silence: str, viewer: Viewer = RASHID, at: datetime = EXPIRY - SECOND, **fields: Any) -> None:
    with clock.stopped_at(at):
        texts.break_silence(viewer, silence=silence, **(fields or {"objection": WORDS}))


def extended(silence: str, now: datetime = EXPIRY - SECOND, **fields: Any) -> None:
    given: dict[str, Any] = {
        "on": "2027-06-14",
        "at": "12:00",
        "zone": "Europe/Brussels",
        "reason": "Two capitals asked",
        "version": 1,
    }
    with clock.stopped_at(now):
        texts.extend(LAYLA, silence=silence, **{**given, **fields})


def text_of(silence: str, viewer: Viewer = LAYLA) -> str:
    return seen(silence, viewer).text.public_id


def refused(problem: pytest.ExceptionInfo[Problem]) -> str:
    return problem.value.code


def test_silence_runs_from_its_proposal_until_its_hour(silence: str) -> None:
    page = seen(silence, RASHID, ISSUED)
    assert (page.standing, page.expiry, page.zone) == ("running", "2027-06-11T16:00:00+00:00", "Europe/Brussels")
    assert (page.under, page.noting, page.chair, page.edition) == (("QAT", "KWT"), ("OMN",), "SEC", 1)
    assert page.may == ("silence.agree", "silence.break", "silence.state")
    assert seen(silence, LAYLA, ISSUED).may == ("silence.extend", "silence.withdraw", "silence.receive")
    assert seen(silence, HESSA, ISSUED).may == seen(silence, SALIM, ISSUED).may == ()
    with clock.stopped_at(ISSUED):
        row = text_page(HESSA, text=page.text.public_id).row
    assert (row.state, row.silent_until, row.zone) == ("silence", page.expiry, page.zone)


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"on": "2027-06-08", "at": "11:00"}, "on", "past"),
        ({"on": "2027-06-08", "at": "10:59:59"}, "on", "past"),
        ({"on": "2028-03-26", "at": "02:30"}, "at", "no_such_hour"),
        ({"on": "2028-10-29", "at": "02:30"}, "at", "hour_twice"),
        ({"zone": "Europe/Atlantis"}, "zone", "unknown_zone"),
        ({"on": "the day after"}, "on", "invalid"),
        ({"at": "noon"}, "at", "invalid"),
        ({"under": ("QAT", "KWT", "QAT")}, "under", "twice"),
        ({"noting": ("OMN", "OMN")}, "noting", "twice"),
        ({"noting": ("KWT",)}, "noting", "both"),
        ({"under": ("QAT", "XXX")}, "under", "unknown_party"),
        ({"under": ("QAT", "BHR")}, "under", "not_released"),
        ({"noting": ("NATO",)}, "noting", "not_released"),
        ({"under": ()}, "under", "required"),
    ],
)
def test_a_proposal_that_cannot_be_says_what_to_put_right(fields: dict[str, Any], field: str, code: str) -> None:
    with clock.stopped_at(ISSUED):
        text = make_text()
        with pytest.raises(Invalid) as problem:
            make_silence(text, **fields)
        assert {name: errors[0]["code"] for name, errors in problem.value.errors.items()} == {field: code}
        assert text_page(LAYLA, text=text).row.state == "drafting"
        make_silence(text)


def test_only_the_chair_proposes_a_text_that_it_sees() -> None:
    with clock.stopped_at(ISSUED):
        text = make_text()
        for viewer in (RASHID, HESSA, SALIM, PUBLIC):
            with pytest.raises(Refused):
                make_silence(text, viewer)
        with pytest.raises(Absent):
            make_silence("a" * 22)
        with pytest.raises(Conflict):
            make_silence(text, version=2)
        make_silence(text)
        with pytest.raises(Problem) as problem:
            make_silence(text, version=2)
        assert refused(problem) == "not_drafting"


def test_accepted_amendments_come_into_an_edition_first() -> None:
    with clock.stopped_at(ISSUED):
        text = make_text()
        key = text_page(LAYLA, text=text).paragraphs[0].key
        wanted: dict[str, Any] = {"change": "replace", "paragraph": key, "en": "Other words.", "edition": 1}
        amendment = texts.amend(HESSA, text=text, **wanted).public_id
        texts.accept_amendment(LAYLA, amendment=amendment, version=1)
        with pytest.raises(Problem) as problem:
            make_silence(text)
        assert refused(problem) == "amendments_wait"


def test_who_was_asked_as_an_observer_is_not_under_silence() -> None:
    with clock.stopped_at(ISSUED):
        meeting = make_meeting(date="2027-06-01", format="council")
        with acting_as(LAYLA, writing=True):
            held = Meeting.objects.get(public_id=meeting)
            Invitation.objects.create(label=held.label, meeting=held, party="KWT", role="observer")
        text = make_text(meeting=meeting)
        with pytest.raises(Invalid) as problem:
            make_silence(text)
        assert problem.value.errors["under"][0]["code"] == "no_deciding"
        assert "under" in preview(LAYLA, text=text, under="QAT,KWT").problems
        make_silence(text, under=("QAT",), noting=("KWT", "OMN"))


def test_under_silence_the_words_stand(silence: str) -> None:
    text = text_of(silence)
    key = text_page(LAYLA, text=text).paragraphs[0].key
    with clock.stopped_at(ISSUED):
        with pytest.raises(Problem) as problem:
            texts.revise(LAYLA, text=text, version=2)
        assert refused(problem) == "not_drafting"
        with pytest.raises(Problem) as problem:
            texts.amend(HESSA, text=text, edition=1, change="replace", paragraph=key, en="x")
        assert refused(problem) == "not_drafting"
        texts.comment(HESSA, text=text, words="We look at it.")
        assert text_page(HESSA, text=text).may == ("texts.comment",)


@pytest.mark.parametrize("away", [-SECOND, -MICRO])
def test_a_break_before_the_hour_decides(silence: str, away: timedelta) -> None:
    broken(silence, at=EXPIRY + away)
    page = seen(silence, BADER, EXPIRY + SECOND)
    assert (page.standing, page.ended_at) == ("broken", (EXPIRY + away).isoformat())
    (one,) = page.breaks
    assert (one.party, one.first, one.objection, one.amendment) == ("QAT", True, WORDS, None)
    assert text_page(LAYLA, text=page.text.public_id).row.state == "drafting"


@pytest.mark.parametrize("away", [timedelta(), MICRO, SECOND, timedelta(days=3)])
def test_at_the_hour_and_after_it_silence_has_held(silence: str, away: timedelta) -> None:
    assert seen(silence, SALIM, EXPIRY + away).standing == "held"
    with pytest.raises(Problem) as problem:
        broken(silence, at=EXPIRY + away)
    assert refused(problem) == "silence_held"
    with pytest.raises(Problem) as problem:
        extended(silence, EXPIRY + away)
    assert refused(problem) == "silence_held"
    with clock.stopped_at(EXPIRY + away):
        assert text_list(SALIM, state="agreed").entries[0].state == "agreed"
        assert text_list(SALIM, state="silence").entries == ()
    assert seen(silence, LAYLA, EXPIRY + away).breaks == ()


def test_an_hour_across_a_change_of_clocks_is_the_hour_of_its_day() -> None:
    """Proposed in winter time for an hour in summer time: 18:00 in Brussels is then 16:00 UTC and not 17:00."""
    with clock.stopped_at(datetime(2028, 3, 24, 9, tzinfo=UTC)):
        silence = make_silence(on="2028-03-26", at="18:00")
    hour = datetime(2028, 3, 26, 16, tzinfo=UTC)
    broken(silence, at=hour - MICRO)
    with clock.stopped_at(datetime(2028, 3, 24, 9, tzinfo=UTC)):
        other = make_silence(on="2028-03-26", at="18:00")
    with pytest.raises(Problem):
        broken(other, at=hour)


def test_a_clock_that_is_set_back_opens_nothing_again(silence: str) -> None:
    with clock.stopped_at(EXPIRY + SECOND):
        texts.attach(RASHID, silence=silence, kind="interpretation", words_en="As we read it.")
    with pytest.raises(Problem) as problem:
        broken(silence, BADER, at=EXPIRY - timedelta(hours=1))
    assert refused(problem) == "silence_held"
    assert seen(silence, at=EXPIRY - timedelta(hours=1)).standing == "held"
    with clock.stopped_at(EXPIRY - timedelta(hours=1)):
        tick()
    assert seen(silence).closed_at == (EXPIRY + SECOND).isoformat()


def test_what_happens_after_a_clock_was_set_back_is_not_earlier_than_what_happened_before(silence: str) -> None:
    broken(silence, at=EXPIRY - SECOND)
    broken(silence, BADER, at=EXPIRY - timedelta(hours=2))
    assert [one.at for one in seen(silence).breaks] == [(EXPIRY - SECOND).isoformat()] * 2


def test_a_further_break_joins_until_the_hour(silence: str) -> None:
    broken(silence, at=EXPIRY - timedelta(hours=1))
    broken(silence, BADER)
    breaks = seen(silence).breaks
    assert [(one.party, one.first) for one in breaks] == [("QAT", True), ("KWT", False)]
    assert seen(silence).ended_at == (EXPIRY - timedelta(hours=1)).isoformat()
    with pytest.raises(Problem) as problem:
        broken(silence, BADER, at=EXPIRY)
    assert refused(problem) == "silence_broken"


def test_a_break_says_why(silence: str) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"objection": "  "}, "objection"),
        ({"change": "replace", "en": "x"}, "paragraph"),
        ({"change": "replace", "paragraph": "a" * 22, "en": "x"}, "paragraph"),
        ({"change": "add"}, "ar"),
    ]
    for fields, field in wrong:
        with pytest.raises(Invalid) as problem:
            broken(silence, **fields)
        assert field in problem.value.errors
    assert seen(silence).standing == "running"


def test_an_amendment_breaks_silence_and_is_seen_at_the_table_alone(silence: str) -> None:
    text = text_of(silence)
    key = text_page(LAYLA, text=text).paragraphs[1].key
    broken(silence, change="replace", paragraph=key, en="They share some information.")
    for viewer in (LAYLA, BADER, HESSA):
        (one,) = seen(silence, viewer).breaks
        assert one.amendment
        assert [piece.text for piece in one.amendment.en if piece.kind == "new"] == ["some "]
        assert text_page(viewer, text=text).paragraphs[1].amendments[0].broke
    assert seen(silence, SALIM).breaks == ()
    assert text_page(SALIM, text=text).paragraphs[1].amendments == ()
    (amendment,) = text_page(LAYLA, text=text).paragraphs[1].amendments
    assert amendment.may == ("texts.accept", "texts.reject")
    with pytest.raises(Problem) as problem:
        texts.withdraw_amendment(RASHID, amendment=amendment.public_id, version=1, reason="We thought again")
    assert refused(problem) == "broke_silence"
    texts.accept_amendment(LAYLA, amendment=amendment.public_id, version=1)
    texts.revise(LAYLA, text=text, version=3)
    assert text_page(SALIM, text=text).paragraphs[1].en == "They share some information."
    with clock.stopped_at(EXPIRY - SECOND):
        make_silence(text, version=4)


def test_who_broke_silence_is_told_to_those_at_the_table_alone(silence: str) -> None:
    broken(silence)
    for viewer in (LAYLA, HESSA, BADER):
        page = seen(silence, viewer)
        assert page.at_table
        assert [line.operation for line in page.history] == ["silence.break", "silence.propose"]
    page = seen(silence, SALIM)
    assert (page.standing, page.breaks, page.at_table) == ("broken", (), False)
    assert [line.operation for line in page.history] == ["silence.propose"]


def test_only_a_party_under_silence_breaks_it(silence: str) -> None:
    for viewer in (LAYLA, HESSA, DANA, SALIM, PUBLIC):
        with pytest.raises(Refused):
            broken(silence, viewer)
    with clock.stopped_at(ISSUED):
        other = make_silence(make_text("QAT", "KWT", "SEC"), under=("QAT",), noting=("KWT",))
        hidden = make_silence(make_text("QAT", "SEC"), under=("QAT",), noting=())
    with pytest.raises(Refused):
        broken(other, BADER)
    with pytest.raises(Absent):
        broken(hidden, BADER)
    with pytest.raises(Absent):
        broken("a" * 22)


def test_an_extension_moves_the_hour_on_while_silence_runs(silence: str) -> None:
    extended(silence)
    page = seen(silence, SALIM)
    assert (page.standing, page.expiry, page.version) == ("running", "2027-06-14T10:00:00+00:00", 2)
    (one,) = page.extensions
    assert (one.was, one.until, one.reason) == (EXPIRY.isoformat(), page.expiry, "Two capitals asked")
    with clock.stopped_at(ISSUED):
        assert text_page(SALIM, text=page.text.public_id).row.silent_until == page.expiry
    broken(silence, at=EXPIRY + SECOND)
    with pytest.raises(Problem) as problem:
        extended(silence, on="2027-06-20", version=2)
    assert refused(problem) == "silence_broken"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"on": "2027-06-11", "at": "18:00"}, "not_later"),
        ({"on": "2027-06-10"}, "not_later"),
        ({"version": 2}, "conflict"),
    ],
)
def test_an_extension_that_cannot_be(silence: str, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Problem) as problem:
        extended(silence, **fields)
    assert refused(problem) == code


def test_only_the_party_of_the_chair_conducts(silence: str) -> None:
    given: dict[str, Any] = {"silence": silence, "reason": "x", "version": 1}
    for viewer in (RASHID, SALIM):
        with pytest.raises(Refused):
            texts.withdraw(viewer, **given)
    other = replace(LAYLA, account="noura", clearance=replace(LAYLA.clearance, party="KWT"))
    hour: dict[str, Any] = {"on": "2027-07-01", "at": "12:00", "zone": "UTC"}
    for act, more in ((texts.withdraw, {}), (texts.extend, hour)):
        with clock.stopped_at(ISSUED), pytest.raises(Refused) as problem:
            act(other, **given, **more)
        assert refused(problem) == "not_yours"


def test_the_chair_takes_a_text_back_while_silence_runs(silence: str) -> None:
    with clock.stopped_at(EXPIRY - SECOND):
        texts.withdraw(LAYLA, silence=silence, reason="A paragraph was left out", version=1)
    page = seen(silence, SALIM, EXPIRY + SECOND)
    assert (page.standing, page.reason) == ("withdrawn", "A paragraph was left out")
    assert text_page(SALIM, text=page.text.public_id).row.state == "drafting"
    for act in (broken, extended):
        with pytest.raises(Problem) as problem:
            act(silence)
        assert refused(problem) == "silence_withdrawn"
    with clock.stopped_at(EXPIRY - SECOND):
        make_silence(page.text.public_id, version=3)


def attached(silence: str, viewer: Viewer = RASHID, at: datetime = EXPIRY - SECOND, kind: str = "reservation") -> None:
    with clock.stopped_at(at):
        texts.attach(viewer, silence=silence, kind=kind, words_en="Qatar does not take on the second paragraph.")


def test_statements_are_attached_while_silence_runs_and_after_and_joined(silence: str) -> None:
    attached(silence)
    attached(silence, BADER, EXPIRY + timedelta(days=2), kind="interpretation")
    page = seen(silence, SALIM, EXPIRY + timedelta(days=3))
    assert [(one.kind, one.parties) for one in page.statements] == [
        ("reservation", ("QAT",)),
        ("interpretation", ("KWT",)),
    ]
    assert page.standing == "held"
    first = page.statements[0].public_id
    with clock.stopped_at(EXPIRY + timedelta(days=3)):
        assert silence_page(BADER, silence=silence).statements[0].may == ("silence.join",)
        texts.join(BADER, statement=first)
        with pytest.raises(Problem) as problem:
            texts.join(BADER, statement=first)
        assert refused(problem) == "joined"
        with pytest.raises(Refused):
            texts.join(SALIM, statement=first)
    assert seen(silence, SALIM).statements[0].parties == ("QAT", "KWT")


def test_a_joint_letter_is_received_by_the_chair(silence: str) -> None:
    letter: dict[str, Any] = {
        "kind": "interpretation",
        "words_en": "The two delegations recall …",
        "record": "Letter of 10 June 2027",
    }
    with clock.stopped_at(EXPIRY + SECOND):
        with pytest.raises(Invalid) as problem:
            texts.receive(LAYLA, silence=silence, parties=("QAT", "OMN"), **letter)
        assert problem.value.errors["parties"][0]["code"] == "not_under"
        with pytest.raises(Refused):
            texts.receive(RASHID, silence=silence, parties=("QAT",), **letter)
        texts.receive(LAYLA, silence=silence, parties=("KWT", "QAT"), **letter)
    (one,) = seen(silence, SALIM).statements
    assert (one.parties, one.record) == (("KWT", "QAT"), "Letter of 10 June 2027")


def test_statements_end_thirty_days_after_agreement_where_no_meeting_is_set(silence: str) -> None:
    attached(silence, at=EXPIRY + timedelta(days=30) - MICRO)
    with pytest.raises(Problem) as problem:
        attached(silence, at=EXPIRY + timedelta(days=30))
    assert refused(problem) == "too_late"
    assert seen(silence, RASHID, EXPIRY + timedelta(days=31)).may == ()


def test_statements_end_when_the_next_meeting_of_the_series_begins() -> None:
    with clock.stopped_at(ISSUED):
        silence = make_silence(make_text(meeting=make_meeting(date="2027-06-01", ordinal=5)))
        make_meeting(date="2027-06-20", ordinal=6, level="RESTRICTED", audience=("QAT", "SEC"))
        make_meeting(date="2027-09-01", ordinal=7)
    begins = datetime(2027, 8, 31, 21, tzinfo=UTC)  # midnight in Kuwait, where the house is
    assert seen(silence, RASHID).statements_until == begins.isoformat()
    attached(silence, at=begins - SECOND)
    with pytest.raises(Problem) as problem:
        attached(silence, at=begins)
    assert refused(problem) == "too_late"


def test_a_broken_or_withdrawn_text_takes_no_statements(silence: str) -> None:
    broken(silence)
    with pytest.raises(Problem) as problem:
        attached(silence)
    assert refused(problem) == "silence_broken"


@pytest.mark.parametrize("outcome", ["agreed", "noted"])
def test_what_was_broken_is_concluded_in_session(silence: str, outcome: str) -> None:
    given: dict[str, Any] = {"silence": silence, "outcome": outcome, "record": "Decision sheet 2", "version": 1}
    with clock.stopped_at(EXPIRY - SECOND), pytest.raises(Problem) as problem:
        texts.conclude(LAYLA, on="2027-06-11", **given)
    assert refused(problem) == "silence_running"
    broken(silence)
    with clock.stopped_at(EXPIRY + timedelta(days=60)):
        with pytest.raises(Refused):
            texts.conclude(RASHID, on="2027-08-01", **given)
        with pytest.raises(Invalid):
            texts.conclude(LAYLA, **given)
        meeting = make_meeting(date="2027-08-02")
        texts.conclude(LAYLA, meeting=meeting, **given)
        assert silence_page(LAYLA, silence=silence).may == ()
    page = seen(silence, SALIM)
    assert (page.standing, page.outcome, page.session_on, page.session_record) == (
        *("concluded", outcome, "2027-08-02"),
        "Decision sheet 2",
    )
    assert page.session
    assert text_page(SALIM, text=page.text.public_id).row.state == outcome


def test_a_meeting_that_is_cancelled_stops_no_silence() -> None:
    with clock.stopped_at(ISSUED):
        meeting = make_meeting(date="2027-06-10")
        silence = make_silence(make_text(meeting=meeting))
    with acting_as(LAYLA, writing=True):
        Meeting.objects.filter(public_id=meeting).update(state="cancelled")
    page = seen(silence, SALIM)
    assert (page.standing, page.cancelled) == ("running", True)
    with clock.stopped_at(EXPIRY):
        tick()
    assert (seen(silence).closed_at, seen(silence).standing) == (EXPIRY.isoformat(), "held")


def test_the_preview_says_who_until_when_and_what_is_wrong() -> None:
    with clock.stopped_at(ISSUED):
        text = make_text("QAT", "KWT", "OMN", "BHR")
        given: dict[str, Any] = {
            "text": text,
            "on": "2027-06-11",
            "at": "١٨:٠٠",
            "zone": "Europe/Brussels",
            "under": "QAT,BHR",
        }
        shown = preview(LAYLA, **given, noting="OMN")
        assert (shown.expiry, shown.problems) == (EXPIRY.isoformat(), {})
        assert [[party.code for party in some] for some in (shown.under, shown.noting, shown.unable)] == [
            ["QAT", "BHR"],
            ["OMN"],
            ["BHR"],
        ]
        assert preview(RASHID, **given).unable == ()
        assert set(preview(LAYLA, **{**given, "on": "2027-06-01"}).problems) == {"on"}
        assert set(preview(LAYLA, **{**given, "on": "2028-03-26", "at": "02:30"}).problems) == {"at"}
        assert set(preview(LAYLA, **{**given, "zone": "Nowhere"}).problems) == {"zone"}
        assert set(preview(LAYLA, **given, noting="QAT,NATO").problems) == {"noting"}
        unfinished = preview(LAYLA, text=text, on="", at="18", under="")
        assert (unfinished.expiry, unfinished.problems) == ("", {})
        with pytest.raises(Absent):
            preview(DANA, text=text)


def test_the_action_sheet_is_there_from_the_hour_on_and_cut_for_its_reader(silence: str) -> None:
    with clock.stopped_at(EXPIRY - SECOND), pytest.raises(Problem) as problem:
        sheet(SALIM, silence=silence)
    assert refused(problem) == "silence_running"
    with clock.stopped_at(EXPIRY):
        assert sheet(SALIM, silence=silence).silence.standing == "held"
        with pytest.raises(Absent):
            sheet(DANA, silence=silence)
    with clock.stopped_at(ISSUED):
        broken_one = make_silence()
    broken(broken_one)
    inner, outer = sheet(BADER, silence=broken_one), sheet(SALIM, silence=broken_one)
    assert (inner.seen.audience, len(inner.silence.breaks)) == (("KWT", "QAT", "SEC"), 1)
    assert (outer.seen.audience, outer.silence.breaks) == (("KWT", "OMN", "QAT", "SEC"), ())
    assert inner.paragraphs == outer.paragraphs
