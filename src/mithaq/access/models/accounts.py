"""Somebody who signs in, and the tokens and acts that are theirs. Technical tables: they hold no content."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models

from mithaq.access.fields import Codes, PublicId
from mithaq.access.markings import Clearance, Level
from mithaq.access.roles import handles_personal_data, permissions_of
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual


class Account(AbstractUser):
    """Somebody who signs in, for one party, in roles."""

    party = models.CharField(max_length=16, blank=True)
    level = models.SmallIntegerField(default=Level.PUBLIC, choices=[(level.value, level.name) for level in Level])
    roles = Codes()
    name_ar = models.CharField(max_length=150, blank=True)
    name_en = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=2, default="ar", choices=[("ar", "العربية"), ("en", "English")])
    deputy = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="deputy_of")
    seen_at = models.DateTimeField(null=True, blank=True)

    @property
    def name(self) -> Bilingual:
        """The name in both languages; the sign-in name where there is none."""
        return Bilingual(self.name_ar, self.name_en or self.username)

    def viewer(self) -> Viewer:
        """This account as somebody who looks and acts. A disabled account sees and does nothing."""
        if not self.is_active:
            return Viewer(self.username, Clearance("", Level.PUBLIC))
        clearance = Clearance(self.party, Level(self.level), handles_personal_data(self.roles))
        return Viewer(self.username, clearance, permissions_of(self.roles), self.name)


class ApiToken(models.Model):
    """A key for programs. Only its hash is kept; it never exceeds what its account may do now."""

    public_id = PublicId()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)


class Done(models.Model):
    """An act done once: the same account sending the same one-time key again gets the same answer, and nothing is done."""

    account = models.CharField(max_length=150)
    key = models.CharField(max_length=64)
    operation = models.CharField(max_length=80)
    public_id = models.CharField(max_length=22)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["account", "key"], name="done_once")]
