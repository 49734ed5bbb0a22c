"""The report of progress as a paper, in one language: for Word and PDF. Every sentence bears its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, both, gregorian
from mithaq.core.words import Bilingual
from mithaq.followup.models import Progress
from mithaq.followup.reads import ActionRow, Progressed, Report, Reported, record_path
from mithaq.papers.report import (
    Block,
    Bullets,
    Cite,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    Text,
)
from mithaq.register.commitments.models import Acceptance, Commitment
from mithaq.register.commitments.reads import ScoreShown
from mithaq.register.commitments.states import State
from mithaq.register.parties.scribe import Scribe


def paper_of(shape: Progressed, language: Language) -> Paper:
    """The report in this language. The paper's label names those to whom all of it was released."""
    with override(language):
        return _Writer(shape, language).paper()


class _Writer(Scribe):
    """Writes one report."""

    def __init__(self, shape: Progressed, language: Language) -> None:
        super().__init__(language, shape.parties)
        self.shape = shape

    def paper(self) -> Paper:
        made_on = self.shape.made_on
        return Paper(
            title=self.said(self.shape.title),
            subtitle="",
            language=self.language,
            label=self.label(self.shape.seen),
            date_line=both(made_on, self.language),
            blocks=tuple(self.blocks()),
            made=datetime.fromisoformat(made_on).replace(tzinfo=UTC),
        )

    def blocks(self) -> Iterator[Block]:
        yield from self.summary()
        for section in self.shape.sections:
            yield Heading(self.said(section.name) or self.unnamed())
            for entry in section.entries:
                yield from self.entry(entry)

    def unnamed(self) -> str:
        return _("Nobody answers for it yet") if self.shape.by == "party" else _("No area")

    def summary(self) -> Iterator[Block]:
        register = self.cite(
            _("The register of commitments on %(day)s") % {"day": gregorian(self.shape.made_on, self.language)},
            "/commitments/",
        )
        counts = self.listed(f"{State(state).label}: {count}" for state, count in self.shape.counts.items())
        found = _("Commitments in this report: %(count)s.") % {"count": sum(self.shape.counts.values())}
        if not self.shape.counts:
            found = _("Nothing in the register that you may see fits what was asked for.")
        yield Paragraph((Run(f"{found} {counts}{'.' if counts else ''}".strip(), cites=(register,)),))
        if self.shape.more:
            more = _("Only the newest of them are in this report. Ask for less to see the others.")
            yield Paragraph((Run(more, cites=(register,)),))
        if self.shape.filters:
            yield Facts(
                tuple((self.filter_name(f.name), self.filter_value(f.name, f.value)) for f in self.shape.filters)
            )

    def filter_name(self, name: str) -> str:
        names = {
            "q": _("Words"),
            "state": _("State"),
            "owner": _("Owner"),
            "party": _("Party"),
            "kind": _("Kind"),
            "area": _("Area"),
            "meeting": _("Said at"),
            "speaker": _("Said by"),
            "since": _("Since"),
            "until": _("Until"),
            "overdue": _("Overdue"),
            "repeated": _("Called for again"),
        }
        return names[name]

    def filter_value(self, name: str, value: Bilingual) -> str:
        said = self.said(value)
        if name in ("overdue", "repeated"):
            return _("Yes")
        if name == "state":
            groups = {"open": _("Open"), "closed": _("Closed"), **{s.value: str(s.label) for s in State}}
            return self.listed(groups.get(part, part) for part in said.split(","))
        if name == "kind":
            return str(dict(Commitment.Kind.choices).get(said, said))
        return gregorian(said, self.language) if name in ("since", "until") else said

    def entry(self, entry: Reported) -> Iterator[Block]:
        row = entry.row
        source = self.cite_sentence(row.cited) if row.cited else self.cite(row.source)
        record = self.cite_record(row.ref, entry.path)
        title = self.said(row.title)
        yield Heading(f"{row.ref}: {title}" if title else row.ref, 2)
        language: Language = "en" if row.language == "en" else "ar"
        yield Quote(row.words, language, self.speaker(entry), (source,))
        if entry.translation and self.language != language:
            words = _("Working translation: %(words)s") % {"words": entry.translation}
            yield Paragraph((Run(words, cites=(source,)),))
        yield Facts(tuple(self.facts(entry, record)))
        yield from self.answers(entry, record)
        yield from self.done(entry)

    def speaker(self, entry: Reported) -> str:
        row, speaker = entry.row, entry.row.speaker
        name = " ".join(filter(None, (self.said(speaker.honorific), self.said(speaker.name)))) or speaker.words
        meeting = self.said(row.meeting.title) or self.said(row.meeting.series_name) if row.meeting else ""
        city = self.said(row.meeting.city) if row.meeting else ""
        said_on = gregorian(row.said_on, self.language) if row.said_on else ""
        return self.listed([name or self.parties(row.by), self.said(speaker.post), meeting, city, said_on])

    def facts(self, entry: Reported, record: Cite) -> Iterator[tuple[str, Text]]:
        row = entry.row
        yield _("Kind"), str(dict(Commitment.Kind.choices)[row.kind])
        state = f"{State(row.state).label} ({row.percent}%)"
        reason = f": {entry.state_reason}" if entry.state_reason else ""
        yield _("State"), (Run(state + reason, cites=(record,)),)
        yield _("Owner"), self.party(row.owner) if row.owner else _("Nobody answers for it yet")
        if row.addressees:
            yield _("Addressed to"), self.parties(row.addressees)
        due = both(row.due, self.language) if row.due else _("No date")
        yield _("Due"), f"{due} ({self.late(row.late)})" if row.late else due

    def answers(self, entry: Reported, record: Cite) -> Iterator[Block]:
        if entry.stands:
            names = dict(Acceptance.Stand.choices)
            yield Table(
                (_("Party"), _("Where it stands"), _("In its own words")),
                tuple(
                    (
                        self.party(s.party),
                        str(names[s.stand]),
                        (Run(self.said(s.text), cites=(record,)),) if s.text else "",
                    )
                    for s in entry.stands
                ),
                (2, 2, 5),
            )
        if entry.scores:
            yield Bullets(tuple(self.score(score, record) for score in entry.scores))

    def score(self, score: ScoreShown, record: Cite) -> Text:
        value = f"+{score.value}" if score.value > 0 else str(score.value).replace("-", "−")
        words = _("Score of %(party)s: %(value)s") % {"party": self.party(score.party), "value": value}
        return (Run(words, cites=(self.cite_sentence(score.cited) if score.cited else record,)),)

    def done(self, entry: Reported) -> Iterator[Block]:
        reports = {report.action: report for report in entry.reports}
        items = tuple(self.action(action, reports.get(action.public_id)) for action in entry.actions)
        if items:
            yield Bullets(items)

    def action(self, action: ActionRow, report: Report | None) -> Text:
        record = self.cite_record(action.ref, record_path("action", action.public_id))
        state = f"{State(action.state).label} ({action.percent}%)"
        due = _("due %(day)s") % {"day": gregorian(action.due, self.language)}
        said = f"{action.ref}: {self.said(action.title)}. {self.listed([self.party(action.owner), due, state])}."
        return (Run(said, cites=(record,)), *(self.report(report, record) if report else ()))

    def report(self, report: Report, record: Cite) -> Iterator[Run]:
        state = str(dict(Progress.State.choices)[report.state])
        day = gregorian(report.at[:10], self.language)
        heard = _("Reported on %(day)s, %(percent)s%% (%(state)s)") % {
            "day": day,
            "percent": report.percent,
            "state": state,
        }
        proofs = tuple(self.cite_sentence(e.cited) for e in report.evidence if e.cited)
        outside = tuple(self.cite_outside(e.address) for e in report.evidence if e.address)
        yield Run(f" {heard}: {self.said(report.text)}", cites=(*proofs, *outside) or (record,))
