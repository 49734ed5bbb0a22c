"""Rows of a file beside what the house knows: the offering, the party, the person of each, and the results that are there.

For the import, in whole sets rather than row by row. Inside a visit; what is wrong is said by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import Q
from django.utils.translation import gettext

from mithaq.access.models import Party
from mithaq.access.viewer import Viewer
from mithaq.core.text import fold
from mithaq.register.activities.models import Activity, Nomination, Nominee
from mithaq.register.activities.rights import runs
from mithaq.register.activities.steps import Stage
from mithaq.register.instruments.models import Result
from mithaq.register.instruments.persons import as_code, is_code, pseudonym
from mithaq.register.instruments.progress import step
from mithaq.register.instruments.results import NOMINATION
from mithaq.register.instruments.tables.columns import NAMES
from mithaq.register.instruments.tables.rows import Row, Wrong
from mithaq.register.meetings.reach import can_see
from mithaq.register.training.models import Course, Offering

T = TypeVar("T")
NOBODY = "-"
CHUNK = 500  # names in one query


@dataclass(slots=True)
class Place:
    """An offering as rows refer to it."""

    activity: Activity
    course: str
    area: str
    seats: dict[tuple[str, int], bool] = field(default_factory=dict)  # party and number of a nomination: has it a seat?
    names: dict[str, list[tuple[str, int]]] = field(default_factory=dict)  # folded: whose nominations bear it


@dataclass(slots=True)
class Placed:
    """A row that has found its place."""

    row: Row
    place: Place
    party: str
    person: str
    area: str

    @property
    def key(self) -> tuple[int, str, str]:
        """What there is one result of."""
        return self.place.activity.pk, self.party, self.person


@dataclass(slots=True)
class Placing:
    """Where the rows belong, what is wrong, and how many persons were turned into codes."""

    placed: list[Placed]
    wrong: list[Wrong]
    hidden: int = 0
    matched: int = 0


def place_rows(viewer: Viewer, rows: Sequence[Row], *, offering: str, party: str, anonymous: bool = False) -> Placing:
    """Each row with its offering, party and person. `offering` and `party`: of rows that do not say; `anonymous`: nobody's
    person is kept or asked for.

    A person is the number of a nomination or a code. A name is looked for among those who are nominated for the offering, as
    far as the viewer may see their names; else a code stands for it that tells nobody who it is.
    """
    made = Placing([], [])
    rows = [_nameless(row, party) for row in rows] if anonymous else rows
    places = _places({row.words.get("offering") or offering for row in rows} - {""})
    parties = _parties()
    by_name = _are_names(rows)
    _fill_seats([place for place in places.values() if place], names=by_name)
    for count, row in enumerate(rows):
        step(count, len(rows), CHUNK)
        found = _place(viewer, row, places.get(row.words.get("offering") or offering), made.wrong)
        if found is not None:
            said = row.words.get("party") or party
            _person(row, found, parties.get(_folded(said), said), parties, made, by_name=by_name)
    if anonymous:
        made.hidden = 0
        made.placed = [replace(one, person="") for one in made.placed]
    else:
        _check_once(made)
    return made


def _nameless(row: Row, party: str) -> Row:
    """The row without who it is, where its party is known without that."""
    if row.words.get("party") or party:
        kept = {name: word for name, word in row.words.items() if name not in ("person", *NAMES)}
        row.words = {**kept, "person": NOBODY}
    return row


def _parties() -> dict[str, str]:
    """The codes of parties by code and by name, folded."""
    rows = Party.objects.order_by("-code").values_list("code", "name_ar", "name_en", "short_ar", "short_en")
    return {_folded(name): code for code, *names in rows for name in (*names, code) if name}


def _are_names(rows: Sequence[Row]) -> bool:
    """Whether the file says who by name: then no person of it is kept as written."""
    told = (as_code(row.words.get("person", "")) for row in rows)
    return any(said and not is_code(said) for said in told) or any(
        row.words.get(name) for row in rows for name in NAMES
    )


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """These in parts that fit one query."""
    told = list(values)
    return (told[at : at + CHUNK] for at in range(0, len(told), CHUNK))


def _places(names: set[str]) -> dict[str, Place | None]:
    """The offerings of these ids or references, as far as they are seen; None where one name means two."""
    found: dict[str, Place | None] = {}
    by_pk: dict[int, Place] = {}
    for part in chunks(sorted(names)):
        upper = {name.upper() for name in part}
        rows = Activity.objects.filter(Q(public_id__in=part) | Q(ref__in=upper)).select_related("label")
        for activity in rows:
            place = by_pk.setdefault(activity.pk, Place(activity, "", ""))
            for name in (activity.public_id, activity.ref):
                found[name] = place if found.get(name, place) is place else None
    _fill_courses(by_pk)
    return {name: found.get(name) or found.get(name.upper()) for name in names}


def _fill_courses(by_pk: dict[int, Place]) -> None:
    courses: dict[int, tuple[str, tuple[str, ...]]] = {
        pk: (code, areas) for pk, code, areas in Course.objects.values_list("pk", "code", "areas")
    }
    for part in chunks(by_pk):
        for activity, course in Offering.objects.filter(activity__in=part).values_list("activity_id", "course_id"):
            place, (code, areas) = by_pk[activity], courses.get(course, ("", ()))
            place.course = code
            place.area = next(iter((*place.activity.areas, *areas)), "")


def _fill_seats(places: list[Place], *, names: bool) -> None:
    """The nominations of these offerings, and the names behind them where they are needed and may be seen."""
    by_pk = {place.activity.pk: place for place in places}
    for part in chunks(by_pk):
        told = Nomination.objects.filter(activity__in=part).values_list("activity_id", "party", "number", "stage")
        for activity, party, number, stage in told:
            by_pk[activity].seats[party, number] = stage == Stage.ACCEPTED
        if names:
            _fill_names(by_pk, part)


def _fill_names(by_pk: dict[int, Place], part: list[int]) -> None:
    rows = Nominee.objects.filter(nomination__activity__in=part, nomination__stage=Stage.ACCEPTED).values_list(
        "nomination__activity_id", "nomination__party", "nomination__number", "name_ar", "name_en"
    )
    for activity, party, number, *known in rows:
        for name in {_folded(one) for one in known} - {""}:
            by_pk[activity].names.setdefault(name, []).append((party, number))


@lru_cache(maxsize=10_000)
def _folded(name: str) -> str:
    return " ".join(fold(name).text.replace("-", " ").split())


def _place(viewer: Viewer, row: Row, place: Place | None, wrong: list[Wrong]) -> Place | None:
    """The offering of a row, if the viewer runs it and it is of the course that the row names."""
    said = row.words.get("offering", "")
    if place is None:
        message = gettext("There is no offering “%(name)s”.") if said else gettext("Say which offering it is.")
        wrong.append(Wrong(row.line, "offering", message % {"name": said} if said else message))
    elif not place.course:
        wrong.append(Wrong(row.line, "offering", gettext("This activity is an offering of no course.")))
    elif not runs(viewer, place.activity):
        message = gettext("Only the party that runs the offering, or that filed it, takes its results in.")
        wrong.append(Wrong(row.line, "offering", message))
    elif (course := row.words.get("course", "")) and course.casefold() != place.course.casefold():
        message = gettext("The offering is of the course %(own)s, not of %(course)s.")
        wrong.append(Wrong(row.line, "course", message % {"own": place.course, "course": course}))
    else:
        return place
    return None


def _person(row: Row, place: Place, party: str, parties: dict[str, str], made: Placing, *, by_name: bool) -> None:
    """Put the row down as one of a party and a person, or say what is wrong with these."""
    said = as_code(row.words.get("person", ""))
    if by_name:
        party, said = _by_name(row, place, party, made)
    if not party:
        message = gettext("Say which party it is: nobody of this name is nominated for the offering.")
        made.wrong.append(Wrong(row.line, "party", message if by_name else gettext("Say which party it is.")))
    elif _folded(party) not in parties:
        message = gettext("There is no party with the code “%(party)s”.")
        made.wrong.append(Wrong(row.line, "party", message % {"party": party}))
    elif not can_see(party, place.activity.label):
        message = gettext("The offering was not released to “%(party)s”.")
        made.wrong.append(Wrong(row.line, "party", message % {"party": party}))
    elif not said:
        made.wrong.append(Wrong(row.line, "person", gettext("Say which person it is, by a number or code.")))
    elif NOMINATION.fullmatch(said) and not place.seats.get((party, int(said[1:]))):
        message = gettext("“%(party)s” has no nomination %(person)s with a seat in this offering.")
        made.wrong.append(Wrong(row.line, "person", message % {"party": party, "person": said}))
    else:
        made.placed.append(Placed(row, place, party, said, row.words.get("area") or place.area))


def _by_name(row: Row, place: Place, party: str, made: Placing) -> tuple[str, str]:
    """The party and the number of the nomination that bears the name of the row; else the code that stands for who it is."""
    words = row.words
    first, last = words.get("first_name", ""), words.get("last_name", "")
    whole = words.get("name") or f"{first} {last}".strip() or words.get("person", "")
    for name in (whole, f"{last} {first}"):
        found = [one for one in place.names.get(_folded(name), ()) if not party or one[0] == party]
        if len(found) == 1:
            made.matched += 1
            return found[0][0], f"N{found[0][1]}"
    known = as_code(words.get("person", ""))
    if NOMINATION.fullmatch(known):
        return party, known
    unique = words.get("email") or whole
    made.hidden += bool(unique)
    return party, pseudonym(unique) if unique else ""


def _check_once(made: Placing) -> None:
    """Nobody stands twice in an offering; questions are of one instrument."""
    seen: dict[tuple[int, str, str], int] = {}
    for placed in made.placed:
        before = seen.setdefault(placed.key, placed.row.line)
        if before != placed.row.line:
            message = gettext("This person stands in row %(row)s too. Keep one row for each person.")
            made.wrong.append(Wrong(placed.row.line, "person", message % {"row": before}))


def results_there(placed: Iterable[Placed]) -> dict[tuple[int, str, str], Result]:
    """The results that these offerings have already, by what there is one of."""
    found: dict[tuple[int, str, str], Result] = {}
    for part in chunks({one.place.activity.pk for one in placed}):
        rows: Any = Result.objects.filter(activity__in=part)
        found |= {(row.activity_id, row.party, row.person): row for row in rows}
    return found
