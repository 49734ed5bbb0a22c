"""How papers tell of what was said at meetings: their names, outcomes, minutes, positions. In one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from mithaq.core.days import gregorian
from mithaq.papers.report import Block, Cite, Heading, Paragraph, Run, Text
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentRow, Speaker
from mithaq.register.commitments.states import State
from mithaq.register.consultations.models import Minutes, Outcome, Position
from mithaq.register.consultations.reads import MinutedItem, OutcomeRow, PositionShown
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.parties.scribe import Scribe
from mithaq.register.parties.sources import Cited

QUOTED = {"ar": "«%s»", "en": "“%s”"}


class TableScribe(Scribe):
    """Writes about meetings; every sentence bears its source."""

    def meeting(self, name: MeetingName) -> str:
        """A meeting by title, city and day."""
        title = self.said(name.title) or self.numbered(name)
        return self.listed([title, self.said(name.city), gregorian(name.date, self.language) if name.date else ""])

    def numbered(self, name: MeetingName) -> str:
        """The series and the number of the meeting in it."""
        series = self.said(name.series_name)
        told = {"series": series, "number": name.ordinal}
        return _("%(series)s, no. %(number)s") % told if name.ordinal else series or name.ref

    def cite_meeting(self, name: MeetingName) -> Cite:
        """The page of the meeting."""
        return self.cite(_("Meeting, %(ref)s") % {"ref": name.ref}, f"/meetings/{name.public_id}/")

    def cite_document(self, cited: Cited) -> Cite:
        """The document that a sentence stands in: one source, however many of its sentences are quoted."""
        published = gregorian(cited.published, self.language) if cited.published else ""
        head = self.listed([cited.ref, published])
        return self.cite(f"{head}: {cited.title}", f"/documents/{cited.document}/")

    def register(self) -> Cite:
        """The register of commitments, as the source of what became of things; references name the records."""
        return self.cite(_("The register of commitments"), "/commitments/")

    def place(self, cited: Cited | None, source: str, otherwise: Callable[[], Cite]) -> Run:
        """Where words stand: the document and the number of the sentence, or the source in words, or what is left."""
        if cited:
            where = _("%(ref)s, sentence %(number)s") % {"ref": cited.ref, "number": cited.number}
            return Run(f" ({where})", cites=(self.cite_document(cited),))
        cite = self.cite(source) if source else otherwise()
        return Run("", cites=(cite,))

    def quoted(self, words: str, language: str) -> str:
        """The very words, in the quotation marks of their language."""
        return QUOTED[language if language in QUOTED else "ar"] % words

    def speaker(self, speaker: Speaker, by: Iterable[str]) -> str:
        """Who said it: a person with post, or the parties."""
        name = " ".join(filter(None, (self.said(speaker.honorific), self.said(speaker.name)))) or speaker.words
        return self.listed([name, self.said(speaker.post)]) if name else self.parties(by)

    def standing(self, row: CommitmentRow) -> str:
        """What became of a commitment: state, percent, how late, who answers for it."""
        state = f"{State(row.state).label} ({row.percent}%)"
        return self.listed([state, self.late(row.late), self.party(row.owner) if row.owner else ""])

    def outcome(self, row: OutcomeRow, meeting: MeetingName) -> Text:
        """An outcome as one entry: its words, who said them, what became of it."""
        runs = [Run(f"{self.kind(row.kind)}: ", bold=True), Run(self.quoted(row.words, row.language))]
        who = self.speaker(row.speaker, row.by)
        runs += [
            Run(f" — {who}" if who else ""),
            self.place(row.cited, row.source, lambda: self.minutes_place(row, meeting)),
        ]
        if row.commitment:
            runs.append(Run(f" {row.commitment.ref}: {self.standing(row.commitment)}", cites=(self.register(),)))
        if row.idea:
            record = self.cite_record(row.idea.ref, f"/ideas/{row.idea.public_id}/")
            runs.append(Run(f" {row.idea.ref}: {self.said(row.idea.title)}", cites=(record,)))
        return tuple(runs)

    def minutes_place(self, row: OutcomeRow, meeting: MeetingName) -> Cite:
        """The item of the minutes that holds the words; the meeting where there is none."""
        if row.minuted is None:
            return self.cite_meeting(meeting)
        told = {"ref": meeting.ref, "item": self.said(row.minuted.title)}
        return self.cite(
            _("Minutes of %(ref)s: %(item)s") % told, f"/minutes/{row.minuted.minutes}/#{row.minuted.item}"
        )

    def kind(self, kind: str) -> str:
        """The kind of an outcome or of a commitment in words."""
        return str({**dict(Commitment.Kind.choices), **dict(Outcome.Kind.choices)}.get(kind, kind))

    def minuted(self, items: Iterable[MinutedItem], minutes: Cite, level: int) -> Iterator[Block]:
        """What is written in minutes, item by item, with the sentences it rests on."""
        for item in items:
            if title := self.said(item.title):
                yield Heading(title, level)
            for text in filter(None, self.said(item.text).split("\n")):
                yield Paragraph((Run(text, cites=(minutes,)),))
            if item.sources:
                yield Paragraph(tuple(self.resting(item.sources)))

    def resting(self, sources: Iterable[Cited]) -> Iterator[Run]:
        """Which sentences of which documents something rests on."""
        yield Run(_("Rests on:"))
        for document, group in groupby(sources, key=lambda cited: cited.document):
            held = list(group)
            numbers = self.listed(str(cited.number) for cited in held)
            told = {"ref": held[0].ref, "numbers": numbers, "document": document}
            yield Run(" " + _("%(ref)s, sentences %(numbers)s") % told, cites=(self.cite_document(held[0]),))

    def minutes_state(self, state: str) -> str:
        """The state of minutes in words."""
        return str(dict(Minutes.State.choices)[state])

    def stance(self, position: PositionShown) -> Text:
        """Where a party stands, in which words, since when."""
        said_on = gregorian(position.said_on, self.language) if position.said_on else ""
        head = self.listed([str(dict(Position.Stance.choices)[position.stance]), said_on])
        words = self.quoted(position.words, position.language)
        place = self.place(position.cited, position.source, lambda: self.cite(self.party(position.party)))
        return (Run(f"{self.party(position.party)}: ", bold=True), Run(f"{head}. {words}"), place)
