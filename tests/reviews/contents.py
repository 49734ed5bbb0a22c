"""What a run holds, made up: two areas, three courses, four parties, something to find in each. The same every time."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from mithaq.core.words import Bilingual
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Estimate, Report, Settings
from mithaq.evaluation.shares import Ratio, share
from mithaq.evaluation.tables import Table, make_table
from mithaq.reviews.runs.answered import ChoiceFacts, FairnessFacts, Late, Silent, Weighted
from mithaq.reviews.runs.content import (
    AreaFacts,
    Content,
    CourseFacts,
    Curve,
    Flow,
    GoalMoved,
    Heading,
    ItemFacts,
    Learned,
    Ledger,
    Need,
    ObjectiveFacts,
    OfferingFacts,
    PartyArea,
    PartyFacts,
    Reaction,
    Reliability,
    Said,
    Seats,
    Share,
    Transfer,
)

PARTIES = ("BHR", "KWT", "OMN", "QAT")
AREAS = {"RC-101": "cyber", "RC-102": "cyber", "RC-103": "energy"}
TRUE_GAIN = {"RC-101": 18.0, "RC-102": -2.0, "RC-103": 6.0}
SIZES = {"BHR": 7, "KWT": 16, "OMN": 3, "QAT": 11}  # in each course, over two offerings


@cache
def results_of(seed: int = 4) -> Table:
    """The results: RC-101 shows a benefit, RC-102 none that is worthwhile, of RC-103 too many are missing."""
    chance = np.random.default_rng(seed)
    columns: dict[str, list[object]] = {
        name: [] for name in ("course", "offering", "party", "person", "pre", "post", "max", "followup", "area")
    }
    for course, area in AREAS.items():
        for party, size in SIZES.items():
            for at in range(size):
                pre = float(np.clip(chance.normal(50, 10), 0, 100).round())
                post = float(np.clip(pre + chance.normal(TRUE_GAIN[course], 8), 0, 100).round())
                gone = course == "RC-103" and chance.random() < 0.5
                later = None if at % 2 else float(np.clip(post - 3, 0, 100))
                row = (
                    course,
                    f"{course}/{1 + at % 2}",
                    party,
                    f"{party}:N{at}",
                    pre,
                    None if gone else post,
                    100,
                    later,
                    area,
                )
                for name, value in zip(columns, row, strict=True):
                    columns[name].append(value)
    return make_table(columns)


def report_of(seed: int = 4) -> Report:
    """The report on those results, five points being worthwhile."""
    return evaluate(results_of(seed), Settings(worthwhile=5.0, agreed=True, seed=1))


def share_of(code: str, ar: str, en: str, count: int, n: int, asked: int) -> Share:
    """A share with Wilson's interval."""
    found = share(count, n, asked)
    return Share(code, Bilingual(ar, en), count, n, asked, found.estimate, found.low, found.high)


def content(seed: int = 4) -> Content:
    """The whole content."""
    report, table = report_of(seed), results_of(seed)
    return Content(
        report=report,
        courses=tuple(_course(report, code) for code in AREAS),
        offerings=tuple(_offering(report, at) for at in range(len(report.offerings))),
        parties=tuple(_party(party) for party in PARTIES),
        areas=(_area("cyber", ("RC-101", "RC-102"), table), _area("energy", ("RC-103",), table)),
        ledger=tuple(_ledger(party) for party in PARTIES),
    )


def _course(report: Report, code: str) -> CourseFacts:
    bad = code == "RC-102"
    told = next(one for one in report.courses if one.course == code)
    table = results_of()
    pairs = sorted(
        (float(pre), float(post))
        for course, pre, post in zip(table.course, table.pre, table.post, strict=True)
        if course == code and not np.isnan(post)
    )
    return CourseFacts(
        code=code,
        public_id=f"course{code[-3:]}aaaaaaaaaaaaa",
        title=Bilingual(f"دورة {code}", f"Course {code}"),
        centre="NATO-ICI-RC",
        areas=(AREAS[code],),
        levels=("L1", "L2", "L3"),
        asked=("L1", "L2", "L3") if code != "RC-103" else ("L2",),
        least_gain=None if code == "RC-103" else 5.0,
        standard=60.0,
        control_signed="2022-05-01" if bad else "2026-02-01",
        review_due="2025-05-01" if bad else "2029-02-01",
        objectives=_objectives(bad),
        items=_items(bad),
        reliability=Reliability(
            0.52 if bad else 0.81, 0.3 if bad else 0.72, 0.68 if bad else 0.88, 0.55 if bad else 0.82, 37, 6
        ),
        reaction=None if code == "RC-103" else _reaction(),
        transfer=None if code == "RC-103" else _transfer(bad),
        curve=Curve(20, 50.2, 60.1, 57.0),
        flow=Flow(52, 41, 39, told.flow.before, told.flow.after, told.flow.followup, 0 if code == "RC-103" else 14),
        seats=Seats(60 if bad else 44, 39),
        passed=share_of("passed", "اجتاز", "Passed", 21, max(21, told.flow.after), told.flow.enrolled),
        cost=120_000.0,
        currency="EUR",
        cost_per_point=Ratio(None, None, None, told.n, 0) if bad else Ratio(180.0, 140.0, 260.0, told.n, 0),
        pairs=tuple(pairs),
        demonstration=True,
    )


