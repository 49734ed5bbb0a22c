"""Facts of tests and of what people said, from filled forms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from mithaq.core.words import Bilingual
from mithaq.register.instruments.meaning import says_yes
from mithaq.register.instruments.results import Answers, Filled, ItemAsked
from mithaq.reviews.runs.facts.said import of_party, reaction_of, transfer_of
from mithaq.reviews.runs.facts.tested import items_of, objectives_of, reliability_of
from tests.reviews.tables import sources

YES_NO = ({"code": "yes", "ar": "نعم", "en": "Yes"}, {"code": "no", "ar": "لا", "en": "No"})
BARRIERS = ({"code": "none", "ar": "لا شيء", "en": "None"}, {"code": "time", "ar": "الوقت", "en": "Time"})


def item(
    number: int, *, kind: str = "choice", objective: int | None = None, asks: str = "", **more: object
) -> ItemAsked:
    """A question; of a test if it has a maximum."""
    given = {"options": YES_NO, "key": 0, "maximum": None, "common": True, **more}
    words = Bilingual(f"سؤال {number}", f"Question {number}")
    return ItemAsked(number=number, kind=kind, words=words, objective=objective, asks=asks, **given)  # type: ignore[arg-type]


def filled(
    person: str, values: Sequence[float | None], choices: list[int | None] | None = None, party: str = "QAT"
) -> Filled:
    """A filled form."""
    picked = tuple(choices or [None] * len(values))
    blank = ("",) * len(values)
    return Filled("o1", party, person, date(2026, 3, 1), "ar", None, tuple(values), picked, blank, False)


def answers(wave: str, level: str, items: list[ItemAsked], sittings: list[Filled], form: str = "A") -> Answers:
    """The forms of one wave."""
    maximum = sum(one.maximum or 0 for one in items)
    return Answers("RC-1", f"i{form}", level, form, wave, float(maximum), tuple(items), tuple(sittings))


def a_test(wave: str, chance: float, form: str = "A", *, odd: int | None = None) -> Answers:
    """Thirty people and six items, three an objective; able people get more right, but for the `odd` item, which they miss."""
    draw = np.random.default_rng(len(wave))
    asked = [item(at, maximum=1.0, objective=1 + at // 4) for at in range(1, 7)]
    people = []
    for at in range(30):
        able = chance + (at - 15) / 40
        right = [float(draw.random() < able) for _ in asked]
        if odd is not None:
            right[odd - 1] = float(at < 15)
        people.append(filled(f"QAT/p{at}", right))
    return answers(wave, "L2", asked, people, form)


def test_items_are_told_before_and_after_with_what_to_look_at() -> None:
    facts = items_of([a_test("pre", 0.3), a_test("post", 0.7, odd=5)])
    assert [one.number for one in facts] == [1, 2, 3, 4, 5, 6]
    assert all(one.facility_pre is not None and one.facility_post is not None for one in facts)
    assert "negative" in facts[4].flags
    assert facts[0].n == 30


def test_reliability_is_that_of_the_test_after() -> None:
    known = reliability_of([a_test("pre", 0.3), a_test("post", 0.6)])
    assert known is not None
    assert (known.n, known.items) == (30, 6)
    assert known.low < known.alpha < known.high
    assert reliability_of([a_test("pre", 0.3)]) is None
    assert reliability_of([]) is None


def test_objectives_are_learned_or_not_tested_also_by_two_forms() -> None:
    course = sources().courses[0]
    facts = objectives_of(course, [a_test("pre", 0.1), a_test("post", 0.9, form="B")])
    assert [(one.number, one.items) for one in facts] == [(1, 3), (2, 3)]
    assert facts[0].state == "learned"
    assert facts[0].gain is not None
    assert facts[0].gain.low > 5
    assert [one.state for one in objectives_of(course, [])] == ["not_tested"]


def test_an_answer_is_a_yes_by_its_code_or_from_four_of_five() -> None:
    assert says_yes(item(1), None, 0) is True
    assert says_yes(item(1), None, 1) is False
    assert says_yes(item(1, kind="scale", options=()), 4.0, None) is True
    assert says_yes(item(1, kind="scale", options=()), 3.0, None) is False
    assert says_yes(item(1), None, None) is None


def test_the_reaction_has_shares_with_who_answered() -> None:
    asked = [
        item(1, kind="scale", options=(), asks="relevant"),
        item(2, asks="will_use"),
        item(3, kind="text", asks="remark"),
    ]
    people = [filled("", [5.0 if at < 8 else 2.0, None, None], [None, at % 2, None]) for at in range(12)]
    found = reaction_of([answers("reaction", "L1", asked, people)], 20)
    assert found is not None
    assert (found.asked, found.answered) == (20, 12)
    assert {one.code: (one.count, one.n) for one in found.items} == {"relevant": (8, 12), "will_use": (6, 12)}
    assert reaction_of([], 20) is None


def test_graduates_and_supervisors_are_told_apart_with_how_far_they_agree() -> None:
    asked = [item(1, asks="applied"), item(2, asks="barrier", options=BARRIERS)]
    own = [filled(f"QAT/p{at}", [None, None], [int(at >= 8), int(at % 3 == 0)]) for at in range(12)]
    heard = [filled(f"QAT/p{at}", [None, None], [int(at >= 6), 0]) for at in range(10)]
    found = transfer_of(
        [answers("followup", "L3", asked, own)], [answers("supervisor", "L3", asked, heard)], {"followup": 15}
    )
    assert found is not None
    assert found.graduates.applied is not None
    assert found.supervisors.applied is not None
    assert (found.graduates.applied.count, found.graduates.applied.n, found.graduates.asked) == (8, 12, 15)
    assert (found.supervisors.applied.count, found.both) == (6, 10)
    assert found.kappa is not None
    assert 0 < found.kappa < 1
    assert [(one.code, one.count, one.n) for one in found.barriers] == [("time", 4, 22)]
    assert transfer_of([], [], {}) is None


def test_a_party_has_its_own_forms_alone() -> None:
    asked = [item(1, asks="applied")]
    people = [filled("QAT/p1", [None], [0]), filled("KWT/p1", [None], [0], party="KWT")]
    (kept,) = of_party([answers("followup", "L3", asked, people)], "KWT")
    assert [one.person for one in kept.sittings] == ["KWT/p1"]
    assert of_party([answers("followup", "L3", asked, people)], "OMN") == ()
