"""Training of the example: the Regional Centre with its courses, their runs, nominations and one certificate, each on its day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mithaq.cli.example.dossiers import accredit
from mithaq.cli.example.house import House, Record, Step, cited_sources, named
from mithaq.register.activities import operations as activities
from mithaq.register.activities.reads import activity_page, nomination_page
from mithaq.register.training import operations as training


def train(house: House) -> Iterator[Step]:
    """All that was done in training, in no order yet."""
    (opened,) = (record["opened"] for record in house.records("followup.yaml"))
    (data,) = house.records("training.yaml")
    for record in data["centres"]:
        yield Step(opened, partial(_centre, house, record))
    for record in data["courses"]:
        yield Step(opened, partial(_course, house, record))
    for record in data["trainers"]:
        yield Step(opened, partial(_trainer, house, record))
    yield from accredit(house, data["dossiers"])
    for record in data["offerings"]:
        yield Step(record["planned"], partial(_offer, house, record))
        for trainer in data["trainers"]:
            if record["code"] in trainer["teaches"]:
                yield Step(record["planned"], partial(_teach, house, record, trainer))
        for nomination in record["nominations"]:
            for step in nomination["steps"]:
                yield Step(step["at"], partial(_nominate, house, record["code"], nomination, step))
        if record["held"]:
            yield Step(record["held"], partial(_hold, house, record["code"], record["by"]))


def _centre(house: House, record: Record) -> None:
    told: Record = {name: record[name] or "" for name in ("party", "country", "opened")}
    told["source"] = cited_sources(house.records("sources.yaml"))[record["source"]]
    training.add_centre(house.officer, **told, **named(record, "about", "city"))


def _course(house: House, record: Record) -> None:
    plain = (
        "level",
        "centre",
        "code",
        "days",
        "mode",
        "delivery",
        "depth",
        "valid_months",
        "least_gain",
        "least_gain_agreed_by",
    )
    told: Record = {name: record[name] for name in plain if record.get(name) is not None}
    told["source"] = cited_sources(house.records("sources.yaml"))[record["source"]]
    several: Record = {name: tuple(record[name]) for name in ("audience", "areas", "languages", "levels")}
    goals: Record = {
        f"objectives_{name}": "\n".join(goal[name] for goal in record["objectives"]) for name in ("ar", "en")
    }
    viewer = house.viewers[record["by"]]
    made = training.add_course(
        viewer, demonstration=True, **told, **several, **goals, **named(record, "title", "aim", "for_whom")
    )
    house.keep("course", record["code"], made)


def _trainer(house: House, record: Record) -> None:
    told: Record = {name: record[name] for name in ("level", "centre", "home", "since")}
    several: Record = {name: tuple(record[name]) for name in ("audience", "languages")}
    viewer = house.viewers[record["by"]]
    made = training.add_trainer(viewer, demonstration=True, **told, **several, **named(record, "name", "subjects"))
    house.keep("trainer", record["name_en"], made)


def _teach(house: House, offering: Record, record: Record) -> None:
    trainer, activity = house.find("trainer", record["name_en"]), house.find("activity", offering["code"])
    training.assign_trainer(house.viewers[record["by"]], trainer=trainer, activity=activity)


def _offer(house: House, record: Record) -> None:
    viewer = house.viewers[record["by"]]
    told: Record = {
        name: record[name] for name in ("level", "begins", "ends", "zone", "capacity", "frame", "order", "country")
    }
    told |= {name: record[name] for name in ("cost", "currency") if name in record}
    made = training.offer_course(
        viewer,
        course=house.find("course", record["course"]),
        audience=tuple(record["audience"]),
        demonstration=True,
        **told,
        **named(record, "city", "venue"),
    )
    activity = house.keep("activity", record["code"], made)
    for version, (party, seats) in enumerate(record["seats"].items(), 1):
        activities.set_seats(viewer, activity=activity, version=version, party=party, seats=seats)
    activities.step_activity(viewer, activity=activity, version=len(record["seats"]) + 1, state="open")


def _nominate(house: House, offering: str, record: Record, step: Record) -> None:
    """One step of a nomination, by whom the data names."""
    viewer, code = house.viewers[step["by"]], f"{offering}/{record['code']}"
    if step["step"] == "nominate":
        told: Record = {name: record[name] for name in ("basis", "basis_words", "priority")}
        activity = house.find("activity", offering)
        made = activities.nominate(viewer, activity=activity, **told, **named(record, "name", "function"))
        house.keep("nomination", code, made)
        return
    nomination = house.find("nomination", code)
    at: Record = {"nomination": nomination, "version": nomination_page(viewer, nomination=nomination).version}
    if step["step"] == "certify":
        training.issue_certificate(viewer, nomination=nomination)
    elif step["step"] == "completed":
        activities.note_participation(viewer, result="completed", **at)
    elif step["step"] == "accept":
        activities.accept(viewer, or_wait=True, **at)
    else:
        activities.forward(viewer, **at)


def _hold(house: House, offering: str, by: str) -> None:
    viewer, activity = house.viewers[by], house.find("activity", offering)
    version = activity_page(viewer, activity=activity).version
    activities.step_activity(viewer, activity=activity, version=version, state="held")
