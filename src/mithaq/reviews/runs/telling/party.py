"""The report on one party's own people, for its ministry. Of others it has only what a release shows of all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mithaq.core.errors import Absent
from mithaq.evaluation.report import Estimate, PartyReport
from mithaq.evaluation.sentences import Sentence
from mithaq.papers.plots import forest, shares, slope
from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.overview import VERDICTS
from mithaq.reviews.runs.content import Content, GoalMoved, Ledger, Need, PartyFacts
from mithaq.reviews.runs.telling.costs import party_cost
from mithaq.reviews.runs.telling.course import applied_part
from mithaq.reviews.runs.telling.shapes import Pairs, Part, Statement, Told
from mithaq.reviews.runs.telling.speaker import Speaker, _

DIFFER = ("answers_differ", "ancova_applies", "gain_applies", "neither_settled")

MOVED = {
    "reached": (_("goal reached"), "done"),
    "moved": (_("goal moved"), "none"),
    "not_moved": (_("goal not moved"), "late"),
    "not_known": (_("whether the goal moved is not known"), "wait"),
    "not_measured": (_("goal not measured yet"), "wait"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A party's people as their difference from the average of the parties: by gain, and at the same score before."""

    n: int | None
    by_gain: Estimate | None
    at_same_start: Estimate | None
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class Own:
    """What a party knows of its own people. `together` is the mean gain of all parties over their courses; `differ` what is
    to be said where the two ways to compare disagree; `courses` are its people by course, where that is told."""

    party: str
    facts: PartyFacts | None
    compared: Compared | None
    ledger: Ledger | None
    together: Estimate | None
    design: str
    differ: tuple[Sentence, ...] = ()
    courses: tuple[forest.Row, ...] = ()


def own_of(content: Content, party: str) -> Own:
    """What a run or a part of a release has of one party. Raises `Absent` where it has nothing of it."""
    report = content.report
    facts = next((one for one in content.parties if one.party == party), None)
    told = next((one for one in report.parties if str(one.party) == party), None)
    if facts is None and told is None:
        raise Absent(_("This party is not in the run."))
    return Own(
        party=party, facts=facts, compared=None if told is None else compared(told), together=report.mean, design=report.settings.design,
        ledger=next((one for one in content.ledger if one.party == party), None),
        differ=tuple(one for one in report.warnings if one.code in DIFFER),
    )  # fmt: skip


def courses_of(own: Own) -> set[str]:
    """The codes of the courses that its ministry's report names."""
    serving = [one.courses for one in own.ledger.goals] if own.ledger else []
    serving += [one.courses for one in own.facts.needs] if own.facts else []
    return {code for courses in serving for code in courses}


def compared(told: PartyReport) -> Compared:
    """A party of a report beside the average."""
    return Compared(told.n, told.by_gain, told.at_same_start, told.sentence)


def ministry(speak: Speaker, own: Own) -> Told:
    """What the ministry of a party reads."""
    parts = [_ledger(speak, own), _areas(speak, own), _difference(speak, own), *_kept(speak, own)]
    title = speak.words(_("What the people of %(party)s gained"), party=speak.party(own.party))
    subtitle = speak.words(_("Run %(run)s"), run=speak.made.ref)
    return Told("ministry", speak.letters.language, title, subtitle, "", tuple(parts), speak.made)


def _how(speak: Speaker, own: Own, n: int) -> Pairs:
    flow = own.facts.flow if own.facts else None
    missing = (flow.pre - flow.post) / flow.pre if flow and flow.pre else None
    return speak.how(
        n=speak.letters.number(n), design=speak.design(own.design),
        reliability=speak.words(_("by course: see its report")), missing=speak.letters.percent(missing),
    )  # fmt: skip


def _ledger(speak: Speaker, own: Own) -> Part:
    title, ledger = speak.words(_("From the seat to the goal")), own.ledger
    name = speak.party(own.party)
    said: tuple[Statement, ...] = () if ledger is None else tuple(_steps(speak, ledger))
    said = (*said, *party_cost(speak, own.facts)) if own.facts else said
    flow = speak.steps(own.facts.flow) if own.facts else []
    seats = [(name, ledger.offered, ledger.used)] if ledger else []
    plots = (shares.seats(speak.letters, seats), shares.flow(speak.letters, flow))
    return Part("ledger", title, said, plots, _how(speak, own, ledger.learned.n if ledger else 0))


def _steps(speak: Speaker, ledger: Ledger) -> Iterator[Statement]:
    number = speak.letters.number
    yield speak.statement(
        "ledger_seats", _("Seats: %(offered)s offered, %(used)s used, %(unused)s not used; courses completed: %(completed)s."),
        offered=number(ledger.offered), used=number(ledger.used), completed=number(ledger.completed),
        unused=number(max(0, ledger.offered - ledger.used)),
    )  # fmt: skip
    learned = ledger.learned
    verdict, tone, _sign = VERDICTS.get(learned.verdict, VERDICTS["not_measurable"])
    text = _("Learned: %(verdict)s; %(n)s people with both tests, mean gain %(gain)s.")
    filled = {"verdict": speak.words(verdict), "n": number(learned.n), "gain": speak.letters.interval(learned.gain)}
    yield speak.statement("ledger_learned", text, tone, **filled)
    applied = ledger.applied
    if applied is None:
        yield speak.statement(
            "ledger_applied_unknown", _("Applied after six months: not known yet, nobody has answered."), "wait"
        )
    else:
        yield speak.statement(
            "ledger_applied", _("Applied after six months: %(share)s of %(n)s who answered (between %(low)s and %(high)s)."),
            share=speak.letters.percent(applied.estimate), n=number(applied.n), low=speak.letters.percent(applied.low),
            high=speak.letters.percent(applied.high),
        )  # fmt: skip
    for goal in ledger.goals:
        yield _moved(speak, goal)
    if not ledger.goals:
        yield speak.statement(
            "ledger_no_goals",
            _("No course in which its people were is meant to serve a joint goal of its yet."),
            "wait",
        )


