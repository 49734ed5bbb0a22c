"""A new edition of a joint text: its paragraphs side by side, to be typed over, moved, taken out and added to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.core.numbers import whole_number
from mithaq.register.texts.reads import Revision, revision, text_page
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act
from mithaq.web.toasts import toast

SPARE = 2  # empty places at the end


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph as the form holds it; an empty one is new, and one left empty goes."""

    number: int
    key: str
    ar: str
    en: str


@require_http_methods(["GET", "POST"])
def revise(request: HttpRequest, text: str) -> HttpResponse:
    """The form of the next edition, begun with what was accepted; or make it."""
    viewer = viewer_of(request)
    begun = revision(viewer, text=text)
    if "texts.revise" not in text_page(viewer, text=text).may:
        raise Refused
    if request.method != "POST":
        return _page(request, begun, _begun(begun), None)
    try:
        act(request, "texts.revise", text=text, paragraphs=_typed(request.POST))
    except (Absent, Refused):
        raise
    except Problem as problem:
        return _page(request, begun, _sent(request.POST), problem)
    toast(request, gettext("The new edition stands. The ones before it stay readable."))
    return redirect("text", text)


def _begun(begun: Revision) -> list[Place]:
    places = [Place(one.number, one.key, one.ar, one.en) for one in begun.paragraphs]
    return [*places, *(Place(len(places) + 1 + spare, "", "", "") for spare in range(SPARE))]


def _sent(post: QueryDict) -> list[Place]:
    columns = (post.getlist(name) for name in ("place", "key", "p_ar", "p_en"))
    return [
        Place(whole_number(place, at), key, ar, en)
        for at, (place, key, ar, en) in enumerate(zip(*columns, strict=False), 1)
    ]


def _typed(post: QueryDict) -> list[dict[str, str]]:
    """The paragraphs in the order that their numbers give; those with the same number as they stand."""
    in_order = sorted(_sent(post), key=lambda one: one.number)
    return [{"key": one.key, "ar": one.ar, "en": one.en} for one in in_order if one.ar.strip() or one.en.strip()]


def _page(request: HttpRequest, begun: Revision, places: list[Place], problem: Problem | None) -> HttpResponse:
    stale = isinstance(problem, Conflict)
    context: dict[str, Any] = {"begun": begun, "row": begun.row, "places": places, "stale": stale}
    context["taken"] = request.POST.getlist("amendments") if problem else begun.amendments
    context["version"] = request.POST.get("version", "") if problem and not stale else begun.version
    context["typed"] = {name: request.POST.get(name, "") for name in ("title_ar", "title_en", "summary")}
    if not problem:
        context["typed"] |= {"title_ar": begun.row.title.ar, "title_en": begun.row.title.en}
    wrong = problem.in_full(gettext) if isinstance(problem, Invalid) else problem.say(gettext) if problem else ""
    return render(request, "texts/revise.html", context | {"message": wrong}, status=problem.status if problem else 200)
