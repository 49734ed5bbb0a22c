"""Reports: made from verdicts alone, each part says how it is known, and none says what must not be said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from time import perf_counter

import numpy as np
import pypdfium2
import pytest
from django.utils.translation import override

from mithaq.core.days import Language
from mithaq.core.errors import Absent
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Estimate, Settings
from mithaq.evaluation.sentences import SENTENCES, sentence
from mithaq.evaluation.tables import make_table
from mithaq.papers.report import Figures, Heading, Paragraph
from mithaq.papers.typeset import pdf
from mithaq.reviews.runs.answered import FairnessFacts
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.plain import canonical, from_plain
from mithaq.reviews.runs.telling.course import applied_part, director
from mithaq.reviews.runs.telling.files import plain, rows_of
from mithaq.reviews.runs.telling.overall import secretariat
from mithaq.reviews.runs.telling.paper import paper_of
from mithaq.reviews.runs.telling.party import ministry, own_of
from mithaq.reviews.runs.telling.shapes import Part, Told
from tests.reviews import contents
from tests.reviews.runs.told import reports, speaker

BOTH = pytest.mark.parametrize("language", ["ar", "en"])
FORBIDDEN = {
    "en": (
        r"\bcaus(e|es|ed|ing|al)\b|\bbecause of\b|\bdue to\b|\bthanks to\b|\bled to\b|\bleads to\b|\bresult(s|ed)? in\b|\beffect of\b"
        r"|\bbest\b|\bworst\b|\bleague\b|\brank(s|ed|ing|ings)?\b|\bwinner\b|\bROI\b|\breturn on\b"
    ),
    "ar": r"بسبب|سبّب|تسبب|يسبب|سببها|سببه|أدى إلى|أدت إلى|يؤدي إلى|تؤدي إلى|بفضل|نتيجةً? ل|الأفضل|أفضل دولة|الأسوأ|الأولى على|دوري|تصنيف|العائد على",
}  # fmt: skip


@cache
def content() -> Content:
    """What all of these are told of."""
    return contents.content()


@cache
def told(language: Language) -> tuple[Told, ...]:
    """All reports, in this language."""
    return tuple(reports(content(), language))


def words(report: Told) -> Iterator[str]:
    """Everything a report says."""
    yield from (report.title, report.subtitle)
    for one in report.parts:
        yield from words_of(one)


def words_of(part: Part) -> Iterator[str]:
    """Everything a part of a report says."""
    yield part.title
    yield from (one.text for one in part.statements)
    yield from (word for pair in part.how for word in pair)
    for plot in part.plots:
        yield from (plot.title, plot.desc, *plot.legend, *(column.name for column in plot.columns))
        yield from (cell for row in plot.shown for cell in row)
        yield from re.findall(r"<text[^>]*>([^<]*)", plot.svg)


def part(report: Told, code: str) -> Part:
    """A part of a report."""
    return next(one for one in report.parts if one.code == code)


@BOTH
def test_no_report_claims_a_cause_ranks_or_prices(language: Language) -> None:
    """The expected rank, which is behind a click, is the one word of the kind."""
    for report in told(language):
        for one in report.parts:
            for said in words_of(one):
                kept = re.sub(r"expected ranks?", "", said) if one.code == "highest" else said
                assert not re.search(FORBIDDEN[language], kept, re.IGNORECASE), said


def test_every_sentence_there_is_keeps_to_that_too() -> None:
    for said in SENTENCES.values():
        assert not re.search(FORBIDDEN["en"], said, re.IGNORECASE), said


def test_every_word_of_a_report_is_translated() -> None:
    names = r"Question \d|Course RC|EVR|Mithaq|EUR|\b[A-Z]{3}\b|RC-\d{3}|SDR|omega|alpha|L\d|^n \d|[0-9a-f]{16}"
    for report in told("ar"):
        for said in words(report):
            latin = re.findall(r"[A-Za-z]{2,}", re.sub(names, "", said))
            assert not latin, said


@BOTH
def test_each_part_says_how_it_is_known(language: Language) -> None:
    for report in told(language):
        for one in report.parts:
            assert len(one.how) == 8, one.code
            assert all(name and value for name, value in one.how), one.code
            assert "EVR-2026-001" in dict(one.how).values()
            assert content().report.data_hash[:16] in dict(one.how).values()


def test_verdicts_lead_and_give_their_reasons() -> None:
    _secretariat, *courses = told("en")[:4]
    assert [one.verdict for one in courses] == ["benefit_shown", "no_worthwhile_benefit", "not_measurable"]
    said = [part(one, "gain").statements for one in courses]
    assert said[0][0].text.startswith("Benefit shown: the mean gain lies between")
    assert "above the 5 that count as worthwhile" in said[0][0].text
    assert [one.code for one in said[2][:2]] == ["not_measurable", "too_many_missing"]


def test_a_director_sees_everybody_and_no_course_that_is_not_in_the_run() -> None:
    (_secretariat, course, *_rest) = told("en")
    slope = part(course, "people").plots[0]
    assert len(slope.rows) == 1 + len(content().courses[0].pairs)
    with override("en"), pytest.raises(Absent):
        director(speaker(content(), "en"), content(), "RC-999")


def test_what_was_not_learned_not_tested_not_needed_is_said() -> None:
    bad = told("en")[2]
    said = {one.code: one.text for one in part(bad, "objectives").statements}
    assert said["objectives_not_learned"] == "Not learned: 2. Writes the report."
    assert said["objectives_not_tested"] == "Not tested by any item: 3. Leads the team."
    assert said["objectives_without_need"].endswith("2. Writes the report; 3. Leads the team.")
    assert {"negative_item", "reliability"} <= {one.code for one in part(bad, "items").statements}


def test_answers_that_do_not_work_are_named() -> None:
    good, bad = ({one.code: one.text for one in part(report, "items").statements} for report in told("en")[1:3])
    assert bad["takes_the_able"].startswith(
        "Item 5: those who know more take this wrong answer more often: “Tempting one”."
    )
    assert "takes_the_able" not in good
    assert "by item: 1 (1); 2 (1); 3 (1); 4 (1); 5 (1); 6 (1)." in good["unused_answers"]
    plot = part(told("en")[2], "items").plots[1]
    assert plot.kind == "choices"
    assert len(plot.rows) == 18
    assert [cell for row in plot.rows for cell in row if row[0] == "5"][8:16] == [
        "5", "Tempting one", "wrong answer", 15, 15 / 37, 0.1, 0.7, "those who know more take it",
    ]  # fmt: skip


def test_items_that_are_harder_in_one_language_are_named_and_so_is_why_none_was_looked_at() -> None:
    good, bad = ({one.code: one.text for one in part(report, "items").statements} for report in told("en")[1:3])
    assert bad["unfair_item"].startswith(
        "Item 2 is harder in English for people with the same score: the odds of a right answer are 5.2 times as high in the "
        "other language (between 2.2 and 12)."
    )
    assert bad["maybe_unfair_item"].startswith("Item 3 may be harder in Arabic")
    assert "are 2 times as high in the other language (between 1.1 and 3.7)" in bad["maybe_unfair_item"]
    assert good["languages_not_looked_at"] == (
        "Whether items are as hard in both languages was not looked at: at least 25 people in each language are needed "
        "(Arabic: 31; English: 6)."
    )
    drawn, bare = (part(report, "items").plots[2] for report in (told("en")[2], told("en")[1]))
    assert [column.name for column in drawn.columns][2:4] == ["Arabic", "English"]
    assert [row[4] for row in drawn.rows] == [1.1, 5.2, 0.5, 1.1, 1.1, None]
    assert drawn.shown[1][4:] == ("5.2", "2.2", "12.1", "C: not to be used before somebody looked", "English")
    assert (bare.drawn, bare.rows, bare.desc) == (False, (), good["languages_not_looked_at"])


def test_both_languages_alike_is_said_with_how_many_looked() -> None:
    made = content()
    alike = FairnessFacts("tested", (("ar", 60), ("en", 55)), Estimate(1.1, 0.7, 1.8), "A")
    items = tuple(replace(one, fairness=alike) for one in made.courses[0].items)
    with override("en"):
        report = director(
            speaker(made, "en"), replace(made, courses=(replace(made.courses[0], items=items),)), "RC-101"
        )
    (said,) = [one.text for one in part(report, "items").statements if "lang" in one.code]
    assert "(Arabic: 60; English: 55)" in said


def test_what_the_silent_may_change_stands_beside_what_was_said() -> None:
    said = part(told("en")[1], "reaction").statements
    assert [one.code for one in said] == ["will_use", "late_answers_differ", "weighted"]
    assert said[1].text.startswith("Of those who answered last 60% say so, of those who answered first 90%.")
    assert said[2].text.endswith("it is 72% of all 39 who were asked (between 55% and 84%).")
    applied = part(told("en")[1], "transfer")
    assert {"late_answers_alike", "weighted"} <= {one.code for one in applied.statements}
    assert applied.plots[-1].kind == "silence"
    assert [row[0] for row in applied.plots[-1].rows] == ["graduates"]
    assert part(told("en")[1], "reaction").plots[-1].rows[0][2:5] == (34, 0.9, 0.6)


def test_the_silence_of_supervisors_is_said_as_theirs() -> None:
    made = content()
    found = made.courses[0].transfer
    assert found is not None
    assert found.graduates.silent is not None
    late = replace(found.graduates.silent.late, differ=True) if found.graduates.silent.late else None
    theirs = replace(found.supervisors, silent=replace(found.graduates.silent, late=late))
    with override("en"):
        said = applied_part(speaker(made, "en"), replace(found, supervisors=theirs)).statements
    codes = [one.code for one in said]
    assert codes.index("weighted") < codes.index("supervisors_late_answers_differ")
    texts = {one.code: one.text for one in said}
    assert texts["supervisors_late_answers_differ"].startswith("Of the supervisors who answered last ")
    assert texts["supervisors_weighted"].startswith(
        "If the supervisors who are silent are like the others of their party"
    )


def test_nobody_else_is_told_of_the_silent() -> None:
    for report in told("en"):
        if report.reader != "director":
            assert not any(
                plot.kind in ("silence", "choices", "fairness") for one in report.parts for plot in one.plots
            )


def test_a_cost_that_is_not_defined_is_no_number() -> None:
    good, bad = (part(report, "gain") for report in told("en")[1:3])
    assert any(one.code == "cost" for one in good.statements)
    (said,) = [one.text for one in bad.statements if one.code.startswith("cost")]
    assert not re.search(r"\d", said)


def test_the_two_sides_of_the_transfer_are_never_averaged() -> None:
    both = part(told("en")[1], "transfer").plots[0]
    shares = content().courses[0].transfer
    assert shares is not None
    assert [row[4] for row in both.rows] == [
        side.applied.estimate for side in (shares.graduates, shares.supervisors) if side.applied
    ]


def test_chances_stand_behind_a_click_with_the_sentence() -> None:
    found = part(told("en")[0], "highest")
    assert found.folded
    assert [one.text for one in found.statements] == ["These parties cannot be told apart."]
    rows = found.plots[0].rows
    parties_of = sorted(content().report.parties, key=lambda one: str(one.party))
    assert [row[1] for row in rows] == [one.p_best for one in parties_of]
    assert [row[2] for row in rows] == [one.expected_rank for one in parties_of], "1 is the highest gain"
    assert all(isinstance(row[2], float) and 1 <= row[2] <= len(rows) for row in rows)
    names = [str(row[0]) for row in rows]
    assert names == sorted(names), "never in the order of ranks"
    sure = content()
    parties = tuple(replace(one, p_best=0.95 if one.party == "KWT" else 0.01) for one in sure.report.parties)
    told_apart = replace(sure, report=replace(sure.report, parties=parties, told_apart=True))
    with override("en"):
        assert part(secretariat(speaker(sure, "en"), told_apart), "highest").statements == ()


@BOTH
def test_nothing_else_tells_of_chances(language: Language) -> None:
    for report in told(language):
        for one in report.parts:
            assert one.folded == (one.code == "highest")
    with override(language):
        speak, report = speaker(content(), language), told(language)[0]
        paper = paper_of(speak, report, "")
        shown = [plot for one in report.parts if not one.folded for plot in one.plots if plot.drawn]
        drawn = [one.drawing for block in paper.blocks if isinstance(block, Figures) for one in block.items]
        assert drawn == [plot.file for plot in shown], "a paper cannot fold anything away"
        at = paper.blocks.index(Heading(part(report, "highest").title))
    assert isinstance(paper.blocks[at + 1], Paragraph)
    assert isinstance(paper.blocks[at + 2], Heading)
    sheet = [row for row in rows_of(report) if row[:2] == ("highest", "highest")]
    assert [row[4] for row in sheet if row[2] == 1] == list(part(report, "highest").plots[0].rows[0])
    machine = next(one for one in plain(report)["parts"] if one["code"] == "highest")
    assert len(machine["plots"][0]["columns"]) == len(machine["plots"][0]["rows"][0]) == 3
    assert [one["code"] for one in machine["statements"]] == ["not_told_apart"]


def test_a_run_from_before_there_were_ranks_opens_without_them() -> None:
    old = json.loads(canonical(content()))
    for one in old["report"]["parties"]:
        del one["expected_rank"]
    kept = from_plain(Content, old)
    assert [one.expected_rank for one in kept.report.parties] == [None] * len(kept.report.parties)
    with override("en"):
        plot = part(secretariat(speaker(kept, "en"), kept), "highest").plots[0]
    assert plot.rows[0][2] is None
    assert "expected rank" not in plot.marks


def test_rows_stand_by_their_names_never_by_their_gains() -> None:
    for plot in [*part(told("en")[0], "courses").plots, *part(told("en")[0], "parties").plots]:
        names = [str(row[0]) for row in plot.rows]
        assert names == sorted(names), plot.kind


def test_overdue_control_documents_and_needs_without_a_course_are_named() -> None:
    report = told("en")[0]
    assert [one.text for one in part(report, "reviews").statements] == [
        "The control documents of Course RC-102 (RC-102) were to be looked at again by 1 May 2025."
    ]
    assert [one.code for one in part(report, "uncovered").statements] == ["need_without_course"]


def test_a_ministry_reads_of_its_own_people_alone() -> None:
    with override("en"):
        for report in told("en")[4:8]:
            mine = report.title.removeprefix("What the people of ").removesuffix(" gained")
            others = {"BHR", "Kuwait", "OMN", "Qatar"} - {mine}
            assert not any(other in said for said in words(report) for other in others)


def test_goals_are_told_by_the_names_of_the_courses_that_serve_them() -> None:
    with override("en"):
        said = [one.text for one in part(told("en")[4], "ledger").statements if one.code == "ledger_goal"]
        assert said == ["Its joint goal “Border security”: goal moved. It is served by: Course RC-101 (RC-101)."]
        nameless = replace(speaker(content(), "en"), courses={})
        (own,) = (
            one.text
            for one in ministry(nameless, own_of(content(), "KWT")).parts[0].statements
            if one.code == "ledger_goal"
        )
        assert own.endswith("It is served by: RC-101.")


def test_what_is_hidden_in_a_release_is_withheld_never_nought() -> None:
    report = told("en")[-2]
    assert report.reader == "release"
    table = part(report, "table").plots[0].shown
    assert [row[2] for row in table] == ["withheld", "withheld", "17 people, 8 (between 5.5 and 10.5)"]
    assert [row[0] for row in table] == ["Kuwait", "other parties", "together"]
    hidden = part(report, "courses").plots[-1].shown[-1]
    assert hidden[1:] == ("withheld", "withheld", "withheld")
    assert ("Cyber defence", "spoken of by a supervisor", "withheld") in part(report, "areas").plots[1].shown
    assert not any(one.code == "highest" for one in report.parts)


def test_a_part_of_a_release_is_told_to_its_ministry() -> None:
    report = told("en")[-1]
    assert report.title == "What the people of Kuwait gained"
    assert [plot.kind for plot in part(report, "areas").plots] == ["forest", "forest"]
    assert not part(report, "difference").plots[0].drawn


def lord() -> Content:
    """Two parties of which one was chosen by the test before, as Lord's trap has it."""
    chance = np.random.default_rng(5)
    columns: dict[str, list[object]] = {
        name: [] for name in ("course", "offering", "party", "person", "pre", "post", "max")
    }
    for course in ("RC-101", "RC-102", "RC-103"):
        for party, middle in (("KWT", 40.0), ("QAT", 62.0)):
            for at in range(40):
                skill = chance.normal(middle, 8)
                pre, post = skill + chance.normal(0, 7), 52 + 0.3 * (skill - 52) + chance.normal(6, 6)
                row = (
                    course,
                    f"{course}/1",
                    party,
                    f"{party}{course}{at}",
                    *(float(np.clip(one, 0, 100)) for one in (pre, post)),
                    100,
                )
                for name, value in zip(columns, row, strict=True):
                    columns[name].append(value)
    return replace(content(), report=evaluate(make_table(columns), Settings(worthwhile=5.0, agreed=True)))


