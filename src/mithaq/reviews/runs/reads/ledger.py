"""What a party has of the training, out of the newest that the viewer sees: its part of a release, a run, a release."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.reviews.runs.models import Part, Release, Run
from mithaq.reviews.runs.reads.shapes import GoalStands, LedgerShown

UNKNOWN: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ledger is from: a part, a run or a release, by its public id and reference, and the day."""

    source: str
    thing: str
    ref: str
    on: str
    demonstration: bool


NOWHERE = Place("", "", "", "", demonstration=False)


@read("runs.ledger")
def ledger(viewer: Viewer, *, party: str) -> LedgerShown:
    """Seats offered → used → completed → learned → applied → goals, of one party. A fixed number of queries."""
    part = Part.objects.filter(party=party, gone=False).order_by("-pk").first()
    run = Run.objects.filter(parties__contains=f",{party},").order_by("-pk").defer("content", "base").first()
    if part and (run is None or run.made_at <= part.at):
        return _of_part(party, part)
    if run:
        return _of_run(party, run)
    return _of_release(party)


def _of_part(party: str, part: Part) -> LedgerShown:
    thing, ref = Release.objects.filter(pk=part.release_id).values_list("public_id", "ref").first() or ("", "")
    kept = json.loads(part.content)
    place = Place("part", thing, ref, part.at.date().isoformat(), demonstration=kept["demonstration"])
    return _shown(party, place, kept["ledger"])


def _of_run(party: str, run: Run) -> LedgerShown:
    content = Run.objects.filter(pk=run.pk).values_list("content", flat=True).get()
    own = next((one for one in _array(content, "ledger") if one["party"] == party), UNKNOWN)
    on = run.made_at.date().isoformat()
    return _shown(party, Place("run", run.public_id, run.ref, on, demonstration=run.demonstration), own)


def _array(text: str, name: str) -> list[dict[str, Any]]:
    """A list of a content by its name, without reading the rest of it."""
    key = f'"{name}":'
    found: list[dict[str, Any]] = json.JSONDecoder().raw_decode(text, text.index(key) + len(key))[0]
    return found


def _of_release(party: str) -> LedgerShown:
    rows = Release.objects.filter(state=Release.State.ISSUED, agreed__contains=f",{party},").order_by("-pk")
    release = rows.first()
    if release is None:
        return _shown(party, NOWHERE, UNKNOWN)
    table = json.loads(release.content)["table"]
    cell = dict(zip(table["parties"], table["rows"], strict=True)).get(party) or {"n": None, "gain": None}
    on = release.released_at.date().isoformat() if release.released_at else ""
    place = Place("release", release.public_id, release.ref, on, demonstration=release.demonstration)
    return _shown(party, place, {"learned": {"n": cell["n"], "gain": cell["gain"], "verdict": ""}})


def _shown(party: str, place: Place, kept: dict[str, Any]) -> LedgerShown:
    learned = kept.get("learned") or {"n": None, "gain": None, "verdict": ""}
    gain, applied = learned["gain"] or UNKNOWN, kept.get("applied") or UNKNOWN
    return LedgerShown(
        party=party, source=place.source, thing=place.thing, ref=place.ref, on=place.on, offered=kept.get("offered"),
        used=kept.get("used"), completed=kept.get("completed"), learned=learned["n"], verdict=learned["verdict"],
        gain=gain.get("estimate"), gain_low=gain.get("low"), gain_high=gain.get("high"), applied=applied.get("estimate"),
        applied_low=applied.get("low"), applied_high=applied.get("high"), applied_of=applied.get("n"),
        goals=tuple(map(_goal, kept.get("goals", ()))),
        demonstration=place.demonstration,
    )  # fmt: skip


def _goal(kept: dict[str, Any]) -> GoalStands:
    return GoalStands(kept["goal"], Bilingual(**kept["words"]), kept["state"], tuple(kept.get("courses", ())))
