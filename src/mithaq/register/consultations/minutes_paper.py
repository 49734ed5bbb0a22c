"""All minutes of a series as one paper, in one language: for Word, PDF and a page of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core import clock
from mithaq.core.days import Language, both
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Heading, Paper, Paragraph, Run
from mithaq.register.consultations.paper_words import TableScribe
from mithaq.register.consultations.reads import Minuted, SeriesMinutes

TITLE = Bilingual("محاضر السلسلة", "Minutes of the series")


def minutes_paper(shape: SeriesMinutes, parties: dict[str, Bilingual], language: Language) -> Paper:
    """The minutes in this language, the earliest meeting first; what is written in the other language alone stands in it."""
    with override(language):
        return _Writer(language, parties).paper(shape)


class _Writer(TableScribe):
    """Writes one paper."""

    def paper(self, shape: SeriesMinutes) -> Paper:
        made_on = clock.today().isoformat()
        return Paper(
            title=f"{self.said(TITLE)}: {self.said(shape.name)}",
            subtitle="",
            language=self.language,
            label=self.label(shape.seen),
            date_line=both(made_on, self.language),
            blocks=tuple(self.blocks(shape)),
            made=datetime.fromisoformat(made_on).replace(tzinfo=UTC),
        )

    def blocks(self, shape: SeriesMinutes) -> Iterator[Block]:
        if not shape.entries:
            register = self.cite(_("The register of meetings"), "/meetings/")
            yield Paragraph((Run(_("There are no minutes of this series that you may see."), cites=(register,)),))
        for entry in shape.entries:
            yield from self.of_meeting(entry)

    def of_meeting(self, entry: Minuted) -> Iterator[Block]:
        name = entry.name
        source = self.cite(_("Minutes of %(ref)s") % {"ref": name.meeting.ref}, f"/minutes/{name.public_id}/")
        yield Heading(self.meeting(name.meeting))
        state = self.minutes_state(name.state)
        if entry.approved_in:
            state = _("Approved at: %(meeting)s") % {"meeting": self.meeting(entry.approved_in)}
        yield Paragraph((Run(f"{state}.", cites=(source,)),))
        yield from self.minuted(entry.items, source, 2)
