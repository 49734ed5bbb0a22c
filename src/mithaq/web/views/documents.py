"""Documents: the list, adding, the original as it came, correcting and describing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.archive import reads
from mithaq.archive.forms import CorrectDocument, DescribeDocument
from mithaq.core.errors import Conflict, Invalid, Refused
from mithaq.proposals.reads import queue, unread
from mithaq.web import adding, incoming
from mithaq.web.bidi import in_digits
from mithaq.web.listing import walked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, in_place, refilled
from mithaq.web.sheets import Sheet, released, sheet
from mithaq.web.toasts import toast

COLUMNS = (
    *("ref", "title", "language", "published", "publisher", "address", "added", "added_by", "level", "audience"),
)
SHOWN: dict[str, Callable[..., Any]] = {"waiting": queue, "unread": unread}
TEMPLATES = {"archive.correct": "documents/correct.html", "archive.describe": "documents/describe.html"}


@require_GET
def document_list(request: HttpRequest) -> HttpResponse:
    """All documents, or (``show``) those that wait for decisions or for being read; ``q`` and ``language`` narrow them."""
    viewer, show = viewer_of(request), request.GET.get("show", "")
    asked = {name: request.GET.get(name, "") for name in ("q", "language", "after")}
    listing: Any = SHOWN[show](viewer, after=asked["after"]) if show in SHOWN else reads.document_list(viewer, **asked)
    context = {"listing": listing, "show": show if show in SHOWN else "", "asked": asked, "adds": _adds(request)}
    return render(request, "documents/list.html", context)


@require_GET
def exported(request: HttpRequest, kind: str) -> Sheet:
    """All documents as filtered, as CSV or XLSX."""
    viewer, show = viewer_of(request), request.GET.get("show", "")
    asked = {name: request.GET.get(name, "") for name in ("q", "language")}
    with one_visit(viewer):
        entries = (
            [getattr(row, "entry", row) for row in walked(SHOWN[show], viewer)]
            if show in SHOWN
            else walked(reads.document_list, viewer, **asked)
        )
    return sheet("documents", COLUMNS, map(_flat, entries), kind)


def _flat(row: reads.DocumentEntry) -> tuple[str, ...]:
    told = (row.ref, row.title, row.language, row.published, row.publisher, row.address, row.added_at[:10])
    return (*told, row.added_party, *released(row.seen))


def _adds(request: HttpRequest) -> bool:
    return Permission.DOCUMENTS_ADD in viewer_of(request).permissions


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """File documents: one from a text, or one from each of several files; very many are taken in by the worker."""
    if not _adds(request):
        raise Refused
    if request.method != "POST":
        return render(request, "documents/add.html", {"form": adding.add_form(viewer_of(request))})
    files = request.FILES.getlist("file")
    return _add_many(request, files) if incoming.is_much(files) else _add_few(request, files)


def _add_few(request: HttpRequest, files: list[Any]) -> HttpResponse:
    added = adding.add_each(request, files)
    if added.errors:
        return _again(request, added)
    count = len(added.files)
    if count == 1:
        toast(request, gettext("The document was filed and read."))
        return redirect("document", added.files[0].document)
    told = ngettext("%(count)s document was filed and read.", "%(count)s documents were filed and read.", count)
    toast(request, told % {"count": in_digits(count)})
    return redirect("documents")


def _add_many(request: HttpRequest, files: list[Any]) -> HttpResponse:
    fields = adding.fields_of(request, several=True)
    if errors := adding.wrong_fields(fields):
        return _again(request, adding.Added((), errors))
    return redirect("document-incoming", incoming.take(viewer_of(request), fields, files))


def _again(request: HttpRequest, added: adding.Added) -> HttpResponse:
    """The page with what was typed, what was wrong, and what became of each of several files."""
    several = len(added.files) > 1
    errors = {field: wrong for field, wrong in added.errors.items() if not several or field not in adding.CONTENT}
    form = adding.add_form(viewer_of(request), request, errors)
    context = {"form": form, "files": added.files if several else ()}
    return render(request, "documents/add.html", context, status=400)


@require_http_methods(["GET", "POST"])
def arriving(request: HttpRequest, intake: str) -> HttpResponse:
    """How far many files are; only the account that sent them sees it. POST goes on with what waits."""
    found = incoming.intake(viewer_of(request), intake)
    if request.method == "POST":
        incoming.take_in.enqueue(intake)
        return redirect("document-incoming", intake)
    template = "documents/arrivals.html" if in_place(request) else "documents/incoming.html"
    return render(request, template, {"intake": found})


@require_GET
def original(request: HttpRequest, document: str) -> HttpResponse:
    """The bytes as they came, to be kept and never to be shown by a browser."""
    file = reads.original(viewer_of(request), document=document)
    response = HttpResponse(file.data, content_type=file.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, document: str) -> HttpResponse:
    """Put a corrected text in the place of the present one, and let it be read."""
    found = reads.whole_text(viewer_of(request), document=document)
    told = gettext("The corrected text was filed and read. Decisions whose words still stand were kept.")
    done = _edited(request, found.entry, "archive.correct", CorrectDocument(initial={"text": found.text}), told)
    if done.status_code == 302:
        act(request, "proposals.read_document", document=document)
    return done


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, document: str) -> HttpResponse:
    """Put right what is said about a document: its title, day and origin."""
    entry = reads.whole_text(viewer_of(request), document=document).entry
    known = {name: getattr(entry, name) for name in ("title", "published", "publisher", "address")}
    told = gettext("Title and origin were put right.")
    return _edited(request, entry, "archive.describe", DescribeDocument(initial=known), told)


def _edited(
    request: HttpRequest, entry: reads.DocumentEntry, operation: str, form: forms.Form, told: str
) -> HttpResponse:
    """The form; or what was sent is done; or the form as it was sent, with what stood in the way and what stands now."""
    context: dict[str, Any] = {"entry": entry, "form": form, "version": entry.version}
    if request.method != "POST":
        if entry.added_party != viewer_of(request).party or not _adds(request):
            raise Refused(
                "Only the party that filed a document may correct it. Ask them, or file your own.", code="not_yours"
            )
        return render(request, TEMPLATES[operation], context)
    try:
        act(request, operation, document=entry.public_id)
    except (Invalid, Conflict) as problem:
        errors = problem.errors if isinstance(problem, Invalid) else {}
        context |= {"form": refilled(type(form), request.POST, errors), "message": problem.say(gettext)}
        context |= {"conflict": isinstance(problem, Conflict)}
        if errors:  # it was not compared yet with what stands: it stays about the version that was looked at
            context["version"] = request.POST.get("version", "")
        return render(request, TEMPLATES[operation], context, status=problem.status)
    toast(request, told)
    return redirect("document", entry.public_id)
