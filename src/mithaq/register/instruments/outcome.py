"""What a file of results comes to, set beside what is there: for the dry run and for the import. Inside a visit."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext

from mithaq.register.instruments.models import Instrument, Result, Sitting
from mithaq.register.instruments.placing import Placed, chunks, results_there
from mithaq.register.instruments.scoring import Answered
from mithaq.register.instruments.storing import TESTS, is_scored
from mithaq.register.instruments.tables.columns import Matched
from mithaq.register.instruments.tables.rows import Wrong


@dataclass(slots=True)
class Examined:
    """What a file comes to. `fresh`: rows that make a result; `fills`: those that add to one, with the columns they fill;
    `answering`: those that add answers by question to a score that is known; `same`: how many say what is known already."""

    header: list[str]
    lines: list[list[str]]
    by: Matched
    instrument: Instrument | None
    fresh: list[Placed] = field(default_factory=list)
    fills: list[tuple[Placed, Result, tuple[str, ...]]] = field(default_factory=list)
    answering: list[Placed] = field(default_factory=list)
    forms: list[Placed] = field(default_factory=list)  # rows that are filled forms without a score
    same: int = 0
    answers: dict[int, list[Answered]] = field(default_factory=dict)  # by the line of the row
    wrong: list[Wrong] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def scored(self) -> bool:
        """Whether the file holds scores, and not reactions or applications."""
        return self.instrument is None or self.instrument.level == Instrument.Level.LEARNING

    @property
    def tests(self) -> list[Placed]:
        """The rows that are filled forms of a test, with the score that goes with them."""
        told = (*self.fresh, *(one for one, _, _ in self.fills), *self.answering)
        return [one for one in told if one.row.line in self.answers] if self.scored else []


def compare(found: Examined, placed: list[Placed], wave: str) -> None:
    """Set the rows beside the results and the filled forms that are there: new, to be filled in, known already, or at odds with
    them."""
    there = results_there(placed)
    filled = _filled(placed, wave) if found.instrument else {}
    for one in placed:
        before = there.get(one.key)
        if filled.get(one.key, Sitting.Mode.IMPORT) != Sitting.Mode.IMPORT and one.row.answers:
            message = gettext("This person has filled the form already. Leave the row out: nobody is counted twice.")
            found.wrong.append(Wrong(one.row.line, "person", message))
        elif before is None:
            found.fresh.append(one)
        else:
            _beside(found, one, before, has_form=one.key in filled)


def _filled(placed: list[Placed], wave: str) -> dict[tuple[int, str, str], str]:
    """How the tests of these offerings that were filled in this wave came, by whose they are."""
    found: dict[tuple[int, str, str], str] = {}
    for part in chunks({one.place.activity.pk for one in placed}):
        rows = Sitting.objects.filter(activity__in=part, wave=wave, instrument__level=Instrument.Level.LEARNING)
        told = rows.values_list("activity_id", "party", "person", "mode")
        found |= {(activity, party, person): mode for activity, party, person, mode in told}
    return found


def _beside(found: Examined, one: Placed, before: Result, *, has_form: bool) -> None:
    line, given = one.row.line, [name for name in TESTS if getattr(one.row, name) is not None]
    changed = [name for name in given if _differs(getattr(before, name), getattr(one.row, name))]
    fills = tuple(name for name in given if getattr(before, name) is None)
    if changed:
        message = gettext("This person has another score there already (%(score)s). Put that right first.")
        known = getattr(before, changed[0])
        found.wrong.append(Wrong(line, changed[0], message % {"score": f"{known.normalize():f}"}))
    elif fills and is_scored(before) and _differs(before.maximum, one.row.maximum):
        message = gettext(
            "The other scores of this person are out of %(known)s, this one is out of %(maximum)s: they cannot be compared."
        )
        told = {"known": f"{before.maximum.normalize():f}", "maximum": f"{one.row.maximum:g}"}
        found.wrong.append(Wrong(line, "max", message % told))
    elif fills:
        found.fills.append((one, before, fills))
    elif one.row.line in found.answers and not has_form:
        found.answering.append(one)
    else:
        found.same += 1


def _differs(known: Decimal | None, given: float | None) -> bool:
    return known is not None and given is not None and abs(float(known) - given) > 0.005
