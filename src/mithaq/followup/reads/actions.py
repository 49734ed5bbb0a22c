"""Actions and reports, for pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from mithaq.access.models import Account
from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, About, Listing, Officer, history_of, officer, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup import models
from mithaq.followup.models import Action, Progress, Serves
from mithaq.followup.reads.shapes import ActionPage, ActionRow, CommitmentFollowed, Evidence, Report
from mithaq.followup.rights import may_on
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import CommitmentName, commitment_names
from mithaq.register.commitments.states import CLOSED, OPEN, TRANSITIONS, State
from mithaq.register.parties.sources import cited

_FIELDS = (
    *("pk", "public_id", "ref", "title_ar", "title_en", "owner", "focal_id", "due", "state", "percent"),
    *("demonstration", "label_id"),
)
_GROUPS = {"open": OPEN, "closed": CLOSED}


@read("actions.list")
def action_list(
    viewer: Viewer,
    *,
    q: str = "",
    state: str = "",
    owner: str = "",
    commitment: str = "",
    overdue: bool = False,
    mine: bool = False,
    after: str = "",
) -> Listing[ActionRow]:
    """Actions, the next due first, 50 a page. `mine`: those the viewer is the focal point of. `q`: part of a title, or a
    reference. `state`: states, or open, or closed, separated by commas."""
    rows = _asked(viewer, q, owner, commitment, mine)
    if state:
        rows = rows.filter(state__in=sorted({s for name in state.split(",") for s in _GROUPS.get(name, (name,))}))
    if overdue:
        rows = rows.filter(due__lt=clock.today(settings.TIME_ZONE), state__in=sorted(OPEN))
    if after:
        last = find(Action.objects.all(), after)
        rows = rows.filter(Q(due__gt=last.due) | Q(pk__gt=last.pk), due__gte=last.due)
    found = action_rows(rows.order_by("due", "pk")[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def _asked(viewer: Viewer, q: str, owner: str, commitment: str, mine: bool) -> QuerySet[Action]:
    rows: QuerySet[Action] = Action.objects.all()
    if q:
        rows = rows.filter(Q(title_ar__icontains=q) | Q(title_en__icontains=q) | Q(ref=q.strip().upper()))
    if owner:
        rows = rows.filter(owner=owner)
    if commitment:
        served = find(Commitment.objects.all(), commitment)
        rows = rows.filter(pk__in=Serves.objects.filter(commitment=served).values("action_id"))
    if mine:
        rows = rows.filter(focal__username=viewer.account)
    return rows


def action_rows(rows: QuerySet[Action]) -> tuple[ActionRow, ...]:
    """These actions in their order as shapes: the same queries however many. Inside a visit."""
    values: list[tuple[Any, ...]] = list(rows.values_list(*_FIELDS))
    pks = [v[0] for v in values]
    serves, focals, filed = _serves(pks), _officers(v[6] for v in values), _filed(pks)
    today = clock.today(settings.TIME_ZONE)
    return tuple(
        ActionRow(
            *(v[1], v[2], Bilingual(v[3], v[4]), v[5], focals.get(v[6]), v[7].isoformat()),
            max(0, (today - v[7]).days) if v[8] in OPEN else 0,
            *(v[8], v[9], filed.get(v[0]), tuple(serves.get(v[0], ())), v[10], seen_by(v[11])),
        )
        for v in values
    )


def _serves(pks: list[int]) -> dict[int, list[CommitmentName]]:
    links = list(Serves.objects.filter(action__in=pks).order_by("pk").values_list("action_id", "commitment_id"))
    names = commitment_names(commitment for _, commitment in links)
    serves: dict[int, list[CommitmentName]] = {}
    for action, commitment in links:
        if commitment in names:
            serves.setdefault(action, []).append(names[commitment])
    return serves


def _officers(pks: Iterable[int | None]) -> dict[int | None, Officer]:
    accounts = Account.objects.filter(pk__in={pk for pk in pks if pk})
    return {account.pk: shown for account in accounts if (shown := officer(account))}


def _filed(pks: list[int]) -> dict[int, int]:
    rows = Progress.objects.filter(action__in=pks, state=Progress.State.FILED).order_by("at", "pk")
    return dict(rows.values_list("action_id", "percent"))


@read("actions.page")
def action_page(viewer: Viewer, *, action: str) -> ActionPage:
    """An action: what it serves, how it stands, every report on it with its evidence and what was answered."""
    found = find(Action.objects.all(), action)
    (row,) = action_rows(Action.objects.filter(pk=found.pk))
    links = Serves.objects.filter(action=found).count()
    reports = reports_of(Progress.objects.filter(action=found))
    return ActionPage(
        row,
        found.state_reason,
        tuple(state.value for state in TRANSITIONS[State(found.state)]),
        links - len(row.serves),
        reports,
        may_on(viewer, found),
        history_of(found.public_id, *(report.public_id for report in reports)),
        found.version,
        row.seen,
    )


@read("followup.of_commitment")
def of_commitment(viewer: Viewer, *, commitment: str) -> CommitmentFollowed:
    """What is done about a commitment, as far as it was released to the viewer."""
    found = find(Commitment.objects.all(), commitment)
    served = Serves.objects.filter(commitment=found).values("action_id")
    return CommitmentFollowed(
        found.public_id,
        action_rows(Action.objects.filter(pk__in=served).order_by("due", "pk")),
        reports_of(Progress.objects.filter(action__in=served)),
    )


@read("followup.about")
def about(viewer: Viewer, *, things: str = "") -> dict[str, About]:
    """The action that these reports (ids with commas between) are about, by id; what the viewer does not see is left out."""
    ids = {part.strip() for part in things.split(",")} - {""}
    rows = Progress.objects.filter(public_id__in=ids).values_list(
        *("public_id", "action__public_id", "action__ref", "action__title_ar", "action__title_en")
    )
    return {thing: About("action", action, ref, Bilingual(ar, en)) for thing, action, ref, ar, en in rows}


def reports_of(rows: QuerySet[Progress]) -> tuple[Report, ...]:
    """These reports, the newest first, at most 50: the same queries however many. Inside a visit."""
    return report_shapes(list(rows.select_related("action").order_by("-at", "-pk")[:PAGE]))


def report_shapes(reports: list[Progress]) -> tuple[Report, ...]:
    """The shapes of reports whose actions are at hand. Inside a visit."""
    evidence = _evidence([report.pk for report in reports])
    names = _account_names({name for report in reports for name in (report.by, report.answered_by)})
    return tuple(
        Report(
            *(report.public_id, report.action.public_id, report.action.ref, report.percent),
            *(Bilingual(report.text_ar, report.text_en), report.state, report.by, names(report.by)),
            *(report.at.isoformat(), report.answer, report.answered_by, names(report.answered_by)),
            report.answered_at.isoformat() if report.answered_at else "",
            *(tuple(evidence.get(report.pk, ())), report.version, seen_by(report.label_id)),
        )
        for report in reports
    )


def _evidence(pks: list[int]) -> dict[int, list[Evidence]]:
    rows = list(models.Evidence.objects.filter(progress__in=pks).order_by("pk"))
    places = cited(row.citation_id for row in rows)
    evidence: dict[int, list[Evidence]] = {}
    for row in rows:
        shown = Evidence(places.get(row.citation_id or 0), row.address, row.note)
        evidence.setdefault(row.progress_id, []).append(shown)
    return evidence


def _account_names(usernames: set[str]) -> Any:
    known = {account.username: account.name for account in Account.objects.filter(username__in=usernames)}
    return lambda username: known.get(username, Bilingual(username, username))
