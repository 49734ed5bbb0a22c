"""What python-docx does not know: direction, scripts, links and fields, written as Word wants them.

Word does not leave direction to the Unicode algorithm: a run marked `w:rtl` is Arabic, brackets and digits with it, and
a run not so marked is laid out left to right. So every run carries one script, and an island is a run without the mark.
"""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from mithaq.papers import look
from mithaq.papers.bidi import Language, Piece

FONT = "Times New Roman"
"""For both scripts: it has good Arabic, and every Word has it, on Windows and on the Mac."""

_LEFT_TO_RIGHT = "\u200e"  # a mark for readers that do not know w:rtl

# Word calls a file damaged whose properties stand in another order than this.
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
}


def element(name: str, /, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own namespace: `element("shd", val="clear")`."""
    made: BaseOxmlElement = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    made.extend(children)
    return made


def put(properties: BaseOxmlElement, name: str, /, *children: BaseOxmlElement, **attributes: str) -> None:
    """Set one property among `properties` (w:pPr, w:rPr, …), in place of what it was."""
    order = _ORDER[properties.tag.rpartition("}")[2]].split()
    properties.remove_all(f"w:{name}")
    later = (f"w:{other}" for other in order[order.index(name) + 1 :])
    properties.insert_element_before(element(name, *children, **attributes), *later)


def dress(style: ParagraphStyle, *, size: float, bold: bool, colour: str) -> None:
    """Font, size (points), weight and colour (RRGGBB) of a style, for both scripts alike."""
    font = style.font
    font.bold = font.cs_bold = bold
    font.italic = font.cs_italic = False
    font.color.rgb = RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    properties.remove_all("w:spacing")  # wider letters would tear Arabic words
    put(properties, "rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    put(properties, "sz", val=_half_points(size))
    put(properties, "szCs", val=_half_points(size * look.NASKH))


def _half_points(size: float) -> str:
    return str(round(size * 2))


def turn(paragraph: Paragraph | ParagraphStyle, language: Language) -> None:
    """Lay a paragraph or style out in the direction of a language."""
    put(paragraph._element.get_or_add_pPr(), "bidi", val="1" if language == "ar" else "0")


def align_at_end(paragraph: Paragraph) -> None:
    """Where lines of the other direction begin: Word means the end of the line by `right`."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def write(run: Run, piece: Piece, *, bold: bool) -> None:
    """The text of a piece, its script declared."""
    run.text = f"{_LEFT_TO_RIGHT}{piece.text}{_LEFT_TO_RIGHT}" if piece.island else piece.text
    if bold:
        run.bold = run.font.cs_bold = True
    if piece.language == "ar":
        run.font.rtl = True
        put(run._r.get_or_add_rPr(), "lang", bidi="ar-SA")


def link(paragraph: Paragraph, text: str, *, url: str = "", anchor: str = "") -> Run:
    """A run that leads to an address or to a bookmark of the same document."""
    hyperlink = element("hyperlink", anchor=anchor) if anchor else element("hyperlink")
    if url:
        hyperlink.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.font.color.rgb = RGBColor.from_string(look.BRAND)
    hyperlink.append(run._r)
    paragraph._p.append(hyperlink)
    return run


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A place that `link(anchor=name)` leads to; `number` only once in a document."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def field(paragraph: Paragraph, instruction: str) -> None:
    """A value that Word fills in: PAGE, NUMPAGES."""
    paragraph._p.append(element("fldSimple", paragraph.add_run("1")._r, instr=instruction))
