"""What people said: at the end of a course, and half a year later, they and their supervisors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mithaq.core.words import Bilingual
from mithaq.evaluation.agreement import weighted_kappa
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.shares import share
from mithaq.register.instruments.meaning import NONE, says_yes
from mithaq.reviews.runs.content import Reaction, Said, Share, Transfer

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers

ENDED = ("engaging", "relevant", "will_use")
APPLIED = Bilingual("يطبّق ما تعلّمه", "Applies what was learned")


def share_of(code: str, words: Bilingual, count: int, n: int, asked: int) -> Share | None:
    """The share with its interval; None where nobody answered."""
    if not n:
        return None
    found = share(count, n, max(n, asked))
    return Share(code, words, count, n, max(n, asked), found.estimate, found.low, found.high)


def reaction_of(forms: Sequence[Answers], asked: int) -> Reaction | None:
    """What was said at the end, of all offerings together; None where nobody was asked or answered."""
    answered = sum(len(one.sittings) for one in forms)
    if not answered:
        return None
    yes, n, words = Counter[str](), Counter[str](), dict[str, Bilingual]()
    for form in forms:
        for at, item in enumerate(form.items):
            if item.asks not in ENDED:
                continue
            words.setdefault(item.asks, item.words)
            told = [says_yes(item, one.values[at], one.choices[at]) for one in form.sittings]
            yes[item.asks] += sum(bool(one) for one in told)
            n[item.asks] += sum(one is not None for one in told)
    whole = max(asked, answered)
    shares = (share_of(code, words.get(code, APPLIED), yes[code], n[code], whole) for code in ENDED)
    return Reaction(whole, answered, tuple(one for one in shares if one))


def applied_by(forms: Iterable[Answers]) -> dict[tuple[str, str], bool]:
    """By offering and person: whether at least half of what was asked about is applied. People without a name count once each."""
    found: dict[tuple[str, str], bool] = {}
    for form in forms:
        asked = [at for at, item in enumerate(form.items) if item.asks == "applied"]
        for place, one in enumerate(form.sittings):
            told = [says_yes(form.items[at], one.values[at], one.choices[at]) for at in asked]
            known = [answer for answer in told if answer is not None]
            if known:
                found[one.offering, one.person or f"#{form.instrument}{place}"] = 2 * sum(known) >= len(known)
    return found


def transfer_of(later: Sequence[Answers], above: Sequence[Answers], asked: Mapping[str, int]) -> Transfer | None:
    """What graduates (`later`) and supervisors (`above`) say; `asked`: how many of each wave. None where nobody answered."""
    if not (later or above):
        return None
    own, heard = applied_by(later), applied_by(above)
    both = sorted(own.keys() & heard.keys())
    return Transfer(
        _said(own, later, asked.get("followup", 0)), _said(heard, above, asked.get("supervisor", 0)),
        _kappa([own[one] for one in both], [heard[one] for one in both]), len(both), _barriers([*later, *above], asked),
    )  # fmt: skip


def _said(told: Mapping[tuple[str, str], bool], forms: Sequence[Answers], asked: int) -> Said:
    answered = sum(len(one.sittings) for one in forms)
    whole = max(asked, answered)
    return Said(whole, answered, share_of("applied", APPLIED, sum(told.values()), len(told), whole))


def _kappa(first: list[bool], second: list[bool]) -> float | None:
    try:
        return weighted_kappa(list(map(int, first)), list(map(int, second))).estimate
    except Unfit:
        return None


def _barriers(forms: Sequence[Answers], asked: Mapping[str, int]) -> tuple[Share, ...]:
    """What kept people from applying it, the most named first; a person who is spoken of by two forms counts in both."""
    named, words, n = Counter[str](), dict[str, Bilingual](), 0
    for form in forms:
        for at, item in enumerate(form.items):
            if item.asks != "barrier" or not item.options:
                continue
            for one in form.sittings:
                if (choice := one.choices[at]) is None or choice >= len(item.options):
                    continue
                n += 1
                option = item.options[choice]
                code = option.get("code") or f"{item.number}.{choice}"
                if code != NONE:
                    named[code] += 1
                    words.setdefault(code, Bilingual(option.get("ar", ""), option.get("en", "")))
    whole = max(n, asked.get("followup", 0) + asked.get("supervisor", 0))
    found = (share_of(code, words[code], count, n, whole) for code, count in sorted(named.items()))
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.count, one.code)))


def of_party(forms: Iterable[Answers], party: str) -> tuple[Answers, ...]:
    """The same forms with the sittings of one party alone; forms without any are left out."""
    return tuple(one for one in (_kept(form, party) for form in forms) if one.sittings)


def _kept(form: Answers, party: str) -> Answers:
    return replace(form, sittings=tuple(one for one in form.sittings if one.party == party))
