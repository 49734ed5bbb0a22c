"""Titles are read out of a content without the rest of it, whatever stands in its words."""

from __future__ import annotations

from dataclasses import replace

from mithaq.core.words import Bilingual
from mithaq.reviews.runs.plain import canonical
from mithaq.reviews.runs.titles import titles_in
from tests.reviews.contents import content


def test_titles_are_those_of_the_courses() -> None:
    whole = content()
    wanted = {one.code: one.title for one in whole.courses}
    assert titles_in(canonical(whole), [*wanted, "RC-0", ""]) == wanted
    assert titles_in(canonical(whole), ["RC-102"]) == {"RC-102": wanted["RC-102"]}


def test_words_that_look_like_a_course_are_words() -> None:
    trap = '"code":"RC-102","control_signed":"","title":{"ar":"x","en":"x"}'
    first, second, *others = content().courses
    trapped = replace(content(), courses=(replace(first, centre=trap, title=Bilingual(trap, trap)), second, *others))
    assert titles_in(canonical(trapped), [first.code, second.code]) == {
        first.code: Bilingual(trap, trap), second.code: second.title,
    }  # fmt: skip
