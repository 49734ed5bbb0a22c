"""What each party under silence has answered. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.register.texts.models import Agreement, Silence
from mithaq.register.texts.reads.silence_shapes import AnswerShown, BreakShown, StatementShown


def answers_in(
    silence: Silence, statements: Iterable[StatementShown], breaks: Iterable[BreakShown]
) -> tuple[AnswerShown, ...]:
    """One a party under silence, in their order; who broke it has taken an agreement back. One query."""
    agreed = dict(Agreement.objects.filter(silence=silence).values_list("party", "at"))
    named = {party for one in statements for party in one.parties}
    broke: dict[str, str] = {}
    for one in breaks:
        broke.setdefault(one.party, one.at)
    return tuple(
        AnswerShown(party, "broke", broke[party])
        if party in broke
        else AnswerShown(party, "stated" if party in named else "agreed", agreed[party].isoformat())
        if party in agreed
        else AnswerShown(party, "silent", "")
        for party in silence.under
    )
