"""A drawing in a paper: drawn on a page and in a PDF, told in Word."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from docx import Document

from mithaq.papers.bidi import Language
from mithaq.papers.page import page
from mithaq.papers.plots import slope
from mithaq.papers.plots.lettering import Lettering
from mithaq.papers.report import Figure, Paper
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from tests.papers.plots.gallery import PAIRS, gallery


def paper(language: Language) -> Paper:
    """Every plot in one paper."""
    plots = gallery(Lettering(language))
    return Paper("Plots", "", language, "", "", tuple(Figure(plot.file, plot.desc) for plot in plots))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_plot_goes_into_a_pdf_that_screen_readers_can_read(language: Language) -> None:
    made = pdf(paper(language))
    document = pypdfium2.PdfDocument(made)
    assert len(document) >= 4
    assert "nominated" in "".join(one.get_textpage().get_text_range() for one in document)
    assert made == pdf(paper(language))


def test_a_page_has_the_drawing_with_its_own_words() -> None:
    plot = slope.slope(Lettering("en"), PAIRS)
    assert plot.file.encode() in page(Paper("Plots", "", "en", "", "", (Figure(plot.file, plot.desc),)))


def test_word_has_the_words() -> None:
    plot = slope.slope(Lettering("en"), PAIRS)
    made = Document(BytesIO(docx(Paper("Plots", "", "en", "", "", (Figure(plot.file, plot.desc),)))))
    assert plot.desc in [paragraph.text for paragraph in made.paragraphs]
