"""Minutes: begun, written, circulated, approved, and the way along the series."""

from __future__ import annotations

import pytest

from mithaq.access.viewer import Viewer
from mithaq.archive.reads import search
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.consultations import operations, reads
from mithaq.register.meetings import operations as meetings
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_document, make_meeting
from tests.register.consultations.table import (
    ALL,
    agenda,
    begin,
    circulate,
    items,
    make_circulated,
    make_table,
    write,
)
from tests.register.counting import counted


def page(minutes: str, viewer: Viewer = LAYLA) -> reads.MinutesPage:
    return reads.minutes_page(viewer, minutes=minutes)


def test_they_have_an_item_for_each_of_the_agenda_and_a_general_one() -> None:
    minutes = begin(make_table())
    assert [(item.title.en, item.general, item.version) for item in items(minutes)] == [
        ("Political dialogue", False, 1),
        ("Training and education", False, 1),
        ("General", True, 1),
    ]


def test_a_draft_is_for_its_own_party_alone() -> None:
    meeting = make_table()
    minutes = begin(meeting)
    write(minutes, 0, "سر المسودة")
    for viewer in (RASHID, BADER, SALIM, PUBLIC):
        with pytest.raises(Absent):
            page(minutes, viewer)
        assert search(viewer, q="سر المسودة").hits == ()
    assert reads.minutes_of_meeting(RASHID, meeting=meeting).minutes is None
    assert [hit.kind for hit in search(LAYLA, q="سر المسودة").hits] == ["minutes"]


def test_begun_again_they_take_in_what_the_agenda_has_got_since() -> None:
    meeting = make_table({"title_en": "One"})
    minutes = begin(meeting)
    write(minutes, 0, en="Said on one")
    meetings.add_item(LAYLA, meeting=meeting, title_en="Two")
    assert page(minutes).lacks == 1
    assert begin(meeting) == minutes
    assert [(item.title.en, item.text.en) for item in items(minutes)] == [
        ("One", "Said on one"),
        ("Two", ""),
        ("General", ""),
    ]
    assert page(minutes).lacks == 0


def test_every_wording_is_kept_and_two_are_compared() -> None:
    minutes = begin(make_table())
    write(minutes, 0, "يُعقد مرة في السنة", "Once a year")
    write(minutes, 0, "يُعقد مرتين في السنة", "Once a year")
    item = items(minutes)[0]
    shown = reads.minutes_wordings(LAYLA, minutes_item=item.public_id)
    assert ([one.number for one in shown.wordings], shown.one, shown.other) == ([3, 2, 1], 2, 3)
    assert [(piece.kind, piece.text) for piece in shown.ar] == [
        ("same", "يُعقد "),
        ("gone", "مرة "),
        ("new", "مرتين "),
        ("same", "في السنة"),
    ]
    assert [piece.kind for piece in shown.en] == ["same"]
    first = reads.minutes_wordings(LAYLA, minutes_item=item.public_id, one=1, other=2)
    assert [piece.kind for piece in first.ar] == ["new"]


def test_a_stale_wording_is_a_conflict() -> None:
    minutes = begin(make_table())
    item = items(minutes)[0]
    write(minutes, 0, "أولاً")
    with pytest.raises(Conflict):
        operations.write_minutes(LAYLA, minutes_item=item.public_id, version=item.version, text_ar="ثانياً")


@pytest.mark.parametrize("viewer", [RASHID, HESSA, SALIM], ids=lambda viewer: viewer.account)
def test_delegations_do_not_write(viewer: Viewer) -> None:
    minutes = make_circulated(make_table())
    item = items(minutes)[0]
    with pytest.raises(Refused):
        operations.write_minutes(viewer, minutes_item=item.public_id, version=item.version, text_ar="x")
    with pytest.raises(Refused):
        operations.begin_minutes(viewer, meeting="x")


def test_circulated_they_are_seen_by_those_they_were_released_to_and_written_no_more() -> None:
    minutes = begin(make_table())
    write(minutes, 0, "قرّر الاجتماع")
    circulate(minutes, "QAT", "SEC")
    assert page(minutes, RASHID).state == "circulated"
    assert page(minutes, RASHID).seen.audience == ("QAT", "SEC")
    assert [hit.kind for hit in search(HESSA, q="قرّر الاجتماع").hits] == ["minutes"]
    with pytest.raises(Absent):
        page(minutes, BADER)
    with pytest.raises(Problem, match="circulated"):
        write(minutes, 0, "غيره")
    with pytest.raises(Problem, match="circulated"):
        circulate(minutes)


def test_they_are_never_released_wider_than_their_meeting() -> None:
    minutes = begin(make_table(audience=("QAT", "SEC"), roles={"QAT": "member"}))
    write(minutes, 0, "قرّر الاجتماع")
    circulate(minutes, "QAT", "KWT", "SEC")
    assert page(minutes).seen.audience == ("QAT", "SEC")


def test_an_empty_draft_is_not_circulated() -> None:
    minutes = begin(make_table())
    with pytest.raises(Problem, match="Nothing is written"):
        circulate(minutes)


def test_what_they_rest_on_must_be_released_to_all_who_see_them() -> None:
    minutes = begin(make_table())
    write(minutes, 0, "قال السفير")
    secret = make_document(LAYLA, "قال السفير كلمة.", "QAT", "SEC", level="OFFICIAL")
    item = items(minutes)[0].public_id
    operations.cite_in_minutes(LAYLA, minutes_item=item, document=secret, sentence=1)
    with pytest.raises(Problem, match="D-2026"):
        circulate(minutes, *ALL)
    operations.uncite_in_minutes(LAYLA, minutes_item=item, document=secret, sentence=1)
    circulate(minutes, *ALL)
    assert page(minutes, BADER).items[0].sources == ()


