"""Findings of the evaluation: the list, one with its evidence, what was put to a party; evaluate; what a size can show."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core.errors import Invalid, Problem, Refused
from mithaq.register.training.reads import course_list
from mithaq.reviews.findings.reads import EvidenceShown, Threshold, asked_page, finding_page, put_to_me, thresholds
from mithaq.reviews.findings.reads import finding_list as findings_of
from mithaq.reviews.findings.reads import planning as planned
from mithaq.web import bidi
from mithaq.web.choices import Ticks
from mithaq.web.days import tongue
from mithaq.web.listing import applied, walked
from mithaq.web.listing import asked as asked_for
from mithaq.web.middleware import viewer_of
from mithaq.web.places import place_of
from mithaq.web.sending import act, refilled
from mithaq.web.signs import SIGNS
from mithaq.web.toasts import toast

Fact = tuple[str, SafeString | str]


@require_GET
def finding_list(request: HttpRequest) -> HttpResponse:
    """All findings, filtered by the address; what was put to the viewer's own party above them."""
    viewer, given = viewer_of(request), asked_for(request, findings_of)
    with one_visit(viewer):
        context: dict[str, Any] = {"listing": findings_of(viewer, **given)}
        put = put_to_me(viewer)
    # what was answered stands in the list below, for whoever sees it there
    mine = [row for row in put if row.asked.waits or not row.finding]
    context |= {"mine": mine, "given": given, "applied": applied(given), "triggers": SIGNS["trigger"]}
    context |= {"states": SIGNS["finding_state"], "severities": SIGNS["finding_severity"]}
    context["evaluates"] = Permission.FINDINGS_EVALUATE in viewer.permissions
    return render(request, "findings/list.html", context)


@require_GET
def finding(request: HttpRequest, finding: str) -> HttpResponse:
    """One finding: what was found, how it is known, who was asked and what they said, what is done, what came of it."""
    page = finding_page(viewer_of(request), finding=finding)
    context = {"page": page, "row": page.row, "may": page.may, "facts": numbers_of(page.evidence)}
    context |= {"basis": basis_of(page.evidence), "run_place": place_of("run", page.run)}
    return render(request, "findings/page.html", context)


def numbers_of(evidence: EvidenceShown) -> list[Fact]:
    """The numbers of a finding with their names, as people read them."""
    facts: list[Fact] = []
    if evidence.estimate is not None:
        facts.append((gettext("Measured"), _shown(evidence.estimate, evidence.of)))
    if evidence.low is not None and evidence.high is not None:
        low, high = (_shown(end, evidence.of) for end in (evidence.low, evidence.high))
        between = format_html(gettext("between {low} and {high}"), low=low, high=high)
        facts.append((gettext("Interval (95 in 100)"), between))
    if evidence.line is not None:
        facts.append((gettext("Threshold"), _shown(evidence.line, evidence.of)))
    if evidence.n is not None:
        facts.append((gettext("How many"), bidi.number(evidence.n)))
    return facts


def _shown(value: float, of: str) -> SafeString | str:
    if of == "share":
        return bidi.percent(round(100 * value))
    return bidi.number(round(value, 2 if of == "coefficient" else 1))


def basis_of(evidence: EvidenceShown) -> list[Fact]:
    """How it is known: who was measured and by what, with which version, data and seed."""
    basis = evidence.basis
    facts: list[Fact] = []
    if "n" in basis:
        facts.append((gettext("People with both tests"), bidi.number(basis["n"])))
    if "missing" in basis:
        facts.append((gettext("Lack the test after"), bidi.percent(round(100 * basis["missing"]))))
    if "reliability" in basis:
        facts.append((gettext("Reliability of the test"), bidi.number(round(basis["reliability"], 2))))
    named = {"courses": gettext("Courses in the run"), "seed": gettext("Seed")}
    facts += [(words, bidi.number(basis[name])) for name, words in named.items() if name in basis]
    told = {"version": gettext("Version"), "data_hash": gettext("Hash of the data")}
    return facts + [(words, bidi.island(str(basis[name])[:16])) for name, words in told.items() if name in basis]


@require_GET
def asked(request: HttpRequest, asked: str) -> HttpResponse:
    """What was put to a party, its answer, and what it does about it."""
    row = asked_page(viewer_of(request), asked=asked)
    return render(request, "findings/asked.html", {"row": row, "one": row.asked})


@require_http_methods(["GET", "POST"])
def evaluate(request: HttpRequest) -> HttpResponse:
    """Evaluate what one may see: which courses, which year; what raises a finding stands beside it."""
    if Permission.FINDINGS_EVALUATE not in viewer_of(request).permissions:
        raise Refused
    form_class = OPERATIONS["findings.evaluate"].form
    if request.method != "POST":
        return _evaluate_page(request, form_class(), None)
    try:
        done = act(request, "findings.evaluate")
    except Refused:
        raise
    except Problem as problem:
        errors = problem.errors if isinstance(problem, Invalid) else {}
        return _evaluate_page(request, refilled(form_class, request.POST, errors), problem)
    toast(request, gettext("The courses were evaluated. What has to be answered stands here."))
    return redirect(place_of("run", done.public_id) or "findings")


def _evaluate_page(request: HttpRequest, form: forms.Form, problem: Problem | None) -> HttpResponse:
    viewer = viewer_of(request)
    with one_visit(viewer):
        courses = walked(course_list, viewer)
        limits = [(one, _limit(one)) for one in thresholds(viewer)]
    names = [(row.public_id, f"{row.code} · {row.title.in_language(tongue())}") for row in courses]
    form.fields["courses"].widget = Ticks(choices=names)
    message = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    context = {"form": form, "shown": list(form), "limits": limits, "message": message}
    return render(request, "findings/evaluate.html", context, status=problem.status if problem else 200)


def _limit(one: Threshold) -> SafeString | str:
    """A threshold as people read it; empty where there is none."""
    if one.of == "gain":
        return gettext("the gain that was agreed to be worthwhile")
    if one.of == "odds":
        return gettext("odds %(times)s times as high") % {"times": bidi.number(round(one.value, 1))}
    if one.of == "need":
        return ""
    if one.of == "years":
        return gettext("%(years)s years") % {"years": bidi.in_digits(f"{one.value:g}")}
    return bidi.percent(round(100 * one.value)) if one.of == "share" else bidi.number(round(one.value, 2))


@require_GET
def planning(request: HttpRequest, course: str) -> HttpResponse:
    """What so many seats of a course can show and what they cannot, before it is planned."""
    given = {name: value for name, value in asked_for(request, planned).items() if name != "course"}
    problem, shown = "", None
    try:
        shown = planned(viewer_of(request), course=course, **given)
    except Problem as wrong:
        if wrong.code != "range":
            raise
        problem, shown = wrong.say(gettext), planned(viewer_of(request), course=course)
    return render(request, "findings/planning.html", {"plan": shown, "problem": problem, "given": given})
