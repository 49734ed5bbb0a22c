"""Which commitments may be the same call in other words. Pure but for `find_repeats`, which runs inside a visit that writes.

Likeness is 0 to 100: how much of the weight of the words of both is common to both, and how alike they read in order. A
word weighs less the more commitments hold it. A person decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from math import log

from rapidfuzz import fuzz

from mithaq.access.models import Label
from mithaq.access.resolving import narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.analysis import analyse
from mithaq.core.text import fold
from mithaq.register.commitments.models import Commitment, Repeat

LEAST = 55  # likeness from which two commitments are shown to a person
SHARED = 4  # stems that two commitments have in common at least
MOST = 10  # repeats found for one commitment


def stems_of(words: str, *names: str) -> str:
    """What is kept of a commitment for finding: the stems of its words in order, a bar, the stems of its names; blanks around."""
    return f" {' '.join(_stems(words))} | {' '.join(word.stem for word in analyse(*names).words)} "


def _stems(words: str) -> list[str]:
    known = {form: word.stem for word in analyse(words).words for form in word.forms.split()}
    return [known[form] for form in _forms(words) if form in known]


def _forms(words: str) -> Iterable[str]:
    return "".join(c if c.isalnum() else " " for c in fold(words).text).split()


@dataclass(slots=True)
class Calls:
    """The stems of the words of commitments by their key, and in how many each stem occurs."""

    stems: dict[int, tuple[str, ...]] = field(default_factory=dict)
    holders: dict[str, set[int]] = field(default_factory=dict)

    def add(self, key: int, kept: str) -> None:
        """Take one more in, by what `stems_of` made of it."""
        self.stems[key] = tuple(kept.partition("|")[0].split())
        for stem in set(self.stems[key]):
            self.holders.setdefault(stem, set()).add(key)

    def weight(self, stem: str) -> float:
        """The rarer, the heavier; never nothing."""
        return 1 + log(len(self.stems) / len(self.holders.get(stem, (0,))))

    def like(self, key: int) -> list[tuple[int, int]]:
        """Those like this one, and how like, the likest first."""
        mine = self.stems[key]
        shared = Counter(other for stem in set(mine) for other in self.holders[stem] if other != key)
        near = [
            (self.likeness(mine, self.stems[other]), other)
            for other, n in shared.items()
            if n >= min(SHARED, len(mine))
        ]
        return [(other, like) for like, other in sorted(near, key=lambda n: (-n[0], n[1])) if like >= LEAST][:MOST]

    def likeness(self, one: Sequence[str], other: Sequence[str]) -> int:
        """How alike two are, 0 to 100."""
        both = sum(map(self.weight, set(one) & set(other)))
        all_of_both = sum(map(self.weight, set(one))) + sum(map(self.weight, set(other)))
        in_order = fuzz.token_sort_ratio(" ".join(one), " ".join(other))
        return round((200 * both / all_of_both + in_order) / 2) if all_of_both else 0


_kept: ContextVar[Calls | None] = ContextVar("calls", default=None)


def _known() -> Calls:
    if (calls := _kept.get()) is not None:
        return calls
    calls = Calls()
    for key, kept in Commitment.objects.values_list("pk", "stems"):
        calls.add(key, kept)
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
    calls.add(commitment.pk, commitment.stems)
    like = dict(calls.like(commitment.pk))
    made = 0
    for other in Commitment.objects.filter(pk__in=like).select_related("label"):
        made += _keep(viewer, commitment, other, like[other.pk])
    return made


def _keep(viewer: Viewer, one: Commitment, other: Commitment, likeness: int) -> bool:
    earlier, later = sorted((one, other), key=lambda commitment: (commitment.said_on, commitment.pk))
    label: Label = narrowed(viewer, [one.label, other.label])
    _, made = Repeat.objects.get_or_create(
        earlier=earlier, later=later, defaults={"label": label, "likeness": likeness}
    )
    return made
