"""The self-assessment pack: what is in it, with which sources, for whom; as a paper in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from mithaq.archive.reads import document_page
from mithaq.core import clock
from mithaq.core.days import Language
from mithaq.core.errors import Absent
from mithaq.papers.report import Bullets, Facts, Heading, Table, words_of
from mithaq.papers.typeset import pages_of, pdf
from mithaq.papers.word import docx
from mithaq.register.parties.operations import record_figure
from mithaq.register.training import operations as training
from mithaq.register.training.dossier_paper import BUDGET, dossier_paper
from mithaq.register.training.reads import dossier_pack, dossier_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, SALIM
from tests.kept import kept
from tests.make import make_course, make_document, make_house, make_offering
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
CENTRE = "NATO-ICI-RC"
OF_BOTH: dict[str, Any] = {"level": "OFFICIAL", "audience": ("QAT", CENTRE)}


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    training.add_centre(
        LAYLA, party=CENTRE, about_ar="في الكويت", about_en="In Kuwait", opened="2017-01", source="KUNA"
    )
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


def make_dossier(*evidence: str) -> str:
    """A dossier of Qatar's, the secretariat's and the centre's with a criterion for each of these; the first one is met."""
    network: dict[str, Any] = {"network_ar": "شبكة مراكز التدريب", "network_en": "PTEC", "since": "2019"}
    dossier = training.open_dossier(
        LAYLA, centre=CENTRE, **OF_BOTH, **network, source="https://example.org/ptec"
    ).public_id
    for number, said in enumerate(evidence, 1):
        training.set_criterion(
            LAYLA, dossier=dossier, number=number, words_ar=f"معيار {number}", words_en=f"Has {number}"
        )
        criterion = dossier_page(LAYLA, dossier=dossier).criteria[number - 1].public_id
        if said:
            training.show_evidence(DANA, criterion=criterion, version=1, evidence=said)
        if number == 1:
            training.judge_criterion(LAYLA, criterion=criterion, version=2, met="yes")
    found: dict[str, Any] = {"on": "2026-05-04", "assessors": "Two of the network", "found_en": "Good order"}
    training.note_inspection(LAYLA, dossier=dossier, **found)
    return dossier


def told(paper: Any) -> str:
    """All that the paper says, sources too."""
    said = [words_of(text) for block in paper.blocks for text in _texts(block)]
    return "\n".join([paper.title, *said, *(cite.text for cite in paper.sources)])


def _texts(block: Any) -> Iterator[Any]:
    if isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Facts):
        yield from (part for pair in block.pairs for part in pair)
    elif isinstance(block, Bullets):
        yield from block.items
    else:
        yield block.text if isinstance(block, Heading) else block.runs


def test_it_has_the_criteria_the_courses_the_roster_and_the_figures() -> None:
    course = make_course(control_version="II", control_signed="2023-01-10", levels=("L1", "L2"), valid_months=24)
    make_course(code="RC-2", control_signed="2023-01-10", review_due="2027-06-01")
    make_offering(course, **OF_BOTH)
    for language in ("ar", "en"):
        training.add_trainer(DANA, centre=CENTRE, name_en="Rossi", home="QAT", languages=(language,), **OF_BOTH)
    training.add_trainer(DANA, centre=CENTRE, name_en="Gone", home="KWT", until="2025", **OF_BOTH)
    training.plan_year(DANA, centre=CENTRE, year=2027, aims_en="Twenty courses", **OF_BOTH)
    what: dict[str, Any] = {
        "what_ar": "متدربون",
        "what_en": "Trained",
        "comparator": "=",
        "as_of": "2019-12-16",
        "source": "KUNA",
    }
    record_figure(LAYLA, value=Decimal(889), party=CENTRE, level="PUBLIC", audience=(), **what)
    pack = dossier_pack(HESSA, dossier=make_dossier("The roster", "", "Rules"))
    assert (pack.counts, [one.number for one in pack.open]) == ({"yes": 1, "": 2}, [2, 3])
    assert [(one.row.code, one.due, one.overdue, one.held, one.ahead) for one in pack.courses] == [
        ("RC-101", "2026-01-10", True, 0, 1),
        ("RC-2", "2027-06-01", False, 0, 0),
    ]
    assert (pack.courses[0].levels, pack.courses[0].valid_months) == (("L1", "L2"), "24")
    assert [(one.home, one.count, one.languages) for one in pack.trainers] == [("QAT", 2, ("ar", "en"))]
    assert ([one.year for one in pack.years], [one.value for one in pack.figures]) == ([2027], ["889"])
    assert (pack.seen.level, pack.seen.audience) == ("OFFICIAL", (CENTRE, "QAT"))


