"""The reader's page, the queue of what waits, and one proposal: shapes, already cut for the viewer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, Q

from mithaq.access.models import Account
from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission
from mithaq.access.shapes import PAGE, Listing, Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Document, Entry, Text
from mithaq.archive.reads import (
    AT_ONCE,
    FIELDS,
    DocumentEntry,
    entry,
    entry_of,
    next_first,
    sentences_of,
    text_of,
)
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.proposals.deciding import DECIDED, OPEN
from mithaq.proposals.models import Finds, Proposal, Tally
from mithaq.proposals.rules import explained
from mithaq.proposals.runs import Over, Run, runs_of

State = Proposal.State


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """A proposal. `fields` is what was read, `decided` what a person made of it (None: nothing yet, or as read).

    `number` is the one beside the text and `sentence` where it stands, both from 1; `stands`: its words are in the
    edition shown. `thing` and `ref` name the record that came of it, empty if none or if it was not released to the
    viewer. `clear`: may be accepted with others at once. `why` explains `rule`; `note` says why it was re-opened.
    """

    public_id: str
    number: int
    kind: str
    sentence: int
    stands: bool
    quote: str
    fields: dict[str, Any]
    rule: str
    why: Bilingual
    clear: bool
    state: str
    decided: dict[str, Any] | None
    decided_by: str
    decided_name: Bilingual
    decided_at: str
    reason: str
    note: str
    thing: str
    ref: str
    version: int
    seen: Seen


def _entries(rows: Iterable[Proposal]) -> tuple[ProposalEntry, ...]:
    """Two queries more, however many rows."""
    rows = list(rows)
    things = {row.thing for row in rows} - {""}
    refs = dict(Entry.objects.filter(thing__in=things).values_list("thing", "ref")) if things else {}
    by = {row.decided_by for row in rows} - {""}
    names = {a.username: a.name for a in Account.objects.filter(username__in=by)} if by else {}
    return tuple(_entry(row, refs, names) for row in rows)


def _entry(row: Proposal, refs: dict[str, str], names: dict[str, Bilingual]) -> ProposalEntry:
    return ProposalEntry(
        row.public_id,
        row.number,
        row.kind,
        row.sentence,
        row.start < row.end,
        row.quote,
        row.fields,
        row.rule,
        explained(row.rule),
        row.clear,
        row.state,
        row.decided,
        row.decided_by,
        names.get(row.decided_by, Bilingual(row.decided_by, row.decided_by)),
        row.decided_at.isoformat() if row.decided_at else "",
        row.reason,
        row.note,
        row.thing if row.thing in refs else "",
        refs.get(row.thing, ""),
        row.version,
        seen_by(row.label_id),
    )


@dataclass(frozen=True, slots=True)
class ReaderSentence:
    """A sentence with its number from 1, cut into runs. `opens`: it begins a line of its own."""

    number: int
    opens: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A document with what was found in it, 200 sentences a page.

    `edition` is the one shown, `read` the version of the reader that read it (empty: not read yet). `more` is the
    `first` of the next page, or 0. `waiting` and `decided` count the whole document; `next` is the number of the first
    proposal that waits, `next_first` the page (`first`) that it is on; both 0 when nothing waits.
    """

    entry: DocumentEntry
    edition: int
    read: str
    sentences: tuple[ReaderSentence, ...]
    more: int
    proposals: tuple[ProposalEntry, ...]
    waiting: int
    decided: int
    next: int
    next_first: int


@read("proposals.reader")
def reader(viewer: Viewer, *, document: str, edition: int = 0, first: int = 1) -> Reader:
    """A document beside its proposals, from sentence `first` on. `edition` 0 is the present one.

    An earlier edition is shown with its dates and parties and with what is gone since; its proposals moved on.
    """
    found = find(Document.objects.all(), document)
    text = text_of(found, edition)
    first = max(1, first)
    here = Proposal.objects.filter(document=found, edition=text.edition)
    proposals = list(here.filter(sentence__gte=first, sentence__lt=first + AT_ONCE).order_by("number"))
    counts = here.aggregate(
        waiting=Count("id", filter=Q(state__in=OPEN)),
        decided=Count("id", filter=Q(state__in=DECIDED)),
        next=Min("number", filter=Q(state__in=OPEN)),
        at=Min("sentence", filter=Q(state__in=OPEN)),
    )
    version, underneath = _underneath(found, text, first)
    over = [Over(p.start, p.end, p.kind, p.number, p.state) for p in proposals if p.start < p.end]
    return Reader(
        entry(found),
        text.edition,
        version,
        tuple(_sentences(text, first, over + underneath)),
        next_first(text, first),
        _entries(proposals),
        counts["waiting"],
        counts["decided"],
        counts["next"] or 0,
        1 + (counts["at"] - 1) // AT_ONCE * AT_ONCE if counts["at"] else 0,
    )


