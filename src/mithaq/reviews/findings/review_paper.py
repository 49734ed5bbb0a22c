"""The annual review of a centre as a paper, in one language: for Word and PDF. Every sentence bears its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, both, gregorian
from mithaq.papers.report import Block, Bullets, Cite, Facts, Heading, Paper, Paragraph, Run, Table, Text
from mithaq.register.commitments.states import State as ActionState
from mithaq.register.parties.scribe import Scribe
from mithaq.reviews.cases.codes import Side
from mithaq.reviews.cases.paper import EXTREMES, barriers_told, words_told
from mithaq.reviews.findings.codes import Answer, Severity, State, Trigger
from mithaq.reviews.findings.gathering import STANDINGS
from mithaq.reviews.findings.reads import AnnualAnswer, AnnualCase, AnnualFinding, AnnualRemedy, AnnualShown


def standing_words() -> dict[str, str]:
    """How findings count, in the language that is switched on."""
    return {
        "proved": _("Worked, as measured again"),
        "failed": _("Did not work, as measured again"),
        "unproved": _("Closed and not proved"),
        "rejected": _("Rejected with a reason"),
        "open": _("Still open"),
    }


def review_paper(shape: AnnualShown, language: Language) -> Paper:
    """The review in this language. The paper's label names those to whom all of it was released."""
    with override(language):
        return _Writer(language, shape.parties).paper(shape)


class _Writer(Scribe):
    """Writes one annual review."""

    def paper(self, shape: AnnualShown) -> Paper:
        made = datetime.fromisoformat(shape.row.made_at).replace(microsecond=0)
        title = _("Annual review of training %(year)s: %(centre)s")
        return Paper(
            title=title % {"year": shape.row.year, "centre": self.party(shape.row.centre)},
            subtitle="",
            language=self.language,
            label=self.label(shape.seen),
            date_line=_("As of %(day)s") % {"day": both(made.date().isoformat(), self.language)},
            blocks=tuple(self.blocks(shape)),
            made=made,
        )

    def blocks(self, shape: AnnualShown) -> Iterator[Block]:
        yield from self.summary(shape)
        for standing in STANDINGS:
            found = [one for one in shape.findings if one.standing == standing]
            if found:
                yield Heading(standing_words()[standing])
            for one in found:
                yield from self.finding(one)
        if shape.cases:
            yield from self.cases(shape.cases)

    def summary(self, shape: AnnualShown) -> Iterator[Block]:
        here = self.cite_record(shape.row.ref, f"/findings/annual/{shape.row.public_id}/")
        told = _("Findings in this review: %(count)s.") % {"count": len(shape.findings)}
        if shape.row.demonstration:
            told = f"{_('Demonstration data')}. {told}"
        yield Paragraph((Run(told, cites=(here,)),))
        words = standing_words()
        rows = tuple((words[name], str(shape.row.counts[name])) for name in STANDINGS)
        yield Table((_("How they stand"), _("How many")), rows, (5, 1))
        said = _(
            "Proved is only what was measured again in a later run of the course, against the first estimate as drawn towards "
            "the other courses, so that chance alone is not taken for a success."
        )
        yield Paragraph((Run(said, cites=(here,)),))

    def finding(self, one: AnnualFinding) -> Iterator[Block]:
        record = self.cite_record(one.ref, f"/findings/{one.finding}/")
        title = self.said(one.course.title) or one.course.code if one.course else str(Trigger(one.trigger).label)
        yield Heading(f"{one.ref}: {title}", 2)
        yield Paragraph((Run(self.said(one.statement), cites=(record,)),))
        yield Facts(tuple(self.facts(one)))
        items = (*(self.answer(said, record) for said in one.answers), *(self.remedy(it) for it in one.remedies))
        if items:
            yield Bullets(items)

    def cases(self, cases: Iterable[AnnualCase]) -> Iterator[Block]:
        yield Heading(_("Success cases"))
        for number, (course, told) in enumerate(groupby(cases, key=lambda one: one.course)):
            here = self.cite_record(course.code, f"/cases/courses/{course.public_id}/")
            if not number:
                yield Paragraph((Run(_(EXTREMES), cites=(here,)),))
            yield Heading(self.said(course.title) or course.code, 2)
            for one in told:
                yield Heading(str(Side(one.side).label), 3)
                yield from self.case(one, here)

    def case(self, one: AnnualCase, here: Cite) -> Iterator[Block]:
        if one.withdrawn:
            why = _("Withdrawn since the review was made: %(reason)s") % {"reason": one.withdrawn}
            yield Paragraph((Run(why, cites=(here,)),))
        words = (
            (_("What was used, at which work"), one.used),
            (_("What came of it"), one.came_of),
            (_("What helped"), one.helped),
        )
        yield from words_told(words, one.language, here)
        yield from barriers_told(self, one.barriers, here)

    def facts(self, one: AnnualFinding) -> Iterator[tuple[str, Text]]:
        yield _("What raised it"), str(Trigger(one.trigger).label)
        yield _("How grave"), str(Severity(one.severity).label)
        reason = f": {one.reason}" if one.reason else ""
        yield _("State"), f"{State(one.state).label}{reason}"
        yield _("Opened"), gregorian(one.opened, self.language)
        yield _("How do we know"), self.listed(self.basis(one.basis))

    def basis(self, basis: dict[str, Any]) -> Iterator[str]:
        if "n" in basis:
            yield _("%(n)s people with both tests") % {"n": basis["n"]}
        yield _("run %(ref)s") % {"ref": basis.get("run", "")}
        yield _("version %(version)s") % {"version": basis.get("version", "")}
        yield _("data %(hash)s") % {"hash": str(basis.get("data_hash", ""))[:12]}

    def answer(self, said: AnnualAnswer, record: Cite) -> Text:
        party = self.party(said.party)
        if not said.answer:
            return (Run(_("%(party)s has not answered.") % {"party": party}, cites=(record,)),)
        words = f"{party}: {self.listed([str(Answer(said.answer).label), gregorian(said.at, self.language)])}"
        return (Run(f"{words}. {said.text}".strip(), cites=(record,)),)

    def remedy(self, done: AnnualRemedy) -> Text:
        record = self.cite_record(done.ref, f"/actions/{done.action}/")
        state = f"{ActionState(done.state).label} ({done.percent}%)"
        due = _("due %(day)s") % {"day": gregorian(done.due, self.language)}
        expected = _("expected change: %(points)s points") % {"points": f"{done.predicted:g}"}
        facts = self.listed([self.party(done.owner), due, state, expected])
        said = f"{done.ref}: {self.said(done.title)}. {facts}. {self.said(done.words)}"
        return (Run(said, cites=(record,)),)
