"""The report over all courses, for the secretariat. Nothing here stands in an order of merit: rows stand by their codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from mithaq.evaluation.ranking import CLAIM
from mithaq.evaluation.report import CourseReport, Report
from mithaq.evaluation.sentences import sentence
from mithaq.evaluation.verdicts import MOST_MISSING, Verdict
from mithaq.papers.plots import forest, funnel, matrix, overview, shares
from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.lettering import known
from mithaq.register.training.control import review_due
from mithaq.reviews.runs.content import Content, CourseFacts
from mithaq.reviews.runs.telling.party import both_answers, compared, needs_part
from mithaq.reviews.runs.telling.shapes import Part, Statement, Told
from mithaq.reviews.runs.telling.speaker import Speaker, _

FOREST = 40
"""So many courses are drawn one under the other; beyond that the table has them."""
LEVELS = {"L1": "reaction", "L2": "learning", "L3": "behaviour", "L4": "results"}


def secretariat(speak: Speaker, content: Content) -> Told:
    """What the secretariat reads of a whole run."""
    parts = [
        _overall(speak, content), headings_part(speak, content), courses_part(speak, content), evidence_part(speak, content),
        missing_part(speak, content), _seats(speak, content), *_parties(speak, content), reviews_part(speak, content),
        needs_part(speak, [need for area in content.areas for need in area.uncovered], "uncovered"),
    ]  # fmt: skip
    title = speak.words(_("What the training brought to those who came"))
    subtitle = speak.words(
        _("Run %(run)s: %(courses)s courses, %(people)s people"), run=speak.made.ref,
        courses=speak.letters.number(len(content.report.courses)), people=speak.letters.number(content.report.people),
    )  # fmt: skip
    return Told("secretariat", speak.letters.language, title, subtitle, "", tuple(parts), speak.made)


def _names(speak: Speaker, content: Content) -> dict[str, str]:
    return {one.code: f"{one.code} {speak.said(one.title)}".strip() for one in content.courses}


def _overall(speak: Speaker, content: Content) -> Part:
    report = content.report
    counted = counted_verdicts(speak, report)
    if report.mean is not None:
        text = _("The mean gain over courses: %(gain)s points of 100.")
        counted.append(speak.statement("mean", text, gain=speak.letters.interval(report.mean)))
    warnings = [one for one in report.warnings if one.code != "no_worthwhile_gain"]
    said = (*counted, *_not_agreed(speak, content), *speak.sentences(*report.problems, *warnings))
    return Part("overall", speak.words(_("Over all courses")), said, (), speak.how_overall(report))


def _not_agreed(speak: Speaker, content: Content) -> Iterator[Statement]:
    """The courses with a verdict for which nobody agreed what is worthwhile."""
    judged = {one.course for one in content.report.courses if one.verdict is not Verdict.NOT_MEASURABLE}
    names = _names(speak, content)
    bare = [names[one.code] for one in content.courses if one.least_gain is None and one.code in judged]
    if bare:
        text = _("No smallest worthwhile gain was agreed for these, and zero stands in for it: %(courses)s.")
        yield speak.statement("no_worthwhile_gain", text, "wait", courses=speak.listed(bare))


def counted_verdicts(speak: Speaker, report: Report) -> list[Statement]:
    """How many of its courses have which verdict."""
    found = Counter(one.verdict.value for one in report.courses)
    return [
        speak.statement(
            f"count_{code}", _("%(verdict)s: %(count)s of %(all)s courses."), tone, verdict=speak.words(name),
            count=speak.letters.number(found[code]), all=speak.letters.number(len(report.courses)),
        )
        for code, (name, tone, _sign) in overview.VERDICTS.items()
    ]  # fmt: skip


def headings_part(speak: Speaker, content: Content) -> Part:
    """The verdicts of the courses under six headings, an area a block."""
    areas = [
        matrix.Area(
            speak.area(one.area),
            {row.heading: {code: getattr(row, code) for code in overview.VERDICTS} for row in one.headings},
        )
        for one in content.areas
    ]
    plot = matrix.matrix(speak.letters, areas)
    return Part(
        "headings", speak.words(_("Six headings, area by area")), (), (plot,), speak.how_overall(content.report)
    )


def courses_part(speak: Speaker, content: Content) -> Part:
    """Courses beside each other by their codes, with what is said of each."""
    report, names = content.report, _names(speak, content)
    drawn = sorted(report.courses, key=lambda one: one.course)
    points = [
        funnel.Point(names.get(one.course, one.course), one.n, one.own.estimate if one.own else None) for one in drawn
    ]
    mean = report.mean.estimate if report.mean else None
    plots = [funnel.funnel(speak.letters, points, mean, report.within_sd)]
    if len(drawn) <= FOREST:
        rows = [
            forest.Row(names.get(one.course, one.course), one.own.estimate if one.own else None, one.pooled, one.n)
            for one in drawn
        ]
        title = speak.words(_("Mean gain by course"))
        plots.append(forest.forest(speak.letters, rows, title=title, line=_line(content)))
    plots.append(_verdicts(speak, drawn, names))
    found = [names.get(one.course, one.course) for one in drawn if one.finding]
    said: tuple[Statement, ...] = ()
    if found:
        text = _("Below the worthwhile gain, also when all courses are looked at together: %(courses)s.")
        said = (speak.statement("below", text, "late", courses=speak.listed(found)),)
    return Part("courses", speak.words(_("Courses")), said, tuple(plots), speak.how_overall(report))


def _line(content: Content) -> float | None:
    """The smallest worthwhile gain, where it is the same for all courses."""
    lines = {
        one.least_gain if one.least_gain is not None else content.report.settings.worthwhile for one in content.courses
    }
    return lines.pop() if len(lines) == 1 else None


def _verdicts(speak: Speaker, courses: list[CourseReport], names: dict[str, str]) -> Plot:
    columns = (
        Column(speak.words(_("course"))), Column(speak.words(_("people")), "count"), Column(speak.words(_("verdict"))),
        Column(speak.words(_("why"))), Column(speak.words(_("to know beside it"))),
    )  # fmt: skip
    nothing = speak.words(_("nothing"))
    rows = tuple(
        (
            names.get(one.course, one.course), one.n, speak.words(overview.VERDICTS[one.verdict.value][0]),
            " ".join(said.text for said in speak.sentences(*one.reasons)),
            " ".join(said.text for said in speak.sentences(*one.warnings)) or nothing,
        )
        for one in courses
    )  # fmt: skip
    title = speak.words(_("Every course, its verdict and the reason"))
    return Plot("verdicts", title, speak.words(_("Courses by their codes.")), "", 0, (), columns, rows, speak.letters)


def evidence_part(speak: Speaker, content: Content) -> Part:
    """At which levels courses were looked at, and how gains were compared."""
    asked = Counter(level for one in content.courses for level in set(one.asked))
    designs = Counter(str(one.evidence.design) for one in content.report.courses)
    levels = {code: asked[level] for level, code in LEVELS.items()}
    courses = len(content.courses)
    plot = overview.ladder(speak.letters, levels, designs, courses)
    said: tuple[Statement, ...] = ()
    if courses and not asked["L4"]:
        text = _(
            "No course was followed as far as results: no goal that one of them serves was measured after its people came back."
        )
        said = (speak.statement("no_results", text, "wait"),)
    elif courses:
        text = _("Followed as far as results, by a goal that they serve: %(n)s of %(courses)s courses.")
        number = speak.letters.number
        said = (speak.statement("results", text, n=number(asked["L4"]), courses=number(courses)),)
    return Part(
        "evidence", speak.words(_("How far the evidence reaches")), said, (plot,), speak.how_overall(content.report)
    )


def missing_part(speak: Speaker, content: Content) -> Part:
    """Who took no test after, and how much that could change."""
    names = _names(speak, content)
    gaps = [
        overview.Gap(
            names.get(one.course, one.course), one.flow.before, one.flow.missing_share if one.flow.before else None,
            one.tipping, one.verdict.value != "not_measurable",
        )
        for one in sorted(content.report.courses, key=lambda one: one.course)
    ]  # fmt: skip
    plot = overview.missing(speak.letters, gaps, most=MOST_MISSING)
    return Part("missing", speak.words(_("Who is missing")), (), (plot,), speak.how_overall(content.report))


def _seats(speak: Speaker, content: Content) -> Part:
    rows = [(speak.area(one.area), one.seats.offered, one.seats.used) for one in content.areas]
    offered, used = sum(row[1] for row in rows), sum(row[2] for row in rows)
    said = speak.statement(
        "seats", _("Seats: %(offered)s offered, %(used)s used, %(unused)s not used."),
        offered=speak.letters.number(offered), used=speak.letters.number(used),
        unused=speak.letters.number(sum(max(0, row[1] - row[2]) for row in rows)),
    )  # fmt: skip
    plot = shares.seats(speak.letters, rows)
    return Part("seats", speak.words(_("Seats by area")), (said,), (plot,), speak.how_counted(offered))


def _parties(speak: Speaker, content: Content) -> Iterator[Part]:
    report = content.report
    parties = [(speak.party(str(one.party)), one) for one in sorted(report.parties, key=lambda one: str(one.party))]
    if not parties:
        return
    said = []
    for name, one in parties:
        if one.sentence is not None:
            told = speak.sentence(one.sentence)
            said.append(replace(told, text=f"{name}: {told.text}"))
    if not report.told_apart:
        said.append(speak.sentence(sentence("not_told_apart")))
    how = speak.how_overall(report)
    plots = both_answers(speak, [(name, compared(one)) for name, one in parties])
    yield Part("parties", speak.words(_("Parties beside their average")), tuple(said), plots, how)
    chances = [(name, known(one.p_best), one.expected_rank) for name, one in parties]
    highest = [overview.Chance(name, chance, rank) for name, chance, rank in chances if chance is not None]
    if highest:
        most = max(one.highest for one in highest)
        alike = speak.sentences(sentence("not_told_apart")) if most < CLAIM else ()
        title = speak.words(_("How likely each is to be the highest, and its expected rank"))
        yield Part("highest", title, alike, (overview.highest(speak.letters, highest),), how, folded=True)


def reviews_part(speak: Speaker, content: Content) -> Part:
    """The control documents that wait for their review."""
    late = [one for one in content.courses if _is_due(one, speak.made.on)]
    said = [
        speak.statement(
            "control_old", _("The control documents of %(course)s were to be looked at again by %(day)s."), "late",
            course=speak.course(one.code), day=speak.day(_due(one)),
        )
        for one in late
    ]  # fmt: skip
    if not said:
        said = [
            speak.statement("control_current", _("No control document of these courses waits for its review."), "done")
        ]
    return Part(
        "reviews", speak.words(_("Control documents")), tuple(said), (), speak.how_counted(len(content.courses))
    )


def _due(course: CourseFacts) -> str:
    return review_due(course.control_signed, course.review_due)


def _is_due(course: CourseFacts, today: str) -> bool:
    due = _due(course)
    return bool(due) and due < today
