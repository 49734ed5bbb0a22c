"""Issues, and where parties stand on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.archive.models import Citation, Document
from mithaq.core import clock
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.register.commitments.operations.making import meeting_for, quoted
from mithaq.register.consultations.forms import AddIssue, DescribeIssue, DescribePosition, RecordPosition
from mithaq.register.consultations.models import Issue, Position
from mithaq.register.meetings.finding import meeting_of
from mithaq.register.meetings.models import Meeting
from mithaq.register.parties.reach import as_wide
from mithaq.register.parties.resolving import party_named


@operation("positions.add_issue", needs=Permission.POSITIONS_RECORD, form=AddIssue)
def add_issue(viewer: Viewer, /, *, level: str, audience: tuple[str, ...] = (), **about: Any) -> Reference:
    """An issue on which parties take positions; those see it to whom it is released."""
    label = label_for(viewer, level, audience)
    issue = Issue.objects.create(label=label, at=clock.now(), **about)
    _index_issue(issue)
    return Reference(issue.public_id, label.id, {"title": [None, issue.title_ar or issue.title_en]})


def _index_issue(issue: Issue) -> None:
    title = Bilingual(issue.title_ar, issue.title_en)
    day = issue.at.date().isoformat()
    index_record("issue", issue.public_id, issue.label, day, issue.about_ar, issue.about_en, title=title)


@operation("positions.describe_issue", needs=Permission.POSITIONS_RECORD, form=DescribeIssue)
def describe_issue(viewer: Viewer, /, *, issue: str, version: int, **sent: Any) -> Reference:
    """Put right what an issue is called and what it is about; what is left out stays."""
    found = find(Issue.objects.select_related("label"), issue)
    told = changed(found, **sent)
    for name, value in sent.items():
        setattr(found, name, value)
    if not (found.title_ar or found.title_en):
        raise invalid("title_ar", "Give the title in at least one language.", "required")
    update_at(Issue.objects.filter(pk=found.pk), version, **sent)
    _index_issue(found)
    return Reference(issue, found.label_id, told)


@operation("positions.record", needs=Permission.POSITIONS_RECORD, form=RecordPosition)
def record_position(
    viewer: Viewer,
    *,
    issue: str,
    party: str,
    stance: str,
    words: str,
    document: str = "",
    sentence: int | None = None,
    source: str = "",
    said_on: str = "",
    meeting: str = "",
    level: str = "",
    audience: tuple[str, ...] = (),
) -> Reference:
    """Keep where a party stood on an issue, with the words that show it. An earlier position stays beneath.

    Seen by those who may see the issue and the document, or fewer if asked. The day is that of the meeting, or the one on
    which the document was published, where none is given.
    """
    about = find(Issue.objects.select_related("label"), issue)
    party_named(party, "party")
    asked = [label_for(viewer, level, audience)] if level else []
    citation, paper = _cited(document, sentence, words)
    label = narrowed(viewer, [about.label, *asked, *_labels(citation)])
    held = meeting_for(meeting, label) or _reported(paper, label)
    made = Position.objects.create(
        label=label,
        issue=about,
        party=party,
        stance=stance,
        words=words,
        language=language_of(words),
        said_on=said_on or (held.date if held else "") or (paper.published if paper else ""),
        meeting=held,
        citation=citation,
        source=source,
        by=viewer.account,
        at=clock.now(),
    )
    _index_position(made, about)
    return Reference(made.public_id, label.id, {"party": [None, party], "stance": [None, stance]})


def _cited(document: str, sentence: int | None, words: str) -> tuple[Citation | None, Document | None]:
    if not document:
        return None, None
    paper = find(Document.objects.select_related("label"), document)
    return quoted(paper, sentence or 0, words), paper


def _labels(citation: Citation | None) -> Iterable[Any]:
    return [citation.document.label] if citation else []


def _reported(paper: Document | None, label: Any) -> Meeting | None:
    """The meeting that the document reports, if all who will see the position may see it."""
    held = meeting_of(paper) if paper else None
    return held if held and as_wide(held.label, label) else None


def _index_position(position: Position, issue: Issue) -> None:
    title = Bilingual(issue.title_ar, issue.title_en)
    index_record("position", position.public_id, position.label, position.said_on, position.words, title=title)


@operation("positions.describe", needs=Permission.POSITIONS_RECORD, form=DescribePosition)
def describe_position(viewer: Viewer, /, *, position: str, version: int, reason: str, **sent: Any) -> Reference:
    """Put right how a sentence was understood or when it was said; the words and their source stay. The reason is kept."""
    found = find(Position.objects.select_related("label", "issue"), position)
    told = changed(found, **sent)
    update_at(Position.objects.filter(pk=found.pk), version, **sent)
    if "said_on" in told:
        found.said_on = sent["said_on"]
        _index_position(found, found.issue)
    return Reference(position, found.label_id, told, reason)
