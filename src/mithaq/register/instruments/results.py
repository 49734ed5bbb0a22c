"""Results and answers as evaluation takes them: whole columns, as far as the viewer of the visit sees them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, FloatField, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from mithaq.core.words import Bilingual
from mithaq.register.instruments.models import Answer, Instrument, Item, Result, Sitting

NOMINATION = re.compile(r"N\d+")  # a pseudonym that is the number of a nomination: of that offering and party alone


@dataclass(frozen=True, slots=True)
class ResultTable:
    """Results in columns, one entry a person an offering, in the order of course, offering, party, person.

    `offering`: the id of the activity. `person` is the same for one person in all of a party's offerings, and never for two.
    Scores are None where there is none.
    """

    course: tuple[str, ...] = ()
    offering: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    pre: tuple[float | None, ...] = ()
    post: tuple[float | None, ...] = ()
    followup: tuple[float | None, ...] = ()
    maximum: tuple[float, ...] = ()
    area: tuple[str, ...] = ()
    begins: tuple[date, ...] = ()
    completed: tuple[bool, ...] = ()
    demonstration: tuple[bool, ...] = ()

    def __len__(self) -> int:
        return len(self.course)

    def columns(self) -> dict[str, tuple[Any, ...]]:
        """As `mithaq.evaluation.tables.make_table` takes them; the follow-up only where somebody has one."""
        names = ("course", "offering", "party", "person", "pre", "post", "area")
        told: dict[str, tuple[Any, ...]] = {name: getattr(self, name) for name in names} | {"max": self.maximum}
        if any(score is not None for score in self.followup):
            told["followup"] = self.followup
        return told


def results_table(courses: Iterable[str] = (), *, year: int | None = None) -> ResultTable:
    """The results of these courses (by code; none: of all), of the offerings that begin in this year. Inside a visit."""
    wanted = tuple(courses)
    rows = Result.objects.filter(course__in=wanted) if wanted else Result.objects.all()
    if year is not None:
        rows = rows.filter(activity__begins__year=year)
    columns = list(zip(*_values(rows), strict=True))
    return ResultTable(*columns) if columns else ResultTable()


def _values(rows: QuerySet[Result]) -> QuerySet[Result, tuple[Any, ...]]:
    scores = {f"{name}_": Cast(name, FloatField()) for name in ("pre", "post", "followup", "maximum")}
    own = Concat("party", Value("/"), "person", output_field=TextField())
    of_one = Concat("party", Value("/"), "person", Value("/"), "activity__public_id", output_field=TextField())
    who = Case(When(person__regex=rf"^{NOMINATION.pattern}$", then=of_one), default=own)
    return (
        rows.annotate(**scores, who=who)
        .order_by("course", "activity__public_id", "party", "person")
        .values_list(
            *("course", "activity__public_id", "party", "who", "pre_", "post_", "followup_", "maximum_"),
            *("area", "activity__begins", "completed", "demonstration"),
        )
    )


@dataclass(frozen=True, slots=True)
class ItemAsked:
    """An item of an instrument. `maximum`: its points in a test, 5 on a scale; None where nothing is counted."""

    number: int
    kind: str
    words: Bilingual
    options: tuple[dict[str, str], ...]
    key: int | None
    maximum: float | None
    objective: int | None
    common: bool
    asks: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: `values` and `choices` by item in the order of the items, None where it was left empty; `texts` as
    written, empty where nothing was. `person` as in `ResultTable`; empty in a reaction. `by_link`: filled by a link, so that
    its place among the others is when it came."""

    offering: str
    party: str
    person: str
    taken_on: date
    language: str
    score: float | None
    values: tuple[float | None, ...]
    choices: tuple[int | None, ...]
    texts: tuple[str, ...]
    demonstration: bool
    by_link: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The filled forms of one instrument in one wave, in the order in which they came."""

    course: str
    instrument: str
    level: str
    form: str
    wave: str
    maximum: float
    items: tuple[ItemAsked, ...]
    sittings: tuple[Filled, ...]

    def matrix(self) -> list[list[float | None]]:
        """Persons x items, as `mithaq.evaluation.item_analysis` and `cronbach_alpha` take it."""
        return [list(one.values) for one in self.sittings]


def answers_of(courses: Iterable[str] = (), *waves: str, year: int | None = None) -> tuple[Answers, ...]:
    """The filled forms of these courses (by code; none: of all) in these waves (none: in all), by course, level, form and wave.

    Of an instrument that the viewer does not see there is nothing. Three queries for any number. Inside a visit.
    """
    wanted = tuple(courses)
    instruments = Instrument.objects.select_related("course").order_by("course__code", "level", "form", "pk")
    if wanted:
        instruments = instruments.filter(course__code__in=wanted)
    rows = {row.pk: row for row in instruments}
    items = _items(rows)
    sittings = Sitting.objects.filter(instrument__in=rows).order_by("pk")
    if waves:
        sittings = sittings.filter(wave__in=waves)
    if year is not None:
        sittings = sittings.filter(activity__begins__year=year)
    filled = _filled(sittings, items)
    return tuple(
        Answers(
            *(row.course.code, row.public_id, row.level, row.form, wave, float(row.maximum)),
            *(tuple(items[pk]), tuple(filled[pk, wave])),
        )
        for pk, row in rows.items()
        for wave in ("reaction", "pre", "post", "followup", "supervisor")
        if (pk, wave) in filled
    )


def _items(instruments: Iterable[int]) -> defaultdict[int, list[ItemAsked]]:
    found: defaultdict[int, list[ItemAsked]] = defaultdict(list)
    for row in Item.objects.filter(instrument__in=list(instruments)).order_by("number"):
        found[row.instrument_id].append(asked(row))
    return found


def asked(row: Item) -> ItemAsked:
    """The item as evaluation takes it."""
    most = 5.0 if row.kind == Item.Kind.SCALE else float(row.points) or None
    return ItemAsked(
        *(row.number, row.kind, Bilingual(row.words_ar, row.words_en), tuple(row.options), row.key, most),
        *(row.objective, row.common, row.asks),
    )


def _filled(
    sittings: QuerySet[Sitting], items: defaultdict[int, list[ItemAsked]]
) -> defaultdict[tuple[int, str], list[Filled]]:
    told = Answer.objects.filter(sitting__in=sittings.order_by()).annotate(value_=Cast("value", FloatField()))
    answers: defaultdict[int, dict[int, tuple[float | None, int | None, str]]] = defaultdict(dict)
    for sitting, item, value, choice, text in told.values_list("sitting_id", "item", "value_", "choice", "text"):
        answers[sitting][item] = (value, choice, text)
    found: defaultdict[tuple[int, str], list[Filled]] = defaultdict(list)
    for row in sittings.annotate(offering=F("activity__public_id")):
        given = [answers[row.pk].get(item.number, (None, None, "")) for item in items[row.instrument_id]]
        values, choices, texts = (tuple(column) for column in zip(*given, strict=True)) if given else ((), (), ())
        found[row.instrument_id, row.wave].append(
            Filled(
                *(row.offering, row.party, person_key(row.offering, row.party, row.person), row.taken_on, row.language),
                *(None if row.score is None else float(row.score), values, choices, texts, row.demonstration),
                row.mode == Sitting.Mode.LINK,
            )
        )
    return found


def person_key(offering: str, party: str, person: str) -> str:
    """The name of a person that no other has: the number of a nomination is one of its offering alone."""
    if not person:
        return ""
    return f"{party}/{person}/{offering}" if NOMINATION.fullmatch(person) else f"{party}/{person}"
