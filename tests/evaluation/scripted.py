"""Results in which something is wrong that a report has to warn of, and the words that no report may use."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from mithaq.evaluation import cronbach_alpha, first_and_last, share, weighted_share
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Report, Settings, as_plain
from mithaq.evaluation.sentences import Sentence
from tests.evaluation.results import changed, results, table

NAN = math.nan
AGREED = Settings(worthwhile=5, agreed=True)
Translate = Callable[[str], str]
# No cause, no ranking, no price of a benefit.
FORBIDDEN = {
    "en": (
        r"\bcaus(e|es|ed|ing|al)\b|\bbecause of\b|\bdue to\b|\bthanks to\b|\bled to\b|\bresult(s|ed)? in\b"
        r"|\bbest\b|\bworst\b|\bleague\b|\brank(s|ed|ing|ings)?\b|\bROI\b|\breturn on\b|\bwinner\b"
    ),
    "ar": r"بسبب|سبّب|تسبب|يسبب|أدى إلى|أدت إلى|يؤدي إلى|تؤدي إلى|بفضل|الأفضل|أفضل دولة|الأسوأ|الأولى على|دوري|تصنيف|العائد على",
}


def said(report: Report) -> Iterator[Sentence]:
    """Every sentence of a report."""
    yield from (*report.problems, *report.warnings, *(one.sentence for one in report.parties if one.sentence))
    for course in report.courses:
        yield from (*course.reasons, *course.warnings)


def codes(report: Report) -> set[str]:
    """The codes of everything that is said."""
    return {one.code for one in said(report)}


def words(report: Report, translate: Translate = str) -> str:
    """Every sentence in it."""

    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [value["text"]] if "text" in value else [text for one in value.values() for text in texts(one)]
        return [text for one in value for text in texts(one)] if isinstance(value, list) else []

    return "\n".join(texts(as_plain(report, translate)))


def ceiling(seed: int) -> Any:
    """Nearly everybody knew it before."""
    return results(seed, start=88, gain=8, sd=4)


def low_scorers(seed: int) -> Any:
    """One party sent those who did badly in the test before."""
    columns = results(seed, people=80, parties=2)
    return changed(columns, "party", lambda at, _: "P0" if columns["pre"][at] < 48 else "P1") | {
        "post": [
            float(np.clip(50 + 0.4 * (pre - 50) + 12 + noise, 0, 100))
            for pre, noise in zip(columns["pre"], np.random.default_rng(seed + 100).normal(0, 6, 480), strict=True)
        ]
    }


def whole_units(seed: int) -> Any:
    """Two whole units of different ability that gained alike."""
    chance = np.random.default_rng(seed + 100)
    columns = results(seed, people=80, parties=2)
    ability = chance.normal(50, 8, 480) + np.where([one == "P0" for one in columns["party"]], -8, 8)
    pre, post = (np.clip(ability + by + chance.normal(0, 6, 480), 0, 100).tolist() for by in (0, 10))
    return {**columns, "pre": pre, "post": post}


def leavers(seed: int) -> Any:
    """A quarter left, those who gained least."""
    columns = results(seed, gain=7)
    gain = np.array(columns["post"]) - np.array(columns["pre"])
    return changed(columns, "post", lambda at, value: NAN if gain[at] < np.quantile(gain, 0.25) else value)


def two_forms(seed: int) -> Any:
    """The form was made longer in between."""
    columns = results(seed)
    return changed(columns, "max", lambda at, value: value * 1.25 if at % 2 else value)


def half_gone(seed: int) -> Any:
    """More than two in five lack the test after."""
    return changed(results(seed), "post", lambda at, value: NAN if at % 2 else value)


def noise(seed: int) -> float:
    """The reliability of a test whose items have nearly nothing in common."""
    chance = np.random.default_rng(seed)
    ability = chance.normal(size=(60, 1))
    return cronbach_alpha((0.3 * ability + chance.normal(size=(60, 8)) > 0).astype(float)).estimate


def survey(seed: int) -> list[Sentence]:
    """Eight in a hundred answered; those content answered first."""
    chance = np.random.default_rng(seed)
    answers = np.sort((chance.random(24) < 0.6).astype(float))[::-1]
    asked = np.full(300, NAN)
    asked[:24] = answers
    weighted = weighted_share(asked, [f"P{at % 6}" for at in range(300)])
    found = share(int(answers.sum()), 24, asked=300).sentence, weighted.sentence, first_and_last(answers).sentence
    return [one for one in found if one]


Script = tuple[Callable[[int], Any], dict[str, Any], set[str]]
TABLES: dict[str, Script] = {
    "low scorers": (low_scorers, {"selection": "test"}, {"answers_differ", "ancova_applies"}),
    "whole units": (whole_units, {"selection": "unit"}, {"answers_differ", "gain_applies"}),
    "ceiling": (ceiling, {}, {"near_ceiling"}),
    "leavers": (leavers, {}, {"drop_out", "tips"}),
    "two forms": (two_forms, {}, {"not_measurable", "unequal_forms", "course_unequal_forms"}),
    "unreliable": (results, {"reliability": noise}, {"not_measurable", "unreliable"}),
}
SURVEY = {"few_answered", "late_answers_differ"}


def scripted() -> Iterator[tuple[str, set[str], set[str], Callable[[Translate], str]]]:
    """Thirty sets of data: a name, the codes that have to be said, those that are, and everything in words."""
    for seed in range(4):
        for name, (make, asked, expected) in TABLES.items():
            settled = {key: value(seed) if callable(value) else value for key, value in asked.items()}
            report = evaluate(table(make(seed)), dataclasses.replace(AGREED, **settled))
            yield f"{name} {seed}", expected, codes(report), lambda translate, told=report: words(told, translate)  # type: ignore[misc]
        told = survey(seed)
        yield (
            f"survey {seed}",
            SURVEY,
            {one.code for one in told},
            lambda translate, told=told: "\n".join(  # type: ignore[misc]
                one.say(translate) for one in told
            ),
        )
    for seed in range(2):
        report = evaluate(table(half_gone(seed)), AGREED)
        expected = {"not_measurable", "too_many_missing"}
        yield f"half gone {seed}", expected, codes(report), lambda translate, told=report: words(told, translate)  # type: ignore[misc]
