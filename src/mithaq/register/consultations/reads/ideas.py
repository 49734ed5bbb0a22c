"""Ideas and their paths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Line, Listing, Seen, history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.commitments.keeping import keeps
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentName, commitment_names
from mithaq.register.consultations.models import Idea, IdeaStep
from mithaq.register.consultations.reads.names import account_names
from mithaq.register.meetings.reads import MeetingName, meeting_names
from mithaq.register.parties.sources import Cited, cited

State = Idea.State
OPEN = (State.FILED, State.SPONSORED, State.PROPOSAL)
_GROUPS = {"open": OPEN, "closed": (State.RECOMMENDATION, State.REFUSED, State.WITHDRAWN)}
_FIELDS = (
    *("public_id", "ref", "title_ar", "title_en", "party", "sponsors", "areas", "state", "at", "label_id"),
    *("commitment_id", "demonstration"),
)


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """An idea in a list: whose it is, who took it up, at which step it is; what stands in the register for it, if anything."""

    public_id: str
    ref: str
    title: Bilingual
    party: str
    sponsors: tuple[str, ...]
    areas: tuple[str, ...]
    state: str
    at: str
    commitment: CommitmentName | None
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the path of an idea: what it became, by whom, when, why; at which meeting, as which commitment."""

    step: str
    party: str
    by: Bilingual
    at: str
    reason: str
    meeting: MeetingName | None
    commitment: CommitmentName | None


@dataclass(frozen=True, slots=True)
class IdeaPage:
    """An idea, whole: its words, where it comes from, and its path, the first step first.

    `may`: the operations on it that would not be refused to the viewer.
    """

    row: IdeaRow
    text: Bilingual
    meeting: MeetingName | None
    cited: Cited | None
    steps: tuple[Step, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@read("ideas.list")
def idea_list(
    viewer: Viewer, *, q: str = "", state: str = "", party: str = "", area: str = "", after: str = ""
) -> Listing[IdeaRow]:
    """Ideas, the newest first, 50 a page. `state`: states, or open, or closed, separated by commas. `party`: whose it is or
    who took it up. `q`: part of a title or text, or a reference."""
    rows = _asked(q, state, party, area)
    if after:
        rows = rows.filter(pk__lt=find(Idea.objects.all(), after).pk)
    found = idea_rows(rows.order_by("-pk")[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def _asked(q: str, state: str, party: str, area: str) -> QuerySet[Idea]:
    rows: QuerySet[Idea] = Idea.objects.all()
    for word in q.split():
        fields = ("title_ar", "title_en", "text_ar", "text_en")
        holds = Q(ref=word.upper())
        for field in fields:
            holds |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(holds)
    if state:
        rows = rows.filter(state__in=sorted({s for name in state.split(",") for s in _GROUPS.get(name, (name,))}))
    if party:
        rows = rows.filter(Q(party=party) | Q(sponsors__contains=f",{party},"))
    return rows.filter(areas__contains=f",{area},") if area else rows


def idea_rows(rows: QuerySet[Idea]) -> tuple[IdeaRow, ...]:
    """These ideas in their order as shapes. Inside a visit."""
    values: list[tuple[Any, ...]] = list(rows.values_list(*_FIELDS))
    names = commitment_names(v[10] for v in values)
    return tuple(
        IdeaRow(
            *(v[0], v[1], Bilingual(v[2], v[3]), v[4], v[5], v[6], v[7], v[8].isoformat()),
            names.get(v[10]),
            v[11],
            seen_by(v[9]),
        )
        for v in values
    )


@read("ideas.page")
def idea_page(viewer: Viewer, *, idea: str) -> IdeaPage:
    """An idea with its path."""
    found = find(Idea.objects.all(), idea)
    (row,) = idea_rows(Idea.objects.filter(pk=found.pk))
    return IdeaPage(
        row,
        Bilingual(found.text_ar, found.text_en),
        meeting_names([found.meeting_id]).get(found.meeting_id or 0),
        cited([found.citation_id]).get(found.citation_id or 0),
        _steps(found),
        _may(viewer, found),
        history_of(found.public_id),
        found.version,
        row.seen,
    )


def _steps(idea: Idea) -> tuple[Step, ...]:
    rows = list(IdeaStep.objects.filter(idea=idea).order_by("pk"))
    names, meetings = account_names(row.by for row in rows), meeting_names(row.meeting_id for row in rows)
    commitments = commitment_names(row.commitment_id for row in rows)
    return tuple(
        Step(
            *(row.step, row.party, names[row.by], row.at.isoformat(), row.reason),
            meetings.get(row.meeting_id or 0),
            commitments.get(row.commitment_id or 0),
        )
        for row in rows
    )


def _may(viewer: Viewer, idea: Idea) -> tuple[str, ...]:
    own, holds = viewer.party == idea.party, viewer.permissions
    early = idea.state in (State.FILED, State.SPONSORED)
    follows = keeps(viewer, idea.label_id, (idea.party, *idea.sponsors), P.COMMITMENTS_MANAGE)
    files = P.IDEAS_FILE in holds
    allowed = {
        "ideas.describe": early and own and files,
        "ideas.sponsor": early and P.IDEAS_SPONSOR in holds and viewer.party not in idea.sponsors,
        "ideas.propose": idea.state == State.SPONSORED and files and (own or viewer.party in idea.sponsors or follows),
        "ideas.recommend": idea.state == State.PROPOSAL and P.OUTCOMES_RECORD in holds and follows,
        "ideas.close": files and ((early and own) or (idea.state in OPEN and follows)),
    }
    return tuple(name for name, allows in allowed.items() if allows)


@read("ideas.behind")
def idea_behind(viewer: Viewer, *, commitment: str) -> tuple[IdeaRow, ...]:
    """The ideas out of which this commitment came; mostly none or one."""
    found = find(Commitment.objects.all(), commitment)
    steps = IdeaStep.objects.filter(commitment=found).values("idea_id")
    return idea_rows(Idea.objects.filter(pk__in=steps).order_by("pk"))
