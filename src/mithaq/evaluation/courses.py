"""One course: what its people gained, whether that is a benefit, and what to know beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mithaq.evaluation.arrays import Floats, has_spread
from mithaq.evaluation.evidence import Design, Level, ladder
from mithaq.evaluation.gains import PairedGain, hedges_g_paired, normalised_gain, paired_gain
from mithaq.evaluation.items import gain_reliability
from mithaq.evaluation.missing import (
    Flow,
    MissingAtRandom,
    ceiling,
    flow,
    missing_at_random,
    tipping_point,
    warnings_of,
)
from mithaq.evaluation.planning import plan
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import CourseReport, Estimate, Settings
from mithaq.evaluation.sentences import Sentence, sentence
from mithaq.evaluation.shares import Ratio, retention
from mithaq.evaluation.verdicts import Judged, Verdict, judge, obstacles

LEAST_OF_A_GAIN = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one course in points of 100; `maxima` are the different highest scores of its forms."""

    course: str
    pre: Floats
    post: Floats
    followup: Floats | None
    offerings: int
    maxima: tuple[float, ...]

    @property
    def gains(self) -> Floats:
        """Of those with both tests."""
        gains = self.post - self.pre
        return np.asarray(gains[~np.isnan(gains)])


def own_estimate(group: Group) -> MissingAtRandom | None:
    """The course's gain from its own results, those missing allowed for; None where they do not allow it."""
    try:
        return missing_at_random(group.pre, group.post)
    except Unfit:
        return None


def course_obstacles(group: Group, people: Flow, settings: Settings) -> tuple[Sentence, ...]:
    """Why the benefit of this course cannot be measured; nothing where it can."""
    if len(group.maxima) > 1:
        return (sentence("unequal_forms", maxima=", ".join(f"{one:g}" for one in group.maxima)),)
    after = group.post[~np.isnan(group.post)]
    found = obstacles(
        n=people.both, tested_before=people.before, missing_share=people.missing_share,
        ceiling_share=float((after >= 100).mean()) if len(after) else 0.0, reliability=settings.reliability,
    )  # fmt: skip
    return found or (() if has_spread(group.gains, 100) else (sentence("no_spread"),))


def course_report(
    group: Group, settings: Settings, own: MissingAtRandom | None, pooled: Estimate | None, within: float | None
) -> CourseReport:
    """Everything about one course. The verdict is on the pooled gain where there is one, else on its own."""
    people = flow(group.pre, group.post, group.followup)
    against = course_obstacles(group, people, settings)
    alone = None if own is None else Estimate(own.estimate, own.low, own.high)
    shown = pooled or alone
    judged = _judged(shown, against, settings, people)
    top = ceiling(group.pre, group.post) if people.after else None
    tipping = None
    warnings = list(warnings_of(top, people)) if top else []
    if shown and judged.verdict is not Verdict.NOT_MEASURABLE:
        point = tipping_point(group.pre, group.post, shown.low, shown.high, judged.verdict, settings.worthwhile)
        tipping = point.points
        warnings += [point.sentence] if point.sentence else []
        warnings += _too_small(people.both, within, settings, judged.verdict)
    gain = _gain(group)
    warnings += _unreliable(gain, settings)
    kept, said = _kept(group)
    later = group.followup is not None and bool((~np.isnan(group.followup)).any())
    return CourseReport(
        course=group.course, n=people.both, offerings=group.offerings, pre_mean=_mean(group.pre),
        post_mean=_mean(group.post), own=alone, pooled=pooled, effect=_effect(group),
        normalised_gain=_normalised(gain), verdict=judged.verdict, reasons=judged.reasons,
        warnings=(*warnings, *said), ceiling=top, flow=people, tipping=tipping, retention=kept,
        evidence=ladder((Level.LEARNING,) if people.both else (), Design(settings.design)), finding=False,
        followed_up=later,
    )  # fmt: skip


def _judged(shown: Estimate | None, against: tuple[Sentence, ...], settings: Settings, people: Flow) -> Judged:
    if against or shown is None:
        reasons = against or (sentence("no_spread"),)
        return Judged(Verdict.NOT_MEASURABLE, (sentence("not_measurable"), *reasons))
    return judge(shown.low, shown.high, settings.worthwhile, n=people.both)


def _too_small(n: int, within: float | None, settings: Settings, verdict: Verdict) -> list[Sentence]:
    """What so few people cannot show, and how many more would."""
    if verdict is not Verdict.NOT_YET_KNOWN or not within:
        return []
    target = settings.worthwhile or within / 2
    planned = plan(n, within, worthwhile=settings.worthwhile, target=target)
    said = [sentence("small", n=n, half=planned.half_width)]
    if not planned.enough:
        said.append(sentence("combine", together=planned.together, more=planned.more, target=target))
    return said


def _unreliable(gain: PairedGain | None, settings: Settings) -> list[Sentence]:
    """A good test can give a gain that tells nobody apart."""
    if gain is None or settings.reliability is None or not (gain.pre_sd and gain.post_sd):
        return []
    known = settings.reliability
    found = gain_reliability(gain.pre_sd, gain.post_sd, gain.r, known, known).estimate
    return [sentence("unreliable_gain", reliability=f"{max(found, 0.0):.2f}")] if found < LEAST_OF_A_GAIN else []


def _gain(group: Group) -> PairedGain | None:
    try:
        return paired_gain(group.pre, group.post)
    except Unfit:
        return None


def _mean(values: Floats) -> float | None:
    there = values[~np.isnan(values)]
    return float(there.mean()) if len(there) else None


def _effect(group: Group) -> Estimate | None:
    try:
        found = hedges_g_paired(group.pre, group.post)
    except Unfit:
        return None
    return Estimate(found.estimate, found.low, found.high)


def _normalised(gain: PairedGain | None) -> float | None:
    return None if gain is None or gain.pre_mean >= 100 else normalised_gain(gain.pre_mean, gain.post_mean).estimate


def _kept(group: Group) -> tuple[Ratio | None, tuple[Sentence, ...]]:
    """How much of the gain was there at the follow-up."""
    if group.followup is None or np.isnan(group.followup).all():
        return None, ()
    try:
        found = retention(group.pre, group.post, group.followup)
    except Unfit:
        return None, ()
    if found.estimate is None or found.low is None or found.high is None:
        return found, (sentence("retention_undefined"),)
    share, low, high = (f"{100 * one:.0f}%" for one in (found.estimate, found.low, found.high))
    return found, (sentence("kept", share=share, low=low, high=high),)
