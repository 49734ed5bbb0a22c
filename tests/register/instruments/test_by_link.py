"""Forms that are filled by a one-time link, without an account."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mithaq.access.models import JournalLine
from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.register.activities import operations as activities
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.by_link import Spent, digest, fill, form_of, new_secret
from mithaq.register.instruments.models import Answer, Result, Sitting
from mithaq.register.instruments.reads import offering_results, to_invite
from mithaq.register.instruments.results import answers_of
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_instrument, make_nomination, make_offering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ahead")]


@pytest.fixture
def course() -> str:
    return make_course()


@pytest.fixture
def offering(course: str) -> str:
    """With a seat for Qatar's first nomination."""
    made = make_offering(course)
    activities.accept(DANA, nomination=make_nomination(made), version=2)
    return made


def invited(offering: str, instrument: str, wave: str, viewer: Any = DANA, **fields: Any) -> str:
    """The link of Qatar's N1."""
    secret = new_secret()
    one = {"party": "QAT", "person": "N1", "digest": digest(secret), **fields}
    instruments.invite_all(
        viewer, activity=offering, instrument=instrument, wave=wave, expires=date(2027, 4, 1), links=[one]
    )
    return secret


def test_a_reaction_is_filled_once_and_nobody_can_tell_by_whom(course: str, offering: str) -> None:
    form = make_instrument(course, level="L1")
    link = invited(offering, form, "reaction")
    shown = form_of(link)
    assert [question.kind for question in shown.questions] == ["scale", "scale", "scale", "text"]
    assert not shown.named
    fill(link, {"1": "5", "3": "٤", "4": "More practice"}, language="ar")
    with acting_as(DANA):
        sitting = Sitting.objects.get()
        assert (sitting.person, sitting.party, sitting.language, sitting.score) == ("", "QAT", "ar", None)
        (answers,) = answers_of(["RC-101"])
    assert answers.matrix() == [[5, None, 4, None]]
    assert [item.asks for item in answers.items] == ["engaging", "relevant", "will_use", "remark"]
    assert answers.sittings[0].texts[3] == "More practice"
    with pytest.raises(Spent) as problem:
        fill(link, {"1": "1"}, language="ar")
    assert problem.value.code == "used"
    with pytest.raises(Spent):
        form_of(link)


def test_a_reaction_is_seen_by_the_centre_alone_and_a_test_by_the_party_too(course: str, offering: str) -> None:
    reaction, test = make_instrument(course, level="L1"), make_instrument(course, questions=3)
    fill(invited(offering, reaction, "reaction"), {"1": "5"}, language="en")
    fill(invited(offering, test, "pre"), {"1": "1", "2": "2"}, language="en")
    seen = {}
    for viewer in (DANA, HESSA, RASHID, BADER, SALIM, LAYLA, PUBLIC):
        with acting_as(viewer):
            seen[viewer.account] = (Sitting.objects.count(), Answer.objects.count(), Result.objects.count())
    assert seen["dana"] == (2, 4, 1)
    assert seen["hessa"] == seen["rashid"] == (1, 3, 1)
    assert {seen[name] for name in ("bader", "salim", "layla", "public")} == {(0, 0, 0)}


def test_a_test_is_scored_and_the_scores_stand_in_one_result(course: str, offering: str) -> None:
    test = make_instrument(course, questions=4, points=2.5)
    fill(invited(offering, test, "pre"), {"1": "1", "2": "3"}, language="en")
    fill(invited(offering, test, "post"), {"1": "1", "2": "1", "3": "1"}, language="ar")
    with acting_as(DANA):
        row = Result.objects.get()
        assert (row.party, row.person, row.pre, row.post, row.maximum) == ("QAT", "N1", 2.5, 7.5, 10)
        assert (row.course, row.completed) == ("RC-101", True)
        before, after = answers_of(["RC-101"])
    assert before.matrix() == [[2.5, 0, 0, 0]]
    assert after.sittings[0].choices == (0, 0, 0, None)
    with pytest.raises(Problem) as problem:
        fill(invited(offering, test, "post"), {"1": "1"}, language="ar")
    assert problem.value.code == "filled"


def test_what_fits_no_question_is_said_and_the_link_stays_good(course: str, offering: str) -> None:
    link = invited(offering, make_instrument(course, level="L1"), "reaction")
    with pytest.raises(Invalid) as problem:
        fill(link, {"1": "6", "2": "much"}, language="en")
    assert sorted(problem.value.errors) == ["q1", "q2"]
    for nothing in ({}, {"1": " "}, {"99": "1"}):
        with pytest.raises(Problem) as empty:
            fill(link, nothing, language="en")
        assert empty.value.code == "no_answer"
    fill(link, {"1": "5"}, language="xx")


