"""What a report needs of a content as it is kept is what the whole content has of it."""

from __future__ import annotations

import json

from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.plain import canonical, from_plain
from mithaq.reviews.runs.telling.loading import for_all, for_area, for_course, for_party
from tests.reviews.contents import content


def test_one_course_is_loaded_whole_and_alone() -> None:
    whole = content()
    found = for_course(canonical(whole), "RC-102")
    kept = from_plain(Content, json.loads(canonical(whole)))
    assert canonical(found.courses) == canonical(kept.courses[1:2])
    assert canonical(found.report.courses) == canonical(kept.report.courses[1:2])
    assert found.report.settings == kept.report.settings
    assert (*found.parties, *found.offerings, *found.areas, *found.ledger, *found.report.offerings) == ()
    assert for_course(canonical(whole), "RC-999").courses == ()


def test_one_party_is_loaded_without_the_others() -> None:
    found = for_party(canonical(content()), "QAT")
    assert [one.party for one in found.parties] == [one.party for one in found.ledger] == ["QAT"]
    assert [one.party for one in found.report.parties] == ["QAT"]
    assert "KWT" not in canonical(found)


def test_one_area_is_loaded_with_its_own_courses_alone() -> None:
    whole = content()
    for area in whole.areas:
        found = for_area(canonical(whole), area.area)
        assert [one.area for one in found.areas] == [area.area]
        assert tuple(one.code for one in found.courses) == area.courses
        assert {one.course for one in found.report.courses} == set(area.courses)
        assert not any(one.pairs for one in found.courses)
        assert all(any(own.area == area.area for own in one.areas) for one in found.parties)
    assert for_area(canonical(whole), "none").courses == ()


def test_all_courses_come_without_single_people() -> None:
    found = for_all(canonical(content()))
    assert [one.code for one in found.courses] == ["RC-101", "RC-102", "RC-103"]
    assert not any(one.pairs for one in found.courses)
    assert len(found.parties) == 4


def test_an_empty_content_is_loaded_as_it_is() -> None:
    bare = Content(content().report, (), (), (), (), ())
    assert for_all(canonical(bare)).courses == ()
