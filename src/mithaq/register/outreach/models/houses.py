"""What the parties agreed to say on a theme: a house with its overarching message and lines, their wordings, proofs, stands.

A line may be released to fewer than its house, a proof to fewer than its line. What a house or line is said to be (its
state) is worked out from those parts alone that everybody sees who sees it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.archive.models import Citation
from mithaq.register.commitments.models import Commitment
from mithaq.register.meetings.models import Series
from mithaq.register.parties.models import Figure
from mithaq.register.texts.models import JointText

MANY = 4_000  # room for the codes of 200 parties


class State(models.TextChoices):
    """Where a house, or a line of it, stands."""

    DRAFT = "draft", pgettext_lazy("state of a message", "In drafting")
    AGREED = "agreed", pgettext_lazy("state of a message", "Agreed")
    RETIRED = "retired", pgettext_lazy("state of a message", "Retired")


class MessageHouse(Marked):
    """What is said on one theme. `parties` are those whose agreement is asked; `keeper` is the party that keeps it.

    `theme` is an area's code, empty where the title alone names the matter; `agreed_on` a day, set while it is agreed. The
    meetings of `series` keep it.
    """

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    theme = models.CharField(max_length=40, blank=True)
    areas = Codes()
    title_ar = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    parties = Codes(max_length=MANY)
    series = models.ForeignKey(Series, null=True, blank=True, on_delete=models.PROTECT, related_name="houses")
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    agreed_on = models.DateField(null=True, blank=True)
    retired_for = models.CharField(max_length=500, blank=True)
    keeper = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["theme"], name="house_theme"),
            models.Index(fields=["series"], name="house_series"),
        ]


class Line(Marked):
    """One thing that the parties say, in both languages; the overarching message of a house is one, too.

    `wording` counts its wordings; an agreement holds for one of them. `text`: the agreed text that it stands in, in edition
    `text_edition`; then nobody is asked again.
    """

    public_id = PublicId()
    house = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        MessageHouse, on_delete=models.PROTECT, related_name="lines", db_constraint=False
    )
    overarching = models.BooleanField(default=False)
    ar = models.CharField(max_length=1000)
    en = models.CharField(max_length=1000)
    wording = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    agreed_on = models.DateField(null=True, blank=True)
    retired_for = models.CharField(max_length=500, blank=True)
    text = models.ForeignKey(
        JointText, null=True, blank=True, on_delete=models.PROTECT, related_name="lines", db_constraint=False
    )
    text_edition = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["house", "state"], name="line_house")]


class Wording(Marked):
    """A line as it read from one day on. Never changed."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="wordings", db_constraint=False)
    number = models.PositiveSmallIntegerField()
    ar = models.CharField(max_length=1000)
    en = models.CharField(max_length=1000)
    why = models.CharField(max_length=500, blank=True)
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        pass


class Stand(Marked):
    """What a party answered to one wording of a line. A later answer of the party takes its place and leaves it standing."""

    class Answer(models.TextChoices):
        ACCEPT = "accept", pgettext_lazy("answer to a line", "Agrees")
        RESERVE = "reserve", pgettext_lazy("answer to a line", "Agrees with a reservation")
        WITHDRAWN = "withdrawn", pgettext_lazy("answer to a line", "Took its agreement back")

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="stands", db_constraint=False)
    wording = models.PositiveSmallIntegerField()
    party = models.CharField(max_length=16)
    answer = models.CharField(max_length=9, choices=Answer.choices)
    words = models.CharField(max_length=1000, blank=True)  # of the reservation, or why it was taken back
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["line", "wording"], name="stand_line")]


class Proof(Marked):
    """What shows that a line is true: a figure, a commitment, a sentence of a document, or an agreed text; one of them.

    Seen by those who may see the line and what proves it.
    """

    public_id = PublicId()
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="proofs", db_constraint=False)
    figure = models.ForeignKey(
        Figure, null=True, blank=True, on_delete=models.PROTECT, related_name="proofs", db_constraint=False
    )
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="proofs", db_constraint=False
    )
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="proofs")
    text = models.ForeignKey(
        JointText, null=True, blank=True, on_delete=models.PROTECT, related_name="proofs", db_constraint=False
    )
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["line"], name="proof_line")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="proof_has_source",
                condition=models.Q(figure__isnull=False)
                | models.Q(commitment__isnull=False)
                | models.Q(citation__isnull=False)
                | models.Q(text__isnull=False),
            )
        ]


class Question(Marked):
    """A question that a line answers, with the answer. It rests on the proofs of its line."""

    public_id = PublicId()
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="questions", db_constraint=False)
    question_ar = models.CharField(max_length=500)
    question_en = models.CharField(max_length=500)
    answer_ar = models.CharField(max_length=1000)
    answer_en = models.CharField(max_length=1000)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        pass
