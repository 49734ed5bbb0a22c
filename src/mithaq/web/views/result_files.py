"""Results taken in from a file on a page: looked at first, columns matched, errors by row; then kept, then undone."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core.errors import Invalid, Problem, Refused, TooMuch
from mithaq.core.packing import pack
from mithaq.register.instruments.reads import Preview, instruments_of, offering_results, preview, result_imports
from mithaq.register.instruments.tables.columns import FIELDS, field_words
from mithaq.web.choices import choose, options_of
from mithaq.web.days import tongue
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, once, refilled, sent
from mithaq.web.toasts import toast

TAKE_IN = "results.take_in"
LONGEST = 8 * 1024 * 1024  # bytes of a file on a page
ASKED = ("activity", "party", "wave", "instrument", "maximum")
QUESTIONS = 60  # so many questions can be chosen by hand


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Choose a file; see which column is what, what would be new and what is wrong by row; then keep it."""
    if Permission.RESULTS_RECORD not in viewer_of(request).permissions:
        raise Refused
    if request.method != "POST":
        return _page(request, {}, None)
    try:
        fields = _fields(request)
        if not fields.get("packed"):
            raise Problem("Choose a file.", code="no_file")
        seen = _look(request, fields)
    except Refused:
        raise
    except Problem as problem:
        return _page(request, {}, None, problem)
    if "keep" not in request.POST or seen.needs or seen.wrong_count:
        return _page(request, fields, seen)
    return _keep(request, fields, seen)


def _fields(request: HttpRequest) -> dict[str, str]:
    """What was sent, the file packed; a file chosen now takes the place of the one that the page kept."""
    fields = {name: str(value) for name, value in sent(request, OPERATIONS[TAKE_IN].form).items() if name != "file"}
    if file := request.FILES.get("file"):
        if (file.size or 0) > LONGEST:
            raise TooMuch(
                "The file is longer than %(most)s MB. Take it in on the command line: mithaq results take-in FILE.",
                most=LONGEST >> 20,
            )
        return {**fields, "packed": pack(file.read()), "name": file.name or "", "match": ""}
    names = request.POST.getlist("column")
    chosen = {name: request.POST.get(f"match-{at}", "") for at, name in enumerate(names)}
    return {**fields, "match": json.dumps(chosen, ensure_ascii=False) if chosen else ""}


def _look(request: HttpRequest, fields: dict[str, str]) -> Preview:
    """What would come of the file; nothing is kept."""
    given = {name: fields.get(name, "") for name in ("packed", "name", *ASKED, "match")}
    return preview(viewer_of(request), **given)


def _keep(request: HttpRequest, fields: dict[str, str], seen: Preview) -> HttpResponse:
    try:
        OPERATIONS[TAKE_IN].run(viewer_of(request), once=once(request, TAKE_IN), **fields)
    except Refused:
        raise
    except Problem as problem:
        return _page(request, fields, seen, problem)
    toast(request, gettext("The results were taken in. It can be undone as a whole."))
    return redirect("activity-results", fields["activity"]) if fields.get("activity") else redirect("results-take-in")


@require_POST
def undo(request: HttpRequest, taken_in: str) -> HttpResponse:
    """Take the results of a file out again."""
    try:
        act(request, "results.undo", taken_in=taken_in)
    except Refused:
        raise
    except Problem as problem:
        if problem.status != 409:
            raise
        return _page(request, {}, None, problem)
    toast(request, gettext("The results are as they were before this file."))
    return redirect("results-take-in")


def _page(
    request: HttpRequest, fields: dict[str, str], seen: Preview | None, problem: Problem | None = None
) -> HttpResponse:
    """The page with the form as it was sent, what would come of the file, and the files that were taken in before."""
    viewer = viewer_of(request)
    activity = fields.get("activity") or request.POST.get("activity") or request.GET.get("activity", "")
    errors = _errors(seen, problem)
    form = _form(request, errors)
    with one_visit(viewer):
        page = offering_results(viewer, activity=activity) if activity else None
        tests = instruments_of(viewer, course=page.course_id) if page else ()
        choose(viewer, form, {}, {}, {"party": lambda: options_of(viewer, "party", {}, {}) or []})
        taken = result_imports(viewer)
    form.fields["instrument"].widget = forms.Select(
        choices=[
            ("", "—"),
            *(
                (row.public_id, f"{row.level} {row.form} · {row.title.in_language(tongue())}")
                for row in tests
                if row.state == "in_use"
            ),
        ]
    )
    context: dict[str, Any] = {"form": form, "page": page, "activity": activity, "seen": seen, "taken": taken}
    context |= {
        "fields": {**FIELDS, **{f"{kind}{n}": field_words(f"{kind}{n}") for kind in "qc" for n in _asked(seen)}}
    }
    context |= {"packed": fields.get("packed", ""), "name": fields.get("name", "")}
    context["message"] = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    status = problem.status if problem else 400 if seen and (seen.needs or seen.wrong_count) else 200
    return render(request, "instruments/take_in.html", context, status=status)


def _asked(seen: Preview | None) -> range:
    """The questions that a column can be chosen for: as many as there are columns."""
    return range(1, min(QUESTIONS, len(seen.columns)) + 1) if seen else range(0)


def _errors(seen: Preview | None, problem: Problem | None) -> dict[str, list[dict[str, str]]]:
    told = dict(problem.errors) if isinstance(problem, Invalid) else {}
    return {
        **{field: [{"code": "needed", "message": words}] for field, words in (seen.needs if seen else {}).items()},
        **told,
    }


def _form(request: HttpRequest, errors: dict[str, list[dict[str, str]]]) -> forms.Form:
    kind = OPERATIONS[TAKE_IN].form
    if request.method == "POST":
        return refilled(kind, request.POST, errors)
    return kind(initial={name: request.GET.get(name, "") for name in ASKED})
