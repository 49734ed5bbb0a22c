"""The silence procedure: proposing it, looking at it, breaking it, joining a statement, its action sheet as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, cleaned_by, one_visit
from mithaq.access.permissions import Permission
from mithaq.access.reads import parties
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.register.texts.reads import SilencePage, SilencePreview, TextPage, preview, sheet, silence_page, text_page
from mithaq.register.texts.sheet_paper import paper_of
from mithaq.web.choices import signed
from mithaq.web.files import FORMATS, PRINTED, asked_language, check_format
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled, sent
from mithaq.web.toasts import toast
from mithaq.web.views.texts import paragraph_of
from mithaq.web.zones import USUAL, zone_options

NAMES = (("pdf", "PDF"), ("docx", "Word"))
PART = "part-"  # before the code of a party: what it does in the silence


@require_GET
def silence(request: HttpRequest, silence: str) -> HttpResponse:
    """One procedure: its text, until when, who, what was attached; and who broke it, for those who may know."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = silence_page(viewer, silence=silence)
        paragraphs = text_page(viewer, text=page.text.public_id, edition=page.edition).paragraphs
    context = {"page": page, "may": page.may, "running": page.standing == "running", "files": NAMES}
    context["paragraphs"] = paragraphs
    context["agreed"] = any(one.party == viewer.party and one.answer in ("agreed", "stated") for one in page.answers)
    context["answered"] = sum(one.answer != "silent" for one in page.answers)
    return render(request, "silence/page.html", context)


@require_GET
def latest(request: HttpRequest, text: str) -> HttpResponse:
    """The latest silence on a text, by an address that one can write down: the text's reference is enough."""
    silences = text_page(viewer_of(request), text=text).silences
    if not silences:
        raise Absent
    return redirect("silence", silences[0].public_id)


def _parts(post: QueryDict) -> dict[str, list[str]]:
    """Who is under silence and who only notes, as the boxes of the form say."""
    chosen = {name.removeprefix(PART): part for name, part in post.items() if name.startswith(PART)}
    return {wanted: [code for code, part in chosen.items() if part == wanted] for wanted in ("under", "noting")}


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, text: str) -> HttpResponse:
    """The form of a proposal under silence; a look at what it would be; or propose it."""
    viewer = viewer_of(request)
    if Permission.SILENCE_CONDUCT not in viewer.permissions:
        raise Refused
    if request.method != "POST" or "look" in request.POST:
        return _propose_page(request, text, None)
    try:
        done = act(request, "silence.propose", text=text, **_parts(request.POST))
    except (Absent, Refused):
        raise
    except Problem as problem:
        return _propose_page(request, text, problem)
    toast(request, gettext("Silence runs. All concerned were told."))
    return redirect("silence", done.public_id)


def _propose_page(request: HttpRequest, text: str, problem: Problem | None) -> HttpResponse:
    viewer, form_class = viewer_of(request), OPERATIONS["silence.propose"].form
    with one_visit(viewer):
        page = text_page(viewer, text=text)
        names = parties(viewer)
    if "silence.propose" not in page.may and not problem:
        raise Refused
    if request.method == "POST":
        form = refilled(form_class, request.POST, problem.errors if isinstance(problem, Invalid) else {})
        parts = {name.removeprefix(PART): part for name, part in request.POST.items() if name.startswith(PART)}
    else:
        form = form_class(initial={"zone": USUAL[0]})
        parts = {code: "under" if names[code].kind == "state" else "none" for code in _able(page, list(names))}
    context: dict[str, Any] = {"page": page, "row": page.row, "form": form, "zones": zone_options()}
    context["chosen"] = [(code, names[code], parts.get(code, "none")) for code in _able(page, list(names))]
    context["message"] = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    if "look" in request.POST:
        context["preview"] = _preview(request, text, request.POST)
    return render(request, "silence/propose.html", context, status=problem.status if problem else 200)


def _able(page: TextPage, known: list[str]) -> list[str]:
    """The parties that see the text."""
    return [code for code in known if page.seen.level == "PUBLIC" or code in page.seen.audience]


@require_GET
def propose_preview(request: HttpRequest, text: str) -> HttpResponse:
    """Who would be under silence until when, while one fills in the form."""
    context = {"preview": _preview(request, text, request.GET)}
    return render(request, "silence/preview.html", context)


def _preview(request: HttpRequest, text: str, told: QueryDict) -> SilencePreview:
    hour = {name: told.get(name, "") for name in ("on", "at", "zone")}
    parts = {name: ",".join(codes) for name, codes in _parts(told).items()}
    return preview(viewer_of(request), text=text, **hour, **parts)


@require_http_methods(["GET", "POST"])
def break_silence(request: HttpRequest, silence: str) -> HttpResponse:
    """First the form, then what it would do, to be confirmed; then it is done and stands."""
    page = silence_page(viewer_of(request), silence=silence)
    if request.method != "POST":
        if "silence.break" not in page.may:
            raise Refused
        return _break_page(request, page, None)
    try:
        if "confirmed" not in request.POST:
            told = sent(request, OPERATIONS["silence.break"].form)
            cleaned_by(OPERATIONS["silence.break"].form, told | {"silence": silence})
            return _confirm_page(request, page)
        act(request, "silence.break", silence=silence)
    except (Absent, Refused):
        raise
    except Problem as problem:
        return _break_page(request, page, problem)
    toast(
        request, gettext("Silence is broken. All concerned were told; who broke it and how, those at the table alone.")
    )
    return redirect("silence", silence)


def _break_page(request: HttpRequest, page: SilencePage, problem: Problem | None) -> HttpResponse:
    form_class = OPERATIONS["silence.break"].form
    if request.method == "POST":
        form = refilled(form_class, request.POST, problem.errors if isinstance(problem, Invalid) else {})
    else:
        form = form_class()
    for name, field in form.fields.items():
        if name in ("ar", "en", "objection"):
            field.widget.attrs["rows"] = 6
    words = text_page(viewer_of(request), text=page.text.public_id, edition=page.edition)
    context: dict[str, Any] = {"page": page, "form": form, "paragraphs": words.paragraphs}
    context["changes"] = signed("change")
    context["message"] = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    return render(request, "silence/break.html", context, status=problem.status if problem else 200)


def _confirm_page(request: HttpRequest, page: SilencePage) -> HttpResponse:
    words = text_page(viewer_of(request), text=page.text.public_id, edition=page.edition)
    typed = sent(request, OPERATIONS["silence.break"].form)
    context = {"page": page, "typed": typed, "paragraph": paragraph_of(words, typed.get("paragraph", ""))}
    return render(request, "silence/confirm.html", context)


@require_POST
def join(request: HttpRequest, silence: str, statement: str) -> HttpResponse:
    """Put the name of one's own party under a statement."""
    act(request, "silence.join", statement=statement)
    toast(request, gettext("The name of your party stands under the statement."))
    return redirect("silence", silence)


@require_GET
def sheet_file(request: HttpRequest, silence: str, format: str) -> HttpResponse:
    """The action sheet as PDF or Word, in the language of the page or the one that the address names."""
    check_format(format, PRINTED)
    found, language = sheet(viewer_of(request), silence=silence), asked_language(request)
    make, kind = FORMATS[format]
    response = HttpResponse(make(paper_of(found, language)), content_type=kind)
    name = f"action-sheet-{found.silence.text.ref}-{language}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
