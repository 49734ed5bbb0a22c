"""An interview is recorded, or that there was none; somebody else than the interviewer confirms what was recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from mithaq.access.operation import Reference, journal, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.register.activities.models import Activity
from mithaq.register.instruments.meaning import NONE
from mithaq.reviews.cases.codes import BARRIER_WORDS, Side, State
from mithaq.reviews.cases.drawing import next_in_place
from mithaq.reviews.cases.filing import add_case, as_candidate, found_case, kept_list, next_case_ref
from mithaq.reviews.cases.forms import Confirm, Interview, NoInterview
from mithaq.reviews.cases.models import Case


@operation("cases.interview", needs=Permission.FINDINGS_EVALUATE, form=Interview)
def interview(viewer: Viewer, /, *, case: str, version: int, **told: Any) -> Reference:
    """Record what somebody said who was drawn: what was used and what came of it, or what stood in the way. Until somebody else
    has confirmed it, it can be put right. No name belongs into it."""
    found = found_case(case)
    if found.state not in (State.DRAWN, State.INTERVIEWED):
        raise Problem("Nothing is recorded here any more: the case is closed.", code="closed")
    _check_told(found, **told)
    changes = {**_moved(found, State.INTERVIEWED), **changed(found, barriers=told["barriers"])}
    now = {"interviewed_by": viewer.account, "interviewed_at": clock.now(), "state": State.INTERVIEWED}
    update_at(Case.objects.filter(pk=found.pk), version, **told, **now)
    return Reference(found.public_id, found.label_id, changes)


def _moved(case: Case, state: State) -> dict[str, list[Any]]:
    """What the journal tells of a case that stands otherwise now."""
    return {"case": [case.state, state.value]} if case.state != state else {}


def _check_told(case: Case, *, interviewed_on: date, barriers: tuple[str, ...], used: str, **_others: str) -> None:
    if interviewed_on > clock.today(settings.TIME_ZONE):
        raise invalid("interviewed_on", "This day is still to come.", "future")
    if strange := [code for code in barriers if code not in BARRIER_WORDS]:
        raise invalid("barriers", "There is no such barrier: %(code)s.", "unknown", code=strange[0])
    if NONE in barriers and len(barriers) > 1:
        raise invalid("barriers", "Either nothing stood in the way, or something did.", "both")
    if case.side == Side.HIGH and not used:
        raise invalid("used", "This person uses most: write down what was used.", "required")
    if case.side == Side.LOW and not barriers:
        raise invalid("barriers", "This person uses least: say what stood in the way, or that nothing did.", "required")


@operation("cases.no_interview", needs=Permission.FINDINGS_EVALUATE, form=NoInterview)
def no_interview(
    viewer: Viewer, *, case: str, version: int, state: str, reason: str, instead: bool = False
) -> Reference:
    """Record that somebody who was drawn was not reached or declines, and why. The next of the same list may be drawn instead, by
    the same rule and seed."""
    found = found_case(case)
    if found.state != State.DRAWN:
        raise Problem("Nothing is recorded here any more: the case is closed.", code="closed")
    told = _moved(found, State(state))
    update_at(Case.objects.filter(pk=found.pk), version, state=state, reason=reason)
    if instead:
        other = _instead(found)
        told["instead"] = [None, other.ref]
        journal("cases.draw", other.public_id, other.label_id, {"instead_of": [None, found.ref]})
    return Reference(found.public_id, found.label_id, told, reason)


def _instead(case: Case) -> Case:
    """The next of the same list from the same end, as a case."""
    rows = list(Case.objects.filter(draw=case.draw_id).select_related("activity"))
    candidates = {row.pk: as_candidate(row, row.activity.public_id) for row in rows}
    found = next_in_place(
        kept_list(case.draw),
        case.draw.seed,
        low=case.side == Side.LOW,
        drawn=[one.key for one in candidates.values()],
        others=[candidates[row.pk] for row in rows if row.side != case.side],
    )
    activity: Activity | None = Activity.objects.filter(public_id=found.offering).first() if found else None
    if found is None or activity is None:
        raise Problem(
            "Nobody of this list is left who could be drawn instead. Record it without drawing the next.",
            code="nobody_left",
        )
    place = 1 + max(row.place for row in rows if row.side == case.side)
    ref = next_case_ref(case.draw)
    return add_case(case.draw, case.side, place, found, activity, ref, instead_of=case.public_id)


@operation("cases.confirm", needs=Permission.FINDINGS_EVALUATE, form=Confirm)
def confirm(viewer: Viewer, *, case: str, version: int) -> Reference:
    """Confirm what was recorded of an interview, as somebody else than whoever recorded it. Only then the case counts."""
    found = found_case(case)
    if found.state != State.INTERVIEWED:
        raise Problem("There is no interview here that waits to be confirmed.", code="not_interviewed")
    if found.interviewed_by == viewer.account:
        raise Refused("Whoever recorded an interview does not confirm it: a second person does.", code="own_interview")
    told = _moved(found, State.CONFIRMED)
    mine = {"confirmed_by": viewer.account, "confirmed_at": clock.now()}
    update_at(Case.objects.filter(pk=found.pk), version, state=State.CONFIRMED, **mine)
    return Reference(found.public_id, found.label_id, told)
