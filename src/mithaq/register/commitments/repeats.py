"""Which commitments may be the same call in other words. A person decides.

Likeness is 0 to 100 and made from the words of the two alone: what else is in the register, seen or not, changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Q
from rapidfuzz import fuzz

from mithaq.access.resolving import narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.analysis import analyse
from mithaq.core.text import fold
from mithaq.register.commitments.models import Commitment, Repeat

COMMON = (  # what nearly every call says weighs half
    "تعزيز تكريس تطوير توسيع دعم زيادة مواصلة تعاون شراكة تنسيق علاقات عمل جهود أهمية ضرورة دعوة مطالبة تأكيد بين دول دولة مبادرة "
    "حلف الناتو إسطنبول الأطلسي أطراف شركاء أمن مجال "
    "strengthen enhance deepen expand develop support cooperation partnership coordination relations efforts importance call "
    "urge need between states state initiative nato istanbul parties partners security area"
)
LEAST = 55  # likeness from which two commitments are shown to a person
SHARED = 3  # stems that two commitments have in common at least, or all that the shorter one has
MUCH = 5  # weight in common
MOST = 10  # pairs kept for one commitment among those of one label


def stems_of(words: str, *names: str) -> str:
    """What is kept of a commitment for finding: the stems of its words in order, a bar, the stems of its names; blanks around."""
    return f" {' '.join(_stems(words))} | {' '.join(word.stem for word in analyse(*names).words)} "


def _compared(kept: str) -> tuple[str, ...]:
    """The stems of the words alone, out of what `stems_of` made."""
    return tuple(kept.partition("|")[0].split())


def _stems(words: str) -> list[str]:
    known = {form: word.stem for word in analyse(words).words for form in word.forms.split()}
    return [known[form] for form in _forms(words) if form in known]


def _forms(words: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(words).text).split()


@cache
def _common() -> frozenset[str]:
    return frozenset(word.stem for word in analyse(COMMON).words)


def _weight(stems: Iterable[str]) -> float:
    return sum(0.5 if stem in _common() else 1 for stem in stems)


def likeness(one: Sequence[str], other: Sequence[str]) -> int:
    """How alike the stems of two commitments are: half by what they have in common, half by how they read side by side.

    Where much is common, a short call inside a long one is the same call: then the longer one is not held against it.
    """
    mine, theirs = set(one), set(other)
    shared = _weight(mine & theirs)
    if not shared:
        return 0
    much = shared >= MUCH
    both = _weight(mine), _weight(theirs)
    common = shared / min(both) if much else 2 * shared / sum(both)
    reading = (fuzz.token_set_ratio if much else fuzz.token_sort_ratio)(" ".join(one), " ".join(other))
    return round((100 * common + reading) / 2)


@dataclass(slots=True)
class Calls:
    """The stems and labels of commitments by their key."""

    stems: dict[int, tuple[str, ...]] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)

    def add(self, key: int, label_id: int, kept: str) -> None:
        """Take one in, by what `stems_of` made of it."""
        self.stems[key] = _compared(kept)
        self.labels[key] = label_id

    def like(self, key: int) -> dict[int, int]:
        """Those like this one with how like, at most `MOST` of each label: of one label none pushes another's aside."""
        near = [(likeness(self.stems[key], self.stems[other]), other) for other in self._near(key)]
        kept: dict[int, int] = {}
        taken: Counter[int] = Counter()
        for like, other in sorted(near, key=lambda n: (-n[0], n[1])):
            if like >= LEAST and taken[self.labels[other]] < MOST:
                taken[self.labels[other]] += 1
                kept[other] = like
        return kept

    def _near(self, key: int) -> Iterator[int]:
        """Those that have enough stems in common with it to be worth comparing."""
        mine = set(self.stems[key])
        least = min(SHARED, len(mine))
        for other, stems in self.stems.items():
            if other != key and len(mine.intersection(stems)) >= (min(least, len(set(stems))) or 1):
                yield other


_kept: ContextVar[Calls | None] = ContextVar("calls", default=None)


def _known() -> Calls:
    if (calls := _kept.get()) is not None:
        return calls
    calls = Calls()
    for key, label_id, kept in Commitment.objects.values_list("pk", "label_id", "stems"):
        calls.add(key, label_id, kept)
    return calls


@contextmanager
def loaded_once() -> Iterator[None]:
    """Within this, and one visit, the commitments are loaded once for many searches."""
    token = _kept.set(_known())
    try:
        yield
    finally:
        _kept.reset(token)


def find_repeats(viewer: Viewer, commitment: Commitment) -> int:
    """Keep which commitments that the viewer sees may be the same call as this one; answers how many are new.

    Each pair bears the label of those who see both. Inside a visit that writes.
    """
    calls = _known()
    calls.add(commitment.pk, commitment.label_id, commitment.stems)
    like = calls.like(commitment.pk)
    others = Commitment.objects.filter(pk__in=like).select_related("label")
    return sum(pair(viewer, commitment, other)[1] for other in others)


def pair(viewer: Viewer, one: Commitment, other: Commitment) -> tuple[Repeat, bool]:
    """These two as a pair, and whether it is new: then it is open, and bears the label of those who see both.

    What is known already is known in either order: when something was said may have been put right since.
    """
    known: Repeat | None = Repeat.objects.filter(Q(earlier=one, later=other) | Q(earlier=other, later=one)).first()
    if known:
        return known, False
    earlier, later = sorted((one, other), key=lambda commitment: (commitment.said_on, commitment.pk))
    like = likeness(_compared(one.stems), _compared(other.stems))
    given = {"label": narrowed(viewer, [one.label, other.label]), "likeness": like}
    made, new = Repeat.objects.get_or_create(earlier=earlier, later=later, defaults=given)
    return made, new
