"""What was answered and done: where the parties stand, how commitments moved, actions, reports, scores, each on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from mithaq.access.operation import Reference
from mithaq.cli.example.house import House, Record, Step, named
from mithaq.followup import operations as followup
from mithaq.followup.reads import action_page
from mithaq.register.commitments import operations as commitments
from mithaq.register.commitments.reads import commitment_page

WAYS = {
    "proposed": (),
    "agreed": ("agreed",),
    "under_way": ("agreed", "under_way"),
    "done": ("agreed", "done"),
    "not_done": ("not_done",),
    "superseded": ("superseded",),
}
REASONS = {"agreed": "اتُّفق على المضي فيه.", "under_way": "بدأ العمل به."}


def follow_up(house: House) -> Iterator[Step]:
    """All that was done about the commitments, in no order yet."""
    (data,) = house.records("followup.yaml")
    for record in data["acceptances"]:
        yield Step(record["date"], partial(_stand, house, record))
    for record in data["commitments"]:
        if record["since"]:
            yield Step(record["since"], partial(_move_commitment, house, record))
    for record in data["actions"]:
        yield from _action(house, record)
    for record in data["scores"]:
        yield Step(record["date"], partial(_score, house, record))


def _stand(house: House, record: Record) -> None:
    commitment = house.find("commitment", record["commitment"])
    said = {"commitment": commitment, "stand": record["stand"], **named(record, "text")}
    commitments.state_stand(house.viewers[record["by"]], **said)


def _move_commitment(house: House, record: Record) -> None:
    commitment = house.find("commitment", record["commitment"])

    def step(**given: Any) -> Reference:
        version = commitment_page(house.officer, commitment=commitment).version
        return commitments.change_state(house.officer, commitment=commitment, version=version, **given)

    _move(record, step)


def _move(record: Record, step: Callable[..., Reference]) -> None:
    """From proposed to the state it has by the steps that lead there, each with its reason."""
    for state in WAYS[record["state"]]:
        own = record["reason_ar"] if state == record["state"] else ""
        step(state=state, reason=own or REASONS[state])


def _action(house: House, record: Record) -> Iterator[Step]:
    """An action is taken up, moves when the first report comes in (or at once), and is reported on."""
    moved = record["reports"][0]["date"] if record["reports"] else record["added"]
    yield Step(record["added"], partial(_take_up, house, record))
    if record["state"] in ("agreed", "under_way"):
        yield Step(moved, partial(_move_action, house, record))
    for report in record["reports"]:
        yield Step(report["date"], partial(_report, house, record["code"], report))
    if record["state"] in ("done", "not_done", "superseded"):
        yield Step(record["reports"][-1]["date"] if record["reports"] else moved, partial(_move_action, house, record))


def _take_up(house: House, record: Record) -> None:
    made = followup.add_action(
        house.officer,
        commitments=tuple(house.find("commitment", code) for code in record["commitments"]),
        owner=record["owner"],
        focal=record["focal_point"],
        due=record["due"],
        level=record["level"],
        audience=record["audience"],
        demonstration=True,
        **named(record, "title"),
    )
    house.keep("action", record["code"], made)


def _move_action(house: House, record: Record) -> None:
    action = house.find("action", record["code"])

    def step(**given: Any) -> Reference:
        version = action_page(house.officer, action=action).version
        return followup.change_action_state(house.officer, action=action, version=version, **given)

    _move(record, step)


def _report(house: House, action: str, record: Record) -> None:
    proof: Record = {}
    if record["document"]:
        document, sentence = house.sentence_of(record["document"], record["quote"])
        proof = {"document": document, "sentence": sentence}
    made = followup.report_progress(
        house.viewers[record["by"]],
        action=house.find("action", action),
        percent=record["percent"],
        **named(record, "text"),
        **proof,
    )
    if record["confirmed_by"]:
        followup.confirm_report(house.viewers[record["confirmed_by"]], report=made.public_id, version=1)


def _score(house: House, record: Record) -> None:
    document, sentence = house.sentence_of(record["document"], record["quote"])
    commitments.score_commitment(
        house.viewers[record["by"]],
        commitment=house.find("commitment", record["commitment"]),
        party=record["party"],
        value=record["score"],
        document=document,
        sentence=sentence,
    )
