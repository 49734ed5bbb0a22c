"""The page of an act on a record, or of a new record: the form of its operation, filled in with what is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mithaq.access.forms import DateWords
from mithaq.access.markings import Level
from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.web.acts import Act, Thing
from mithaq.web.adding import date_help
from mithaq.web.bidi import island
from mithaq.web.cards import Names
from mithaq.web.choices import choose
from mithaq.web.differences import Compared, as_shown, compared, differences, put_together
from mithaq.web.middleware import viewer_of
from mithaq.web.places import place_of
from mithaq.web.reading import names_of
from mithaq.web.register_acts import ACTS, NEW, lists, offered_for_new
from mithaq.web.sending import act, refilled
from mithaq.web.things import FILED, THINGS
from mithaq.web.toasts import toast

REFERENCE, HOUR = (
    _("Its reference, for example %(example)s."),
    _("Day and hour by the clock of the place: %(example)s."),
)
TYPED: dict[str, tuple[Promise, str]] = {  # how what is typed is written, with an example
    **{"document": (REFERENCE, "D-2016-003"), "other": (REFERENCE, "C-2016-008")},
    **{"opens": (HOUR, "2026-12-14 09:30"), "closes": (HOUR, "2026-12-14 17:00")},
    "rotation": (_("The codes of the parties in their order, with commas between: %(example)s."), "KWT, QAT"),
    "quota": (_("Left empty: any number may come."), ""),
}
FIRST = ("post", "person", "tenure", "claim", "initiative", "status")  # what it is about stands before when it was


@require_http_methods(["GET", "POST"])
def act_on(request: HttpRequest, thing: str, act_name: str) -> HttpResponse:
    """Show the form, or do it: then back to the record; what does not fit stays on the page as it was typed."""
    if (todo := ACTS.get(act_name)) is None:
        raise Absent
    return answer(request, todo, THINGS[todo.kind](viewer_of(request), thing))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, act_name: str) -> HttpResponse:
    """Show the form of a new thing, or add it: then to its page."""
    return answer(request, NEW[act_name], None)


def answer(request: HttpRequest, todo: Act, about: Thing | None) -> HttpResponse:
    """Show the form of this act on this thing, or do it and go back to it; what does not fit stays as it was typed."""
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
    return redirect(_back(todo, about) if about else _place(todo, done.public_id))


def _told(request: HttpRequest, todo: Act, about: Thing | None) -> dict[str, Any]:
    """What the page knows without being told: the thing, and that one's own party is always among those who see it."""
    told: dict[str, Any] = {todo.names: about.public_id} if about and todo.names else {}
    if "audience" in OPERATIONS[todo.operation].form.base_fields and (own := viewer_of(request).party):
        told["audience"] = [*request.POST.getlist("audience"), own]
    return told


def _back(todo: Act, about: Thing) -> str:
    return about.page or _place(todo, about.public_id)


def _place(todo: Act, public_id: str) -> str:
    return place_of(todo.kind, public_id) or reverse(lists(todo.kind)[0])


def _page(request: HttpRequest, todo: Act, about: Thing | None, problem: Problem | None) -> HttpResponse:
    """The form as it is known or, with a problem, as it was sent; where somebody was faster, put on what stands now."""
    kind, stands = OPERATIONS[todo.operation].form, about.values if about else {}
    both = compared(request, kind, stands) if problem else None
    faster = both if both and about and _is_stale(problem, both, about) else None
    values = {**(stands or FILED), **{name: text for name, text in request.GET.items() if name in kind.base_fields}}
    form: forms.Form = kind(initial=values)
    if both:
        filled = faster.fields if faster else both.sent
        errors = problem.errors if isinstance(problem, Invalid) else {}
        values, form = {**values, **filled}, refilled(kind, put_together(request.POST, filled), errors)
    called = _choices(request, todo, about, form, [values, stands])
    context = _context(todo, about, form)
    context |= {
        "problem": problem,
        "message": _message(problem) if problem and not isinstance(problem, Invalid) else "",
    }
    context |= {"version": about.version if about else 0, "as_shown": as_shown(stands, form.fields)}
    if faster:
        context |= {name: differences(form, getattr(faster, name), faster, called) for name in ("mine", "others")}
        context["faster"] = True
    elif problem and not isinstance(problem, Conflict):
        context |= {name: request.POST.get(name, "") for name in ("version", "as_shown")}
    return render(request, "acts/form.html", context, status=problem.status if problem else 200)


def _is_stale(problem: Problem | None, both: Compared, about: Thing) -> bool:
    """Whether somebody else was faster, and what was sent can be sent again on what stands now."""
    possible = "state" not in both.sent or both.sent["state"] in about.possible
    return isinstance(problem, Conflict) and problem.code == Conflict.code and "version" in both.sent and possible


def _choices(
    request: HttpRequest, todo: Act, about: Thing | None, form: forms.Form, rows: list[Mapping[str, Any]]
) -> Names:
    """Give the fields of the form what can be chosen in them; answers what is called how in these rows."""
    viewer, filled = viewer_of(request), rows[0]
    with one_visit(viewer):
        called = names_of(viewer, rows) if form.is_bound else Names({}, {}, {})
        names = {**called.things, **(about.names if about else {})}
        choose(viewer, form, filled, names, _offered(viewer, todo, about))
    _narrow(viewer, form, about)
    _help(form)
    return called


def _context(todo: Act, about: Thing | None, form: forms.Form) -> dict[str, Any]:
    """What the page is about, and its fields in their order."""
    hidden = (todo.names, "version", "demonstration", *(("level", "audience") if "audience" in form.fields else ()))
    names = sorted(form.fields, key=lambda name: name not in FIRST)
    list_route, list_name = lists(todo.kind)
    return {
        **{"act": todo, "thing": about, "form": form, "labelled": "audience" in form.fields},
        **{"list_route": list_route, "list_name": list_name},
        "shown": [form[name] for name in names if name not in (*hidden, *todo.hides)],
        "back": _back(todo, about) if about else reverse(list_route),
        "draft": "" if todo.private else f"{todo.operation}:{about.public_id if about else ''}",
    }


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
    if hasattr(state, "choices") and about:
        state.choices = [(code, words) for code, words in state.choices if code in about.possible]
    if level and "audience" in form.fields:
        own = viewer.clearance.level
        level.choices = [(code, words) for code, words in level.choices if not code or Level[code] <= own]


def _help(form: forms.Form) -> None:
    """What can be typed into dates, references and the like."""
    for name, field in form.fields.items():
        if name in TYPED:
            words, example = TYPED[name]
            field.help_text = mark_safe(escape(words) % {"example": island(example)})  # noqa: S308  escaped, island ours
        elif isinstance(field, DateWords):
            field.help_text = date_help()
