"""Series and their meetings: those of the past as they were held, those of the demonstration planned and held on their day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from mithaq.cli.example.house import PUBLIC, House, Record, Step, cited_sources, named
from mithaq.register.meetings import operations as meetings
from mithaq.register.meetings.reads import meeting_page

LEVELS = {
    **{"heads": "summit", "ministers": "minister", "ambassadors": "ambassador"},
    **{"senior_officials": "expert", "experts": "expert"},
}


def convene(house: House) -> None:
    """All series, then all meetings in their order with who took part or is asked, in which role, and the agenda."""
    sources = cited_sources(house.records("sources.yaml"))
    for record in house.records("series.yaml"):
        _series(house, record, sources)
    (followed,) = house.records("followup.yaml")
    for record in house.records("meetings.yaml"):
        date = next(claim for claim in record["dates"] if claim["preferred"])
        if (date["begins"] or "") > followed["opened"]:
            _plan(house, record, date, sources)
        else:
            _add(house, record, date, sources)
        _ask(house, record)
        for point in record["agenda"]:
            told = {"meeting": house.find("meeting", record["code"]), "areas": point["areas"], **named(point, "title")}
            meetings.add_item(house.officer, **told)


def hold(house: House) -> Iterator[Step]:
    """What was planned is held on its last day, if that is not still to come."""
    (followed,) = house.records("followup.yaml")
    for record in house.records("meetings.yaml"):
        date = next(claim for claim in record["dates"] if claim["preferred"])
        over = date["ends"] or date["begins"] or ""
        if followed["opened"] < over <= followed["as_of"]:
            yield Step(over, partial(_hold, house, record["code"]))


def _series(house: House, record: Record, sources: dict[str, str]) -> None:
    meetings.add_series(
        house.officer,
        code=record["code"],
        format=record["format"],
        meeting_level=_level(record),
        every_months=record["target_months"],
        tolerance_months=record["tolerance_months"],
        rotation=record["rotation"],
        cadence_source=sources[record["target_source"]] if record["target_source"] else "",
        **named(record, "name"),
    )


def _level(record: Record) -> str:
    return LEVELS[record["level"]] if record["level"] else ""


def _add(house: House, record: Record, date: Record, sources: dict[str, str]) -> None:
    there = tuple(attending["party"] for attending in record["attendance"])
    known = {**_known(house, record, date), "parties": there, "source": sources[record["source"]]}
    house.keep("meeting", record["code"], meetings.add_meeting(house.officer, level=PUBLIC, **known))


def _plan(house: House, record: Record, date: Record, sources: dict[str, str]) -> None:
    known = {**_known(house, record, date), "source": sources[record["source"]], "unnumbered": not record["ordinal"]}
    house.keep("meeting", record["code"], meetings.plan_meeting(house.officer, level=PUBLIC, **known))


def _known(house: House, record: Record, date: Record) -> Record:
    """What is known of a meeting, as the forms ask for it."""
    return {
        "series": record["series"],
        "format": record["format"],
        "meeting_level": _level(record),
        "ordinal": record["ordinal"],
        "date": date["begins"] or "",
        "until": date["ends"] or "",
        "country": record["country"] or "",
        "host": record["host"] or "",
        "co_organisers": tuple(record["co_organisers"]),
        "margins_of": house.find("meeting", record["on_margins_of"]),
        "title_ar": record["name_ar"],
        "title_en": record["name_en"],
        **named(record, "city"),
        **_notes(record, date),
    }


def _notes(record: Record, date: Record) -> Record:
    """What is worth knowing of a meeting, and why its date is the one preferred."""
    notes = {name: (record[f"note_{name}"], date.get(f"why_{name}")) for name in ("ar", "en")}
    return {f"note_{name}": " ".join(filter(None, parts)) for name, parts in notes.items()}


def _ask(house: House, record: Record) -> None:
    """Who took part, or is asked to, role by role."""
    for role, attending in groupby(record["attendance"], key=lambda one: str(one["role"])):
        asked = tuple(one["party"] for one in attending)
        meetings.invite(house.officer, meeting=house.find("meeting", record["code"]), parties=asked, role=role)


def _hold(house: House, code: str) -> None:
    meeting = house.find("meeting", code)
    version = meeting_page(house.officer, meeting=meeting).version
    meetings.hold_meeting(house.officer, meeting=meeting, version=version)
