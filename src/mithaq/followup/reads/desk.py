"""The desk: what waits for somebody, what is late, what comes, what is new. The same queries whatever there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from mithaq.access.models import Account, StatusClaim
from mithaq.access.operation import read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.models import Action, Progress
from mithaq.followup.reads.news import news_since
from mithaq.followup.reads.shapes import Desk, DeskItem
from mithaq.followup.reads.silences import silences_of
from mithaq.followup.waiting import day_of, matters_of
from mithaq.proposals.models import Tally
from mithaq.register.commitments.models import Acceptance, Commitment, Repeat
from mithaq.register.commitments.states import OPEN
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.models import Meeting

SHOWN = 10
AHEAD = timedelta(days=60)
_NO_TITLE = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class _Scope:
    """Whose desk it is, and how far it reaches."""

    viewer: Viewer
    today: date
    everything: bool

    @property
    def mine(self) -> Q:
        """The commitments and actions this viewer is asked about."""
        if self.everything:
            return Q()
        own = Q(focal__username=self.viewer.account)
        return own | Q(owner=self.viewer.party) if self.viewer.party else own


@read("desk.mine")
def desk(viewer: Viewer) -> Desk:
    """What waits for me (the longest first), what is late (the latest first), what comes in 60 days, and what others did
    since I was here last. At most 10 of each kind; those who follow all up see everybody's."""
    scope = _Scope(viewer, clock.today(settings.TIME_ZONE), P.COMMITMENTS_MANAGE in viewer.permissions)
    account = Account.objects.filter(username=viewer.account).first() if viewer.account else None
    since = account.seen_at if account else None
    waiting, late, coming = _waiting(scope), _due(scope, late=True), _due(scope, late=False)
    more = {"waiting": waiting, "late": late}
    return Desk(
        scope.today.isoformat(),
        since.isoformat() if since else "",
        tuple(sorted(_cut(waiting), key=lambda item: (item.day, item.kind))),
        tuple(sorted(_cut(late), key=lambda item: (-item.late, item.ref))),
        tuple(sorted([*_cut(coming), *_meetings(scope)], key=lambda item: (item.day, item.kind))),
        news_since(viewer, since),
        tuple(name for name, groups in more.items() if any(len(group) > SHOWN for group in groups)),
        silences_of(viewer),
    )


def _cut(groups: Iterable[list[DeskItem]]) -> list[DeskItem]:
    return [item for group in groups for item in group[:SHOWN]]


def _waiting(scope: _Scope) -> list[list[DeskItem]]:
    may = scope.viewer.permissions
    return [
        _readings(scope) if P.PROPOSALS_DECIDE in may else [],
        _filed(scope) if P.PROGRESS_CONFIRM in may else [],
        _returned(scope) if P.ACTIONS_REPORT in may else [],
        _unanswered(scope) if P.COMMITMENTS_ANSWER in may else [],
        _repeats(scope) if P.COMMITMENTS_MANAGE in may else [],
        *_matters(scope),
    ]


def _matters(scope: _Scope) -> list[list[DeskItem]]:
    """What waits by other areas' telling, the longest first, by stage."""
    found: dict[str, list[DeskItem]] = {}
    for one in matters_of(scope.viewer):
        told = {"ref": one.ref, "title": one.title, "party": one.party, "place": one.path}
        item = _item(scope, one.stage, one.opens, one.day, one.verb, one.label_id, **told)
        found.setdefault(one.stage, []).append(item)
    return list(found.values())


def _item(scope: _Scope, kind: str, thing: str, day: date | None, verb: str, label_id: int, **told: Any) -> DeskItem:
    days = (day - scope.today).days if day else 0
    known = {
        "ref": "",
        "title": _NO_TITLE,
        "words": "",
        "party": "",
        "late": 0,
        "percent": 0,
        "count": 0,
        "place": "",
        **told,
    }
    return DeskItem(
        kind=kind,
        thing=thing,
        day=day.isoformat() if day else "",
        days=days,
        verb=verb,
        seen=seen_by(label_id),
        **known,
    )


def _readings(scope: _Scope) -> list[DeskItem]:
    rows = (
        Tally.objects.filter(waiting__gt=0)
        .order_by("-pk")
        .values_list(
            *("document__public_id", "document__ref", "document__title", "document__added_at", "waiting", "label_id"),
            "document__added_party",
        )
    )
    return [
        _item(
            scope,
            *("reading", document, day_of(at), "commitments.accept", label_id),
            ref=ref,
            title=Bilingual(title, title),
            count=waiting,
            party=party,
        )
        for document, ref, title, at, waiting, label_id, party in rows[: SHOWN + 1]
    ]


