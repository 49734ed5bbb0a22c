"""The reader: a text with its findings, and the acts that decide the proposals beside it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.core.numbers import whole_number
from mithaq.proposals.reads import ProposalPage, one
from mithaq.web.amending import amendment
from mithaq.web.bidi import in_digits
from mithaq.web.cards import told
from mithaq.web.deciding import ACCEPT
from mithaq.web.middleware import viewer_of
from mithaq.web.places import proposal_place
from mithaq.web.reading import desk
from mithaq.web.sending import act, in_place, sent
from mithaq.web.toasts import toast


@require_GET
def document(request: HttpRequest, document: str) -> HttpResponse:
    """The reader's page. ``edition`` an earlier text, ``s`` the sentence, ``p`` the proposal to open it at."""
    edition, sentence, number = (_number(request, name) for name in ("edition", "s", "p"))
    shown = desk(viewer_of(request), document, edition=edition, sentence=sentence, number=number)
    return render(request, "documents/reader.html", {"desk": shown})


def _number(request: HttpRequest, name: str) -> int:
    return whole_number(request.GET.get(name, ""))


@require_POST
def read(request: HttpRequest, document: str) -> HttpResponse:
    """Let the present edition be read, where that was not done yet."""
    act(request, "proposals.read_document", document=document)
    return redirect("document", document)


@require_POST
def accept(request: HttpRequest, proposal: str) -> HttpResponse:
    """Accept a proposal as it was read, or with the fields that were sent."""
    page = one(viewer_of(request), proposal=proposal)
    return _decided(request, page, ACCEPT[page.proposal.kind].name, gettext("Proposal %(number)s was accepted."))


@require_POST
def reject(request: HttpRequest, proposal: str) -> HttpResponse:
    """Reject it and say why."""
    page = one(viewer_of(request), proposal=proposal)
    return _decided(request, page, "proposals.reject", gettext("Proposal %(number)s was rejected."))


@require_POST
def undo(request: HttpRequest, proposal: str) -> HttpResponse:
    """Take a decision back."""
    page = one(viewer_of(request), proposal=proposal)
    return _decided(request, page, "proposals.undo", gettext("Proposal %(number)s waits again."))


@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, proposal: str) -> HttpResponse:
    """Accept it with other fields than were read."""
    page = one(viewer_of(request), proposal=proposal)
    problem = None
    if request.method == "POST":
        said = gettext("Proposal %(number)s was accepted, amended.")
        try:
            return _decided(request, page, ACCEPT[page.proposal.kind].name, said, gives_back=True)
        except Invalid as error:
            problem = error
    template = "documents/amend_card.html" if in_place(request) else "documents/amend.html"
    context = {"amendment": amendment(viewer_of(request), page, request, problem)}
    return render(request, template, context, status=problem.status if problem else 200)


def _decided(
    request: HttpRequest, page: ProposalPage, operation: str, said: str, *, gives_back: bool = False
) -> HttpResponse:
    """Do it, then the page with the next proposal open; what stood in the way is said on the proposal's own card.

    `gives_back`: raises Invalid, for a caller that has a form to show again.
    """
    try:
        act(request, operation, proposal=page.proposal.public_id)
    except (Absent, Refused):
        raise
    except Invalid as problem:
        if gives_back:
            raise
        return _shown(request, page, problem)
    except Problem as problem:
        return _shown(request, page, problem)
    return _next(request, page, said, undone=operation == "proposals.undo")


def _next(request: HttpRequest, page: ProposalPage, said: str, *, undone: bool) -> HttpResponse:
    entry = page.proposal
    shown = desk(viewer_of(request), page.entry.public_id, sentence=entry.sentence, number=entry.number)
    card = shown.card(entry.number)
    back = {} if undone or card is None else {"undo": _undo(entry.public_id), "version": str(card.entry.version)}
    toast(request, said % {"number": in_digits(entry.number)}, **back)
    if in_place(request):
        return render(request, "documents/decided.html", {"desk": shown, "card": card, "next": shown.card(shown.now)})
    return redirect(proposal_place(page.entry.public_id, shown.now or entry.number, entry.sentence))


def _undo(proposal: str) -> str:
    return reverse("proposal-undo", args=[proposal])


def _shown(request: HttpRequest, page: ProposalPage, problem: Problem) -> HttpResponse:
    """The proposal as it stands now, with what stood in the way of the act. Where somebody was faster, also what was sent."""
    entry = page.proposal
    shown = desk(viewer_of(request), page.entry.public_id, sentence=entry.sentence, number=entry.number)
    context: dict[str, Any] = {"desk": shown, "card": shown.card(entry.number), "message": problem.say(gettext)}
    context |= {"problem": problem, "problem_at": entry.number}
    if in_place(request):
        return render(request, "documents/decided.html", context, status=problem.status)
    if isinstance(problem, Conflict):
        mine = told(entry.kind, sent(request, ACCEPT[entry.kind].form), shown.names)
        place = proposal_place(page.entry.public_id, entry.number, entry.sentence)
        return render(request, "documents/conflict.html", context | {"mine": mine, "place": place}, status=409)
    return render(request, "documents/reader.html", context, status=problem.status)
