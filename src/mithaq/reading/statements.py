"""Statements: what was reported as said or written, with who said it."""

from __future__ import annotations

from mithaq.reading.acts import Act
from mithaq.reading.findings import Statement
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech

_LEAST = 4


def find_statements(page: Page, speech: Speech) -> tuple[Statement, ...]:
    """Everything said in the text, in order; the first person plural of a communiqué says nothing of itself."""
    found = [_statement(page, act) for row in speech.acts for act in row if _counts(act)]
    return tuple(found)


def _counts(act: Act) -> bool:
    return act.kind == "say" and act.content is not None and "we" not in act.traits and "passive" not in act.traits


def _statement(page: Page, act: Act) -> Statement:
    assert act.content is not None
    start, end = page.source(*act.content)
    name, party = (act.who.name, act.who.party) if act.who else (None, None)
    return Statement(start, end, name, party, act.direct, f"{page.language}.say.{'adverbial' if act.adverbial else act.how}")
