"""Instruments of a course, links to their forms, forms filled on paper, and the results of an offering."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
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
    form = _invite_form(page, AskForm(initial=_initial(request, page)))
    context: dict[str, Any] = {"page": page, "people": people, "chosen": [_key(one) for one in people]}
    if request.method != "POST":
        return render(request, "instruments/invite.html", context | {"form": form})
    wanted = [one for one in people if _key(one) in request.POST.getlist("person")]
    secrets = {_key(one): new_secret() for one in wanted}
    links = [{"party": one.party, "person": one.person, "digest": digest(secrets[_key(one)])} for one in wanted]
    try:
        if not links:
            raise Problem(gettext("Choose at least one person."), code="nobody")
        fields = _asked(request.POST.get("asked", "")) | {"expires": request.POST.get("expires", "")}
        OPERATIONS[INVITE].run(viewer, activity=activity, links=json.dumps(links), **fields)
    except Refused:
        raise
    except Problem as problem:
        errors = dict(problem.errors) if isinstance(problem, Invalid) else {}
        told = [one for name in ("instrument", "wave") for one in errors.pop(name, [])]
        form = _invite_form(page, refilled(AskForm, request.POST, errors | ({"asked": told[:1]} if told else {})))
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


class AskForm(forms.Form):
    """What the page asks: a form together with when it is asked, so that nothing can be chosen that does not fit."""

    asked = forms.CharField(label=_("Which form, and when it is asked"))
    expires = OPERATIONS[INVITE].form.base_fields["expires"]


def _asked(said: str) -> dict[str, str]:
    instrument, _space, wave = said.partition(" ")
    return {"instrument": instrument, "wave": wave}


def _initial(request: HttpRequest, page: OfferingResults) -> dict[str, Any]:
    """The form that was come from, asked at the first of its times."""
    waves = {row.public_id: row.waves for row in page.instruments}
    instrument = request.GET.get("instrument", "")
    first = next(iter(waves.get(instrument, ())), "")
    return {"asked": f"{instrument} {first}", "expires": clock.today(settings.TIME_ZONE) + WEEKS}


def _invite_form(page: OfferingResults, form: forms.Form) -> forms.Form:
    """The form with the instruments of the course that are in use to choose from, each at the times that fit it."""
    said = dict(signed("wave"))
    form.fields["asked"].widget = forms.Select(
        choices=[
            (
                f"{row.level} {row.form} · {row.title.in_language(tongue())}",
                [(f"{row.public_id} {wave}", f"{said[wave]} · {row.level} {row.form}") for wave in row.waves],
            )
            for row in page.instruments
            if row.state == "in_use"
        ]
    )
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
        form = _paper_form(request, activity, asked.row.waves, {})
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
        form = _paper_form(request, activity, asked.row.waves, errors)
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


def _paper_form(request: HttpRequest, activity: str, waves: Collection[str], errors: Any) -> forms.Form:
    kind, viewer = OPERATIONS[RECORD].form, viewer_of(request)
    if request.method == "POST":
        form = refilled(kind, request.POST, errors)
    else:
        form = kind(initial={"taken_on": clock.today(settings.TIME_ZONE), "language": tongue()})
    choose(viewer, form, {}, {}, {"person": lambda: _people(to_invite(viewer, activity=activity))})
    form.fields["wave"].widget = forms.Select(choices=[one for one in signed("wave") if one[0] in waves])
    return form
