"""Certificates: issued to who completed, revoked with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from mithaq.access.markings import Level
from mithaq.access.models import Label, Party
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.register.activities.models import Activity, Attendance, Nomination, Nominee, Participation
from mithaq.register.activities.rights import NOT_THE_HOST, check
from mithaq.register.activities.seating import locked
from mithaq.register.training.badges import PLACES, REVOKED_LIST, Awarded, badge
from mithaq.register.training.forms import IssueCertificate, RevokeCertificate
from mithaq.register.training.models import Certificate, Course, Objective, Proof
from mithaq.register.training.sealing import digest, new_link, place_of, salt_of, seal, signing_key, urn
from mithaq.register.training.validity import last_instant, valid_until


@operation("certificates.issue", needs=Permission.CERTIFICATES_ISSUE, form=IssueCertificate)
def issue_certificate(viewer: Viewer, *, nomination: str) -> Reference:
    """The certificate of somebody who completed: a paper and a signed badge, and a link by which both can be verified.

    Only who holds the link can read what stands behind it; the badge names nobody, it holds a hash of the name. It is valid
    for as many calendar months after the last day as the course says, as it says today: what the course says later changes
    no certificate that was issued.
    """
    found: Nomination = find(Nomination.objects.select_related("activity"), nomination)
    activity = locked(found.activity.public_id)
    check(viewer.party == activity.host, NOT_THE_HOST)
    nominee = Nominee.objects.select_related("label").filter(nomination=found).first()
    if nominee is None:
        raise Absent
    if not Participation.objects.filter(nomination=found, result=Participation.Result.COMPLETED).exists():
        raise Problem("Only who completed gets a certificate.", code="not_completed")
    if Certificate.objects.filter(nomination=found, revoked_at=None).exists():
        raise Problem("There is a certificate already. Revoke it before another is issued.", code="issued")
    link, said = new_link(), _said(activity, found, nominee)
    place = _free_place(link)
    until = date.fromisoformat(said["valid_until"]) if said["valid_until"] else None
    signed = _badge(activity, link, place, said, until)
    public = Label.objects.of(Level.PUBLIC)
    Proof.objects.create(label=public, digest=digest(link), sealed=seal(link, {**said, "badge": signed}), place=place)
    made = Certificate.objects.create(
        label=nominee.label,
        nomination=found,
        link=link,
        place=place,
        badge=signed,
        valid_until=until,
        issued_by=viewer.account,
        issued_at=clock.now(),
    )
    return Reference(made.public_id, nominee.label_id, {"certificate": [None, f"{found.party}-{found.number}"]})


def _said(activity: Activity, nomination: Nomination, nominee: Nominee) -> dict[str, Any]:
    """What the certificate says, and nothing else is ever told by its link."""
    centre = Party.objects.get(code=activity.host)
    course = Course.objects.filter(offerings__activity=activity).first()
    objectives = list(Objective.objects.filter(course=course).order_by("number")) if course else []
    until = valid_until(activity.ends, course.valid_months) if course else None
    hours = sum(Attendance.objects.filter(nomination=nomination).values_list("hours", flat=True))
    return {
        "name": [nominee.name_ar, nominee.name_en],
        "title": [activity.title_ar, activity.title_en],
        "centre": [centre.name_ar, centre.name_en],
        "code": course.code if course else activity.ref,
        "objectives": [[one.performance_ar, one.performance_en] for one in objectives],
        "begins": activity.begins.isoformat(),
        "ends": activity.ends.isoformat(),
        "hours": f"{hours.normalize():f}" if hours else "",
        "valid_until": until.isoformat() if until else "",
        "issued": clock.now().isoformat(),
        "demonstration": activity.demonstration,
    }


def _free_place(link: str) -> int:
    """A place in the list of what was revoked that no other certificate has."""
    for attempt in range(1_000):
        place = place_of(link, attempt, PLACES)
        if not Proof.objects.filter(place=place).exists():
            return place
    raise Problem("The list of certificates is full.", code="full")


def _badge(activity: Activity, link: str, place: int, said: dict[str, Any], until: date | None) -> str:
    title = said["title"][1] or said["title"][0]
    goals = "; ".join(en or ar for ar, en in said["objectives"])
    return badge(
        signing_key(),
        Awarded(
            id=urn(link, "credential"),
            holder=urn(link, "holder"),
            name=said["name"][1] or said["name"][0],
            salt=salt_of(link),
            achievement=f"{settings.SITE_ADDRESS}/activities/{activity.public_id}/",
            title=title,
            description=goals or title,
            criteria=goals or f"Completed: {title}",
            begins=said["begins"],
            ends=said["ends"],
            issuer_name=said["centre"][1] or said["centre"][0],
            at=clock.now(),
            place=place,
            revoked_list=settings.SITE_ADDRESS + REVOKED_LIST,
            until=last_instant(until) if until else None,
        ),
    )


@operation("certificates.revoke", needs=Permission.CERTIFICATES_ISSUE, form=RevokeCertificate)
def revoke_certificate(viewer: Viewer, *, certificate: str, version: int, reason: str) -> Reference:
    """Say that a certificate is not valid any more. Its link and its badge say so from now on; the reason they do not tell."""
    found = find(Certificate.objects.select_related("nomination__activity"), certificate)
    check(viewer.party == found.nomination.activity.host, NOT_THE_HOST)
    if found.revoked_at is not None:
        raise Problem("This certificate was revoked already.", code="revoked")
    at = clock.now()
    revoked = {"revoked_by": viewer.account, "revoked_at": at, "reason": reason}
    update_at(Certificate.objects.filter(pk=found.pk), version, **revoked)
    Proof.objects.filter(digest=digest(found.link)).update(revoked=True)
    return Reference(certificate, found.label_id, {"revoked": [None, at.isoformat()]}, reason)
