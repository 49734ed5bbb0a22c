"""What stands open today, told in both languages: made from what was read, and no word that must not be said."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.utils.translation import override

from mithaq.access.shapes import Seen
from mithaq.core.days import Language
from mithaq.core.words import Bilingual
from mithaq.register.training.reads import ExpiringShown
from mithaq.register.training.reads.naming import CourseNamed
from mithaq.register.training.reads.shapes import CourseRow
from mithaq.reviews.findings.reads import AskedRow, AskedShown, FindingRow
from mithaq.reviews.findings.reads.stands import (
    ActionCounts,
    ActionStands,
    AreaStands,
    CentreStands,
    CourseCounts,
    CourseStands,
    FindingCounts,
    FindingStands,
    PartyStands,
    Standing,
)
from mithaq.reviews.findings.telling import area_today, course_today, party_today, standing_today
from mithaq.reviews.runs.telling.files import rows_of
from mithaq.reviews.runs.telling.shapes import Part, Told
from tests.reviews.contents import content
from tests.reviews.runs.test_telling import BOTH, FORBIDDEN, words
from tests.reviews.runs.told import speaker

SEEN = Seen("RESTRICTED", ("KWT", "SEC"))
NOBODY = Bilingual("", "")


def action(number: int, late: int = 0, outcome: str = "not_yet_known") -> ActionStands:
    """An open action of Kuwait."""
    title, said = Bilingual(f"إجراء {number}", f"Action {number}"), Bilingual("لا يُعرف", "Not known")
    return ActionStands(
        f"a{number}", f"A-{number}", title, "KWT", "2026-10-01", late, "under_way", 40, "7.5", outcome, said, "q", "TF-1",
        None, "RC-101", SEEN,
    )  # fmt: skip


def question(late: int) -> AskedRow:
    """Something that was put to Kuwait in words."""
    asked = AskedShown(
        "q", "KWT", NOBODY, "2026-09-01T08:00:00", "2026-10-01", "", "", "", NOBODY, "", "", (), (), 1, SEEN
    )  # fmt: skip
    said = Bilingual("يسأل التقييم عن الاختبار.", "An evaluation asks about the test.")
    return AskedRow("TF-2", "ceiling", None, "RC-102", said, late, "", asked, demonstration=False, seen=SEEN)


def certificate(days: int) -> ExpiringShown:
    """A certificate of one of Kuwait's people."""
    title = Bilingual("دورة", "Course")
    course = CourseRow("id", "RC-101", "", title, "", (), None, "", (), None, "", demonstration=False, seen=SEEN)
    name = Bilingual("سالم", "Somebody")
    return ExpiringShown("c", "n", "A-9/KWT-2", "KWT", name, course, "2027-01-01", days, None, (), SEEN)


BUSY = PartyStands(
    "KWT",
    "2026-11-26",
    (action(1, 56, "did_not"), action(2)),
    ActionCounts(2, 1, 1, 2, 3),
    (question(56), question(0)),
    SEEN,
)
IDLE = PartyStands("KWT", "2026-11-26", (), ActionCounts(), (), Seen("PUBLIC", ()))
ROW = FindingRow(
    "f", "TF-3", "ceiling", "medium", "acting", None, "RC-101", "KWT", Bilingual("الاختبار سهل.", "The test is too easy."),
    "2026-09-01", "2026-10-01", 0, demonstration=False, seen=SEEN,
)  # fmt: skip
OPEN = tuple(
    FindingStands(replace(ROW, state=state, late=late), waits, party, day, held)
    for state, late, waits, party, day, held in (
        ("open", 56, "answer", "KWT", "2026-10-01", True),
        ("open", 0, "answer", "", "2026-12-01", False),
        ("answered", 0, "plan", "", "", False),
        ("acting", 0, "action", "KWT", "2026-12-24", False),
        ("acting", 0, "measurement", "", "", False),
        ("annual", 0, "review", "", "", False),
    )
)
NAMED = CourseNamed("c", "RC-101", Bilingual("دورة", "Course"))
COURSE = CourseStands(
    NAMED, "KWT", "2026-11-26", OPEN, FindingCounts(6, 1), (action(1, 56), action(2)), ActionCounts(2, 1, 1, 2, 3),
    (question(56),), True, SEEN,
)  # fmt: skip
CALM = CourseStands(NAMED, "KWT", "2026-11-26", (), FindingCounts(), (), ActionCounts(), (), False, SEEN)
NEED = replace(
    ROW, trigger="need_without_course", code="", statement=Bilingual("لا دورة.", "No course serves this need.")
)
AREA = AreaStands(
    "energy", "2026-11-26", (CourseCounts(NAMED, ActionCounts(2, 1, 1, 2, 3), FindingCounts(6, 1)),) * 2, OPEN,
    (action(1, 56),), (NEED,), SEEN,
)  # fmt: skip
COUNTS = CentreStands("KWT", ActionCounts(4, 1, 2, 1, 3), FindingCounts(5, 2))
ALL = Standing("2026-11-26", (COUNTS, replace(COUNTS, centre="")), replace(COUNTS, centre=""), SEEN)


def parts(language: Language) -> list[Part]:
    """All that can be told of them."""
    speak = speaker(content(), language)
    with override(language):
        return [
            party_today(speak, BUSY, (certificate(40), certificate(-3))), party_today(speak, IDLE), standing_today(speak, ALL),
            standing_today(speak, replace(ALL, centres=(), together=CentreStands("", ActionCounts(), FindingCounts()))),
            course_today(speak, COURSE, (40, 2)), course_today(speak, CALM), area_today(speak, AREA),
        ]  # fmt: skip


