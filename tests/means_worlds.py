"""Courses that serve goals, in the two worlds of `tests.worlds`: one of all in the story, Kuwait's hidden on either end of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from mithaq.access.viewer import Viewer
from mithaq.register.consultations.reads import goal_list, means_proposed
from tests.cast import BADER, HESSA, LAYLA
from tests.text_worlds import CANARY, Do, Holds

# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("means", "means_proposal")
MEANS = {name: name for name in CALLED}
ACTS = (
    *("goal-serve", "course-serve", "means-end", "course-propose", "means-accept", "means-refuse", "means-withdraw"),
)
SAMPLES: dict[str, list[Any]] = {"act_name": [*ACTS]}
PLAIN: dict[str, Any] = {"how_en": "It teaches it"}


def means_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """The course of all serves the goal of all; a second one is proposed to."""
    return [lambda: _serve(ids.seen, do), lambda: _propose(ids.seen, do)]


def _serve(seen: dict[str, list[str]], do: Do) -> None:
    do(HESSA, "goals.serve", goal=seen["goal"][0], course=seen["course"][0], how_en="It teaches it")
    seen["means"] = [_newest(HESSA, seen["goal"][0], seen["course"][0])]


def _propose(seen: dict[str, list[str]], do: Do) -> None:
    asked = {"title_en": "More", "measure_en": "People", "target": "9", "due": "2027"}
    seen["goal"].append(do(HESSA, "goals.add", interest=seen["interest"][0], **asked))
    do(LAYLA, "goals.propose_means", goal=seen["goal"][1], course=seen["course"][0], how_en="It teaches it too")
    seen["means_proposal"] = [_proposed(LAYLA, seen["course"][0])]


def _proposed(viewer: Viewer, course: str) -> str:
    return means_proposed(viewer, course=course)[0].public_id


def _newest(viewer: Viewer, goal: str, course: str) -> str:
    goals = (one for interest in goal_list(viewer).interests for one in interest.goals if one.public_id == goal)
    return next(one.public_id for goal_row in goals for one in goal_row.means if one.course == course)


def hide_means(ids: Any, do: Do) -> None:
    """Kuwait's goal that the course of all serves, and its course that serves the goal of all; what is proposed of both of Kuwait's,
    and of its course to the other goal of all."""
    made, seen = ids.hidden, ids.seen
    if "course" not in seen or "course" not in made:
        return
    pairs = [(made["goal"][-1], seen["course"][0])]
    if "means" not in made:
        _call_it("means")
        pairs.append((seen["goal"][0], made["course"][0]))
    for goal, course in pairs:
        do(BADER, "goals.serve", goal=goal, course=course, how_en=CANARY)
        made.setdefault("means", []).append(_newest(BADER, goal, course))
    _hide_proposals(made, seen, do)


def _hide_proposals(made: dict[str, list[str]], seen: dict[str, list[str]], do: Do) -> None:
    course, known = made["course"][0], made.setdefault("means_proposal", [])
    goals = [made["goal"][-1], *(seen["goal"][1:] if len(known) == 1 else [])]
    for goal in goals:
        if not known:
            _call_it("means_proposal")
        do(LAYLA, "goals.propose_means", goal=goal, course=course, how_en=CANARY)
        known.append(_proposed(LAYLA, course))


def _call_it(kind: str) -> None:
    namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
    namer.called = kind
