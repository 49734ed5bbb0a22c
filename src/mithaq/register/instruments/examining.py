"""A file of results from its bytes to what would be written: for the dry run and for the import itself. Inside a visit."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext

from mithaq.access.operation import find
from mithaq.access.resolving import invalid
from mithaq.access.viewer import Viewer
from mithaq.core.errors import TooMuch, Unreadable
from mithaq.register.instruments.filing import items_of
from mithaq.register.instruments.models import Instrument, Result
from mithaq.register.instruments.placing import Placed, place_rows, results_there
from mithaq.register.instruments.scoring import Answered, answered_in_points
from mithaq.register.instruments.storing import TESTS
from mithaq.register.instruments.tables.columns import Matched, matched, strange
from mithaq.register.instruments.tables.rows import Row, Wrong, told_of, understood
from mithaq.register.training.files import lines_of

MOST = 500_000  # rows of one file
BY_QUESTION = 5_000  # rows of one file that has points by question


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


@dataclass(slots=True)
class Examined:
    """What a file comes to. `fresh`: rows that make a result; `fills`: those that add to one, with the columns they fill;
    `same`: how many say what is known already."""

    header: list[str]
    lines: list[list[str]]
    by: Matched
    instrument: Instrument | None
    fresh: list[Placed] = field(default_factory=list)
    fills: list[tuple[Placed, Result, tuple[str, ...]]] = field(default_factory=list)
    same: int = 0
    answers: dict[int, list[Answered]] = field(default_factory=dict)  # by the line of the row
    wrong: list[Wrong] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def pack(content: bytes) -> str:
    """A file as a form carries it from one page to the next."""
    return base64.b64encode(zlib.compress(content, 9)).decode()


def unpack(packed: str) -> bytes:
    """The file again; Unreadable for what was not packed so, or is larger than is taken."""
    try:
        opened = zlib.decompressobj()
        content = opened.decompress(base64.b64decode(packed, validate=True), 50_000_000)
    except (binascii.Error, ValueError, zlib.error) as broken:
        raise Unreadable("The file was lost on the way. Choose it again.", code="packed") from broken
    if opened.unconsumed_tail:
        raise TooMuch("This file is too large for a page. Take it in on the command line: mithaq results take-in FILE.")
    return content


def header_of(source: Source) -> tuple[list[list[str]], Matched]:
    """The lines of the file from its header on, and what its columns are. Unreadable where it holds nothing; Invalid for a field
    that there is not."""
    lines, _ = _table(source)
    return lines, matched(lines[0], source.match)


def _table(source: Source) -> tuple[list[list[str]], int]:
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


def examined(viewer: Viewer, source: Source) -> Examined:
    """Everything that a file says, checked; what is wrong is in the answer. Invalid or Unreadable where it is no table of
    results at all."""
    lines, skipped = _table(source)
    by = matched(lines[0], source.match)
    found = Examined(lines[0], lines[1:], by, _instrument(source, by))
    _check_columns(source, found)
    read = understood(lines, by, source.wave or "post", source.maximum, skipped)
    found.wrong, found.notes = read.wrong, read.notes
    if found.instrument:
        _count_points(found, found.instrument, read.rows, source.wave)
    placing = place_rows(viewer, read.rows, offering=source.offering, party=source.party)
    found.wrong += placing.wrong
    _compare(found, placing.placed)
    found.wrong.sort(key=lambda one: one.row)
    found.notes += [*told_of(read.rows), *_noted(placing.matched, placing.hidden, placing.placed, found.same)]
    return found


def _instrument(source: Source, by: Matched) -> Instrument | None:
    """The test that the points by question are of; Invalid where it is not as long as the file says."""
    if not by.questions:
        return None
    if not source.instrument:
        raise invalid("instrument", "The file has points by question. Say of which test.", "required")
    found: Instrument = find(Instrument.objects.select_related("course"), source.instrument)
    if found.level != Instrument.Level.LEARNING or found.state == Instrument.State.DRAFT:
        raise invalid("instrument", "Choose a test that is in use.", "not_a_test")
    wanted = [item.number for item in items_of(found) if item.points > 0]
    if sorted(by.questions) != wanted:
        raise invalid(
            "instrument",
            "The file has %(have)s questions and the test %(want)s. Choose the form that was filled, or match the columns.",
            "unequal_forms",
            have=len(by.questions),
            want=len(wanted),
        )
    return found


def _check_columns(source: Source, found: Examined) -> None:
    """Invalid where columns that every row needs are not there."""
    by = found.by.fields
    single = "score" in by or bool(found.by.questions)
    if not single and not {"pre", "post", "followup"} & set(by):
        raise invalid("match", "No column holds scores. Say which does.", "no_score")
    if single and not source.wave:
        raise invalid("wave", "Say which test the scores are of: before, after, or six months later.", "required")
    if single and source.wave in by:
        raise invalid("match", "Two columns hold the scores of the same test. Leave one out.", "twice")
    if "offering" not in by and not source.offering:
        raise invalid("activity", "Say which offering it is, or which column says so.", "required")
    if not {"person", "name", "email", "first_name", "last_name"} & set(by):
        raise invalid("match", "No column says who it is. Say which does.", "no_person")
    if not found.by.questions and "max" not in by and source.maximum is None and not _out_of_known(found):
        raise invalid("maximum", "Say what the highest score is, or which column says so.", "required")


def _out_of_known(found: Examined) -> bool:
    """Whether the name of the column says it (Grade/10.00), or scores are percentages."""
    places = [found.by.fields[name] for name in ("pre", "post", "followup", "score") if name in found.by.fields]
    percent = any("%" in line[at] for line in found.lines for at in places if at < len(line))
    return found.by.fields.get("score", -1) in found.by.most or percent


def _count_points(found: Examined, instrument: Instrument, rows: Iterable[Row], wave: str) -> None:
    """The score of each row out of its points by question."""
    items = [item for item in items_of(instrument) if item.points > 0]
    for row in rows:
        answers, score, wrong = answered_in_points(items, row.points)
        found.wrong += [Wrong(row.line, f"q{number}", message) for number, message in wrong.items()]
        said = getattr(row, wave)
        if wrong or all(not cell for cell in row.points.values()):
            continue
        if said is not None and abs(said - float(score)) > 0.01 and row.maximum == float(instrument.maximum):
            message = gettext("The points add up to %(sum)s, and the score says %(score)s.")
            found.wrong.append(Wrong(row.line, "score", message % {"sum": f"{score:g}", "score": f"{said:g}"}))
        setattr(row, wave, float(score))
        row.maximum = float(instrument.maximum)
        found.answers[row.line] = answers
    if len(found.answers) > BY_QUESTION:
        raise TooMuch(
            "The file has points by question of more than %(most)s people. Send it in parts.", most=BY_QUESTION
        )


def _compare(found: Examined, placed: list[Placed]) -> None:
    """Set the rows beside the results that are there: new, to be filled in, known already, or at odds with them."""
    there = results_there(placed)
    for one in placed:
        if found.instrument and one.place.course != found.instrument.course.code:
            message = gettext("The test is of another course than the offering.")
            found.wrong.append(Wrong(one.row.line, "offering", message))
        before = there.get(one.key)
        if before is None:
            found.fresh.append(one)
        else:
            _beside(found, one, before)


def _beside(found: Examined, one: Placed, before: Result) -> None:
    line, given = one.row.line, [name for name in TESTS if getattr(one.row, name) is not None]
    changed = [name for name in given if _differs(getattr(before, name), getattr(one.row, name))]
    fills = tuple(name for name in given if getattr(before, name) is None)
    if changed:
        message = gettext("This person has another score there already (%(score)s). Put that right first.")
        known = getattr(before, changed[0])
        found.wrong.append(Wrong(line, changed[0], message % {"score": f"{known.normalize():f}"}))
    elif fills and _differs(before.maximum, one.row.maximum):
        message = gettext(
            "The other scores of this person are out of %(known)s, this one is out of %(maximum)s: they cannot be compared."
        )
        told = {"known": f"{before.maximum.normalize():f}", "maximum": f"{one.row.maximum:g}"}
        found.wrong.append(Wrong(line, "max", message % told))
    elif fills:
        found.fills.append((one, before, fills))
    else:
        found.same += 1


def _differs(known: Decimal | None, given: float | None) -> bool:
    return known is not None and given is not None and abs(float(known) - given) > 0.005


def _noted(by_name: int, hidden: int, placed: list[Placed], same: int) -> list[str]:
    notes = []
    if by_name:
        message = gettext("%(count)s people were found by name among the nominations.")
        notes.append(message % {"count": by_name})
    if hidden:
        message = gettext("%(count)s people got a code in place of their name. No name is kept.")
        notes.append(message % {"count": hidden})
    if same:
        notes.append(gettext("%(count)s rows say what is known already.") % {"count": same})
    if placed and len({one.party for one in placed}) == 1:
        notes.append(gettext("All are of one party: parties cannot be compared."))
    return notes
