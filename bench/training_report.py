"""Reports of a large run: how long one takes, from the content as it is kept to the page and to the PDF.

700 courses, 10,000 offerings, 40 parties, 180,000 enrolments; the course that is told has 260 people.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import django
import numpy as np

from bench.figure import Figure
from mithaq.core.words import Bilingual
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Settings
from mithaq.evaluation.tables import make_table
from mithaq.papers.plots.lettering import Lettering
from mithaq.papers.typeset import pdf
from mithaq.reviews.runs.content import (
    Content,
    CourseFacts,
    Curve,
    Flow,
    ItemFacts,
    ObjectiveFacts,
    PartyFacts,
    Reaction,
    Reliability,
    Said,
    Seats,
    Share,
    Transfer,
)
from mithaq.reviews.runs.plain import canonical
from mithaq.reviews.runs.telling.course import director
from mithaq.reviews.runs.telling.loading import for_all, for_course, for_party
from mithaq.reviews.runs.telling.overall import secretariat
from mithaq.reviews.runs.telling.paper import paper_of
from mithaq.reviews.runs.telling.party import ministry, own_of
from mithaq.reviews.runs.telling.shapes import Made, Told
from mithaq.reviews.runs.telling.speaker import Speaker

COURSES, OFFERINGS, PARTIES, PEOPLE, ITEMS = 700, 10_000, 40, 260, 40


def figures() -> Iterator[Figure]:
    """One course of a large run as page and PDF; a party of it; the whole of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mithaq.config.settings")
    django.setup()
    from django.utils.translation import override  # noqa: PLC0415  after the settings

    text = canonical(_content())
    with override("ar"):
        speak = _speaker()
        told = director(speak, for_course(text, "C007"), "C007")  # catalogue and fonts are loaded once a process
        _markup(told)
        page = _seconds(lambda: _markup(director(speak, for_course(text, "C007"), "C007")))
        paper = _seconds(lambda: pdf(paper_of(speak, told, "")))
        party = _seconds(lambda: _markup(ministry(speak, own_of(for_party(text, "P07"), "P07"))))
        whole = _seconds(lambda: _markup(secretariat(speak, for_all(text))))
    yield Figure("training.course_report", page, "s", goal=1, at_most=True)
    yield Figure("training.course_report_pdf", paper, "s")
    yield Figure("training.party_report", party, "s", goal=0.2, at_most=True)
    yield Figure("training.run_report", whole, "s")


def _seconds(act: Callable[[], object]) -> float:
    """The better of two."""
    took = []
    for _ in range(2):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return min(took)


def _markup(told: Told) -> str:
    """The markup of all parts."""
    from django.template.loader import render_to_string  # noqa: PLC0415  after the settings

    return "".join(
        render_to_string("reports/part.html", {"part": part, "report": told, "places": {}}) for part in told.parts
    )


def _speaker() -> Speaker:
    from django.utils.translation import gettext  # noqa: PLC0415  after the settings

    made = Made("E-2026-001", "2026-11-26", "0", "0" * 64, 0, demonstration=True)
    names = {f"P{at:02}": Bilingual(f"الطرف {at}", f"Party {at}") for at in range(PARTIES)}
    return Speaker(Lettering("ar", gettext), made, names, {})


def _content() -> Content:
    """A large content. Its report is that of one course, many times."""
    chance = np.random.default_rng(5)
    pre = chance.uniform(20, 60, PEOPLE).round(1)
    post = np.clip(pre + chance.normal(15, 10, PEOPLE), 0, 100).round(1)
    table = make_table({
        "course": ["C"] * PEOPLE, "offering": [f"O{at % 14}" for at in range(PEOPLE)], "max": [100] * PEOPLE,
        "party": [f"P{at % 4:02}" for at in range(PEOPLE)], "person": [f"N{at}" for at in range(PEOPLE)],
        "pre": pre.tolist(), "post": post.tolist(),
    })  # fmt: skip
    report = evaluate(table, Settings(worthwhile=5.0, agreed=True))
    one, offering, party = report.courses[0], report.offerings[0], report.parties[0]
    codes = [f"C{at:03}" for at in range(COURSES)]
    large = replace(
        report,
        courses=tuple(replace(one, course=code) for code in codes),
        offerings=tuple(replace(offering, course=codes[at % COURSES], offering=f"O{at}") for at in range(OFFERINGS)),
        parties=tuple(replace(party, party=f"P{at:02}") for at in range(PARTIES)),
    )
    pairs = tuple(zip(pre.tolist(), post.tolist(), strict=True))
    parties = tuple(
        PartyFacts(f"P{at:02}", Flow(9, 9, 9, 9, 9, 9, 9), Seats(9, 9), (), None, None, None, ())
        for at in range(PARTIES)
    )
    return Content(large, tuple(course_facts(code, pairs) for code in codes), (), parties, (), ())


def course_facts(code: str, pairs: tuple[tuple[float, float], ...]) -> CourseFacts:
    words, share = (
        Bilingual("عبارة ما", "Some words"),
        Share("will_use", Bilingual("نعم", "Yes"), 30, 40, 50, 0.75, 0.6, 0.86),
    )
    items = tuple(
        ItemFacts("A", at, words, 1 + at % 8, PEOPLE, 0.4, 0.7, 0.3, ("weak",) if at % 7 == 0 else ())
        for at in range(1, ITEMS + 1)
    )
    objectives = tuple(ObjectiveFacts(at, words, "", 5, PEOPLE, 40.0, 60.0, None, "learned") for at in range(1, 9))
    return CourseFacts(
        code=code, public_id="a" * 22, title=words, centre="X", areas=(), levels=("L1", "L2"), asked=("L1", "L2"),
        least_gain=5.0, standard=60.0, control_signed="2026-01-01", review_due="2029-01-01", objectives=objectives,
        items=items, reliability=Reliability(0.8, 0.7, 0.9, 0.82, PEOPLE, ITEMS), reaction=Reaction(50, 40, (share,)),
        transfer=Transfer(Said(50, 40, share), Said(50, 40, share), 0.5, 20, (share,)), curve=Curve(90, 40.0, 60.0, 55.0),
        flow=Flow(300, 280, 270, PEOPLE, PEOPLE, 90, 60), seats=Seats(300, 280), passed=share, cost=1000.0, currency="EUR",
        cost_per_point=None, pairs=pairs, demonstration=True,
    )  # fmt: skip
