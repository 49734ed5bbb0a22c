"""Actions: the list, one of them with its reports, a new one, the answer to a report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core.errors import Invalid, Refused
from mithaq.followup.reads import ActionRow, action_list, action_page
from mithaq.register.commitments.reads import commitment_page
from mithaq.reviews.findings.reads import of_action
from mithaq.web.choices import choose
from mithaq.web.listing import applied, asked, walked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled
from mithaq.web.sheets import Sheet, released, sheet
from mithaq.web.signs import SIGNS
from mithaq.web.toasts import toast

COLUMNS = (
    *("ref", "title_ar", "title_en", "owner", "focal", "due", "state", "percent", "filed", "serves"),
    *("level", "audience"),
)


@require_GET
def actions(request: HttpRequest) -> HttpResponse:
    """The list, filtered by the address."""
    given = asked(request, action_list)
    listing = action_list(viewer_of(request), **given)
    context = {"listing": listing, "given": given, "applied": applied(given), "states": SIGNS["state"]}
    return render(request, "actions/list.html", context)


@require_GET
def exported(request: HttpRequest, kind: str) -> Sheet:
    """All actions as filtered, as CSV or XLSX."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        rows = walked(action_list, viewer, **applied(asked(request, action_list)))
    return sheet("actions", COLUMNS, map(_flat, rows), kind)


def _flat(row: ActionRow) -> tuple[str | int | None, ...]:
    focal = row.focal.account if row.focal else ""
    told = (row.ref, row.title.ar, row.title.en, row.owner, focal, row.due, row.state, row.percent, row.filed)
    return (*told, " ".join(served.ref for served in row.serves), *released(row.seen))


@require_GET
def action(request: HttpRequest, action: str) -> HttpResponse:
    """One action: what it serves, who does it, its reports and their evidence."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = action_page(viewer, action=action)
        behind = of_action(viewer, action=page.row.public_id)
    return render(request, "actions/page.html", {"page": page, "row": page.row, "may": page.may, "behind": behind})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new action for the commitments that `for` names; more can be named by reference."""
    viewer = viewer_of(request)
    if Permission.ACTIONS_MANAGE not in viewer.permissions:
        raise Refused
    form_class = OPERATIONS["actions.add"].form
    if request.method == "POST":
        try:
            done = act(request, "actions.add")
        except Invalid as problem:
            return _add_page(request, refilled(form_class, request.POST, problem.errors), 400)
        toast(request, gettext("The action was added."))
        return redirect("action", done.public_id)
    owner = viewer.party if viewer.party else ""
    return _add_page(request, form_class(initial={"commitments": request.GET.getlist("for"), "owner": owner}), 200)


def _add_page(request: HttpRequest, form: forms.Form, status: int) -> HttpResponse:
    viewer = viewer_of(request)
    served = [code for code in form["commitments"].value() or () if code]
    with one_visit(viewer):
        choose(viewer, form, {}, {})
        pages = [commitment_page(viewer, commitment=code) for code in served]
    shown = [form[name] for name in ("title_ar", "title_en", "owner", "focal", "due")]
    context: dict[str, Any] = {"form": form, "shown": shown, "served": pages}
    return render(request, "actions/add.html", context, status=status)


@require_POST
def confirm(request: HttpRequest, action: str, report: str) -> HttpResponse:
    """Confirm a report: what it says of how far the action is holds from now on."""
    act(request, "actions.confirm", report=report)
    toast(request, gettext("The report was confirmed."))
    return redirect("action", action)


@require_POST
def give_back(request: HttpRequest, action: str, report: str) -> HttpResponse:
    """Return a report with a question."""
    act(request, "actions.return", report=report)
    toast(request, gettext("The report went back with your question."))
    return redirect("action", action)
