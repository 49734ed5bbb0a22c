"""The written tables of findings: what raises one, how grave it is, where it stands, what is answered, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Trigger(TextChoices):
    """What a run shows that somebody has to answer."""

    BELOW_WORTHWHILE = "below_worthwhile", _("Gain below what is worthwhile")
    OBJECTIVE_NOT_LEARNED = "objective_not_learned", _("Objective not learned")
    NEGATIVE_ITEM = "negative_item", _("Item that the able answer worse")
    UNFAIR_ITEM = "unfair_item", _("Item harder in one language")
    LOW_RELIABILITY = "low_reliability", _("Unreliable test")
    CEILING = "ceiling", _("Test too easy")
    LOW_RETENTION = "low_retention", _("Little kept after six months")
    BARRIER = "barrier", _("Barrier to applying it")
    SEATS_UNUSED = "seats_unused", _("Seats unused")
    MISSING = "missing", _("Many without a test after")
    CONTROL_OLD = "control_old", _("Course control documents out of date")
    NEED_WITHOUT_COURSE = "need_without_course", _("Need without a course")


class Severity(TextChoices):
    """How grave it is."""

    HIGH = "high", pgettext_lazy("severity", "High")
    MEDIUM = "medium", pgettext_lazy("severity", "Medium")
    LOW = "low", pgettext_lazy("severity", "Low")


class State(TextChoices):
    """Where a finding stands. `annual`: nobody answered, or the action is long overdue, so it goes to the annual review."""

    OPEN = "open", pgettext_lazy("state of a finding", "Open")
    ANSWERED = "answered", pgettext_lazy("state of a finding", "Answered")
    REJECTED = "rejected", pgettext_lazy("state of a finding", "Rejected")
    ACTING = "acting", _("Being acted on")
    ANNUAL = "annual", _("Before the annual review")
    CLOSED = "closed", pgettext_lazy("state of a finding", "Closed")


class Answer(TextChoices):
    """What somebody who is asked says. A comment alone is no answer yet."""

    ACCEPTED = "accepted", pgettext_lazy("answer to a finding", "Accepted")
    REJECTED = "rejected", pgettext_lazy("answer to a finding", "Rejected")
    COMMENT = "comment", _("Comment")


UNANSWERED = ("", Answer.COMMENT)
WANTED: Mapping[str, Any] = {"answer__in": UNANSWERED, "over_at": None}  # of what was asked: an answer is waited for


class Outcome(TextChoices):
    """What became of a remedy, by the next measurement."""

    WORKED = "worked", _("Worked")
    DID_NOT = "did_not", _("Did not work")
    NOT_YET_KNOWN = "not_yet_known", _("Not known yet")


SEVERITY: Mapping[str, Severity] = {
    Trigger.BELOW_WORTHWHILE: Severity.HIGH,
    Trigger.OBJECTIVE_NOT_LEARNED: Severity.HIGH,
    Trigger.NEGATIVE_ITEM: Severity.HIGH,
    Trigger.UNFAIR_ITEM: Severity.HIGH,
    Trigger.LOW_RELIABILITY: Severity.MEDIUM,
    Trigger.CEILING: Severity.MEDIUM,
    Trigger.LOW_RETENTION: Severity.MEDIUM,
    Trigger.BARRIER: Severity.MEDIUM,
    Trigger.MISSING: Severity.MEDIUM,
    Trigger.SEATS_UNUSED: Severity.LOW,
    Trigger.CONTROL_OLD: Severity.LOW,
    Trigger.NEED_WITHOUT_COURSE: Severity.LOW,
}
SETTLED = (State.REJECTED, State.CLOSED)  # nothing is waited for any more
WAITING = tuple(state for state in State if state not in SETTLED)