@BOTH
def test_where_the_two_answers_differ_both_are_told_and_which_holds(language: Language) -> None:
    made = lord()
    with override(language):
        report = secretariat(speaker(made, language), made)
    codes = [one.code for one in part(report, "overall").statements]
    assert "answers_differ" in codes
    assert codes[codes.index("answers_differ") + 1] in ("neither_settled", "ancova_applies", "gain_applies")
    by_gain, same = part(report, "parties").plots
    assert by_gain.title != same.title
    assert [row[0] for row in by_gain.rows] == [row[0] for row in same.rows]
    assert [row[3] for row in by_gain.rows] != [row[3] for row in same.rows]


def test_flags_and_tipping_points_stand_beside_the_verdict() -> None:
    report = content().report
    course = report.courses[0]
    warned = replace(course, warnings=(
        sentence("near_ceiling", post="18%", pre="82%"), sentence("drop_out", share="25%"), sentence("tips", points=-12.5),
    ))  # fmt: skip
    changed = replace(content(), report=replace(report, courses=(warned, *report.courses[1:])))
    with override("en"):
        said = part(director(speaker(content(), "en"), changed, course.course), "gain").statements
    assert {"near_ceiling", "drop_out", "tips"} <= {one.code for one in said}
    assert "gained −12.5 points less" in next(one.text for one in said if one.code == "tips")


