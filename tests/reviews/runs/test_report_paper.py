"""A report on paper: read first, its numbers behind; nothing that the page shows is left out, single people stand close together."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from django.utils.translation import override

from mithaq.core.days import Language
from mithaq.papers.report import Bullets, Figures, Heading, Paper, Table, words_of
from mithaq.papers.typeset import pages_of, pdf
from mithaq.reviews.runs.telling.paper import MANY, paper_of
from mithaq.reviews.runs.telling.shapes import Told
from tests.reviews import contents
from tests.reviews.runs.told import reports, speaker

BOTH = pytest.mark.parametrize("language", ["ar", "en"])


@cache
def told(language: Language) -> tuple[Told, ...]:
    return tuple(reports(contents.content(), language))


def paper(report: Told, language: Language) -> Paper:
    with override(language):
        return paper_of(speaker(contents.content(), language), report, "Restricted")


def appendix(made: Paper) -> int:
    """Where it begins."""
    return next(at for at, block in enumerate(made.blocks) if isinstance(block, Heading) and block.fresh)


@BOTH
def test_sentences_and_drawings_come_first_and_the_numbers_of_the_drawings_behind(language: Language) -> None:
    for report in told(language):
        made = paper(report, language)
        at = appendix(made)
        assert not any(isinstance(block, Figures | Bullets) for block in made.blocks[at:])
        said = [item for block in made.blocks if isinstance(block, Bullets) for item in block.items]
        assert said == [one.text for part in report.parts if not part.folded for one in part.statements]
        behind = [block.text for block in made.blocks[at + 1 :] if isinstance(block, Heading)]
        drawn = [
            plot
            for part in report.parts
            if not part.folded
            for plot in part.plots
            if plot.drawn or len(plot.rows) > MANY
        ]
        assert behind == [plot.title for plot in drawn]


def test_every_cell_of_a_report_stands_on_its_paper() -> None:
    for report in told("en"):
        cells = {
            words_of(cell)
            for block in paper(report, "en").blocks
            if isinstance(block, Table)
            for row in block.rows
            for cell in row
        }
        with override("en"):
            shown = [plot.shown for part in report.parts if not part.folded for plot in part.plots]
        assert not {cell for rows in shown for row in rows for cell in row} - cells


def test_single_people_stand_several_to_a_line_and_are_read_downwards() -> None:
    report = told("en")[1]
    people = next(plot for part in report.parts for plot in part.plots if plot.kind == "slope")
    assert len(people.rows) > MANY
    table = next(
        block for block in paper(report, "en").blocks if isinstance(block, Table) and block.columns[0] == "person"
    )
    beside = len(table.columns) // len(people.columns)
    assert beside >= 3
    assert len(table.rows) <= len(people.rows) // beside + 1
    stacks = [row[4 * at : 4 * at + 4] for at in range(beside) for row in table.rows]
    assert [row for row in stacks if row[0]] == list(people.shown)


def test_how_it_is_known_is_one_table_and_what_it_was_made_from_is_said_once() -> None:
    report = told("en")[1]
    made = paper(report, "en")
    known = made.blocks[made.blocks.index(Heading("How do we know?")) + 1]
    assert isinstance(known, Table)
    named = "; ".join(words_of(row[0]) for row in known.rows).split("; ")
    assert sorted(named) == sorted(part.title for part in report.parts)
    assert len(known.rows) < len(report.parts)
    assert str(made.blocks).count(f"Hash of the data: {report.made.data_hash[:16]}") == 1


@BOTH
def test_the_paper_of_a_course_is_short(language: Language) -> None:
    made = paper(told(language)[1], language)
    whole = pages_of(pdf(made))
    read = pages_of(pdf(replace(made, blocks=made.blocks[: appendix(made)])))
    assert (read <= 6, whole - read <= 5) == (True, True), (read, whole)
