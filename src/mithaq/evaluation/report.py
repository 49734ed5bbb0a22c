"""The whole report on a table of results: courses with their verdicts, offerings, parties, and what to know beside them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from importlib.metadata import version
from math import isfinite
from typing import Any

from mithaq.evaluation.evidence import Evidence
from mithaq.evaluation.lord import Selection
from mithaq.evaluation.missing import Ceiling, Flow
from mithaq.evaluation.sentences import Sentence
from mithaq.evaluation.shares import Ratio
from mithaq.evaluation.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class OfCourse:
    """What is so for one course: its smallest worthwhile gain where one was agreed, the reliability of its tests where known."""

    course: str
    worthwhile: float | None = None
    reliability: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a report was made with: the smallest worthwhile gain in points of 100, whether anybody agreed to it, the seed
    of draws, the false discovery rate, the reliability of the tests where it is known, the design; and what is so for single
    courses, which goes before."""

    worthwhile: float = 0.0
    agreed: bool = False
    seed: int = 0
    false_discovery_rate: float = 0.05
    reliability: float | None = None
    design: str = "pre_post"
    selection: str = Selection.UNKNOWN
    courses: tuple[OfCourse, ...] = ()

    def by_course(self) -> dict[str, Settings]:
        """The settings of the courses of which something is said; for all others these here hold."""
        return {
            one.course: replace(
                self,
                worthwhile=self.worthwhile if one.worthwhile is None else one.worthwhile,
                agreed=self.agreed or one.worthwhile is not None,
                reliability=self.reliability if one.reliability is None else one.reliability,
                courses=(),
            )
            for one in self.courses
        }


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CourseReport:
    """A course. Scores are points of 100. `own` is from its own results alone, those missing allowed for; `pooled` is drawn
    towards the other courses by as much as courses agree, and the verdict is on that where there is one."""

    course: str
    n: int
    offerings: int
    pre_mean: float | None
    post_mean: float | None
    own: Estimate | None
    pooled: Estimate | None
    effect: Estimate | None
    normalised_gain: float | None
    verdict: Verdict
    reasons: tuple[Sentence, ...]
    warnings: tuple[Sentence, ...]
    ceiling: Ceiling | None
    flow: Flow
    tipping: float | None
    retention: Ratio | None
    evidence: Evidence
    followed_up: bool
    finding: bool


@dataclass(frozen=True, slots=True)
class OfferingReport:
    """One offering: its mean gain, alone and as drawn towards the others."""

    course: str
    offering: str
    n: int
    own: Estimate | None
    pooled: Estimate | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PartyReport:
    """A party, as its difference from the average of the parties with courses allowed for: by gain, and at the same score
    before. `p_best` is how likely it is the highest, `expected_rank` its mean rank over the same draws (1 is the highest
    gain); nothing is claimed of either where no `p_best` reaches .9. Runs of earlier versions have no rank."""

    party: Hashable
    n: int
    raw: float | None
    by_gain: Estimate | None
    at_same_start: Estimate | None
    p_best: float | None
    sentence: Sentence | None
    expected_rank: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything, with what it was made from. `problems` are what somebody should put right in the table, `warnings` what
    to know when reading. `mean` is the mean gain over courses; `within_sd` the deviation of gains within courses."""

    version: str
    data_hash: str
    settings: Settings
    rows: int
    people: int
    mean: Estimate | None
    within_sd: float | None
    courses: tuple[CourseReport, ...]
    offerings: tuple[OfferingReport, ...]
    parties: tuple[PartyReport, ...]
    told_apart: bool
    applies: str
    verdicts: dict[str, int]
    problems: tuple[Sentence, ...]
    warnings: tuple[Sentence, ...]
    points: float | None


def code_version() -> str:
    """The version of Mithaq that makes reports."""
    return version("mithaq")


def as_plain(value: Any, translate: Callable[[str], str] = str) -> Any:
    """Anything in a report as JSON has it: numbers to six decimals, null for what is not a number, sentences in words."""
    if isinstance(value, Sentence):
        return {"code": value.code, "params": dict(value.params), "text": value.say(translate)}
    if hasattr(value, "__dataclass_fields__"):
        return {name: as_plain(getattr(value, name), translate) for name in value.__dataclass_fields__}
    if isinstance(value, dict):
        return {str(key): as_plain(one, translate) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [as_plain(one, translate) for one in value]
    if isinstance(value, float):
        return round(value, 6) + 0.0 if isfinite(value) else None
    return value
