"""Releases and the consent of parties: lists, one of them, its table as rows."""

from __future__ import annotations

import json
from typing import Any

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, history_of, names_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.reviews.runs.models import Consent, Part, Release, Run
from mithaq.reviews.runs.reads.shapes import ConsentPage, ConsentRow, ReleasePage, ReleaseRow, Rows

COLUMNS = ("party", "area", "year", "n", "gain", "low", "high")
STATE = Release.State


def row_of(row: Release) -> ReleaseRow:
    """A release as a row; the instant is that of its last step."""
    at = row.taken_back_at or row.released_at or row.proposed_at
    return ReleaseRow(
        *(row.public_id, row.ref, Bilingual(row.title_ar, row.title_en), row.state, row.agreed, at.isoformat()),
        row.demonstration,
        seen_by(row.label_id),
    )


@read("releases.list")
def release_list(viewer: Viewer, *, after: str = "") -> Listing[ReleaseRow]:
    """The releases that the viewer sees, the newest first; proposed ones their makers alone see."""
    rows = Release.objects.order_by("-pk").defer("content", "attack")
    if after:
        rows = rows.filter(pk__lt=find(Release.objects.all(), after).pk)
    found = list(map(row_of, rows[: PAGE + 1]))
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


@read("releases.page")
def release_page(viewer: Viewer, *, release: str) -> ReleasePage:
    """One release: what is shown, what came of the attack on it, who agreed as far as the viewer may see, and the viewer's own
    part."""
    row = find(Release.objects.all(), release)
    run = Run.objects.filter(pk=row.run_id).values_list("public_id", "ref").first()
    kept = row.content if run or row.state != STATE.WITHDRAWN else ""
    own = Part.objects.filter(release=row, party=viewer.party, gone=False).values_list("content", "label_id").first()
    consents = Consent.objects.filter(release=row).order_by("party")
    public_id, ref = run or ("", "")
    return ReleasePage(
        row=row_of(row), run=public_id, run_ref=ref, level=row.level, audience=row.audience, threshold=row.threshold,
        content=kept, attack=row.attack if kept else {}, part=own[0] if own else "",
        part_seen=seen_by(own[1]) if own else None, consents=consent_rows(viewer, list(consents)),
        reason=row.reason, may=_may(viewer, row, makes=run is not None), history=history_of(row.public_id),
        version=row.version,
    )  # fmt: skip


def _may(viewer: Viewer, row: Release, *, makes: bool) -> tuple[str, ...]:
    if not makes or P.RELEASES_MAKE not in viewer.permissions:
        return ()
    steps = {
        STATE.PROPOSED: ("releases.issue", "releases.withdraw"),
        STATE.ISSUED: ("releases.withdraw",),
        STATE.WITHDRAWN: (),
    }
    found: tuple[str, ...] = steps[STATE(row.state)]
    return found


def consent_rows(viewer: Viewer, rows: list[Consent]) -> tuple[ConsentRow, ...]:
    """These consents with what the viewer may do."""
    names = names_of(row.said_by for row in rows if row.said_by) | {"": Bilingual("", "")}
    return tuple(
        ConsentRow(
            public_id=row.public_id, party=row.party, answer=row.answer, title=Bilingual(row.title_ar, row.title_en),
            level=row.level, audience=row.audience, asked_at=row.asked_at.isoformat(), by=names[row.said_by],
            at=row.said_at.isoformat() if row.said_at else "", reason=row.reason, open=row.open,
            may=_answers(viewer, row), version=row.version, seen=seen_by(row.label_id),
        )
        for row in rows
    )  # fmt: skip


def _answers(viewer: Viewer, row: Consent) -> tuple[str, ...]:
    if not row.open or row.party != viewer.party or P.RELEASES_AGREE not in viewer.permissions:
        return ()
    answers = {Consent.Answer.AGREED: "releases.agree", Consent.Answer.DECLINED: "releases.decline"}
    return tuple(name for answer, name in answers.items() if answer != row.answer)


@read("releases.asked")
def releases_asked(viewer: Viewer) -> tuple[ConsentRow, ...]:
    """What the viewer's party is asked to agree to and can still answer, the newest first."""
    return consent_rows(viewer, list(Consent.objects.filter(party=viewer.party, open=True).order_by("-pk")))


@read("releases.consent")
def consent_page(viewer: Viewer, *, consent: str) -> ConsentPage:
    """What a party is asked to agree to: what others would see of it at most."""
    row = find(Consent.objects.all(), consent)
    return ConsentPage(consent_rows(viewer, [row])[0], row.content)


@read("releases.rows")
def release_rows(viewer: Viewer, *, release: str) -> Rows:
    """The table of a release as flat rows, its margins with an empty party or area; hidden numbers are empty."""
    page = release_page(viewer, release=release)
    if not page.content:
        return Rows(page.row.ref, COLUMNS, ())
    table = json.loads(page.content)["table"]
    columns = [*table["columns"], {"area": "", "year": 0}]
    lines = [
        (party, [*cells, end])
        for party, cells, end in zip(table["parties"], table["cells"], table["rows"], strict=True)
    ]
    lines.append(("", [*table["totals"], table["total"]]))
    return Rows(
        page.row.ref,
        COLUMNS,
        tuple(
            (party, column["area"], str(column["year"] or ""), *_numbers(cell))
            for party, cells in lines
            for column, cell in zip(columns, cells, strict=True)
        ),
    )


def _numbers(cell: dict[str, Any]) -> tuple[str, ...]:
    gain = cell["gain"] or {}
    told = [gain.get(name) for name in ("estimate", "low", "high")]
    return ("" if cell["n"] is None else str(cell["n"]), *("" if one is None else f"{one:.2f}" for one in told))
