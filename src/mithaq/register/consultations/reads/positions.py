"""Issues and where parties stand on them: the matrix, one issue with its history, the common ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, history_of, party_names, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.agreement import agreement, common_ground
from mithaq.register.consultations.models import Issue, Position
from mithaq.register.consultations.reads.names import seen_together
from mithaq.register.consultations.reads.position_shapes import (
    CommonGround,
    IssuePage,
    IssueRow,
    Matrix,
    PositionPage,
    PositionShown,
    Stood,
)
from mithaq.register.meetings.reads import meeting_names
from mithaq.register.parties.sources import cited

NEWEST = ("-said_on", "-pk")


@read("positions.matrix")
def position_matrix(viewer: Viewer, *, q: str = "", area: str = "", after: str = "") -> Matrix:
    """Issues by parties, the newest issue first, 50 a page: in each cell the newest position with its sentence and date.

    Agreement is computed from what the viewer may see. `q`: part of a title.
    """
    rows: QuerySet[Issue] = Issue.objects.all()
    for word in q.split():
        rows = rows.filter(Q(title_ar__icontains=word) | Q(title_en__icontains=word))
    if area:
        rows = rows.filter(areas__contains=f",{area},")
    if after:
        rows = rows.filter(pk__lt=find(Issue.objects.all(), after).pk)
    found = issue_rows(list(rows.order_by("-pk")[: PAGE + 1]))
    shown = found[:PAGE]
    codes = {position.party for row in shown for position in row.positions}
    parties = tuple(code for code in party_names() if code in codes)
    more = shown[-1].public_id if len(found) > PAGE else ""
    return Matrix(parties, Listing(shown, more), P.POSITIONS_RECORD in viewer.permissions)


def issue_rows(issues: Sequence[Issue]) -> tuple[IssueRow, ...]:
    """These issues in their order with the newest position of each party. Fixed queries. Inside a visit."""
    newest = _newest(Position.objects.filter(issue__in=[issue.pk for issue in issues]))
    shown = position_shapes(position for by_party in newest.values() for position in by_party.values())
    return tuple(
        IssueRow(
            issue.public_id,
            Bilingual(issue.title_ar, issue.title_en),
            issue.areas,
            tuple(shown[position.pk] for _, position in sorted(newest.get(issue.pk, {}).items())),
            agreement({party: position.stance for party, position in newest.get(issue.pk, {}).items()}),
            issue.demonstration,
            seen_by(issue.label_id),
        )
        for issue in issues
    )


def _newest(rows: QuerySet[Position]) -> dict[int, dict[str, Position]]:
    """Issue -> party -> the position said last."""
    found: dict[int, dict[str, Position]] = {}
    for position in rows.order_by(*NEWEST):
        found.setdefault(position.issue_id, {}).setdefault(position.party, position)
    return found


def position_shapes(positions: Iterable[Position]) -> dict[int, PositionShown]:
    """The shapes of these positions by their key. Two queries. Inside a visit."""
    rows = list(positions)
    meetings, places = meeting_names(row.meeting_id for row in rows), cited(row.citation_id for row in rows)
    return {
        row.pk: PositionShown(
            *(row.public_id, row.party, row.stance, row.words, row.language, row.said_on),
            meetings.get(row.meeting_id or 0),
            places.get(row.citation_id or 0),
            row.source,
            row.version,
            seen_by(row.label_id),
        )
        for row in rows
    }


@read("positions.issue")
def issue_page(viewer: Viewer, *, issue: str) -> IssuePage:
    """An issue: where each party stands on it, with all that it said before; where they agree; the common ground."""
    found = find(Issue.objects.all(), issue)
    (row,) = issue_rows([found])
    positions = list(Position.objects.filter(issue=found).order_by("party", *NEWEST))
    shown = position_shapes(positions)
    by_party: dict[str, list[PositionShown]] = {}
    for position in positions:
        by_party.setdefault(position.party, []).append(shown[position.pk])
    may = ("positions.record", "positions.describe_issue", "positions.describe")
    return IssuePage(
        row,
        Bilingual(found.about_ar, found.about_en),
        tuple(Stood(party, tuple(held)) for party, held in by_party.items()),
        _ground(found, row),
        may if P.POSITIONS_RECORD in viewer.permissions else (),
        history_of(found.public_id, *(position.public_id for position in positions)),
        found.version,
        row.seen,
    )


@read("positions.one")
def position_page(viewer: Viewer, *, position: str) -> PositionPage:
    """One position and the issue it is on."""
    found = find(Position.objects.select_related("issue"), position)
    title = Bilingual(found.issue.title_ar, found.issue.title_en)
    return PositionPage(found.issue.public_id, title, position_shapes([found])[found.pk])


@read("positions.common_ground")
def issue_common_ground(viewer: Viewer, *, issue: str) -> CommonGround:
    """A line on what the parties that spoke hold in common on an issue, in both languages, with the sentences it rests on.

    It is drafted from what the viewer may see and is nobody's text yet: a joint text may take it in.
    """
    found = find(Issue.objects.all(), issue)
    (row,) = issue_rows([found])
    return _ground(found, row)


def _ground(issue: Issue, row: IssueRow) -> CommonGround:
    stances = {position.party: position.stance for position in row.positions}
    names: Mapping[str, Bilingual] = {code: name.short for code, name in party_names().items()}
    labels = Position.objects.filter(public_id__in=[position.public_id for position in row.positions])
    return CommonGround(
        issue.public_id,
        row.title,
        row.agreement,
        common_ground(row.title, stances, names),
        row.positions,
        seen_together([issue.label_id, *labels.values_list("label_id", flat=True)]),
    )