def test_it_is_cut_for_the_viewer() -> None:
    make_course(code="RC-9", title_en="Kept", level="OFFICIAL", audience=("KWT", CENTRE))
    dossier = make_dossier("The roster")
    assert [one.row.code for one in dossier_pack(DANA, dossier=dossier).courses] == ["RC-9"]
    assert dossier_pack(HESSA, dossier=dossier).courses == ()
    assert dossier_pack(DANA, dossier=dossier).seen.audience == (CENTRE,)
    for blind in (BADER, SALIM, PUBLIC):
        with pytest.raises(Absent):
            dossier_pack(blind, dossier=dossier)
    with pytest.raises(Absent):
        dossier_pack(HESSA, dossier="a" * 22)


def test_evidence_cites_the_document_that_the_reader_may_see_and_addresses() -> None:
    ref = document_page(DANA, document=make_document(DANA, "Yearly report.", CENTRE, title="Yearly report")).entry.ref
    dossier = make_dossier(f"See {ref} and https://example.org/rules for it.")
    paper = dossier_paper(dossier_pack(DANA, dossier=dossier), "en")
    cited = {cite.text: cite.link for cite in paper.sources}
    (document,) = (text for text in cited if text.startswith(ref))
    assert document.endswith(": Yearly report")
    assert "/documents/" in cited[document]
    assert cited["https://example.org/rules"] == "https://example.org/rules"
    assert "Yearly report" not in told(dossier_paper(dossier_pack(HESSA, dossier=dossier), "en"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", ("التقييم الذاتي للاعتماد", "معيار 1", "لا دليل بعد", "متأخر", "في الكويت")),
        ("en", ("Self-assessment for accreditation", "Has 1", "no evidence yet", "overdue", "In Kuwait", "Good order")),
    ],
)
def test_the_paper_says_it_in_both_languages_and_every_sentence_has_its_source(
    language: Language, said: tuple[str, ...]
) -> None:
    make_course(control_signed="2020-01-10", areas=(), certification="listed", standard="70")
    paper = dossier_paper(dossier_pack(HESSA, dossier=make_dossier("The roster", "")), language)
    words = told(paper)
    assert [one for one in said if one not in words] == []
    assert paper.uncited == ()
    assert "NATO-ICI-RC" in paper.label
    made = pdf(paper)
    assert (made[:4], docx(paper)[:2]) == (b"%PDF", b"PK")
    assert 1 <= pages_of(made) <= BUDGET
    assert made == pdf(paper)


def test_an_empty_dossier_is_a_paper_too() -> None:
    training.describe_centre(LAYLA, centre=CENTRE, version=1, about_ar="", about_en="", opened="")
    network: dict[str, Any] = {"network_ar": "شبكة", "network_en": "PTEC"}
    dossier = training.open_dossier(LAYLA, centre=CENTRE, level="PUBLIC", **network).public_id
    pack = dossier_pack(PUBLIC, dossier=dossier)
    assert (pack.open, pack.courses, pack.counts) == ((), (), {})
    assert dossier_paper(pack, "ar").uncited == ()


def test_a_long_pack_is_counted() -> None:
    pack = dossier_pack(HESSA, dossier=make_dossier("The roster"))
    (one,) = pack.dossier.criteria
    many = tuple(replace(one, number=number, evidence="So it was. " * 90) for number in range(1, 121))
    long = replace(pack, dossier=replace(pack.dossier, criteria=many))
    assert pages_of(pdf(dossier_paper(long, "en"))) > BUDGET


def test_it_asks_the_same_queries_whatever_there_is() -> None:
    dossier = make_dossier("The roster")
    make_course()
    one = counted(lambda: dossier_pack(HESSA, dossier=dossier))
    for number in range(3):
        make_course(code=f"RC-2{number}")
        training.set_criterion(LAYLA, dossier=dossier, number=number + 2, words_en="More")
    assert counted(lambda: dossier_pack(HESSA, dossier=dossier)) == one
