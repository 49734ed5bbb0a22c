"""Sentences as markup: each finding over its exact words, one inside the other, with the number of its proposal."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import escape, format_html
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


def sentence(shown: ReaderSentence, permalink: str = "", now: int = 0, swapped: bool = False) -> SafeString:
    """A numbered sentence. `now` is the number of the proposal that is open; `swapped`: it takes the place of itself."""
    at = any(mark.number == now for run in shown.runs for mark in run.marks) if now else False
    return format_html(
        '<div class="sent{}{}" id="s{}"{}><a class="n" href="{}" aria-label="{}">{}</a><p>{}</p></div>',
        " opens" if shown.opens else "",
        " at" if at else "",
        shown.number,
        mark_safe(' hx-swap-oob="true"') if swapped else "",
        permalink or f"#s{shown.number}",
        gettext("Link to sentence %(number)s") % {"number": in_digits(shown.number)},
        in_digits(shown.number),
        marked(shown.runs, now),
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
    for mark, next_mark in zip(list(open_marks), wanted, strict=False):
        if next_mark.first or (mark.kind, mark.number, mark.value) != (
            next_mark.kind,
            next_mark.number,
            next_mark.value,
        ):
            break
        open_marks[kept] = next_mark
        kept += 1
    return kept


def _opening(mark: Mark, now: int) -> str:
    if not mark.number:
        title = format_html(' title="{}"', mark.value) if mark.kind == "date" else ""
        return str(format_html('<mark class="{}"{}>', CLASSES[mark.kind], title))
    more = " off" if mark.state in DECIDED else " now" if mark.number == now else ""
    return str(format_html('<mark class="{}{}" data-n="{}">', CLASSES[mark.kind], more, mark.number))


def _closing(mark: Mark) -> str:
    if not (mark.number and mark.last):
        return "</mark>"
    label = gettext("Proposal %(number)s") % {"number": in_digits(mark.number)}
    link = '\u2060<sup><a href="#p{}" aria-label="{}">{}</a></sup></mark>'
    return str(format_html(link, mark.number, label, in_digits(mark.number)))
