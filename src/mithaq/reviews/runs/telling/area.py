"""The report on one area, for the secretariat and the centre: its courses, the people of each party in it, what no course serves."""

from __future__ import annotations

from mithaq.core.errors import Absent
from mithaq.papers.plots import forest, shares
from mithaq.reviews.runs.content import AreaFacts, Content
from mithaq.reviews.runs.telling.overall import (
    counted_verdicts,
    courses_part,
    evidence_part,
    headings_part,
    missing_part,
    reviews_part,
)
from mithaq.reviews.runs.telling.party import needs_part
from mithaq.reviews.runs.telling.shapes import Part, Told
from mithaq.reviews.runs.telling.speaker import Speaker, _


def area_told(speak: Speaker, content: Content, code: str) -> Told:
    """What is read of one area. Raises `Absent` where the run does not have it."""
    facts = next((one for one in content.areas if one.area == code), None)
    if facts is None:
        raise Absent(_("This area is not in the run."))
    parts = (
        _gained(speak, content, facts), headings_part(speak, content), courses_part(speak, content),
        _parties(speak, content, code), _people(speak, facts), evidence_part(speak, content), missing_part(speak, content),
        reviews_part(speak, content), needs_part(speak, facts.uncovered, "uncovered"),
    )  # fmt: skip
    title = speak.words(_("What was gained in an area: %(area)s"), area=speak.area(code))
    subtitle = speak.words(
        _("Run %(run)s: %(courses)s courses, %(people)s people"), run=speak.made.ref,
        courses=speak.letters.number(len(facts.courses)), people=speak.letters.number(facts.flow.attended),
    )  # fmt: skip
    return Told("secretariat", speak.letters.language, title, subtitle, "", parts, speak.made)


def _gained(speak: Speaker, content: Content, facts: AreaFacts) -> Part:
    said = counted_verdicts(speak, content.report)
    if facts.gain is not None:
        text = _("The mean gain of the %(n)s people with both tests: %(gain)s points of 100.")
        n, gain = speak.letters.number(facts.n), speak.letters.interval(facts.gain)
        said.append(speak.statement("area_mean", text, n=n, gain=gain))
    how = speak.how_overall(content.report)
    return Part("gain", speak.words(_("What was gained")), tuple(said), (), how)


def _parties(speak: Speaker, content: Content, code: str) -> Part:
    """The people of each party here, by the codes of the parties: no order of merit."""
    rows = [
        forest.Row(speak.party(party.party), one.raw, one.pooled, one.n)
        for party in content.parties
        for one in party.areas
        if one.area == code
    ]
    plot = forest.forest(speak.letters, rows, title=speak.words(_("Mean gain of the people of each party")))
    how = speak.how_overall(content.report)
    return Part("parties", speak.words(_("The people of each party")), (), (plot,), how)


def _people(speak: Speaker, facts: AreaFacts) -> Part:
    seats = [(speak.area(facts.area), facts.seats.offered, facts.seats.used)]
    plots = (shares.flow(speak.letters, speak.steps(facts.flow)), shares.seats(speak.letters, seats))
    title = speak.words(_("Who was there, and what became of the seats"))
    return Part("flow", title, (), plots, speak.how_counted(facts.flow.nominated))
