"""What may be claimed of a course beyond those who happened to come, each with how likely it would look so if it were not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import atanh, log, sqrt

from scipy import special

from mithaq.evaluation.comparisons import bonferroni
from mithaq.evaluation.intervals import se_of, se_of_log
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.verdicts import Verdict
from mithaq.reviews.findings.codes import Trigger
from mithaq.reviews.findings.triggers.shapes import Claim, Evidence, Found, Looked, Part

FEWEST_FOR_R = 4


def _p_below(estimate: Estimate, line: float) -> float:
    """How often an estimate so far below would be seen if the truth were at the line."""
    se = se_of(estimate.low, estimate.high)
    return float(special.ndtr((estimate.estimate - line) / se)) if se > 0 else 1.0


def _told(estimate: Estimate, n: int, line: float) -> Evidence:
    return Evidence(n=n, estimate=estimate.estimate, low=estimate.low, high=estimate.high, line=line)


def below(one: Looked) -> Claim | None:
    """The gain lies below what was agreed to be worthwhile."""
    shown = one.report.pooled or one.report.own
    if shown is None or one.report.verdict is Verdict.NOT_MEASURABLE:
        return None
    own = one.report.own
    told = replace(_told(shown, one.report.n, one.worthwhile), alone=(own.estimate, own.low, own.high) if own else None)
    verdict = Verdict.NO_WORTHWHILE_BENEFIT.value
    return Claim(_p_below(shown, one.worthwhile), one.found(Trigger.BELOW_WORTHWHILE, told, verdict=verdict))


def _objectives(one: Looked) -> Claim | None:
    """Objectives of which the interval of the gain lies wholly below what is worthwhile: the worst, times how many were
    looked at."""
    known = [(goal, goal.gain, _p_below(goal.gain, one.worthwhile)) for goal in one.facts.objectives if goal.gain]
    below = sorted((p, goal.number, goal, gain) for goal, gain, p in known if gain.high < one.worthwhile)
    if not known:
        return None
    if not below:
        return Claim(bonferroni(min(p for _, _, p in known), len(known)), _nothing(one, Trigger.OBJECTIVE_NOT_LEARNED))
    p, _, worst, gain = below[0]
    parts = [Part(str(goal.number), goal.words) for _, _, goal, _ in below]
    told = _told(gain, worst.n, one.worthwhile)
    return Claim(bonferroni(p, len(known)), one.found(Trigger.OBJECTIVE_NOT_LEARNED, told, *parts))


def _nothing(one: Looked, trigger: Trigger) -> Found:
    """What was looked at and is not so: it counts among the looks, and is never told."""
    return one.found(trigger, Evidence())


def _items(one: Looked) -> Claim | None:
    """Items whose correlation with the rest of the test is below nought by more than chance (Fisher's z)."""
    looks = [
        (float(special.ndtr(atanh(max(-0.999, min(0.999, item.item_rest))) * sqrt(item.n - 3))), item)
        for item in one.facts.items
        if item.item_rest is not None and item.n >= FEWEST_FOR_R
    ]
    if not looks:
        return None
    bad = sorted((look for look in looks if look[0] < one.limits.false_discovery_rate), key=lambda look: look[0])
    if not bad:
        return Claim(bonferroni(min(p for p, _ in looks), len(looks)), _nothing(one, Trigger.NEGATIVE_ITEM))
    p, worst = bad[0]
    parts = [Part(f"{item.form}{item.number}", item.words) for _, item in bad]
    told = Evidence(n=worst.n, estimate=worst.item_rest)
    return Claim(bonferroni(p, len(looks)), one.found(Trigger.NEGATIVE_ITEM, told, *parts))


def _unfair(one: Looked) -> Claim | None:
    """Items of class C: much harder in one language for people with the same score, by more than chance."""
    looks = [(_p_unlike(told.odds), item, told) for item in one.facts.items if (told := item.fairness) and told.odds]
    if not looks:
        return None
    bad = sorted((look for look in looks if look[2].classed == "C"), key=lambda look: look[0])
    if not bad:
        return Claim(1.0, _nothing(one, Trigger.UNFAIR_ITEM))
    p, _, worst = bad[0]
    parts = [Part(f"{item.form}{item.number}", item.words) for _, item, _ in bad]
    odds = worst.odds or Estimate(1.0, 1.0, 1.0)
    rests_on = Evidence(sum(count for _, count in worst.people), odds.estimate, odds.low, odds.high)
    return Claim(bonferroni(p, len(looks)), one.found(Trigger.UNFAIR_ITEM, rests_on, *parts))


def _p_unlike(odds: Estimate) -> float:
    """How often odds so far from one would be seen if they were one."""
    se = se_of_log(odds.low, odds.high)
    return float(2 * special.ndtr(-abs(log(odds.estimate)) / se)) if se > 0 else 1.0


def _reliability(one: Looked) -> Claim | None:
    """Alpha so low that the test is below the least reliability also with chance allowed for (Feldt)."""
    known = one.facts.reliability
    if known is None or known.n < 2 or known.items < 2:
        return None
    ratio = (1 - one.limits.reliability) / (1 - min(known.alpha, 0.999))
    p = float(special.fdtr(known.n - 1, (known.n - 1) * (known.items - 1), ratio))
    told = Evidence(known.n, known.alpha, known.low, known.high, one.limits.reliability)
    return Claim(p, one.found(Trigger.LOW_RELIABILITY, told))


def _retention(one: Looked) -> Claim | None:
    """Less than half of the gain was kept."""
    kept = one.report.retention
    if kept is None or kept.estimate is None or kept.low is None or kept.high is None:
        return None
    shown = Estimate(kept.estimate, kept.low, kept.high)
    told = _told(shown, kept.n, one.limits.retention)
    return Claim(_p_below(shown, one.limits.retention), one.found(Trigger.LOW_RETENTION, told))


def _barrier(one: Looked) -> Claim | None:
    """A barrier that so many name that its interval lies above what may be."""
    known = one.facts.transfer.barriers if one.facts.transfer else ()
    looks = [
        (float(special.bdtrc(share.count - 1, share.n, one.limits.barrier_at_least)) if share.count else 1.0, share)
        for share in known
        if share.n
    ]
    if not looks:
        return None
    many = [(p, share) for p, share in looks if share.estimate >= one.limits.barrier]
    if not many:
        return Claim(bonferroni(min(p for p, _ in looks), len(looks)), _nothing(one, Trigger.BARRIER))
    p, worst = min(many, key=lambda look: look[0])
    told = Evidence(worst.n, worst.estimate, worst.low, worst.high, one.limits.barrier_at_least, worst.count)
    named = [Part(share.code, share.words) for _, share in many if share.low > one.limits.barrier_at_least]
    found = one.found(Trigger.BARRIER, told, *named)
    return Claim(bonferroni(p, len(looks)), found)


OTHERS: tuple[Callable[[Looked], Claim | None], ...] = (
    _objectives, _items, _unfair, _reliability, _retention, _barrier,
)  # fmt: skip
"""All but the gain, which is corrected by itself."""
