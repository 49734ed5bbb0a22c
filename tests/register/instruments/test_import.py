"""Results taken in as a file: columns matched, what is wrong by row, tried first, undone."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.access.viewer import acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.papers.sheets import xlsx
from mithaq.register.activities import operations as activities
from mithaq.register.activities.reads import activity_page
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.models import Answer, Result, Sitting
from mithaq.register.instruments.results import answers_of, results_table
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_instrument, make_nomination, make_offering, make_results

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ahead")]
HIDDEN: dict[str, Any] = {
    **{"kind": "workshop", "title_en": "Hidden", "host": "SEC", "begins": "2027-03-14", "ends": "2027-03-18"},
    **{"zone": "Asia/Kuwait", "delivery": "resident", "capacity": 10},
}
HEAD = "course,offering,party,person,pre,post,max\n"


@pytest.fixture
def offering() -> str:
    return make_offering()


def take_in(content: bytes | str, name: str = "results.csv", viewer: Any = DANA, **fields: Any) -> str:
    file = SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
    return instruments.take_in_results(viewer, file=file, **fields).public_id


def wrong(content: bytes | str, **fields: Any) -> list[str]:
    """What is said to be wrong with this file; nothing of it is kept."""
    with pytest.raises(Invalid) as problem:
        take_in(content, **fields)
    assert kept() == []
    return [error["message"] for errors in problem.value.errors.values() for error in errors]


def kept(viewer: Any = DANA) -> list[tuple[Any, ...]]:
    with acting_as(viewer):
        rows = Result.objects.order_by("party", "person")
        return list(rows.values_list("party", "person", "pre", "post", "maximum"))


def ref(offering: str) -> str:
    return activity_page(DANA, activity=offering).row.ref


def test_the_plain_table_is_taken_in_by_the_reference_of_the_offering(offering: str) -> None:
    take_in(f"{HEAD}RC-101,{ref(offering)},QAT,P1,40,70.5,100\nRC-101,{offering},KWT,P2,50,,100\n")
    assert kept() == [("KWT", "P2", 50, None, 100), ("QAT", "P1", 40, 70.5, 100)]
    with acting_as(DANA):
        table = results_table(["RC-101"])
    assert table.person == ("KWT/P2", "QAT/P1")
    assert table.columns()["post"] == (None, 70.5)
    assert "followup" not in table.columns()
    assert table.completed == (False, True)


def test_arabic_columns_digits_names_of_states_and_hijri_days_are_read(offering: str) -> None:
    head = "الطرف;الرقم;القبلي;البعدي;الدرجة القصوى;تاريخ البعدي;اتم الدورة\n"
    take_in(f"{head}طرف QAT;م١;٤٠٫٥;٧٠;١٠٠;٠٨/١٠/١٤٤٨;نعم\n", activity=offering)
    assert kept() == [("QAT", "م1", 40.5, 70, 100)]
    with acting_as(DANA):
        assert Result.objects.get().post_on == date(2027, 3, 16)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_a_table_in_the_encodings_that_offices_save(offering: str, encoding: str) -> None:
    text = "الطرف,الشخص,الاختبار القبلي,الاختبار البعدي,الدرجة القصوى\nQAT,7,40,70,100\n"
    take_in(text.encode(encoding), activity=offering)
    assert kept() == [("QAT", "7", 40, 70, 100)]


def test_a_workbook_is_read_as_well(offering: str) -> None:
    rows: list[list[Any]] = [["QAT", 7, 40, 70.25, 100, date(2027, 3, 16)]]
    take_in(
        xlsx("x", ["party", "person", "pre", "post", "max", "post_on"], rows, rtl=True), "r.xlsx", activity=offering
    )
    assert kept() == [("QAT", "7", 40, 70.25, 100)]


MOODLE = (
    "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00\n"
    "Al-Kuwari,Noura,noura@example.org,Finished,14 March 2027  9:00 AM,14 March 2027  9:40 AM,40 mins,8.50\n"
    "Rossi,Anna,anna@example.org,Finished,14 March 2027  9:00 AM,14 March 2027  9:40 AM,40 mins,6.00\n"
    "Overall average,,,,,,,7.25\n"
)


def test_moodles_grade_export_is_matched_to_nominations_by_name_and_keeps_no_name(offering: str) -> None:
    nomination = make_nomination(offering)
    activities.accept(DANA, nomination=nomination, version=2)
    take_in(MOODLE, activity=offering, wave="post", party="QAT")
    (n1, other) = kept()
    assert n1 == ("QAT", "N1", None, 8.5, 10)
    assert other[1].startswith("P")
    assert len(other[1]) == 15
    with acting_as(DANA):
        text = str(list(Result.objects.values()))
    assert "ossi" not in text
    assert "anna" not in text
    take_in(MOODLE.replace("8.50", "4").replace("6.00", "3"), activity=offering, wave="pre", party="QAT")
    assert [row[2:] for row in kept()] == [(4, 8.5, 10), (3, 6, 10)]


def test_a_name_that_nobody_nominated_needs_its_party(offering: str) -> None:
    (message, _) = wrong(MOODLE, activity=offering, wave="post")
    assert message == "Row 2, Party: Say which party it is: nobody of this name is nominated for the offering."


def test_points_by_question_are_a_filled_form_and_a_score(offering: str) -> None:
    with acting_as(DANA):
        from mithaq.register.training.models import Course  # noqa: PLC0415

        course = Course.objects.get().public_id
    test = make_instrument(course, questions=3, points=2)
    text = "party,person,Q1,Q2,Q3\nQAT,P1,2,0,1.5\nKWT,P2,,2,2\n"
    taken = take_in(text, activity=offering, wave="pre", instrument=test)
    assert kept() == [("KWT", "P2", 4, None, 6), ("QAT", "P1", 3.5, None, 6)]
    with acting_as(DANA):
        (answers,) = answers_of(["RC-101"], "pre")
        assert answers.matrix() == [[2, 0, 1.5], [0, 2, 2]]
        assert [item.objective for item in answers.items] == [1, 2, 1]
    instruments.undo_results(DANA, taken_in=taken)
    with acting_as(DANA):
        assert not Sitting.objects.exists()
        assert not Answer.objects.exists()
    messages = wrong("party,person,Q1,Q2\nQAT,P1,2,0\n", activity=offering, wave="pre", instrument=test)
    assert messages == [
        "The file has 2 questions and the instrument 3. Choose the form that was filled, or match the columns."
    ]
    messages = wrong("party,person,Q1,Q2,Q3\nQAT,P1,2,0,9\n", activity=offering, wave="pre", instrument=test)
    assert messages == ["Row 2, Question 3: The points are from 0 to 2."]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("QAT,P1,40,170,100\n", "Row 2, Score after: The score is above the highest score, 100."),
        ("QAT,P1,-4,70,100\n", "Row 2, Score before: The score is below zero."),
        ("QAT,P1,40,many,100\n", "Row 2, Score after: Write a number, or leave it empty."),
        ("QAT,P1,40,70,\n", "Row 2, Highest score: The highest score is missing or not above zero."),
        (
            'QAT,P1,40,"1,000",2000\n',
            "Row 2, Score after: The comma may part thousands or begin decimals. Write the number without it.",
        ),
        ("QAT,P1,40,7_0,100\n", "Row 2, Score after: Write a number, or leave it empty."),
        ("QAT,P1,40,inf,100\n", "Row 2, Score after: Write a number, or leave it empty."),
        ("QAT,,40,70,100\n", "Row 2, Person, by number or code: Say which person it is, by a number or code."),
        (",P1,40,70,100\n", "Row 2, Party: Say which party it is."),
        ("XYZ,P1,40,70,100\n", "Row 2, Party: There is no party with the code “XYZ”."),
        ("BHR,P1,40,70,100\n", "Row 2, Party: The offering was not released to “BHR”."),
        ("QAT,P1,40,70\n", "Row 2: It has 4 cells, and there are 5 columns."),
        ("QAT,P1,40,70,100,1\n", "Row 2: It has 6 cells, and there are 5 columns."),
        (
            "QAT,N9,40,70,100\n",
            "Row 2, Person, by number or code: “QAT” has no nomination N9 with a seat in this offering.",
        ),
        (
            "QAT,P1,40,70,100\nKWT,P1,40,70,100\nQAT,P1,50,60,100\n",
            "Row 4, Person, by number or code: This person stands in row 2 too. Keep one row for each person.",
        ),
    ],
)
def test_what_is_wrong_is_said_by_row_and_nothing_is_kept(offering: str, rows: str, said: str) -> None:
    assert wrong(f"party,person,pre,post,max\n{rows}", activity=offering) == [said]


def test_days_by_two_calendars_are_told_by_row(offering: str) -> None:
    rows = "QAT,P1,1,2,9,2027-03-14\nQAT,P2,1,2,9,1448-10-06\nQAT,P3,1,2,9,14/3/2027\nQAT,P4,1,2,9,2027-02-30\n"
    assert wrong(f"party,person,pre,post,max,pre_on\n{rows}", activity=offering) == [
        "Row 3, Day of the test before: The other days of this column are by the other calendar. Write all of them by one.",
        "Row 5, Day of the test before: There is no such day.",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is empty. It needs a line of column names and a line for every person."),
        ("\n\n", "The file is empty. It needs a line of column names and a line for every person."),
        (
            "party,person,pre,max\n",
            "The file has no rows. It needs a line of column names and a line for every person.",
        ),
        (b"\x00\x01\x02", "This file cannot be read as a table. Save it again as CSV, XLSX or JSON."),
    ],
)
def test_a_file_that_is_none_is_a_reasoned_error(offering: str, content: bytes | str, said: str) -> None:
    with pytest.raises(Problem) as problem:
        take_in(content, activity=offering)
    assert problem.value.say() == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("party,person,max", "No column holds scores or says who completed the course. Say which does."),
        ("party,pre,post,max", "No column says who it is. Say which does."),
        ("party,person,pre", "Say what the highest score is, or which column says so."),
        ("party,person,score,max", "Say which test the scores are of: before, after, or six months later."),
        ("party,person,Q1,Q2", "The file has points by question. Say of which test."),
    ],
)
def test_a_column_that_is_needed_is_asked_for(offering: str, head: str, said: str) -> None:
    assert wrong(f"{head}\n" + ",".join("1" for _ in head.split(",")), activity=offering) == [said]


def test_columns_are_matched_by_hand_where_their_names_do_not_say_it(offering: str) -> None:
    text = "who,land,a,b\n7,QAT,4,8\n"
    take_in(text, activity=offering, maximum=10, match={"who": "person", "land": "party", "a": "pre", "b": "post"})
    assert kept() == [("QAT", "7", 4, 8, 10)]
    assert_said = pytest.raises(Invalid)
    with assert_said:
        take_in(text, activity=offering, match={"who": "nobody"})


def test_a_percentage_is_out_of_100(offering: str) -> None:
    take_in("party,person,pre,post\nQAT,P1,40 %,70٪\n", activity=offering)
    assert kept() == [("QAT", "P1", 40, 70, 100)]
    with pytest.raises(Invalid):
        take_in("party,person,pre,post,max\nQAT,P2,15%,16%,20\n", activity=offering)


def test_tried_first_nothing_is_kept_and_it_is_said_what_would_be(offering: str) -> None:
    with pytest.raises(Problem) as problem:
        take_in(f"{HEAD}RC-101,{offering},QAT,P1,40,70,100\n", try_only=True)
    assert problem.value.code == "tried"
    assert "1 people are new" in problem.value.say()
    assert kept() == []


def test_a_file_adds_what_is_not_known_and_changes_no_score(offering: str) -> None:
    make_results(offering, ("QAT", "P1", 40, None), ("QAT", "P2", 50, 60))
    take_in(f"{HEAD}RC-101,{offering},QAT,P1,40,70,100\nRC-101,{offering},QAT,P2,50,60,100\n")
    assert [row[3] for row in kept()] == [70, 60]
    with pytest.raises(Problem) as problem:
        take_in(f"{HEAD}RC-101,{offering},QAT,P1,40,70,100\n")
    assert problem.value.code == "nothing_new"
    with pytest.raises(Invalid) as wrongly:
        take_in(f"{HEAD}RC-101,{offering},QAT,P1,41,70,100\n")
    assert "another score there already (40)" in str(wrongly.value.errors)
    make_results(offering, ("QAT", "P3", 4, None), maximum=10)
    with pytest.raises(Invalid) as wrongly:
        take_in(f"{HEAD}RC-101,{offering},QAT,P3,,70,100\n")
    assert "cannot be compared" in str(wrongly.value.errors)


def test_an_import_is_undone_as_a_whole_and_once(offering: str) -> None:
    make_results(offering, ("QAT", "P1", 40, None))
    before = kept()
    taken = take_in(f"{HEAD}RC-101,{offering},QAT,P1,,70,100\nRC-101,{offering},KWT,P2,50,60,100\n")
    instruments.undo_results(DANA, taken_in=taken)
    assert kept() == before
    with pytest.raises(Absent):
        instruments.undo_results(DANA, taken_in=taken)


def test_an_import_is_not_undone_under_what_came_later(offering: str) -> None:
    first = take_in("party,person,pre,max\nQAT,P1,40,100\n", activity=offering)
    second = take_in("party,person,post,max\nQAT,P1,70,100\n", activity=offering)
    with pytest.raises(Conflict):
        instruments.undo_results(DANA, taken_in=first)
    instruments.undo_results(DANA, taken_in=second)
    assert kept() == [("QAT", "P1", 40, None, 100)]


def test_who_may_and_who_may_not(offering: str) -> None:
    text = f"{HEAD}RC-101,{offering},QAT,P1,40,70,100\n"
    with pytest.raises(Refused):
        take_in(text, viewer=SALIM)
    with pytest.raises(Refused):
        take_in(text, viewer=HESSA)
    with pytest.raises(Invalid) as problem:
        take_in(text, viewer=LAYLA)
    assert "Only the party that runs the offering" in str(problem.value.errors)
    taken = take_in(text)
    assert kept(HESSA) == kept(RASHID) == kept()
    assert kept(BADER) == kept(SALIM) == kept(LAYLA) == kept(PUBLIC) == []
    with pytest.raises(Absent):
        instruments.undo_results(LAYLA, taken_in=taken)
    with pytest.raises(Absent):
        instruments.undo_results(DANA, taken_in="absent")


def test_an_offering_that_is_hidden_is_as_one_that_is_absent(offering: str) -> None:
    hidden = activities.plan_activity(LAYLA, **{**HIDDEN, "level": "OFFICIAL", "audience": ("SEC",)}).public_id
    for name in (hidden, "absent"):
        told = wrong(f"{HEAD}RC-101,{name},QAT,P1,40,70,100\n")
        assert told == [f"Row 2, Offering, by its reference: There is no offering “{name}”."]


def test_many_errors_are_told_in_part_with_their_number(offering: str) -> None:
    rows = "".join(f"QAT,P{n},40,170,100\n" for n in range(150))
    told = wrong(f"party,person,pre,post,max\n{rows}", activity=offering)
    assert len(told) == 101
    assert told[-1] == "150 rows in all are wrong. These are the first."


def test_a_packed_file_is_the_same_file(offering: str) -> None:
    from mithaq.core.packing import pack, unpack  # noqa: PLC0415

    content = f"{HEAD}RC-101,{offering},QAT,P1,40,70,100\n".encode()
    assert unpack(pack(content)) == content
    instruments.take_in_results(DANA, packed=pack(content), name="r.csv")
    assert len(kept()) == 1
    with pytest.raises(Problem):
        instruments.take_in_results(DANA, packed="nonsense", name="r.csv")


def test_a_workbook_that_is_broken_is_a_reasoned_error(offering: str) -> None:
    with pytest.raises(Problem):
        take_in(io.BytesIO(b"PK nothing").getvalue(), "r.xlsx", activity=offering)
    with pytest.raises(Problem):
        take_in("a,b\n1,2\n", "r.pdf", activity=offering)


def course_id() -> str:
    from mithaq.register.training.reads import course_list  # noqa: PLC0415

    return course_list(DANA).entries[0].public_id


def test_reactions_come_in_from_a_file_without_anybodys_name(offering: str) -> None:
    form = make_instrument(course_id(), level="L1")
    text = "الدولة,الاسم,Q1,Q2,Q3,Q4\nQAT,Noura,5,4,٣,More practice\nQAT,Hamad,4,,5,\nKWT,,3,3,3,\n"
    taken = take_in(text, activity=offering, instrument=form, wave="reaction")
    with acting_as(DANA):
        (answers,) = answers_of(["RC-101"])
        assert answers.matrix() == [[5, 4, 3, None], [4, None, 5, None], [3, 3, 3, None]]
        assert {(one.party, one.person) for one in answers.sittings} == {("QAT", ""), ("KWT", "")}
        assert "Noura" not in str(list(Sitting.objects.values()))
    with acting_as(HESSA):
        assert not Sitting.objects.exists()
    instruments.undo_results(DANA, taken_in=taken)
    with acting_as(DANA):
        assert not Sitting.objects.exists()


def test_applications_come_in_from_a_file_with_answers_in_words(offering: str) -> None:
    form = make_instrument(course_id(), level="L3")
    text = "party,person,Q1,Q2,Q3,Q4,Q5,Q6,Q7\nQAT,P1,نعم,Every week or more often,none,no,1,2,On the last exercise\n"
    take_in(text, activity=offering, instrument=form, wave="followup")
    with acting_as(DANA):
        (answers,) = answers_of(["RC-101"])
        assert answers.sittings[0].choices == (0, 3, 0, 1, 0, 1, None)
        assert answers.sittings[0].person == "QAT/P1"
    told = wrong(text, activity=offering, instrument=form, wave="followup")
    assert told == ["Row 2, Person, by number or code: This person has filled the form already."]
    told = wrong(text.replace("نعم", "perhaps"), activity=offering, instrument=form, wave="supervisor")
    assert told == ["Row 2, Question 1: Choose one of the answers, 1 to 2."]
    assert wrong(text, activity=offering, instrument=form, wave="reaction") == [
        "An instrument of this level is not filled then."
    ]
    assert wrong("party,person,Q1\nQAT,P2,1\n", activity=offering, instrument=form, wave="followup") == [
        "The file has 1 questions and the instrument 7. Choose the form that was filled, or match the columns."
    ]


def test_a_row_without_a_person_does_not_make_names_of_codes(offering: str) -> None:
    told = wrong("party,person,pre,max\nQAT,Pseudonym1,4,9\nQAT,,4,9\n", activity=offering)
    assert told == ["Row 3, Person, by number or code: Say which person it is, by a number or code."]


def test_what_is_left_out_is_said(offering: str) -> None:
    from mithaq.core.packing import pack  # noqa: PLC0415
    from mithaq.register.instruments.reads import preview  # noqa: PLC0415

    rows = "QAT,P1,4,7,9,x\nQAT,P2,,7,9,y\nQAT,P3,5,,9,z\n"
    seen = preview(
        DANA, packed=pack(f"party,person,pre,post,max,remark\n{rows}".encode()), name="r.csv", activity=offering
    )
    assert (seen.fresh, seen.wrong_count, seen.needs) == (3, 0, {})
    assert seen.notes == (
        "These columns are left out: “remark”.",
        "1 people have a score after and none before (rows 3): no gain can be told of them.",
        "1 people have a score before and none after (rows 4): they count as missing.",
        "All scores of “Score after” are equal: a gain can be told, and not how sure it is.",
        "All are of one party: parties cannot be compared.",
    )
    assert [column.field for column in seen.columns] == ["party", "person", "pre", "post", "max", ""]
    assert kept() == []
