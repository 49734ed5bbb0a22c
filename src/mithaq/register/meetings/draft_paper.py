"""The agenda, the list of participants and the invitation of a meeting as papers, in one language: for Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from mithaq.core.days import Language, both, clock_of, gregorian, hour
from mithaq.core.lines import apart
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Cite, Facts, Heading, Paper, Paragraph, Run, Table, Text
from mithaq.register.meetings import protocol
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.reads import DelegationShown, Draft, Item, ParticipantShown
from mithaq.register.parties.scribe import Scribe

TITLES = {
    "agenda": Bilingual("جدول الأعمال", "Agenda"),
    "participants": Bilingual("قائمة المشاركين", "List of participants"),
    "invitation": Bilingual("دعوة", "Invitation"),
}


def paper_of(shape: Draft, language: Language) -> Paper:
    """The paper in this language, a draft to go on writing in. Its label names those to whom all of it was released."""
    with override(language):
        return _Writer(shape, language).paper()


class _Writer(Scribe):
    """Writes one paper of a meeting; all that it says rests on the record of the meeting."""

    def __init__(self, shape: Draft, language: Language) -> None:
        super().__init__(language, shape.parties)
        self.shape = shape

    def paper(self) -> Paper:
        return Paper(
            title=f"{self.said(TITLES[self.shape.kind])}: {self.meeting()}",
            subtitle="",
            language=self.language,
            label=self.label(self.shape.seen),
            date_line=both(self.shape.made_on, self.language),
            blocks=tuple(self.blocks()),
            made=datetime.fromisoformat(self.shape.made_on).replace(tzinfo=UTC),
        )

    @property
    def record(self) -> Cite:
        """The record of the meeting in this house."""
        row = self.shape.page.row
        return self.cite_record(row.ref, f"/meetings/{row.public_id}/")

    def meeting(self) -> str:
        row = self.shape.page.row
        if row.title:
            return self.said(row.title)
        series = self.said(row.series_name)
        numbered = {"series": series, "number": row.ordinal}
        return _("%(series)s, meeting %(number)s") % numbered if row.ordinal else series

    def sentence(self, words: str, *, bold: bool = False) -> Run:
        return Run(words, bold=bold, cites=(self.record,))

    def blocks(self) -> Iterator[Block]:
        if self.shape.kind == "invitation":
            yield from self.letter(self.shape.delegations[0])
        yield Facts(tuple(self.facts()))
        if self.shape.kind == "participants":
            for delegation in self.shape.delegations:
                yield from self.delegation(delegation)
        else:
            yield from self.agenda()

    def facts(self) -> Iterator[tuple[str, Text]]:
        page = self.shape.page
        yield _("When"), self.when() or _("The day is not set yet")
        where = self.listed([self.said(page.venue), self.said(page.row.city)])
        if where:
            yield _("Where"), where
        if page.row.host:
            yield _("Host"), self.party(page.row.host)
        if page.co_organisers:
            yield _("Co-organisers"), self.parties(page.co_organisers)
        if page.margins_of:
            name = page.margins_of.title or page.margins_of.series_name
            yield _("On the margins of"), self.said(name)
        if page.row.state == CANCELLED:
            yield _("State"), self.said(page.state_name)

    def when(self) -> str:
        """The days in both calendars, with the hours on the clock of the place where they are set."""
        row = self.shape.page.row
        if not row.until:
            hours = "–".join(self.hour(at) for at in (row.opens, row.closes) if at)
            days = self.listed([both(row.date, self.language) if row.date else "", apart(hours, self.language)])
        else:
            first, last = (
                self.listed([both(day, self.language), apart(self.hour(at), self.language)])
                for day, at in ((row.date, row.opens), (row.until, row.closes))
            )
            days = _("%(first)s to %(last)s") % {"first": first, "last": last}
        city = _("by the clock of %(city)s") % {"city": clock_of(row.zone, self.language)} if row.opens else ""
        return self.listed([days, city])

    def hour(self, at: str) -> str:
        return hour(datetime.fromisoformat(at), self.shape.page.row.zone) if at else ""

    def delegation(self, shown: DelegationShown) -> Iterator[Block]:
        yield Heading(f"{self.said(shown.party_name)} ({self.said(shown.role_name)})")
        if not shown.participants:
            yield Paragraph((self.sentence(_("The list of this delegation has not been released.")),))
            return
        rows = tuple(
            (str(number), (self.sentence(self.name(one), bold=one.heads),), self.office(one))
            for number, one in enumerate(shown.participants, 1)
        )
        yield Table((_("No."), _("Name"), _("Post or function")), rows, (1, 5, 7))

    def name(self, one: ParticipantShown) -> str:
        titles = protocol.joined(self.said(one.address), self.said(one.honorific))
        return " ".join(filter(None, (titles, self.said(one.name))))

    def office(self, one: ParticipantShown) -> str:
        heads = _("head of the delegation") if one.heads else ""
        waits = "" if one.released else _("not released yet")
        return self.listed([self.said(one.title), heads, waits])

    def agenda(self) -> Iterator[Block]:
        items = self.shape.page.agenda
        yield Heading(self.said(TITLES["agenda"]))
        if not items:
            yield Paragraph((self.sentence(_("The agenda is not drawn up yet.")),))
            return
        columns = (_("No."), _("Hour"), _("Item"), _("Introduced by"))
        yield Table(columns, tuple(self.item(item) for item in items), (1, 3, 8, 3))

    def item(self, item: Item) -> tuple[Text, ...]:
        papers = tuple(self.cite(self.listed([p.ref, p.title]), f"/documents/{p.document}/") for p in item.papers)
        areas = self.listed(self.said(self.shape.areas[area]) for area in item.areas if area in self.shape.areas)
        title = self.said(item.title)
        words = (Run(title, bold=True, cites=(self.record, *papers)), *([Run(f" ({areas})")] if areas else []))
        return str(item.number), self.item_hours(item), words, self.party(item.lead) if item.lead else ""

    def item_hours(self, item: Item) -> str:
        """The hours of an item; with its day where the meeting takes several."""
        hours = "–".join(self.hour(at) for at in (item.opens, item.closes) if at)
        if not hours:
            return ""
        days = [item.opens[:10]] if self.shape.page.row.until else []
        return self.listed([*(gregorian(day, self.language) for day in days), apart(hours, self.language)])

    def letter(self, asked: DelegationShown) -> Iterator[Block]:
        host = self.shape.page.row.host
        told = {
            "party": self.said(asked.party_name),
            "meeting": self.meeting(),
            "role": self.said(asked.role_name),
            "host": self.party(host),
        }
        words = _("%(party)s is invited to take part in: %(meeting)s. Its role there: %(role)s.") % told
        if host and host != asked.party:
            words = _("%(host)s has the honour to invite %(party)s to: %(meeting)s. Its role there: %(role)s.") % told
        yield Paragraph((self.sentence(words),))
        if asked.quota:
            seats = ngettext(
                "There is %(quota)s seat for the delegation.",
                "There are %(quota)s seats for the delegation.",
                asked.quota,
            )
            yield Paragraph((self.sentence(seats % {"quota": asked.quota}),))
        yield Paragraph((self.sentence(_("Please say whether you come, and name the delegation and its head.")),))
