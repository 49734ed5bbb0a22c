"""What those who did not answer may change: late answers beside early ones, and the share if the silent were like others of
their party. In which order people answered is used here and kept nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mithaq.core.words import Bilingual
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.responders import first_and_last, weighted_share
from mithaq.register.instruments.meaning import SAID_FROM
from mithaq.reviews.runs.answered import Late, Silent, Weighted

LATE_FROM = 2 * SAID_FROM  # so many in each half


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer, in the order in which they came: where it is one of those that came one after another (`queue`, empty where
    it was taken in from paper or a file), whose it is, and whether it says yes."""

    queue: str
    party: str
    yes: bool


def silent_of(code: str, words: Bilingual, heard: Sequence[Heard], asked: Mapping[str, int]) -> Silent | None:
    """What may be said of those who are silent; `asked` by party. None where nothing may."""
    late, weighted = _late(heard), _weighted(heard, asked)
    return Silent(code, words, late, weighted) if late or weighted else None


def _late(heard: Sequence[Heard]) -> Late | None:
    """The halves of each queue, so that an early offering is not set against a late one."""
    queues: defaultdict[str, list[float]] = defaultdict(list)
    for one in heard:
        if one.queue:
            queues[one.queue].append(float(one.yes))
    halves = [(own[: len(own) // 2], own[len(own) - len(own) // 2 :]) for own in queues.values()]
    values = [value for first, _ in halves for value in first] + [value for _, last in halves for value in last]
    if len(values) < LATE_FROM:
        return None
    try:
        found = first_and_last(values)
    except Unfit:  # all said the same
        return None
    difference = Estimate(found.estimate, found.low, found.high)
    return Late(found.n, found.first, found.last, difference, found.differ)


def _weighted(heard: Sequence[Heard], asked: Mapping[str, int]) -> Weighted | None:
    """None where too few answered, or nobody is silent."""
    by_party: defaultdict[str, list[float]] = defaultdict(list)
    for one in heard:
        by_party[one.party].append(float(one.yes))
    silent = {party: max(0, count - len(by_party[party])) for party, count in asked.items()}
    if len(heard) < SAID_FROM or not any(silent.values()):
        return None
    answers, cells = list[float](), list[str]()
    for party in sorted(by_party):
        own = [*by_party[party], *[float("nan")] * silent.get(party, 0)]
        answers += own
        cells += [party] * len(own)
    found = weighted_share(answers, cells)
    share = Estimate(found.estimate, found.low, found.high)
    return Weighted(share, found.n, found.asked, found.effective_n, len(found.cells))