@BOTH
def test_files_say_the_same(language: Language) -> None:
    for report in told(language)[:2]:
        machine = json.loads(json.dumps(plain(report)))
        assert [one["code"] for one in machine["parts"]] == [one.code for one in report.parts]
        rows = list(rows_of(report))
        assert {len(row) for row in rows} == {5}
        sentences = [row[4] for row in rows if row[1] == "sentence"]
        assert sentences == [one.text for part in report.parts for one in part.statements]
        with override(language):
            speak = speaker(content(), language)
            made = pdf(paper_of(speak, report, "Restricted"))
            assert made == pdf(paper_of(speak, report, "Restricted"))
        assert len(pypdfium2.PdfDocument(made)) > 3


def test_a_content_with_nothing_in_it_is_told_without_fault() -> None:
    empty = evaluate(make_table({name: ["x"] if name != "max" else [10] for name in ("course", "offering", "party", "person", "max")}
                                | {"pre": [None], "post": [None]}))  # fmt: skip
    bare = Content(empty, (), (), (), (), ())
    with override("en"):
        assert secretariat(speaker(bare, "en"), bare).parts
        assert list(words(secretariat(speaker(bare, "en"), bare)))
    with pytest.raises(Absent):
        own_of(bare, "KWT")


def test_one_report_of_one_course_takes_little() -> None:
    with override("ar"):
        speak, made = speaker(content(), "ar"), content()
        begun = perf_counter()
        director(speak, made, "RC-101")
        assert perf_counter() - begun < 0.5


