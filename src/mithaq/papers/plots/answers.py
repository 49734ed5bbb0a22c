"""What was answered in a test: which answers were taken, and whether an item is as hard in one language as in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from mithaq.papers.plots.drawing import WIDTH, Column, Pen, Plot, Scale, nothing
from mithaq.papers.plots.lettering import NOT_KNOWN, Cell, Interval, Lettering, _, known, sure

TAKEN = {
    "unused": _("hardly anybody takes it"),
    "takes_the_able": _("those who know more take it"),
}
CLASSES = {
    "A": _("A: nothing to see"),
    "B": _("B: to be looked at"),
    "C": _("C: not to be used before somebody looked"),
}
_NUMBER, _END, _ROW = 46.0, 66.0, 26.0


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer of an item: whether it is the right one, how many took it, which share of all, and of those with most and with
    fewest right; codes of TAKEN."""

    name: str
    right: bool
    n: int
    share: float
    upper: float
    lower: float
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fair:
    """An item as it went in two languages: `people` of each, the odds of answering it right in the first over those in the second,
    its class of CLASSES (empty: not told, and `why`), the name of the language in which it is harder."""

    number: str
    name: str
    people: tuple[int, int]
    odds: Interval | None
    classed: str
    harder_in: str
    why: str = ""


def choices(letters: Lettering, told: Sequence[tuple[str, tuple[Choice, ...]]]) -> Plot:
    """Of every item, by its number, which answers were taken: the right one first."""
    title = letters.words(_("Answers that were taken"))
    if not told:
        why = letters.words(_("Which answers were taken is not on record, or is that of too few people to tell."))
        return nothing(letters, "choices", title, why)
    pen = Pen(letters)
    for at, (number, answers) in enumerate(told):
        _taken(pen, number, answers, 8 + at * _ROW)
    flagged = [number for number, answers in told if any(one.flags for one in answers)]
    desc = letters.words(
        _("Items: %(count)s; with a wrong answer to look at: %(flagged)s."),
        count=letters.number(len(told)), flagged=letters.number(len(flagged)),
    )  # fmt: skip
    columns = (
        Column(letters.words(_("item"))), Column(letters.words(_("answer"))), Column(letters.words(_("is it right"))),
        Column(letters.words(_("people")), "count"), Column(letters.words(_("share")), "percent"),
        Column(letters.words(_("of those with most right")), "percent"),
        Column(letters.words(_("of those with fewest right")), "percent"), Column(letters.words(_("to look at"))),
    )  # fmt: skip
    rows = [_choice(letters, number, one) for number, answers in told for one in answers]
    legend = map(letters.words, (
        _("Solid: the right answer. Grey: the wrong ones, each by itself. Hollow: left empty."),
        _("Red with a “!”: a wrong answer that those who know more take. “?”: one that hardly anybody takes."),
    ))  # fmt: skip
    return pen.plot("choices", title, desc, 8 + len(told) * _ROW, columns, rows, legend)


def _choice(letters: Lettering, number: str, one: Choice) -> tuple[Cell, ...]:
    told = letters.listed(letters.words(TAKEN[flag]) for flag in one.flags) or letters.words(_("nothing"))
    right = letters.words(_("right answer") if one.right else _("wrong answer"))
    return number, one.name, right, one.n, known(one.share), known(one.upper), known(one.lower), told


def _taken(pen: Pen, number: str, answers: Sequence[Choice], y: float) -> None:
    whole, place = WIDTH - _NUMBER - _END, _NUMBER
    pen.start(y + 14, number, "", 8)
    for one in sorted(answers, key=lambda one: not one.right):
        role = "fill-brand" if one.right else "fill-late" if "takes_the_able" in one.flags else "rest"
        pen.bar(place, y + 2, max(0.0, whole * one.share - 1.5), 16, role)
        place += whole * one.share
    pen.bar(place, y + 2, max(0.0, _NUMBER + whole - place - 1.5), 16, "untested")
    right = sum(one.share for one in answers if one.right)
    pen.end(y + 14, pen.letters.percent(right), "val", 24)
    flags = {flag for one in answers for flag in one.flags}
    if flags:
        bad = "takes_the_able" in flags
        pen.end(y + 14, "!" if bad else "?", "val limit-t" if bad else "val", 10)


