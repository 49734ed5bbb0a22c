"""What became of the results of the example: runs of the evaluation, answers to what they showed, a release of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mithaq.cli.example.house import House, Record, Step, named
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import put_to_me
from mithaq.reviews.runs import operations as runs
from mithaq.reviews.runs.reads import release_page, releases_asked


def evaluate(house: House) -> Iterator[Step]:
    """All that was evaluated, answered and released, in no order yet."""
    (data,) = house.records("training.yaml")
    for record in data["evaluations"]:
        yield Step(record["at"], partial(_run, house, record))
    for record in data["answers"]:
        yield Step(record["at"], partial(_answer, house, record))
    for record in data["releases"]:
        yield Step(record["proposed"], partial(_propose, house, record))
        for said in record["agreed"]:
            yield Step(said["at"], partial(_agree, house, said["by"]))
        yield Step(record["issued"], partial(_issue, house, record))


def _run(house: House, record: Record) -> None:
    made = findings.evaluate(house.viewers[record["by"]], **named(record, "title"))
    house.keep("run", record["code"], made)


def _answer(house: House, record: Record) -> None:
    """Answer what was asked of one's party about a course, and say what is done."""
    viewer = house.viewers[record["by"]]
    about = (record["course"], record["trigger"])
    asked = next(one.asked for one in put_to_me(viewer) if (one.code, one.trigger) == about)
    which: Record = {"asked": asked.public_id, "version": asked.version}
    if record["answer"] == "rejected":
        findings.reject_finding(viewer, **which, reason=record["text"])
        return
    findings.answer_finding(viewer, **which, answer=record["answer"], text=record["text"])
    if action := record["action"]:
        told: Record = {name: action[name] for name in ("due", "predicted")}
        findings.act_on_finding(viewer, asked=asked.public_id, focal=viewer.account, **told, **named(action, "title"))


def _propose(house: House, record: Record) -> None:
    viewer, run = house.viewers[record["by"]], house.find("run", record["evaluation"])
    audience = tuple(record["audience"])
    made = runs.propose(viewer, run=run, level=record["level"], audience=audience, **named(record, "title"))
    house.keep("release", record["evaluation"], made)


def _agree(house: House, by: str) -> None:
    viewer = house.viewers[by]
    (asked,) = (one for one in releases_asked(viewer) if one.open)
    runs.agree(viewer, consent=asked.public_id, version=asked.version)


def _issue(house: House, record: Record) -> None:
    viewer, release = house.viewers[record["by"]], house.find("release", record["evaluation"])
    runs.issue(viewer, release=release, version=release_page(viewer, release=release).version)
