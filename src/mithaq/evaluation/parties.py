"""Parties compared, courses allowed for: never a ranking, and both answers where there are two."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import special

from mithaq.evaluation.arrays import Bools, Floats, Ints
from mithaq.evaluation.comparisons import benjamini_hochberg
from mithaq.evaluation.crossed_model import crossed
from mithaq.evaluation.crossed_shapes import Crossed, Effect
from mithaq.evaluation.lord import APPLIES, Selection, lord
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import Estimate, PartyReport, Settings
from mithaq.evaluation.sentences import Sentence, sentence
from mithaq.evaluation.tables import Table


@dataclass(frozen=True, slots=True)
class Parties:
    """All parties in the order of their codes, and what holds for them together. `mean` is the mean gain over courses."""

    parties: tuple[PartyReport, ...]
    told_apart: bool
    applies: str
    warnings: tuple[Sentence, ...]
    mean: Estimate | None
    points: float | None


def compare_parties(table: Table, pre: Floats, post: Floats, used: Bools, settings: Settings) -> Parties:
    """Every party against the average of the parties, from the crossed model of party, course, offering (and area)."""
    names = sorted(set(table.party))
    rows = np.flatnonzero(used)
    party = [table.party[at] for at in rows]
    applies = APPLIES.get(Selection(_selection(table, settings)), "neither")
    gain = post[rows] - pre[rows]
    bare = Parties(tuple(_bare(name, party, gain) for name in names), False, applies, (), None, None)
    if len(set(party)) < 2:
        return replace(bare, warnings=(sentence("not_told_apart"),) if len(names) > 1 else ())
    if not _meet(party, [table.course[at] for at in rows]):
        return replace(bare, warnings=(sentence("own_courses"),))
    factors = _factors(table, rows, len(gain))
    if "party" not in factors:
        return replace(bare, warnings=(sentence("not_told_apart"),))
    try:
        by_gain = crossed(gain, factors, seed=settings.seed, told=("party",))
        same = crossed(post[rows], factors, {"pre": pre[rows]}, seed=settings.seed, told=("party",))
    except Unfit:
        return replace(bare, warnings=(sentence("not_told_apart"),))
    return _told(
        table, rows, names, gain, by_gain, same, applies, _both_answers(table, rows, pre, post, applies), settings
    )


def _meet(party: list[str], course: list[str]) -> bool:
    """Whether any course had people of two parties, so that parties can be compared at all."""
    return len(set(zip(party, course, strict=True))) > len(set(course))


def _selection(table: Table, settings: Settings) -> str:
    """How people were chosen, if the table says the same for everybody; else what the settings say."""
    said = set(table.selection or ())
    one = next(iter(said)) if len(said) == 1 else ""
    return one if one in set(Selection) else settings.selection


def _factors(table: Table, rows: Ints, n: int) -> dict[str, list[str]]:
    """The factors that can be told apart: more than one level each, fewer than rows, no two of them the same."""
    columns = {
        "party": [table.party[at] for at in rows],
        "course": [table.course[at] for at in rows],
        "offering": [f"{table.course[at]}\n{table.offering[at]}" for at in rows],
    }
    if table.area is not None:
        columns["party x area"] = [f"{table.party[at]}\n{table.area[at]}" for at in rows]
    kept: dict[str, list[str]] = {}
    for name, column in columns.items():
        levels = len(set(column))
        twin = any(len(set(zip(column, other, strict=True))) == levels == len(set(other)) for other in kept.values())
        if 1 < levels < n and not twin:
            kept[name] = column
    return kept


def _bare(name: str, party: list[str], gain: Floats) -> PartyReport:
    own = gain[[one == name for one in party]] if party else gain
    return PartyReport(name, len(own), float(own.mean()) if len(own) else None, None, None, None, None)


def _both_answers(table: Table, rows: Ints, pre: Floats, post: Floats, applies: str) -> tuple[Sentence, ...]:
    """What to say where comparing by gain and at the same score before differ, courses taken off."""
    _, course = np.unique([table.course[at] for at in rows], return_inverse=True)
    x, y = (values[rows] - (np.bincount(course, values[rows]) / np.bincount(course))[course] for values in (pre, post))
    party = [table.party[at] for at in rows]
    most = max(sorted(set(party)), key=party.count)
    try:
        both = lord(x, y, party, reference=most)
    except Unfit:
        return ()
    if not both.disagree:
        return ()
    return (both.sentences[0], sentence(f"{applies}_applies" if applies != "neither" else "neither_settled"))


def _told(
    table: Table, rows: Ints, names: list[str], gain: Floats, by_gain: Crossed, same: Crossed, applies: str,
    differ: tuple[Sentence, ...], settings: Settings,
) -> Parties:  # fmt: skip
    shown = same if applies == "ancova" else by_gain
    effects = {str(one.level): one for one in shown.effects["party"]}
    claims = claims_of(list(effects.values()), settings.false_discovery_rate)
    gains = {str(one.level): one for one in by_gain.effects["party"]}
    starts = {str(one.level): one for one in same.effects["party"]}
    party = np.array([table.party[at] for at in rows])
    parties = []
    for name in names:
        own = gain[party == name]
        if name not in effects:
            parties.append(PartyReport(name, 0, None, None, None, None, None))
            continue
        parties.append(PartyReport(
            name, len(own), float(own.mean()), _estimate(gains[name]), _estimate(starts[name]), effects[name].p_best,
            claims[name], effects[name].expected_rank,
        ))  # fmt: skip
    told_apart = any(one.code != "about_average" for one in claims.values())
    warnings = (*differ, *(() if told_apart else (sentence("not_told_apart"),)))
    mean = Estimate(by_gain.mean, by_gain.low, by_gain.high)
    return Parties(tuple(parties), told_apart, applies, warnings, mean, min(by_gain.points, same.points))


def _estimate(effect: Effect) -> Estimate:
    return Estimate(effect.estimate, effect.low, effect.high)


def claims_of(effects: list[Effect], rate: float) -> dict[str, Sentence]:
    """A party is called above or below the average only where that stands among all parties at this false discovery rate."""
    p = [2 * float(special.ndtr(-abs(one.estimate) / one.sd)) if one.sd > 0 else 1.0 for one in effects]
    stands = benjamini_hochberg(p, rate).rejected
    said = {}
    for one, holds in zip(effects, stands, strict=True):
        code = (
            "above_average" if holds and one.low > 0 else "below_average" if holds and one.high < 0 else "about_average"
        )
        low, high = (abs(one.high), abs(one.low)) if code == "below_average" else (one.low, one.high)
        said[str(one.level)] = sentence(code, low=low, high=high)
    return said
