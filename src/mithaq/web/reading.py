"""The reader's page put together: the text with its findings, and the cards of the proposals beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.reads import parties
from mithaq.access.viewer import Viewer
from mithaq.archive.reads import AT_ONCE, named
from mithaq.core.words import Bilingual
from mithaq.proposals import reads as proposals
from mithaq.proposals.reads import ProposalEntry, Reader
from mithaq.register.commitments.reads import preview_many
from mithaq.register.programmes.reads import area_names
from mithaq.web.cards import Card, Names, card, ids_in

AS_THEY_ARE = ("accepted", "rejected", "gone")  # states in which a card says nothing of the fields


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the reader's page shows. `now` is the number of the proposal that is open, 0 when none is.

    `first` is the number of the first sentence shown; `before` that of the page before, or 0.
    `decides`, `reads`, `keeps`: the viewer may decide proposals, let the text be read, correct and describe it.
    """

    reader: Reader
    cards: tuple[Card, ...]
    names: Names
    now: int
    first: int
    before: int
    decides: bool
    reads: bool
    keeps: bool

    @property
    def total(self) -> int:
        """How many proposals the document has that wait or are decided."""
        return self.reader.waiting + self.reader.decided

    @property
    def old(self) -> bool:
        """Whether this is an earlier edition than the present one."""
        return self.reader.edition != self.reader.entry.edition

    @property
    def query(self) -> str:
        """What the permalinks of this page need beside the number of the sentence; empty where that is enough."""
        return f"?edition={self.reader.edition}" if self.old or self.first > 1 else ""

    @property
    def clear(self) -> int:
        """How many proposals on this page wait and may be accepted together."""
        return sum(card.waits and card.entry.clear for card in self.cards)

    def card(self, number: int) -> Card | None:
        """The card with this number, if it is on this page."""
        return next((card for card in self.cards if card.entry.number == number), None)


def desk(viewer: Viewer, document: str, *, edition: int = 0, sentence: int = 1, number: int = 0) -> Desk:
    """The reader's page with this sentence on it and this proposal open, or the first after it that waits. One visit."""
    first = 1 + (max(1, sentence) - 1) // AT_ONCE * AT_ONCE
    with one_visit(viewer):
        reader = proposals.reader(viewer, document=document, edition=edition, first=first)
        cards, names = _cards(viewer, reader, number)
    now = next((card.entry.number for card in cards if card.now), 0)
    adds = Permission.DOCUMENTS_ADD in viewer.permissions
    keeps = adds and reader.entry.added_party == viewer.party
    return Desk(reader, cards, names, now, first, max(0, first - AT_ONCE), _decides(viewer, reader), adds, keeps)


def _decides(viewer: Viewer, reader: Reader) -> bool:
    """Whether the viewer may decide here: not on an earlier edition, nor before the present one was read."""
    current = reader.edition == reader.entry.edition and not reader.entry.unread
    return current and Permission.PROPOSALS_DECIDE in viewer.permissions


def _cards(viewer: Viewer, reader: Reader, number: int) -> tuple[tuple[Card, ...], Names]:
    entries = reader.proposals
    asked = [entry for entry in entries if entry.state not in AS_THEY_ARE]
    as_read, names = _as_read(viewer, reader.entry.public_id, asked)
    cards = tuple(card(e, as_read.get(e.public_id, {}), names, decides=_decides(viewer, reader)) for e in entries)
    waiting = [card.entry.number for card in cards if card.waits]
    now = next((n for n in waiting if n >= number), waiting[0] if waiting else 0)
    return tuple(replace(card, now=card.waits and card.entry.number == now) for card in cards), names


def _as_read(
    viewer: Viewer, document: str, entries: Sequence[ProposalEntry]
) -> tuple[dict[str, Mapping[str, Any]], Names]:
    """What each proposal would become, and the names of all that it names."""
    if not entries:
        return {}, Names({}, {}, {})
    preview = preview_many(viewer, document=document, proposals=",".join(entry.public_id for entry in entries))
    rows: dict[str, Mapping[str, Any]] = {row.proposal: row.becomes for row in preview.entries}
    return rows, names_of(viewer, rows.values(), ids_in(entries))


def names_of(viewer: Viewer, rows: Iterable[Mapping[str, Any]], more: Iterable[str] = ()) -> Names:
    """What the codes and ids in these fields, and these ids, are called."""
    ids = {*more, *(str(row.get(name) or "") for row in rows for name in ("speaker", "person", "meeting"))}
    known = named(viewer, things=",".join(sorted(ids - {""})))
    titles = {thing: _title(one.ref, one.title) for thing, one in known.items()}
    return Names(parties(viewer), area_names(viewer), titles, {thing: one.ref for thing, one in known.items()})


def _title(ref: str, title: Bilingual) -> Bilingual:
    return (
        Bilingual(f"{title.ar} ({ref})" if title.ar else "", f"{title.en} ({ref})" if title.en else "")
        if ref
        else title
    )
