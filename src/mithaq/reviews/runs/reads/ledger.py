"""What a party has of the training, out of the newest that the viewer sees: its part of a release, a run, a release."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.training.reads.naming import courses_coded
from mithaq.reviews.runs.models import Part, Release, Run
from mithaq.reviews.runs.reads.shapes import CourseServing, GoalStands, LedgerShown
from mithaq.reviews.runs.titles import titles_in

UNKNOWN: dict[str, Any] = {}
NO_TITLES: dict[str, Bilingual] = {}


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
    titles = {one["code"]: Bilingual(**one["title"]) for one in kept["courses"]}
    return _shown(party, place, kept["ledger"], titles)


def _of_run(party: str, run: Run) -> LedgerShown:
    content = Run.objects.filter(pk=run.pk).values_list("content", flat=True).get()
    own = next((one for one in _array(content, "ledger") if one["party"] == party), UNKNOWN)
    on = run.made_at.date().isoformat()
    titles = titles_in(content, _codes(own))
    return _shown(party, Place("run", run.public_id, run.ref, on, demonstration=run.demonstration), own, titles)


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


def _codes(kept: dict[str, Any]) -> set[str]:
    """The courses that serve the goals of a ledger."""
    return {code for goal in kept.get("goals", ()) for code in goal.get("courses", ())}


def _shown(party: str, place: Place, kept: dict[str, Any], titles: Mapping[str, Bilingual] = NO_TITLES) -> LedgerShown:
    """`titles`: those of courses that the run or the part of it tells by itself."""
    learned = kept.get("learned") or {"n": None, "gain": None, "verdict": ""}
    gain, applied = learned["gain"] or UNKNOWN, kept.get("applied") or UNKNOWN
    return LedgerShown(
        party=party, source=place.source, thing=place.thing, ref=place.ref, on=place.on, offered=kept.get("offered"),
        used=kept.get("used"), completed=kept.get("completed"), learned=learned["n"], verdict=learned["verdict"],
        gain=gain.get("estimate"), gain_low=gain.get("low"), gain_high=gain.get("high"), applied=applied.get("estimate"),
        applied_low=applied.get("low"), applied_high=applied.get("high"), applied_of=applied.get("n"),
        goals=goals_named(kept, titles),
        demonstration=place.demonstration,
    )  # fmt: skip


def goals_named(kept: dict[str, Any], titles: Mapping[str, Bilingual]) -> tuple[GoalStands, ...]:
    """With the courses by name: nobody is told the name of a course who could not read it in the run or the catalogue."""
    seen = courses_coded(_codes(kept))
    serving = {
        code: CourseServing(
            code, titles.get(code) or (one.title if one else Bilingual("", "")), one.public_id if one else ""
        )
        for code in _codes(kept)
        for one in (seen.get(code),)
    }
    return tuple(
        GoalStands(
            goal["goal"], Bilingual(**goal["words"]), goal["state"],
            tuple(serving[code] for code in goal.get("courses", ())),
        )
        for goal in kept.get("goals", ())
    )  # fmt: skip
