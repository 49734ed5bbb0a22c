"""What those who did not answer may change, in sentences and as a plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mithaq.papers.plots.drawing import Plot
from mithaq.papers.plots.silence import Quiet, silence
from mithaq.reviews.runs.answered import Silent
from mithaq.reviews.runs.content import Share
from mithaq.reviews.runs.telling.shapes import Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _

Told = tuple[str, Share, Silent]
"""The name of a share, the share itself, what the silent may change in it."""


def about_silent(speak: Speaker, found: Silent | None) -> Iterator[Statement]:
    """Late answers beside early ones; the share if the silent are like the others of their party."""
    if found is None:
        return
    if found.late is not None:
        texts = {
            True: _(
                "Of those who answered last %(last)s say so, of those who answered first %(first)s. They differ by more than chance, so those who did not answer may differ too."
            ),
            False: _(
                "Of those who answered last %(last)s say so, of those who answered first %(first)s: no more than chance may bring about."
            ),
        }
        first, last = speak.letters.percent(found.late.first), speak.letters.percent(found.late.last)
        code, tone = ("late_answers_differ", "wait") if found.late.differ else ("late_answers_alike", "none")
        yield speak.statement(code, texts[found.late.differ], tone, first=first, last=last)
    if found.weighted is not None:
        text = _(
            "If those who are silent are like the others of their party, it is %(share)s of all %(asked)s who were asked (between %(low)s and %(high)s)."
        )
        share = found.weighted.share
        yield speak.statement(
            "weighted", text, share=speak.letters.percent(share.estimate), low=speak.letters.percent(share.low),
            high=speak.letters.percent(share.high), asked=speak.letters.number(found.weighted.asked),
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
