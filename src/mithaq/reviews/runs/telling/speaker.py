"""Says what a run found to one reader: names, sentences, and how each is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mithaq.core.days import gregorian
from mithaq.core.words import Bilingual
from mithaq.evaluation.report import CourseReport, Report
from mithaq.evaluation.sentences import Sentence
from mithaq.papers.plots import shares
from mithaq.papers.plots.lettering import Cell, Lettering, known
from mithaq.papers.plots.overview import DESIGNS, VERDICTS
from mithaq.reviews.runs.content import Flow, Reliability, Said, Share
from mithaq.reviews.runs.telling.shapes import Made, Pairs, Statement

TONES = {code: tone for code, (_name, tone, _sign) in VERDICTS.items()}
WARNS = {
    **dict.fromkeys(("near_ceiling", "drop_out", "leavers_differ", "tips", "tips_up", "unreliable_gain", "small"), "wait"),
    **dict.fromkeys(("few_answered", "no_guard", "answers_differ", "retention_undefined", "no_worthwhile_gain"), "wait"),
    **TONES,
}  # fmt: skip


def _(text: str) -> str:
    """Marks the key of a translation."""
    return text


STEPS = (
    ("nominated", _("nominated")),
    ("accepted", _("given a seat")),
    ("attended", _("were there")),
    ("pre", _("tested before")),
    ("post", _("tested after")),
    ("followup", _("at the follow-up")),
    ("supervisor", _("spoken of by a supervisor")),
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks the reader's language; knows the names of parties, areas and courses, and what the run was made from."""

    letters: Lettering
    made: Made
    parties: Mapping[str, Bilingual]
    areas: Mapping[str, Bilingual]
    courses: Mapping[str, Bilingual] = field(default_factory=dict)

    def said(self, words: Bilingual) -> str:
        """Words in the reader's language, or in the other one."""
        return words.in_language(self.letters.language)

    def party(self, code: str) -> str:
        """The name of a party; its code where no name is known."""
        return self.said(self.parties[code]) if code in self.parties else code

    def area(self, code: str) -> str:
        """The name of an area; its code where no name is known."""
        return self.said(self.areas[code]) if code in self.areas else code

    def course(self, code: str) -> str:
        """The name of a course with its code behind it; its code where no name is told to this reader."""
        name = self.said(self.courses[code]) if code in self.courses else ""
        return f"{name} ({code})" if name else code

    def day(self, iso: str) -> str:
        """A day in words."""
        return gregorian(iso, self.letters.language)

    def words(self, text: str, **filled: str) -> str:
        """A sentence in the reader's language."""
        return self.letters.words(text, **filled)

    def sentence(self, one: Sentence) -> Statement:
        """A sentence of the evaluation. A verdict that it cannot be measured goes on with its reason. A run has no lines of a
        file to point to."""
        if one.code == "post_without_pre":
            text = _("%(count)s people have a test after without one before; they are set aside.")
            return self.statement(one.code, text, count=dict(one.params)["count"])
        signed = tuple((name, self._number(value)) for name, value in one.params)
        return Statement(one.code, Sentence(one.code, signed).say(self.letters.say), WARNS.get(one.code, "none"))

    def sentences(self, *told: Sentence) -> tuple[Statement, ...]:
        """Several of them."""
        return tuple(self.sentence(one) for one in told)

    def statement(self, code: str, text: str, tone: str = "none", **filled: str) -> Statement:
        """A sentence of the report itself."""
        return Statement(code, self.words(text, **filled), tone)

    def listed(self, parts: list[str]) -> str:
        """Several with semicolons between."""
        return self.letters.listed(parts)

    def part(self, share: Share) -> shares.Part:
        """A share as plots take it."""
        name = self.said(share.words) or share.code
        return shares.Part(name, share.count, share.n, share.asked, share.estimate, share.low, share.high)

    def side(self, said: Said) -> shares.Part | None:
        """What one side said of the application as plots take it: None where nobody answered."""
        return None if said.applied is None else self.part(said.applied)

    def steps(self, flow: Flow) -> list[tuple[str, int]]:
        """The steps of a flow with their names."""
        return [(self.words(name), getattr(flow, code)) for code, name in STEPS]

    def how(self, *, n: str, design: str, reliability: str, missing: str) -> Pairs:
        """How something is known: of how many, by which design, how reliable, how many are missing; from which run."""
        return (
            (self.words(_("People")), n),
            (self.words(_("How it was compared")), design),
            (self.words(_("Reliability")), reliability),
            (self.words(_("Missing people")), missing),
            *self.origin(),
        )

    def origin(self) -> Pairs:
        """What everything was made from, which all parts have in common."""
        return (
            (self.words(_("The run")), self.made.ref),
            (self.words(_("Made with")), f"Mithaq {self.made.version}"),
            (self.words(_("Hash of the data")), self.made.data_hash[:16]),
            (self.words(_("Seed")), str(self.made.seed)),
        )

    def how_measured(self, told: CourseReport, reliability: Reliability | None) -> Pairs:
        """How the gain of a course is known."""
        flow = told.flow
        gone = self.words(
            _("%(share)s of %(before)s tested before"),
            share=self.letters.percent(flow.missing_share), before=self.letters.number(flow.before),
        )  # fmt: skip
        return self.how(
            n=self.letters.number(told.n), design=self.design(told.evidence.design), missing=gone,
            reliability=self.reliability(reliability),
        )  # fmt: skip

    def how_said(self, answered: int, asked: int) -> Pairs:
        """How it is known what people said."""
        return self.how(
            n=self.words(_("%(n)s of %(asked)s answered"), n=self.letters.number(answered), asked=self.letters.number(asked)),
            design=self.words(_("people's own account")),
            reliability=self.words(_("single questions: not known")),
            missing=self.letters.percent(1 - answered / asked) if asked else self.words(_("nobody was asked")),
        )  # fmt: skip

    def how_overall(self, report: Report) -> Pairs:
        """How something over all courses is known."""
        before = sum(one.flow.before for one in report.courses)
        gone = sum(one.flow.before - one.flow.both for one in report.courses)
        return self.how(
            n=self.letters.number(sum(one.n for one in report.courses)), design=self.design(report.settings.design),
            reliability=self.words(_("by course: see its report")),
            missing=self.letters.percent(gone / before if before else None),
        )  # fmt: skip

    def how_counted(self, n: int) -> Pairs:
        """How something is known that was counted in the records."""
        none = self.words(_("counted in the records, so nothing to say"))
        return self.how(n=self.letters.number(n), design=self.words(_("a count")), reliability=none, missing=none)

    def design(self, code: str) -> str:
        """A design in words."""
        return self.words(DESIGNS[str(code)] if str(code) in DESIGNS else _("by course: see its report"))

    def reliability(self, found: Reliability | None) -> str:
        """Alpha with its interval, and omega."""
        if found is None:
            return self.words(_("not known: the items are not on record"))
        omega = known(found.omega)
        alpha, low, high = (self.letters.number(value, 2) for value in (found.alpha, found.low, found.high))
        if omega is None:
            return self.words(_("alpha %(alpha)s (between %(low)s and %(high)s)"), alpha=alpha, low=low, high=high)
        text = _("alpha %(alpha)s (between %(low)s and %(high)s), omega %(omega)s")
        return self.words(text, alpha=alpha, low=low, high=high, omega=self.letters.number(omega, 2))

    def _number(self, value: str) -> str:
        """A number in a sentence, as the reader writes numbers."""
        bare = value.removesuffix("%").replace(".", "", 1).replace("-", "", 1)
        return value.replace("-", "−") if bare.isdigit() else value


def cells(*values: Cell) -> tuple[Cell, ...]:
    """A row of a table, what is no number being not known."""
    return tuple(known(value) if isinstance(value, float) else value for value in values)
