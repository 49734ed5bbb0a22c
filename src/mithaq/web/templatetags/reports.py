"""What the pages of reports load: sentences of the evaluation with their numbers set apart, and drawings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from mithaq.core.lines import LRM, RLM
from mithaq.core.words import Bilingual
from mithaq.papers.bidi import Piece, pieces
from mithaq.papers.plots.drawing import Plot
from mithaq.web.bidi import clean, in_signs
from mithaq.web.days import tongue

if TYPE_CHECKING:
    from mithaq.reviews.runs.telling.shapes import Part

register = template.Library()
OPEN = 12
"""Rows of a table that is open where there is room for it beside its drawing."""
LETTER = re.compile(r"[^\W\d_]")


@register.filter
def told(text: object) -> SafeString:
    """A sentence or a cell that code made: what would fall apart between Arabic words stands in an island, numbers are in
    the digits of the reader."""
    return mark_safe("".join(_piece(piece) for piece in pieces(clean(text), tongue())))  # noqa: S308  each piece is escaped


@register.filter
def linked(text: object, places: Mapping[str, str]) -> SafeString:
    """As `told`, with links where it names what has a page: `places` are their addresses by their names."""
    if not places:
        return told(text)
    names = sorted(places, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, names))})", clean(text))
    shown = [
        format_html('<a href="{}">{}</a>', places[one], told(one)) if one in places else told(one) for one in parts
    ]
    return format_html_join("", "{}", ((one,) for one in shown))


@register.filter
def said_in(sentence: Bilingual) -> SafeString:
    """A sentence that code made in both languages, in that of the page: as `told`, its marks of direction become islands."""
    return told(sentence.in_language(tongue()).replace(LRM, "").replace(RLM, ""))


def _piece(piece: Piece) -> str:
    number = piece.language == "en" and not LETTER.search(piece.text)
    text = in_signs(piece.text) if number else piece.text
    if piece.island:
        return format_html('<bdi dir="ltr">{}</bdi>', text)
    if piece.language != tongue() and LETTER.search(piece.text):
        return format_html("<bdi>{}</bdi>", text)
    return escape(text)


@register.filter
def drawing(plot: Plot) -> SafeString:
    """The drawing of a plot: markup that the plot made, its words escaped there."""
    return mark_safe(plot.svg)  # noqa: S308  made by `mithaq.papers.plots`, which escapes every word


@register.filter
def headed(plot: Plot, row: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The cells of a row with the name of their column and its kind."""
    return [(column.name, column.kind, cell) for column, cell in zip(plot.columns, row, strict=True)]


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side in the card of a part on a desk: the sentences (`said`), plots, or both.

    `beside`: of the one plot the words and the table, `open` where it is short, stand beside the drawing, for nothing else does.
    """

    said: bool
    plots: tuple[Plot, ...]
    beside: bool = False
    open: bool = False


@register.filter
def lines(part: Part) -> list[Line]:
    """A part line by line, so that none leaves half of the card empty."""
    if part.statements and [_fills(plot) for plot in part.plots] == [False]:
        return [Line(True, part.plots)]
    found = [Line(True, ())] if part.statements else []
    for fills, run in groupby(part.plots, _fills):
        plots = tuple(run)
        found += [Line(False, (plot,)) for plot in plots] if fills else [_side_by_side(plots)]
    return found


def _fills(plot: Plot) -> bool:
    """Whether it takes a line by itself: a table that is all of it, a drawing that can be broad."""
    return plot.wide is not None or bool(plot.rows and not plot.drawn)


def _side_by_side(plots: tuple[Plot, ...]) -> Line:
    alone = len(plots) == 1 and plots[0].drawn
    return Line(False, plots, alone, alone and len(plots[0].rows) <= OPEN)
