"""Web pages: the article without what stands around it."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import trafilatura
from trafilatura.metadata import extract_title
from trafilatura.utils import load_html

from mithaq.extraction.plain import decode
from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import Extracted
from mithaq.extraction.tidy import tidy, tidy_title

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_UNSEEN = ("script", "style", "noscript", "template", "head", "nav", "svg", "iframe", "object")
_BLOCKS = (
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "section", "article", "main", "header",
    "footer", "aside", "blockquote", "pre", "form",
)  # fmt: skip
_EDGES = {
    **dict.fromkeys(_BLOCKS, ("\n\n", "\n\n")),
    **dict.fromkeys(("br", "li", "tr", "dt", "dd"), ("\n", "")),
    **dict.fromkeys(("td", "th"), ("", "\t")),
}
_CELL = re.compile(r"\s*\|\s*")
_WHITE = re.compile(r"\s+")
_LEAST_ARTICLE = 60  # characters; less is no article, and the page is read whole
_WHOLE = 0.8


def read(data: bytes) -> Extracted:
    """The article of the page in `data`; the whole page where none stands out. The headline is the title.

    Raises Refusal: wrong_encoding, broken, no_text.
    """
    declared = _CHARSET.search(data[:4096])
    page, notes = decode(data, declared.group(1).decode() if declared else None)
    text, title, more = article_of(page)
    if not text:
        raise Refusal("no_text")
    return Extracted(text, "text/html", title, None, notes + more)


def article_of(page: str) -> tuple[str, str | None, tuple[str, ...]]:
    """The text of a page given as HTML, its headline, and notes. The text is empty where the page has none."""
    tree = load_html(f"<!doctype html>{_XML_DECLARATION.sub('', tidy(page))}")
    if tree is None:
        raise Refusal("broken")
    title = tidy_title(extract_title(tree))
    # Without favor_recall it drops the lists of a page that marks no article.
    found = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, favor_recall=True)
    article = _without_markup(getattr(found, "text", None) or "")
    whole = _whole_text(tree)
    if len(article) < _LEAST_ARTICLE:
        return whole, title, ()
    return article, title, ("article_only",) * (len(article) < _WHOLE * len(whole))


def _without_markup(text: str) -> str:
    """trafilatura's lines as paragraphs; items of lists and rows of tables stay close, cells are parted by tabs."""
    parts: list[str] = []
    for line in text.split("\n"):
        if line.startswith("|---"):
            continue
        is_row = line.startswith("| ")
        parts.append("\n" if is_row or line.startswith("- ") else "\n\n")
        parts.append("\t".join(_CELL.split(line.strip(" |"))) if is_row else line)
    return tidy("".join(parts))


def _whole_text(tree: Any) -> str:
    tree = deepcopy(tree)
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    for element in tree.iter():
        before, after = _EDGES.get(element.tag, ("", ""))
        element.text = before + _WHITE.sub(" ", element.text or "")
        element.tail = after + _WHITE.sub(" ", element.tail or "")
    return tidy("\n".join(line.strip() for line in tree.text_content().split("\n")))