def _objectives(bad: bool) -> tuple[ObjectiveFacts, ...]:
    return (
        ObjectiveFacts(1, Bilingual("يقرأ السجل", "Reads a log"), "SDR 2025", 3, 37, 48.0, 66.0, Estimate(18.0, 12.0, 24.0), "learned"),
        ObjectiveFacts(
            2, Bilingual("يكتب التقرير", "Writes the report"), "", 3, 37, 50.0, 49.0 if bad else 58.0,
            Estimate(-1.0, -4.5, 2.5) if bad else Estimate(8.0, 2.0, 14.0), "not_learned" if bad else "not_yet_known",
        ),
        ObjectiveFacts(3, Bilingual("يقود الفريق", "Leads the team"), "", 0, 0, None, None, None, "not_tested"),
    )  # fmt: skip


def _items(bad: bool) -> tuple[ItemFacts, ...]:
    return tuple(
        ItemFacts(
            "A",
            at,
            Bilingual(f"سؤال {at}", f"Question {at}"),
            1 if at < 4 else 2,
            37,
            0.4,
            0.97 if at == 6 else 0.6,
            -0.12 if bad and at == 5 else 0.35,
            ("negative",) if bad and at == 5 else ("easy",) if at == 6 else (),
            _choices(takes_the_able=bad and at == 5),
            _fairness(bad, at),
        )
        for at in range(1, 7)
    )


def _choices(*, takes_the_able: bool) -> tuple[ChoiceFacts, ...]:
    """The right answer, one that some take, one that nobody does."""
    flags = ("takes_the_able",) if takes_the_able else ()
    return (
        ChoiceFacts(1, Bilingual("الصواب", "Right one"), True, 22, 22 / 37, 0.9, 0.3, ()),
        ChoiceFacts(2, Bilingual("المغري", "Tempting one"), False, 15, 15 / 37, 0.1, 0.7, flags),
        ChoiceFacts(3, Bilingual("البعيد", "Far one"), False, 0, 0.0, 0.0, 0.0, ("unused",)),
    )


def _fairness(bad: bool, at: int) -> FairnessFacts:
    """Of the bad course one item is of class C, one of B; of the others too few filled it in English."""
    if not bad:
        return FairnessFacts("too_few", (("ar", 31), ("en", 6)))
    people, alike = (("ar", 60), ("en", 55)), Estimate(1.1, 0.7, 1.8)
    if at == 2:
        return FairnessFacts("tested", people, Estimate(5.2, 2.2, 12.1), "C", "en")
    if at == 3:
        return FairnessFacts("tested", people, Estimate(0.5, 0.27, 0.93), "B", "ar")
    return FairnessFacts("not_told", people) if at == 6 else FairnessFacts("tested", people, alike, "A")


def _silent(code: str, words: Bilingual, *, differ: bool) -> Silent:
    late = Late(
        34, 0.9, 0.6 if differ else 0.85, Estimate(-0.3, -0.58, -0.02) if differ else Estimate(-0.05, -0.3, 0.2), differ
    )
    return Silent(code, words, late, Weighted(Estimate(0.72, 0.55, 0.84), 35, 39, 31.4, 3))


def _reaction() -> Reaction:
    return Reaction(
        39,
        35,
        (
            share_of("engaging", "مشوّقة", "Engaging", 30, 35, 39),
            share_of("relevant", "ذات صلة بالعمل", "Relevant to the work", 32, 35, 39),
            share_of("will_use", "سيستخدمها", "Will use it", 28, 35, 39),
        ),
        (_silent("will_use", Bilingual("سيستخدمها", "Will use it"), differ=True),),
    )


