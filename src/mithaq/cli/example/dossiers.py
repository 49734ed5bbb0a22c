"""The way of the example's centre to accreditation: criteria, what it showed for them, how they were judged, each on its day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mithaq.archive.reads import document_page
from mithaq.cli.example.house import House, Record, Step, cited_sources, named
from mithaq.register.training import operations as training
from mithaq.register.training.reads import dossier_page


def accredit(house: House, records: list[Record]) -> Iterator[Step]:
    """All that was done for accreditation, in no order yet."""
    for record in records:
        yield Step(record["opened"], partial(_open, house, record))
        yield Step(record["assessed"], partial(_assess, house, record))
        for number, criterion in enumerate(record["criteria"], 1):
            if criterion["shown"]:
                yield Step(criterion["shown"], partial(_show, house, record, number))
            if criterion["judged"]:
                yield Step(criterion["judged"], partial(_judge, house, record, number))


def _open(house: House, record: Record) -> None:
    told: Record = {"centre": record["centre"], "level": record["level"], "audience": tuple(record["audience"])}
    told["source"] = cited_sources(house.records("sources.yaml"))[record["source"]]
    made = training.open_dossier(house.officer, **told, **named(record, "network"))
    dossier = house.keep("dossier", record["centre"], made)
    for number, criterion in enumerate(record["criteria"], 1):
        training.set_criterion(house.officer, dossier=dossier, number=number, **named(criterion, "words"))


def _at(house: House, record: Record, number: int) -> Record:
    dossier = dossier_page(house.officer, dossier=house.find("dossier", record["centre"]))
    criterion = dossier.criteria[number - 1]
    return {"criterion": criterion.public_id, "version": criterion.version}


def _show(house: House, record: Record, number: int) -> None:
    told = record["criteria"][number - 1]
    viewer, evidence = house.viewers[told["by"]], told["evidence"]
    if told["document"]:
        document = house.ids["document", told["document"]]
        evidence %= {"ref": document_page(viewer, document=document).entry.ref}
    training.show_evidence(viewer, evidence=evidence, **_at(house, record, number))


def _judge(house: House, record: Record, number: int) -> None:
    met = record["criteria"][number - 1]["met"]
    training.judge_criterion(house.officer, met=met, **_at(house, record, number))


def _assess(house: House, record: Record) -> None:
    dossier = house.find("dossier", record["centre"])
    version = dossier_page(house.officer, dossier=dossier).version
    training.step_dossier(house.officer, dossier=dossier, version=version, state="assessed")
