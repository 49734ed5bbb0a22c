"""Instruments of a course, links to their forms, forms filled on paper, and the results of an offering."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core import clock
from mithaq.core.errors import Invalid, Problem, Refused
from mithaq.register.instruments.by_link import digest, new_secret
from mithaq.register.instruments.reads import (
    OfferingResults,
    ToInvite,
    instrument_page,
    offering_results,
    remarks,
    to_invite,
)
from mithaq.web.choices import choose, signed
from mithaq.web.days import tongue
from mithaq.web.instrument_acts import QUESTION, SCORES
from mithaq.web.instrument_things import question_thing, scores_thing
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled, sent
from mithaq.web.toasts import toast
from mithaq.web.views.acting import answer

INVITE, RECORD = "instruments.invite", "instruments.record"
WEEKS = timedelta(days=21)  # how long a link opens a form, unless told otherwise


@require_GET
def instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    """An instrument with its questions."""
    viewer = viewer_of(request)
    page = instrument_page(viewer, instrument=instrument)
    context = {"page": page, "row": page.row, "next": len(page.items) + 1}
    return render(request, "instruments/instrument.html", context)


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, instrument: str, number: int) -> HttpResponse:
    """Write a question of an instrument, or a new one."""
    return answer(request, QUESTION, question_thing(viewer_of(request), instrument, number))


@require_GET
def results(request: HttpRequest, activity: str) -> HttpResponse:
    """What was asked and scored in an offering, as far as the viewer may see it."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page, written = offering_results(viewer, activity=activity), remarks(viewer, activity=activity)
    return render(request, "instruments/results.html", {"page": page, "may": page.may, "written": written})


@require_http_methods(["GET", "POST"])
def scores(request: HttpRequest, activity: str) -> HttpResponse:
    """Record the scores of a person, or put them right."""
    party, person = (request.GET.get(name, "") for name in ("party", "person"))
    return answer(request, SCORES, scores_thing(viewer_of(request), activity, party, person))


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, activity: str) -> HttpResponse:
    """Make links to a form. Their addresses stand on the page that answers, and nowhere else."""
    viewer = viewer_of(request)
    _check_may(request)
    with one_visit(viewer):
        page, people = offering_results(viewer, activity=activity), to_invite(viewer, activity=activity)
    form = _invite_form(page, OPERATIONS[INVITE].form(initial=_initial(request)))
    context: dict[str, Any] = {"page": page, "people": people, "chosen": [_key(one) for one in people]}
    if request.method != "POST":
        return render(request, "instruments/invite.html", context | {"form": form})
    wanted = [one for one in people if _key(one) in request.POST.getlist("person")]
    secrets = {_key(one): new_secret() for one in wanted}
    links = [{"party": one.party, "person": one.person, "digest": digest(secrets[_key(one)])} for one in wanted]
    try:
        if not links:
            raise Problem(gettext("Choose at least one person."), code="nobody")
        fields = {name: request.POST.get(name, "") for name in ("instrument", "wave", "expires")}
        OPERATIONS[INVITE].run(viewer, activity=activity, links=json.dumps(links), **fields)
    except Refused:
        raise
    except Problem as problem:
        errors = problem.errors if isinstance(problem, Invalid) else {}
        form = _invite_form(page, refilled(OPERATIONS[INVITE].form, request.POST, errors))
        message = "" if isinstance(problem, Invalid) else problem.say(gettext)
        context |= {"form": form, "message": message, "chosen": [_key(one) for one in wanted]}
        return render(request, "instruments/invite.html", context, status=problem.status)
    made = [(one, _address(secrets[_key(one)])) for one in wanted]
    return render(request, "instruments/links.html", {"page": page, "made": made, "expires": fields["expires"]})


def _check_may(request: HttpRequest) -> None:
    if Permission.RESULTS_RECORD not in viewer_of(request).permissions:
        raise Refused


def _key(one: ToInvite) -> str:
    return f"{one.party}/{one.person}"


def _address(secret: str) -> str:
    return settings.SITE_ADDRESS.rstrip("/") + reverse("form", args=[secret])


def _initial(request: HttpRequest) -> dict[str, Any]:
    given = {name: request.GET.get(name, "") for name in ("instrument", "wave")}
    return {**given, "expires": clock.today(settings.TIME_ZONE) + WEEKS}


def _invite_form(page: OfferingResults, form: forms.Form) -> forms.Form:
    """The form with the instruments of the course that are in use to choose from."""
    form.fields["instrument"].widget = forms.Select(
        choices=[
            (row.public_id, f"{row.level} {row.form} · {row.title.in_language(tongue())}")
            for row in page.instruments
            if row.state == "in_use"
        ]
    )
    form.fields["wave"].widget = forms.Select(choices=signed("wave"))
    form.fields["expires"].widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return form


@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, activity: str, instrument: str) -> HttpResponse:
    """A form that somebody filled on paper, typed in."""
    viewer = viewer_of(request)
    _check_may(request)
    with one_visit(viewer):
        page = offering_results(viewer, activity=activity)
        asked = instrument_page(viewer, instrument=instrument)
        form = _paper_form(request, {})
        choose(viewer, form, {}, {}, {"person": lambda: _people(to_invite(viewer, activity=activity))})
    context: dict[str, Any] = {"page": page, "asked": asked, "form": form, "questions": asked.items, "given": {}}
    if request.method != "POST":
        return render(request, "instruments/paper.html", context)
    answers = {name[1:]: str(value) for name, value in request.POST.items() if name[:1] == "q" and name[1:].isdecimal()}
    answers = {number: value for number, value in answers.items() if value.strip()}
    try:
        fields = sent(request, OPERATIONS[RECORD].form) | {"answers": json.dumps(answers)}
        act(request, RECORD, **{**fields, "activity": activity, "instrument": instrument})
    except Refused:
        raise
    except Problem as problem:
        errors = problem.errors if isinstance(problem, Invalid) else {}
        form = _paper_form(request, errors)
        choose(viewer, form, {}, {}, {"person": lambda: _people(to_invite(viewer, activity=activity))})
        message = "" if isinstance(problem, Invalid) else problem.say(gettext)
        context |= {"form": form, "message": message, "given": answers, "wrong": errors}
        return render(request, "instruments/paper.html", context, status=problem.status)
    toast(request, gettext("The form was recorded."))
    return redirect("activity-results", activity)


def _people(rows: tuple[ToInvite, ...]) -> list[tuple[str, str]]:
    told = {
        one.person: " · ".join(filter(None, (one.party, one.person, one.name.in_language(tongue())))) for one in rows
    }
    return list(told.items())


def _paper_form(request: HttpRequest, errors: Any) -> forms.Form:
    kind = OPERATIONS[RECORD].form
    if request.method == "POST":
        return refilled(kind, request.POST, errors)
    return kind(initial={"taken_on": clock.today(settings.TIME_ZONE), "language": tongue()})
