"""The register of commitments: the list as filtered, in every shape; one of them, whole; a new one by hand; repeats."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.access.reads import views
from mithaq.archive.reads import named
from mithaq.core.errors import Invalid, Refused
from mithaq.followup.reads import of_commitment
from mithaq.register.commitments.reads import commitment_export, commitment_list, commitment_page, speakers
from mithaq.register.consultations.reads import idea_behind
from mithaq.register.programmes.reads import area_list
from mithaq.web.choices import choose
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled
from mithaq.web.sheets import Sheet, sheet
from mithaq.web.signs import SIGNS
from mithaq.web.toasts import toast

ADDED = (  # the fields of a commitment put in by hand, in the order in which one knows them
    *("words", "kind", "document", "sentence", "source", "speaker", "by", "addressees", "areas", "said_on", "meeting"),
    *("due_words", "title_ar", "title_en", "translation", "owner", "focal", "due"),
)


@require_GET
def commitments(request: HttpRequest) -> HttpResponse:
    """The list, filtered by the address; `more` instead of a total."""
    viewer, given = viewer_of(request), asked(request, commitment_list)
    with one_visit(viewer):
        context: dict[str, Any] = {
            "listing": commitment_list(viewer, **given),
            "areas": {area.code: area.name for area in area_list(viewer)},
            "speakers": speakers(viewer),
            "views": views(viewer, page="commitments"),
            "named": named(viewer, things=given["meeting"]) if "meeting" in given else {},
        }
    context |= {"given": given, "applied": applied(given), "states": SIGNS["state"], "kinds": SIGNS["kind"]}
    context |= {
        "adds": Permission.COMMITMENTS_DECIDE in viewer.permissions,
        "saves": Permission.VIEWS_SAVE in viewer.permissions,
    }
    return render(request, "commitments/list.html", context)


@require_GET
def exported(request: HttpRequest, kind: str) -> Sheet:
    """All of the list as filtered, as CSV or XLSX."""
    found = commitment_export(viewer_of(request), **applied(asked(request, commitment_list)))
    return sheet("commitments", found.columns, found.rows, kind)


@require_GET
def commitment(request: HttpRequest, commitment: str) -> HttpResponse:
    """One commitment: what was said, by whom, where; who answers; what is done; where each party stands; repeats."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = commitment_page(viewer, commitment=commitment)
        followed = of_commitment(viewer, commitment=page.row.public_id)
        ideas = idea_behind(viewer, commitment=page.row.public_id)
        areas = {area.code: area.name for area in area_list(viewer)}
    context = {"page": page, "row": page.row, "followed": followed, "areas": areas, "may": page.may}
    context |= {"ideas": ideas, "acts_on": Permission.ACTIONS_MANAGE in viewer.permissions}
    return render(request, "commitments/page.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A commitment put in by hand, with its source."""
    viewer = viewer_of(request)
    if Permission.COMMITMENTS_DECIDE not in viewer.permissions:
        raise Refused
    form_class = OPERATIONS["commitments.add"].form
    if request.method == "POST":
        try:
            done = act(request, "commitments.add")
        except Invalid as problem:
            return _add_page(request, refilled(form_class, request.POST, problem.errors), 400)
        toast(request, gettext("The commitment stands in the register."))
        return redirect("commitment", done.public_id)
    return _add_page(request, form_class(initial={"document": request.GET.get("document", ""), "level": ""}), 200)


def _add_page(request: HttpRequest, form: forms.Form, status: int) -> HttpResponse:
    viewer = viewer_of(request)
    with one_visit(viewer):
        choose(viewer, form, {}, {})
    return render(
        request, "commitments/add.html", {"form": form, "shown": [form[name] for name in ADDED]}, status=status
    )


@require_POST
def judge_repeat(request: HttpRequest, repeat: str) -> HttpResponse:
    """Say whether two commitments are the same call."""
    act(request, "commitments.judge_repeat", repeat=repeat)
    toast(request, gettext("Your judgement was recorded."))
    return redirect("commitment", request.POST.get("back", ""))


@require_POST
def find_repeats(request: HttpRequest, commitment: str) -> HttpResponse:
    """Look again for the same call among all that is visible now."""
    act(request, "commitments.find_repeats", commitment=commitment)
    return redirect("commitment", commitment)
