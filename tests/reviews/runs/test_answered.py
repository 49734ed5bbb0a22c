"""What a run holds of single answers: which were chosen, whether both languages are one test, who answered late or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from mithaq.core.words import Bilingual
from mithaq.register.instruments.results import Answers, Filled
from mithaq.reviews.runs.content import ItemFacts
from mithaq.reviews.runs.facts.said import reaction_of, transfer_of
from mithaq.reviews.runs.facts.silent import Heard, silent_of
from mithaq.reviews.runs.facts.tested import items_of
from mithaq.reviews.runs.plain import canonical
from tests.reviews.runs.test_facts import answers, filled, item

OPTIONS = tuple({"code": "", "ar": f"جواب {at}", "en": f"Answer {at}"} for at in range(1, 5))
WORDS = Bilingual("كلمات", "Words")


def chosen(rows: Sequence[Sequence[int | None]], languages: Sequence[str] = (), kind: str = "choice") -> Answers:
    """A test after the course in which these answers were chosen, by people in their order; the first one is right."""
    asked = [item(at, kind=kind, maximum=1.0, options=OPTIONS) for at in range(1, len(rows[0]) + 1)]
    people = [
        replace(filled(f"QAT/p{at}", [float(one == 0) for one in row], list(row)), language=languages[at] if languages else "ar")
        for at, row in enumerate(rows)
    ]  # fmt: skip
    return answers("post", "L2", asked, people)


def test_every_answer_is_told_with_who_takes_it() -> None:
    """Twenty people, by what they know: the ten who know more take answer 2 of the third item, the others the right one."""
    rows = [[0, 0, 1] if at < 10 else [1, 2, 0] for at in range(20)]
    first, second, third = items_of([chosen(rows)])
    assert [(one.number, one.is_key, one.n, one.share) for one in first.choices] == [
        (1, True, 10, 0.5), (2, False, 10, 0.5), (3, False, 0, 0.0), (4, False, 0, 0.0),
    ]  # fmt: skip
    assert [one.flags for one in first.choices] == [(), (), ("unused",), ("unused",)]
    assert (second.choices[2].upper, second.choices[2].lower) == (0.0, 1.0)
    assert third.choices[1].flags == ("takes_the_able",)
    assert third.choices[1].words == Bilingual("جواب 2", "Answer 2")


def test_of_few_people_and_of_points_alone_nothing_is_told_of_answers() -> None:
    few = chosen([[0, 1, 0]] * 19)
    assert [one.choices for one in items_of([few])] == [(), (), ()]
    points = replace(few, sittings=tuple(replace(one, choices=(None,) * 3) for one in few.sittings * 2))
    assert [one.choices for one in items_of([points])] == [(), (), ()]
    assert [one.choices for one in items_of([chosen([[0], [1]] * 20)])] == [()]


def drawn(arabic: int, english: int, hard: float, seed: int = 3) -> Answers:
    """So many people in each language, alike in what they know; the first item is harder by so much in English."""
    draw, rows = np.random.default_rng(seed), []
    for at in range(arabic + english):
        able = draw.normal(0, 1)
        logits = [able - (hard if at >= arabic and not number else 0) for number in range(6)]
        rows.append(
            [0 if draw.random() < 1 / (1 + np.exp(-logit)) else 1 + number % 3 for number, logit in enumerate(logits)]
        )
    return chosen(rows, ["ar"] * arabic + ["en"] * english)


def fair(found: Answers) -> list[ItemFacts]:
    return list(items_of([found]))


def test_an_item_that_is_harder_in_one_language_is_found_and_others_are_not() -> None:
    first, *others = [one.fairness for one in fair(drawn(150, 130, 2.5))]
    assert first is not None
    assert first.odds is not None
    assert (first.state, first.people, first.classed, first.harder_in) == (
        "tested",
        (("ar", 150), ("en", 130)),
        "C",
        "en",
    )
    assert 1 < first.odds.low < first.odds.estimate < first.odds.high
    assert [one.classed for one in others if one] == ["A"] * 5
    (mirrored, *_rest) = [one.fairness for one in fair(drawn(150, 130, -2.5))]
    assert mirrored is not None
    assert mirrored.odds is not None
    assert mirrored.harder_in == "ar"
    assert mirrored.odds.high < 1


def test_the_odds_are_those_of_mantel_and_haenszel() -> None:
    """Two scores, by hand: (a d / n + …) / (b c / n + …) over what is left when both extremes say nothing."""
    rows = [[0, 0, 0, 0, 0]] * 8 + [[0, 1, 0, 0, 0]] * 9 + [[1, 0, 0, 0, 0]] * 8
    rows += [[0, 0, 0, 0, 0]] * 8 + [[0, 1, 0, 0, 0]] * 3 + [[1, 0, 0, 0, 0]] * 14
    found = fair(chosen(rows, ["ar"] * 25 + ["en"] * 25))[0].fairness
    assert found is not None
    assert found.odds is not None
    assert found.odds.estimate == pytest.approx((9 * 14 / 34) / (8 * 3 / 34))


def test_where_it_cannot_be_looked_at_the_reason_stands_there() -> None:
    states = {
        "no_language": replace(drawn(60, 0, 0), sittings=tuple(replace(one, language="") for one in drawn(60, 0, 0).sittings)),
        "one_language": drawn(60, 0, 0),
        "too_few": drawn(60, 24, 0),
        "few_items": chosen([[0, 1, 0], [1, 0, 1]] * 30, ["ar", "en"] * 30),
        "not_told": chosen([[0] * 6] * 60, ["ar", "en"] * 30),
    }  # fmt: skip
    for state, found in states.items():
        told = [one.fairness for one in fair(found)]
        assert {one.state for one in told if one} == {state}
        assert all(one and one.odds is None and not one.classed for one in told)
    assert {one.fairness and one.fairness.state for one in fair(chosen([[0] * 6, [1] * 6], ["ar", "en"]))} == {
        "too_few"
    }


def test_an_item_with_points_between_is_left_out_and_the_others_are_looked_at() -> None:
    whole = drawn(60, 60, 0)
    halves = tuple(replace(one, values=(0.5, *one.values[1:])) for one in whole.sittings)
    told = [one.fairness.state for one in fair(replace(whole, sittings=halves)) if one.fairness]
    assert told == ["not_right_or_wrong", *["tested"] * 5]


def heard(*runs: tuple[str, str, str]) -> list[Heard]:
    """Answers in their order: a queue, a party, and a letter each: y or n."""
    return [Heard(queue, party, letter == "y") for queue, party, letters in runs for letter in letters]


def test_late_answers_are_set_beside_early_ones_within_each_offering() -> None:
    found = silent_of("will_use", WORDS, heard(("i/o1", "QAT", "y" * 10 + "n" * 10)), {})
    assert found is not None
    assert found.late is not None
    assert (found.late.n, found.late.first, found.late.last, found.late.differ) == (20, 1.0, 0.0, True)
    assert found.late.difference.high < 0
    # one offering of one mind after another of the other mind is no difference between early and late
    apart = silent_of("will_use", WORDS, heard(("i/o1", "QAT", "y" * 12), ("i/o2", "QAT", "n" * 12)), {})
    assert apart is not None
    assert apart.late is not None
    assert (apart.late.difference.estimate, apart.late.differ) == (0.0, False)


def test_late_answers_are_not_looked_at_where_few_came_by_link_or_all_said_the_same() -> None:
    assert silent_of("x", WORDS, heard(("i/o1", "QAT", "y" * 9 + "n" * 10)), {}) is None
    assert silent_of("x", WORDS, heard(("", "QAT", "y" * 20 + "n" * 20)), {}) is None
    assert silent_of("x", WORDS, heard(("i/o1", "QAT", "y" * 40)), {}) is None
    assert silent_of("x", WORDS, [], {}) is None
    assert silent_of("x", WORDS, heard(("i/o1", "QAT", "yn")), {"QAT": 2}) is None


def test_answers_are_weighted_by_how_many_of_their_party_they_stand_for() -> None:
    """Of 40 Qataris 10 answered, 8 of them yes; of 10 Kuwaitis all, none: 40 x .8 of 50."""
    said = heard(("", "QAT", "y" * 8 + "nn"), ("", "KWT", "n" * 10))
    found = silent_of("will_use", WORDS, said, {"QAT": 40, "KWT": 10})
    assert found is not None
    assert found.weighted is not None
    assert found.late is None
    assert found.weighted.share.estimate == pytest.approx(0.64)
    assert (found.weighted.n, found.weighted.asked, found.weighted.groups) == (20, 50, 2)
    assert found.weighted.worth == pytest.approx(50**2 / (10 * 16 + 10))
    assert found.weighted.share.low < 0.64 < found.weighted.share.high


def test_small_parties_are_weighted_together_and_nobody_silent_is_nothing_to_weigh() -> None:
    said = heard(("", "QAT", "y" * 10), ("", "KWT", "nn"))
    found = silent_of("x", WORDS, said, {"QAT": 20, "KWT": 4, "OMN": 3})
    assert found is not None
    assert found.weighted is not None
    assert (found.weighted.asked, found.weighted.groups) == (27, 1)
    assert silent_of("x", WORDS, said, {"QAT": 10, "KWT": 2}) is None
    assert silent_of("x", WORDS, said[:9], {"QAT": 30}) is None


def by_link(people: Sequence[Filled]) -> list[Filled]:
    return [replace(one, by_link=True) for one in people]


def test_what_the_silent_may_change_is_in_the_facts_of_a_course_and_not_of_a_party() -> None:
    said = answers("reaction", "L1", [item(1, kind="scale", asks="will_use")], by_link(
        [filled("", [5.0]) for _ in range(12)] + [filled("", [1.0]) for _ in range(12)]
    ))  # fmt: skip
    found = reaction_of([said], 40, {"QAT": 40})
    assert found is not None
    (silent,) = found.silent
    assert silent.late is not None
    assert silent.late.differ
    assert silent.weighted is not None
    assert silent.weighted.asked == 40
    bare = reaction_of([said], 40)
    assert bare is not None
    assert bare.silent == ()
    applied = answers("followup", "L3", [item(1, kind="choice", asks="applied")], by_link(
        [filled(f"QAT/p{at}", [None], [at // 12]) for at in range(24)]
    ))  # fmt: skip
    whole, party = (
        transfer_of([applied], [], {"followup": 30}, {"followup": {"QAT": 30}}),
        transfer_of([applied], [], {"followup": 30}),
    )
    assert whole is not None
    assert whole.graduates.silent is not None
    assert whole.graduates.silent.weighted is not None
    assert whole.supervisors.silent is None
    assert party is not None
    assert party.graduates.silent is None


def test_the_order_of_answers_is_not_kept() -> None:
    """Whoever has the content cannot tell which of the first or last half an answer was."""
    one, other = (
        heard(("i/o1", "QAT", letters)) for letters in ("yyyyyynnnn" + "yyynnnnnnn", "nnnnyyyyyy" + "nnnnnnnyyy")
    )
    assert canonical(silent_of("x", WORDS, one, {"QAT": 20})) == canonical(silent_of("x", WORDS, other, {"QAT": 20}))
