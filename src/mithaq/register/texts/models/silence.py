"""The silence procedure: who is under silence until when, what moved the hour, who agreed and who broke it, what was attached."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.register.meetings.models import Meeting
from mithaq.register.texts.models.texts import Amendment, JointText
from mithaq.register.texts.silence import State

MANY = 4_000  # room for the codes of 200 parties


class Silence(Marked):
    """A silence procedure on one edition of a text, conducted by the party of the chair.

    `expiry` is the instant at which silence has held, typed as a local time in `zone`. `heard` is the latest instant at which
    anything happened in it: its clock never runs back behind that. `ended_at` is the instant of the end itself, the expiry or
    the first break; `closed_at` says when the house wrote the holding down. Seen by all who see the text; breaks are not.
    """

    class Outcome(models.TextChoices):
        AGREED = "agreed", _("Agreed")
        NOTED = "noted", _("Noted")

    public_id = PublicId()
    text = models.ForeignKey(JointText, on_delete=models.PROTECT, related_name="silences")
    edition = models.PositiveSmallIntegerField()
    means_ar = models.CharField(max_length=1000, blank=True)  # what silence will mean, in words of the chair
    means_en = models.CharField(max_length=1000, blank=True)
    chair = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    issued_at = models.DateTimeField()
    expiry = models.DateTimeField()
    zone = models.CharField(max_length=40)
    under = Codes(max_length=MANY)
    noting = Codes(max_length=MANY)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    heard = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)  # of its withdrawal
    session = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="concluded", db_constraint=False
    )
    session_on = models.CharField(max_length=10, blank=True)
    session_record = models.CharField(max_length=300, blank=True)  # the record that says so
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)  # of the session
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "expiry"], name="silence_due")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["text"], condition=models.Q(state="running"), name="one_silence_at_a_time")
        ]


class Extension(Marked):
    """A later expiry, set by the chair while the silence ran."""

    silence = models.ForeignKey(Silence, on_delete=models.PROTECT, related_name="extensions")
    was = models.DateTimeField()
    until = models.DateTimeField()
    zone = models.CharField(max_length=40)
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        pass


class Break(Marked):
    """A party under silence broke it: by an objection in words, or by an amendment. The first decides; others join it.

    It bears the label of the parties under silence and of the chair's party. Never changed, never taken back.
    """

    public_id = PublicId()
    silence = models.ForeignKey(Silence, on_delete=models.PROTECT, related_name="breaks")
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()  # by the clock of the procedure
    first = models.BooleanField(default=False)
    objection = models.CharField(max_length=4000, blank=True)
    amendment = models.OneToOneField(Amendment, null=True, blank=True, on_delete=models.PROTECT, related_name="broke")

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["silence"], condition=models.Q(first=True), name="one_first_break"),
            models.CheckConstraint(
                name="break_says_why", condition=~models.Q(objection="") | models.Q(amendment__isnull=False)
            ),
        ]


class Agreement(Marked):
    """A party under silence said expressly that it agrees, before the expiry. It ends nothing, and stands as what was said then.

    The party can still break silence until the expiry. It bears the label of the table, as a break does.
    """

    silence = models.ForeignKey(Silence, on_delete=models.PROTECT, related_name="agreements")
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()  # by the clock of the procedure

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["silence", "party"], name="agreed_once_a_party")
        ]


class NationalStatement(Marked):
    """What parties say to a text that they do not stop: how they understand it, or what of it they do not take on.

    `parties` are those in whose name it stands, in the order in which they signed.
    """

    class Kind(models.TextChoices):
        INTERPRETATION = "interpretation", _("Interpretative statement")
        RESERVATION = "reservation", _("Formal reservation")

    public_id = PublicId()
    silence = models.ForeignKey(Silence, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    parties = Codes(max_length=MANY)
    words_ar = models.CharField(max_length=4000, blank=True)
    words_en = models.CharField(max_length=4000, blank=True)
    record = models.CharField(max_length=300, blank=True)  # the letter it came in, where it was received
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        pass
