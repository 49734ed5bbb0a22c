"""Tables on the command line: for people at a terminal, or plain for what reads them next.

Plain: a line of names, then one record a line, tabs between, nothing cut. At a terminal each cell is an island of its
own direction; a cell of many words is cut, and what is too wide for a table is told record by record.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mithaq.core.words import Bilingual

ISOLATE, END = "\u2068", "\u2069"
UNSEEN = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
GAP = 3  # between two columns
LINES = 4  # of one cell
LONGEST_WORD = 24  # a longer one may be broken


@dataclass(frozen=True, slots=True)
class Told:
    """Records in words: the names of their fields, and of each record one cell a field."""

    names: tuple[str, ...]
    records: tuple[tuple[str, ...], ...]


def at_terminal() -> bool:
    """Whether somebody reads the answer at a terminal."""
    return sys.stdout.isatty()


def cell(value: Any, language: str) -> str:
    """A value in words, on one line: of what has a text the text, of what has several parts those that are not empty."""
    if isinstance(value, Bilingual):
        return cell(value.in_language(language), language)
    if isinstance(value, Mapping):
        parts = [f"{name}: {cell(part, language)}" for name, part in value.items()]
    elif isinstance(value, tuple | list):
        parts = [cell(part, language) for part in value]
    elif is_dataclass(value):
        names = [field.name for field in fields(value)]
        parts = [cell(getattr(value, name), language) for name in (["text"] if "text" in names else names)]
    else:
        return "" if value is None else seen(" ".join(str(value).split()))
    return ", ".join(filter(None, parts))


def seen(line: str) -> str:
    """A line without what is not seen and yet turns words round or moves the cursor."""
    return line.expandtabs(1).translate(UNSEEN)


def told(rows: Sequence[Any] | Mapping[str, Any], language: str) -> Told:
    """These rows; of a mapping also their keys, unless they say them themselves."""
    values = list(rows.values()) if isinstance(rows, Mapping) else list(rows)
    if not values:
        return Told((), ())
    parts = [_parts(value) for value in values]
    if isinstance(rows, Mapping) and list(rows) != [next(iter(own.values())) for own in parts]:
        parts = [{"key": key, **own} for key, own in zip(rows, parts, strict=True)]
    return Told(tuple(parts[0]), tuple(tuple(cell(part, language) for part in own.values()) for own in parts))


def _parts(value: Any) -> dict[str, Any]:
    """The fields of a record by name. A record around another one, which is its first field, is one with it."""
    if not is_dataclass(value) or isinstance(value, Bilingual):
        return {"value": value}
    (first, *rest) = [field.name for field in fields(value)]
    inner = _parts(getattr(value, first))
    outer = {name: getattr(value, name) for name in rest}
    return {**(inner if "value" not in inner else {first: inner["value"]}), **outer}


def plain(table: Told) -> Iterator[str]:
    """The table line by line, for pipes and files. Records of one value alone need no line of names."""
    if len(table.names) > 1:
        yield "\t".join(table.names)
    yield from ("\t".join(record) for record in table.records)


def draw(table: Told, console: Console) -> None:
    """The table on a terminal: columns side by side where they fit, else record by record. Empty columns are left out."""
    filled = [at for at in range(len(table.names)) if any(record[at] for record in table.records)]
    names = [table.names[at] for at in filled]
    records = [[record[at] for at in filled] for record in table.records]
    widths = _widths([list(column) for column in zip(names, *records, strict=True)], console.width)
    if widths:
        console.print(_side_by_side(names, records, widths, console))
    else:
        _one_by_one(names, records, console)


def _widths(columns: list[list[str]], width: int) -> list[int]:
    """How wide each column can be; none if there is no room for their longest words side by side."""
    room = width - GAP * (len(columns) - 1)
    least = [
        min(LONGEST_WORD, max(cell_len(word) for text in column for word in text.split() or [""])) for column in columns
    ]
    widths = [max(map(cell_len, column)) for column in columns]
    if sum(least) > room:
        return []
    while sum(widths) > room:
        spare = [have - need for have, need in zip(widths, least, strict=True)]
        at = max(range(len(widths)), key=lambda n: (spare[n] > 0, widths[n]))
        widths[at] -= 1
    return widths


def _side_by_side(names: list[str], records: list[list[str]], widths: list[int], console: Console) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, width in zip(names, widths, strict=True):
        table.add_column(name, width=width, no_wrap=True)
    for record in records:
        cells = (_wrapped(text, width, console) for text, width in zip(record, widths, strict=True))
        table.add_row(*(Text("\n".join(lines), no_wrap=True, overflow="ignore") for lines in cells))
    return table


def _one_by_one(names: list[str], records: list[list[str]], console: Console) -> None:
    margin = max(map(len, names)) + 2
    for number, record in enumerate(records):
        if number:
            console.print()
        for name, text in zip(names, record, strict=True):
            if text:
                first, *rest = _wrapped(text, max(LONGEST_WORD, console.width - margin), console)
                _print(console, f"{name:{margin}}{first}", *(" " * margin + line for line in rest))


def _wrapped(text: str, width: int, console: Console) -> list[str]:
    """The text in lines of this width, each an island; what is longer than a cell may be ends in …"""
    lines = [line.plain.rstrip() for line in Text(text).wrap(console, width)]
    if len(lines) > LINES:
        last = Text(lines[LINES - 1] + " " * width)
        last.truncate(width - 1)
        lines = [*lines[: LINES - 1], f"{last.plain.rstrip()}…"]
    return [island(line) for line in lines]


def island(line: str) -> str:
    """The line with a direction of its own, so that Arabic and English beside each other stay in place."""
    return f"{ISOLATE}{line}{END}" if line else ""


def _print(console: Console, *lines: str) -> None:
    for line in lines:
        console.print(Text(line), soft_wrap=True)