def fairness(letters: Lettering, told: Sequence[Fair], languages: tuple[str, str], why: str, large: float) -> Plot:
    """Every item with the odds of answering it right in one language over the other, for people with the same score; `why` nothing
    was looked at, where nothing was. From odds that are `large`, or their inverse, class C begins."""
    title = letters.words(_("As hard in both languages?"))
    shown = [(one, found) for one in told if one.classed and (found := sure(one.odds)) and found.low > 0]
    if not shown:
        return nothing(letters, "fairness", title, why)
    pen, foot = Pen(letters), 34 + len(shown) * _ROW
    scale = Scale((-2, 2), _NUMBER, WIDTH - 30, step=1)
    first, second = languages
    pen.text(_NUMBER, 14, letters.words(_("harder in %(language)s"), language=first), "sub", "left")
    pen.text(WIDTH - 30, 14, letters.words(_("harder in %(language)s"), language=second), "sub", "right")
    for value in scale.ticks:
        pen.line(scale.at(value), 24, scale.at(value), foot, "grid" if value else "ax")
        pen.text(scale.at(value), foot + 16, letters.number(10**value, 2), "tick")
    for side in (-1, 1):
        place = scale.at(side * log10(large))
        pen.line(place, 24, place, foot, "limit")
    for at, (one, found) in enumerate(shown):
        _odds(pen, scale, one, found, 44 + at * _ROW)
    desc = letters.words(
        _("Items looked at: %(count)s; of class B: %(some)s; of class C: %(bad)s."), count=letters.number(len(shown)),
        some=letters.number(sum(one.classed == "B" for one, _found in shown)),
        bad=letters.number(sum(one.classed == "C" for one, _found in shown)),
    )  # fmt: skip
    columns = (
        Column(letters.words(_("item"))), Column(letters.words(_("wording"))), Column(first, "count"), Column(second, "count"),
        Column(letters.words(_("odds")), "ratio"), Column(letters.words(_("interval from")), "ratio"),
        Column(letters.words(_("interval to")), "ratio"), Column(letters.words(_("class"))), Column(letters.words(_("harder in"))),
    )  # fmt: skip
    legend = (
        letters.words(
            _("How many times the odds of a right answer are in %(first)s what they are in %(second)s, for people with the same score."),
            first=first, second=second,
        ),
        letters.words(_("Red with a “!”: class C. “?”: class B. The dotted lines: from there on class C begins.")),
    )  # fmt: skip
    return pen.plot("fairness", title, desc, foot + 26, columns, [_fair(letters, one) for one in told], legend)


def _odds(pen: Pen, scale: Scale, one: Fair, found: Interval, y: float) -> None:
    pen.text(_NUMBER - 6, y + 4, one.number, "", "right")
    low, middle, high = (scale.at(log10(value)) for value in (found.low, found.estimate, found.high))
    pen.line(low, y, high, y, "ci")
    pen.dot(middle, y, "dot odd" if one.classed == "C" else "dot", 4.5)
    if one.classed in ("B", "C"):
        bad = one.classed == "C"
        pen.text(WIDTH - 14, y + 5, "!" if bad else "?", "val limit-t" if bad else "val")


def _fair(letters: Lettering, one: Fair) -> tuple[Cell, ...]:
    found = sure(one.odds)
    parts = (None, None, None) if found is None else (found.estimate, found.low, found.high)
    if not one.classed:
        return one.number, one.name, *one.people, *parts, one.why, letters.words(NOT_KNOWN)
    harder = one.harder_in or letters.words(_("neither of both"))
    return one.number, one.name, *one.people, *parts, letters.words(CLASSES[one.classed]), harder
