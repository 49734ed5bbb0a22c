"""Joint texts of the example: drafted, amended, remarked on and put under silence, each on its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from django.conf import settings

from mithaq.cli.example.house import House, Record, Step, named
from mithaq.core import clock
from mithaq.followup.tick import end_silences
from mithaq.register.texts import operations as texts
from mithaq.register.texts.reads import text_page


def agree(house: House) -> Iterator[Step]:
    """All that was done with the texts, in no order yet. What runs when the example is loaded began the day before."""
    (followed,) = house.records("followup.yaml")
    today = max(clock.today(settings.TIME_ZONE), date.fromisoformat(followed["as_of"]))
    for record in house.records("texts.yaml"):
        yield Step(record["drafted"], partial(_draft, house, record))
        for amendment in record["amendments"]:
            yield Step(amendment["at"], partial(_amend, house, record["code"], amendment))
        for remark in record["comments"]:
            yield Step(remark["at"], partial(_comment, house, record["code"], remark))
        if record["silence"]:
            yield from _silence(house, record["code"], record["silence"], today)


def _draft(house: House, record: Record) -> None:
    words = {f"text_{name}": "\n\n".join(part[name] for part in record["paragraphs"]) for name in ("ar", "en")}
    made = texts.draft(
        house.viewers[record["by"]],
        level=record["level"],
        audience=tuple(record["audience"]),
        kind=record["kind"],
        meeting=house.find("meeting", record["meeting"]),
        demonstration=True,
        **named(record, "title"),
        **words,
    )
    house.keep("text", record["code"], made)


def _key(house: House, text: str, number: int | None) -> str:
    """What names this paragraph of the present edition; empty for none."""
    return text_page(house.officer, text=text).paragraphs[number - 1].key if number else ""


def _amend(house: House, code: str, record: Record) -> None:
    text = house.find("text", code)
    edition = text_page(house.officer, text=text).row.edition
    wanted = {name: record[name] for name in ("ar", "en", "why")}
    key = _key(house, text, record["paragraph"])
    viewer = house.viewers[record["by"]]
    made = texts.amend(viewer, text=text, edition=edition, change="replace", paragraph=key, **wanted)
    if taken := record["accepted"]:
        drafter = house.viewers[taken["by"]]
        texts.accept_amendment(drafter, amendment=made.public_id, version=1)
        texts.revise(drafter, text=text, version=text_page(drafter, text=text).version, summary=taken["summary"])


def _comment(house: House, code: str, record: Record) -> None:
    text = house.find("text", code)
    key = _key(house, text, record["paragraph"])
    texts.comment(house.viewers[record["by"]], text=text, paragraph=key, words=record["words"])


def _silence(house: House, code: str, record: Record, today: date) -> Iterator[Step]:
    until = record["on"] or (today + timedelta(days=record["days"])).isoformat()
    begun = record["at"] or (today - timedelta(days=1)).isoformat()
    yield Step(begun, partial(_propose, house, code, record, until))
    for statement in record["statements"]:
        yield Step(statement["at"], partial(_state, house, code, statement))
    for agreed in record["agreed"]:
        yield Step(agreed["at"] or begun, partial(_agree, house, code, agreed))
    if record["closed"]:
        yield Step(record["closed"], end_silences)


def _propose(house: House, code: str, record: Record, until: str) -> None:
    viewer, text = house.viewers[record["by"]], house.find("text", code)
    made = texts.propose(
        viewer,
        text=text,
        version=text_page(viewer, text=text).version,
        under=tuple(record["under"]),
        noting=tuple(record["noting"]),
        **{"on": until, "at": record["hour"], "zone": record["zone"]},
        **named(record, "means"),
    )
    house.keep("silence", code, made)


def _state(house: House, code: str, record: Record) -> None:
    words = {"words_ar": record["ar"], "words_en": record["en"]}
    silence = house.find("silence", code)
    texts.attach(house.viewers[record["by"]], silence=silence, kind=record["kind"], **words)


def _agree(house: House, code: str, record: Record) -> None:
    texts.agree(house.viewers[record["by"]], silence=house.find("silence", code))
