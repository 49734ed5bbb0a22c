"""Success cases in the two worlds of `tests.worlds`: one draw in the story, one hidden beside it. They are the centre's own:
nothing of either is for those from whom things are hidden."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from mithaq.reviews.cases.reads import draw_page
from tests.cast import DANA
from tests.reviews.cases.worlds import MAHA
from tests.text_worlds import CANARY, Do, Holds
from tests.training_worlds import OF_ALL, WHEN

Seen = dict[str, list[str]]
# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("draw", "case")
MEANS = {name: name for name in CALLED}
ACTS = ("course-cases", "case-interview", "case-none", "case-confirm", "case-withdraw")
SAMPLES: dict[str, list[Any]] = {"side": ["high"], "act_name": [*ACTS]}
PLAIN: dict[str, Any] = {"size": 1, "interviewed_on": "2026-10-01"}
PLAIN_OF: dict[str, dict[str, Any]] = {"cases.no_interview": {"state": "declined"}}
QUERIES = {"cases/": (f"/cases/?q={CANARY}", "/cases/?state=waiting&side=high", "/cases/?q=RC-15")}
TOLD = {"interviewed_on": "2026-10-01", "language": "en", "barriers": ["time"]}


def case_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """A course of which two of Qatar's people said how much they use: drawn and interviewed."""
    return [lambda: _draw(ids.seen, do)]


def _said(do: Do, code: str, party: str, title: str, label: dict[str, Any]) -> str:
    """A course of the centre with an offering of which two people of this party said how much they use."""
    given = {"centre": "NATO-ICI-RC", "code": code, "title_en": title}
    course = do(DANA, "courses.add", **given, **label)
    when = {**WHEN, "begins": "2026-02-01", "ends": "2026-02-05"}
    offering = do(DANA, "courses.offer", course=course, **when, **label)
    form = do(DANA, "instruments.add", course=course, level="L3", title_en=title, usual=True)
    do(DANA, "instruments.put_in_use", instrument=form, version=1)
    for person, answers in (("P1", '{"1": "1", "2": "4"}'), ("P2", '{"1": "2", "2": "1"}')):
        told = {"wave": "followup", "party": party, "person": person, "taken_on": "2026-09-01", "language": "en"}
        do(DANA, "instruments.record", activity=offering, instrument=form, answers=answers, **told)
    return course


def _drawn(seen: Seen, do: Do, course: str, words: str) -> None:
    seen["draw"] = [do(DANA, "cases.draw", course=course, size=1)]
    seen["case"] = [one.public_id for one in draw_page(DANA, draw=seen["draw"][0]).cases]
    do(DANA, "cases.interview", case=seen["case"][0], version=1, used=words, **TOLD)
    do(DANA, "cases.no_interview", case=seen["case"][1], version=1, state="declined", reason=words)


def _draw(seen: Seen, do: Do) -> None:
    course = _said(do, "RC-15", "QAT", "Applied", OF_ALL)
    seen["cases-course"] = [course]  # what an act on a course as one that is drawn from is about
    _drawn(seen, do, course, "Used")


def hide_cases(ids: Any, do: Do) -> None:
    """A draw of Kuwait's people in a course of its own."""
    if "draw" not in ids.seen or "draw" in ids.hidden:
        return
    label = {"level": "RESTRICTED", "audience": ["KWT", "NATO-ICI-RC"]}
    course = _said(do, "RC-14", "KWT", CANARY, label)
    namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
    namer.called = "draw,case"
    _drawn(ids.hidden, do, course, CANARY)
    do(MAHA, "cases.confirm", case=ids.hidden["case"][0], version=2)  # so that it stands in the review that is hidden
