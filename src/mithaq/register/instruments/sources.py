"""A file of results as it comes, with what was said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mithaq.access.resolving import invalid
from mithaq.core.errors import TooMuch, Unreadable
from mithaq.register.instruments.tables.columns import Matched, matched, strange
from mithaq.register.training.files import lines_of

MOST = 500_000  # rows of one file


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and what was said about it. `wave`: of which test a column of scores or of points by question is."""

    name: str
    content: bytes
    offering: str = ""
    party: str = ""
    wave: str = ""
    instrument: str = ""
    maximum: float | None = None
    match: Mapping[str, str] = field(default_factory=dict)


def header_of(source: Source) -> tuple[list[list[str]], Matched]:
    """The lines of the file from its header on, and what its columns are. Unreadable where it holds nothing; Invalid for a field
    that there is not."""
    lines, _ = table_of(source)
    return lines, matched(lines[0], source.match)


def table_of(source: Source) -> tuple[list[list[str]], int]:
    """The lines from the header on, and how many empty ones there are before it."""
    lines = lines_of(source.name, source.content)
    if len(lines) > MOST + 1:
        raise TooMuch("The file has more than %(most)s rows. Send it in parts.", most=MOST)
    skipped = next((at for at, line in enumerate(lines) if any(line)), len(lines))
    if not lines[skipped:]:
        raise Unreadable(
            "The file is empty. It needs a line of column names and a line for every person.", code="empty"
        )
    if unknown := strange(source.match.values()):
        raise invalid("match", "There is no field “%(field)s”.", "unknown_field", field=unknown[0])
    return lines[skipped:], skipped
