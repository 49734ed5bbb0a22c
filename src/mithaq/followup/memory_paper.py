"""The memory of the table as a paper, in one language: one file to take along. Every sentence bears its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, both, gregorian
from mithaq.core.words import Bilingual
from mithaq.followup.reads import ActionRow, Own, Remembered, SaidAgain, TableMemory
from mithaq.papers.report import Block, Bullets, Cite, Heading, Paper, Paragraph, Run, Text
from mithaq.register.commitments.models import Repeat
from mithaq.register.commitments.reads import CommitmentName, CommitmentRow
from mithaq.register.commitments.states import State
from mithaq.register.consultations.paper_words import TableScribe
from mithaq.register.consultations.reads import AgendaPoint, IssueRow
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads import FigureRow

TITLE = Bilingual("ذاكرة الطاولة", "Memory of the table")
AGREEMENT = {
    "agree": Bilingual("متفقون", "They agree"),
    "differ": Bilingual("مختلفون", "They differ"),
    "unknown": Bilingual("غير معلوم", "Not known"),
}


def memory_paper(shape: TableMemory, language: Language) -> Paper:
    """The memory in this language. The paper's label names those to whom all of it was released."""
    with override(language):
        return _Writer(language, shape.parties).paper(shape)


class _Writer(TableScribe):
    """Writes one memory."""

    def paper(self, shape: TableMemory) -> Paper:
        return Paper(
            title=f"{self.said(TITLE)}: {self.meeting(shape.meeting)}",
            subtitle=self.numbered(shape.meeting),
            language=self.language,
            label=self.label(shape.seen),
            date_line=_("As of %(day)s") % {"day": both(shape.made_on, self.language)},
            blocks=tuple(self.blocks(shape)),
            made=datetime.fromisoformat(shape.made_on).replace(tzinfo=UTC),
        )

    def blocks(self, shape: TableMemory) -> Iterator[Block]:
        here = self.cite_meeting(shape.meeting)
        yield from self.summary(shape, here)
        yield from self.agenda(shape, here)
        yield from self.own(shape.own, here)
        yield from self.again(shape, here)
        yield from self.positions(shape, here)
        yield from self.previous_minutes(shape, here)
        yield from self.figures(shape, here)
        yield Heading(_("What was said at earlier meetings, and what came of it"))
        if not shape.remembered:
            yield self.nothing(_("No earlier meeting of this series was released to you."), here)
        for entry in shape.remembered:
            yield from self.remembered(entry)

    def nothing(self, words: str, here: Cite) -> Block:
        return Paragraph((Run(words, cites=(here,)),))

    def summary(self, shape: TableMemory, here: Cite) -> Iterator[Block]:
        counts = self.listed(f"{State(state).label}: {count}" for state, count in shape.counts.items())
        told = _("Earlier meetings told of here: %(count)s.") % {"count": len(shape.remembered)}
        if counts:
            told += " " + _("Commitments that came of them: %(counts)s.") % {"counts": counts}
        if shape.late:
            told += " " + _("Late: %(count)s.") % {"count": shape.late}
        if shape.more:
            told += " " + _("There are earlier ones that are not told of.")
        yield Paragraph((Run(told, cites=(here,)),))

    def agenda(self, shape: TableMemory, here: Cite) -> Iterator[Block]:
        yield Heading(_("The agenda, with what is still open"))
        if not shape.agenda:
            yield self.nothing(_("The agenda is not set yet."), here)
        for point in shape.agenda:
            yield from self.point(point, here)

    def point(self, point: AgendaPoint, here: Cite) -> Iterator[Block]:
        yield Heading(f"{point.number}. {self.said(point.title)}", 2)
        if point.pulled:
            yield Bullets(tuple(self.commitment(row) for row in point.pulled))
            if point.more:
                yield self.nothing(_("There are more; the page of the meeting has them all."), here)
        else:
            yield self.nothing(_("Nothing is open on it that you may see."), here)

    def commitment(self, row: CommitmentRow) -> Text:
        due = _("due %(day)s") % {"day": gregorian(row.due, self.language)} if row.due else ""
        who = self.speaker(row.speaker, row.by)
        said = self.listed([who, gregorian(row.said_on, self.language) if row.said_on else ""])
        return (
            Run(f"{row.ref}: ", bold=True),
            Run(self.quoted(row.words, row.language)),
            Run(f" — {said}" if said else ""),
            self.place(row.cited, row.source, self.register),
            Run(f" {self.listed([self.standing(row), due])}", cites=(self.register(),)),
        )

    def own(self, own: Own, here: Cite) -> Iterator[Block]:
        if not own.party:
            return
        yield Heading(_("Open items of %(party)s") % {"party": self.party(own.party)})
        items = [self.commitment(row) for row in own.commitments] + [self.action(row) for row in own.actions]
        yield Bullets(tuple(items)) if items else self.nothing(_("Nothing of yours is open."), here)

    def action(self, row: ActionRow) -> Text:
        due = _("due %(day)s") % {"day": gregorian(row.due, self.language)}
        state = f"{State(row.state).label} ({row.percent}%)"
        said = f"{self.said(row.title)}. {self.listed([state, due, self.late(row.late)])}"
        return (Run(f"{row.ref}: ", bold=True), Run(said, cites=(self.register(),)))

    def again(self, shape: TableMemory, here: Cite) -> Iterator[Block]:
        yield Heading(_("Said again"))
        if not shape.again:
            yield self.nothing(_("No call of this series that you see was made again."), here)
            return
        yield Bullets(tuple(self.pair(pair) for pair in shape.again))

    def pair(self, pair: SaidAgain) -> Text:
        judged = str(dict(Repeat.Decision.choices)[pair.decision])
        return (
            *self.call(pair.later, pair.later_at),
            Run(f" — {judged} ({pair.likeness}%): "),
            *self.call(pair.earlier, pair.earlier_at),
        )

    def call(self, name: CommitmentName, at: MeetingName | None) -> tuple[Run, ...]:
        where = self.meeting(at) if at else gregorian(name.said_on, self.language) if name.said_on else ""
        return (Run(f"{name.ref} {self.quoted(name.words, name.language)} ({where})", cites=(self.register(),)),)

    def positions(self, shape: TableMemory, here: Cite) -> Iterator[Block]:
        yield Heading(_("Where the parties stand"))
        if not shape.issues:
            yield self.nothing(_("No position on what is on the agenda was released to you."), here)
        for issue in shape.issues:
            yield from self.issue(issue, here)

    def issue(self, issue: IssueRow, here: Cite) -> Iterator[Block]:
        yield Heading(f"{self.said(issue.title)} ({self.said(AGREEMENT[issue.agreement])})", 2)
        if issue.positions:
            yield Bullets(tuple(self.stance(position) for position in issue.positions))
        else:
            yield self.nothing(_("Nobody has said where they stand yet, as far as you may see."), here)

    def previous_minutes(self, shape: TableMemory, here: Cite) -> Iterator[Block]:
        yield Heading(_("The minutes of the meeting before"))
        if shape.minutes is None:
            yield self.nothing(_("No minutes of this series were released to you."), here)
            return
        name = shape.minutes
        source = self.cite(_("Minutes of %(ref)s") % {"ref": name.meeting.ref}, f"/minutes/{name.public_id}/")
        told = f"{self.meeting(name.meeting)}. {self.minutes_state(name.state)}."
        yield Paragraph((Run(told, cites=(source,)),))
        yield from self.minuted(shape.minuted, source, 2)

    def figures(self, shape: TableMemory, here: Cite) -> Iterator[Block]:
        if shape.figures:
            yield Heading(_("Figures told in the papers of the series"))
            yield Bullets(tuple(self.figure(row, here) for row in shape.figures))

    def figure(self, row: FigureRow, here: Cite) -> Text:
        comparator = "" if row.comparator == "=" else str(dict(Figure.Comparator.choices)[row.comparator])
        as_of = gregorian(row.as_of, self.language) if row.as_of else ""
        value = " ".join(filter(None, (comparator, row.value, row.unit)))
        about = self.listed([self.party(row.party) if row.party else "", self.said(row.what), as_of])
        place = self.place(row.cited, row.source, lambda: here)
        return (Run(f"{value}: ", bold=True), Run(about), place)

    def remembered(self, entry: Remembered) -> Iterator[Block]:
        yield Heading(self.meeting(entry.meeting), 2)
        if entry.outcomes:
            yield Bullets(tuple(self.outcome(row, entry.meeting) for row in entry.outcomes))
        else:
            here = self.cite_meeting(entry.meeting)
            yield self.nothing(_("No outcome of this meeting was released to you."), here)
