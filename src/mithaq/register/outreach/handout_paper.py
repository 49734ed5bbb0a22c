"""A message house as a handout of one page: the message and each line in both languages, with proofs, and who agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from mithaq.core import clock
from mithaq.core.days import Language, both, gregorian
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Cite, Facts, Paper, Paragraph, Run, Table, Text
from mithaq.register.consultations.paper_words import TableScribe
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.reads import HousePage, LineShown, ProofShown, SeriesBeat
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads import FigureRow

OTHER: dict[Language, Language] = {"ar": "en", "en": "ar"}


def handout_paper(shape: HousePage, parties: dict[str, Bilingual], language: Language) -> Paper:
    """The house, laid out in this language; its words stand in both. The label names those to whom all of it was released."""
    with override(language):
        return _Writer(language, parties).paper(shape)


class _Writer(TableScribe):
    """Writes one handout."""

    def paper(self, shape: HousePage) -> Paper:
        made_on = clock.today().isoformat()
        row, other = shape.row, OTHER[self.language]
        state = str(dict(State.choices)[row.state])
        demonstration = _("Demonstration data") if row.demonstration else ""
        return Paper(
            title=self.said(row.title),
            subtitle=row.title.in_language(other),
            language=self.language,
            label=self.label(shape.together),
            date_line=self.listed([row.ref, state, both(row.agreed_on or made_on, self.language), demonstration]),
            blocks=tuple(self.blocks(shape)),
            made=datetime.fromisoformat(made_on).replace(tzinfo=UTC),
        )

    def blocks(self, shape: HousePage) -> Iterator[Block]:
        record = self.cite_record(shape.row.ref, "")
        if shape.message:
            words, other = shape.message.words, OTHER[self.language]
            yield Paragraph((Run(self.said(words), bold=True, cites=(record,)),))
            yield Paragraph((Run(words.in_language(other), cites=(record,)),))
        if shape.lines:
            columns = (_("In Arabic"), _("In English"), pgettext("of a line", "Proof"))
            yield Table(columns, tuple(self.line(one) for one in shape.lines), (3, 3, 4))
        else:
            yield Paragraph((Run(_("No line was added to it yet."), cites=(record,)),))
        yield Facts(tuple(self.facts(shape)))

    def line(self, one: LineShown) -> tuple[Text, Text, Text]:
        """The words in both languages; what proves them, or that they are not agreed yet."""
        proofs = [self.proof(proof) for proof in one.proofs]
        if one.text:
            proofs.insert(0, (Run(_("Agreed in %(ref)s") % {"ref": one.text.ref}),))
        apart = Run("؛ " if self.language == "ar" else "; ")
        runs = [run for number, proof in enumerate(proofs) for run in ((apart,) if number else ()) + proof]
        if one.state != State.AGREED:
            runs.append(Run(f" ({dict(State.choices)[State.DRAFT.value]})"))
        return one.words.ar, one.words.en, tuple(runs) or "—"

    def proof(self, one: ProofShown) -> tuple[Run, ...]:
        """What proves a line, short, with its source; a commitment and a text by their references, which lead to it in this house."""
        if one.figure:
            return self.figure(one.figure)
        if one.commitment:
            return (Run(self.listed([_("Commitment"), one.commitment.ref])),)
        if one.sentence:
            told = {"ref": one.sentence.ref, "number": one.sentence.number}
            return (Run(_("%(ref)s, sentence %(number)s") % told, cites=(self.cite_document(one.sentence),)),)
        if one.text:
            return (Run(self.listed([_("Agreed text"), one.text.ref])),)
        return ()

    def figure(self, row: FigureRow) -> tuple[Run, ...]:
        """A number with comparator, what it counts and its day."""
        comparator = "" if row.comparator == "=" else str(dict(Figure.Comparator.choices)[row.comparator])
        value = " ".join(filter(None, (comparator, row.value, row.unit)))
        as_of = gregorian(row.as_of, self.language) if row.as_of else ""
        place = self.place(row.cited, row.source, self._figures)
        return Run(value, bold=True), Run(f" {self.listed([self.said(row.what), as_of])}", cites=place.cites)

    def _figures(self) -> Cite:
        return self.cite(_("The register of figures"), "/figures/")

    def facts(self, shape: HousePage) -> Iterator[tuple[str, str]]:
        yield _("Asked to agree"), self.parties(shape.parties)
        if reserved := [self.reserved(one) for one in shape.lines if any(a.answer == "reserve" for a in one.answers)]:
            yield _("Reservations"), " ".join(reserved)
        if shape.series:
            yield _("Series that keeps it"), self.beat(shape.series)

    def reserved(self, one: LineShown) -> str:
        """What parties reserve on a line, in their own words."""
        told = (
            f"{self.party(a.party)}: {self.quoted(a.words, language_of(a.words))}"
            for a in one.answers
            if a.answer == "reserve"
        )
        return self.listed(told)

    def beat(self, series: SeriesBeat) -> str:
        """When the series met last and when it meets next."""
        last = gregorian(series.last.date, self.language) if series.last and series.last.date else ""
        coming = gregorian(series.planned.date, self.language) if series.planned and series.planned.date else ""
        return self.listed(
            [
                self.said(series.name),
                _("last met on %(day)s") % {"day": last} if last else "",
                _("next meeting on %(day)s") % {"day": coming} if coming else "",
                _("overdue since %(day)s") % {"day": gregorian(series.overdue_since, self.language)}
                if series.overdue_since
                else "",
            ]
        )
