"""A paper that could not be a file is refused, and one knows which sentence has no source."""

from __future__ import annotations

import pytest

from mithaq.core.errors import Problem
from mithaq.papers.report import Block, Bullets, Cite, Heading, Paper, Paragraph, Quote, Run, Table
from tests.papers.samples import COMMUNIQUE, MINUTES, progress


def paper(*blocks: Block, title: str = "T") -> Paper:
    return Paper(title, "", "en", "", "", blocks)


def test_sources_stand_once_in_the_order_of_their_numbers() -> None:
    assert progress("ar").sources == (COMMUNIQUE, MINUTES)


def test_a_sentence_is_cited_by_what_follows_it_in_its_paragraph() -> None:
    cited = Run("said.", cites=(MINUTES,))
    assert paper(Paragraph((Run("It was "), cited, Run(" "))), Quote("q", "en", cites=(MINUTES,))).uncited == ()
    assert paper(Paragraph((cited, Run(" Then?"))), Bullets(("alone",))).uncited == ("Then?", "alone")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "/documents/1", ""])
def test_only_web_addresses_are_links(url: str) -> None:
    assert Cite(1, "x", url).link == ""
    assert COMMUNIQUE.link == COMMUNIQUE.url


@pytest.mark.parametrize(
    "blocks",
    [
        (Heading("a", 2),),
        (Heading("a"), Heading("b", 3)),
        (Heading("a"), Heading("b", 0)),
        (Table(("a", "b"), (("1",),)),),
        (Table(("a", "b"), (), (1,)),),
        (Table((), ()),),
        (Paragraph((Run("a", cites=(Cite(1, "x"), Cite(1, "y"))),)),),
    ],
)
def test_what_cannot_be_set_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(Problem):
        paper(*blocks)


def test_a_paper_needs_a_title() -> None:
    with pytest.raises(Problem, match="title"):
        paper(title=" \u200f")
