"""Four verdicts with their reasons, those who are missing, what the evidence is, and whether an action worked."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import special

from mithaq.core.errors import Problem
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.evidence import Design, Level, ladder, share_reached
from mithaq.evaluation.missing import ceiling, flow, missing_at_random, tipping_point
from mithaq.evaluation.remeasuring import Outcome, remeasure
from mithaq.evaluation.sentences import SENTENCES, percent, sentence
from mithaq.evaluation.shares import cost_per_point, retention, share
from mithaq.evaluation.tables import make_table
from mithaq.evaluation.verdicts import Judged, Verdict, judge, obstacles

NAN = math.nan


def reasons(judged: Judged) -> list[str]:
    """The codes of what is said."""
    return [one.code for one in judged.reasons]


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (6, 9, Verdict.BENEFIT_SHOWN),
        (1, 4, Verdict.NO_WORTHWHILE_BENEFIT),
        (4, 7, Verdict.NOT_YET_KNOWN),
        (5, 7, Verdict.NOT_YET_KNOWN),
        (-3, 5, Verdict.NOT_YET_KNOWN),
    ],
)
def test_the_interval_decides(low: float, high: float, verdict: Verdict) -> None:
    found = judge(low, high, 5, n=20)
    assert (found.verdict, reasons(found)) == (verdict, [verdict.value])


@pytest.mark.parametrize(
    ("against", "reason"),
    [
        ({"n": 4}, "too_few"),
        ({"n": 20, "tested_before": 0}, "no_test_before"),
        ({"n": 0}, "no_test_after"),
        ({"n": 20, "missing_share": 0.41}, "too_many_missing"),
        ({"n": 20, "ceiling_share": 0.21}, "at_ceiling"),
        ({"n": 20, "reliability": 0.59}, "unreliable"),
    ],
)
def test_what_cannot_be_measured_says_why(against: dict[str, float], reason: str) -> None:
    found = judge(6, 9, 5, **against)  # type: ignore[arg-type]
    assert found.verdict is Verdict.NOT_MEASURABLE
    assert reasons(found) == ["not_measurable", reason]
    assert all(one.say() for one in found.reasons)


def test_at_the_limits_it_is_still_measured() -> None:
    assert obstacles(n=5, missing_share=0.4, ceiling_share=0.2, reliability=0.6) == ()
    with pytest.raises(Problem):
        judge(5, 5, 3, n=20)


def test_no_sentence_claims_a_cause_or_a_ranking() -> None:
    for text in SENTENCES.values():
        for word in ("caused", "because of the course", "best", "worst", "rank", "ROI", "league"):
            assert word not in text


def test_numbers_in_sentences_are_short() -> None:
    said = sentence("benefit_shown", low=5.04, high=-0.01, worthwhile=5.0)
    assert dict(said.params) == {"low": "5", "high": "0", "worthwhile": "5"}
    assert percent(0.295) == "30%"


def test_ceiling_and_drop_out() -> None:
    assert ceiling([50, 60, 70], [100, 90, 80], 100).at_maximum == pytest.approx(1 / 3)
    assert ceiling([85, 90], [95, 95]).flagged
    assert not ceiling([50, 60], [70, 80]).flagged
    people = flow([10, 20, 30, 40, NAN], [20, NAN, 40, 50, 60], [NAN, 25, NAN, NAN, 1])
    assert (people.enrolled, people.before, people.after, people.both, people.followup) == (5, 4, 4, 3, 2)
    assert people.leavers_began == pytest.approx(20 - 80 / 3)
    assert (people.missing_share, people.flagged) == (0.25, True)


def left(chance: np.random.Generator, by: str) -> tuple[np.ndarray, np.ndarray]:
    """A true gain of 10; a third leave at random, by their start, or by their gain."""
    pre = chance.normal(50, 10, 4000)
    post = 50 + 0.5 * (pre - 50) + 10 + chance.normal(0, 6, 4000)
    why = {"chance": chance.normal(size=4000), "start": pre, "gain": pre - post}[by]
    post[why < np.quantile(why, 1 / 3) if by == "start" else why > np.quantile(why, 2 / 3)] = NAN
    return pre, post


def test_leaving_by_the_start_is_allowed_for_and_by_the_gain_cannot_be() -> None:
    chance = np.random.default_rng(11)
    for by, complete in (("chance", 10.0), ("start", 7.3)):
        found = missing_at_random(*left(chance, by))
        assert found.complete == pytest.approx(complete, abs=0.5)
        assert found.estimate == pytest.approx(10, abs=0.5)
        assert found.low < 10 < found.high
    found = missing_at_random(*left(chance, "gain"))
    assert found.estimate > 12, "nothing in the data can tell"


def test_what_is_reached_for_is_less_known() -> None:
    """Eight of twelve have both tests and began 5 points above all twelve: 1 / (1/n + shift^2 / Sxx) as good as theirs."""
    pre = [40.0, 45, 50, 55, 60, 65, 70, 75, 30, 35, 40, 50]
    post = [50.0, 52, 63, 60, 71, 70, 85, 80, NAN, NAN, NAN, NAN]
    found = missing_at_random(pre, post)
    assert (found.n, found.missing) == (8, 4)
    spread = sum((x - 57.5) ** 2 for x in pre[:8])
    assert found.effective_n == pytest.approx(1 / (1 / 8 + (sum(pre) / 12 - 57.5) ** 2 / spread))
    assert missing_at_random(pre[:8], post[:8]).effective_n == 8


def test_intervals_of_courses_drawn_together_cover_where_those_who_began_low_left() -> None:
    chance, held = np.random.default_rng(4), []
    for _ in range(60):
        true, columns = chance.normal(10, 4, 6), []
        for at, gain in enumerate(true):
            pre = chance.normal(50, 11, 24)
            post = pre + gain + chance.normal(0, 8, 24)
            gone = chance.random(24) < special.expit(-(pre - 50) / 8 - 1)
            columns += [(f"C{at}", f"p{one}", x, None if away else y)
                        for one, (x, y, away) in enumerate(zip(pre, post, gone, strict=True))]  # fmt: skip
        course, person, before, after = zip(*columns, strict=True)
        table = make_table({
            "course": course, "offering": course, "party": ["K"] * len(course), "person": person,
            "pre": before, "post": after, "max": [150] * len(course),
        })  # fmt: skip
        told = [one.pooled for one in evaluate(table).courses]
        held += [one.low <= gain / 1.5 <= one.high for one, gain in zip(told, true, strict=True) if one]
    assert len(held) > 200
    assert np.mean(held) > 0.93


def test_nobody_missing_is_the_paired_gain() -> None:
    found = missing_at_random([10, 20, 30, 45, 50, 60], [20, 25, 45, 50, 70, 66])
    assert (found.estimate, found.missing, found.df) == (found.complete, 0, 5)


def test_where_a_verdict_tips() -> None:
    pre = np.full(20, 50.0) + np.arange(20)
    post = pre + 10 + np.where(np.arange(20) % 2, 2, -2)
    post[16:] = NAN
    found = tipping_point(pre, post, 8, 12, Verdict.BENEFIT_SHOWN, 5)
    assert found.points == pytest.approx(-3 / 0.2)
    assert found.sentence is not None
    assert found.sentence.code == "tips"
    assert found.worst[0] < 8 < found.best[0]
    far = tipping_point(pre, post, 8, 12, Verdict.BENEFIT_SHOWN, -60)
    assert far.points is None
    assert far.sentence is not None
    assert far.sentence.code == "does_not_tip"
    nobody = tipping_point(pre[:16], post[:16], 8, 12, Verdict.BENEFIT_SHOWN, 5)
    assert (nobody.points, nobody.sentence) == (None, None)
    open_ = tipping_point(pre, post, 4, 12, Verdict.NOT_YET_KNOWN, 5)
    assert open_.points == pytest.approx(1 / 0.2)


def test_the_ladder() -> None:
    full = ladder((Level.REACTION, Level.LEARNING, Level.BEHAVIOUR), Design.WAITING_LIST)
    assert (full.reached, full.grade, full.guarded) == (3, 3, True)
    gap = ladder((Level.LEARNING,), Design.PRE_POST)
    assert (gap.reached, gap.grade, gap.guarded) == (0, 2, False)
    assert [design.grade for design in Design] == [0, 1, 2, 3, 4, 5]
    assert share_reached((full, gap)) == {"reaction": 0.5, "learning": 1, "behaviour": 0.5, "results": 0}


def test_a_lucky_rise_is_not_called_worked() -> None:
    """Two hundred bad-looking courses among equals, measured again with nothing changed."""
    chance, called = np.random.default_rng(4), 0
    for _ in range(200):
        true = chance.normal(8, 2, 12)
        first = true + chance.normal(0, 3, 12)
        place = int(np.argmin(first))
        again = true[place] + chance.normal(0, 3)
        found = remeasure(first, [9.0] * 12, place, again, 9.0, prior_scale=10)
        called += found.outcome is Outcome.WORKED
        assert found.before > found.raw_before
    assert called <= 10


def test_what_worked_is_called_so() -> None:
    first, place = [2.0, 8, 9, 7, 8.5, 7.5], 0
    found = remeasure(first, [1.0] * 6, place, 9.0, 1.0, prior_scale=10, predicted=5)
    assert found.outcome is Outcome.WORKED
    assert found.low > 0
    nothing = remeasure(first, [0.5] * 6, place, 2.5, 0.5, prior_scale=10, predicted=6)
    assert (nothing.outcome, nothing.sentence.code) == (Outcome.DID_NOT, "did_not")
    unsure = remeasure(first, [9.0] * 6, place, 5.0, 25.0, prior_scale=10, predicted=3, df=8, after_df=4)
    assert unsure.outcome is Outcome.NOT_YET_KNOWN
    with pytest.raises(Problem):
        remeasure(first, [1.0] * 6, 9, 5.0, 1.0, prior_scale=10)


def test_shares_and_what_was_kept() -> None:
    found = share(15, 20, asked=50)
    assert [found.low, found.high] == pytest.approx(
        [0.5313, 0.8881], abs=1e-4
    )  # Wilson 1927, R: prop.test without correction
    assert (found.response_rate, found.least, found.most) == (0.4, 0.3, 0.9)
    assert found.sentence is not None
    assert found.sentence.code == "few_answered"
    assert share(15, 20).sentence is None
    assert share(0, 10).low == 0
    kept = retention([40, 50, 60, 45], [60, 68, 82, 63], [55, 60, 76, 57])
    assert kept.estimate == pytest.approx(13.25 / 19.5)
    assert None not in (kept.low, kept.high)
    assert (kept.low or 0) < 13.25 / 19.5 < (kept.high or 0)
    assert retention([1, 2, 3], [2, 1, 3], [1, 5, 2]).estimate is None
    price = cost_per_point(1000, [40, 50, 60, 45], [60, 68, 82, 63])
    assert price.estimate == pytest.approx(1000 / 4 / 19.5)
    assert cost_per_point(1000, [1, 2, 3], [2, 1, 3]).estimate is None
    for wrong in ((5, 0), (6, 5), (5, 10, 9)):
        with pytest.raises(Problem):
            share(*wrong)
