"""What is said around the table of the example: minutes with their corrections, outcomes, ideas, positions, joint goals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from mithaq.access.operation import Reference
from mithaq.cli.example.house import House, Record, Step, cited_sources, named
from mithaq.register.consultations import operations, reads
from mithaq.register.meetings.reads import meeting_page


def conclude(house: House) -> Iterator[Step]:
    """All of it, in no order yet."""
    (followed,) = house.records("followup.yaml")
    for record in house.records("issues.yaml"):
        yield Step(followed["opened"], partial(_issue, house, record))
        for position in record["positions"]:
            yield Step(position["at"] or followed["opened"], partial(_position, house, record["code"], position))
    for record in house.records("ideas.yaml"):
        yield Step(record["filed"], partial(_idea, house, record))
        for step in record["steps"]:
            yield Step(step["at"], partial(STEPS[step["step"]], house, record["code"], step))
    for record in house.records("minutes.yaml"):
        yield from _minutes(house, record)
    for record in house.records("goals.yaml"):
        yield from _interest(house, record)


def _rests(house: House, record: Record) -> Record:
    """The sentence that holds the words of a record: in a document of the demonstration, or among the quotes of a source."""
    if not record["words"]:
        sources = cited_sources(house.records("sources.yaml"))
        return {"source": sources[record["source"]]} if record.get("source") else {}
    document, sentence = house.sentence_of(record["document"] or record["source"], record["words"])
    return {"document": document, "sentence": sentence}


def _told(record: Record) -> Record:
    return {"level": record["level"], "audience": tuple(record["audience"]), "demonstration": True}


def _issue(house: House, record: Record) -> None:
    about = {"areas": tuple(record["areas"]), **named(record, "title", "about"), **_told(record)}
    house.keep("issue", record["code"], operations.add_issue(house.viewers[record["by"]], **about))


def _position(house: House, issue: str, record: Record) -> None:
    about = {name: record[name] for name in ("party", "stance", "words")}
    viewer = house.viewers[record["by"]]
    operations.record_position(viewer, issue=house.find("issue", issue), **about, **_rests(house, record))


def _idea(house: House, record: Record) -> None:
    about = {"areas": tuple(record["areas"]), **named(record, "title", "text"), **_told(record)}
    made = operations.file_idea(house.viewers[record["by"]], **about, **_rests(house, record))
    house.keep("idea", record["code"], made)


def _at(house: House, code: str, record: Record) -> Record:
    """The idea as it stands, and why it goes on."""
    idea = house.find("idea", code)
    version = reads.idea_page(house.viewers[record["by"]], idea=idea).version
    return {"idea": idea, "version": version, "reason": record["reason"] or ""}


def _sponsor(house: House, code: str, record: Record) -> Reference:
    return operations.sponsor_idea(house.viewers[record["by"]], **_at(house, code, record))


def _propose(house: House, code: str, record: Record) -> Reference:
    said = {"words": record["words"], "addressees": tuple(record["addressees"])}
    return operations.propose_idea(house.viewers[record["by"]], **said, **_at(house, code, record))


def _refuse(house: House, code: str, record: Record) -> Reference:
    return operations.close_idea(house.viewers[record["by"]], state="refused", **_at(house, code, record))


STEPS = {"sponsor": _sponsor, "propose": _propose, "refuse": _refuse}


def _minutes(house: House, record: Record) -> Iterator[Step]:
    code = record["code"]
    yield Step(record["begun"], partial(_write, house, record))
    if record["circulated"]:
        yield Step(record["circulated"]["at"], partial(_circulate, house, record))
    for correction in record["corrections"]:
        yield Step(correction["at"], partial(_correct, house, code, correction))
        if answered := correction["answered"]:
            yield Step(answered["at"], partial(_answer, house, code, correction["by"], answered))
    for outcome in record["outcomes"]:
        yield Step(outcome["at"], partial(_outcome, house, record, outcome))


def _item(house: House, code: str, number: int) -> reads.ItemShown:
    """The item of minutes with this number; 0 is the general one."""
    page = reads.minutes_page(house.officer, minutes=house.find("minutes", code))
    return next(item for item in page.items if item.general == (not number) and item.number == number)


def _write(house: House, record: Record) -> None:
    viewer, code = house.viewers[record["by"]], record["code"]
    meeting = house.find("meeting", record["meeting"])
    minutes = house.keep("minutes", code, operations.begin_minutes(viewer, meeting=meeting, demonstration=True))
    if taken := record["taken"]:
        places = []
        for sentence in taken["sentences"]:
            document, number = house.sentence_of(taken["document"], sentence["words"])
            places.append(f"{number}:{_item(house, code, sentence['item']).public_id}")
        sent: Record = {"document": document, "edition": 1, "places": tuple(places)}
        operations.take_into_minutes(viewer, minutes=minutes, **sent)
    for wanted in record["items"]:
        item = _item(house, code, wanted["item"])
        texts = {"text_ar": wanted["ar"] or item.text.ar, "text_en": wanted["en"] or item.text.en}
        operations.write_minutes(viewer, minutes_item=item.public_id, version=item.version, **texts)


def _circulate(house: House, record: Record) -> None:
    viewer, minutes, to = house.viewers[record["by"]], house.find("minutes", record["code"]), record["circulated"]
    version = reads.minutes_page(viewer, minutes=minutes).version
    released = {"level": to["level"], "audience": tuple(to["audience"])}
    operations.circulate_minutes(viewer, minutes=minutes, version=version, **released)


def _correct(house: House, code: str, record: Record) -> None:
    item = _item(house, code, record["item"])
    wording = getattr(item.text, record["language"]).replace(record["was"], record["is"])
    asked = {"language": record["language"], "reason": record["reason"], "version": item.version}
    viewer = house.viewers[record["by"]]
    made = operations.correct_minutes(viewer, minutes_item=item.public_id, wording=wording, **asked)
    house.keep("correction", f"{code} {record['by']}", made)


def _answer(house: House, code: str, asked_by: str, record: Record) -> None:
    correction = house.find("correction", f"{code} {asked_by}")
    said = {"decision": record["decision"], "answer": record["answer"]}
    operations.answer_correction(house.viewers[record["by"]], correction=correction, version=1, **said)


def _agenda_item(house: House, meeting: str, number: int) -> str:
    return next(item.public_id for item in meeting_page(house.officer, meeting=meeting).agenda if item.number == number)


def _outcome(house: House, minutes: Record, record: Record) -> None:
    meeting = house.find("meeting", minutes["meeting"])
    document, sentence = house.sentence_of(minutes["taken"]["document"], record["words"])
    operations.record_outcome(
        house.viewers[record["by"]],
        meeting=meeting,
        item=_agenda_item(house, meeting, record["item"]),
        document=document,
        sentence=sentence,
        by=(record["party"],),
        areas=tuple(record["areas"]),
        issue=house.find("issue", record["issue"]),
        stance=record["stance"] or "",
        kind=record["kind"],
        words=record["words"],
        **named(record, "title"),
    )


def _interest(house: House, record: Record) -> Iterator[Step]:
    yield Step(record["added"], partial(_add_interest, house, record))
    for number, goal in enumerate(record["goals"]):
        code = f"{record['code']} {number}"
        for means in goal["means"]:
            yield Step(means["at"], partial(_serve, house, code, means, operations.serve_goal))
        for means in goal["proposed"]:
            yield Step(means["at"], partial(_serve, house, code, means, operations.propose_means))
        for result in goal["results"]:
            yield Step(result["at"], partial(_measure, house, code, record["by"], result))


def _add_interest(house: House, record: Record) -> None:
    viewer = house.viewers[record["by"]]
    several = {name: tuple(record[name]) for name in ("parties", "areas")}
    about = {**several, **named(record, "title"), **_told(record), **_rests(house, record)}
    interest = house.keep("interest", record["code"], operations.add_interest(viewer, **about))
    for number, goal in enumerate(record["goals"]):
        known = {"baseline": goal["baseline"], "target": goal["target"], "due": goal["due"]}
        made = operations.add_goal(viewer, interest=interest, **known, **named(goal, "title", "measure"))
        house.keep("goal", f"{record['code']} {number}", made)


def _measure(house: House, goal: str, by: str, record: Record) -> None:
    told = {"value": record["value"], "as_of": record["as_of"], **_rests(house, record)}
    operations.measure_goal(house.viewers[by], goal=house.find("goal", goal), **told)


def _serve(house: House, goal: str, record: Record, serve: Callable[..., Any]) -> None:
    named_so = {"goal": house.find("goal", goal), "course": house.find("course", record["course"])}
    serve(house.viewers[record["by"]], demonstration=True, **named_so, **named(record, "how"))
