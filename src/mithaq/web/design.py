"""The page that shows every component in both directions and both themes. What is not right there is not used."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_GET

from mithaq.access.forms import DateWords, Labelled
from mithaq.access.shapes import Line, Listing, PartyName, Seen
from mithaq.core.diff import pieces_between
from mithaq.core.words import Bilingual
from mithaq.web.signs import SIGNS

ISLES = (("light", "ar"), ("light", "en"), ("dark", "ar"), ("dark", "en"))
COLOURS = {
    "brand": _("what can be done"),
    "wait": _("waits for a person"),
    "late": _("overdue, objection"),
    "run": _("under way"),
    "done": _("done, accepted"),
    "who": _("people"),
    "mute": _("second voice"),
    "gilt": _("ornament"),
}


class Sample(Labelled):
    """One field of each kind."""

    title_ar = forms.CharField(label=_("Name in Arabic"), initial="آلية سنوية لقياس أثر الدورات")
    owner = forms.ChoiceField(label=_("Owner"), choices=[("SEC", _("Secretariat"))])
    due = DateWords(
        label=_("Due"), help_text=_("A day, a month or a year: 2027-02-28, 2027-02, 2027."), initial="2027-02-31"
    )
    answer = forms.ChoiceField(
        label=_("Answer"), widget=forms.RadioSelect, choices=[("accept", _("Accepts")), ("object", _("Objects"))]
    )
    words = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    shared = forms.BooleanField(label=_("Share with my party"), required=False)


@dataclass(frozen=True, slots=True)
class Isle:
    """One language in one theme."""

    theme: str
    language: str
    form: Sample
    name: str


def _isle(theme: str, language: str) -> Isle:
    name = f"{theme}-{language}"
    wrong = {"level": "RESTRICTED", "audience": [], "title_ar": "آلية سنوية لقياس أثر الدورات", "due": "2027-02-31"}
    with override(language):
        form = Sample(wrong, auto_id=f"{name}-%s")
        form.is_valid()
    return Isle(theme, language, form, name)


def _party(code: str, ar: str, en: str) -> PartyName:
    name = Bilingual(ar, en)
    return PartyName(code, name, name, "state")


PARTIES = {
    known.code: known
    for known in (
        _party("BHR", "البحرين", "Bahrain"),
        _party("KWT", "الكويت", "Kuwait"),
        _party("QAT", "قطر", "Qatar"),
        _party("ARE", "الإمارات", "UAE"),
        _party("SEC", "الأمانة", "Secretariat"),
        _party("OMN", "عُمان", "Oman"),
    )
}
LINES = (
    Line(
        "2026-11-24T09:14:00+00:00",
        "maryam",
        Bilingual("مريم العلي", "Maryam Al-Ali"),
        "SEC",
        "commitments.set_due",
        "بطلب المركز",
        {"due": ["2026-11-30", "2026-12-15"]},
    ),
)


@login_not_required
@require_GET
def design(request: HttpRequest) -> HttpResponse:
    """Every component, with the words that call it. It shows nothing of the register."""
    context = {
        "isles": [_isle(*one) for one in ISLES],
        "colours": COLOURS,
        "tables": {
            name: SIGNS[name]
            for name in ("state", "stand", "proposal", "progress", "repeat", "status", "mode", "text", "silence")
        },
        "parties": PARTIES,
        "lines": LINES,
        "here": Seen("RESTRICTED", ("KWT", "QAT", "SEC"), ("NOMAIL",)),
        "wide": Seen("OFFICIAL", ("ARE", "BHR", "KWT", "QAT", "SEC")),
        "everybody": Seen("PUBLIC", ()),
        "answers": {"BHR": "accept", "KWT": "reserve", "QAT": "note", "ARE": "object", "OMN": ""},
        "listing": Listing((), "next"),
        "person": Bilingual("", "Jean Dupont"),
        "pieces": (
            pieces_between("تلتقي الأطراف مرة في السنة.", "تلتقي الأطراف مرتين في السنة."),
            pieces_between("The parties meet once a year.", "The parties meet twice a year."),
        ),
    }
    return render(request, "pages/design.html", context)
