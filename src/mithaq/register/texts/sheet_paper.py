"""The action sheet as a paper, in one language: for Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, both, gregorian
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Cite, Facts, Heading, Paper, Paragraph, Quote, Run, Table
from mithaq.register.parties.scribe import Scribe
from mithaq.register.texts.hours import in_utc, in_zone
from mithaq.register.texts.models import JointText, NationalStatement, Silence
from mithaq.register.texts.reads import ActionSheet, BreakShown, StatementShown


def paper_of(sheet: ActionSheet, language: Language) -> Paper:
    """The action sheet in this language. Its label names those to whom all of it was released."""
    with override(language):
        return _Writer(sheet, language).paper()


class _Writer(Scribe):
    """Writes one action sheet; all that it says rests on the record of the procedure."""

    def __init__(self, sheet: ActionSheet, language: Language) -> None:
        super().__init__(language, sheet.parties)
        self.sheet = sheet

    def paper(self) -> Paper:
        silence, made = self.sheet.silence, datetime.fromisoformat(self.sheet.made)
        told = {"ref": silence.text.ref, "edition": silence.edition}
        return Paper(
            title=_("Action sheet: %(title)s") % {"title": self.said(silence.title)},
            subtitle=_("%(ref)s, edition %(edition)s") % told,
            language=self.language,
            label=self.label(self.sheet.seen),
            date_line=both(made.date().isoformat(), self.language),
            blocks=tuple(self.blocks()),
            made=made,
        )

    @property
    def record(self) -> Cite:
        """The record of the procedure in this house."""
        return self.cite_record(self.sheet.silence.text.ref, f"/silence/{self.sheet.silence.public_id}/")

    def hour(self, at: str) -> str:
        """The hour by the clock of the procedure's zone, and in UTC."""
        return f"{in_zone(at, self.sheet.silence.zone, self.language)} ({in_utc(at, self.language)})"

    def blocks(self) -> Iterator[Block]:
        yield Heading(_("What came of it"))
        first, *others = self.outcome()
        yield Paragraph(tuple(Run(said, cites=(self.record,)) for said in (first, *(f" {other}" for other in others))))
        if means := self.said(self.sheet.silence.means):
            yield Quote(means, self.tongue(means), self.party(self.sheet.silence.chair), (self.record,))
        yield Facts(tuple(self.facts()))
        yield from self.extensions()
        yield from self.statements()
        yield from self.agreements()
        yield from self.breaks()
        yield from self.words()

    def outcome(self) -> Iterator[str]:
        silence = self.sheet.silence
        told = {"edition": silence.edition, "parties": self.parties(silence.under), "hour": self.hour(silence.ended_at)}
        if silence.standing == "held":
            yield _("Under the silence procedure the text was agreed, in edition %(edition)s.") % told
            yield _("Nobody broke silence before %(hour)s.") % told
        elif silence.standing == "withdrawn":
            yield _("The chair took the text back at %(hour)s. Nothing was agreed.") % told
            yield _("Reason: %(reason)s") % {"reason": silence.reason}
        else:
            yield _("Silence did not hold: it was broken at %(hour)s.") % told
        if silence.standing == "concluded":
            yield self.session()

    def session(self) -> str:
        silence = self.sheet.silence
        words = {
            Silence.Outcome.AGREED: _("A meeting agreed the text on %(day)s. Record: %(record)s"),
            Silence.Outcome.NOTED: _("A meeting noted the text on %(day)s. Record: %(record)s"),
        }[Silence.Outcome(silence.outcome)]
        return words % {"day": gregorian(silence.session_on, self.language), "record": silence.session_record}

    def facts(self) -> Iterator[tuple[str, str]]:
        silence = self.sheet.silence
        yield _("Kind of text"), str(JointText.Kind(silence.text.kind).label)
        yield _("Conducted by"), self.party(silence.chair)
        yield _("Issued"), self.hour(silence.issued_at)
        yield _("Expiry"), self.hour(silence.expiry)
        yield _("Under silence"), self.parties(silence.under)
        if silence.noting:
            yield _("Only note"), self.parties(silence.noting)
        if silence.closed_at:
            yield _("Written down"), self.hour(silence.closed_at)

    def extensions(self) -> Iterator[Block]:
        extensions = self.sheet.silence.extensions
        if extensions:
            yield Heading(_("Extensions"), 2)
            yield Table(
                (_("Set"), _("From"), _("To"), _("Reason")),
                tuple((self.hour(e.at), self.hour(e.was), self.hour(e.until), e.reason) for e in extensions),
                (3, 3, 3, 2),
            )

    def statements(self) -> Iterator[Block]:
        if self.sheet.silence.statements:
            yield Heading(_("Statements and reservations"), 2)
            for one in self.sheet.silence.statements:
                yield from self.statement(one)

    def statement(self, one: StatementShown) -> Iterator[Block]:
        kind = str(NationalStatement.Kind(one.kind).label)
        words = self.said(one.words)
        source = self.listed([kind, self.parties(one.parties), one.record, self.hour(one.at)])
        yield Quote(words, self.tongue(words), source, (self.record,))

    def agreements(self) -> Iterator[Block]:
        """Who agreed expressly, and when; with who kept silence. Who broke it later stands under the breaks."""
        answers = self.sheet.silence.answers
        agreed = [one for one in answers if one.answer in ("agreed", "stated")]
        if agreed:
            yield Heading(_("Who agreed expressly"), 2)
            with_statement = _("%(party)s, with a statement")
            yield Table(
                (_("Party"), _("At")),
                tuple(
                    (
                        with_statement % {"party": self.party(one.party)}
                        if one.answer == "stated"
                        else self.party(one.party),
                        self.hour(one.at),
                    )
                    for one in agreed
                ),
                (1, 2),
            )
            if silent := [one.party for one in answers if one.answer == "silent"]:
                yield Paragraph(
                    (Run(_("Kept silence: %(parties)s") % {"parties": self.parties(silent)}, cites=(self.record,)),)
                )

    def breaks(self) -> Iterator[Block]:
        if self.sheet.silence.breaks:
            yield Heading(_("How silence was broken"), 2)
            for one in self.sheet.silence.breaks:
                yield from self.break_of(one)

    def break_of(self, one: BreakShown) -> Iterator[Block]:
        source = self.listed([self.party(one.party), self.hour(one.at)])
        for words in filter(None, (one.objection, *self.amended(one))):
            yield Quote(words, self.tongue(words), source, (self.record,))

    def amended(self, one: BreakShown) -> Iterator[str]:
        """The words that an amendment proposed."""
        if one.amendment and one.amendment.change == "remove":
            yield _("The paragraph goes.")
        elif one.amendment:
            for pieces in (one.amendment.ar, one.amendment.en):
                yield "".join(piece.text for piece in pieces if piece.kind != "gone")

    def words(self) -> Iterator[Block]:
        yield Heading(_("The words of edition %(edition)s") % {"edition": self.sheet.silence.edition}, 2)
        for one in self.sheet.paragraphs:
            words = self.said(Bilingual(one.ar, one.en))
            yield Quote(f"{one.number}. {words}", self.tongue(words), "", (self.record,))

    def tongue(self, words: str) -> Language:
        return "en" if language_of(words) == "en" else "ar"
