"""A report as files: rows for a sheet, plain values for JSON. The paper is made in `mithaq.reviews.runs.telling.paper`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mithaq.papers.sheets import Value
from mithaq.reviews.runs.telling.shapes import Part, Told
from mithaq.reviews.runs.telling.speaker import _

COLUMNS = (_("part"), _("kind"), _("row"), _("measure"), _("value"))
"""Of the sheet: one value a row."""


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
