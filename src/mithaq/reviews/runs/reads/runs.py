"""Runs: the list, one of them, and its results by course as rows."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, history_of, names_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.reviews.runs.models import Release, Run
from mithaq.reviews.runs.reads.releases import row_of as release_row
from mithaq.reviews.runs.reads.shapes import Rows, RunMade, RunPage, RunRow

FIELDS = (
    *("public_id", "ref", "title_ar", "title_en", "courses", "year", "parties", "made_by", "made_at", "checked"),
    *("demonstration", "label_id", "pk"),
)
COLUMNS = ("course", "title_ar", "title_en", "n", "pre", "post", "gain", "low", "high", "verdict", "least_gain")


@read("runs.list")
def run_list(viewer: Viewer, *, after: str = "") -> Listing[RunRow]:
    """The runs that the viewer sees, the newest first."""
    rows = Run.objects.order_by("-pk")
    if after:
        rows = rows.filter(pk__lt=find(Run.objects.all(), after).pk)
    found = list(rows.values_list(*FIELDS)[: PAGE + 1])
    names = names_of(row[7] for row in found)
    told = tuple(_row(names, *row) for row in found[:PAGE])
    return Listing(told, told[-1].public_id if len(found) > PAGE else "")


def _row(names: dict[str, Bilingual], *v: Any) -> RunRow:
    return RunRow(
        *(v[0], v[1], Bilingual(v[2], v[3]), v[4], v[5], v[6], names[v[7]], v[8].isoformat(), v[9], v[10]),
        seen_by(v[11]),
    )


@read("runs.page")
def run_page(viewer: Viewer, *, run: str) -> RunPage:
    """One run with its whole content, what it was made with, and what was released of it."""
    row = find(Run.objects.all(), run)
    releases = Release.objects.filter(run=row).order_by("-pk")
    return RunPage(
        *(row.public_id, row.ref, Bilingual(row.title_ar, row.title_en), row.courses, row.year, row.parties),
        *(row.settings, row.seed, row.made_with, row.data_hash, row.digest, row.content),
        *(names_of([row.made_by])[row.made_by], row.made_at.isoformat(), row.checked, _at(row.checked_at)),
        tuple(map(release_row, releases)),
        _may(viewer),
        history_of(row.public_id),
        row.demonstration,
        seen_by(row.label_id),
    )


@read("runs.made")
def run_made(viewer: Viewer, *, run: str) -> RunMade:
    """How a run was made, whether it comes out the same again, and what was released of it."""
    row = find(Run.objects.defer("content", "base"), run)
    values = Run.objects.filter(pk=row.pk).values_list(*FIELDS).get()
    return RunMade(
        row=_row(names_of([row.made_by]), *values), settings=row.settings, seed=row.seed, made_with=row.made_with,
        data_hash=row.data_hash, digest=row.digest, checked_at=_at(row.checked_at),
        releases=tuple(map(release_row, Release.objects.filter(run=row).order_by("-pk"))), may=_may(viewer),
        history=history_of(row.public_id),
    )  # fmt: skip


def _at(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _may(viewer: Viewer) -> tuple[str, ...]:
    needs = {"releases.propose": P.RELEASES_MAKE, "runs.check": P.FINDINGS_EVALUATE}
    return tuple(name for name, permission in needs.items() if permission in viewer.permissions)


@read("runs.json")
def run_json(viewer: Viewer, *, run: str) -> dict[str, Any]:
    """The content of a run as it is kept, and its digest: what was measured, to be read by machines."""
    row = find(Run.objects.all(), run)
    return {"ref": row.ref, "digest": row.digest, "content": json.loads(row.content)}


@read("runs.rows")
def run_rows(viewer: Viewer, *, run: str) -> Rows:
    """What a run says of every course, as flat rows: scores and gains in points of 100."""
    row = find(Run.objects.all(), run)
    content = json.loads(row.content)
    facts = {one["code"]: one for one in content["courses"]}
    return Rows(
        row.ref, COLUMNS, tuple(_flat(one, facts.get(one["course"], {})) for one in content["report"]["courses"])
    )


def _flat(told: dict[str, Any], facts: dict[str, Any]) -> tuple[str, ...]:
    gain = told["pooled"] or told["own"] or {}
    title = facts.get("title", {})
    numbers = (
        told["n"],
        told["pre_mean"],
        told["post_mean"],
        *(gain.get(name) for name in ("estimate", "low", "high")),
    )
    return (
        *(told["course"], title.get("ar", ""), title.get("en", ""), *map(written, numbers), told["verdict"]),
        written(facts.get("least_gain")),
    )


def written(number: float | None) -> str:
    """A number as text, at most two decimals; empty for none."""
    return (
        "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".") if isinstance(number, float) else str(number)
    )
