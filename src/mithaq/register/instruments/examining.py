"""A file of results from its bytes to what would be written: for the dry run and for the import itself. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from mithaq.access.operation import find
from mithaq.access.resolving import invalid
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid, TooMuch
from mithaq.register.instruments.filing import items_of
from mithaq.register.instruments.models import Instrument, Sitting
from mithaq.register.instruments.outcome import Examined, compare
from mithaq.register.instruments.placing import Placed, place_rows
from mithaq.register.instruments.scoring import answered, answered_in_cells, as_place
from mithaq.register.instruments.sources import Source, table_of
from mithaq.register.instruments.storing import TESTS, check_wave
from mithaq.register.instruments.tables.columns import NAMES, Matched, matched
from mithaq.register.instruments.tables.rows import Row, Wrong, told_of, understood

BY_QUESTION = 5_000  # rows of one file that has points by question


def examined(viewer: Viewer, source: Source) -> Examined:
    """Everything that a file says, checked; what is wrong is in the answer. Invalid or Unreadable where it is no table of
    results at all."""
    lines, skipped = table_of(source)
    by = matched(lines[0], source.match)
    found = Examined(lines[0], lines[1:], by, _instrument(source, by))
    _check_columns(source, found)
    read = understood(lines, by, source.wave if source.wave in TESTS else "post", source.maximum, skipped)
    found.wrong, found.notes = read.wrong, [*_left_out(found), *read.notes]
    scored, anonymous = found.scored, _level(found) == Instrument.Level.REACTION
    if found.instrument and scored:
        _count_answers(found, found.instrument, read.rows, source.wave)
    elif found.instrument:
        _read_answers(found, found.instrument, read.rows)
    placing = place_rows(viewer, read.rows, offering=source.offering, party=source.party, anonymous=anonymous)
    found.wrong += placing.wrong
    _check_course(found, placing.placed)
    if scored:
        compare(found, placing.placed, source.wave)
        found.notes += told_of(read.rows)
    else:
        _as_forms(found, placing.placed, source.wave)
    found.wrong.sort(key=lambda one: one.row)
    found.notes += _noted(placing.matched, placing.hidden, placing.placed, found.same)
    return found


def _left_out(found: Examined) -> list[str]:
    """Which columns stand for nothing: they are dropped, and it is said."""
    names = [name for at, name in enumerate(found.header) if name and not found.by.field_of(at)]
    told = ", ".join(f"“{name}”" for name in names[:20])
    return [gettext("These columns are left out: %(names)s.") % {"names": told}] if names else []


def _level(found: Examined) -> str:
    return found.instrument.level if found.instrument else ""


def _instrument(source: Source, by: Matched) -> Instrument | None:
    """The instrument that the columns of questions are of; Invalid where it is not as long as the file says."""
    if not by.items:
        return None
    if not source.instrument:
        raise invalid("instrument", "The file has points by question. Say of which test.", "required")
    found: Instrument = find(Instrument.objects.select_related("course"), source.instrument)
    if found.state == Instrument.State.DRAFT:
        raise invalid("instrument", "Choose an instrument that is in use.", "not_in_use")
    test = found.level == Instrument.Level.LEARNING
    wanted = [item.number for item in items_of(found) if item.points > 0 or not test]
    if by.items != wanted:
        raise invalid(
            "instrument",
            "The file has %(have)s questions and the instrument %(want)s. Choose the form that was filled, or match the columns.",
            "unequal_forms",
            have=len(by.items),
            want=len(wanted),
        )
    return found


def _check_columns(source: Source, found: Examined) -> None:
    """Invalid where columns that every row needs are not there."""
    by = found.by.fields
    single = "score" in by or bool(found.by.items)
    if not single and not found.by.scored and "completed" not in by:
        message = "No column holds scores or says who completed the course. Say which does."
        raise invalid("match", message, "no_score")
    if found.instrument and source.wave:
        check_wave(found.instrument, source.wave)
    elif source.wave and source.wave not in TESTS:
        raise invalid("wave", "Scores are of a test: before, after, or six months later.", "wave")
    if single and not source.wave:
        raise invalid("wave", "Say which test the scores are of: before, after, or six months later.", "required")
    if single and source.wave in by:
        raise invalid("match", "Two columns hold the scores of the same test. Leave one out.", "twice")
    if "offering" not in by and not source.offering:
        raise invalid("activity", "Say which offering it is, or which column says so.", "required")
    if not {"person", *NAMES} & set(by) and _level(found) != Instrument.Level.REACTION:
        raise invalid("match", "No column says who it is. Say which does.", "no_person")
    of_scores = found.by.scored and "max" not in by and source.maximum is None
    if of_scores and not found.by.items and not _out_of_known(found):
        raise invalid("maximum", "Say what the highest score is, or which column says so.", "required")


def _out_of_known(found: Examined) -> bool:
    """Whether the name of the column says it (Grade/10.00), or scores are percentages."""
    places = [found.by.fields[name] for name in ("pre", "post", "followup", "score") if name in found.by.fields]
    percent = any("%" in line[at] for line in found.lines for at in places if at < len(line))
    return found.by.fields.get("score", -1) in found.by.most or percent


def _count_answers(found: Examined, instrument: Instrument, rows: Iterable[Row], wave: str) -> None:
    """The score of each row out of its points by question, or of what was chosen."""
    items = [item for item in items_of(instrument) if item.points > 0]
    most = {number: found.by.most[at] for number, at in found.by.questions.items() if at in found.by.most}
    for row in rows:
        answers, score, wrong = answered_in_cells(items, row.points, row.chosen, most)
        found.wrong += [Wrong(row.line, f"q{number}", message) for number, message in wrong.items()]
        said = getattr(row, wave)
        if wrong or not row.answers:
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


def _read_answers(found: Examined, instrument: Instrument, rows: Iterable[Row]) -> None:
    """The answers of each row to a reaction or an application."""
    items = items_of(instrument)
    for row in rows:
        cells = {**row.points, **{number: cell for number, cell in row.chosen.items() if cell}}
        given = {str(item.number): as_place(item, cells.get(item.number, "")) for item in items}
        try:
            found.answers[row.line], _ = answered(items, given, test=False)
        except Invalid as problem:
            found.wrong += [Wrong(row.line, name, told[0]["message"]) for name, told in problem.errors.items()]
            continue
        if not found.answers[row.line]:
            found.wrong.append(Wrong(row.line, "", gettext("It answers no question.")))
    if len(found.answers) > BY_QUESTION:
        raise TooMuch("The file has more than %(most)s filled forms. Send it in parts.", most=BY_QUESTION)


def _check_course(found: Examined, placed: list[Placed]) -> None:
    for one in placed:
        if found.instrument and one.place.course != found.instrument.course.code:
            message = gettext("The instrument is of another course than the offering.")
            found.wrong.append(Wrong(one.row.line, "offering", message))


def _as_forms(found: Examined, placed: list[Placed], wave: str) -> None:
    """Filled forms as they would be stored; whoever has filled it already is wrong."""
    there: set[tuple[int, str, str]] = set()
    if found.instrument and found.instrument.level != Instrument.Level.REACTION:
        pks = {one.place.activity.pk for one in placed}
        rows = Sitting.objects.filter(activity__in=pks, wave=wave, instrument__level=found.instrument.level)
        there = set(rows.values_list("activity_id", "party", "person"))
    for one in placed:
        if one.key in there:
            found.wrong.append(Wrong(one.row.line, "person", gettext("This person has filled the form already.")))
        found.forms.append(one)


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
