"""Joint texts: the list, one of them by paragraph, a new one, a new edition, editions compared, amendments and remarks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.register.texts.reads import ParagraphShown, TextPage, text_list, text_page
from mithaq.register.texts.reads import compare as compared
from mithaq.web.choices import choose, signed
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled
from mithaq.web.signs import SIGNS
from mithaq.web.toasts import toast

SETTLED = {
    "accept": _("The amendment was accepted: the next edition will have its words."),
    "reject": _("It was written down that the amendment is not accepted."),
    "withdraw": _("The amendment was withdrawn."),
}


@require_GET
def texts(request: HttpRequest) -> HttpResponse:
    """The list, filtered by the address."""
    viewer, given = viewer_of(request), asked(request, text_list)
    context: dict[str, Any] = {"listing": text_list(viewer, **given), "given": given, "applied": applied(given)}
    context |= {"states": SIGNS["text"], "kinds": SIGNS["text_kind"]}
    context["drafts"] = Permission.TEXTS_DRAFT in viewer.permissions
    return render(request, "texts/list.html", context)


@require_GET
def text(request: HttpRequest, text: str) -> HttpResponse:
    """One text in its present edition, or in the one that the address names, with all that is proposed to it."""
    edition = asked(request, text_page).get("edition", 0)
    return render(request, "texts/page.html", _context(text_page(viewer_of(request), text=text, edition=edition)))


def _context(page: TextPage) -> dict[str, Any]:
    present = page.edition.number == page.row.edition
    running = next((one for one in page.silences if one.standing == "running"), None)
    return {"page": page, "row": page.row, "may": page.may if present else (), "present": present, "running": running}


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new joint text, in both languages."""
    if Permission.TEXTS_DRAFT not in viewer_of(request).permissions:
        raise Refused
    form_class = OPERATIONS["texts.draft"].form
    if request.method == "POST":
        audience = [*request.POST.getlist("audience"), viewer_of(request).party]
        try:
            done = act(request, "texts.draft", audience=audience)
        except Invalid as problem:
            return _add_page(request, refilled(form_class, request.POST, problem.errors), 400)
        toast(request, gettext("The text stands as its first edition. Those who see it can propose amendments."))
        return redirect("text", done.public_id)
    return _add_page(request, form_class(initial={"level": "OFFICIAL", "meeting": request.GET.get("meeting", "")}), 200)


def _add_page(request: HttpRequest, form: forms.Form, status: int) -> HttpResponse:
    viewer = viewer_of(request)
    with one_visit(viewer):
        values = {"meeting": form["meeting"].value() or "", "kind": form["kind"].value() or ""}
        choose(viewer, form, values, {}, {"kind": lambda: signed("text_kind")})
    tall(form, "text_ar", "text_en")
    shown = [form[name] for name in ("title_ar", "title_en", "kind", "meeting")]
    both = [form["text_ar"], form["text_en"]]
    return render(request, "texts/add.html", {"form": form, "shown": shown, "both": both}, status=status)


def tall(form: forms.Form, *names: str) -> None:
    """Give these fields room for a whole text."""
    for name in names:
        form.fields[name].widget.attrs["rows"] = 14


@require_GET
def compare(request: HttpRequest, text: str) -> HttpResponse:
    """Any two editions, word by word."""
    shown = compared(viewer_of(request), text=text, **asked(request, compared))
    return render(request, "texts/compare.html", {"page": shown, "row": shown.row})


@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, text: str) -> HttpResponse:
    """Other words for a paragraph, a new paragraph, or that one goes; then back to the text."""
    page = text_page(viewer_of(request), text=text)
    if "texts.amend" not in page.may and request.method != "POST":
        raise Refused
    if request.method != "POST":
        return _amend_page(request, page, None)
    try:
        act(request, "texts.amend", text=text)
    except (Absent, Refused):
        raise
    except Problem as problem:
        return _amend_page(request, page, problem)
    toast(request, gettext("Your amendment stands at its paragraph, for all who see the text."))
    return redirect(
        reverse("text", args=[text]) + "#" + (request.POST.get("paragraph") or request.POST.get("after", ""))
    )


def _amend_page(request: HttpRequest, page: TextPage, problem: Problem | None) -> HttpResponse:
    """The form as the address begins it, or as it was sent."""
    told = request.POST if problem else request.GET
    paragraph = paragraph_of(page, told.get("paragraph", ""))
    form_class = OPERATIONS["texts.amend"].form
    if problem:
        form = refilled(form_class, request.POST, problem.errors if isinstance(problem, Invalid) else {})
    else:
        words = {"ar": paragraph.ar, "en": paragraph.en} if paragraph else {}
        form = form_class(initial={**told.dict(), **words})
    for name in ("ar", "en", "why"):
        form.fields[name].widget.attrs["rows"] = 3 if name == "why" else 8
    change = told.get("change") or ("replace" if paragraph else "add")
    context = {"page": page, "row": page.row, "form": form, "paragraph": paragraph, "change": change}
    context |= {"after": paragraph_of(page, told.get("after", "")), "edition": page.row.edition}
    context["message"] = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    return render(request, "texts/amend.html", context, status=problem.status if problem else 200)


def paragraph_of(page: TextPage, key: str) -> ParagraphShown | None:
    """The paragraph of this page with this key; None if it has none."""
    return next((one for one in page.paragraphs if key and one.key == key), None)


@require_POST
def comment(request: HttpRequest, text: str) -> HttpResponse:
    """Remark on the text or on one of its paragraphs."""
    act(request, "texts.comment", text=text)
    toast(request, gettext("Your comment stands there for all who see the text."))
    return redirect(reverse("text", args=[text]) + "#" + (request.POST.get("paragraph") or "comments"))


@require_POST
def settle(request: HttpRequest, text: str, amendment: str, verb: str) -> HttpResponse:
    """Accept an amendment, do not accept it, or withdraw one's own."""
    if verb not in SETTLED:
        raise Absent
    act(request, f"texts.{verb}", amendment=amendment)
    toast(request, str(SETTLED[verb]))
    return redirect(reverse("text", args=[text]) + f"#a-{amendment}")
