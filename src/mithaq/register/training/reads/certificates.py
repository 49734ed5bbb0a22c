"""Certificates for those who see the name, and what stands behind the link of one for whoever holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.conf import settings

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity, Nominee
from mithaq.register.training.badges import REVOKED_LIST, issuer_of, revoked_list
from mithaq.register.training.models import Certificate, Proof
from mithaq.register.training.sealing import digest, signing_key, unseal
from mithaq.register.training.validity import is_over


@dataclass(frozen=True, slots=True)
class CertificateShown:
    """A certificate as the party and the centre see it. `link` is the secret part of the address of its proof; `valid_until`
    the last day on which it is valid, empty: without end; `expired`: that day is past."""

    public_id: str
    nomination: str
    name: Bilingual
    link: str
    issued_at: str
    issued_by: str
    valid_until: str
    expired: bool
    revoked_at: str
    reason: str
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Proved:
    """What a certificate says, read by its link, and how it stands today: valid, expired (after `valid_until`, empty: never)
    or revoked. `issuer` signs the badge."""

    name: Bilingual
    title: Bilingual
    centre: Bilingual
    code: str
    objectives: tuple[Bilingual, ...]
    begins: str
    ends: str
    hours: str
    issued: str
    demonstration: bool
    badge: str
    revoked: bool
    issuer: str
    address: str
    valid_until: str
    state: Literal["valid", "expired", "revoked"]


@read("certificates.list")
def certificate_list(viewer: Viewer, *, activity: str) -> tuple[CertificateShown, ...]:
    """The certificates of an activity whose names the viewer may see, in the order in which they were issued."""
    found = find(Activity.objects.all(), activity)
    rows = Certificate.objects.filter(nomination__activity=found).order_by("pk")
    return _shown(viewer, rows.select_related("nomination__activity"))


@read("certificates.page")
def certificate_page(viewer: Viewer, *, certificate: str) -> CertificateShown:
    """One certificate, for those who see the name."""
    row = find(Certificate.objects.select_related("nomination__activity"), certificate)
    (shown,) = _shown(viewer, [row])
    return shown


def _shown(viewer: Viewer, rows: Iterable[Certificate]) -> tuple[CertificateShown, ...]:
    certificates = list(rows)
    who = Nominee.objects.filter(nomination__in=[row.nomination_id for row in certificates])
    names = {row.nomination_id: Bilingual(row.name_ar, row.name_en) for row in who} if certificates else {}
    return tuple(_row(viewer, row, names.get(row.nomination_id, Bilingual("", ""))) for row in certificates)


def _row(viewer: Viewer, row: Certificate, name: Bilingual) -> CertificateShown:
    revoked_at = row.revoked_at.isoformat() if row.revoked_at else ""
    return CertificateShown(
        *(row.public_id, row.nomination.public_id, name, row.link, row.issued_at.isoformat(), row.issued_by),
        row.valid_until.isoformat() if row.valid_until else "",
        is_over(row.valid_until),
        *(revoked_at, row.reason, _may(viewer, row), row.version, seen_by(row.label_id)),
    )


def _may(viewer: Viewer, row: Certificate) -> tuple[str, ...]:
    own = viewer.party == row.nomination.activity.host and P.CERTIFICATES_ISSUE in viewer.permissions
    return ("certificates.revoke",) if own and row.revoked_at is None else ()


@read("certificates.verify")
def verify(viewer: Viewer, *, link: str) -> Proved:
    """What the certificate behind this link says, for whoever holds the link, and how it stands today: valid, expired or revoked.
    Absent for others."""
    proof = Proof.objects.filter(digest=digest(link)).first()
    if proof is None:
        raise Absent
    said = unseal(link, proof.sealed)
    until = said.get("valid_until", "")  # a proof of before there were any that expire says nothing of it
    over = is_over(date.fromisoformat(until)) if until else False
    return Proved(
        *(_both(said["name"]), _both(said["title"]), _both(said["centre"]), said["code"]),
        tuple(map(_both, said["objectives"])),
        *(said["begins"], said["ends"], said["hours"], said["issued"], said["demonstration"], said["badge"]),
        *(proof.revoked, issuer_of(signing_key()), f"{settings.SITE_ADDRESS}/verify/{link}/"),
        *(until, "revoked" if proof.revoked else "expired" if over else "valid"),
    )


def _both(pair: list[Any]) -> Bilingual:
    return Bilingual(str(pair[0]), str(pair[1]))


@read("certificates.revoked_list")
def revoked(viewer: Viewer) -> str:
    """The signed list of what was revoked, one bit a certificate, as verifiers of badges fetch it."""
    places = Proof.objects.filter(revoked=True).order_by("place").values_list("place", flat=True)
    return revoked_list(signing_key(), settings.SITE_ADDRESS + REVOKED_LIST, places, clock.now())


@read("certificates.issuer")
def issuer(viewer: Viewer) -> str:
    """Who signs the badges of this house: a ``did:key``."""
    return issuer_of(signing_key())