def test_a_link_that_there_is_not_opens_nothing() -> None:
    for link in ("", "x", "a" * 43, new_secret()):
        with pytest.raises(Absent):
            form_of(link)
        with pytest.raises(Absent):
            fill(link, {"1": "1"}, language="ar")


def test_a_link_expires_and_ends_with_its_instrument(course: str, offering: str) -> None:
    form = make_instrument(course, level="L1")
    link = invited(offering, form, "reaction")
    with clock.stopped_at(datetime(2027, 4, 1, 12, tzinfo=UTC)):
        assert form_of(link)
    with clock.stopped_at(datetime(2027, 4, 2, 12, tzinfo=UTC)), pytest.raises(Spent) as problem:
        form_of(link)
    assert problem.value.code == "expired"
    instruments.retire(DANA, instrument=form, version=2)
    with pytest.raises(Spent) as problem:
        form_of(link)
    assert problem.value.code == "retired"


def test_the_journal_says_that_a_form_came_and_not_whose(course: str, offering: str) -> None:
    fill(invited(offering, make_instrument(course, level="L1"), "reaction"), {"1": "5"}, language="ar")
    with acting_as(DANA):
        line = JournalLine.objects.get(operation="instruments.fill")
    assert (line.thing, line.account) == (offering, "system")
    assert line.changes == {"wave": [None, "reaction"]}


def test_who_invites_and_whom(course: str, offering: str) -> None:
    form = make_instrument(course, level="L1")
    assert [(one.party, one.person, one.name.en) for one in to_invite(DANA, activity=offering)] == [
        ("QAT", "N1", "Noura Al-Kuwari")
    ]
    assert to_invite(HESSA, activity=offering) == to_invite(LAYLA, activity=offering) == ()
    with pytest.raises(Refused):
        invited(offering, form, "reaction", viewer=HESSA)
    with pytest.raises(Refused):
        invited(offering, form, "reaction", viewer=LAYLA)
    with pytest.raises(Absent):
        invited("absent", form, "reaction")
    with pytest.raises(Absent):
        invited(offering, "absent", "reaction")
    for wrong in ({"person": "N2"}, {"person": "Noura Al-Kuwari"}, {"party": "BHR"}, {"digest": "x"}):
        with pytest.raises(Invalid):
            invited(offering, form, "reaction", **wrong)
    with pytest.raises(Invalid):
        invited(offering, form, "pre")
    other = make_instrument(make_course(code="RC-2"), level="L1")
    with pytest.raises(Invalid):
        invited(offering, other, "reaction")
    with pytest.raises(Problem):
        invited(offering, make_instrument(course, level="L1", draft=True), "reaction")


def test_how_many_were_asked_and_answered(course: str, offering: str) -> None:
    form = make_instrument(course, level="L1")
    invited(offering, form, "reaction")
    fill(invited(offering, form, "reaction"), {"1": "5"}, language="ar")
    (wave,) = offering_results(DANA, activity=offering).waves
    assert (wave.wave, wave.asked, wave.used, wave.filled) == ("reaction", 2, 1, 1)
    (seen,) = offering_results(HESSA, activity=offering).waves
    assert (seen.asked, seen.used, seen.filled) == (2, 1, 0)
    assert offering_results(SALIM, activity=offering).waves == ()


def test_graduate_and_supervisor_answer_the_same_questions(course: str, offering: str) -> None:
    form = make_instrument(course, level="L3")
    fill(invited(offering, form, "followup"), {"1": "1", "2": "3", "3": "1"}, language="ar")
    fill(invited(offering, form, "supervisor"), {"1": "2", "2": "1", "3": "5"}, language="ar")
    with acting_as(DANA):
        graduate, supervisor = answers_of(["RC-101"], "followup", "supervisor")
    assert graduate.sittings[0].person == supervisor.sittings[0].person == f"QAT/N1/{offering}"
    assert [item.asks for item in graduate.items[:3]] == ["applied", "how_often", "barrier"]
    assert [item.objective for item in graduate.items] == [1, 1, 1, 2, 2, 2, None]
    chosen = [graduate.items[at].options[graduate.sittings[0].choices[at] or 0]["code"] for at in range(3)]
    assert chosen == ["yes", "monthly", "none"]
    with acting_as(HESSA):
        assert answers_of(["RC-101"]) == ()
