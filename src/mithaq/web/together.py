"""Many proposals of a document at once: what would come of them, and how all of it is taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.shapes import Seen
from mithaq.access.viewer import Viewer
from mithaq.archive.reads import DocumentEntry, whole_text
from mithaq.core.errors import Problem
from mithaq.register.commitments.reads import PreviewRow, preview_many
from mithaq.web.cards import Line, lines_of
from mithaq.web.reading import names_of


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal with what it would become. `ticked`: it is to be accepted."""

    preview: PreviewRow
    lines: tuple[Line, ...]
    ticked: bool


@dataclass(frozen=True, slots=True)
class Together:
    """What accepting them together would do, in the order in which it would be done."""

    entry: DocumentEntry
    rows: tuple[Row, ...]
    seen: Seen


def previewed(viewer: Viewer, document: str, ticked: Collection[str]) -> Together:
    """All clear proposals of a document that wait; without a choice made before, all that can be accepted are ticked."""
    with one_visit(viewer):
        entry = whole_text(viewer, document=document).entry
        preview = preview_many(viewer, document=document)
        names = names_of(viewer, [row.becomes for row in preview.entries])
    rows = (
        Row(row, lines_of(row.kind, row.becomes, names), not row.problem and (row.proposal in ticked or not ticked))
        for row in preview.entries
    )
    return Together(entry, tuple(rows), preview.seen)


def versions(viewer: Viewer, document: str, ids: Collection[str]) -> str:
    """These proposals as they stand now, as ``id:version`` with commas between, those that rest on others first."""
    rows = preview_many(viewer, document=document, proposals=",".join(ids)).entries
    return ",".join(f"{row.proposal}:{row.version}" for row in reversed(rows))


def taken_back(viewer: Viewer, standing: str) -> tuple[int, list[str]]:
    """Take back what `versions` told of, each by itself; how many that were, and why others could not be."""
    done, problems = 0, []
    for part in filter(None, standing.split(",")):
        proposal, _, version = part.partition(":")
        try:
            OPERATIONS["proposals.undo"].run(viewer, proposal=proposal, version=version)
        except Problem as problem:
            problems.append(problem.say(gettext))
        else:
            done += 1
    return done, list(dict.fromkeys(problems))
