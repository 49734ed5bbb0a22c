"""What the example says in public: a message house with its lines, proofs and answers; fact sheets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mithaq.cli.example.house import House, Record, Step, named
from mithaq.register.outreach import operations, reads


def speak(house: House) -> Iterator[Step]:
    """All of it, in no order yet."""
    for record in house.records("messages.yaml"):
        yield Step(record["opened"], partial(_open, house, record))
        for line in record["lines"]:
            yield Step(line["added"], partial(_line, house, record, line))
        for answer in record["answers"]:
            yield Step(answer["at"], partial(_answer, house, record, answer))
    for record in house.records("factsheets.yaml"):
        yield Step(record["composed"], partial(_compose, house, record))
        if record["issued"]:
            yield Step(record["issued"], partial(_issue, house, record))


def _open(house: House, record: Record) -> None:
    viewer = house.viewers[record["by"]]
    about: Record = {name: record[name] for name in ("level", "theme")}
    several: Record = {name: tuple(record[name]) for name in ("audience", "areas", "parties")}
    titled = named(record, "title", "message")
    made = operations.open_house(viewer, demonstration=True, **about, **several, **titled)
    opened = house.keep("house", record["code"], made)
    if record["series"]:
        operations.attach_series(viewer, house=opened, version=1, series=record["series"])


def _line(house: House, record: Record, line: Record) -> None:
    viewer = house.viewers[record["by"]]
    words = {"ar": line["ar"], "en": line["en"]}
    made = operations.add_line(viewer, house=house.find("house", record["code"]), **words)
    added = house.keep("line", f"{record['code']}/{line['code']}", made)
    for kind in ("figure", "commitment", "text"):
        for code in line[f"{kind}s"]:
            proof: Record = {kind: house.find(kind, code)}
            operations.prove(viewer, line=added, **proof)
    for question in line["questions"]:
        operations.add_question(viewer, line=added, **named(question, "question", "answer"))


def _answer(house: House, record: Record, answer: Record) -> None:
    """Of a party to the message and to every line, with its reservation to one of them where it has one."""
    viewer = house.viewers[answer["by"]]
    page = reads.house_page(viewer, house=house.find("house", record["code"]))
    reserved = house.known("line", f"{record['code']}/{answer['reserves']}")
    for line in (page.message, *page.lines):
        if line is not None:
            at: Record = {"line": line.public_id, "version": line.version}
            if line.public_id == reserved:
                operations.reserve(viewer, words=answer["words"], **at)
            else:
                operations.agree(viewer, **at)


def _compose(house: House, record: Record) -> None:
    viewer = house.viewers[record["by"]]
    told: Record = {"level": record["level"], "audience": tuple(record["audience"]), "counts": tuple(record["counts"])}
    made = operations.compose(viewer, demonstration=True, **told, **named(record, "title", "intro"))
    sheet = house.keep("sheet", record["code"], made)
    for entry in record["figures"]:
        figure = house.find("figure", entry["figure"])
        operations.put(viewer, fact_sheet=sheet, figure=figure, group=entry["area"] or "")


def _issue(house: House, record: Record) -> None:
    viewer, sheet = house.viewers[record["by"]], house.find("sheet", record["code"])
    version = reads.sheet_page(viewer, fact_sheet=sheet).version
    operations.issue(viewer, fact_sheet=sheet, version=version)
