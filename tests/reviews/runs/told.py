"""All reports of one content, told to every reader in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, override

from mithaq.core.days import Language
from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Estimate
from mithaq.papers.plots.lettering import Lettering
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.plain import canonical
from mithaq.reviews.runs.released import (
    OTHERS,
    Cell,
    Column,
    PartContent,
    PartCourse,
    Released,
    ReleasedArea,
    ReleasedCourse,
    ReleasedParty,
    Table,
)
from mithaq.reviews.runs.telling.area import area_told
from mithaq.reviews.runs.telling.course import director
from mithaq.reviews.runs.telling.loading import for_area
from mithaq.reviews.runs.telling.overall import secretariat
from mithaq.reviews.runs.telling.party import ministry, own_of
from mithaq.reviews.runs.telling.release import own_part, released
from mithaq.reviews.runs.telling.shapes import Made, Told
from mithaq.reviews.runs.telling.speaker import Speaker

AREAS = {"cyber": Bilingual("الدفاع السيبراني", "Cyber defence"), "energy": Bilingual("أمن الطاقة", "Energy security")}
PARTIES = {"KWT": Bilingual("الكويت", "Kuwait"), "QAT": Bilingual("قطر", "Qatar")}


def speaker(content: Content, language: Language) -> Speaker:
    """Who tells it in this language; to be used while the language is switched on."""
    report = content.report
    made = Made(
        "EVR-2026-001", "2026-11-26", report.version, report.data_hash, report.settings.seed, demonstration=True
    )
    return Speaker(Lettering(language, gettext), made, PARTIES, AREAS, {one.code: one.title for one in content.courses})


def release(content: Content) -> Released:
    """What might be released of it: one party with a row of its own, one cell hidden and the one that protects it."""
    gain, hidden = Estimate(8.0, 5.5, 10.5), Cell(None, None)
    shown = Cell(32, gain)
    table = Table(("KWT", OTHERS), (Column("cyber", 2026), Column("energy", 2026)), ((shown, hidden), (Cell(42, gain), hidden)),
                  (Cell(40, gain), Cell(51, gain)), (Cell(74, gain), Cell(17, gain)), Cell(91, gain))  # fmt: skip
    courses = tuple(
        ReleasedCourse(
            facts.code, facts.title, facts.areas[0], Cell(told.n, gain), told.pooled, told.verdict.value, told.reasons,
            facts.asked, demonstration=True,
        )
        for facts, told in zip(content.courses, content.report.courses, strict=True)
    )  # fmt: skip
    hiding = ReleasedCourse(
        "RC-104", Bilingual("دورة رابعة", "A fourth"), "energy", hidden, None, "", (), (), demonstration=True
    )
    said = content.courses[0].transfer
    assert said is not None
    area = ReleasedArea(
        "cyber", (("benefit_shown", 1),), 1, 100, 78, (("nominated", 104), ("supervisor", None)), None,
        said.graduates.applied, said.supervisors.applied,
    )  # fmt: skip
    party = next(one for one in content.report.parties if one.party == "KWT")
    told_of = ReleasedParty("KWT", party.by_gain, party.at_same_start, party.sentence)
    return Released(
        "d" * 64, content.report.version, content.report.data_hash, 1, 5, table, (*courses, hiding), (area,), (told_of,), gain,
        told_apart=False, warnings=content.report.warnings, shown=0.5, demonstration=True,
    )  # fmt: skip


def part(content: Content, party: str) -> PartContent:
    """What a party gets of its own with that release."""
    facts = next(one for one in content.parties if one.party == party)
    ledger = next(one for one in content.ledger if one.party == party)
    course = content.courses[0]
    own = PartCourse(course.code, course.title, 16, Estimate(18.0, 12.0, 24.0))
    return PartContent(facts, ledger, (own,), None, demonstration=True)


def reports(content: Content, language: Language) -> Iterator[Told]:
    """Every report that can be told of a content."""
    with override(language):
        speak = speaker(content, language)
        yield secretariat(speak, content)
        for course in content.courses:
            yield director(speak, content, course.code)
        for party in content.parties:
            yield ministry(speak, own_of(content, party.party))
        for area in content.areas:
            yield area_told(speak, for_area(canonical(content), area.area), area.area)
        yield released(speak, release(content))
        yield ministry(speak, own_part(part(content, "KWT"), release(content), "KWT", "pre_post"))
