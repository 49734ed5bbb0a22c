"""What a run holds: the report and the facts of courses, parties, areas and of the ledger beside it. Pure.

Scores and gains are points of 100. A share, a gain or a ratio comes with its 95 % interval or not at all; None always means
"not known", never nought. Parties, courses, areas and goals stand by their codes, in the order of the codes.
"""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate, Report
from mithaq.evaluation.shares import Ratio
from mithaq.reviews.runs.answered import ChoiceFacts, FairnessFacts, Silent


@dataclass(frozen=True, slots=True)
class Flow:
    """How many people came how far: named, given a seat, there, tested before, after and at the follow-up, and spoken of by
    a supervisor. People who stand in the results without a nomination count in all stages up to their last test."""

    nominated: int = 0
    accepted: int = 0
    attended: int = 0
    pre: int = 0
    post: int = 0
    followup: int = 0
    supervisor: int = 0


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats that were kept for somebody or open to all (`offered`), and those in which somebody sat (`used`)."""

    offered: int = 0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A share of those who answered: `count` of `n`, of `asked` people; Wilson's interval. `words` say what of."""

    code: str
    words: Bilingual
    count: int
    n: int
    asked: int
    estimate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the items of the test after hang together: alpha with Feldt's interval, omega of one factor, `n` people,
    `items` items."""

    alpha: float
    low: float
    high: float
    omega: float | None
    n: int
    items: int


@dataclass(frozen=True, slots=True)
class ObjectiveFacts:
    """An objective of a course and what was learned of it: `items` test it, `n` people answered those before and after.

    `pre`, `post` and `gain` are points of 100 of these items. `state` is learned (the interval of the gain lies above the
    least worthwhile gain, or above 0 where none was agreed), not_learned (wholly below), not_yet_known or not_tested.
    `need` is the need of a state that it serves; empty where it serves none that is written down.
    """

    number: int
    words: Bilingual
    need: str
    items: int
    n: int
    pre: float | None
    post: float | None
    gain: Estimate | None
    state: str


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item of a test: `objective` is the number of the one it tests; facilities are shares of its highest score.

    `flags` are those of `mithaq.evaluation.item_analysis` on the test after: negative, weak, easy, hard, constant. `choices` are
    empty where it is not chosen, or too few chose; `fairness` is None where nobody took the test after.
    """

    form: str
    number: int
    words: Bilingual
    objective: int | None
    n: int
    facility_pre: float | None
    facility_post: float | None
    item_rest: float | None
    flags: tuple[str, ...]
    choices: tuple[ChoiceFacts, ...] = ()
    fairness: FairnessFacts | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """What people said at the end: of `asked` people `answered`; `items` are the shares who said yes (`engaging`, `relevant`,
    `will_use`), `silent` what those may change who said nothing."""

    asked: int
    answered: int
    items: tuple[Share, ...]
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said of the application: of `asked` people `answered`; `applied` is the share who apply it. `silent` is None
    in the facts of a party."""

    asked: int
    answered: int
    applied: Share | None
    silent: Silent | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is applied at work, by the graduates and by their supervisors: both are shown and never averaged.

    `kappa` is how far both agree beyond chance on the `both` people of whom both spoke. `barriers`: what kept people from
    applying it, the most named first, of all who answered.
    """

    graduates: Said
    supervisors: Said
    kappa: float | None
    both: int
    barriers: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """The means of the `n` people who took all three tests."""

    n: int
    pre: float
    post: float
    followup: float


