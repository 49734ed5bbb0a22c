"""The page one comes to: what waits for me, what is late, what comes; saved views; the report of progress as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.reads import views
from mithaq.followup.reads import desk as desk_of
from mithaq.followup.reads import progress
from mithaq.followup.report_paper import paper_of
from mithaq.register.training.reads import expiring
from mithaq.reviews.findings.reads import waiting
from mithaq.web.files import PRINTED, asked_language, check_format, file_of, under_initiative
from mithaq.web.listing import asked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act
from mithaq.web.toasts import toast

CERTIFICATES = 5  # of those that expire, the first


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for me, what is late, what comes, what is new since I was last here."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        shown = desk_of(viewer)
        kept = views(viewer, page="commitments")
        findings = waiting(viewer)
        certificates = expiring(viewer)
    context = {
        "desk": shown,
        "views": kept,
        "findings": findings,
        "waits": len(shown.waiting) + len(findings),
        "certificates": certificates.entries[:CERTIFICATES],
        "certificates_more": len(certificates.entries) > CERTIFICATES or bool(certificates.more),
        "adds": Permission.DOCUMENTS_ADD in viewer.permissions,
    }
    return render(request, "desk/desk.html", context)


@require_GET
def report(request: HttpRequest, format: str) -> HttpResponse:
    """The report of progress over the commitments that the address filters, every sentence cited, as PDF or Word."""
    check_format(format, PRINTED)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = progress(viewer, **asked(request, progress))
        paper = under_initiative(viewer, paper_of(shape, asked_language(request)))
    return file_of(paper, "progress", format)


@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the list as it is filtered now under a name."""
    act(request, "views.save")
    toast(request, gettext("The view was kept."))
    return _back(request)


@require_POST
def remove_view(request: HttpRequest, view: str) -> HttpResponse:
    """Forget a view of mine."""
    act(request, "views.remove", view=view)
    toast(request, gettext("The view was removed."))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """To where the form stood, if that is a page of ours."""
    where = request.POST.get("back", "")
    return redirect(where if url_has_allowed_host_and_scheme(where, None) else "desk")
