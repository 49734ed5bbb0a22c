"""Each reader's part: the sentences and the tables of what stands open on a day, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.papers.plots.drawing import Plot
from mithaq.register.training.reads import ExpiringShown
from mithaq.reviews.findings.reads.stands import AreaStands, CourseStands, PartyStands, Standing, together
from mithaq.reviews.findings.telling import tables
from mithaq.reviews.findings.telling.sentences import (
    actions_said,
    course_expiring_said,
    expiring_said,
    findings_said,
    held_said,
    needs_said,
    questions_said,
    waiting_said,
)
from mithaq.reviews.runs.telling.shapes import Pairs, Part, Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _

TODAY = "today"
"""The code of the part."""


def party_today(speak: Speaker, stands: PartyStands, expiring: Sequence[ExpiringShown] = ()) -> Part:
    """The open actions of a party that came of findings, what was put to it and waits, its certificates that expire."""
    said = (
        *actions_said(speak, stands.counts),
        *waiting_said(speak, stands.waiting),
        *expiring_said(speak, expiring),
    )
    plots = (
        tables.actions(speak, stands.actions), tables.waiting(speak, stands.waiting), tables.expiring(speak, expiring),
    )  # fmt: skip
    return _part(speak, stands.as_of, said, plots)


def course_today(speak: Speaker, stands: CourseStands, expiring: tuple[int, int] | None = None) -> Part:
    """The open findings about a course with what each waits for, what is done about them, the questions that wait, what holds its
    next run; and, where that may be told, how many of its certificates expire and did (`expiring`)."""
    said = (
        held_said(speak, stands),
        *findings_said(speak, stands.found),
        *actions_said(speak, stands.counts),
        questions_said(speak, stands.waiting),
        *(course_expiring_said(speak, *expiring) if expiring else ()),
    )
    plots = (
        tables.findings(speak, stands.findings), tables.actions(speak, stands.actions, owned=True),
        tables.questions(speak, stands.waiting),
    )  # fmt: skip
    return _part(speak, stands.as_of, said, plots)


def area_today(speak: Speaker, stands: AreaStands) -> Part:
    """The findings about the courses of an area and what is done about them, by course, and needs without a course."""
    done, found = together(stands.courses)
    said = (*actions_said(speak, done), *findings_said(speak, found), *needs_said(speak, stands.needs))
    plots = (
        tables.by_course(speak, stands.courses), tables.findings(speak, stands.findings, several=True),
        tables.actions(speak, stands.actions, owned=True), tables.needs(speak, stands.needs),
    )  # fmt: skip
    return _part(speak, stands.as_of, said, plots)


def standing_today(speak: Speaker, standing: Standing) -> Part:
    """The actions that came of findings and the findings themselves, counted by centre and together."""
    found = standing.together
    said = (*actions_said(speak, found.actions), *findings_said(speak, found.findings))
    return _part(speak, standing.as_of, said, tables.by_centre(speak, standing))


def _part(speak: Speaker, as_of: str, said: tuple[Statement, ...], plots: tuple[Plot, ...]) -> Part:
    title = speak.words(_("What stands open on %(day)s"), day=speak.day(as_of))
    return Part(TODAY, title, said, tuple(plot for plot in plots if plot.rows), _how(speak, as_of))


def _how(speak: Speaker, as_of: str) -> Pairs:
    return (
        (speak.words(_("As of")), speak.day(as_of)),
        (speak.words(_("How it was counted")), speak.words(_("in the records of that day, as far as the reader may see them"))),
        (speak.words(_("The run")), speak.words(_("not part of %(run)s, which is frozen"), run=speak.made.ref)),
        (
            speak.words(_("What counts as worked")),
            speak.words(_("what was done, and a later run measured to be better than before, chance allowed for")),
        ),
    )  # fmt: skip
