"""Reading a text before anything is locked, and storing what was found. A corrected text keeps the decisions that stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop

from mithaq.access.inserting import insert_all
from mithaq.archive.models import Document, Text
from mithaq.core import clock
from mithaq.proposals.carrying import Moves, find_once
from mithaq.proposals.deciding import DECIDED, OPEN
from mithaq.proposals.findings import ORDER, Finding, findings_of
from mithaq.proposals.models import Finds, Proposal, Tally
from mithaq.reading.reader import read

State = Proposal.State
READER = "3"  # the version kept with what was found; counted up when the reader reads otherwise
CHANGED = gettext_noop("The text was corrected; these words do not stand in it any more.")


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader made of one edition of a text, ready to be stored."""

    edition: int
    text: str
    starts: tuple[int, ...]
    found: dict[str, Any]
    findings: tuple[Finding, ...]


NOTHING_READ = Read(0, "", (), {}, ())


def read_text(text: str, language: str, published: str, edition: int = 1) -> Read:
    """Read a text, for `store`. `language` may be empty; `published` counts if it is a whole day. No database."""
    reading = read(text, language=language or None, published=published if len(published) == 10 else None)
    starts = tuple(sentence.start for sentence in reading.sentences)
    return Read(edition, text, starts, reading.as_dict(), tuple(findings_of(reading, text)))


def store(document: Document, reading: Read) -> dict[str, Any]:
    """Store a reading of the document's present edition and its proposals, unless that edition was read before.

    Decisions on an earlier edition are carried over. Answers what changed, for the journal. Inside a visit that writes.
    """
    mine = {"label_id": document.label_id, "document_id": document.pk, "edition": document.edition}
    if document.read_edition == document.edition:
        return {}
    Finds.objects.create(**mine, reader=READER, found=reading.found, read_at=clock.now())
    kept = _carried_over(document, reading) if document.read_edition else []
    taken = {(p.kind, p.start, p.end) for p in kept}
    new = [
        Proposal(**mine, **{name: getattr(finding, name) for name in Finding.__slots__})
        for finding in reading.findings
        if (finding.kind, finding.start, finding.end) not in taken
    ]
    rows = sorted(kept + new, key=lambda p: (p.start, -p.end, ORDER.index(p.kind), p.rule))
    for number, proposal in enumerate(rows, 1):
        proposal.number = number
    insert_all(rows)
    _count(document, rows)
    Document.objects.filter(pk=document.pk).update(read_edition=document.edition)
    reopened = [p.public_id for p in kept if p.state == State.REOPENED]
    return {"proposals": [None, len(rows)], **({"reopened": [None, len(reopened)]} if reopened else {})}


def _count(document: Document, rows: list[Proposal]) -> None:
    counts = {
        "waiting": sum(p.state in OPEN for p in rows),
        "decided": sum(p.state in DECIDED for p in rows),
    }
    if document.read_edition:
        Tally.objects.filter(document=document).update(**counts)
    else:
        Tally.objects.create(document=document, label_id=document.label_id, **counts)


def _carried_over(document: Document, reading: Read) -> list[Proposal]:
    """The proposals of the edition read last, taken out of the table to be put back at their new places.

    Those that are gone stay in it. Each gets a new version: who looked at the old text must look again.
    """
    before = Text.objects.values_list("text", flat=True).get(document=document, edition=document.read_edition)
    moves, found = Moves(before, reading.text), {(f.kind, f.start, f.end): f for f in reading.findings}
    rows = list(Proposal.objects.filter(document=document, edition=document.read_edition).exclude(state=State.GONE))
    standing = [row for row in rows if row.start < row.end]
    places: dict[int, tuple[int, int] | None] = dict(
        zip((row.pk for row in standing), moves.places([(row.start, row.end) for row in standing]), strict=True)
    )
    places |= {row.pk: find_once(reading.text, row.quote) for row in rows if row.start == row.end}
    kept: list[Proposal] = []
    gone: list[Proposal] = []
    for row in rows:
        (kept if _stands(row, places[row.pk], moves, found) else gone).append(row)
    Proposal.objects.bulk_update((Proposal(pk=row.pk, state=State.GONE) for row in gone), ["state"], batch_size=400)
    Proposal.objects.filter(document=document, edition=document.read_edition).exclude(state=State.GONE).delete()
    for row in kept:
        row.edition, row.version = document.edition, row.version + 1
        row.sentence = max(1, bisect_right(reading.starts, row.start))
    return kept


def _stands(row: Proposal, place: tuple[int, int] | None, moves: Moves, found: dict[Any, Finding]) -> bool:
    """Move a proposal to where its words stand now; False if it was not decided and is not found again as it was."""
    if row.state == State.WAITING:
        again = found.get((row.kind, *place)) if place else None
        if again is None or again.fields != row.fields:
            return False
    if place is None:
        place = (moves.near(row.start),) * 2
        row.note = CHANGED
        if row.state != State.REJECTED:
            row.state = State.REOPENED
    row.start, row.end = place
    return True
