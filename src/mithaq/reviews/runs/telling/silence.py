"""What those who did not answer may change, in sentences and as a plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mithaq.papers.plots.drawing import Plot
from mithaq.papers.plots.silence import Quiet, silence
from mithaq.reviews.runs.answered import Silent
from mithaq.reviews.runs.content import Share
from mithaq.reviews.runs.telling.shapes import Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _

Told = tuple[str, Share, Silent]
"""The name of a share, the share itself, what the silent may change in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """How it is said of some who were asked: that the last of them answered otherwise than the first, that they did not, and what
    is said if the silent are like others of their party. `code`: what the codes of these sentences begin with."""

    code: str
    differ: str
    alike: str
    weighted: str


ANSWERED = Words(
    "",
    _(
        "Of those who answered last %(last)s say so, of those who answered first %(first)s. They differ by more than chance, so those who did not answer may differ too."
    ),
    _(
        "Of those who answered last %(last)s say so, of those who answered first %(first)s: no more than chance may bring about."
    ),
    _(
        "If those who are silent are like the others of their party, it is %(share)s of all %(asked)s who were asked (between %(low)s and %(high)s)."
    ),
)
SUPERVISORS = Words(
    "supervisors_",
    _(
        "Of the supervisors who answered last %(last)s say that it is applied, of those who answered first %(first)s. They differ by more than chance, so supervisors who did not answer may differ too."
    ),
    _(
        "Of the supervisors who answered last %(last)s say that it is applied, of those who answered first %(first)s: no more than chance may bring about."
    ),
    _(
        "If the supervisors who are silent are like the others of their party, %(share)s of all %(asked)s supervisors who were asked would say that it is applied (between %(low)s and %(high)s)."
    ),
)


def about_silent(speak: Speaker, found: Silent | None, words: Words = ANSWERED) -> Iterator[Statement]:
    """Late answers beside early ones; the share if the silent are like the others of their party."""
    if found is None:
        return
    if found.late is not None:
        first, last = speak.letters.percent(found.late.first), speak.letters.percent(found.late.last)
        text = words.differ if found.late.differ else words.alike
        code, tone = ("late_answers_differ", "wait") if found.late.differ else ("late_answers_alike", "none")
        yield speak.statement(words.code + code, text, tone, first=first, last=last)
    if found.weighted is not None:
        share = found.weighted.share
        yield speak.statement(
            f"{words.code}weighted", words.weighted, share=speak.letters.percent(share.estimate),
            low=speak.letters.percent(share.low), high=speak.letters.percent(share.high),
            asked=speak.letters.number(found.weighted.asked),
        )  # fmt: skip


def matched(speak: Speaker, shares: Iterable[Share], silent: Iterable[Silent]) -> list[Told]:
    """Shares with what the silent may change in them, by their code."""
    known = {one.code: one for one in silent}
    return [(speak.said(one.words) or one.code, one, known[one.code]) for one in shares if one.code in known]


def silence_plot(speak: Speaker, told: Sequence[Told]) -> Plot:
    """The plot of these."""
    return silence(speak.letters, [_quiet(*one) for one in told])


def _quiet(name: str, share: Share, found: Silent) -> Quiet:
    late, weighted = found.late, found.weighted
    return Quiet(
        name, share.estimate, late.n if late else 0, late.first if late else None, late.last if late else None,
        weighted.share if weighted else None, weighted.asked if weighted else share.asked,
    )  # fmt: skip
