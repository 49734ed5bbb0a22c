"""The whole report: the same for the same results, honest where it must be, and never a ranking."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import OfCourse, Settings, as_plain
from mithaq.evaluation.verdicts import Verdict
from tests.evaluation.published import BATCHES, DYESTUFF_2
from tests.evaluation.results import Columns, changed, results, table
from tests.evaluation.scripted import codes, leavers

NAN = math.nan
AGREED = Settings(worthwhile=5, agreed=True)


def test_a_plain_benefit_is_shown() -> None:
    report = evaluate(table(results(gain=14)), AGREED)
    assert report.verdicts == {"benefit_shown": 6, "no_worthwhile_benefit": 0, "not_yet_known": 0, "not_measurable": 0}
    course = report.courses[0]
    assert course.pooled is not None
    assert course.own is not None
    assert course.pooled.high - course.pooled.low < course.own.high - course.own.low, "others lend it strength"
    assert course.pooled.low < 14 < course.pooled.high
    assert (report.rows, report.people, len(report.offerings), len(report.parties)) == (144, 144, 12, 4)
    assert report.mean is not None
    assert report.mean.low < 14 < report.mean.high
    assert report.problems == ()


def test_the_same_results_give_the_same_report_in_any_order() -> None:
    columns = results(3)
    order = np.random.default_rng(0).permutation(len(columns["course"]))
    turned = {name: [column[at] for at in order] for name, column in columns.items()}
    first, again = (as_plain(evaluate(table(one), AGREED)) for one in (columns, turned))
    assert json.dumps(first) == json.dumps(again)
    other = evaluate(table(changed(columns, "post", lambda at, value: value - (at == 0))), AGREED)
    assert other.data_hash != first["data_hash"]
    assert first["settings"]["seed"] == 0
    assert first["version"]


def test_scores_of_any_length_are_points_of_100() -> None:
    long, short = (evaluate(table(results(5, maximum=top)), AGREED) for top in (100.0, 20.0))
    assert short.courses[0].own is not None
    assert long.courses[0].own is not None
    assert short.courses[0].own.estimate == pytest.approx(long.courses[0].own.estimate)


def test_a_course_that_brought_nothing_is_a_finding() -> None:
    columns = results(1, people=40)
    columns = changed(columns, "post", lambda at, value: columns["pre"][at] + at % 3 - 1 if at < 40 else value)
    report = evaluate(table(columns), AGREED)
    assert report.courses[0].verdict is Verdict.NO_WORTHWHILE_BENEFIT
    assert [one.finding for one in report.courses] == [True] + [False] * 5


def test_a_party_that_gained_more_is_told_apart_and_none_is_ranked() -> None:
    columns = results(2, people=60, gain=8, sd=6)
    columns = changed(
        columns, "post", lambda at, value: min(100, value + 12) if columns["party"][at] == "P1" else value
    )
    report = evaluate(table(columns), AGREED)
    by_party = {one.party: one for one in report.parties}
    assert list(by_party) == ["P0", "P1", "P2", "P3"], "in the order of their names"
    assert by_party["P1"].sentence is not None
    assert by_party["P1"].sentence.code == "above_average"
    assert report.told_apart
    assert "not_told_apart" not in codes(report)
    alike = evaluate(table(results(2, people=60)), AGREED)
    assert not alike.told_apart
    assert "not_told_apart" in codes(alike)


def test_where_a_quarter_left_the_report_says_what_would_tip_it() -> None:
    report = evaluate(table(leavers(0)), AGREED)
    assert {"tips", "does_not_tip", "tips_up"} & codes(report)


def test_what_was_kept_half_a_year_later() -> None:
    columns = results(4, sd=5)
    columns["followup"] = [
        round(0.4 * pre + 0.6 * post + at % 3)
        for at, (pre, post) in enumerate(zip(columns["pre"], columns["post"], strict=True))
    ]
    report = evaluate(table(columns), AGREED)
    kept = report.courses[0].retention
    assert kept is not None
    assert kept.estimate == pytest.approx(0.7, abs=0.1)
    assert "kept" in codes(report)
    assert report.courses[0].followed_up


def test_areas_are_allowed_for() -> None:
    columns = results(6)
    columns["area"] = [f"A{course[-1]}" for course in columns["course"]]
    assert len(evaluate(table(columns), AGREED).parties) == 4


EDGES: dict[str, tuple[Callable[[], Any], str]] = {
    "one party": (lambda: changed(results(), "party", lambda *_: "KWT"), "one_party"),
    "all scores equal": (lambda: {**results(), "pre": [50] * 144, "post": [50] * 144}, "course_no_spread"),
    "all gained alike": (lambda: {**(c := results()), "post": [pre + 5 for pre in c["pre"]]}, "course_no_spread"),
    "post without pre": (
        lambda: changed(results(), "pre", lambda at, value: NAN if at == 3 else value),
        "post_without_pre",
    ),
    "nobody before": (lambda: changed(results(), "pre", lambda *_: NAN), "no_test_before"),
    "nobody after": (lambda: changed(results(), "post", lambda *_: NAN), "no_test_after"),
    "nobody at all": (lambda: {**results(), "pre": [NAN] * 144, "post": [NAN] * 144}, "no_test_before"),
    "one person": (lambda: {name: column[:1] for name, column in results().items()}, "too_few"),
    "three people": (lambda: {name: column[:3] for name, column in results().items()}, "too_few"),
    "a party each": (lambda: changed(results(courses=1), "party", lambda at, _: f"P{at}"), "not_told_apart"),
    "own courses": (lambda: {**(c := results()), "party": c["course"]}, "own_courses"),
    "one course": (lambda: results(courses=1), "not_told_apart"),
    "two courses": (lambda: results(courses=2), "not_told_apart"),
}


@pytest.mark.parametrize("name", EDGES)
def test_the_edges_are_reported_and_never_certain(name: str) -> None:
    make, expected = EDGES[name]
    report = evaluate(table(make()), AGREED)
    assert expected in codes(report)
    for course in report.courses:
        for shown in (course.own, course.pooled, course.effect):
            assert shown is None or shown.low < shown.estimate < shown.high
        if course.verdict is not Verdict.NOT_MEASURABLE:
            assert course.own is not None
    assert json.dumps(as_plain(report), allow_nan=False)


def test_batches_that_do_not_differ_are_told_apart_from_nothing() -> None:
    """Dyestuff2 of Box and Tiao as gains of six parties in two courses: the variance between them is estimated as 0."""
    pre = [20.0 + at % 3 for at in range(30)]
    post = [before + 40 + gain for before, gain in zip(pre, DYESTUFF_2, strict=True)]
    columns: Columns = {
        "course": [f"C{at % 2}" for at in range(30)], "offering": ["O"] * 30, "party": [f"P{batch}" for batch in BATCHES],
        "person": [str(at) for at in range(30)], "pre": pre, "post": post, "max": [100] * 30,
    }  # fmt: skip
    report = evaluate(table(columns), AGREED)
    assert not report.told_apart
    for party in report.parties:
        assert party.by_gain is not None
        assert party.by_gain.low < party.by_gain.estimate < party.by_gain.high


ROWS = st.lists(
    st.tuples(
        *(st.sampled_from(codes_) for codes_ in (["C1", "C2"], ["O1", "O2"], ["P1", "P2", "P3"])),
        *(st.sampled_from([NAN, 0, 50, 60, 100]) for _ in range(3)),
        st.sampled_from([100, 100, 100, 120]),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60)
@given(ROWS)
def test_any_small_table_has_a_report(rows: list[tuple[Any, ...]]) -> None:
    course, offering, party, pre, post, followup, top = map(list, zip(*rows, strict=True))
    columns = {"course": course, "offering": offering, "party": party, "person": [str(at) for at in range(len(rows))]}
    report = evaluate(table({**columns, "pre": pre, "post": post, "followup": followup, "max": top}), AGREED)
    assert json.dumps(as_plain(report), allow_nan=False)
    for one in report.courses:
        shown = one.pooled or one.own
        assert one.verdict is Verdict.NOT_MEASURABLE or (shown is not None and shown.low < shown.high)


def test_settings_out_of_range_are_refused() -> None:
    out: tuple[dict[str, Any], ...] = (
        {"worthwhile": NAN},
        {"reliability": 2.0},
        {"design": "guess"},
        {"selection": "luck"},
        {"false_discovery_rate": 0.0},
    )
    for wrong in out:
        with pytest.raises(Problem):
            evaluate(table(results()), dataclasses.replace(AGREED, **wrong))


def test_a_course_may_have_a_worthwhile_gain_and_a_reliability_of_its_own() -> None:
    own = (OfCourse("C0", worthwhile=25.0), OfCourse("C1", reliability=0.4))
    told = {one.course: one for one in evaluate(table(results()), Settings(courses=own)).courses}
    assert told["C0"].verdict is Verdict.NO_WORTHWHILE_BENEFIT
    assert "unreliable" in {reason.code for reason in told["C1"].reasons}
    assert told["C2"].verdict is Verdict.BENEFIT_SHOWN
