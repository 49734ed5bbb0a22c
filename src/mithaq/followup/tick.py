"""What is due now: silence that has held, mails that wait, seats that are given back; reminders before and after a due date,
to the focal point, then further up. Called again and again.

Everybody gets at most one mail a day, and is reminded of one thing at one step of one due date once, also when two
workers do this at the same time: whoever claims the day of an account first sends its mail.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q

from mithaq.access.models import Account
from mithaq.access.permissions import Permission
from mithaq.access.reads import parties
from mithaq.access.viewer import Viewer, system
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup import certificates
from mithaq.followup.ahead import reminders
from mithaq.followup.mail import Mail, mail_of
from mithaq.followup.models import Action, MailSent, Reminder
from mithaq.followup.reads import digest
from mithaq.followup.waiting import people, reminders_of
from mithaq.register.activities.releasing import due as seats_due
from mithaq.register.activities.releasing import hand_down
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import OPEN
from mithaq.register.meetings.notices import deliver_waiting as deliver_invitations
from mithaq.register.texts.closing import close, run_out
from mithaq.register.texts.notices import deliver_waiting

log = logging.getLogger("mithaq.tick")
AHEAD = timedelta(days=30)
FURTHER_UP = "T+30"
AT_ONCE = 5_000  # things in one query


@dataclass(frozen=True, slots=True)
class Step:
    """A thing at a step towards or past its due date."""

    thing: str
    step: str
    due: date
    label_id: int


def step_of(due: date, today: date) -> str:
    """The step that is due: T-30 until eight days before, T-7 until the day itself, T+1, T+30; empty before all that."""
    days = (due - today).days
    if days > AHEAD.days:
        return ""
    if days > 7:
        return "T-30"
    if days >= 0:
        return "T-7"
    return "T+1" if days > -30 else FURTHER_UP


def tick() -> int:
    """Do and send what is due now; answers how many mails were sent. Run it as often as you like."""
    told = end_silences()
    release_seats()
    today = clock.today(settings.TIME_ZONE)
    with system("tick: who is to be reminded of what", writing=False):
        plan = _plan(today)
        accounts = {account.username: account for account in Account.objects.filter(username__in=plan)}
    return told + sum(_remind(accounts[username], plan[username], today) for username in sorted(plan))


def end_silences() -> int:
    """Close each silence whose hour has come, once, as of its expiry, however late this is and whoever else does it too;
    then send the notices and invitations that have not gone yet. How many went."""
    with system("tick: which silences have run out", writing=False):
        ended = run_out()
    for silence in ended:
        with system(f"tick: silence {silence} has held"):
            close(silence)
    return deliver_waiting() + deliver_invitations()


def release_seats() -> int:
    """Give unused seats back where their day has come, and each free seat to who is first on the waiting list for it. How
    many got one."""
    with system("tick: where seats are free", writing=False):
        waiting = seats_due()
    given = 0
    for activity in waiting:
        with system(f"tick: seats of {activity} go down the waiting list"):
            given += hand_down(activity)
    return given


def _plan(today: date) -> dict[str, list[Step]]:
    """For each account that had no mail today what it was not reminded of yet."""
    due = list(_due(today))
    told = _told({step.thing for _, step in due})
    served = set(MailSent.objects.filter(day__gte=today).values_list("account", flat=True))
    plan: dict[str, list[Step]] = {}
    for account, step in due:
        if account not in served and (account, step.thing, step.step, step.due) not in told:
            plan.setdefault(account, []).append(step)
    return plan


def _due(today: date) -> Iterator[tuple[str, Step]]:
    """Every step that is due, and for whom: what is promised or under way, meetings ahead, certificates that expire,
    what waits or was decided."""
    officers = _officers()
    for rows in (Commitment.objects, Action.objects):
        due = rows.filter(state__in=OPEN, due__lte=today + AHEAD).select_related("focal", "focal__deputy")
        for row in due.order_by("due", "pk"):
            step = Step(row.public_id, step_of(row.due, today), row.due, row.label_id)
            yield from ((account, step) for account in _recipients(row, step.step, officers))
    for account, thing, towards, day, label_id in reminders(today):
        yield account, Step(thing, towards, day, label_id)
    for one in (*reminders_of(today), *certificates.reminders(today, people())):
        yield one.account, Step(one.thing, one.step, one.day, one.label_id)


def _told(things: set[str]) -> set[tuple[str, str, str, date]]:
    """Who was reminded of these, at which step of which due date."""
    rows = Reminder.objects.values_list("account", "thing", "step", "due")
    named = sorted(things)
    parts = (named[first : first + AT_ONCE] for first in range(0, len(named), AT_ONCE))
    return {row for part in parts for row in rows.filter(thing__in=part)}


@dataclass(frozen=True, slots=True)
class Officers:
    """Who is told what has no focal point, by party; who follows everything up."""

    of_party: dict[str, list[Account]]
    following_up: list[Account]


def _officers() -> Officers:
    found = Officers({}, [])
    for account in Account.objects.filter(is_active=True).exclude(email="").order_by("username"):
        permissions = account.viewer().permissions
        if Permission.ACTIONS_REPORT in permissions and account.party:
            found.of_party.setdefault(account.party, []).append(account)
        if Permission.COMMITMENTS_MANAGE in permissions:
            found.following_up.append(account)
    return found


def _recipients(row: Commitment | Action, step: str, officers: Officers) -> Iterable[str]:
    """The focal point, or, where there is none who is active, the officers of the party that answers; later others too."""
    focal = row.focal if row.focal and row.focal.is_active else None
    reached = [focal] if focal else list(officers.of_party.get(row.owner, ()))
    if step == FURTHER_UP:
        deputy = focal.deputy if focal and focal.deputy and focal.deputy.is_active else None
        reached += [*([deputy] if deputy else []), *officers.following_up]
    return dict.fromkeys(account.username for account in reached if account.email)


def _remind(account: Account, steps: list[Step], today: date) -> int:
    """Send this account its mail, if there is something to tell it; 1 or 0."""
    viewer = account.viewer()
    found = digest(viewer, things=",".join(step.thing for step in steps))
    if not found.entries:
        return 0
    mail = mail_of(found, account.name, _names(viewer), "en" if account.language == "en" else "ar")
    shown = {entry.thing for entry in found.entries}
    return _claim(account, [step for step in steps if step.thing in shown], mail, today)


def _names(viewer: Viewer) -> dict[str, Bilingual]:
    return {code: name.short for code, name in parties(viewer).items()}


def _claim(account: Account, steps: list[Step], mail: Mail, today: date) -> int:
    """Take the account's day and write down what it is reminded of; the mail goes out when that stands."""
    with system(f"tick: remind {account.username}"):
        MailSent.objects.get_or_create(account=account.username, defaults={"day": date.min})
        if not MailSent.objects.filter(account=account.username, day__lt=today).update(day=today):
            return 0
        Reminder.objects.bulk_create(
            Reminder(
                label_id=step.label_id,
                thing=step.thing,
                step=step.step,
                due=step.due,
                account=account.username,
                at=clock.now(),
            )
            for step in steps
        )
        transaction.on_commit(lambda: _send(account, steps, mail))
    return 1


def _send(account: Account, steps: list[Step], mail: Mail) -> None:
    """Send it; if that fails, give the day back, so that it is tried again."""
    try:
        send_mail(mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [account.email])
    except OSError:
        log.exception("the mail to %s could not be sent; it is tried again", account.username)
        with system(f"tick: the mail to {account.username} did not go"):
            things = Q()
            for step in steps:
                things |= Q(thing=step.thing, step=step.step, due=step.due)
            Reminder.objects.filter(things, account=account.username).delete()
            MailSent.objects.filter(account=account.username).update(day=date.min)
