"""What is not wanted of a content is not read, and its end is found whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from typing import Any, get_args, get_type_hints

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import CourseReport, OfferingReport, PartyReport, Report
from mithaq.reviews.runs.content import AreaFacts, Content, CourseFacts, Ledger, OfferingFacts, PartyFacts
from mithaq.reviews.runs.plain import canonical
from mithaq.reviews.runs.telling.loading import following, for_course, for_party
from tests.reviews.contents import content

SKIPPED = {
    (Content, "areas"): AreaFacts, (Content, "courses"): CourseFacts, (Content, "ledger"): Ledger,
    (Content, "offerings"): OfferingFacts, (Content, "parties"): PartyFacts, (Report, "courses"): CourseReport,
    (Report, "offerings"): OfferingReport, (Report, "parties"): PartyReport,
}  # fmt: skip


def shapes(shape: Any) -> Iterator[type[Any]]:
    """A shape and all shapes in it."""
    if is_dataclass(shape):
        yield shape  # type: ignore[misc]
        for name, kind in get_type_hints(shape).items():
            yield from shapes(kind) if name in shape.__dataclass_fields__ else ()
    for kind in get_args(shape):
        yield from shapes(kind)


def lists(shape: type[Any]) -> set[str]:
    """The names of its lists."""
    return {name for name, kind in get_type_hints(shape).items() if getattr(kind, "__origin__", None) is tuple}


def test_the_name_behind_a_list_stands_behind_no_list_within() -> None:
    for (whole, name), element in SKIPPED.items():
        behind = following(whole, name)
        assert behind
        for shape in shapes(element):
            assert behind not in {following(shape, one) for one in lists(shape)}, (name, shape)


def test_words_that_look_like_the_end_are_words() -> None:
    whole, trap = content(), '],"ledger":[],"offerings":[],"data_hash":"x"'
    courses = tuple(replace(one, title=Bilingual(trap, trap), centre=trap) for one in whole.courses)
    areas = tuple(replace(one, courses=(trap,), area=trap) for one in whole.areas)
    trapped = canonical(replace(whole, courses=courses, areas=areas))
    assert for_party(trapped, "QAT").courses == ()
    assert for_party(trapped, "QAT").report.data_hash == whole.report.data_hash
    assert canonical(for_party(trapped, "QAT").ledger) == canonical(for_party(canonical(whole), "QAT").ledger)
    assert for_course(trapped, "RC-102").courses[0].title.en == trap
