"""Frozen runs of the evaluation; what was cut from them for others, with the consent of each party; each party's own part."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked, by_and_at


class Run(Marked):
    """The evaluation of the results that its maker could see, on a day. Its content never changes.

    `courses`: the codes that were asked for, none for all; `year`: of the offerings, none for all; `parties`: whose results
    are in it. `content` and `base` are canonical JSON: `mithaq.reviews.runs.content` and the counts and sums that releases are
    cut from. `digest` is the SHA-256 of the content, `data_hash` that of all that it was made from, `made_with` the version of
    Mithaq. `checked`: what came of making it again.
    """

    class Checked(models.TextChoices):
        SAME = "same", _("The same to the last byte")
        DATA = "data", _("The data is another one today")
        CODE = "code", _("The version of Mithaq is another one")
        CONTENT = "content", _("Something else came out of the same data")

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    courses = Codes(max_length=20_000)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    parties = Codes(max_length=2_000)
    settings = models.JSONField(default=dict)
    seed = models.PositiveIntegerField(default=0)
    made_with = models.CharField(max_length=40)
    data_hash = models.CharField(max_length=64)
    content = models.TextField()
    base = models.TextField()
    digest = models.CharField(max_length=64)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    checked = models.CharField(max_length=8, choices=Checked.choices, blank=True)
    checked_by = models.CharField(max_length=150, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    demonstration = models.BooleanField(default=False)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [by_and_at("checked")]


class Release(Marked):
    """What was cut from a run for others. Until it is issued under the label of its makers, then under that of its audience.

    `agreed`: the parties with a row of their own, once it is issued. `content` is canonical JSON of what is shown; `attack` what came of
    trying to work out what is hidden, beside the earlier releases. `ref` is given when it is issued.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", pgettext_lazy("state of a release", "Proposed")
        ISSUED = "issued", pgettext_lazy("state of a release", "Issued")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a release", "Withdrawn")

    public_id = PublicId()
    ref = models.CharField(max_length=24, blank=True)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="releases", db_constraint=False)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    level = models.CharField(max_length=12)  # of the label that it gets when it is issued
    audience = Codes(max_length=2_000)
    agreed = Codes(max_length=2_000)
    courses = Codes(max_length=20_000)
    threshold = models.PositiveSmallIntegerField(default=5)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    content = models.TextField(blank=True)
    attack = models.JSONField(default=dict, blank=True)
    proposed_by = models.CharField(max_length=150)
    proposed_at = models.DateTimeField()
    released_by = models.CharField(max_length=150, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=150, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "-id"], name="release_state")]
        constraints: ClassVar[list[Any]] = [by_and_at("released"), by_and_at("taken_back")]


class Consent(Marked):
    """A party is asked whether it stands in a release with a row of its own. Seen by the party and the makers alone.

    `content`: canonical JSON of what others would see of it. The title and the audience are those of the release, which the
    party does not see before it is issued.
    """

    class Answer(models.TextChoices):
        ASKED = "asked", pgettext_lazy("consent to a release", "Asked")
        AGREED = "agreed", pgettext_lazy("consent to a release", "Agreed")
        DECLINED = "declined", pgettext_lazy("consent to a release", "Declined")

    public_id = PublicId()
    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="consents", db_constraint=False)
    party = models.CharField(max_length=16)
    answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.ASKED)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    level = models.CharField(max_length=12)
    audience = Codes(max_length=2_000)
    content = models.TextField()
    asked_at = models.DateTimeField()
    said_by = models.CharField(max_length=150, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    open = models.BooleanField(default=True)  # it can still be answered: the release was not issued or withdrawn
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [by_and_at("said")]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party", "-id"], name="consent_party")]


class Part(Marked):
    """What a party gets of its own with a release: canonical JSON of its own facts. Seen by the party and the makers alone."""

    public_id = PublicId()
    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="parts", db_constraint=False)
    party = models.CharField(max_length=16)
    content = models.TextField()
    at = models.DateTimeField()
    gone = models.BooleanField(default=False)  # the release was withdrawn

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party", "-id"], name="part_party")]