def report(language: Language) -> Told:
    """They as one report."""
    return Told("ministry", language, "", "", "", tuple(parts(language)), speaker(content(), language).made)


@BOTH
def test_no_sentence_claims_a_cause_or_ranks(language: Language) -> None:
    for said in words(report(language)):
        assert not re.search(FORBIDDEN[language], said, re.IGNORECASE), said


def test_every_word_is_translated() -> None:
    for said in words(report("ar")):
        assert not re.findall(r"[A-Za-z]{2,}", re.sub(r"EVR|RC-\d{3}|TF-\d|KWT-\d", "", said)), said


@BOTH
def test_each_part_says_of_which_day_it_is_and_that_the_run_does_not_hold_it(language: Language) -> None:
    for one in parts(language):
        told = " ".join(value for _name, value in one.how)
        assert "2026" in one.title
        assert "EVR-2026-001" in told
        assert ("not part of EVR" if language == "en" else "ليس جزءاً من") in told


def test_what_stands_open_is_counted_and_listed() -> None:
    busy, idle, *_rest = parts("en")
    assert [one.text for one in busy.statements] == [
        "Open actions that came of findings: 2, of which past their day: 1.",
        "Closed actions: Worked, as measured again: 1; Closed and not proved: 3; Did not work, as measured again: 2.",
        "Put to it and not answered yet: 2, of which past their day: 1.",
        "Certificates of its people that expire within half a year, and no newer one is held: 1.",
        "Certificates of its people that expired in the last half year, and no newer one is held: 1.",
    ]
    assert [one.tone for one in busy.statements] == ["late", "none", "late", "wait", "late"]
    assert [one.tone for one in idle.statements] == ["done", "done"]
    actions, waiting, expiring = busy.plots
    assert actions.rows[0] == ("A-1: Action 1", "RC-101", "1 October 2026", 56, "Under way (40%)", 7.5, "Did not work")
    assert waiting.rows[0] == (
        "TF-2: An evaluation asks about the test.",
        "RC-102",
        "1 September 2026",
        "1 October 2026",
        56,
    )
    assert expiring.rows[0] == ("A-9/KWT-2", "RC-101 Course", "1 January 2027")
    assert idle.plots == ()


@BOTH
def test_no_name_of_a_person_is_in_a_report(language: Language) -> None:
    assert not any(name in said for said in words(report(language)) for name in ("Somebody", "سالم"))


def test_centres_stand_by_themselves_and_together() -> None:
    found, nothing = parts("en")[2:4]
    actions, findings = found.plots
    assert actions.rows == (("Kuwait", 4, 1, 2, 3, 1), ("of no centre", 4, 1, 2, 3, 1), ("together", 4, 1, 2, 3, 1))
    assert findings.rows[-1] == ("together", 5, 2)
    assert [one.text for one in found.statements][-1] == (
        "Findings not settled: 5, of which taken further up for being overdue: 2."
    )
    assert nothing.plots == ()


@pytest.mark.parametrize("at", [0, 2, 4, 6])
def test_the_sheet_has_every_number_of_it(at: int) -> None:
    one = parts("en")[at]
    rows = list(rows_of(replace(report("en"), parts=(one,))))
    assert {row[0] for row in rows} == {"today"}
    cells = [row[4] for row in rows if row[1] in {plot.kind for plot in one.plots}]
    assert cells == [cell for plot in one.plots for row in plot.rows for cell in row]


def test_a_course_says_what_each_finding_waits_for_and_what_holds_it() -> None:
    busy, calm, _area = parts("en")[4:]
    assert [one.text for one in busy.statements] == [
        "The next run of this course is held back until its centre has answered: TF-3.",
        "Findings not settled: 6, of which taken further up for being overdue: 1.",
        "Open actions that came of findings: 2, of which past their day: 1.",
        "Closed actions: Worked, as measured again: 1; Closed and not proved: 3; Did not work, as measured again: 2.",
        "Questions about the course that are not answered: 1, of which past their day: 1.",
        "Certificates of the course that expire within half a year, and no newer one is held: 40.",
        "Certificates of the course that expired in the last half year, and no newer one is held: 2.",
    ]
    findings, actions, questions = busy.plots
    assert [row[3] for row in findings.rows] == [
        "the answer of Kuwait by 1 October 2026",
        "an answer by 1 December 2026",
        "what is done about it, or that it is closed",
        "what Kuwait does by 24 December 2026",
        "the next measurement, or that it is closed",
        "the annual review",
    ]
    assert findings.rows[0] == (
        "TF-3: The test is too easy.", "Medium", "1 September 2026", findings.rows[0][3], 56, "yes",
    )  # fmt: skip
    assert actions.rows[0][:4] == ("A-1: Action 1", "Kuwait", "RC-101", "1 October 2026")
    assert questions.rows[0][1] == "Kuwait"
    assert [one.tone for one in calm.statements] == ["done"] * 4
    assert calm.plots == ()


def test_an_area_stands_by_course_and_with_its_needs() -> None:
    area = parts("en")[6]
    assert [one.text for one in area.statements][-1] == "Needs that no course serves: 1."
    assert area.statements[0].text == "Open actions that came of findings: 4, of which past their day: 2."
    courses, findings, actions, needs = area.plots
    assert courses.rows[0] == ("RC-101 Course", 6, 1, 2, 1, 1, 3, 2)
    assert findings.rows[0][1] == "RC-101"
    assert actions.rows[0][1] == "Kuwait"
    assert needs.rows == (("TF-3: No course serves this need.", "1 September 2026"),)
