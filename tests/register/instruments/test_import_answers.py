"""Answers by question out of a file: points or choices, in which language; like forms that were filled, and nobody twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from mithaq.access.viewer import acting_as
from mithaq.core.packing import pack
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.models import Answer, Result, ResultImport, Sitting
from mithaq.register.instruments.reads import offering_results, preview
from mithaq.register.instruments.results import Filled, answers_of
from mithaq.register.instruments.tables.columns import FIELDS, field_words, matched
from mithaq.reviews.runs.facts import fairness
from tests.cast import DANA, HESSA
from tests.make import make_course, make_instrument, make_offering, make_results
from tests.register.instruments.test_import import kept, take_in, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def course() -> str:
    return make_course()


@pytest.fixture
def offering(course: str) -> str:
    return make_offering(course)


@pytest.fixture
def test(course: str) -> str:
    return make_instrument(course, questions=3)


def filled(wave: str = "pre") -> list[Filled]:
    with acting_as(DANA):
        return [one for answers in answers_of(["RC-101"], wave) for one in answers.sittings]


def record(offering: str, test: str, person: str, **answers: str) -> None:
    given: dict[str, Any] = {"activity": offering, "instrument": test, "wave": "pre", "party": "QAT", "language": "ar"}
    said = {name[1:]: value for name, value in answers.items()}
    instruments.record_form(DANA, person=person, taken_on=date(2027, 3, 14), answers=said, **given)


def test_choices_are_read_by_letter_by_words_and_by_number(offering: str, test: str) -> None:
    text = "party,person,language,Q1,Q2,Choice 3\nQAT,P1,Arabic,أ,Right,3\nQAT,P2,en,b,خطأ آخر,الصواب\nKWT,P1,,A),-,\n"
    take_in(text, activity=offering, wave="pre", instrument=test)
    p1, p2, k1 = filled()
    assert (p1.choices, p1.values, p1.score, p1.language) == ((0, 0, 2), (1, 1, 0), 2, "ar")
    assert (p2.choices, p2.values, p2.score, p2.language) == ((1, 2, 0), (0, 0, 1), 1, "en")
    assert (k1.choices, k1.values, k1.score, k1.language) == ((0, None, None), (1, 0, 0), 1, "")
    assert [row[2] for row in kept()] == [1, 2, 1]


def test_arabic_heads_languages_and_digits(offering: str, test: str) -> None:
    text = "الطرف;الرقم;لغة الاختبار;س١;س٢;اختيار ٣\nQAT;P1;الإنكليزية;ب;١;٣\n"
    take_in(text, activity=offering, wave="post", instrument=test)
    (one,) = filled("post")
    assert (one.language, one.choices, one.values) == ("en", (1, None, 2), (0, 1, 0))


def test_a_number_is_points_and_points_go_with_the_choice(offering: str, test: str) -> None:
    head = "party,person,Q1,Q2,Q3,Response 1\n"
    take_in(f"{head}QAT,P1,1,0,1,Right\n", activity=offering, wave="pre", instrument=test)
    (one,) = filled()
    assert (one.choices, one.values) == ((0, None, None), (1, 0, 1))
    with acting_as(DANA, writing=True):
        Sitting.objects.all().delete()
        Result.objects.all().delete()
    told = wrong(f"{head}QAT,P1,0,0,1,Right\n", activity=offering, wave="pre", instrument=test)
    assert told == ["Row 2, Question 1: The points do not go with what was chosen."]
    told = wrong(f"{head}QAT,P1,3,0,1,d\n", activity=offering, wave="pre", instrument=test)
    assert told == ["Row 2, Question 1: The points are from 0 to 1."]
    told = wrong("party,person,Q1,Q2,Q3\nQAT,P1,d,0,perhaps\n", activity=offering, wave="pre", instrument=test)
    assert told == [
        "Row 2, Question 1: Choose one of the answers, 1 to 3.",
        "Row 2, Question 3: Choose one of the answers, 1 to 3.",
    ]


MOODLE = (
    "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00,{}\n"
    "Al-Kuwari,Noura,noura@example.org,Finished,14 March 2027  9:00 AM,14 March 2027  9:40 AM,40 mins,{}\n"
)


def test_moodles_points_are_brought_to_what_the_questions_are_worth(offering: str, test: str) -> None:
    heads = "Q. 1 /3.33,Q. 2 /3.33,Q. 3 /3.33"
    text = MOODLE.format(heads, "6.67,3.33,0.00,3.33") + "Overall average,,,,,,,6.67,3.33,0.00,3.33\n"
    take_in(text, activity=offering, wave="post", party="QAT", instrument=test)
    (one,) = filled("post")
    assert (one.values, one.score) == ((1, 0, 1), 2)


def test_moodles_responses_are_choices_and_its_questions_are_left_out(offering: str, test: str) -> None:
    heads = ",".join(f"Question {n},Response {n},Right answer {n}" for n in (1, 2, 3))
    cells = "6.67,What?,Right,Right,Who?,Wrong,Right,When?,الصواب,Right"
    take_in(MOODLE.format(heads, cells), activity=offering, wave="post", party="QAT", instrument=test)
    (one,) = filled("post")
    assert (one.choices, one.score) == ((0, 1, 0), 2)


def test_what_is_neither_language_is_told_by_row_where_it_is_kept(offering: str, test: str) -> None:
    text = "party,person,language,Q1,Q2,Q3\nQAT,P1,French,1,0,1\nQAT,P2,ar,1,0,1\n"
    assert wrong(text, activity=offering, wave="pre", instrument=test) == [
        "Row 2, Language of the test: Write ar or en, Arabic or English, or leave it empty."
    ]
    seen = preview(
        DANA, packed=pack(b"party,person,language,pre,max\nQAT,P1,French,4,9\n"), name="r.csv", activity=offering
    )
    assert (seen.fresh, seen.wrong_count) == (1, 0)
    assert "The language is kept with answers by question, and this file has none." in seen.notes


def test_who_filled_the_form_is_not_counted_twice(offering: str, test: str) -> None:
    record(offering, test, "P1", q1="1", q2="2")
    text = "party,person,Q1,Q2,Q3\nQAT,P2,1,0,1\nQAT,P1,1,0,0\n"
    with pytest.raises(Exception, match="attention") as problem:
        take_in(text, activity=offering, wave="pre", instrument=test)
    assert [one["message"] for one in problem.value.errors["file"]] == [  # type: ignore[attr-defined]
        "Row 3, Person, by number or code: This person has filled the form already. Leave the row out: nobody is counted twice."
    ]
    assert len(filled()) == len(kept()) == 1
    take_in(text.replace("P1,1,0,0", "P3,1,0,0"), activity=offering, wave="pre", instrument=test)
    with pytest.raises(Exception, match="filled this form"):
        record(offering, test, "P2", q1="1")


def test_answers_join_a_score_that_is_known_once(offering: str, test: str) -> None:
    make_results(offering, ("QAT", "P1", 2, None), maximum=3)
    text = "party,person,language,Q1,Q2,Q3\nQAT,P1,ar,A,B,A\n"
    seen = preview(DANA, packed=pack(text.encode()), name="r.csv", activity=offering, wave="pre", instrument=test)
    assert (seen.fresh, seen.filled, seen.same, seen.forms) == (0, 0, 0, 1)
    taken = take_in(text, activity=offering, wave="pre", instrument=test)
    assert len(filled()) == len(kept()) == 1
    with pytest.raises(Exception, match="nothing new"):
        take_in(text, activity=offering, wave="pre", instrument=test)
    assert [one.public_id for one in offering_results(DANA, activity=offering).imports] == [taken]
    instruments.undo_results(DANA, taken_in=taken)
    assert (filled(), len(kept())) == ([], 1)


def test_undone_as_a_whole(offering: str, test: str) -> None:
    text = "party,person,language,Q1,Q2,Q3\nQAT,P1,ar,A,B,A\nKWT,P2,en,1,1,0\n"
    taken = take_in(text, activity=offering, wave="pre", instrument=test)
    with acting_as(DANA):
        assert ResultImport.objects.get().forms == 2
    instruments.undo_results(DANA, taken_in=taken)
    with acting_as(DANA):
        assert [model.objects.count() for model in (Sitting, Answer, Result)] == [0, 0, 0]


def test_each_party_sees_its_own_answers_alone(offering: str, test: str) -> None:
    take_in("party,person,Q1,Q2,Q3\nQAT,P1,A,B,A\nKWT,P2,1,1,0\n", activity=offering, wave="pre", instrument=test)
    with acting_as(HESSA):
        assert [one.party for one in Sitting.objects.all()] == ["QAT"]
        assert Answer.objects.count() == 3


def test_fairness_is_told_of_a_file_as_of_forms(course: str, offering: str) -> None:
    form = make_instrument(course, questions=6)
    rows = [
        f"QAT,P{n},{'ar' if n % 2 else 'en'},{','.join('AB'[(n + q) % 3 == 0] for q in range(6))}" for n in range(60)
    ]
    text = "party,person,language," + ",".join(f"Q{n}" for n in range(1, 7)) + "\n" + "\n".join(rows) + "\n"
    take_in(text, activity=offering, wave="pre", instrument=form)
    with acting_as(DANA):
        (answers,) = answers_of(["RC-101"], "pre")
    import numpy as np  # noqa: PLC0415

    told = fairness.fairness_of(answers, np.array(answers.matrix(), dtype=float), [1.0] * 6)
    assert {one.people for one in told} == {(("ar", 30), ("en", 30))}


def test_many_forms_in_one_file_by_few_statements(offering: str, test: str, django_assert_max_num_queries: Any) -> None:
    rows = "".join(f"QAT,P{n},{'ABC'[n % 3]},1,0\n" for n in range(300))
    with django_assert_max_num_queries(80):
        take_in(f"party,person,Q1,Q2,Q3\n{rows}", activity=offering, wave="pre", instrument=test)
    assert len(filled()) == 300


def test_columns_can_be_said_to_be_choices() -> None:
    by = matched(["a", "b", "Q2"], {"a": "c1", "b": "q3"})
    assert (by.choices, by.questions, by.items) == ({1: 0}, {3: 1, 2: 2}, [1, 2, 3])
    assert [by.field_of(at) for at in range(3)] == ["c1", "q3", "q2"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_columns_are_matched_by_what_the_page_calls_them(language: str) -> None:
    with override(language):
        names = {str(words): field for field, words in FIELDS.items()}
        names |= {field_words(field): field for field in ("q1", "c2")}
    by = matched(list(names), {})
    assert [by.field_of(at) for at in range(len(names))] == list(names.values())
