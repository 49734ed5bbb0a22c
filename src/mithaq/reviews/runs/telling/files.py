"""A report as files: a paper for PDF, rows for a sheet, plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from mithaq.papers.plots.drawing import Plot
from mithaq.papers.report import Block, Bullets, Figure, Heading, Paper, Paragraph, Run, Table
from mithaq.papers.sheets import Value
from mithaq.reviews.runs.telling.shapes import Part, Told
from mithaq.reviews.runs.telling.speaker import Speaker, _

COLUMNS = (_("part"), _("kind"), _("row"), _("measure"), _("value"))
"""Of the sheet: one value a row."""


def paper_of(speak: Speaker, told: Told, label: str) -> Paper:
    """The report as a paper: sentences, drawings, their tables. `label` says who may see it."""
    blocks = [block for part in told.parts for block in _part(speak, part)]
    made = told.made
    note = (Paragraph(speak.words(_("These are made-up figures for a demonstration."))),) if made.demonstration else ()
    day = speak.day(made.on[:10])
    return Paper(
        title=told.title, subtitle=told.subtitle, language=told.language, label=label, date_line=day,
        blocks=(*note, *blocks), footer=f"{made.ref} · Mithaq {made.version} · {made.data_hash[:16]}",
        made=datetime.fromisoformat(made.on[:10]).replace(tzinfo=UTC),
    )  # fmt: skip


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
    for plot in part.plots:
        yield from _plot(plot)
    known = speak.listed([f"{name}: {value}" for name, value in part.how])
    yield Paragraph((Run(f"{speak.words(_('How do we know?'))} ", bold=True), Run(known)))


def _plot(plot: Plot) -> Iterator[Block]:
    yield Heading(plot.title, 2)
    if plot.drawn:
        yield Figure(plot.file, plot.desc)
    yield Paragraph(" ".join((plot.desc, *plot.legend)))
    if plot.rows:
        yield Table(tuple(column.name for column in plot.columns), plot.shown)


def rows_of(told: Told) -> Iterator[tuple[Value, ...]]:
    """Everything a report says, one value a row: sentences, how they are known, and the numbers of every plot as they are."""
    for part in told.parts:
        for at, one in enumerate(part.statements, 1):
            yield part.code, "sentence", at, one.code, one.text
        for name, value in part.how:
            yield part.code, "how", 0, name, value
        for plot in part.plots:
            for at, row in enumerate(plot.rows, 1):
                for column, cell in zip(plot.columns, row, strict=True):
                    yield part.code, plot.kind, at, column.name, cell


def plain(told: Told) -> dict[str, Any]:
    """The report for machines: codes beside sentences, numbers as they are, null for what is not known."""
    made = told.made
    return {
        "reader": told.reader,
        "language": told.language,
        "title": told.title,
        "subtitle": told.subtitle,
        "verdict": told.verdict,
        "made": {name: getattr(made, name) for name in ("ref", "on", "version", "data_hash", "seed", "demonstration")},
        "parts": [_plain_part(part) for part in told.parts],
    }


def _plain_part(part: Part) -> dict[str, Any]:
    return {
        "code": part.code,
        "title": part.title,
        "statements": [{"code": one.code, "text": one.text} for one in part.statements],
        "how": dict(part.how),
        "plots": [
            {
                "kind": plot.kind,
                "title": plot.title,
                "says": plot.desc,
                "columns": [column.name for column in plot.columns],
                "rows": [list(row) for row in plot.rows],
            }
            for plot in part.plots
        ],
    }
