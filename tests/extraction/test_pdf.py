"""PDF: Arabic comes out as it was written, paragraphs are whole, and what is hidden in the file is seen."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, NumberObject, TextStringObject

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract
from mithaq.extraction.doubt import DOUBTFUL, quality
from tests.extraction import files
from tests.extraction.files import ARABIC, ARABIC_SIGNS, ENGLISH, arabic_pdf, changed_pdf, english_pdf, pdf


def _code(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        extract("minutes.pdf", data)
    return raised.value.code


@pytest.mark.parametrize("font", [files.NASKH, files.MONO])
@pytest.mark.parametrize("width", ["9cm", "14cm"])
def test_arabic_is_read_as_it_was_written(font: str, width: str) -> None:
    """Ligatures, vowel signs, numbers, brackets, percent signs and Latin phrases, over line ends too."""
    read = extract("minutes.pdf", arabic_pdf(f"{ARABIC}\n\n{ARABIC_SIGNS}", font, width))
    assert read.text == f"{ARABIC}\n\n{ARABIC_SIGNS}"
    assert read.notes == ()


def test_english_is_read_as_it_was_written() -> None:
    read = extract("minutes.pdf", english_pdf(f"{ENGLISH}\n\n{ENGLISH}", "8cm"))
    assert read.text == f"{ENGLISH}\n\n{ENGLISH}"
    assert (read.media_type, read.pages, read.notes) == ("application/pdf", 1, ())


def test_words_broken_at_line_ends_are_whole() -> None:
    text = (
        "Interoperability of international organisations notwithstanding considerable administrative responsibilities."
    )
    assert extract("a.pdf", pdf(f'#set page(width: 9cm)\n#set text(hyphenate: true, lang: "en")\n{text}')).text == text


def test_a_page_ends_a_paragraph_and_its_number_is_left_out() -> None:
    read = extract("a.pdf", pdf(f'#set page(numbering: "1 / 1")\n{ENGLISH}\n#pagebreak()\n{ENGLISH}'))
    assert read.text == f"{ENGLISH}\n\n{ENGLISH}"
    assert read.pages == 2


def test_a_number_at_the_end_of_a_page_that_does_not_count_pages_stays() -> None:
    read = extract("a.pdf", english_pdf("Seats in all:\n\n1250\n#pagebreak()\nNominations:\n\n900"))
    assert read.text.split("\n\n") == ["Seats in all:", "1250", "Nominations:", "900"]


def test_items_of_a_list_are_paragraphs() -> None:
    read = extract("a.pdf", arabic_pdf("+ ترشيح الضباط\n+ عقد الاجتماع\n+ متابعة التنفيذ"))
    assert read.text.split("\n\n") == ["1. ترشيح الضباط", "2. عقد الاجتماع", "3. متابعة التنفيذ"]


def test_columns_are_read_one_after_the_other() -> None:
    body = f"#set page(columns: 2, width: 16cm)\n{ENGLISH}\n#colbreak()\n{ENGLISH}"
    assert extract("a.pdf", english_pdf(body)).text == f"{ENGLISH}\n\n{ENGLISH}"
    body = f"#set page(columns: 2, width: 20cm)\n{ARABIC}\n#colbreak()\n{ARABIC}"
    assert extract("a.pdf", arabic_pdf(body)).text == f"{ARABIC}\n\n{ARABIC}"


def test_rows_of_a_table_stay_rows() -> None:
    read = extract("a.pdf", arabic_pdf("#table(columns: (4cm, 4cm), [الدولة], [المقاعد], [قطر], [12])"))
    assert read.text.split("\n\n") == ["الدولة\tالمقاعد", "قطر\t12"]


def test_a_footnote_digit_does_not_run_into_the_year() -> None:
    assert "2027¹" in extract("a.pdf", arabic_pdf("في العام 2027#footnote[ملاحظة] عقد الاجتماع")).text


def test_text_turned_by_a_quarter_is_read() -> None:
    assert ARABIC in extract("a.pdf", arabic_pdf(f"#rotate(90deg, reflow: true, box(width: 12cm)[{ARABIC}])")).text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            '#set document(title: "Minutes of the meeting")\n#text(20pt)[Minutes of the meeting]',
            "Minutes of the meeting",
        ),
        ('#set document(title: "Microsoft Word - v2.docx")\n#text(20pt)[Programme of work]', "Programme of work"),
        ('#set document(title: "Letter of the chair")', "Letter of the chair"),
        ("", None),
    ],
)
def test_the_title(head: str, title: str | None) -> None:
    assert extract("a.pdf", english_pdf(f"{head}\n\n{ENGLISH}")).title == title


def test_a_password_is_refused_and_a_mere_restriction_is_not() -> None:
    data = english_pdf(ENGLISH)
    assert _code(changed_pdf(data, "encrypt", "secret")) == "encrypted"
    assert extract("a.pdf", changed_pdf(data, "encrypt", "", "owner")).text == ENGLISH


def test_scripts_are_refused() -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(english_pdf(ENGLISH)))
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")})
    named = pypdf.generic.ArrayObject([TextStringObject("start"), writer._add_object(script)])
    names = DictionaryObject({NameObject("/JavaScript"): DictionaryObject({NameObject("/Names"): named})})
    writer.root_object[NameObject("/Names")] = names
    assert _code(files.written(writer)) == "active_content"


def _action(kind: str) -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject(kind), NameObject("/F"): TextStringObject("calc.exe")})


@pytest.mark.parametrize("kind", ["/Launch", "/JavaScript"])
@pytest.mark.parametrize("place", ["/OpenAction", "/AA", "annotation", "next"])
def test_what_starts_by_itself_or_by_a_click_is_refused(kind: str, place: str) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(english_pdf(ENGLISH)))
    action = writer._add_object(_action(kind))
    if place == "annotation":
        link = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): action})
        link[NameObject("/Rect")] = pypdf.generic.ArrayObject([NumberObject(0)] * 4)
        writer.add_annotation(0, link)
    elif place == "next":
        first = DictionaryObject({NameObject("/S"): NameObject("/Named"), NameObject("/Next"): action})
        writer.root_object[NameObject("/OpenAction")] = first
    else:
        occasions = DictionaryObject({NameObject("/O"): action})
        writer.root_object[NameObject(place)] = occasions if place == "/AA" else action
    assert _code(files.written(writer)) == "active_content"


def test_a_link_is_no_script() -> None:
    assert extract("a.pdf", english_pdf(f'#link("https://example.org")[{ENGLISH}]')).text == ENGLISH


def test_files_inside_are_named() -> None:
    data = english_pdf(f'#pdf.attach("جدول.xlsx", bytes("x"))\n{ENGLISH}')
    assert extract("a.pdf", data).notes == ("attachments: جدول.xlsx",)


def _scan(text: str = "") -> str:
    numbers = ", ".join(map(str, files.picture()))
    return f"#place(image(bytes(({numbers})), width: 100%, height: 100%)){text}"


def test_a_scan_is_told_from_a_text() -> None:
    assert _code(english_pdf(_scan())) == "no_text"
    assert _code(english_pdf(_scan("Scanned by a phone"))) == "no_text"


def test_pages_that_are_pictures_are_named() -> None:
    read = extract("a.pdf", english_pdf(f"{ENGLISH}\n#pagebreak()\n{_scan()}\n#pagebreak()\n{ENGLISH}"))
    assert read.notes == ("pages_without_text: 2",)


def test_an_empty_pdf_has_no_text() -> None:
    assert _code(english_pdf("#rect(width: 2cm)")) == "no_text"


def test_half_a_pdf_is_broken() -> None:
    data = arabic_pdf(ARABIC)
    assert _code(data[: len(data) // 3]) == "broken"
    assert _code(b"%PDF-1.7\nnothing more") == "broken"


def test_a_garbled_text_layer_is_doubted() -> None:
    """The letters of the font say other letters, as where a program wrote a wrong map."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(arabic_pdf(ARABIC)))
    for font in writer.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        table = font.get_object()["/ToUnicode"].get_object()
        table.set_data(table.get_data().replace(b"<0627>", b"<0629>").replace(b"<0644>", b"<0649>"))
    assert extract("a.pdf", files.written(writer)).notes == ("text_layer_doubtful",)


@pytest.mark.parametrize(
    "text", [ARABIC, ARABIC_SIGNS, ENGLISH, "Réunion des États membres à Genève", "Türkiye'nin görüşü", "NATO"]
)
def test_good_texts_are_not_doubted(text: str) -> None:
    assert quality(text) >= DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        ARABIC[::-1],
        "األطلسي االجتماع األمين االجتماعات األعضاء",
        "7KH PLQLVWHUV PHW LQ .XZDLW &LW\\ DQG DJUHHG WR VWUHQJWKHQ",
        "Éæ»bÉeG á«Hô©dG ∫hódG á©eÉL",
        "\ue012\ue013\ue014 the \ue015\ue016\ue017\ue018",
    ],
)
def test_garbled_texts_are_doubted(text: str) -> None:
    assert quality(text) < DOUBTFUL
