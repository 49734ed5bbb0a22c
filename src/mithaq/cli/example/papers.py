"""What was said: short quotes of the sources, the commitments and figures that rest on them, and the demonstration's documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.cli.example.house import PUBLIC, House, Record, Step, cited_sources, named
from mithaq.proposals import operations as proposals
from mithaq.proposals.reads import reader
from mithaq.register.commitments import operations as commitments
from mithaq.register.commitments.reads import commitment_page
from mithaq.register.meetings import operations as meetings
from mithaq.register.parties import operations as parties

HEAD = "مقتطفات قصيرة، كل منها في سطر، من نص نشره غيرنا: {source}. والنص كله لدى ناشره."
RECORDED = "سُجّل في السجل من هذه الجملة نفسها."
REPORTED = {"S0": "M6", "S1": "M9", "S2": "M6", "S3": "M3", "S4": "M7"}  # the meeting that a source reports
ACCEPT = {"commitment": commitments.accept_commitment, "figure": parties.accept_figure}


def quote(house: House) -> None:
    """The five sources as documents of their short quotes, then the figures and commitments that cite them."""
    sources = cited_sources(house.records("sources.yaml"))
    told, numbers = house.records("commitments.yaml"), house.records("figures.yaml")
    for record in house.records("sources.yaml"):
        if record["kind"] == "seed":
            lines = [r["anchor"] for r in (*told, *numbers) if r["source"] == record["id"] and r["anchor"]]
            _source(house, record, [HEAD.format(source=sources[record["id"]]), *lines])
    for record in numbers:
        _figure(house, record, sources)
    for record in told:
        _commitment(house, record)
    for record in house.records("sources.yaml"):
        if record["kind"] == "seed":
            _reject_rest(house, house.find("document", record["id"]))


def _source(house: House, record: Record, lines: list[str]) -> None:
    about = {"title": record["title_ar"], "publisher": record["publisher_ar"], "published": record["published"]}
    made = proposals.take_in(house.officer, level=PUBLIC, text="\n".join(lines), language="ar", **about)
    document = house.keep("document", record["id"], made)
    meetings.attach(house.officer, meeting=house.find("meeting", REPORTED[record["id"]]), document=document)


def _reject_rest(house: House, document: str) -> None:
    """What was read in the quotes stands in the register already."""
    for found in reader(house.officer, document=document).proposals:
        proposals.reject(house.officer, proposal=found.public_id, version=found.version, reason=RECORDED)


def _figure(house: House, record: Record, sources: dict[str, str]) -> None:
    rests: Record = {"source": sources[record["source"]]}
    if record["anchor"]:
        document, sentence = house.sentence_of(record["source"], record["anchor"])
        rests = {"document": document, "sentence": sentence}
    made = parties.record_figure(
        house.officer,
        level=PUBLIC,
        party=record["about"],
        comparator=record["comparator"],
        value=record["value"],
        as_of=record["as_of"],
        speaker=house.find("person", record["speaker"]),
        **named(record, "what"),
        **rests,
    )
    house.keep("figure", record["id"], made)


def _commitment(house: House, record: Record) -> None:
    """A commitment with who answers for it; judged to be an earlier call made again, where that is known."""
    document, sentence = house.sentence_of(record["source"], record["anchor"])
    (data,) = house.records("followup.yaml")
    answers: Record = next((r for r in data["commitments"] if r["commitment"] == record["id"]), {})
    due = answers.get("due") or ""
    made = commitments.add_commitment(
        house.officer,
        kind=record["kind"],
        words=record["anchor"],
        document=document,
        sentence=sentence,
        translation=record["translation_en"],
        speaker=house.find("person", record["speaker"]),
        by=[record["party"]],
        addressees=record["addressees"],
        areas=record["areas"],
        meeting=house.find("meeting", record["meeting"]),
        said_on=record["said_on"],
        due_words=record["due"] or "",
        level=record["level"],
        audience=record["audience"],
        owner=answers.get("owner", ""),
        focal=answers.get("focal_point", ""),
        due=due if len(due) == len("2026-11-25") else "",
        **named(record, "title"),
    )
    judge(house, house.keep("commitment", record["id"], made), record["repeats_of"])


def judge(house: House, commitment: str, earlier: str | None) -> None:
    """Judge a commitment to be the same call as an earlier one, if the likeness of the two was found."""
    if not earlier:
        return
    for repeat in commitment_page(house.officer, commitment=commitment).repeats:
        if repeat.other.public_id == house.find("commitment", earlier):
            known = {"repeat": repeat.public_id, "decision": "same"}
            commitments.judge_repeat(house.officer, version=repeat.version, **known)


def take_in(house: House) -> Iterator[Step]:
    """The demonstration's documents on the day they were published, and the few decisions on what was read in them."""
    for record in house.records("documents.csv"):
        yield Step(record["published"], partial(_take_in, house, record))
    for record in house.records("decisions.yaml"):
        yield Step(record["date"], partial(_decide, house, record))


def _take_in(house: House, record: Record) -> None:
    language, viewer = record["language"], house.viewers[record["filed_by"]]
    content = (house.folder / "documents" / record["file"]).read_bytes()
    made = proposals.take_in(
        viewer,
        file=SimpleUploadedFile(record["file"], content),
        title=record[f"title_{language}"],
        publisher=record[f"publisher_{language}"],
        published=record["published"],
        language=language,
        level=record["level"],
        audience=record["audience"].split(),
        demonstration=True,
    )
    document = house.keep("document", record["file"], made)
    meetings.attach(viewer, meeting=house.find("meeting", record["meeting"]), document=document)


def _decide(house: House, record: Record) -> None:
    """Accept the finding that holds these words, amended; nothing where the reader finds no such thing."""
    viewer, document = house.viewers[record["by"]], house.find("document", record["document"])
    for found in reader(viewer, document=document).proposals:
        if found.kind == record["kind"] and record["words"] in found.quote:
            given = {"proposal": found.public_id, "version": found.version, **record["fields"]}
            made = ACCEPT[found.kind](viewer, **given)
            judge(house, made.public_id, record["repeats"])
            return
