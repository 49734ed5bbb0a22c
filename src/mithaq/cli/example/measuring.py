"""What was measured in the courses of the example: the instruments, and the results and filled forms drawn by chance from a seed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from io import StringIO

from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.cli.example.house import House, Record, Step, named
from mithaq.register.activities.reads import activity_page
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.by_link import digest, fill, new_secret
from mithaq.register.instruments.reads import instrument_page

QUESTIONS = tuple(f"q{number}" for number in range(1, 11))
ANSWERS = tuple(f"a{number}" for number in range(1, 7))
SCORES = ("before", "after", "followup", "max")


def measure(house: House) -> Iterator[Step]:
    """All that was asked and scored, in no order yet."""
    (opened,) = (record["opened"] for record in house.records("followup.yaml"))
    (data,) = house.records("training.yaml")
    for record in data["instruments"]:
        yield Step(opened, partial(_instrument, house, record))
    for record in data["measured"]:
        yield Step(record["results"], partial(_measured, house, record, data["offerings"]))


def _instrument(house: House, record: Record) -> None:
    viewer = house.viewers[record["by"]]
    made = instruments.add_instrument(
        viewer,
        course=house.find("course", record["course"]),
        level=record["level"],
        usual=record["usual"],
        demonstration=True,
        **named(record, "title"),
    )
    instrument = house.keep("instrument", f"{record['course']}/{record['level']}", made)
    for number, item in enumerate(record["items"], 1):
        told: Record = {
            f"{field}_{name}": item["words"][name] if field == "words" else "\n".join(item["options"][name])
            for field in ("words", "options")
            for name in ("ar", "en")
        }
        told |= {"right": item["right"], "objective": item["objective"], "points": 10}
        instruments.set_item(viewer, instrument=instrument, version=number, number=number, kind="choice", **told)
    version = instrument_page(viewer, instrument=instrument).version
    instruments.put_in_use(viewer, instrument=instrument, version=version)


def _measured(house: House, record: Record, offerings: Iterable[Record]) -> None:
    """The results of an offering: by question where there are answers, as scores; then the forms that were filled."""
    code, viewer = record["offering"], house.viewers[record["by"]]
    (course,) = (one["course"] for one in offerings if one["code"] == code)
    activity = house.find("activity", code)
    held = activity_page(viewer, activity=activity).row
    days = {"pre": held.begins, "post": held.ends, "reaction": held.ends}
    for row in house.records("answers.csv"):
        if row["offering"] == code:
            _form(house, record, course, days, row | {"level": "L2"})
    scores = [row for row in house.records("results.csv") if row["offering"] == code]
    instruments.take_in_results(viewer, file=_file(f"{code}.csv", SCORES, scores), activity=activity)
    forms = [row for row in house.records("forms.csv") if row["offering"] == code]
    by_link = [row for row in forms if row["wave"] == "reaction" and record.get("by_link")]
    if by_link:
        _links(house, record, course, by_link)
    for row in forms:
        if row not in by_link:
            _form(house, record, course, days, row)


def _file(name: str, columns: tuple[str, ...], rows: Iterable[Record]) -> SimpleUploadedFile:
    out = StringIO()
    writer = csv.DictWriter(out, ("party", "person", *columns), extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return SimpleUploadedFile(name, out.getvalue().encode())


def _links(house: House, record: Record, course: str, rows: list[Record]) -> None:
    """Everybody who was tested is sent a link to say what they think; these fill it, one after the other."""
    code = record["offering"]
    tested = [row for row in house.records("answers.csv") if row["offering"] == code]
    people = dict.fromkeys((row["party"], row["person"]) for row in tested)
    secrets = {one: new_secret() for one in people}
    instruments.invite_all(
        house.viewers[record["by"]],
        activity=house.find("activity", code),
        instrument=house.find("instrument", f"{course}/L1"),
        wave="reaction",
        expires=record["results"],
        links=[
            {"party": party, "person": person, "digest": digest(secret)} for (party, person), secret in secrets.items()
        ],
    )
    for row in rows:
        fill(secrets[row["party"], row["person"]], _answers(row, ANSWERS), language="ar")


def _answers(row: Record, columns: Iterable[str]) -> dict[str, str]:
    return {name[1:]: row[name] for name in columns if row.get(name)}


def _form(house: House, record: Record, course: str, days: Record, row: Record) -> None:
    """A form that somebody filled on paper."""
    told: Record = {name: row[name] for name in ("wave", "party", "person")}
    told |= {"taken_on": days.get(row["wave"], record["results"]), "language": row.get("language") or "ar"}
    answers = _answers(row, (*QUESTIONS, *ANSWERS))
    instruments.record_form(
        house.viewers[record["by"]],
        activity=house.find("activity", row["offering"]),
        instrument=house.find("instrument", f"{course}/{row['level']}"),
        answers=answers,
        **told,
    )
