"""The desk: what waits, what is late, what comes, what is new; and what a mail may tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, Label
from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.followup import operations, reads
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations import assign_commitment, state_stand
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_action, make_commitment, make_house, make_meeting, make_report
from tests.register.proposing import propose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def house() -> None:
    with clock.stopped_at(NOW - timedelta(days=1)):
        make_house()


def desk(viewer: Any) -> reads.Desk:
    with clock.stopped_at(NOW):
        return reads.desk(viewer)


def kinds(items: tuple[reads.DeskItem, ...]) -> list[str]:
    return [item.kind for item in items]


def test_a_document_read_waits_for_those_who_decide() -> None:
    document = propose()
    for viewer in (LAYLA, HESSA):
        (item,) = desk(viewer).waiting
        assert (item.kind, item.thing, item.count, item.verb) == ("reading", document, 1, "commitments.accept")
    assert desk(SALIM).waiting == ()


def test_a_report_waits_for_the_secretariat_and_a_question_for_the_party() -> None:
    action = make_action(make_commitment())
    report = make_report(action, 40)
    (item,) = desk(LAYLA).waiting
    assert (item.kind, item.thing, item.percent, item.verb) == ("report", action, 40, "actions.confirm")
    assert "report" not in kinds(desk(HESSA).waiting)
    operations.return_report(LAYLA, report=report, version=1, answer="Which courses?")
    (item,) = desk(HESSA).waiting
    assert (item.kind, item.thing, item.words) == ("returned", action, "Which courses?")
    make_report(action, 50)
    assert kinds(desk(HESSA).waiting) == []


def test_what_is_addressed_to_my_state_or_to_its_initiative_waits_for_my_answer() -> None:
    direct = make_commitment("To us", addressees=["QAT"])
    with acting_as(LAYLA, writing=True):
        Commitment.objects.filter(public_id=make_commitment("To members")).update(addressees=("ICI",))
    make_commitment("To others", addressees=["NATO"])
    assert [item.words for item in desk(RASHID).waiting] == ["To us", "To members"]
    state_stand(RASHID, commitment=direct, stand="accept")
    assert [item.words for item in desk(RASHID).waiting] == ["To members"]
    assert [item.words for item in desk(BADER).waiting] == ["To members"]


def test_late_and_coming_for_me_and_for_who_follows_all_up() -> None:
    ours = make_commitment("Ours", owner="QAT", due="2026-11-14")
    theirs = make_commitment("Theirs", owner="KWT", due="2026-11-24")
    make_commitment("Later", owner="QAT", due="2026-12-31")
    make_commitment("Much later", owner="QAT", due="2028-01-01")
    make_action(theirs, focal="hessa", due="2026-11-20")
    make_meeting(date="2026-12-02", title_en="Fourth meeting")
    assert [(item.words or item.kind, item.late) for item in desk(HESSA).late] == [("Ours", 11), ("action", 5)]
    assert [item.words or item.kind for item in desk(LAYLA).late] == ["Ours", "action", "Theirs"]
    assert [(item.title.en or item.words, item.days) for item in desk(HESSA).coming] == [
        ("Fourth meeting", 7),
        ("Later", 36),
    ]
    assert [item.kind for item in desk(PUBLIC).late] == []
    assert ours in [item.thing for item in desk(RASHID).late]


def test_what_belongs_to_nobody_is_not_everybodys() -> None:
    make_commitment("Nobody's", level="PUBLIC", due="2026-11-14")
    assert kinds(desk(PUBLIC).late) == kinds(desk(SALIM).late) == []
    assert kinds(desk(LAYLA).late) == ["commitment"]


def test_more_than_is_shown_is_said() -> None:
    for n in range(11):
        make_commitment(f"Number {n} of something", owner="QAT", due="2026-11-14")
    shown = desk(HESSA)
    assert (len(shown.late), shown.more) == (10, ("late",))


def test_what_others_did_since_i_was_here() -> None:
    Account.objects.filter(username="hessa").update(seen_at=NOW)
    with clock.stopped_at(NOW - timedelta(hours=1)):
        commitment = make_commitment("Before")
    with clock.stopped_at(NOW + timedelta(hours=1)):
        action = make_action(commitment)
        make_report(action, viewer=HESSA)  # by myself
        state_stand(BADER, commitment=commitment, stand="accept")
        make_commitment("Secret", "KWT", viewer=BADER)
    told = [(n.operation, n.account, n.kind, n.thing) for n in reads.desk(HESSA).news]
    assert told == [
        ("commitments.stand", "bader", "commitment", commitment),
        ("actions.add", "layla", "action", action),
    ]
    assert reads.desk(RASHID).news == ()  # never here before: nothing is new


def test_what_may_not_travel_by_mail_is_in_no_digest() -> None:
    made = make_commitment("To be kept out of mail", owner="QAT", due="2026-11-14")
    make_action(make_commitment("Open"), due="2026-12-01")
    with clock.stopped_at(NOW):
        assert [(entry.kind, entry.days) for entry in reads.digest(HESSA).entries] == [
            ("commitment", -11),
            ("action", 6),
        ]
        with acting_as(LAYLA, writing=True):
            label = Label.objects.of(Level.RESTRICTED, "QAT", "KWT", "SEC", caveats=frozenset({Caveat.NOMAIL}))
            Commitment.objects.filter(public_id=made).update(label=label)
        assert [entry.kind for entry in reads.digest(HESSA).entries] == ["action"]
        assert [item.kind for item in reads.desk(HESSA).late] == ["commitment"]


def test_a_digest_tells_nobody_of_what_they_may_not_see() -> None:
    secret = make_commitment("Secret", "KWT", viewer=BADER, owner="KWT", due="2026-11-14")
    assign_commitment(BADER, commitment=secret, version=1, focal="bader", reason="x")
    with clock.stopped_at(NOW):
        assert reads.digest(RASHID, things=secret).entries == ()
        assert [entry.thing for entry in reads.digest(BADER, things=secret).entries] == [secret]
