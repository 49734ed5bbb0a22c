"""Success cases on paper, in one language: those of a course, and as other papers tell of them. Every sentence bears its source.

Nobody is named: neither party nor pseudonym stands here, for a paper travels further than a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, both, gregorian
from mithaq.core.words import Bilingual
from mithaq.papers.report import Block, Bullets, Cite, Heading, Paper, Paragraph, Quote, Run
from mithaq.register.parties.scribe import Scribe
from mithaq.reviews.cases.codes import BARRIER_WORDS, Side
from mithaq.reviews.cases.reads import End, Patterns, Story

EXTREMES = (
    "These people were chosen because they are extreme. What they say shows how something comes about or fails; how often it "
    "does, no share can be computed from them."
)
"""The sentence that stands wherever cases stand; the pages have it too."""


def cases_paper(told: Patterns, parties: Mapping[str, Bilingual], language: Language, made: datetime) -> Paper:
    """What the confirmed cases of a course tell, in this language. The paper's label names those to whom all was released."""
    with override(language):
        return _Writer(language, parties).paper(told, made.replace(microsecond=0))


def words_told(words: Sequence[tuple[str, str]], language: str, here: Cite) -> Iterator[Block]:
    """What an interviewer wrote, each under what it answers, in the language in which it was written."""
    for name, text in words:
        if text:
            yield Quote(text, "en" if language == "en" else "ar", name, (here,))


def barriers_told(scribe: Scribe, barriers: Sequence[str], here: Cite) -> Iterator[Block]:
    """What stood in the way, by the codes of the usual questions."""
    if barriers:
        named = scribe.listed(scribe.said(BARRIER_WORDS[code]) for code in barriers)
        yield Paragraph((Run(_("What stood in the way: %(barriers)s") % {"barriers": named}, cites=(here,)),))


class _Writer(Scribe):
    """Writes the cases of one course."""

    def paper(self, told: Patterns, made: datetime) -> Paper:
        return Paper(
            title=f"{_('Success cases')}: {self.said(told.course.title) or told.course.code}",
            subtitle="",
            language=self.language,
            label=self.label(told.seen),
            date_line=_("As of %(day)s") % {"day": both(made.date().isoformat(), self.language)},
            blocks=tuple(self.blocks(told)),
            made=made,
        )

    def blocks(self, told: Patterns) -> Iterator[Block]:
        here = self.cite_record(told.course.code, f"/cases/courses/{told.course.public_id}/")
        yield Paragraph((Run(_(EXTREMES), cites=(here,)),))
        for end in told.ends:
            yield Heading(str(Side(end.side).label))
            yield from self.end(end, here)

    def end(self, end: End, here: Cite) -> Iterator[Block]:
        text = _("%(confirmed)s confirmed of %(drawn)s drawn") % {"confirmed": end.confirmed, "drawn": end.drawn}
        yield Paragraph((Run(text, cites=(here,)),))
        if end.barriers:
            named = (f"{self.said(one.words)}: {one.count}" for one in end.barriers)
            yield Heading(_("What stood in the way, and of how many of these"), 2)
            yield Bullets(tuple((Run(one, cites=(here,)),) for one in named))
        for story in end.stories:
            yield from self.story(story)
        for gone in end.withdrawn:
            yield Heading(gone.case.ref, 2)
            record = self.cite_record(gone.case.ref, f"/cases/{gone.case.public_id}/")
            why = _("Withdrawn, and counted nowhere: %(reason)s") % {"reason": gone.withdrawn.reason}
            yield Paragraph((Run(why, cites=(record,)),))

    def story(self, story: Story) -> Iterator[Block]:
        told = story.interview
        record = self.cite_record(story.case.ref, f"/cases/{story.case.public_id}/")
        # the day first: after a reference its number would be drawn to the wrong side
        yield Heading(self.listed([gregorian(told.on, self.language) if told.on else "", story.case.ref]), 2)
        words = (
            (_("What was used, at which work"), told.used),
            (_("What came of it"), told.came_of),
            (_("What proves it"), told.evidence),
            (_("What helped"), told.helped),
        )
        yield from words_told(words, told.language, record)
        yield from barriers_told(self, told.barriers, record)
        yield from words_told(((_("What stood in the way, in words"), told.hindered),), told.language, record)
