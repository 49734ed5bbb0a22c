"""What stands behind the link of a certificate, for whoever holds it, signed in or not: a page, the paper, the badge."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.viewer import PUBLIC_EYES
from mithaq.papers.typeset import pdf
from mithaq.register.training.certificate_paper import certificate_paper
from mithaq.register.training.reads import revoked, verify

BADGE = "application/vc+jwt"


@login_not_required
@require_GET
def proof(request: HttpRequest, link: str) -> HttpResponse:
    """What the certificate says, and whether it is valid. Nobody else is told of this page: the link stands in no referrer."""
    answer = render(request, "training/proof.html", {"said": verify(PUBLIC_EYES, link=link), "link": link})
    return _unlisted(answer)


@login_not_required
@require_GET
def certificate(request: HttpRequest, link: str) -> HttpResponse:
    """The certificate as a paper in both languages."""
    said = verify(PUBLIC_EYES, link=link)
    answer = HttpResponse(pdf(certificate_paper(said)), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="mithaq-certificate-{said.code}.pdf"'
    return _unlisted(answer)


@login_not_required
@require_GET
def badge(request: HttpRequest, link: str) -> HttpResponse:
    """The signed badge."""
    answer = HttpResponse(verify(PUBLIC_EYES, link=link).badge, content_type=BADGE)
    answer["Content-Disposition"] = 'attachment; filename="mithaq-badge.jwt"'
    return _unlisted(answer)


@login_not_required
@require_GET
def revoked_badges(request: HttpRequest) -> HttpResponse:
    """The signed list of revoked badges, as programs that verify fetch it."""
    return HttpResponse(revoked(PUBLIC_EYES), content_type=BADGE)


def _unlisted(answer: HttpResponse) -> HttpResponse:
    answer["Referrer-Policy"] = "same-origin"  # not no-referrer: forms on the page would come from an origin of null
    answer["X-Robots-Tag"] = "noindex"
    answer["Cache-Control"] = "private, no-store"
    return answer
