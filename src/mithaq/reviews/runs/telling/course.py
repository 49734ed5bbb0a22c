"""The report on one course, for its director: everything the run has of it."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.core.errors import Absent
from mithaq.evaluation.missing import NEAR_CEILING
from mithaq.evaluation.report import CourseReport
from mithaq.evaluation.sentences import percent, sentence
from mithaq.evaluation.shares import FEW_ANSWERED
from mithaq.evaluation.verdicts import MOST_AT_CEILING, MOST_MISSING
from mithaq.papers.plots import forest, items, overview, shares, slope
from mithaq.papers.plots.drawing import Plot
from mithaq.papers.plots.lettering import known
from mithaq.reviews.runs.content import Content, CourseFacts, ItemFacts, ObjectiveFacts, Share, Transfer
from mithaq.reviews.runs.telling.shapes import Part, Statement, Told
from mithaq.reviews.runs.telling.silence import SUPERVISORS, about_silent, matched, silence_plot
from mithaq.reviews.runs.telling.speaker import Speaker, _
from mithaq.reviews.runs.telling.tested import items_part, number


def director(speak: Speaker, content: Content, code: str) -> Told:
    """What the director of a course reads. Raises `Absent` where the run does not have the course."""
    facts = next((one for one in content.courses if one.code == code), None)
    told = next((one for one in content.report.courses if one.course == code), None)
    if facts is None or told is None:
        raise Absent(_("This course is not in the run."))
    worthwhile = facts.least_gain if facts.least_gain is not None else content.report.settings.worthwhile
    parts = (
        _gain(speak, facts, told, worthwhile), _people(speak, facts, told), _objectives(speak, facts, told),
        items_part(speak, facts, told), _reaction(speak, facts), _applied(speak, facts), _kept(speak, facts, told),
        _flow(speak, facts, told),
    )  # fmt: skip
    title = speak.words(_("What was gained: %(course)s"), course=speak.said(facts.title) or code)
    subtitle = speak.words(_("%(code)s, run %(run)s"), code=code, run=speak.made.ref)
    return Told("director", speak.letters.language, title, subtitle, told.verdict.value, parts, speak.made)


def _gain(speak: Speaker, facts: CourseFacts, told: CourseReport, worthwhile: float) -> Part:
    own = (*told.reasons, *told.warnings)
    agreed = () if facts.least_gain is not None else (sentence("no_worthwhile_gain"),)
    guard = () if told.evidence.guarded else (sentence("no_guard"),)
    said = speak.sentences(*dict.fromkeys((*own, *agreed, *guard)))
    plot = forest.gain(speak.letters, told.n, told.own, told.pooled, worthwhile)
    more = (*_standard(speak, facts), *_cost(speak, facts))
    title = speak.words(_("What was gained"))
    return Part("gain", title, (*said, *more), (plot,), speak.how_measured(told, facts.reliability))


def _standard(speak: Speaker, facts: CourseFacts) -> Iterator[Statement]:
    passed = facts.passed
    if passed is not None:
        yield speak.statement(
            "standard", _("%(count)s of %(n)s reached the standard: %(share)s (between %(low)s and %(high)s)."),
            count=speak.letters.number(passed.count), n=speak.letters.number(passed.n),
            share=speak.letters.percent(passed.estimate), low=speak.letters.percent(passed.low),
            high=speak.letters.percent(passed.high),
        )  # fmt: skip


def _cost(speak: Speaker, facts: CourseFacts) -> Iterator[Statement]:
    if facts.cost is None:
        return
    ratio = facts.cost_per_point
    if ratio is None or ratio.estimate is None or ratio.low is None or ratio.high is None:
        yield speak.statement(
            "cost_undefined", _("What a point cost is not defined: the gain itself may be nothing."), "wait"
        )
        return
    yield speak.statement(
        "cost", _("A point gained by one person came to %(cost)s %(currency)s (between %(low)s and %(high)s)."),
        cost=speak.letters.number(ratio.estimate, 0), currency=facts.currency, low=speak.letters.number(ratio.low, 0),
        high=speak.letters.number(ratio.high, 0),
    )  # fmt: skip


def _people(speak: Speaker, facts: CourseFacts, told: CourseReport) -> Part:
    top = told.ceiling
    plots = (
        slope.slope(speak.letters, facts.pairs),
        items.ceiling(
            speak.letters, top.at_maximum if top else None, top.mean_before if top else None, flag=NEAR_CEILING,
            stop=MOST_AT_CEILING,
        ),
    )  # fmt: skip
    return Part(
        "people", speak.words(_("Everybody, before and after")), (), plots, speak.how_measured(told, facts.reliability)
    )


def _objectives(speak: Speaker, facts: CourseFacts, told: CourseReport) -> Part:
    def named(chosen: list[ObjectiveFacts]) -> str:
        return speak.listed([f"{speak.letters.number(one.number)}. {speak.said(one.words)}" for one in chosen])

    texts = {
        "learned": _("Learned: %(objectives)s."),
        "not_learned": _("Not learned: %(objectives)s."),
        "not_yet_known": _("Not known yet whether learned: %(objectives)s."),
        "not_tested": _("Not tested by any item: %(objectives)s."),
    }
    said = []
    for state, text in texts.items():
        if chosen := [one for one in facts.objectives if one.state == state]:
            said.append(speak.statement(f"objectives_{state}", text, items.STATES[state][1], objectives=named(chosen)))
    if without := [one for one in facts.objectives if not one.need]:
        text = _("No need of a state is on record for: %(objectives)s.")
        said.append(speak.statement("objectives_without_need", text, "wait", objectives=named(without)))
    plot = items.coverage(speak.letters, [_objective(speak, facts, one) for one in facts.objectives])
    how = speak.how_measured(told, facts.reliability)
    return Part("objectives", speak.words(_("Objectives")), tuple(said), (plot,), how)


def _objective(speak: Speaker, facts: CourseFacts, one: ObjectiveFacts) -> items.Objective:
    own = tuple((number(speak, item), _difference(item)) for item in facts.items if item.objective == one.number)
    return items.Objective(one.number, speak.said(one.words), own, one.gain, one.state, bool(one.need))


def _difference(item: ItemFacts) -> float | None:
    before, after = known(item.facility_pre), known(item.facility_post)
    return None if before is None or after is None else 100 * (after - before)


def _reaction(speak: Speaker, facts: CourseFacts) -> Part:
    found = facts.reaction
    answered, asked = (found.answered, found.asked) if found else (0, 0)
    plot = shares.utility(speak.letters, [speak.part(one) for one in found.items] if found else [])
    said = _few(speak, answered, asked)
    for one in found.items if found else ():
        if one.code == "will_use":
            text = _("%(share)s of those who answered say they will use it (between %(low)s and %(high)s).")
            quiet = next((silent for silent in found.silent if silent.code == one.code), None) if found else None
            said = (said_share(speak, "will_use", text, one), *said, *about_silent(speak, quiet))
    told = matched(speak, found.items, found.silent) if found else []
    plots = (plot, *([silence_plot(speak, told)] if told else []))
    how = speak.how_said(answered, asked)
    return Part("reaction", speak.words(_("What people said at the end")), said, plots, how)


def said_share(speak: Speaker, code: str, text: str, one: Share) -> Statement:
    """A share with its interval in a sentence."""
    share, low, high = (speak.letters.percent(value) for value in (one.estimate, one.low, one.high))
    return speak.statement(code, text, share=share, low=low, high=high)


def _few(speak: Speaker, answered: int, asked: int) -> tuple[Statement, ...]:
    few = asked and answered / asked < FEW_ANSWERED
    return speak.sentences(sentence("few_answered", share=percent(answered / asked))) if few else ()


def _applied(speak: Speaker, facts: CourseFacts) -> Part:
    return applied_part(speak, facts.transfer)


def applied_part(speak: Speaker, found: Transfer | None) -> Part:
    """What is applied at work: both sides, whether they agree, what stood in the way."""
    title = speak.words(_("Applied at work"))
    if found is None:
        return Part("transfer", title, (), (shares.transfer(speak.letters, None, None),), speak.how_said(0, 0))
    both, graduates = speak.letters.number(found.both), found.graduates
    kappa = known(found.kappa)
    if kappa is None:
        agree = speak.statement(
            "agreement_unknown", _("Whether graduates and their supervisors agree is not known."), "wait"
        )
    else:
        text = _("On the %(n)s people of whom both spoke they agree beyond chance by %(kappa)s of 1 (weighted kappa).")
        agree = speak.statement("agreement", text, n=both, kappa=speak.letters.number(kappa, 2))
    plots: tuple[Plot, ...] = (
        shares.transfer(speak.letters, speak.side(graduates), speak.side(found.supervisors)),
        shares.barriers(speak.letters, [speak.part(one) for one in found.barriers]),
    )
    texts = (
        _("%(share)s of the graduates who answered apply it (between %(low)s and %(high)s)."),
        _(
            "Of %(share)s of the graduates the supervisors who answered say that they apply it (between %(low)s and %(high)s)."
        ),
    )
    both_said = [
        said_share(speak, "applied", text, side.applied)
        for text, side in zip(texts, (graduates, found.supervisors), strict=True)
        if side.applied is not None
    ]
    names = (speak.words(_("graduates")), speak.words(_("supervisors")))
    sides = zip(names, (graduates, found.supervisors), strict=True)
    told = [(name, side.applied, side.silent) for name, side in sides if side.applied and side.silent]
    few = _few(speak, graduates.answered, graduates.asked)
    silent = (
        *about_silent(speak, graduates.silent),
        *about_silent(speak, found.supervisors.silent, SUPERVISORS),
    )
    said = (*both_said, *few, *silent, agree)
    plots += (silence_plot(speak, told),) if told else ()
    return Part("transfer", title, said, plots, speak.how_said(graduates.answered, graduates.asked))


def _kept(speak: Speaker, facts: CourseFacts, told: CourseReport) -> Part:
    curve, kept = facts.curve, told.retention
    sure = kept if kept is not None and kept.estimate is not None else None
    plot = slope.retention(
        speak.letters, curve.n if curve else 0, curve.pre if curve else None, curve.post if curve else None,
        curve.followup if curve else None, sure,  # type: ignore[arg-type]  # all three are numbers or none is
    )  # fmt: skip
    return Part(
        "retention", speak.words(_("Kept after six months")), (), (plot,), speak.how_measured(told, facts.reliability)
    )


def _flow(speak: Speaker, facts: CourseFacts, told: CourseReport) -> Part:
    name = speak.said(facts.title) or facts.code
    judged = told.verdict.value != "not_measurable"
    gap = overview.Gap(
        name, told.flow.before, told.flow.missing_share if told.flow.before else None, told.tipping, judged
    )
    plots = (
        shares.flow(speak.letters, speak.steps(facts.flow)),
        shares.seats(speak.letters, [(name, facts.seats.offered, facts.seats.used)]),
        overview.missing(speak.letters, [gap], most=MOST_MISSING),
    )
    return Part(
        "flow",
        speak.words(_("Who was there, and who is missing")),
        (),
        plots,
        speak.how_measured(told, facts.reliability),
    )
