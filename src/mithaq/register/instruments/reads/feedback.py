"""What people said, at their end, of the runs in which a trainer taught: in shares, and never of few."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from mithaq.access.operation import find, read
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.instruments.meaning import SAID_FROM, says_yes
from mithaq.register.instruments.models import Answer, Item, Sitting, Wave
from mithaq.register.instruments.results import asked
from mithaq.register.training.models import Teaching, Trainer

ASKED = (Item.Asks.ENGAGING, Item.Asks.RELEVANT, Item.Asks.WILL_USE)


@dataclass(frozen=True, slots=True)
class SaidOf:
    """How many of those who answered a question said yes."""

    asks: str
    words: Bilingual
    yes: int
    n: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """`runs`: in how many of a trainer's runs forms were filled; `forms`: how many in all; `few`: there are some, and too few
    for anything to be told. It is about the runs: others may have taught in them too."""

    runs: int
    forms: int
    few: bool
    said: tuple[SaidOf, ...]


@read("trainers.feedback")
def trainer_feedback(viewer: Viewer, *, trainer: str) -> Feedback:
    """What people said at the end of the runs in which this trainer taught, of forms that the viewer may see: the centre's and
    the keeper's. A question that fewer than ten answered is left out. Five queries at most."""
    found = find(Trainer.objects.all(), trainer)
    taught = list(Teaching.objects.filter(trainer=found).values_list("activity_id", flat=True))
    forms = Sitting.objects.filter(activity__in=taught, wave=Wave.REACTION)
    known = {
        pk: (activity, instrument)
        for pk, activity, instrument in forms.values_list("pk", "activity_id", "instrument_id")
    }
    instruments = {instrument for _, instrument in known.values()}
    items = {
        (row.instrument_id, row.number): asked(row)
        for row in Item.objects.filter(instrument__in=instruments, asks__in=ASKED).order_by("instrument", "number")
    }
    yes, heard, words = Counter[str](), Counter[str](), dict[str, Bilingual]()
    answers = Answer.objects.filter(sitting__in=list(known)).values_list("sitting_id", "item", "value", "choice")
    for sitting, number, value, choice in answers:
        item = items.get((known[sitting][1], number))
        told = says_yes(item, None if value is None else float(value), choice) if item else None
        if item is not None and told is not None:
            words.setdefault(item.asks, item.words)
            heard[item.asks] += 1
            yes[item.asks] += told
    said = tuple(SaidOf(code, words[code], yes[code], heard[code]) for code in ASKED if heard[code] >= SAID_FROM)
    return Feedback(len({activity for activity, _ in known.values()}), len(known), bool(known) and not said, said)
