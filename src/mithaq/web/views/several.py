"""Several commitments of the register at once: what is asked of them, then what would change, then it is done."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid, Refused
from mithaq.register.commitments.reads import Change
from mithaq.register.commitments.states import TRANSITIONS, State
from mithaq.web.bidi import in_digits
from mithaq.web.choices import Options, choose, options_of
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import refilled
from mithaq.web.several import SEVERAL, Several, check, do, given_in, would
from mithaq.web.toasts import toast


@require_http_methods(["GET", "POST"])
def several(request: HttpRequest, act_name: str) -> HttpResponse:
    """Ask; show what would change, with what stands in the way of which; do it with those that are ticked."""
    todo, step = SEVERAL[act_name], request.POST.get("step", "look")
    if OPERATIONS[todo.operation].needs not in viewer_of(request).permissions:
        raise Refused
    if request.method != "POST" or step == "back":
        return _ask(request, todo)
    try:
        check(todo, given_in(request, todo))
    except Invalid as problem:
        return _ask(request, todo, problem)
    return _do(request, todo) if step == "do" and request.POST.getlist("rows") else _look(request, todo, step)


def _do(request: HttpRequest, todo: Several) -> HttpResponse:
    done, problems = do(request, todo, request.POST.getlist("rows"), given_in(request, todo))
    told = ngettext("%(count)s commitment was changed.", "%(count)s commitments were changed.", done)
    toast(request, " ".join([told % {"count": in_digits(done)}, *problems]))
    return redirect(_back(request) or "commitments")


def _ask(request: HttpRequest, todo: Several, problem: Invalid | None = None) -> HttpResponse:
    """The fields, as they were sent if they were, over the commitments that were ticked."""
    viewer, chosen = viewer_of(request), _chosen(request)
    kind = OPERATIONS[todo.operation].form
    form = refilled(kind, request.POST, problem.errors if problem else {}) if request.method == "POST" else kind()
    with one_visit(viewer):
        rows = would(viewer, todo, chosen, {})
        _offer(viewer, form, rows)
    context = _context(request, todo, form, rows)
    return render(request, "commitments/several.html", context, status=problem.status if problem else 200)


def _look(request: HttpRequest, todo: Several, step: str) -> HttpResponse:
    """What would change of each; those that can take it are ticked, if nobody unticked them before."""
    viewer, given = viewer_of(request), given_in(request, todo)
    kind = OPERATIONS[todo.operation].form
    form = refilled(kind, request.POST, {})
    with one_visit(viewer):
        rows = would(viewer, todo, _chosen(request), given)
        _offer(viewer, form, rows)
    context = _context(request, todo, form, rows) | {"looking": True, "able": [row for row in rows if not row.problem]}
    context["said"] = [
        (form[name].label, _told(form, name, given[name]), name) for name in todo.fields if name in given
    ]
    if step == "do":
        context["message"] = gettext("Tick at least one of them.")
    return render(request, "commitments/several.html", context, status=400 if step == "do" else 200)


def _context(request: HttpRequest, todo: Several, form: forms.Form, rows: tuple[Change, ...]) -> dict[str, Any]:
    shown = [form[name] for name in todo.fields]
    return {"act": todo, "form": form, "shown": shown, "rows": rows, "back": _back(request)}


def _chosen(request: HttpRequest) -> list[str]:
    return (request.POST if request.method == "POST" else request.GET).getlist("c")


def _back(request: HttpRequest) -> str:
    """The list as it was filtered, if that is a page of ours."""
    where = (request.POST if request.method == "POST" else request.GET).get("back", "")
    return where if url_has_allowed_host_and_scheme(where, None) else ""


def _offer(viewer: Viewer, form: forms.Form, rows: tuple[Change, ...]) -> None:
    """Empty means that it stays; only states that one of them can go to."""

    def staying(name: str) -> Options:
        return [
            ("", gettext("As it stands")),
            *(option for option in options_of(viewer, name, {}, {}) or [] if option[0]),
        ]

    choose(viewer, form, {}, {}, {name: partial(staying, name) for name in ("owner", "focal")})
    state: Any = form.fields.get("state")
    if state:
        reached = {step for row in rows for step in TRANSITIONS[State(row.row.state)]}
        state.choices = [(code, words) for code, words in state.choices if code in reached]


def _told(form: forms.Form, name: str, value: str) -> str:
    """What was filled in: an account as it was offered, by the name of who has it."""
    widget: Any = form.fields[name].widget
    return str(dict(widget.choices).get(value, value)) if name == "focal" else value
