"""Accepting together what is clear, with everything shown before, and taking it back together."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from mithaq.access.permissions import Permission
from mithaq.core.errors import Absent, Problem, Refused
from mithaq.web.bidi import in_digits
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act
from mithaq.web.toasts import toast
from mithaq.web.together import previewed, taken_back, versions


@require_http_methods(["GET", "POST"])
def accept_clear(request: HttpRequest, document: str) -> HttpResponse:
    """What would come of the clear proposals of a document; POST accepts those that are ticked, all or none."""
    if Permission.PROPOSALS_DECIDE not in viewer_of(request).permissions:
        raise Refused
    problem = None
    if request.method == "POST":
        try:
            return _accepted(request, document)
        except (Absent, Refused):
            raise
        except Problem as error:
            problem = error
    together = previewed(viewer_of(request), document, request.POST.getlist("proposals"))
    context = {"together": together, "message": problem.in_full(gettext) if problem else ""}
    return render(request, "documents/accept_clear.html", context, status=problem.status if problem else 200)


def _accepted(request: HttpRequest, document: str) -> HttpResponse:
    ids = request.POST.getlist("proposals")
    act(request, "proposals.accept_many", document=document)
    told = ngettext("%(count)s proposal was accepted.", "%(count)s proposals were accepted.", len(ids))
    back = {
        "undo": reverse("proposals-undo", args=[document]),
        "proposals": versions(viewer_of(request), document, ids),
    }
    toast(request, told % {"count": in_digits(len(ids))}, **back)
    return redirect("document", document)


@require_POST
def undo(request: HttpRequest, document: str) -> HttpResponse:
    """Take back what was accepted together; what something rests on by now stays, and that is said."""
    done, problems = taken_back(viewer_of(request), request.POST.get("proposals", ""))
    told = ngettext("%(count)s proposal waits again.", "%(count)s proposals wait again.", done) % {
        "count": in_digits(done)
    }
    toast(request, " ".join([told, *problems]))
    return redirect("document", document)
