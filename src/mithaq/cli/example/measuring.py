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
    """The results of an offering: by question where there are answers, else as scores; then the forms that were filled."""
    code, viewer = record["offering"], house.viewers[record["by"]]
    (course,) = (one["course"] for one in offerings if one["code"] == code)
    activity = house.find("activity", code)
    answers = [row for row in house.records("answers.csv") if row["offering"] == code]
    if answers:
        test = house.find("instrument", f"{course}/L2")
        for wave in ("pre", "post"):
            rows = [row for row in answers if row["wave"] == wave]
            file = _file(f"{code}-{wave}.csv", QUESTIONS, rows)
            instruments.take_in_results(viewer, file=file, activity=activity, wave=wave, instrument=test)
    scores = [row for row in house.records("results.csv") if row["offering"] == code]
    instruments.take_in_results(viewer, file=_file(f"{code}.csv", SCORES, scores), activity=activity)
    ended = activity_page(viewer, activity=activity).row.ends
    for row in house.records("forms.csv"):
        if row["offering"] == code:
            _form(house, record, course, ended, row)


def _file(name: str, columns: tuple[str, ...], rows: Iterable[Record]) -> SimpleUploadedFile:
    out = StringIO()
    writer = csv.DictWriter(out, ("party", "person", *columns), extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return SimpleUploadedFile(name, out.getvalue().encode())


def _form(house: House, record: Record, course: str, ended: str, row: Record) -> None:
    """A form that somebody filled on paper."""
    told: Record = {name: row[name] for name in ("wave", "party", "person")}
    told |= {"taken_on": ended if row["wave"] == "reaction" else record["results"], "language": "ar"}
    answers = {name.removeprefix("a"): said for name, said in row.items() if name in ANSWERS and said}
    instruments.record_form(
        house.viewers[record["by"]],
        activity=house.find("activity", row["offering"]),
        instrument=house.find("instrument", f"{course}/{row['level']}"),
        answers=answers,
        **told,
    )
