"""Filled forms and scores as rows, each under the label of those whom it is for. Inside a visit that writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.db.models import F

from mithaq.access.resolving import invalid
from mithaq.core.errors import Problem
from mithaq.register.activities.models import Activity, Nomination
from mithaq.register.activities.rights import between
from mithaq.register.activities.steps import Stage
from mithaq.register.instruments.models import Answer, Instrument, Result, Sitting, Wave
from mithaq.register.instruments.persons import is_code
from mithaq.register.instruments.results import NOMINATION
from mithaq.register.instruments.scoring import Answered
from mithaq.register.training.models import Course

TESTS = (Wave.PRE.value, Wave.POST.value, Wave.FOLLOWUP.value)
WAVES: Mapping[str, tuple[str, ...]] = {  # when an instrument is filled, by its level
    Instrument.Level.REACTION: (Wave.REACTION.value,),
    Instrument.Level.LEARNING: TESTS,
    Instrument.Level.APPLICATION: (Wave.FOLLOWUP.value, Wave.SUPERVISOR.value),
    Instrument.Level.GOALS: (Wave.FOLLOWUP.value, Wave.SUPERVISOR.value),
}


def course_of(activity: Activity) -> Course:
    """The course that this activity is an offering of; Problem where it is of none."""
    course: Course | None = Course.objects.filter(offerings__activity=activity).first()
    if course is None:
        raise Problem("This activity is an offering of no course of the catalogue.", code="no_course")
    return course


def area_of(activity: Activity, course: Course) -> str:
    """The area that a result counts for: the first of the offering, else of the course; empty where there is none."""
    return next(iter((*activity.areas, *course.areas)), "")


def check_wave(instrument: Instrument, wave: str) -> None:
    """Invalid for a wave in which an instrument of this level is not filled."""
    if wave not in WAVES[instrument.level]:
        raise invalid("wave", "An instrument of this level is not filled then.", "wave")


def check_person(activity: Activity, party: str, person: str) -> None:
    """Invalid for what is no pseudonym, and for the number of a nomination that has no seat."""
    if not is_code(person):
        raise invalid("person", "Write a number or a code of the person, such as N12. No name is kept here.", "name")
    if not NOMINATION.fullmatch(person):
        return
    seats = Nomination.objects.filter(activity=activity, party=party, stage=Stage.ACCEPTED)
    if not seats.filter(number=int(person[1:])).exists():
        message = "“%(party)s” has no nomination %(person)s with a seat in this activity."
        raise invalid("person", message, "no_seat", party=party, person=person)


def store_sitting(
    activity: Activity,
    instrument: Instrument,
    answers: Iterable[Answered],
    *,
    party: str,
    person: str,
    wave: str,
    score: Decimal | None,
    taken_on: date,
    language: str,
    mode: str,
    taken_in: str = "",
) -> Sitting:
    """A filled form with its answers; of a test, the score of the person too. Problem where the person has filled it already.

    A reaction keeps no person.
    """
    check_wave(instrument, wave)
    reaction = instrument.level == Instrument.Level.REACTION
    if not reaction:
        _check_first(activity, instrument, party, person, wave)
    scored = instrument.level == Instrument.Level.LEARNING
    label = between(activity, party) if scored else between(activity)
    sitting: Sitting = Sitting.objects.create(
        label=label,
        activity=activity,
        instrument=instrument,
        party=party,
        person="" if reaction else person,
        wave=wave,
        taken_on=taken_on,
        language=language,
        score=score,
        maximum=instrument.maximum if scored else None,
        mode=mode,
        taken_in=taken_in,
        demonstration=activity.demonstration,
    )
    for one in answers:
        Answer.objects.create(
            label=label, sitting=sitting, item=one.item, value=one.value, choice=one.choice, text=one.text
        )
    if scored and score is not None:
        set_score(activity, party, person, wave, score, instrument.maximum, taken_on)
    return sitting


def _check_first(activity: Activity, instrument: Instrument, party: str, person: str, wave: str) -> None:
    rows = Sitting.objects.filter(activity=activity, party=party, person=person, wave=wave)
    if rows.filter(instrument__level=instrument.level).exists():
        raise Problem("%(party)s %(person)s has filled this form already.", code="filled", party=party, person=person)


def set_score(
    activity: Activity, party: str, person: str, wave: str, score: Decimal, maximum: Decimal, on: date | None
) -> Result:
    """Write a person's score in this wave into their result, which is made at the first. Problem where there is one already,
    or where it was counted out of another maximum."""
    result: Result | None = Result.objects.filter(activity=activity, party=party, person=person).first()
    changes: dict[str, object] = {wave: score, f"{wave}_on": on, "maximum": maximum}
    if wave == Wave.POST:
        changes["completed"] = True
    if result is None:
        course = course_of(activity)
        made: Result = Result.objects.create(
            label=between(activity, party),
            activity=activity,
            course=course.code,
            area=area_of(activity, course),
            party=party,
            person=person,
            demonstration=activity.demonstration,
            **changes,
        )
        return made
    check_fits(result, wave, maximum)
    Result.objects.filter(pk=result.pk).update(version=F("version") + 1, **changes)
    return result


def is_scored(result: Result) -> bool:
    """Whether there is a score in it: without one, it only says that somebody took part."""
    return any(getattr(result, wave) is not None for wave in TESTS)


def check_fits(result: Result, wave: str, maximum: Decimal) -> None:
    """Problem unless a score out of this maximum can go into this column of a result."""
    who = {"party": result.party, "person": result.person}
    if getattr(result, wave) is not None:
        raise Problem("%(party)s %(person)s has a score there already.", code="scored", **who)
    if is_scored(result) and result.maximum != maximum:
        raise Problem(
            "The other scores of %(party)s %(person)s are out of %(known)s, this one is out of %(maximum)s: they cannot be "
            "compared. Use forms of equal length, or bring them to the same maximum.",
            code="unequal_maximum",
            known=f"{result.maximum.normalize():f}",
            maximum=f"{maximum.normalize():f}",
            **who,
        )