def test_the_same_content_is_told_the_same() -> None:
    assert [plain(one) for one in reports(content(), "en")] == [plain(one) for one in reports(content(), "en")]
    assert all(first != second for first, second in pairwise(told("en")))


def test_a_line_of_what_is_worthwhile_is_drawn_over_courses_only_where_it_is_the_same_for_all() -> None:
    drawn = part(told("en")[0], "courses").plots[1]
    assert 'class="target"' in drawn.svg  # five for all three
    courses = content().courses
    apart = replace(content(), courses=(replace(courses[0], least_gain=12.0), *courses[1:]))
    with override("en"):
        assert 'class="target"' not in part(secretariat(speaker(apart, "en"), apart), "courses").plots[1].svg


def test_a_gain_that_was_agreed_for_every_course_needs_no_warning() -> None:
    unagreed = replace(content().report, warnings=(sentence("no_worthwhile_gain"),))
    some = replace(content(), report=unagreed)
    every, nobody = (
        replace(some, courses=tuple(replace(one, least_gain=gain) for one in some.courses)) for gain in (5.0, None)
    )
    with override("en"):
        codes = [
            [one.code for one in part(secretariat(speaker(made, "en"), made), "overall").statements]
            for made in (nobody, every)
        ]
    assert [one.count("no_worthwhile_gain") for one in codes] == [1, 0]
