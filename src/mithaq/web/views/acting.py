"""The page of an act on a record: the form of its operation, filled in with what is known."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Conflict, Invalid, Refused
from mithaq.core.words import Bilingual
from mithaq.web.acts import ACTS, THINGS, Act, Thing
from mithaq.web.choices import choose
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled
from mithaq.web.toasts import toast


@require_http_methods(["GET", "POST"])
def act_on(request: HttpRequest, thing: str, act_name: str) -> HttpResponse:
    """Show the form, or do it: then back to the record; what does not fit stays on the page as it was typed."""
    todo, viewer = ACTS[act_name], viewer_of(request)
    about = THINGS[todo.names](viewer, thing)
    if OPERATIONS[todo.operation].needs not in viewer.permissions:
        raise Refused
    if request.method != "POST":
        return _page(request, viewer, todo, about, _form(todo, about), 200)
    try:
        act(request, todo.operation, **{todo.names: about.public_id})
    except (Invalid, Conflict) as problem:
        errors = problem.errors if isinstance(problem, Invalid) else {}
        form = refilled(OPERATIONS[todo.operation].form, request.POST, errors)
        return _page(
            request,
            viewer,
            todo,
            about,
            form,
            problem.status,
            message=problem.say(gettext),
            conflict=isinstance(problem, Conflict),
        )
    toast(request, str(todo.told))
    return redirect(about.kind, about.public_id)


def _form(todo: Act, about: Thing) -> forms.Form:
    return OPERATIONS[todo.operation].form(initial=dict(about.values))


def _page(
    request: HttpRequest, viewer: Viewer, todo: Act, about: Thing, form: forms.Form, status: int, **more: Any
) -> HttpResponse:
    with acting_as(viewer):
        choose(viewer, form, about.values, _names(about))
    if "state" in form.fields:
        field: Any = form.fields["state"]
        field.choices = [(code, words) for code, words in field.choices if code in about.possible]
    shown = [form[name] for name in form.fields if name not in (todo.names, "version")]
    context = {"act": todo, "thing": about, "form": form, "shown": shown, **more}
    return render(request, "acts/form.html", context, status=status)


def _names(about: Thing) -> dict[str, Bilingual]:
    """The names of what stands in the fields already, where the choices would not hold it."""
    return {}
