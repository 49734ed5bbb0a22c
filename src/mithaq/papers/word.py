"""A paper as a Word file that an Arabic office can go on writing in: styles, tables and links are Word's own."""

from __future__ import annotations

from io import BytesIO
from typing import assert_never, cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Emu
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from mithaq.papers import look, report
from mithaq.papers.bidi import Language, direction, pieces, plain
from mithaq.papers.container import steady
from mithaq.papers.wordforms import align_at_end, bookmark, dress, element, field, link, put, turn, write

_WIDTH, _HEIGHT, _MARGIN = Cm(21), Cm(29.7), Cm(2.4)  # A4
_INDENT = Cm(0.9)
_FACT_SHARES = (0.28, 0.72)

_INK = "1A2325"
_STYLES = (  # style, size, bold, colour
    ("Normal", look.TEXT_SIZE, False, _INK),
    ("Title", look.TITLE_SIZE, True, look.BRAND),
    ("Subtitle", look.SUBTITLE_SIZE, False, _INK),
    ("Heading 1", look.HEADING_SIZES[0], True, look.BRAND),
    ("Heading 2", look.HEADING_SIZES[1], True, look.BRAND),
    ("Heading 3", look.HEADING_SIZES[2], True, look.BRAND),
    ("Quote", look.TEXT_SIZE, False, _INK),
    ("List Bullet", look.TEXT_SIZE, False, _INK),
    ("Caption", look.SMALL_SIZE, False, look.MUTE),
    ("Header", look.SMALL_SIZE, False, look.MUTE),
    ("Footer", look.SMALL_SIZE, False, look.MUTE),
)


def docx(paper: report.Paper) -> bytes:
    """The paper as a Word file: A4, the direction of its language, its label at the head and foot of every page.

    The file's properties hold title, language and `made`; no author, no program, no preview picture.
    """
    document = Document()
    _set_styles(document, paper.language)
    _set_page(document, paper)
    _set_properties(document, paper)
    for text, style in ((paper.title, "Title"), (paper.subtitle, "Subtitle"), (paper.date_line, "Caption")):
        if text:
            _add(document, text, style, paper.language)
    for block in paper.blocks:
        _add_block(document, block, paper.language)
    _add_sources(document, paper)
    out = BytesIO()
    document.save(out)
    return steady(out.getvalue())


def _set_styles(document: WordDocument, language: Language) -> None:
    for name, size, bold, colour in _STYLES:
        style = cast(ParagraphStyle, document.styles[name])
        dress(style, size=size, bold=bold, colour=colour)
        turn(style, language)
    title = cast(ParagraphStyle, document.styles["Title"])
    put(title._element.get_or_add_pPr(), "pBdr", element("bottom", val="single", sz="6", space="6", color=look.GILT))
    quote = cast(ParagraphStyle, document.styles["Quote"])
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = _INDENT
    put(quote._element.get_or_add_pPr(), "shd", val="clear", color="auto", fill=look.PALE)


