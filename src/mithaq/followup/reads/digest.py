"""What a mail may tell somebody: made as that somebody, so that it can tell nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from mithaq.access.markings import Caveat
from mithaq.access.operation import read
from mithaq.access.standing import marking_of
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.ahead import coming_invitations
from mithaq.followup.certificates import KIND, expiring_ones
from mithaq.followup.models import Action
from mithaq.followup.reads.shapes import Digest, Due
from mithaq.followup.waiting import Matter, matters_of
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import OPEN
from mithaq.register.meetings.models import Invitation
from mithaq.register.training.reads import RunningOut

AHEAD = timedelta(days=30)


@read("followup.digest")
def digest(viewer: Viewer, *, things: str = "") -> Digest:
    """What is late or due within 30 days among these commitments and actions (ids with commas between), or among those
    the viewer's party or the viewer answers for, the meetings ahead to which the viewer's party is invited, the certificates
    that expire, without names, and the nominations and seats that wait for it: what may travel by mail, the latest due first. At most 50 of each kind."""
    today = clock.today(settings.TIME_ZONE)
    ids = [part for part in things.split(",") if part]
    mine = Q(owner=viewer.party or "-") | Q(focal__username=viewer.account)
    wanted = (Q(public_id__in=ids) if ids else mine) & Q(state__in=OPEN, due__lte=today + AHEAD)
    commitments = Commitment.objects.filter(wanted).order_by("due", "pk")[:50]
    actions = Action.objects.filter(wanted).order_by("due", "pk")[:50]
    entries = [_due("commitment", row, row.words, today) for row in commitments if _may_travel(row)]
    entries += [_due("action", row, "", today) for row in actions if _may_travel(row)]
    entries += [_ahead(row, today) for row in _invitations(viewer, ids, today) if _may_travel(row)]
    entries += [_matter(one, today) for one in matters_of(viewer, ids) if _may_travel(one)]
    entries += [_expiring(one, today) for one in expiring_ones(today, ids) if _may_travel(one)]
    return Digest(viewer.account, tuple(sorted(entries, key=lambda entry: (entry.days, entry.ref))))


def _invitations(viewer: Viewer, ids: list[str], today: date) -> list[Invitation]:
    rows = coming_invitations(today).filter(party=viewer.party or "-").select_related("meeting__series")
    return list((rows.filter(meeting__public_id__in=ids) if ids else rows)[:50])


def _ahead(row: Invitation, today: date) -> Due:
    """A meeting that is ahead, as something that is due on its day."""
    meeting = row.meeting
    title = Bilingual(meeting.title_ar or meeting.series.name_ar, meeting.title_en or meeting.series.name_en)
    days = (date.fromisoformat(meeting.date) - today).days
    path = record_path("meeting", meeting.public_id)
    return Due(
        *("meeting", meeting.public_id, meeting.ref, title, "", meeting.host, meeting.date, days, 0, path), row.reply
    )


def _matter(one: Matter, today: date) -> Due:
    """What waits or was decided, as something of the day since when it does."""
    day, days = one.day.isoformat(), (one.day - today).days
    plain = (one.kind, one.thing, one.ref, one.title, "", one.party)
    return Due(*plain, day, days, 0, one.path, stage=one.stage)


def _expiring(one: RunningOut, today: date) -> Due:
    """A certificate of somebody of a party, as something that is due on its last day."""
    plain = (KIND, one.certificate, one.code, one.title, "", one.party, one.until.isoformat())
    return Due(*plain, (one.until - today).days, 0, f"/training/certificates/expiring/?party={one.party}")


def _may_travel(row: Commitment | Action | Invitation | Matter | RunningOut) -> bool:
    return Caveat.NOMAIL not in marking_of(row.label_id).caveats


def _due(kind: str, row: Commitment | Action, words: str, today: date) -> Due:
    due = row.due or today  # it has one: a condition of the query
    return Due(
        kind,
        row.public_id,
        row.ref,
        Bilingual(row.title_ar, row.title_en),
        words,
        row.owner,
        due.isoformat(),
        (due - today).days,
        row.percent,
        record_path(kind, row.public_id),
    )


def record_path(kind: str, public_id: str) -> str:
    """The address of a commitment, an action or a meeting in this house."""
    return f"/{kind}s/{public_id}/"
