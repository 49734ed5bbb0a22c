"""The page of a self-assessment pack and its files: for whom, in both languages, and the page budget."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from mithaq.papers.report import Paper
from mithaq.papers.typeset import pdf
from mithaq.register.training import operations as training
from mithaq.register.training.reads import dossier_page
from mithaq.web.views import dossiers
from tests.cast import BADER, DANA, HESSA, LAYLA
from tests.make import make_course
from tests.web.door import page, papers, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
CENTRE = "NATO-ICI-RC"


def make_dossier() -> str:
    """A dossier that Qatar and the centre see, with a criterion without evidence."""
    training.add_centre(LAYLA, party=CENTRE, about_ar="في الكويت", about_en="In Kuwait")
    given: dict[str, Any] = {
        "level": "OFFICIAL",
        "audience": ("QAT", CENTRE),
        "network_ar": "شبكة",
        "network_en": "PTEC",
    }
    dossier = training.open_dossier(LAYLA, centre=CENTRE, **given).public_id
    training.set_criterion(LAYLA, dossier=dossier, number=1, words_ar="له مدربون", words_en="Has trainers")
    make_course(control_signed="2020-01-10")
    return dossier


def test_the_page_says_what_remains_and_offers_the_files() -> None:
    dossier = make_dossier()
    place = reverse("dossier-pack", args=[dossier])
    for language, said in (
        ("ar", ("التقييم الذاتي", "له مدربون", "لا دليل بعد", "وثائق ضبط تأخرت مراجعتها")),
        ("en", ("Self-assessment", "Has trainers", "no evidence yet", "Control documents that are overdue")),
    ):
        told = words(signed_in(HESSA, language).get(place))
        assert [one for one in said if one not in told] == []
    criterion = dossier_page(DANA, dossier=dossier).criteria[0].public_id
    shows = reverse("act", args=[criterion, "criterion-evidence"])
    assert shows in page(signed_in(DANA).get(place))
    assert shows not in page(signed_in(HESSA).get(place))
    assert place in page(signed_in(HESSA).get(reverse("centre", args=[CENTRE])))
    answers = papers(signed_in(HESSA), place)
    assert [answer.content[:2] for answer in answers] == [b"%P", b"PK"] * 2
    assert {"-ar." in answer["Content-Disposition"] for answer in answers} == {True, False}


def test_the_pages_are_counted_when_the_page_is_there_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    place = reverse("dossier-pack", args=[make_dossier()])
    made: list[str] = []

    def counted(paper: Paper) -> bytes:
        made.append(paper.language)
        return pdf(paper)

    monkeypatch.setattr(dossiers, "pdf", counted)
    dossiers._pages.cache_clear()
    first = page(signed_in(HESSA, "en").get(place))
    assert f'hx-get="{place}?pages=1"' in first
    assert f'<a href="{place}?pages=1">Count the pages of the PDF</a>' in first
    assert made == []
    told = signed_in(HESSA, "en").get(f"{place}?pages=1")
    assert "of at most 40" in words(told)
    assert "hx-get" not in page(told).partition('id="pages"')[2].partition("</div>")[0]
    signed_in(HESSA, "en").get(f"{place}?pages=1")
    signed_in(HESSA, "ar").get(f"{place}?pages=1")
    assert made == ["en", "ar"]


def test_a_pack_beyond_the_budget_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    place = reverse("dossier-pack", args=[make_dossier()]) + "?pages=1"
    monkeypatch.setattr("mithaq.web.views.dossiers.BUDGET", 0)
    assert "more than the 0 that assessors read" in words(signed_in(HESSA, "en").get(place))


def test_another_party_does_not_find_it() -> None:
    dossier = make_dossier()
    for route, args in (("dossier-pack", (dossier,)), ("dossier-paper", (dossier, "pdf"))):
        assert signed_in(BADER).get(reverse(route, args=args)).status_code == 404
        assert signed_in(HESSA).get(reverse(route, args=("a" * 22, *args[1:]))).status_code == 404
        assert signed_in(HESSA).post(reverse(route, args=args)).status_code == 405
    assert signed_in(HESSA).get(reverse("dossier-paper", args=(dossier, "html"))).status_code == 404
