"""Sentences as markup: each finding over its exact words, one inside the other, with the number of its proposal."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from mithaq.proposals.reads import ReaderSentence
from mithaq.proposals.runs import Mark, Run
from mithaq.web.bidi import clean, in_digits

CLASSES = {
    "commitment": "k-commit",
    "meeting": "k-meet",
    "person": "k-who",
    "figure": "k-fig",
    "date": "k-ref",
    "party": "k-ref",
}
DECIDED = ("accepted", "amended", "rejected")
TOGETHER = "\u2060"  # keeps a number on the line of the word before it


def sentences(shown: Iterable[ReaderSentence], *, now: int = 0, base: str = "", swapped: bool = False) -> SafeString:
    """Numbered sentences. `now` is the number of the proposal that is open; `swapped`: each takes the place of itself.

    `base`: what stands before ``&s=…#s…`` in the permalink of a sentence that ``#s…`` alone does not lead to.
    """
    label = escape(gettext("Link to sentence %(number)s"))
    return mark_safe("\n".join(_sentence(one, now, base, swapped, label) for one in shown))  # noqa: S308  see below


def _sentence(shown: ReaderSentence, now: int, base: str, swapped: bool, label: str) -> str:
    """Everything put in is a number, a constant, or escaped."""
    at = now and any(mark.number == now for run in shown.runs for mark in run.marks)
    classes = f"sent{' opens' if shown.opens else ''}{' at' if at else ''}"
    place = f"{escape(base)}&amp;s={shown.number}#s{shown.number}" if base else f"#s{shown.number}"
    number = in_digits(shown.number)
    return (
        f'<div class="{classes}" id="s{shown.number}"{" hx-swap-oob=true" if swapped else ""}>'
        f'<a class="n" href="{place}" aria-label="{label % {"number": number}}">{number}</a>'
        f"<p>{marked(shown.runs, now)}</p></div>"
    )


def marked(runs: Iterable[Run], now: int = 0) -> SafeString:
    """The words of these runs under their marks. Findings that overlap are cut where they have to be."""
    parts: list[str] = []
    open_marks: list[Mark] = []
    for run in runs:
        kept = _still_open(open_marks, run.marks)
        parts += ["</mark>"] * (len(open_marks) - kept)
        open_marks[kept:] = run.marks[kept:]
        parts += [_opening(mark, now) for mark in run.marks[kept:]]
        parts.append(escape(clean(run.text)))
        while any(mark.last for mark in open_marks):
            parts.append(_closing(open_marks.pop()))
    return mark_safe("".join(parts + ["</mark>"] * len(open_marks)))  # noqa: S308  words escaped, tags ours


def _still_open(open_marks: list[Mark], wanted: tuple[Mark, ...]) -> int:
    """How many of the marks that are open go on over the next run. They learn whether they end with it."""
    kept = 0
    for mark, following in zip(list(open_marks), wanted, strict=False):
        if following.first or (mark.kind, mark.number, mark.value) != (
            following.kind,
            following.number,
            following.value,
        ):
            break
        open_marks[kept] = following
        kept += 1
    return kept


def _opening(mark: Mark, now: int) -> str:
    if not mark.number:
        title = f' title="{escape(mark.value)}"' if mark.kind == "date" else ""
        return f'<mark class="{CLASSES[mark.kind]}"{title}>'
    more = " off" if mark.state in DECIDED else " now" if mark.number == now else ""
    return f'<mark class="{CLASSES[mark.kind]}{more}" data-n="{mark.number}">'


def _closing(mark: Mark) -> str:
    if not (mark.number and mark.last):
        return "</mark>"
    number = in_digits(mark.number)
    label = escape(gettext("Proposal %(number)s") % {"number": number})
    return f'{TOGETHER}<sup><a href="#p{mark.number}" aria-label="{label}">{number}</a></sup></mark>'
