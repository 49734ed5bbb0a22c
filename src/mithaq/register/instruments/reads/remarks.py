"""What people wrote in their own words after an offering."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from hashlib import sha256

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.activities.rights import runs
from mithaq.register.instruments.meaning import SAID_FROM
from mithaq.register.instruments.models import Answer, Item, Sitting, Wave


@dataclass(frozen=True, slots=True)
class Remarks:
    """The answers to one question in one wave, in an order that tells nothing of who wrote which or when.

    `filled`: how many forms of the wave came. `withheld`: fewer than ten did, and the viewer does not evaluate the course; then
    `texts` are empty.
    """

    wave: str
    question: Bilingual
    filled: int
    texts: tuple[str, ...]
    withheld: bool


@read("results.remarks")
def remarks(viewer: Viewer, *, activity: str) -> tuple[Remarks, ...]:
    """What was written in an offering's forms, by wave and question, as far as the viewer sees the forms. Three queries."""
    found: Activity = find(Activity.objects.all(), activity)
    evaluates = P.FINDINGS_EVALUATE in viewer.permissions and runs(viewer, found)
    filled = Counter(Sitting.objects.filter(activity=found).values_list("wave", flat=True))
    rows = Answer.objects.filter(sitting__activity=found).exclude(text="")
    written: defaultdict[tuple[str, int, int], list[str]] = defaultdict(list)
    for wave, instrument, item, text in rows.values_list("sitting__wave", "sitting__instrument_id", "item", "text"):
        written[wave, instrument, item].append(text)
    asked = Item.objects.filter(instrument__in={instrument for _wave, instrument, _item in written})
    questions = {(one.instrument_id, one.number): Bilingual(one.words_ar, one.words_en) for one in asked}
    told = sorted(written, key=lambda key: (Wave.values.index(key[0]), *key[1:]))
    return tuple(
        _remarks(key[0], questions[key[1:]], filled[key[0]], written[key], evaluates=evaluates)
        for key in told
        if key[1:] in questions
    )


def _remarks(wave: str, question: Bilingual, filled: int, texts: list[str], *, evaluates: bool) -> Remarks:
    withheld = filled < SAID_FROM and not evaluates
    kept = () if withheld else tuple(sorted(texts, key=lambda text: sha256(text.encode()).digest()))
    return Remarks(wave, question, filled, kept, withheld)