def test_a_sentence_is_cited_once_and_shown() -> None:
    minutes = begin(make_table())
    paper = make_document(LAYLA, "قال السفير كلمة. وختم.", *ALL, level="OFFICIAL")
    item = items(minutes)[0].public_id
    for _ in range(2):
        operations.cite_in_minutes(LAYLA, minutes_item=item, document=paper, sentence=1)
    assert [(source.number, source.quote) for source in items(minutes)[0].sources] == [(1, "قال السفير كلمة.")]
    with pytest.raises(Invalid):
        operations.cite_in_minutes(LAYLA, minutes_item=item, document=paper, sentence=9)
    with pytest.raises(Absent):
        operations.uncite_in_minutes(LAYLA, minutes_item=item, document=paper, sentence=2)


def approve(minutes: str, meeting: str, viewer: Viewer = LAYLA) -> None:
    operations.approve_minutes(viewer, minutes=minutes, meeting=meeting, version=page(minutes).version)


def test_they_are_approved_at_a_later_meeting_by_whoever_chairs_it() -> None:
    minutes = make_circulated(make_table())
    later = make_table(date="2026-09-10", ordinal=2, roles={"KWT": "chair", "QAT": "member"})
    with pytest.raises(Refused):
        approve(minutes, later, RASHID)
    approve(minutes, later, BADER)
    shown = page(minutes, RASHID)
    assert (shown.state, shown.approved_in.ordinal if shown.approved_in else 0) == ("approved", 2)
    assert shown.may == ()
    with pytest.raises(Conflict):
        approve(minutes, later, BADER)


def test_only_a_later_meeting_of_the_series_that_was_held_approves() -> None:
    minutes = make_circulated(make_table())
    wrong = (
        make_table(date="2025-09-10", ordinal=None),
        make_table(date="2026-12-10", ordinal=2),
        make_meeting("summit", date="2026-09-10"),
    )
    for meeting in wrong:
        with pytest.raises(Invalid):
            approve(minutes, meeting)
    for meeting in ("nothing", make_table(date="2026-09-11", audience=("QAT", "SEC"), roles={"QAT": "chair"})):
        with pytest.raises(Absent):
            approve(minutes, meeting, BADER)


def test_they_name_the_minutes_before_and_after() -> None:
    made = [make_circulated(make_table(date=f"202{n}-03-10", ordinal=n)) for n in (4, 5, 6)]
    shown = page(made[1], RASHID)
    assert shown.before is not None
    assert shown.after is not None
    assert (shown.before.public_id, shown.after.public_id) == (made[0], made[2])
    assert (page(made[0]).before, page(made[2]).after) == (None, None)


def test_what_others_may_not_see_is_no_neighbour() -> None:
    first, last = (make_circulated(make_table(date=f"202{n}-03-10", ordinal=n)) for n in (4, 6))
    between = begin(make_table(date="2025-03-10", ordinal=5, audience=("KWT", "SEC"), roles={"KWT": "member"}))
    write(between, 0, "ثنائي")
    circulate(between, "KWT", "SEC")
    seen = {viewer.account: page(first, viewer).after for viewer in (RASHID, BADER)}
    assert {name: one.public_id if one else "" for name, one in seen.items()} == {"rashid": last, "bader": between}


def test_all_minutes_of_a_series_in_one() -> None:
    for n in (4, 5):
        make_circulated(make_table(date=f"202{n}-03-10", ordinal=n), f"قرار {n}", f"Decision {n}")
    begin(make_table(date="2026-03-10", ordinal=6))
    whole = reads.series_minutes(RASHID, series="icg")
    assert [(one.name.meeting.ordinal, [item.text.en for item in one.items]) for one in whole.entries] == [
        (4, ["Decision 4"]),
        (5, ["Decision 5"]),
    ]
    assert whole.seen.audience == ("KWT", "QAT", "SEC")
    assert reads.series_minutes(SALIM, series="icg").entries == ()
    with pytest.raises(Absent):
        reads.series_minutes(RASHID, series="nothing")


def test_one_minutes_a_meeting() -> None:
    meeting = make_table()
    minutes = make_circulated(meeting)
    with pytest.raises(Problem, match="circulated"):
        begin(meeting)
    assert reads.minutes_of_meeting(LAYLA, meeting=meeting).minutes.public_id == minutes  # type: ignore[union-attr]
    assert reads.minutes_of_meeting(LAYLA, meeting=meeting).may == ()


def test_an_item_that_left_the_agenda_stays_in_the_minutes() -> None:
    meeting = make_table()
    minutes = begin(meeting)
    write(minutes, 0, "قيل")
    meetings.remove_item(LAYLA, item=agenda(meeting)[0], version=1)
    left = items(minutes)[0]
    assert (left.title.en, left.text.ar, left.item) == ("Political dialogue", "قيل", "")


def test_as_many_queries_for_five_items_as_for_one() -> None:
    one = make_circulated(make_table({"title_en": "One"}))
    five = make_circulated(make_table(*({"title_en": f"Item {n}"} for n in range(5)), date="2026-05-10", ordinal=2))
    make_circulated(make_table(date="2026-07-10", ordinal=3))
    assert counted(lambda: page(one, RASHID)) == counted(lambda: page(five, RASHID))
    once = counted(lambda: reads.series_minutes(RASHID, series="icg"))
    make_circulated(make_table(date="2026-08-10", ordinal=4))
    assert counted(lambda: reads.series_minutes(RASHID, series="icg")) == once
