"""The catalogue: courses with all fields of their record, objectives, runs, trainers; who may, who sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.archive.reads import search
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.activities.reads import activity_page
from mithaq.register.training import operations as training
from mithaq.register.training.reads import course_list, course_page, offering_of, trainer_list
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_activity, make_course, make_house, make_offering
from tests.register.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


RECORD: dict[str, Any] = {
    "kind": "course",
    "discipline_en": "Energy security",
    "areas": ("training_education",),
    "depth": "300",
    "certification": "listed",
    "etf_code": "M1-117",
    "eprime": "ACT.396",
    "link": "https://example.org/course",
    "delivery": "resident",
    "mode": "study",
    "languages": ("ar", "en"),
    "english": "3232",
    "active_from": "2026",
    "active_until": "2028-06",
    "clearance_en": "None",
    "for_whom_en": "NATO, PfP, MD, ICI and others",
    "tuition": "٥٥٠",
    "lodging": "80.50",
    "currency": "EUR",
    "payment_en": "The sending nation",
    "levels": ("L2", "l1"),
    "two_step": True,
    "control_version": "II",
    "control_signed": "2025-03-01",
    "review_due": "2028-03-01",
    "least_gain": "10",
    "least_gain_agreed_by": "The course board",
    "least_gain_agreed_on": "2026-01-15",
    "standard": "70",
}


def test_every_field_of_the_record_is_kept() -> None:
    page = course_page(PUBLIC, course=make_course(**RECORD))
    assert (page.row.depth, page.row.certification, page.row.languages) == (300, "listed", ("ar", "en"))
    assert (page.levels, page.for_whom.en, page.clearance.en) == (("L1", "L2"), "NATO, PfP, MD, ICI and others", "None")
    assert {
        name: page.facts[name] for name in ("etf_code", "eprime", "tuition", "lodging", "currency", "two_step")
    } == {
        "etf_code": "M1-117",
        "eprime": "ACT.396",
        "tuition": "550",
        "lodging": "80.5",
        "currency": "EUR",
        "two_step": "1",
    }
    assert (page.facts["least_gain"], page.facts["least_gain_agreed_on"], page.facts["secure_access"]) == (
        "10",
        "2026-01-15",
        "",
    )
    assert [(one.number, one.performance.ar, one.performance.en) for one in page.objectives] == [
        (1, "يصف الأخطار", "Describe the threats"),
        (2, "يضع خطة", "Make a plan"),
    ]


def test_those_to_whom_it_was_not_released_do_not_find_it() -> None:
    course = make_course(level="OFFICIAL", audience=("QAT",))
    for viewer in (BADER, SALIM, PUBLIC, LAYLA):
        with pytest.raises(Absent):
            course_page(viewer, course=course)
        assert course_list(viewer).entries == ()
        assert search(viewer, q="energy security").hits == ()
    assert search(HESSA, q="energy security").hits[0].thing == course
    assert course_list(HESSA).entries[0].public_id == course


def test_only_the_centre_or_who_manages_centres_writes_in_the_catalogue() -> None:
    course = make_course()
    for viewer in (HESSA, RASHID, SALIM, PUBLIC):
        with pytest.raises(Refused):
            training.describe_course(viewer, course=course, version=1, days=3)
    training.describe_course(LAYLA, course=course, version=1, days=3)
    with pytest.raises(Conflict):
        training.describe_course(DANA, course=course, version=1, days=4)
    page = course_page(DANA, course=course)
    assert (page.row.days, page.row.title.en) == (3, "Energy security")
    assert page.history[0].changes == {"days": ["5", "3"]} or page.history[0].changes == {"days": [5, 3]}
    with pytest.raises(Absent):
        training.describe_course(DANA, course="a" * 22, version=1, days=4)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "<b>"}, "code"),
        ({"title_ar": "", "title_en": ""}, "title_ar"),
        ({"centre": "QAT"}, "centre"),
        ({"centre": "XXX"}, "centre"),
        ({"areas": ("unheard_of",)}, "areas"),
        ({"depth": "150"}, "depth"),
        ({"english": "9999"}, "english"),
        ({"tuition": "-1"}, "tuition"),
        ({"currency": "euro"}, "currency"),
        ({"levels": ("L5",)}, "levels"),
        ({"least_gain": "5"}, "least_gain_agreed_by"),
        ({"least_gain": "101", "least_gain_agreed_by": "All"}, "least_gain"),
        ({"active_from": "soon"}, "active_from"),
    ],
)
def test_a_course_that_cannot_be(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as problem:
        make_course(**fields)
    assert field in problem.value.errors


def test_a_code_is_taken_once_a_centre() -> None:
    make_course()
    with pytest.raises(Invalid) as problem:
        make_course()
    assert problem.value.errors["code"][0]["code"] == "taken"


def test_an_objective_says_condition_and_standard() -> None:
    course = make_course()
    said = {"performance_en": "Make a plan", "condition_en": "With a map", "standard_en": "In an hour", "need": "Ports"}
    training.set_objective(DANA, course=course, version=1, number=2, **said)
    training.set_objective(DANA, course=course, version=2, number=3, performance_ar="يقيّم الخطة")
    page = course_page(HESSA, course=course)
    assert [one.number for one in page.objectives] == [1, 2, 3]
    assert (page.objectives[1].condition.en, page.objectives[1].need) == ("With a map", "Ports")
    with pytest.raises(Invalid):
        training.set_objective(DANA, course=course, version=3, number=9, performance_en="x")


def test_the_catalogue_is_filtered_and_paged() -> None:
    made = [make_course(code=f"RC-10{number}", languages=("ar",), areas=("training_education",)) for number in range(3)]
    assert [row.public_id for row in course_list(PUBLIC).entries] == made
    assert [row.public_id for row in course_list(PUBLIC, after=made[0]).entries] == made[1:]
    for given, count in (
        ({"language": "ar"}, 3),
        ({"language": "en"}, 0),
        ({"area": "training_education"}, 3),
        ({"centre": "NATO-ICI-RC", "q": "energy 101"}, 1),
        ({"kind": "advisory"}, 0),
    ):
        assert len(course_list(PUBLIC, **given).entries) == count, given
    one = counted(lambda: course_list(PUBLIC, q="101"))
    assert counted(lambda: course_list(PUBLIC)) == one


def test_a_run_of_a_course_takes_from_it_what_is_left_out() -> None:
    course = make_course(**RECORD)
    activity = make_offering(course, seats={"QAT": 2}, cost="20000", currency="EUR")
    page = activity_page(HESSA, activity=activity)
    assert (page.row.kind, page.row.host, page.row.languages, page.row.delivery) == (
        "course",
        "NATO-ICI-RC",
        ("ar", "en"),
        "resident",
    )
    assert (page.row.title.en, page.for_whom.en) == ("Energy security", "NATO, PfP, MD, ICI and others")
    shown = offering_of(HESSA, activity=activity)
    assert (shown.course.public_id, shown.cost, shown.currency) == (course, "20000", "EUR")
    assert [row.public_id for row in course_page(HESSA, course=course).offerings] == [activity]
    assert course_page(PUBLIC, course=course).offerings == ()
    with pytest.raises(Absent):
        offering_of(PUBLIC, activity=activity)
    with pytest.raises(Absent):
        offering_of(HESSA, activity=make_activity())


def test_nobody_is_offered_a_course_that_they_cannot_see() -> None:
    course = make_course(level="OFFICIAL", audience=("QAT",))
    with pytest.raises(Invalid) as problem:
        make_offering(course)
    assert problem.value.errors["audience"][0]["code"] == "not_released"
    with pytest.raises(Refused):
        make_offering(course, HESSA)


def test_trainers_on_the_roster_teach() -> None:
    trainer = training.add_trainer(
        DANA,
        level="RESTRICTED",
        audience=("NATO-ICI-RC",),
        centre="NATO-ICI-RC",
        name_en="Captain Rossi",
        home="NATO",
        languages=("en", "it"),
        subjects_en="Maritime security",
        since="2019",
    ).public_id
    activity = make_offering()
    training.assign_trainer(DANA, trainer=trainer, activity=activity)
    assert [one.name.en for one in offering_of(DANA, activity=activity).trainers] == ["Captain Rossi"]
    assert offering_of(HESSA, activity=activity).trainers == ()
    assert trainer_list(HESSA).entries == ()
    assert [one.subjects.en for one in trainer_list(DANA, language="it").entries] == ["Maritime security"]
    with pytest.raises(Invalid):
        training.assign_trainer(DANA, trainer=trainer, activity=activity)
    training.describe_trainer(DANA, trainer=trainer, version=1, until="2027")
    with pytest.raises(Conflict):
        training.describe_trainer(DANA, trainer=trainer, version=1, until="2028")
    with pytest.raises(Refused):
        training.describe_trainer(RASHID, trainer=trainer, version=2, until="2028")
    assert trainer_list(DANA, centre="NATO-ICI-RC").entries[0].until == "2027"


def test_a_trainer_of_another_centre_is_not_assigned() -> None:
    trainer = training.add_trainer(DANA, level="PUBLIC", centre="NATO-ICI-RC", name_ar="نورة").public_id
    other = make_activity("SEC", viewer=LAYLA, host="SEC", level="PUBLIC")
    with pytest.raises(Problem) as problem:
        training.assign_trainer(LAYLA, trainer=trainer, activity=other)
    assert problem.value.code == "other_centre"


def test_a_course_is_released_to_more_and_never_to_fewer() -> None:
    course = make_course(level="OFFICIAL", audience=("QAT", "NATO-ICI-RC"))
    first: dict[str, Any] = {"course": course, "version": 1, "level": "OFFICIAL", "reason": "They asked"}
    for audience in (("KWT",), ("QAT",)):
        with pytest.raises(Invalid):
            training.release_course(DANA, **first, audience=audience)
    for viewer in (HESSA, SALIM):
        with pytest.raises(Refused):
            training.release_course(viewer, **first, audience=("QAT", "KWT"))
    with pytest.raises(Absent):
        training.release_course(LAYLA, **first, audience=("QAT", "KWT"))
    with pytest.raises(Absent):
        course_page(BADER, course=course)
    assert "courses.release" in course_page(DANA, course=course).may
    training.release_course(DANA, **first, audience=("QAT", "KWT"))
    seen = course_page(BADER, course=course)
    assert (len(seen.objectives), [line.operation for line in seen.history]) == (2, ["courses.release"])
    assert [hit.thing for hit in search(BADER, q="Energy security").hits] == [course]
    with pytest.raises(Conflict):
        training.release_course(DANA, **{**first, "level": "PUBLIC"})
    training.release_course(DANA, **{**first, "version": 2, "level": "PUBLIC"})
    assert course_page(PUBLIC, course=course).row.code == "RC-101"
    assert "courses.release" not in course_page(DANA, course=course).may