def _moved(speak: Speaker, goal: GoalMoved) -> Statement:
    """Where a goal stands, and by their names the courses of its people that serve it."""
    stands, tone = MOVED[goal.state]
    filled = {"goal": speak.said(goal.words) or goal.goal, "stands": speak.words(stands)}
    if not goal.courses:
        return speak.statement("ledger_goal", _("Its joint goal “%(goal)s”: %(stands)s."), tone, **filled)
    courses = speak.listed([speak.course(code) for code in goal.courses])
    text = _("Its joint goal “%(goal)s”: %(stands)s. It is served by: %(courses)s.")
    return speak.statement("ledger_goal", text, tone, courses=courses, **filled)


def _areas(speak: Speaker, own: Own) -> Part:
    areas = own.facts.areas if own.facts else ()
    rows = [forest.Row(speak.area(one.area), one.raw, one.pooled, one.n) for one in areas]
    title = speak.words(_("Mean gain of its people by area"))
    plot = forest.forest(speak.letters, rows, title=title, together=own.together)
    said = []
    if own.together is not None:
        text = _("All parties together, over their courses: a mean gain of %(gain)s points.")
        said.append(speak.statement("together", text, gain=speak.letters.interval(own.together)))
    plots = [plot]
    if own.courses:
        plots.append(
            forest.forest(speak.letters, own.courses, title=speak.words(_("Mean gain of its people by course")))
        )
    n = sum(one.n for one in areas)
    return Part("areas", speak.words(_("Its people by area")), tuple(said), tuple(plots), _how(speak, own, n))


def _difference(speak: Speaker, own: Own) -> Part:
    found = own.compared
    said = [speak.sentence(found.sentence)] if found is not None and found.sentence is not None else []
    said += [speak.sentence(one) for one in own.differ]
    name = speak.party(own.party)
    plot = both_answers(speak, [(name, found)] if found is not None else [])
    title = speak.words(_("Beside the average of the parties"))
    return Part("difference", title, tuple(said), plot, _how(speak, own, (found.n or 0) if found else 0))


def both_answers(speak: Speaker, parties: Sequence[tuple[str, Compared]]) -> tuple[Plot, Plot]:
    """The two ways to compare, each as differences from the average of the parties: both, always."""
    empty = speak.words(_("Parties cannot be compared here: too few courses had people of two parties."))
    by_gain = [forest.Row(name, None, one.by_gain, one.n) for name, one in parties if one.by_gain]
    same = [forest.Row(name, None, one.at_same_start, one.n) for name, one in parties if one.at_same_start]
    titles = (
        speak.words(_("Difference from the average of the parties, compared by gain")),
        speak.words(_("Difference from the average of the parties, compared at the same score before")),
    )
    first, second = (
        forest.forest(speak.letters, rows, title=title, empty=empty)
        for rows, title in zip((by_gain, same), titles, strict=True)
    )
    return first, second


def _kept(speak: Speaker, own: Own) -> Iterator[Part]:
    facts = own.facts
    curve = facts.curve if facts else None
    kept = facts.retention if facts and facts.retention and facts.retention.estimate is not None else None
    plot = slope.retention(
        speak.letters, curve.n if curve else 0, curve.pre if curve else None, curve.post if curve else None,
        curve.followup if curve else None, kept,  # type: ignore[arg-type]  # all three are numbers or none is
    )  # fmt: skip
    yield Part(
        "retention", speak.words(_("Kept after six months")), (), (plot,), _how(speak, own, curve.n if curve else 0)
    )
    yield applied_part(speak, facts.transfer if facts else None)
    yield needs_part(speak, facts.needs if facts else (), "needs")


def needs_part(speak: Speaker, needs: Sequence[Need], code: str) -> Part:
    """Needs of states that are on record, and the courses that serve them."""
    said = [
        speak.statement(
            "need_without_course", _("No course serves this need in %(area)s: %(need)s."), "late",
            area=speak.area(one.area), need=speak.said(one.words),
        )
        for one in needs
        if not one.courses
    ]  # fmt: skip
    if needs and not said:
        said = [speak.statement("needs_served", _("Every need on record has a course that serves it."), "done")]
    why = speak.words(_("Needs and the courses that serve them.") if needs else _("No needs are on record."))
    columns = (Column(speak.words(_("area"))), Column(speak.words(_("need"))), Column(speak.words(_("courses"))))
    none = speak.words(_("none"))
    rows = tuple(
        (
            speak.area(one.area),
            speak.said(one.words),
            speak.listed([speak.course(code) for code in one.courses]) or none,
        )
        for one in needs
    )
    plot = Plot(
        "needs", speak.words(_("Needs and courses")), why, "", 0, (), columns if rows else (), rows, speak.letters
    )
    return Part(code, speak.words(_("Needs and courses")), tuple(said), (plot,), speak.how_counted(len(needs)))
