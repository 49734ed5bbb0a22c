"""The action sheet as a paper, in one language: for Word and PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.access.forms import LEVELS
from mithaq.core.days import Language, both, gregorian
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Cite, Facts, Heading, Paper, Paragraph, Quote, Run, Table
from mithaq.register.texts.hours import in_utc, in_zone
from mithaq.register.texts.models import JointText, NationalStatement, Silence
from mithaq.register.texts.reads import ActionSheet, BreakShown, StatementShown


def paper_of(sheet: ActionSheet, language: Language) -> Paper:
    """The action sheet in this language. Its label names those to whom all of it was released."""
    with override(language):
        return _Writer(sheet, language).paper()


@dataclass(frozen=True, slots=True)
class _Writer:
    sheet: ActionSheet
    language: Language

    def paper(self) -> Paper:
        made = datetime.fromisoformat(self.sheet.made)
        return Paper(
            title=_("Action sheet: %(title)s") % {"title": self.said(self.sheet.silence.title)},
            subtitle=_("%(ref)s, edition %(edition)s")
            % {"ref": self.sheet.silence.text.ref, "edition": self.sheet.silence.edition},
            language=self.language,
            label=self.label(),
            date_line=both(made.date().isoformat(), self.language),
            blocks=tuple(self.blocks()),
            made=made,
        )

    def said(self, words: Bilingual) -> str:
        return words.in_language(self.language)

    def party(self, code: str) -> str:
        return self.said(self.sheet.parties[code]) if code in self.sheet.parties else code

    def parties(self, codes: Iterable[str]) -> str:
        return self.list(map(self.party, codes))

    def list(self, parts: Iterable[str]) -> str:
        return ("، " if self.language == "ar" else ", ").join(filter(None, parts))

    def label(self) -> str:
        seen = self.sheet.seen
        level, audience = str(dict(LEVELS)[seen.level]), self.parties(seen.audience)
        return self.list([f"{level}: {audience}" if audience else level, *seen.caveats])

    @property
    def record(self) -> Cite:
        """The record of the procedure in this house."""
        silence = self.sheet.silence
        url = settings.SITE_ADDRESS.rstrip("/") + f"/silence/{silence.public_id}/"
        return Cite(1, _("Register, silence on %(ref)s") % {"ref": silence.text.ref}, url)

    def hour(self, at: str) -> str:
        """The hour by the clock of the procedure's zone, and in UTC."""
        return f"{in_zone(at, self.sheet.silence.zone, self.language)} ({in_utc(at, self.language)})"

    def blocks(self) -> Iterator[Block]:
        yield Heading(_("What came of it"))
        yield Paragraph(tuple(Run(f"{sentence} ", cites=(self.record,)) for sentence in self.outcome()))
        if means := self.said(self.sheet.silence.means):
            yield Quote(means, self.tongue(means), self.party(self.sheet.silence.chair), (self.record,))
        yield Facts(tuple(self.facts()))
        yield from self.extensions()
        yield from self.statements()
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
        source = self.list([kind, self.parties(one.parties), one.record, self.hour(one.at)])
        yield Quote(words, self.tongue(words), source, (self.record,))

    def breaks(self) -> Iterator[Block]:
        if self.sheet.silence.breaks:
            yield Heading(_("How silence was broken"), 2)
            for one in self.sheet.silence.breaks:
                yield from self.break_of(one)

    def break_of(self, one: BreakShown) -> Iterator[Block]:
        source = self.list([self.party(one.party), self.hour(one.at)])
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
