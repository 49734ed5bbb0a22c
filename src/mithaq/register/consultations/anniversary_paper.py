"""What an anniversary can tell, as a paper in one language: the date, what was achieved, all of it cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from mithaq.core import clock
from mithaq.core.days import Language, both, gregorian
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Bullets, Heading, Paper, Paragraph, Run, Text
from mithaq.register.commitments.reads import CommitmentRow
from mithaq.register.consultations.paper_words import TableScribe
from mithaq.register.consultations.reads import AnniversaryPack, Met, Milestone
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads import FigureRow


def anniversary_paper(shape: AnniversaryPack, parties: dict[str, Bilingual], language: Language) -> Paper:
    """The pack in this language. The paper's label names those to whom all of it was released."""
    with override(language):
        return _Writer(language, parties).paper(shape)


class _Writer(TableScribe):
    """Writes one pack."""

    def paper(self, shape: AnniversaryPack) -> Paper:
        made_on = clock.today().isoformat()
        years = ngettext("%(count)s year", "%(count)s years", shape.years) % {"count": shape.years}
        return Paper(
            title=f"{years}: {self.said(shape.milestone.name)}",
            subtitle=self.milestone_words(shape.milestone),
            language=self.language,
            label=self.label(shape.seen),
            date_line=_("Anniversary on %(day)s") % {"day": both(shape.day, self.language)},
            blocks=tuple(self.blocks(shape)),
            made=datetime.fromisoformat(made_on).replace(tzinfo=UTC),
        )

    def milestone_words(self, one: Milestone) -> str:
        """What happened, to whom, when."""
        kinds = {"founded": _("Founded"), "joined": _("Joined"), "first": _("First meeting")}
        return self.listed([kinds[one.kind], self.said(one.name), gregorian(one.date, self.language)])

    def milestone(self, one: Milestone) -> Text:
        place = self.place(one.cited, one.source, lambda: self.cite(_("The register of parties"), "/parties/"))
        return (Run(self.milestone_words(one)), place)

    def blocks(self, shape: AnniversaryPack) -> Iterator[Block]:
        yield Paragraph(self.milestone(shape.milestone))
        if shape.joined:
            yield Heading(_("Who joined"))
            yield Bullets(tuple(self.milestone(one) for one in shape.joined))
        if shape.met:
            yield Heading(_("Meetings held"))
            yield Bullets(tuple(self.met(one) for one in shape.met))
        yield Heading(_("What was promised and is done"))
        if shape.done:
            yield Bullets(tuple(self.done(row) for row in shape.done))
        else:
            words = _("Nothing in the register that you may see is done yet.")
            yield Paragraph((Run(words, cites=(self.register(),)),))
        if shape.figures:
            yield Heading(_("Figures"))
            yield Bullets(tuple(self.figure(row) for row in shape.figures))

    def met(self, one: Met) -> Text:
        count = ngettext("%(count)s meeting", "%(count)s meetings", one.meetings) % {"count": one.meetings}
        told = {"series": self.said(one.name), "count": count, "last": self.meeting(one.last)}
        said = _("%(series)s: %(count)s, the last: %(last)s") % told
        return (Run(said, cites=(self.cite_meeting(one.last),)),)

    def done(self, row: CommitmentRow) -> Text:
        said_on = gregorian(row.said_on, self.language) if row.said_on else ""
        who = self.listed([self.speaker(row.speaker, row.by), said_on])
        return (
            Run(f"{row.ref}: ", bold=True),
            Run(self.quoted(row.words, row.language)),
            Run(f" — {who}" if who else ""),
            self.place(row.cited, row.source, self.register),
        )

    def figure(self, row: FigureRow) -> Text:
        comparator = "" if row.comparator == "=" else str(dict(Figure.Comparator.choices)[row.comparator])
        value = " ".join(filter(None, (comparator, row.value, row.unit)))
        as_of = gregorian(row.as_of, self.language) if row.as_of else ""
        about = self.listed([self.party(row.party) if row.party else "", self.said(row.what), as_of])
        place = self.place(row.cited, row.source, lambda: self.cite(_("The register of figures"), "/figures/"))
        return (Run(f"{value}: ", bold=True), Run(about), place)
