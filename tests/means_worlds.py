"""Courses that serve goals, in the two worlds of `tests.worlds`: one of all in the story, Kuwait's hidden on either end of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from mithaq.access.viewer import Viewer
from mithaq.register.consultations.reads import goal_list
from tests.cast import BADER, HESSA
from tests.text_worlds import CANARY, Do, Holds

# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("means",)
MEANS = {name: name for name in CALLED}
ACTS = ("goal-serve", "course-serve", "means-end")
SAMPLES: dict[str, list[Any]] = {"act_name": [*ACTS]}
PLAIN: dict[str, Any] = {"how_en": "It teaches it"}


def means_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """The course of all serves the goal of all."""
    return [lambda: _serve(ids.seen, do)]


def _serve(seen: dict[str, list[str]], do: Do) -> None:
    do(HESSA, "goals.serve", goal=seen["goal"][0], course=seen["course"][0], how_en="It teaches it")
    seen["means"] = [_newest(HESSA, seen["goal"][0], seen["course"][0])]


def _newest(viewer: Viewer, goal: str, course: str) -> str:
    goals = (one for interest in goal_list(viewer).interests for one in interest.goals if one.public_id == goal)
    return next(one.public_id for goal_row in goals for one in goal_row.means if one.course == course)


def hide_means(ids: Any, do: Do) -> None:
    """Kuwait's goal that the course of all serves, and its course that serves the goal of all."""
    made, seen = ids.hidden, ids.seen
    if "course" not in seen or "course" not in made:
        return
    pairs = [(made["goal"][-1], seen["course"][0])]
    if "means" not in made:
        namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
        namer.called = "means"
        pairs.append((seen["goal"][0], made["course"][0]))
    for goal, course in pairs:
        do(BADER, "goals.serve", goal=goal, course=course, how_en=CANARY)
        made.setdefault("means", []).append(_newest(BADER, goal, course))
