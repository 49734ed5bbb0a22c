"""An offering whose people said half a year later how much they use, made by operations, for tests of success cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from mithaq.access.roles import permissions_of
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.register.instruments import operations as instruments
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.cases.reads import CaseRow, case_list
from tests.cast import DANA
from tests.make import make_course, make_instrument, make_offering

MAHA = Viewer("maha", DANA.clearance, permissions_of(["centre_officer"]), Bilingual("مها", "Maha"))  # Dana's colleague
USES = (("QAT", "X1", 4), ("QAT", "X2", 3), ("KWT", "X3", 2), ("KWT", "X4", 1), ("QAT", "X5", 1), ("KWT", "X6", 0))
TOLD: dict[str, Any] = {
    **{"interviewed_on": "2026-11-10", "language": "en", "used": "The plan of the port", "came_of": "A leak was found"},
    **{
        "evidence": "The log of the port",
        "helped": "The captain asked for it",
        "barriers": ("time",),
        "hindered": "Shifts",
    },
}


@contextmanager
def at(month: int, day: int = 1) -> Iterator[None]:
    """On this day of 2026, at eight."""
    with clock.stopped_at(datetime(2026, month, day, 8, tzinfo=UTC)):
        yield


def answers(use: int, objectives: int = 2) -> dict[str, str]:
    """What somebody answers who uses so much: 0 not at all, 4 every week; the barrier is time."""
    told: dict[str, str] = {}
    for first in range(1, 3 * objectives, 3):
        told |= {str(first): "1" if use else "2", str(first + 1): str(max(use, 1)), str(first + 2): "3"}
    return told


def make_form(course: str, viewer: Viewer = DANA) -> str:
    """The usual questions half a year later, in use; shared with the secretariat."""
    return make_instrument(course, viewer, level="L3", title_en="Half a year later")


def make_answer(offering: str, form: str, party: str, person: str, use: int, viewer: Viewer = DANA) -> None:
    """What one person said half a year later, typed in from paper."""
    given: dict[str, Any] = {"taken_on": "2026-10-01", "language": "ar", "answers": answers(use), "wave": "followup"}
    instruments.record_form(viewer, activity=offering, instrument=form, party=party, person=person, **given)


def make_used(
    *rows: tuple[str, str, int], viewer: Viewer = DANA, course: str = "", form: str = "", begins: str = "2026-03-01"
) -> tuple[str, str, str]:
    """A course, an offering of it in March kept by this viewer, the form of half a year later as these people filled it."""
    course = course or make_course()
    form = form or make_form(course)
    offering = make_offering(course, viewer, begins=begins, ends=begins)
    for party, person, use in rows or USES:
        make_answer(offering, form, party, person, use)
    return course, offering, form


def make_draw(course: str, size: int = 2, viewer: Viewer = DANA, **given: Any) -> str:
    """A draw of success cases of this course in November; its id."""
    with at(11):
        return cases.draw_cases(viewer, course=course, size=size, **given).public_id


def case_of(side: str, viewer: Viewer = DANA, state: str = "drawn") -> CaseRow:
    """The newest case from this end that stands so."""
    return next(one for one in case_list(viewer, side=side, state=state).entries)


def make_interview(case: str, viewer: Viewer = DANA, version: int = 1, **told: Any) -> None:
    """An interview of this case, recorded in November."""
    with at(11, 20):
        cases.interview(viewer, case=case, version=version, **{**TOLD, **told})


def make_confirmed(case: str, viewer: Viewer = DANA, second: Viewer = MAHA, **told: Any) -> None:
    """The same, confirmed by a colleague."""
    make_interview(case, viewer, **told)
    with at(11, 21):
        cases.confirm(second, case=case, version=2)