def _underneath(document: Document, text: Text, first: int) -> tuple[str, list[Over]]:
    """The reader's version, and the dates and parties of the sentences shown."""
    finds = Finds.objects.filter(document=document, edition=text.edition).first()
    shown = text.spans[first - 1 : first - 1 + AT_ONCE]
    if finds is None or not shown:
        return "", []
    low, high = shown[0][0], shown[-1][1]
    dates = [Over(d["start"], d["end"], "date", value=d["value"]) for d in finds.found.get("dates", ())]
    parties = [Over(p["start"], p["end"], "party", value=p["party"]) for p in finds.found.get("parties", ())]
    return finds.reader, [over for over in dates + parties if low <= over.start < high]


def _sentences(text: Text, first: int, over: list[Over]) -> Iterable[ReaderSentence]:
    over = sorted(over, key=lambda o: o.start)
    reach = max((o.end - o.start for o in over), default=0)
    begin = 0
    for sentence in sentences_of(text, first, AT_ONCE):
        start, end = text.spans[sentence.number - 1]
        while begin < len(over) and over[begin].start < start - reach:
            begin += 1
        near = over[begin : bisect_left(over, end, key=lambda o: o.start)]
        yield ReaderSentence(sentence.number, sentence.opens, tuple(runs_of(text.text, start, end, near)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document with how many of its proposals wait and how many are decided."""

    entry: DocumentEntry
    waiting: int
    decided: int


@read("proposals.queue")
def queue(viewer: Viewer, *, after: str = "") -> Listing[Waiting]:
    """The documents in which proposals wait for a decision, newest first, 50 a page."""
    rows = Tally.objects.filter(waiting__gt=0).order_by("-id")
    if after:
        rows = rows.filter(id__lt=_tally(after))
    fields = (*(f"document__{field}" for field in FIELDS), "waiting", "decided")
    found = [Waiting(entry_of(row[:-2]), *row[-2:]) for row in rows.values_list(*fields)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].entry.public_id if len(found) > PAGE else "")


@dataclass(frozen=True, slots=True)
class Backlog:
    """In how many documents proposals wait for this viewer's decision, counted to 100."""

    documents: int


@read("proposals.backlog")
def backlog(viewer: Viewer) -> Backlog:
    """How much waits for a decision of the viewer's, in one small query: every page shows it."""
    may = Permission.PROPOSALS_DECIDE in viewer.permissions
    return Backlog(Tally.objects.filter(waiting__gt=0)[:100].count() if may else 0)


def _tally(document: str) -> int:
    tally = Tally.objects.filter(document__public_id=document).values_list("id", flat=True).first()
    if tally is None:
        raise Absent
    return int(tally)


@read("proposals.unread")
def unread(viewer: Viewer, *, after: str = "") -> Listing[DocumentEntry]:
    """The documents whose present edition was not read yet, newest first, 50 a page."""
    rows = Document.objects.filter(read_edition__lt=F("edition")).order_by("-id")
    if after:
        rows = rows.filter(id__lt=find(Document.objects.all(), after).pk)
    found = [entry_of(row) for row in rows.values_list(*FIELDS)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal with its document and the sentence it stands in."""

    proposal: ProposalEntry
    entry: DocumentEntry
    sentence: str


@read("proposals.one")
def one(viewer: Viewer, *, proposal: str) -> ProposalPage:
    """One proposal, whatever became of it."""
    row = find(Proposal.objects.select_related("document"), proposal)
    text = text_of(row.document, row.edition)
    sentence = next((s.text for s in sentences_of(text, row.sentence, 1)), "")
    return ProposalPage(_entries([row])[0], entry(row.document), sentence)
