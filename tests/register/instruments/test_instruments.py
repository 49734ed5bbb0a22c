"""Instruments: made, written, put in use; scores and forms typed in; who may, and who sees them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.models import Instrument, Item, Result
from mithaq.register.instruments.reads import instrument_page, instruments_of, offering_results
from mithaq.register.instruments.results import answers_of
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_instrument, make_offering, make_results

pytestmark = pytest.mark.django_db
COLLEAGUE = Viewer("noor", DANA.clearance, DANA.permissions)
CHOICE: dict[str, Any] = {
    **{
        "kind": "choice",
        "words_ar": "أيها؟",
        "words_en": "Which?",
        "options_ar": "هذا\nذاك",
        "options_en": "This\nThat",
    },
    **{"right": 2, "points": Decimal("1.5")},
}


def draft(course: str = "", viewer: Any = DANA, **fields: Any) -> str:
    given = {"level": "L2", "title_en": "Test", **fields}
    return instruments.add_instrument(viewer, course=course or make_course(), **given).public_id


def problem_of(act: Any, *args: Any, **fields: Any) -> str:
    """The code of the problem that this raises; of an Invalid, of its first error."""
    with pytest.raises(Problem) as raised:
        act(*args, **fields)
    wrong = raised.value
    return next(iter(wrong.errors.values()))[0]["code"] if isinstance(wrong, Invalid) else wrong.code


def test_a_centre_writes_a_test_and_puts_it_in_use() -> None:
    made = make_instrument(questions=6, points=2)
    with acting_as(DANA):
        row = Instrument.objects.get(public_id=made)
        assert (row.level, row.form, row.state, row.maximum) == ("L2", "A", "in_use", 12)
        assert list(Item.objects.filter(instrument=row).values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_a_colleague_goes_on_with_it_and_others_do_not() -> None:
    made = draft()
    instruments.set_item(COLLEAGUE, instrument=made, version=1, number=1, **CHOICE)
    for viewer in (HESSA, RASHID, SALIM, PUBLIC):
        with pytest.raises(Refused):
            instruments.set_item(viewer, instrument=made, version=2, number=1, **CHOICE)
        with pytest.raises(Absent):
            instrument_page(viewer, instrument=made)
    with pytest.raises(Absent):
        instruments.put_in_use(LAYLA, instrument=made, version=2)
    shared = draft(make_course(code="RC-2"), shared=("SEC",))
    assert instrument_page(LAYLA, instrument=shared).may
    with pytest.raises(Refused):
        draft(make_course(code="RC-3"), viewer=BADER)


def test_no_state_is_shown_the_key() -> None:
    course = make_course()
    for party, code in (("QAT", "state"), ("XXX", "unknown_party")):
        assert problem_of(draft, course, shared=(party,)) == code
    narrow = make_course(code="RC-9", level="RESTRICTED", audience=("NATO-ICI-RC",))
    assert problem_of(draft, narrow, shared=("SEC",)) == "not_released"


def test_questions_are_numbered_put_right_and_taken_out() -> None:
    made = draft()
    assert problem_of(instruments.set_item, DANA, instrument=made, version=1, number=2, **CHOICE) == "number"
    for number in (1, 2, 3):
        words = {**CHOICE, "words_en": f"Question {number}"}
        instruments.set_item(DANA, instrument=made, version=number, number=number, **words)
    with pytest.raises(Conflict):
        instruments.set_item(DANA, instrument=made, version=1, number=1, **CHOICE)
    instruments.drop_item(DANA, instrument=made, version=4, number=2)
    page = instrument_page(DANA, instrument=made)
    assert [(one.number, one.words.en, one.right) for one in page.items] == [(1, "Question 1", 2), (2, "Question 3", 2)]
    assert page.row.maximum == "3"
    assert problem_of(instruments.drop_item, DANA, instrument=made, version=5, number=9) == "number"
    assert (
        problem_of(instruments.set_item, DANA, instrument=made, version=5, number=1, **CHOICE, objective=7)
        == "objective"
    )
    for wrong in ({"right": 3}, {"options_ar": "", "options_en": "One"}, {"words_ar": "", "words_en": ""}):
        assert problem_of(instruments.set_item, DANA, instrument=made, version=5, number=1, **{**CHOICE, **wrong})


def test_what_is_not_whole_is_not_put_in_use() -> None:
    made = draft()
    assert problem_of(instruments.put_in_use, DANA, instrument=made, version=1) == "no_items"
    instruments.set_item(DANA, instrument=made, version=1, number=1, **{**CHOICE, "points": None})
    assert problem_of(instruments.put_in_use, DANA, instrument=made, version=2) == "no_points"
    instruments.set_item(DANA, instrument=made, version=2, number=1, **{**CHOICE, "right": None})
    assert problem_of(instruments.put_in_use, DANA, instrument=made, version=3) == "no_key"
    instruments.set_item(DANA, instrument=made, version=3, number=1, **{**CHOICE, "kind": "scale"})
    assert problem_of(instruments.put_in_use, DANA, instrument=made, version=4) == "scale"


def test_two_forms_of_unequal_length_are_a_reasoned_error() -> None:
    course = make_course()
    make_instrument(course, questions=4)
    for questions, points in ((3, 1), (4, 2)):
        second = make_instrument(course, questions=questions, points=points, form="B", draft=True)
        with pytest.raises(Problem) as problem:
            instruments.put_in_use(DANA, instrument=second, version=questions + 1)
        assert problem.value.code == "unequal_forms"
        assert "Form A has 4 questions and 4 points" in problem.value.say()
    equal = make_instrument(course, questions=4, form="B")
    assert "few_common" in instrument_page(DANA, instrument=equal).warnings


def test_an_instrument_in_use_keeps_its_questions() -> None:
    made = make_instrument(questions=2)
    assert problem_of(instruments.set_item, DANA, instrument=made, version=4, number=1, **CHOICE) == "in_use"
    assert problem_of(instruments.drop_item, DANA, instrument=made, version=4, number=1) == "in_use"
    assert problem_of(instruments.amend_instrument, DANA, instrument=made, version=4, form="B") == "in_use"
    instruments.amend_instrument(DANA, instrument=made, version=4, title_ar="اختبار آخر")
    instruments.retire(DANA, instrument=made, version=5)
    assert problem_of(instruments.retire, DANA, instrument=made, version=6) == "retired"


def test_what_weakens_an_instrument_is_said() -> None:
    made = draft()
    instruments.set_item(DANA, instrument=made, version=1, number=1, **{**CHOICE, "words_ar": "", "objective": 2})
    page = instrument_page(DANA, instrument=made)
    assert page.warnings == ("untranslated", "untested")
    assert page.untested == (1,)


def test_the_queries_of_a_course_do_not_grow() -> None:
    course = make_course()
    make_instrument(course, questions=2)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            instruments_of(DANA, course=course)
        counts.append(len(queries))
        make_instrument(course, level="L1")
        make_instrument(course, level="L3")
    assert counts[0] == counts[1]


def test_scores_are_recorded_and_put_right() -> None:
    offering = make_offering()
    make_results(offering, ("QAT", "P1", 40, None))
    given: dict[str, Any] = {
        "activity": offering,
        "party": "QAT",
        "person": "P1",
        "maximum": 100,
        "pre": 40,
        "post": 70,
    }
    assert problem_of(instruments.record_result, DANA, **given) == "scored"
    with pytest.raises(Conflict):
        instruments.record_result(DANA, version=7, **given)
    instruments.record_result(COLLEAGUE, version=1, post_on=date(2027, 3, 18), **given)
    (found,) = offering_results(HESSA, activity=offering).results
    assert (found.pre, found.post, found.maximum, found.version) == ("40", "70", "100", 2)
    assert offering_results(BADER, activity=offering).results == ()
    for viewer in (HESSA, LAYLA):
        with pytest.raises(Refused):
            instruments.record_result(viewer, version=2, **given)
    with pytest.raises(Absent):
        instruments.record_result(DANA, **{**given, "activity": "absent"})


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"post": 170}, "above_maximum"),
        ({"post": -1}, "min_value"),
        ({"maximum": 0}, "min_value"),
        ({"pre": None}, "required"),
        ({"pre": "many"}, "invalid"),
        ({"person": "Noura Al-Kuwari"}, "name"),
        ({"person": "noura@example.org"}, "name"),
        ({"person": "N4"}, "no_seat"),
        ({"party": "XXX"}, "unknown_party"),
        ({"party": "BHR"}, "not_released"),
        ({"pre_on": "1448-10-06x"}, "invalid"),
    ],
)
def test_scores_that_cannot_be_are_told(fields: dict[str, Any], code: str) -> None:
    given = {"activity": make_offering(), "party": "QAT", "person": "P1", "maximum": 100, "pre": 40}
    assert problem_of(instruments.record_result, DANA, **{**given, **fields}) == code
    with acting_as(DANA):
        assert not Result.objects.exists()


def test_an_activity_that_is_no_course_has_no_results() -> None:
    from tests.make import make_activity  # noqa: PLC0415

    activity = make_activity()
    given: dict[str, Any] = {"activity": activity, "party": "QAT", "person": "P1", "maximum": 100, "pre": 40}
    assert problem_of(instruments.record_result, DANA, **given) == "no_course"
    with pytest.raises(Absent):
        offering_results(DANA, activity=activity)


def test_a_form_on_paper_is_scored_as_one_by_link() -> None:
    course = make_course()
    offering, test = make_offering(course), make_instrument(course, questions=3)
    given: dict[str, Any] = {"activity": offering, "instrument": test, "wave": "pre", "party": "QAT", "person": "P1"}
    given |= {"taken_on": date(2027, 3, 14), "language": "en"}
    instruments.record_form(DANA, answers={"1": "1", "2": "2"}, **given)
    with acting_as(DANA):
        (answers,) = answers_of(["RC-101"], "pre")
        assert answers.sittings[0].score == 1
    assert problem_of(instruments.record_form, DANA, answers={"1": "1"}, **given) == "filled"
    for wrong in ({"9": "1"}, {"1": "4"}, {}):
        assert problem_of(instruments.record_form, DANA, answers=wrong, **{**given, "person": "P2"})
    assert problem_of(instruments.record_form, DANA, answers={"1": "1"}, **{**given, "wave": "reaction"}) == "wave"


def test_forms_of_another_length_do_not_mix_with_scores_that_are_there() -> None:
    course = make_course()
    offering, test = make_offering(course), make_instrument(course, questions=3)
    make_results(offering, ("QAT", "P1", 40, None))
    given: dict[str, Any] = {"activity": offering, "instrument": test, "wave": "post", "party": "QAT", "person": "P1"}
    given |= {"taken_on": date(2027, 3, 18), "language": "en", "answers": {"1": "1"}}
    assert problem_of(instruments.record_form, DANA, **given) == "unequal_maximum"
