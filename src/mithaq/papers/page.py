"""A paper as one page of HTML that needs nothing else: no network, no other file, no script. It reads and prints anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from mithaq.papers import look, report
from mithaq.papers.bidi import Language, direction, pieces, plain

_CONTENTS = {"ar": "المحتويات", "en": "Contents"}
_LONG = 4  # headings from which a list of contents stands before them
_STYLE = f"""
:root {{ color-scheme: light }}
body {{ max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; color: #1a2325; background: #fff;
  font: 1rem/1.65 "Noto Serif", Georgia, "Times New Roman", serif }}
:lang(ar) {{ font-family: "Noto Naskh Arabic", "Sakkal Majalla", "Geeza Pro", "Traditional Arabic", Tahoma, serif }}
html:lang(ar) body {{ font-size: 1.15rem; line-height: 1.9 }}
h1, h2, h3, h4, .label {{ color: #{look.BRAND}; line-height: 1.4 }}
h1 {{ margin-block: .75rem .25rem; font-size: 1.8em }}
h2 {{ margin-block: 2rem .5rem; padding-block-start: .5rem; border-block-start: 2px solid #{look.GILT}; font-size: 1.35em }}
h3 {{ margin-block: 1.5rem .4rem; font-size: 1.15em }}
h4 {{ margin-block: 1.2rem .3rem; font-size: 1em }}
p {{ margin-block: .5rem }}
.label {{ padding-block-end: .3rem; border-block-end: 2px solid #{look.GILT}; font-weight: bold }}
.mute, figcaption, dt {{ color: #{look.MUTE}; font-size: .9em }}
figure {{ margin: .8rem 0; padding-inline-start: .9rem; border-inline-start: 3px solid #{look.GILT} }}
.plot {{ padding: 0; border: 0 }}
.plot svg {{ display: block; max-width: 30rem; width: 100%; height: auto }}
blockquote {{ margin: 0; font-size: 1.05em }}
table {{ width: 100%; border-collapse: collapse; font-size: .92em }}
th, td {{ padding: .4rem .5rem; border-block-end: 1px solid #{look.LINE}; text-align: start; vertical-align: top }}
thead th {{ background: #{look.SOFT} }}
dl {{ display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .25rem 1rem }}
dd {{ margin: 0 }}
li {{ margin-block: .3rem }}
sup {{ line-height: 0 }}
a {{ color: #{look.BRAND} }}
.sources li {{ overflow-wrap: anywhere }}
li:target, h2:target {{ background: #{look.SOFT} }}
@media print {{ body {{ max-width: none; padding: 0; font-size: 10.5pt }} nav {{ display: none }}
  figure, tr, li {{ break-inside: avoid }} h2, h3, h4 {{ break-after: avoid }} }}
@media (max-width: 30rem) {{ dl {{ grid-template-columns: 1fr }} dt {{ margin-block-start: .4rem }} }}
"""


def page(paper: report.Paper) -> bytes:
    """The paper as an HTML file in UTF-8. Addresses of sources are text, so that nothing is ever fetched from elsewhere."""
    return "\n".join(_lines(paper)).encode()


def _lines(paper: report.Paper) -> Iterator[str]:
    language = paper.language
    title = escape(plain(paper.title))
    yield f'<!doctype html>\n<html lang="{language}" dir="{_side(language)}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f'<header><p class="label">{_text(paper.label, language)}</p>'
    yield f"<h1>{_text(paper.title, language)}</h1>"
    yield from (f'<p class="mute">{_text(line, language)}</p>' for line in (paper.subtitle, paper.date_line) if line)
    yield "</header>"
    yield from _contents(paper)
    yield "<main>"
    for number, block in enumerate(paper.blocks):
        yield from _block(block, language, number)
    yield from _sources(paper)
    yield "</main>"
    yield from (f'<footer class="mute">{_text(paper.footer, language)}</footer>' for _ in [0] if paper.footer)
    yield "</body>\n</html>"


def _side(language: str) -> str:
    return "rtl" if language == "ar" else "ltr"


def _contents(paper: report.Paper) -> Iterator[str]:
    heads = [(n, b) for n, b in enumerate(paper.blocks) if isinstance(b, report.Heading) and b.level == 1]
    if len(heads) < _LONG:
        return
    yield f'<nav aria-label="{_CONTENTS[paper.language]}"><ol>'
    yield from (f'<li><a href="#part-{n}">{_text(head.text, paper.language)}</a></li>' for n, head in heads)
    yield "</ol></nav>"


def _block(block: report.Block, language: Language, number: int) -> Iterator[str]:
    match block:
        case report.Heading(text, level):
            place = f' id="part-{number}"' if level == 1 else ""
            yield f"<h{level + 1}{place}>{_text(text, language)}</h{level + 1}>"
        case report.Paragraph(runs):
            yield _in(language, "p", runs)
        case report.Quote(text, own, source, cites):
            words = _runs((report.Run(text, cites=cites),), own)
            below = f"<figcaption>{_text(source, language)}</figcaption>" if source else ""
            yield f'<figure><blockquote lang="{own}" dir="{_side(own)}">{words}</blockquote>{below}</figure>'
        case report.Table(columns, rows):
            yield (
                "<table><thead><tr>"
                + "".join(_in(language, "th", column) for column in columns)
                + "</tr></thead><tbody>"
            )
            yield from ("<tr>" + "".join(_in(language, "td", cell) for cell in row) + "</tr>" for row in rows)
            yield "</tbody></table>"
        case report.Facts(pairs):
            yield "<dl>"
            yield from (f"<dt>{_text(name, language)}</dt>{_in(language, 'dd', value)}" for name, value in pairs)
            yield "</dl>"
        case report.Bullets(items):
            yield "<ul>"
            yield from (_in(language, "li", item) for item in items)
            yield "</ul>"
        case report.Figure(drawing):
            yield f'<figure class="plot">{drawing}</figure>'
        case report.Figures(drawn):
            for one in drawn:
                words = f"<strong>{_text(one.title, language)}</strong> {_text(one.words, language)}"
                yield f'<figure class="plot">{one.drawing}<figcaption>{words}</figcaption></figure>'
        case _:
            assert_never(block)


def _sources(paper: report.Paper) -> Iterator[str]:
    if not paper.sources:
        return
    yield f'<h2 id="sources">{report.WORDS[paper.language].sources}</h2>\n<ol class="sources">'
    for cite in paper.sources:
        address = f'<br><bdi dir="ltr" class="mute">{escape(plain(cite.url))}</bdi>' if cite.url else ""
        yield f'<li id="source-{cite.number}" value="{cite.number}">{_text(cite.text, paper.language)}{address}</li>'
    yield "</ol>"


def _in(language: Language, tag: str, text: report.Text) -> str:
    """An element in the direction of its own words, declared where that is not the paper's."""
    own = direction(report.words_of(text), language)
    declared = f' lang="{own}" dir="{_side(own)}"' if own != language else ""
    return f"<{tag}{declared}>{_runs(report.runs_of(text), own)}</{tag}>"


def _text(text: report.Text, language: Language) -> str:
    return _runs(report.runs_of(text), language)


def _runs(runs: Iterable[report.Run], language: Language) -> str:
    return "".join(_run(run, language) for run in runs)


def _run(run: report.Run, language: Language) -> str:
    words = "".join(_piece(piece.text, piece.language, language, piece.island) for piece in pieces(run.text, language))
    shown = f"<b>{words}</b>" if run.bold else words
    marks = "".join(f'<sup><bdi dir="ltr"><a href="#source-{c.number}">[{c.number}]</a></bdi></sup>' for c in run.cites)
    return shown + marks


def _piece(text: str, own: Language, around: Language, island: bool) -> str:
    shown = escape(text).replace("\n", "<br>")
    if island:
        return f'<bdi dir="ltr">{shown}</bdi>'
    return shown if own == around else f'<bdi lang="{own}" dir="{_side(own)}">{shown}</bdi>'
