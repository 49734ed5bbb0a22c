"""Who there is. Facts may disagree: every claim of a status is kept with its source; one is preferred, and says why."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked

PARTIAL = 10  # the length of a whole ISO date; a year or a month is shorter


class Party(Marked):
    """A state or an organisation. Its code (ISO 3166-1 alpha-3, or the organisation's own) is how all else names it."""

    class Kind(models.TextChoices):
        STATE = "state"
        ORGANISATION = "organisation"
        CENTRE = "centre"
        SECRETARIAT = "secretariat"

    public_id = PublicId()
    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.STATE)
    name_ar = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    short_ar = models.CharField(max_length=60, blank=True)
    short_en = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["label", "code"], name="party_label")]


class Initiative(Marked):
    """The framework that parties share."""

    public_id = PublicId()
    code = models.CharField(max_length=16, unique=True)
    name_ar = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    founded = models.CharField(max_length=PARTIAL, blank=True)

    class Meta(Marked.Meta):
        pass


class StatusClaim(Marked):
    """A source says that from a date on a party had this status in an initiative. Claims may disagree."""

    class Status(models.TextChoices):
        INVITED = "invited"
        OBSERVER = "observer"
        MEMBER = "member"
        LEFT = "left"

    public_id = PublicId()
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="claims")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="claims")
    status = models.CharField(max_length=16, choices=Status.choices)
    since = models.CharField(max_length=PARTIAL, blank=True)
    seen_on = models.CharField(max_length=PARTIAL, blank=True)  # a day that shows it, where no source says since when
    source = models.CharField(max_length=300)
    preferred = models.BooleanField(default=False)
    why_ar = models.CharField(max_length=300, blank=True)
    why_en = models.CharField(max_length=300, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party", "since"], name="claim_party")]


class Mission(Marked):
    """A party's accredited representation."""

    public_id = PublicId()
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="missions")
    name_ar = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    city = models.CharField(max_length=80, blank=True)
    accredited = models.CharField(max_length=PARTIAL, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party"], name="mission_party")]


class Post(Marked):
    """An office of a party. A post is not a person."""

    public_id = PublicId()
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="posts")
    mission = models.ForeignKey(Mission, null=True, blank=True, on_delete=models.PROTECT, related_name="posts")
    title_ar = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party"], name="post_party")]


class Person(Marked):
    """Somebody who held posts; other spellings are Alias rows."""

    public_id = PublicId()
    name_ar = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    honorific_ar = models.CharField(max_length=80, blank=True)
    honorific_en = models.CharField(max_length=80, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["label", "name_en"], name="person_label")]


class Alias(Marked):
    """Another way in which a party or a person is written, folded for comparison."""

    party = models.ForeignKey(Party, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="aliases")
    written = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["folded"], name="alias_folded")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="alias_of_one",
                condition=models.Q(party__isnull=True) ^ models.Q(person__isnull=True),
            )
        ]


class Tenure(Marked):
    """Who held a post from when to when; an open end is empty. Dates as fine as the source knows."""

    public_id = PublicId()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tenures")
    since = models.CharField(max_length=PARTIAL, blank=True)
    until = models.CharField(max_length=PARTIAL, blank=True)
    seen_on = models.CharField(max_length=PARTIAL, blank=True)  # a day that shows it, where no source says since when
    source = models.CharField(max_length=300)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["person", "since"], name="tenure_person"),
            models.Index(fields=["post", "since"], name="tenure_post"),
        ]
