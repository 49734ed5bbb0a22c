"""A report as a paper that is taken to a meeting.

First, and short, what is read: part by part its sentences and drawings, and the tables that stand for themselves. Behind it, on pages
of their own and in small type, an appendix with the table of every drawing; rows of single people stand there several to a line.
So nothing that the page shows is left out, but what the page folds away, and a meeting need not turn its pages for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import zip_longest
from math import ceil, sqrt

from mithaq.papers.plots.drawing import Plot
from mithaq.papers.report import Block, Bullets, Figure, Figures, Heading, Paper, Paragraph, Run, Table
from mithaq.reviews.runs.telling.shapes import Part, Told
from mithaq.reviews.runs.telling.speaker import Speaker, _

MANY = 24
"""Rows above which a table stands in the appendix, and there several rows to a line where they are short."""
ACROSS = 110  # letters of small type on a line, with the room between columns
ROOM = 3  # letters between a column and the next
LONG = 24  # letters of a cell; those beyond it make its column wider by less and less


def paper_of(speak: Speaker, told: Told, label: str) -> Paper:
    """The report as a paper. `label` says who may see it."""
    made = told.made
    blocks = [block for part in told.parts for block in _part(speak, part)]
    return Paper(
        title=told.title, subtitle=told.subtitle, language=told.language, label=label, date_line=speak.day(made.on[:10]),
        blocks=(*_notes(speak, told), *blocks, *_known(speak, told), *_appendix(speak, told)),
        footer=f"{made.ref} · Mithaq {made.version} · {made.data_hash[:16]}",
        made=datetime.fromisoformat(made.on[:10]).replace(tzinfo=UTC),
    )  # fmt: skip


def _notes(speak: Speaker, told: Told) -> Iterator[Block]:
    if told.made.demonstration:
        yield Paragraph(speak.words(_("These are made-up figures for a demonstration.")))
    if any(_behind(part) for part in told.parts):
        text = _("The numbers of every figure stand in the appendix; the CSV file of this report has them as they are.")
        yield Paragraph(speak.words(text))


def _part(speak: Speaker, part: Part) -> Iterator[Block]:
    yield Heading(part.title)
    if part.folded:  # a paper cannot fold anything away
        text = _(
            "Not printed, for it is no order: it stands on the page of this report behind a click, in its table and in its JSON."
        )
        yield Paragraph(speak.words(text))
        return
    if part.statements:
        yield Bullets(tuple(one.text for one in part.statements))
    drawn: list[Figure] = []
    for plot in part.plots:
        if plot.drawn and not plot.wide:
            drawn.append(_figure(part, plot))
            continue
        yield from _pairs(drawn)
        drawn = []
        yield from _alone(speak, part, plot)
    yield from _pairs(drawn)
    if not _measured(speak, part):
        own = [f"{name}: {value}" for name, value in part.how]
        yield Paragraph((Run(f"{speak.words(_('How do we know?'))} ", bold=True), Run(speak.listed(own))))


def _figure(part: Part, plot: Plot) -> Figure:
    title = "" if plot.title == part.title else plot.title
    return Figure(plot.file, plot.desc, title, " ".join((plot.desc, *plot.legend)), broad=plot.wide is not None)


def _pairs(drawn: Sequence[Figure]) -> Iterator[Block]:
    for at in range(0, len(drawn), 2):
        yield Figures(tuple(drawn[at : at + 2]))


def _alone(speak: Speaker, part: Part, plot: Plot) -> Iterator[Block]:
    """A broad drawing, a table that stands for itself, or why there is nothing."""
    if plot.drawn:
        yield Figures((_figure(part, plot),))
        return
    named = plot.title == part.title
    if plot.rows and len(plot.rows) <= MANY:
        yield from () if named else (Heading(plot.title, 2),)
        yield _table(plot)
        yield Paragraph(plot.desc)
        return
    more = f" {speak.words(_('The table stands in the appendix.'))}" if plot.rows else ""
    title = () if named else (Run(f"{plot.title}: ", bold=True),)
    yield Paragraph((*title, Run(plot.desc + more)))


def _measured(speak: Speaker, part: Part) -> bool:
    """Whether a part is known as the others are, from the run: then one table says it of all of them."""
    return not part.folded and part.how[-len(speak.origin()) :] == speak.origin()


def _known(speak: Speaker, told: Told) -> Iterator[Block]:
    """How each part is known, those that are known alike on one line; and what all of them were made from."""
    parts, common = [part for part in told.parts if _measured(speak, part)], len(speak.origin())
    if parts:
        names = (speak.words(_("part")), *(name for name, _value in parts[0].how[:-common]))
        alike: dict[tuple[str, ...], list[str]] = {}
        for part in parts:
            alike.setdefault(tuple(value for _name, value in part.how[:-common]), []).append(part.title)
        rows = tuple((speak.listed(titles), *values) for values, titles in alike.items())
        yield Heading(speak.words(_("How do we know?")))
        yield Table(names, rows, tuple(map(_width, names, zip(*rows, strict=True))), small=True)
        origin = speak.listed([f"{name}: {value}" for name, value in speak.origin()])
        yield Paragraph((Run(f"{speak.words(_('What all of this was made from:'))} ", bold=True), Run(origin)))


def _behind(part: Part) -> list[Plot]:
    """What of a part stands in the appendix."""
    return [plot for plot in part.plots if plot.rows and (plot.drawn or len(plot.rows) > MANY) and not part.folded]


def _appendix(speak: Speaker, told: Told) -> Iterator[Block]:
    plots = [plot for part in told.parts for plot in _behind(part)]
    if plots:
        yield Heading(speak.words(_("Appendix: the numbers of the figures")), fresh=True)
    for plot in plots:
        yield Heading(plot.title, 2)
        yield _table(plot)


def _table(plot: Plot) -> Table:
    """The table of a plot, its columns as wide as their words; of many short rows several stand beside each other, each column of
    them read from the top to the bottom."""
    names, rows = tuple(column.name for column in plot.columns), plot.shown
    widths = tuple(map(_width, names, zip(*rows, strict=True)))
    beside = max(1, min(4, ACROSS // sum(widths))) if len(rows) > MANY else 1
    if beside == 1:
        return Table(names, rows, widths, small=True)
    tall = ceil(len(rows) / beside)
    stacks = [rows[at : at + tall] for at in range(0, len(rows), tall)]
    empty = ("",) * len(names)
    told = tuple(tuple(cell for row in line for cell in row) for line in zip_longest(*stacks, fillvalue=empty))
    return Table(names * len(stacks), told, widths * len(stacks), small=True)


def _width(name: str, cells: Sequence[str]) -> int:
    """Letters that a column needs: its longest word, and its longest cell, of a long one less; and the room beside it."""
    words = (word for text in (name, *cells) for word in text.split())
    longest = max(4, *map(len, cells))
    return ROOM + max(min(longest, LONG) + round(2 * sqrt(max(0, longest - LONG))), *map(len, words))
