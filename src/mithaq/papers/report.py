"""What a paper says, before it is a file: a title, a label and blocks, with the source of every sentence.

`mithaq.papers.word.docx` and `mithaq.papers.typeset.pdf` make the same paper into a Word and a PDF file. All text is
ready to be read: the caller has translated it and written its dates and numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, pairwise
from typing import assert_never

from mithaq.core.errors import Problem
from mithaq.papers.bidi import Language, plain
from mithaq.papers.container import UNDATED


@dataclass(frozen=True, slots=True)
class Words:
    """What a paper says by itself: the heading of its sources, `page` N `of` M."""

    sources: str
    page: str
    of: str


WORDS: dict[Language, Words] = {"ar": Words("المصادر", "صفحة", "من"), "en": Words("Sources", "Page", "of")}


@dataclass(frozen=True, slots=True)
class Cite:
    """Source `number` of a paper: shown as [number] where it is cited and in full, once, at the end."""

    number: int
    text: str
    url: str = ""

    @property
    def link(self) -> str:
        """The address, if it is one that may be followed from a file (http or https), else nothing."""
        return self.url if self.url.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence or part of one. Its citations stand after it."""

    text: str
    bold: bool = False
    cites: tuple[Cite, ...] = ()


Text = str | tuple[Run, ...]
"""What a paragraph, an item or a cell says: runs, or a plain string where nothing is bold or cited."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3; no level may be left out on the way down. `own`: its language, where that is not the paper's;
    `fresh`: it begins a page."""

    text: str
    level: int = 1
    own: Language | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, each with its own citations. `own` as in `Heading`."""

    runs: Text
    own: Language | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words quoted as they stand, in their own language and direction; `source` is the line below them."""

    text: str
    language: Language
    source: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings that every page repeats. `widths` are shares (2, 1, 1); none means equal ones. `small`: in small type,
    rows close together."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...] = ()
    small: bool = False

    @property
    def shares(self) -> tuple[float, ...]:
        """The width of each column; together 1."""
        widths = self.widths or (1.0,) * len(self.columns)
        return tuple(width / sum(widths) for width in widths)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are: `(("Owner", "Mission of Kuwait"), …)`. `own` as in `Heading`."""

    pairs: tuple[tuple[str, Text], ...]
    own: Language | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG with title, description and colours of its own, and in words what it shows: Word has the words alone.
    Its numbers belong into a table beside it. Among `Figures`: `title` stands over it, `words` below or beside it, `broad` takes
    the whole width."""

    drawing: str
    says: str
    title: str = ""
    words: str = ""
    broad: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Two drawings side by side with their words below them; one alone has its words beside it, or below it where it is broad."""

    items: tuple[Figure, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Their titles and words."""
        return tuple(text for one in self.items for text in (one.title, one.words))


Block = Heading | Paragraph | Quote | Table | Facts | Bullets | Figure | Figures


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. `label` says who may see it and stands on every page; `made` is the date the file bears.

    Raises `Problem` where a file could not be made from it.
    """

    title: str
    subtitle: str
    language: Language
    label: str
    date_line: str
    blocks: tuple[Block, ...]
    footer: str = ""
    made: datetime = UNDATED

    def __post_init__(self) -> None:
        if not plain(self.title).strip():
            raise Problem("A paper needs a title. Give it one.")
        _check_levels(self.blocks)
        _check_tables(self.blocks)
        _check_numbers(self)

    @property
    def sources(self) -> tuple[Cite, ...]:
        """Every source cited, once, by its number."""
        cites = {cite.number: cite for block in self.blocks for cite in _cites(block)}
        return tuple(cites[number] for number in sorted(cites))

    @property
    def uncited(self) -> tuple[str, ...]:
        """What paragraphs, quotes and bullets say with no source after it, in order; empty if all is cited."""
        prose = (block for block in self.blocks if isinstance(block, Paragraph | Quote | Bullets))
        return tuple(tail for block in prose for text in texts(block) if (tail := _uncited_tail(text)))


def runs_of(text: Text) -> tuple[Run, ...]:
    """The runs of a text, a plain string as one."""
    return (Run(text),) if isinstance(text, str) else text


def words_of(text: Text) -> str:
    """A text without its citations."""
    return "".join(run.text for run in runs_of(text))


def texts(block: Block) -> Iterator[Text]:
    """Everything a block says, in reading order."""
    match block:
        case Heading(text):
            yield text
        case Paragraph(runs):
            yield runs
        case Quote(text, cites=cites):
            yield (Run(text, cites=cites),)
        case Table(columns, rows):
            yield from columns
            for row in rows:
                yield from row
        case Facts(pairs):
            yield from chain.from_iterable(pairs)
        case Bullets(items):
            yield from items
        case Figure(says=says):
            yield says
        case Figures():
            yield from block.told
        case _:
            assert_never(block)


def _cites(block: Block) -> Iterator[Cite]:
    for text in texts(block):
        for run in runs_of(text):
            yield from run.cites


def _uncited_tail(text: Text) -> str:
    tail = ""
    for run in runs_of(text):
        tail = "" if run.cites else tail + run.text
    return tail.strip() if any(char.isalnum() for char in tail) else ""


def _check_levels(blocks: tuple[Block, ...]) -> None:
    levels = [0, *(block.level for block in blocks if isinstance(block, Heading))]
    for above, level in pairwise(levels):
        if not 1 <= level <= min(above + 1, 3):
            raise Problem(
                "A heading of level %(level)s follows one of level %(above)s. Use levels 1 to 3 and leave none out.",
                level=level,
                above=above,
            )


def _check_tables(blocks: tuple[Block, ...]) -> None:
    for table in (block for block in blocks if isinstance(block, Table)):
        counts = {len(table.columns), len(table.shares), *map(len, table.rows)}
        if len(counts) > 1 or not table.columns:
            raise Problem(
                "Every row of a table needs one cell for each of its %(count)s columns.", count=len(table.columns)
            )


def _check_numbers(paper: Paper) -> None:
    seen: dict[int, Cite] = {}
    for cite in (cite for block in paper.blocks for cite in _cites(block)):
        if seen.setdefault(cite.number, cite) != cite:
            raise Problem("Two sources have the number %(number)s. Give each its own.", number=cite.number)
