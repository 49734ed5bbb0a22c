"""Contents as text and back."""

from __future__ import annotations

from mithaq.evaluation.report import as_plain
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.plain import canonical, digest, from_plain
from tests.reviews.contents import content


def test_a_content_comes_back_from_its_text_as_it_was() -> None:
    text = canonical(content())
    again = from_plain(Content, as_plain(content()))
    assert canonical(again) == text
    assert isinstance(again.report.courses[0].verdict.value, str)
    assert again.courses[0].objectives == content().courses[0].objectives


def test_the_same_content_is_the_same_text_and_another_is_another() -> None:
    assert digest(canonical(content())) == digest(canonical(content()))
    assert digest(canonical(content())) != digest(canonical(content(5)))


def test_the_three_courses_have_three_verdicts() -> None:
    found = {one.course: one.verdict.value for one in content().report.courses}
    assert found == {
        "RC-101": "benefit_shown",
        "RC-102": "no_worthwhile_benefit",
        "RC-103": "not_measurable",
    }


def test_a_content_that_was_kept_before_a_field_was_there_is_read_with_its_default() -> None:
    plain = as_plain(content())
    for course in plain["courses"]:
        for item in course["items"]:
            del item["choices"], item["fairness"]
        if course["reaction"]:
            del course["reaction"]["silent"]
    again = from_plain(Content, plain)
    assert all(item.choices == () and item.fairness is None for course in again.courses for item in course.items)
