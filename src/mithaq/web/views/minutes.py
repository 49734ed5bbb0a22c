"""Minutes: read, written item by item, corrected, compared; those of a whole series, on a page and as files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.reads import parties
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.register.consultations.minutes_paper import minutes_paper
from mithaq.register.consultations.reads import (
    ItemPage,
    correction_page,
    minutes_item,
    minutes_of_meeting,
    minutes_page,
    minutes_wordings,
    series_minutes,
)
from mithaq.web.files import asked_language, check_format, file_of
from mithaq.web.listing import asked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled
from mithaq.web.toasts import toast

ANSWERS = {
    "accept": ("accepted", _("The correction is in the minutes.")),
    "reject": ("rejected", _("The correction was not accepted. The delegation reads why.")),
}
LANGUAGES = ("ar", "en")


@require_POST
def begin(request: HttpRequest, meeting: str) -> HttpResponse:
    """Begin the minutes of a meeting, or take in what its agenda has got since; then to where they are written."""
    done = act(request, "minutes.begin", meeting=meeting)
    toast(request, gettext("The minutes stand as a draft that your party alone sees."))
    return redirect("minutes-write", done.public_id)


@require_GET
def of_meeting(request: HttpRequest, meeting: str) -> HttpResponse:
    """From a meeting to its minutes. Absent if the viewer sees none."""
    found = minutes_of_meeting(viewer_of(request), meeting=meeting).minutes
    if found is None:
        raise Absent
    return redirect("minutes", found.public_id)


@require_GET
def minutes(request: HttpRequest, minutes: str) -> HttpResponse:
    """Minutes item by item, with what they rest on and what delegations ask to have changed."""
    page = minutes_page(viewer_of(request), minutes=minutes)
    return render(request, "consultations/minutes.html", {"page": page, "may": page.may})


@require_GET
def write(request: HttpRequest, minutes: str) -> HttpResponse:
    """All items of a draft, each with its own form: what was written is kept item by item."""
    page = minutes_page(viewer_of(request), minutes=minutes)
    if "minutes.write" not in page.may:
        raise Refused
    return render(request, "consultations/minutes_write.html", {"page": page, "may": page.may})


@require_GET
def wordings(request: HttpRequest, minutes_item: str) -> HttpResponse:
    """Two wordings of an item, word by word."""
    page = minutes_wordings(viewer_of(request), minutes_item=minutes_item, **asked(request, minutes_wordings))
    return render(request, "consultations/wordings.html", {"page": page})


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, minutes_item: str, language: str) -> HttpResponse:
    """Ask to have an item worded otherwise in one language; then back to the minutes."""
    if language not in LANGUAGES:
        raise Absent
    page = _item(request, minutes_item)
    if request.method != "POST":
        return _correct_page(request, page, language, None)
    try:
        act(request, "minutes.correct", minutes_item=minutes_item, language=language)
    except (Absent, Refused):
        raise
    except Problem as problem:
        return _correct_page(request, page, language, problem)
    toast(request, gettext("Your correction stands beside the item, for all who see the minutes."))
    return redirect(reverse("minutes", args=[page.minutes]) + f"#{minutes_item}")


def _item(request: HttpRequest, public_id: str) -> ItemPage:
    viewer = viewer_of(request)
    if OPERATIONS["minutes.correct"].needs not in viewer.permissions:
        raise Refused
    return minutes_item(viewer, minutes_item=public_id)


def _correct_page(request: HttpRequest, page: ItemPage, language: str, problem: Problem | None) -> HttpResponse:
    """The form with the wording as it stands, or as it was sent."""
    form_class = OPERATIONS["minutes.correct"].form
    if problem:
        form = refilled(form_class, request.POST, problem.errors if isinstance(problem, Invalid) else {})
    else:
        form = form_class(initial={"wording": page.item.text.ar if language == "ar" else page.item.text.en})
    context: dict[str, Any] = {"page": page, "item": page.item, "form": form, "language": language}
    context["version"] = request.POST.get("version", "") if problem else page.item.version
    context["message"] = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    return render(request, "consultations/correct.html", context, status=problem.status if problem else 200)


@require_POST
def answer(request: HttpRequest, correction: str, verb: str) -> HttpResponse:
    """Accept a correction, or say why not."""
    if verb not in ANSWERS:
        raise Absent
    page = correction_page(viewer_of(request), correction=correction)
    decision, told = ANSWERS[verb]
    act(request, "minutes.answer_correction", correction=correction, decision=decision)
    toast(request, str(told))
    return redirect(reverse("minutes", args=[page.minutes]) + f"#{page.item}")


@require_POST
def uncite(request: HttpRequest, minutes_item: str) -> HttpResponse:
    """Take back that an item rests on a sentence."""
    done = act(request, "minutes.uncite", minutes_item=minutes_item)
    toast(request, gettext("The item does not rest on that sentence any more."))
    return redirect(reverse("minutes-write", args=[done.public_id]) + f"#{minutes_item}")


@require_GET
def of_series(request: HttpRequest, series: str) -> HttpResponse:
    """All minutes of a series on one page, the earliest meeting first."""
    page = series_minutes(viewer_of(request), series=series)
    return render(request, "consultations/series_minutes.html", {"page": page})


@require_GET
def series_file(request: HttpRequest, series: str, format: str) -> HttpResponse:
    """All minutes of a series as a file, in one language."""
    check_format(format)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = series_minutes(viewer, series=series)
        names = {code: name.short for code, name in parties(viewer).items()}
    return file_of(minutes_paper(shape, names, asked_language(request)), f"minutes-{shape.series}", format)