def _set_page(document: WordDocument, paper: report.Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    if paper.language == "ar":
        put(section._sectPr, "bidi")
    head = section.header.paragraphs[0]
    _write(
        head,
        (report.Run(paper.label, bold=True), report.Run(f"  ·  {paper.title}" if paper.label else paper.title)),
        paper.language,
    )
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(foot, (report.Run(paper.label, bold=True),), paper.language)
    _write_page_number(section.footer.add_paragraph(style="Footer"), paper)


def _write_page_number(paragraph: Paragraph, paper: report.Paper) -> None:
    words = report.WORDS[paper.language]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(paragraph, f"{paper.footer}  ·  {words.page} " if paper.footer else f"{words.page} ", paper.language)
    field(paragraph, "PAGE")
    _write(paragraph, f" {words.of} ", paper.language)
    field(paragraph, "NUMPAGES")


def _set_properties(document: WordDocument, paper: report.Paper) -> None:
    properties = document.core_properties
    properties.title, properties.language = plain(paper.title), paper.language
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = paper.made
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        relations.pop(key)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # or Word opens the file as an old one


def _add_block(document: WordDocument, block: report.Block, language: Language) -> None:
    match block:
        case report.Heading(text, level, fresh=fresh):
            _add(document, text, f"Heading {level}", language).paragraph_format.page_break_before = fresh or None
        case report.Paragraph(runs):
            _add(document, runs, "Normal", language)
        case report.Quote():
            _add_quote(document, block, language)
        case report.Table():
            _add_table(document, block, language)
        case report.Facts():
            _add_facts(document, block, language)
        case report.Bullets(items):
            for item in items:
                _add(document, item, "List Bullet", language)
        case report.Figure(says=says):  # Word shows no SVG without a picture of dots beside it
            _add(document, says, "Normal", language)
        case report.Figures(drawn):
            _add_figures(document, drawn, language)
        case _:
            assert_never(block)


def _add_figures(document: WordDocument, drawn: tuple[report.Figure, ...], language: Language) -> None:
    for one in drawn:
        _add(document, (report.Run(f"{one.title} ", bold=True), report.Run(one.words)), "Normal", language)


def _add(document: WordDocument, text: report.Text, style: str, language: Language) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    _write(paragraph, text, language)
    return paragraph


def _write(paragraph: Paragraph, text: report.Text, page: Language) -> None:
    """A text in the direction of its own words, on the side where the paper's lines begin."""
    own = direction(report.words_of(text), page)
    if own != page:
        turn(paragraph, own)
        align_at_end(paragraph)
    _write_runs(paragraph, report.runs_of(text), own)


def _write_runs(paragraph: Paragraph, runs: tuple[report.Run, ...], language: Language) -> None:
    for run in runs:
        for piece in pieces(run.text, language):
            write(paragraph.add_run(), piece, bold=run.bold)
        for cite in run.cites:
            link(paragraph, f"[{cite.number}]", anchor=_anchor(cite)).font.superscript = True


def _anchor(cite: report.Cite) -> str:
    return f"source_{cite.number}"


def _add_quote(document: WordDocument, quote: report.Quote, page: Language) -> None:
    paragraph = document.add_paragraph(style="Quote")
    turn(paragraph, quote.language)
    _write_runs(paragraph, (report.Run(quote.text, cites=quote.cites),), quote.language)
    if quote.source:
        paragraph.paragraph_format.keep_with_next = True
        below = document.add_paragraph(style="Caption")
        below.paragraph_format.left_indent = _INDENT
        _write(below, quote.source, page)


def _add_table(document: WordDocument, table: report.Table, language: Language) -> None:
    made = _table(document, len(table.rows) + 1, table.shares, language)
    head, *rows = made.rows
    put(head._tr.get_or_add_trPr(), "tblHeader")
    for cell, name in zip(head.cells, table.columns, strict=True):
        _write(cell.paragraphs[0], (report.Run(name, bold=True),), language)
        put(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=look.SOFT)
    for row, texts in zip(rows, table.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _write(cell.paragraphs[0], text, language)
    document.add_paragraph()


def _add_facts(document: WordDocument, facts: report.Facts, language: Language) -> None:
    made = _table(document, len(facts.pairs), _FACT_SHARES, language)
    for row, (name, value) in zip(made.rows, facts.pairs, strict=True):
        label, content = row.cells
        _write(label.paragraphs[0], (report.Run(name, bold=True),), language)
        _write(content.paragraphs[0], value, language)
    document.add_paragraph()


def _table(document: WordDocument, rows: int, shares: tuple[float, ...], language: Language) -> Table:
    """An empty table over the whole width with hair lines between its rows, running the way of the language."""
    made: Table = document.add_table(rows, len(shares))
    made.autofit = False
    if language == "ar":
        made.table_direction = WD_TABLE_DIRECTION.RTL
    edges = (element(edge, val="single", sz="4", space="0", color=look.LINE) for edge in ("top", "bottom", "insideH"))
    put(made._tbl.tblPr, "tblBorders", *edges)
    for row in made.rows:
        put(row._tr.get_or_add_trPr(), "cantSplit")
        for cell, share in zip(row.cells, shares, strict=True):
            _size(cell, share)
    return made


def _size(cell: _Cell, share: float) -> None:
    cell.width = Emu(round((_WIDTH - 2 * _MARGIN) * share))
    cell.paragraphs[0].paragraph_format.space_after = 0


def _add_sources(document: WordDocument, paper: report.Paper) -> None:
    if paper.sources:
        _add(document, report.WORDS[paper.language].sources, "Heading 1", paper.language)
    for cite in paper.sources:
        paragraph = document.add_paragraph(style="Normal")
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = _INDENT, -_INDENT
        bookmark(paragraph, _anchor(cite), cite.number)
        paragraph.add_run(f"[{cite.number}]\t")
        _write_runs(paragraph, report.runs_of(cite.text), direction(cite.text, paper.language))
        if cite.url:
            paragraph.add_run().add_break()
            address = plain(cite.url)
            link(paragraph, address, url=cite.link) if cite.link else paragraph.add_run(address)
