"""What the seats of a party's people cost, in sentences: a share of a cost, never a price on what was gained."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.reviews.runs.content import PartyFacts
from mithaq.reviews.runs.telling.shapes import Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _

WHY = {
    "unknown": _("What its seats cost is not known: no cost of these offerings is on record."),
    "currencies": _("What its seats cost is not told as one sum: the offerings were paid in several currencies."),
    "withheld": _("What its seats cost is not told here: how many seats the others used would follow from it."),
}


def party_cost(speak: Speaker, facts: PartyFacts) -> Iterator[Statement]:
    """Its share of what the offerings cost, and what a point gained by one person came to; or why that is not told."""
    if facts.cost is None:
        yield speak.statement("ledger_no_cost", WHY.get(facts.no_cost, WHY["unknown"]), "wait")
        return
    number = speak.letters.number
    yield speak.statement(
        "ledger_cost", _("Its share of what the offerings cost, by the seats in which its people sat: %(cost)s %(currency)s."),
        cost=number(facts.cost, 0), currency=facts.currency,
    )  # fmt: skip
    ratio = facts.cost_per_point
    if ratio is None:
        text = _("What a point came to is not known: too few people have both tests, or they do not differ.")
        yield speak.statement("ledger_cost_unmeasured", text, "wait")
    elif ratio.estimate is None or ratio.low is None or ratio.high is None:
        text = _("What a point came to is not defined: the gain itself may be nothing.")
        yield speak.statement("ledger_cost_undefined", text, "wait")
    else:
        yield speak.statement(
            "ledger_cost_per_point",
            _("A point gained by one of %(n)s people came to %(cost)s %(currency)s (between %(low)s and %(high)s)."),
            n=number(ratio.n), cost=number(ratio.estimate, 0), currency=facts.currency, low=number(ratio.low, 0),
            high=number(ratio.high, 0),
        )  # fmt: skip
