"""A fact sheet as a paper in one language: the public's figures, each with comparator, day and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core import clock
from mithaq.core.days import Language, both, gregorian
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Cite, Heading, Paper, Paragraph, Run, Table, Text
from mithaq.register.outreach.counting import WORDS
from mithaq.register.outreach.reads import FigureOnSheet, Newer, SheetPage, SourceShown
from mithaq.register.parties.models import Figure
from mithaq.register.parties.scribe import Scribe


def sheet_paper(
    shape: SheetPage, parties: Mapping[str, Bilingual], areas: Mapping[str, Bilingual], language: Language
) -> Paper:
    """The sheet in this language, as the public sees it: what is left out of it is not in the paper either."""
    with override(language):
        return _Writer(language, parties, areas).paper(shape)


class _Writer(Scribe):
    """Writes one sheet."""

    def __init__(self, language: Language, parties: Mapping[str, Bilingual], areas: Mapping[str, Bilingual]) -> None:
        super().__init__(language, parties)
        self.areas = areas

    def paper(self, shape: SheetPage) -> Paper:
        day = shape.row.day or clock.today().isoformat()
        return Paper(
            title=self.said(shape.row.title),
            subtitle="",
            language=self.language,
            label=self.label(shape.seen),
            date_line=self.listed([shape.row.ref or _("Not issued"), both(day, self.language)]),
            blocks=tuple(self.blocks(shape)),
            made=datetime.fromisoformat(day).replace(tzinfo=UTC),
        )

    def blocks(self, shape: SheetPage) -> Iterator[Block]:
        own = self.cite(self.listed([_("Fact sheet"), shape.row.ref]), f"/facts/{shape.row.public_id}/")
        if shape.row.demonstration:
            yield Paragraph((Run(_("Demonstration data"), bold=True, cites=(own,)),))
        yield Paragraph((Run(self.said(shape.intro), cites=(own,)),))
        for group in shape.groups:
            yield Heading(self.said(self.areas[group.area]) if group.area in self.areas else _("Other figures"))
            columns = (_("Figure"), _("What it counts"), _("As of"), _("Source"))
            yield Table(columns, tuple(self.row(one) for one in group.figures), (2, 4, 2, 1))
        if shape.counts:
            yield Heading(_("In the public register on that day"))
            rows = tuple(
                (str(WORDS[one.code]), (Run(str(one.value), bold=True, cites=(self.register(one.path),)),))
                for one in shape.counts
            )
            yield Table((_("What is counted"), _("How many")), rows, (4, 1))
            yield Paragraph((Run(_("Only what is public is counted."), cites=(own,)),))
        if shape.newer:
            yield Paragraph(
                (Run(_("There are newer figures than some of these: they stand beside them."), cites=(own,)),)
            )

    def register(self, path: str) -> Cite:
        """The public part of a register."""
        return self.cite(_("The public register"), path)

    def row(self, one: FigureOnSheet) -> tuple[Text, Text, Text, Text]:
        """Number, what it counts, its day (and the newer number), where it comes from."""
        about = self.said(one.what) or (self.party(one.party) if one.party else "—")
        as_of = gregorian(one.as_of, self.language) if one.as_of else "—"
        if one.newer:
            as_of = f"{as_of}. {self.newer(one.newer)}"
        number = _number(one.comparator, one.value, one.unit)
        return (Run(number, bold=True),), about, as_of, (Run("", cites=(self.source(one.source),)),)

    def newer(self, one: Newer) -> str:
        """The newer number and its day."""
        told = {"number": _number(one.comparator, one.value, one.unit), "day": gregorian(one.as_of, self.language)}
        return _("Newer: %(number)s (%(day)s)") % told

    def source(self, one: SourceShown) -> Cite:
        """A document by title and day, or the source in words."""
        if not one.document:
            return self.cite(one.words)
        published = gregorian(one.published, self.language) if one.published else ""
        sentence = _("sentence %(number)s") % {"number": one.sentence}
        return self.cite(f"{self.listed([one.ref, sentence, published])}: {one.words}", f"/documents/{one.document}/")


def _number(comparator: str, value: str, unit: str) -> str:
    words = "" if comparator == "=" else str(dict(Figure.Comparator.choices)[comparator])
    return " ".join(filter(None, (words, value, unit)))