def _transfer(bad: bool) -> Transfer:
    applied = share_of("applied", "يطبّق", "Applies it", 6 if bad else 15, 20, 39)
    heard = share_of("applied", "يطبّق", "Applies it", 5 if bad else 11, 14, 39)
    barriers = (
        share_of("no_equipment", "لا توجد معدات", "No equipment", 10 if bad else 3, 20, 39),
        share_of("no_time", "لا يوجد وقت", "No time", 4, 20, 39),
    )
    silent = _silent("applied", Bilingual("يطبّق", "Applies it"), differ=False)
    return Transfer(Said(39, 20, applied, silent), Said(39, 14, heard), 0.46, 13, barriers)


def _offering(report: Report, at: int) -> OfferingFacts:
    told = report.offerings[at]
    number = told.offering[-1]
    within = report.within_sd
    return OfferingFacts(
        course=told.course, offering=told.offering, ref=f"ACT-2026-{at + 1:03}", begins=f"2026-0{number}-10",
        ends=f"2026-0{number}-14", seats=Seats(22, told.n), flow=Flow(26, 21, 20, 20, told.n, 9, 7), cost=60_000.0,
        currency="EUR", n=told.n, gain=told.own.estimate if told.own else None,
        variance=within**2 / told.n if within and told.n else None, df=100 if told.n else None,
    )  # fmt: skip


def _party(party: str) -> PartyFacts:
    n = SIZES[party]
    return PartyFacts(
        party=party,
        flow=Flow(3 * n + 6, 3 * n + 2, 3 * n, 3 * n, 3 * n - 2, n, n // 2),
        seats=Seats(4 * n, 3 * n),
        areas=(
            PartyArea("cyber", 2 * n, 8.0, Estimate(8.2, 4.0, 12.4)),
            PartyArea("energy", n - 2, 6.0, Estimate(6.5, -1.0, 14.0)),
        ),
        retention=Ratio(0.72, 0.5, 0.95, n, 2 * n),
        curve=Curve(n, 50.0, 58.0, 55.8),
        transfer=Transfer(Said(3 * n, n, share_of("applied", "يطبّق", "Applies it", n // 2, n, 3 * n)), Said(3 * n, 0, None), None, 0, ()),
        needs=(
            Need("cyber", Bilingual("تحليل السجلات", "Log analysis"), ("RC-101",)),
            Need("energy", Bilingual("حماية المنشآت", "Protection of plants"), ()),
        ),
        **COSTS.get(party, {}),
    )  # fmt: skip


COSTS: dict[str, dict[str, Any]] = {
    "BHR": {"cost": 30_000.0, "currency": "EUR", "no_cost": "", "cost_per_point": Ratio(178.6, 119.0, 357.1, 21, 0)},
    "KWT": {"cost": 60_000.0, "currency": "EUR", "no_cost": "", "cost_per_point": Ratio(None, None, None, 46, 2)},
    "OMN": {"cost": 9_000.0, "currency": "EUR", "no_cost": ""},
    "QAT": {"no_cost": "currencies"},
}


def _area(area: str, courses: tuple[str, ...], table: Table) -> AreaFacts:
    n = int(sum(code in courses and not np.isnan(post) for code, post in zip(table.course, table.post, strict=True)))
    one = len(courses)
    return AreaFacts(
        area=area,
        courses=courses,
        n=n,
        gain=Estimate(8.0, 5.5, 10.5),
        flow=Flow(52 * one, 41 * one, 39 * one, 37 * one, n, n // 2, 14),
        seats=Seats(50 * one, 39 * one),
        levels=(("L1", one - 1 or 1), ("L2", one), ("L3", one - 1), ("L4", 0)),
        headings=(
            Heading("relevance", one, 0, 0, 0),
            Heading("coherence", 0, 0, 0, one),
            Heading("effectiveness", int(area == "cyber"), int(area == "cyber"), 0, int(area != "cyber")),
            Heading("efficiency", one, 0, 0, 0),
            Heading("impact", 0, 0, one, 0),
            Heading("sustainability", 0, 0, one, 0),
        ),
        uncovered=(Need("energy", Bilingual("حماية المنشآت", "Protection of plants"), ()),) if area == "energy" else (),
    )


def _ledger(party: str) -> Ledger:
    n = SIZES[party]
    learned = Learned(3 * n - 2, Estimate(8.0, 4.0, 12.0), "benefit_shown" if n > 5 else "not_measurable")
    goals = (GoalMoved("goalaaaaaaaaaaaaaaaaaa", Bilingual("أمن الحدود", "Border security"), "moved", ("RC-101",)),)
    return Ledger(
        party, 4 * n, 3 * n, 3 * n - 3, learned, share_of("applied", "يطبّق", "Applies it", n // 2, n, 3 * n), goals
    )