def _reports(scope: _Scope, kind: str, verb: str, rows: QuerySet[Progress]) -> list[DeskItem]:
    return [
        _item(
            scope,
            *(kind, row.action.public_id, day_of(row.answered_at or row.at), verb, row.label_id),
            ref=row.action.ref,
            title=Bilingual(row.action.title_ar, row.action.title_en),
            words=row.answer,
            party=row.action.owner,
            percent=row.percent,
        )
        for row in rows.select_related("action")[: SHOWN + 1]
    ]


def _filed(scope: _Scope) -> list[DeskItem]:
    return _reports(scope, "report", "actions.confirm", Progress.objects.filter(state="filed").order_by("at", "pk"))


def _returned(scope: _Scope) -> list[DeskItem]:
    later = Progress.objects.filter(action=OuterRef("action"), pk__gt=OuterRef("pk"))
    rows = Progress.objects.filter(~Exists(later), Q(by=scope.viewer.account) | Q(action__owner=scope.viewer.party))
    return _reports(scope, "returned", "actions.report", rows.filter(state="returned").order_by("answered_at", "pk"))


def _unanswered(scope: _Scope) -> list[DeskItem]:
    """Open commitments addressed to the viewer's party, or to an initiative it is a member of, that it did not answer."""
    party = scope.viewer.party
    member = StatusClaim.objects.filter(party__code=party, status="member").values_list("initiative__code", flat=True)
    addressed = Q(owner=party)
    for code in {party, *member}:
        addressed |= Q(addressees__contains=f",{code},")
    answered = Acceptance.objects.filter(commitment=OuterRef("pk"), party=party)
    rows = Commitment.objects.filter(addressed, ~Exists(answered), state__in=OPEN).order_by("pk")
    return [_commitment(scope, row, "stand", "commitments.stand", day_of(row.added_at)) for row in rows[: SHOWN + 1]]


def _repeats(scope: _Scope) -> list[DeskItem]:
    rows = Repeat.objects.filter(decision=Repeat.Decision.OPEN).select_related("later").order_by("-likeness", "-pk")
    return [
        _commitment(
            scope, pair.later, "repeat", "commitments.judge_repeat", day_of(pair.later.added_at), count=pair.likeness
        )
        for pair in rows[: SHOWN + 1]
    ]


def _commitment(scope: _Scope, row: Commitment, kind: str, verb: str, day: date | None, **told: Any) -> DeskItem:
    return _item(
        scope,
        *(kind, row.public_id, day, verb, row.label_id),
        ref=row.ref,
        title=Bilingual(row.title_ar, row.title_en),
        words=row.words,
        party=row.owner,
        percent=row.percent,
        **told,
    )


def _due(scope: _Scope, *, late: bool) -> list[list[DeskItem]]:
    """Open commitments and actions that are late, or due in the time ahead."""
    when = Q(due__lt=scope.today) if late else Q(due__gte=scope.today, due__lte=scope.today + AHEAD)
    wanted = when & scope.mine & Q(state__in=OPEN)
    return [
        [
            _commitment(scope, row, "commitment", "commitments.change_state", row.due, late=_late(scope, row.due))
            for row in Commitment.objects.filter(wanted).order_by("due", "pk")[: SHOWN + 1]
        ],
        [_action(scope, row) for row in Action.objects.filter(wanted).order_by("due", "pk")[: SHOWN + 1]],
    ]


def _late(scope: _Scope, due: date | None) -> int:
    return max(0, (scope.today - due).days) if due else 0


def _action(scope: _Scope, row: Action) -> DeskItem:
    return _item(
        scope,
        *("action", row.public_id, row.due, "actions.report", row.label_id),
        ref=row.ref,
        title=Bilingual(row.title_ar, row.title_en),
        party=row.owner,
        percent=row.percent,
        late=_late(scope, row.due),
    )


def _meetings(scope: _Scope) -> list[DeskItem]:
    first, last = scope.today.isoformat(), (scope.today + AHEAD).isoformat()
    ahead = Meeting.objects.filter(date__gte=first, date__lte=last).exclude(state=CANCELLED)
    rows = ahead.select_related("series").order_by("date", "pk")
    return [
        _item(
            scope,
            *("meeting", row.public_id, _whole(row.date), "meetings.describe", row.label_id),
            ref=row.ref,
            title=Bilingual(row.title_ar or row.series.name_ar, row.title_en or row.series.name_en),
            party=row.host,
        )
        for row in rows[:SHOWN]
    ]


def _whole(day: str) -> date | None:
    return date.fromisoformat(day) if len(day) == len("2026-11-20") else None
