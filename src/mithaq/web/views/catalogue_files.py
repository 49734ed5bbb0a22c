"""The catalogue as a file: taken along as CSV, XLSX or JSON; taken in from one: looked at first, then kept, then undone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.markings import Level
from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core.errors import Invalid, Problem, Refused, TooMuch
from mithaq.core.packing import pack, unpack
from mithaq.papers.sheets import csv_rows, xlsx
from mithaq.register.training.comparing import Tried
from mithaq.register.training.files import COLUMNS, matched, rows_of
from mithaq.register.training.forms import AddCourse, ImportCourses
from mithaq.register.training.reads import course_rows, import_list
from mithaq.web.choices import choose
from mithaq.web.days import tongue
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import Errors, act, once, refilled, sent
from mithaq.web.sheets import XLSX
from mithaq.web.toasts import toast
from mithaq.web.training_things import centre_options

TAKE_IN = "courses.take_in"
LONGEST = 8 * 1024 * 1024  # bytes of a file
SHOWN = 200  # rows that are looked at
MATCH = "match-"  # a field of the page: match-2 is what the third column stands for


@require_GET
def exported(request: HttpRequest, kind: str) -> HttpResponse | StreamingHttpResponse:
    """The catalogue, or that of one centre, with every field, as it can be taken in again."""
    shown = course_rows(viewer_of(request), centre=request.GET.get("centre", ""))
    response: HttpResponse | StreamingHttpResponse
    if kind == "csv":
        response = StreamingHttpResponse(csv_rows(shown.columns, shown.rows), content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        book = xlsx(gettext("Courses"), shown.columns, shown.rows, rtl=tongue() == "ar")
        response = HttpResponse(book, content_type=XLSX)
    elif kind == "json":
        rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]
        response = JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False})
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="mithaq-catalogue.{kind}"'
    return response


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Choose a file; see what would be new or would change and what is wrong by row; then keep it."""
    if Permission.COURSES_MANAGE not in viewer_of(request).permissions:
        raise Refused
    if request.method != "POST":
        return _page(request)
    try:
        file = _file(request)
    except Problem as problem:
        return _page(request, problem)
    return _keep(request, file) if "keep" in request.POST else _look(request, file)


def _file(request: HttpRequest) -> UploadedFile | None:
    """The file that was sent now, else the one that the page kept from before."""
    if file := request.FILES.get("file"):
        if (file.size or 0) > LONGEST:
            raise TooMuch("The file is longer than %(most)s MB. Send it in parts.", most=LONGEST >> 20)
        return file
    if not (kept := request.POST.get("kept", "")):
        return None
    return SimpleUploadedFile(request.POST.get("name") or "-", unpack(kept, LONGEST))


def _fields(request: HttpRequest, file: UploadedFile | None) -> dict[str, Any]:
    """What was sent; one's own party is always among those who see it."""
    fields = sent(request, ImportCourses) | ({"file": file} if file else {})
    fields["audience"] = [*fields.get("audience", ()), viewer_of(request).party]
    fields["match"] = _match(request, file)
    return fields


def _match(request: HttpRequest, file: UploadedFile | None) -> dict[str, str]:
    """What each column stands for, as it was chosen on the page; empty: it is left out. Of a file that is sent now nothing was
    chosen yet: what the page has is about the columns of the one before."""
    if request.FILES.get("file"):
        return {}
    names = {column: f"{MATCH}{number}" for number, column in enumerate(_columns(file))}
    return {column: request.POST[name] for column, name in names.items() if name in request.POST}


def _columns(file: UploadedFile | None) -> list[str]:
    if file is None:
        return []
    file.seek(0)  # whoever read it before left it at its end
    try:
        rows = rows_of(file.name or "", file.read())
    except Problem:
        return []
    finally:
        file.seek(0)
    return list(rows[0])


def _look(request: HttpRequest, file: UploadedFile | None) -> HttpResponse:
    """What would come of the file; nothing is kept."""
    try:
        OPERATIONS[TAKE_IN].run(viewer_of(request), **{**_fields(request, file), "try_only": True})
    except Tried as tried:
        return _page(request, file=file, tried=tried)
    except Refused:
        raise
    except Problem as problem:
        return _page(request, problem, file)
    raise AssertionError("what is only tried is never kept")


def _keep(request: HttpRequest, file: UploadedFile | None) -> HttpResponse:
    try:
        fields = {**_fields(request, file), "try_only": False}
        OPERATIONS[TAKE_IN].run(viewer_of(request), once=once(request, TAKE_IN), **fields)
    except Refused:
        raise
    except Problem as problem:
        return _page(request, problem, file)
    toast(request, gettext("The file was taken in. It can be undone as a whole."))
    return redirect("catalogue-take-in")


@require_POST
def undo(request: HttpRequest, taken_in: str) -> HttpResponse:
    """Take the courses of a file out again, and put back what it changed."""
    try:
        act(request, "courses.undo_take_in", taken_in=taken_in)
    except Refused:
        raise
    except Problem as problem:
        if problem.status != 409:
            raise
        return _page(request, problem)
    toast(request, gettext("The catalogue is as it was before this file."))
    return redirect("catalogue-take-in")


def _page(
    request: HttpRequest,
    problem: Problem | None = None,
    file: UploadedFile | None = None,
    tried: Tried | None = None,
) -> HttpResponse:
    """The page with the form as it was sent, what was wrong, what would come of it, and the files taken in before."""
    viewer = viewer_of(request)
    errors: Errors = problem.errors if isinstance(problem, Invalid) else {}
    form = _form(request, errors)
    with one_visit(viewer):
        choose(viewer, form, {}, {}, {"centre": lambda: centre_options(viewer)})
        taken = import_list(viewer)
    level: Any = form.fields["level"]
    level.choices = [(code, words) for code, words in level.choices if Level[code] <= viewer.clearance.level]
    context: dict[str, Any] = {
        "form": form,
        "taken": taken,
        "tried": tried,
        "rows": tried.rows[:SHOWN] if tried else (),
    }
    context |= {"wrong": _by_row(errors), "fields": _names()}
    context["message"] = problem.say(gettext) if problem and not errors else ""
    context |= _kept(file, _match(request, file))
    return render(request, "training/take_in.html", context, status=problem.status if problem else 200)


def _form(request: HttpRequest, errors: Errors) -> forms.Form:
    if "level" not in request.POST:
        own = request.GET.get("centre", viewer_of(request).party)
        return ImportCourses(initial={"level": "OFFICIAL", "centre": own})
    listed = _by_row(errors)
    of_fields = {field: [one for one in told if one not in listed] for field, told in errors.items()}
    return refilled(ImportCourses, request.POST, {field: told for field, told in of_fields.items() if told})


def _by_row(errors: Errors) -> list[dict[str, str]]:
    return [*(one for one in errors.get("file", ()) if one["code"] == "row"), *errors.get("match", ())]


def _names() -> dict[str, str]:
    """What each field of a course record is called, by its column."""
    fields = AddCourse.base_fields
    return {column: str(fields[column].label) for column in COLUMNS}


def _kept(file: UploadedFile | None, match: dict[str, str]) -> dict[str, Any]:
    """The file as the page keeps it until it is sent again, and what its columns stand for."""
    if file is None:
        return {}
    columns = _columns(file)
    known = matched(columns, match)
    content = file.read()
    file.seek(0)
    return {"kept": pack(content), "name": file.name, "columns": [(name, known.get(name, "")) for name in columns]}
