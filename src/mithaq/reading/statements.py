"""Statements: what was reported as said or written, with who said it."""

from __future__ import annotations

from mithaq.reading.acts import Act
from mithaq.reading.findings import Statement
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech


def find_statements(page: Page, speech: Speech) -> tuple[Statement, ...]:
    """Everything said in the text, in order; the first person plural of a communiqué says nothing of itself."""
    acts = (act for row in speech.acts for act in row if is_statement(act))
    found = [_statement(page, act, act.content) for act in acts if act.content is not None]
    return tuple(sorted(found, key=lambda statement: (statement.start, -statement.end)))


def is_statement(act: Act) -> bool:
    """Is this act reported speech of somebody, not the text speaking of itself?"""
    return act.kind == "say" and act.content is not None and not {"we", "passive", "nested"} & act.traits


def _statement(page: Page, act: Act, content: tuple[int, int]) -> Statement:
    start, end = page.source(*content)
    name, party = (act.who.name, act.who.party) if act.who else (None, None)
    return Statement(
        start, end, name, party, act.direct, f"{page.language}.say.{'adverbial' if act.adverbial else act.how}"
    )