@dataclass(frozen=True, slots=True)
class OfferingFacts:
    """One offering: `offering` is the id it has in `report.offerings`, `ref` its reference, days as ISO dates.

    `n` people have both tests; `gain` is the mean of theirs and `variance` the variance of that mean by the spread within
    courses (`report.within_sd`), `df` its degrees of freedom: what a later measurement compares with.
    """

    course: str
    offering: str
    ref: str
    begins: str
    ends: str
    seats: Seats
    flow: Flow
    cost: float | None
    currency: str
    n: int
    gain: float | None
    variance: float | None
    df: int | None


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What is known of a course beside its gain (`report.courses` has that under the same code).

    `least_gain` is the smallest gain in points of 100 that was agreed to be worthwhile, None where none was; `standard` what
    is a pass. `control_signed` and `review_due`, ISO dates or empty, are those of its course control documents. `levels` are
    those at which the catalogue says it is evaluated, `asked` those at which somebody answered (L1 … L3); L4 where a
    goal that it serves was measured since. `pairs` are the
    tests before and after of single people, in no order that tells who: for its director alone, never in a release.
    """

    code: str
    public_id: str
    title: Bilingual
    centre: str
    areas: tuple[str, ...]
    levels: tuple[str, ...]
    asked: tuple[str, ...]
    least_gain: float | None
    standard: float | None
    control_signed: str
    review_due: str
    objectives: tuple[ObjectiveFacts, ...]
    items: tuple[ItemFacts, ...]
    reliability: Reliability | None
    reaction: Reaction | None
    transfer: Transfer | None
    curve: Curve | None
    flow: Flow
    seats: Seats
    passed: Share | None
    cost: float | None
    currency: str
    cost_per_point: Ratio | None
    pairs: tuple[tuple[float, float], ...]
    demonstration: bool


@dataclass(frozen=True, slots=True)
class PartyArea:
    """A party's people in one area: the mean gain as measured (`raw`, of `n` people) and as drawn towards the party's other
    areas and the other parties there (`pooled`)."""

    area: str
    n: int
    raw: float | None
    pooled: Estimate | None


@dataclass(frozen=True, slots=True)
class Need:
    """A need of a state that somebody wrote down, and the courses with an objective that serves it."""

    area: str
    words: Bilingual
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A party: what became of its people (`report.parties` has its gain under the same code) and of its seats.

    `cost` is its share of what the offerings cost, by the seats in which its people sat, of those whose cost is known;
    `cost_per_point` that over the people with both tests and their mean gain there. `no_cost` says why there is no cost
    (`mithaq.reviews.runs.facts.costs`), empty where there is one.
    """

    party: str
    flow: Flow
    seats: Seats
    areas: tuple[PartyArea, ...]
    retention: Ratio | None
    curve: Curve | None
    transfer: Transfer | None
    needs: tuple[Need, ...]
    cost: float | None = None
    currency: str = ""
    cost_per_point: Ratio | None = None
    no_cost: str = "unknown"


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the six headings of evaluation of the OECD's committee (relevance, coherence, effectiveness, efficiency, impact,
    sustainability) in an area: how many of its courses have which verdict there."""

    heading: str
    benefit_shown: int
    no_worthwhile_benefit: int
    not_yet_known: int
    not_measurable: int


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """An area: its courses, people with both tests, flow, seats, the mean gain over all its people, and its headings.

    `levels`: for L1 … L4, how many of the courses were looked at there. `uncovered`: needs that no course serves.
    """

    area: str
    courses: tuple[str, ...]
    n: int
    gain: Estimate | None
    flow: Flow
    seats: Seats
    levels: tuple[tuple[str, int], ...]
    headings: tuple[Heading, ...]
    uncovered: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """What a party's people learned: `n` with both tests, their mean gain with its interval, and what may be said of it."""

    n: int
    gain: Estimate | None
    verdict: str


@dataclass(frozen=True, slots=True)
class GoalMoved:
    """A goal of the party, by its public id, and where it stands by what the party may see measured: reached, moved, not_moved,
    not_known or not_measured. `courses`: those that serve it and its people were in, by their codes."""

    goal: str
    words: Bilingual
    state: str
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a party has of the training: seats offered, used, courses completed, learned, applied after six months, goals."""

    party: str
    offered: int
    used: int
    completed: int
    learned: Learned
    applied: Share | None
    goals: tuple[GoalMoved, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything of a run. Whoever may see the run may see all of it; others see what was cut from it for a release."""

    report: Report
    courses: tuple[CourseFacts, ...]
    offerings: tuple[OfferingFacts, ...]
    parties: tuple[PartyFacts, ...]
    areas: tuple[AreaFacts, ...]
    ledger: tuple[Ledger, ...]
