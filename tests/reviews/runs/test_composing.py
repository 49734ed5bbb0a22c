"""From sources to a content."""

from __future__ import annotations

from dataclasses import replace

from mithaq.evaluation.report import Settings
from mithaq.reviews.runs.composing import compose
from mithaq.reviews.runs.plain import canonical
from tests.reviews.tables import result_table, sources


def test_the_same_sources_give_the_same_bytes() -> None:
    one, other = compose(sources(), Settings(seed=3)), compose(sources(), Settings(seed=3))
    assert canonical(one.content) == canonical(other.content)
    assert canonical(one.base) == canonical(other.base)
    assert one.data_hash == other.data_hash


def test_another_datum_is_another_hash() -> None:
    table = result_table()
    changed = replace(table, post=(table.post[0] or 0, *table.post[1:-1], 99.0))
    assert compose(sources(changed), Settings()).data_hash != compose(sources(table), Settings()).data_hash
    dearer = replace(sources(table), offerings=tuple(replace(one, cost=9.0) for one in sources(table).offerings))
    assert compose(dearer, Settings()).data_hash != compose(sources(table), Settings()).data_hash


def test_the_facts_fit_the_results() -> None:
    table = result_table()
    content = compose(sources(table), Settings(seed=3)).content
    assert [one.code for one in content.courses] == ["RC-1", "RC-2", "RC-3"]
    assert sum(one.flow.post for one in content.parties) == len(table)
    assert sum(one.n for one in content.areas) == len(table)
    assert sum(one.n for one in content.offerings) == len(table)
    assert {one.area for one in content.areas} == {"cyber", "energy"}
    course = content.courses[0]
    assert course.curve is not None
    assert course.curve.n == 20
    assert course.cost == 2000.0
    assert course.cost_per_point is not None
    assert len(course.pairs) == 40
    assert course.objectives[0].state == "not_tested"
    assert {one.learned.verdict for one in content.ledger} <= {"benefit_shown", "not_yet_known"}
    assert next(one for one in content.ledger if one.party == "QAT").offered >= 6 * 6


def test_every_area_has_six_headings_that_count_its_courses() -> None:
    for area in compose(sources(), Settings()).content.areas:
        assert len(area.headings) == 6
        for one in area.headings:
            found = one.benefit_shown + one.no_worthwhile_benefit + one.not_yet_known + one.not_measurable
            assert found == len(area.courses)


def test_each_course_is_judged_by_its_own_worthwhile_gain() -> None:
    given = sources()
    strict = replace(given, courses=(replace(given.courses[0], least_gain=40.0), *given.courses[1:]))
    told = {one.course: one.verdict.value for one in compose(strict, Settings()).content.report.courses}
    assert told == {"RC-1": "no_worthwhile_benefit", "RC-2": "benefit_shown", "RC-3": "benefit_shown"}
