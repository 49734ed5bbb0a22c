"""Certificates, and the proof of each that anybody can look up who holds its link."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.activities.models import Nomination


class Certificate(Marked):
    """What somebody who completed a course got. Personal data of the party and the centre: the name, and the link.

    `link` is the secret in the address of its proof; `badge` the signed credential. `valid_until` is the last day on which it is
    valid; empty: without end.
    """

    public_id = PublicId()
    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="certificates", db_constraint=False
    )
    link = models.CharField(max_length=43)
    place = models.PositiveIntegerField()  # in the list of what was revoked
    badge = models.TextField()
    valid_until = models.DateField(null=True, blank=True)
    issued_by = models.CharField(max_length=150)
    issued_at = models.DateTimeField()
    revoked_by = models.CharField(max_length=150, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["valid_until"], name="certificate_valid")]
        constraints: ClassVar[list[Any]] = [
            by_and_at("revoked"),
        ]


class Proof(Marked):
    """What stands behind the link of a certificate, public and unreadable: it is sealed with the secret of the link.

    `digest` is that of the secret; without the secret nothing tells whose it is. `place` is a random one in the list.
    """

    digest = models.CharField(max_length=64, unique=True)
    sealed = models.TextField()
    place = models.PositiveIntegerField(unique=True)
    revoked = models.BooleanField(default=False)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["revoked"], name="proof_revoked")]
