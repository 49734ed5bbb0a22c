"""The page of an act on a record, or of a new record: the form of its operation, filled in with what is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from mithaq.access.forms import DateWords
from mithaq.access.markings import Level
from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.web.acts import Act, Thing
from mithaq.web.adding import date_help
from mithaq.web.bidi import island
from mithaq.web.choices import choose
from mithaq.web.middleware import viewer_of
from mithaq.web.places import place_of
from mithaq.web.register_acts import ACTS, NEW, lists, offered_for_new
from mithaq.web.sending import act, refilled
from mithaq.web.things import FILED, THINGS
from mithaq.web.toasts import toast

REFERENCES = {"document": "D-2016-003", "other": "C-2016-008"}  # of what is named by its reference, an example
FIRST = ("post", "person", "tenure", "claim", "initiative", "status")  # what it is about stands before when it was


@require_http_methods(["GET", "POST"])
def act_on(request: HttpRequest, thing: str, act_name: str) -> HttpResponse:
    """Show the form, or do it: then back to the record; what does not fit stays on the page as it was typed."""
    if (todo := ACTS.get(act_name)) is None:
        raise Absent
    return _answer(request, todo, THINGS[todo.kind](viewer_of(request), thing))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, act_name: str) -> HttpResponse:
    """Show the form of a new thing, or add it: then to its page."""
    return _answer(request, NEW[act_name], None)


def _answer(request: HttpRequest, todo: Act, about: Thing | None) -> HttpResponse:
    if OPERATIONS[todo.operation].needs not in viewer_of(request).permissions:
        raise Refused
    if request.method != "POST":
        return _page(request, todo, about, None)
    try:
        done = act(request, todo.operation, **_told(request, todo, about))
    except Refused:
        raise
    except Problem as problem:
        return _page(request, todo, about, problem)
    toast(request, str(todo.told))
    return redirect(_place(todo, about.public_id if about else done.public_id))


def _told(request: HttpRequest, todo: Act, about: Thing | None) -> dict[str, Any]:
    """What the page knows without being told: the thing, and that one's own party is always among those who see it."""
    told: dict[str, Any] = {todo.names: about.public_id} if about and todo.names else {}
    if "audience" in OPERATIONS[todo.operation].form.base_fields and (own := viewer_of(request).party):
        told["audience"] = [*request.POST.getlist("audience"), own]
    return told


def _place(todo: Act, public_id: str) -> str:
    return place_of(todo.kind, public_id) or reverse(lists(todo.kind)[0])


def _page(request: HttpRequest, todo: Act, about: Thing | None, problem: Problem | None) -> HttpResponse:
    """The form as it is known or, with a problem, as it was sent."""
    viewer, kind = viewer_of(request), OPERATIONS[todo.operation].form
    values = dict(about.values if about else FILED)
    values |= {name: text for name, text in request.GET.items() if name in kind.base_fields}
    errors = problem.errors if isinstance(problem, Invalid) else {}
    form = refilled(kind, request.POST, errors) if problem else kind(initial=values)
    with one_visit(viewer):
        choose(viewer, form, values, about.names if about else {}, _offered(viewer, todo, about))
    _narrow(viewer, form, about)
    _help(form)
    hidden = (todo.names, "version", "demonstration", *(("level", "audience") if "audience" in form.fields else ()))
    context: dict[str, Any] = {"act": todo, "thing": about, "form": form, "labelled": "audience" in form.fields}
    names = sorted(form.fields, key=lambda name: name not in FIRST)
    context["shown"] = [form[name] for name in names if name not in (*hidden, *todo.hides)]
    context["list_route"], context["list_name"] = lists(todo.kind)
    context["back"] = _place(todo, about.public_id) if about else reverse(context["list_route"])
    context["draft"] = "" if todo.private else f"{todo.operation}:{about.public_id if about else ''}"
    context |= {
        "message": _message(problem) if problem and not errors else "",
        "conflict": isinstance(problem, Conflict),
    }
    return render(request, "acts/form.html", context, status=problem.status if problem else 200)


def _message(problem: Problem) -> str:
    """What the problem says. The thing of the page is there: what is absent was named in a field."""
    if isinstance(problem, Absent):
        return gettext("What you named is not here, or it was not released to you. Look at its reference again.")
    return problem.say(gettext)


def _offered(viewer: Viewer, todo: Act, about: Thing | None) -> Mapping[str, Any]:
    return about.choices if about else offered_for_new(viewer, todo)


def _narrow(viewer: Viewer, form: forms.Form, about: Thing | None) -> None:
    """Only the states that can be reached, and the levels that the viewer could see, are offered."""
    state: Any = form.fields.get("state")
    level: Any = form.fields.get("level")
    if state and about:
        state.choices = [(code, words) for code, words in state.choices if code in about.possible]
    if level and "audience" in form.fields:
        level.choices = [(code, words) for code, words in level.choices if Level[code] <= viewer.clearance.level]


def _help(form: forms.Form) -> None:
    """What can be typed into dates and references."""
    for name, field in form.fields.items():
        if isinstance(field, DateWords):
            field.help_text = date_help()
        elif name in REFERENCES:
            words = escape(gettext("Its reference, for example %(reference)s."))
            field.help_text = mark_safe(words % {"reference": island(REFERENCES[name])})  # noqa: S308  escaped, island ours
