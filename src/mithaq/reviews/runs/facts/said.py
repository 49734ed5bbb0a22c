"""What people said: at the end of a course, and half a year later, they and their supervisors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mithaq.core.words import Bilingual
from mithaq.evaluation.agreement import weighted_kappa
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.shares import share
from mithaq.register.instruments.meaning import NONE, says_yes
from mithaq.reviews.runs.answered import Silent
from mithaq.reviews.runs.content import Reaction, Said, Share, Transfer
from mithaq.reviews.runs.facts.silent import Heard, silent_of

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers, Filled

ENDED = ("engaging", "relevant", "will_use")
APPLIED = Bilingual("يطبّق ما تعلّمه", "Applies what was learned")


def share_of(code: str, words: Bilingual, count: int, n: int, asked: int) -> Share | None:
    """The share with its interval; None where nobody answered."""
    if not n:
        return None
    found = share(count, n, max(n, asked))
    return Share(code, words, count, n, max(n, asked), found.estimate, found.low, found.high)


def reaction_of(forms: Sequence[Answers], asked: int, by_party: Mapping[str, int] | None = None) -> Reaction | None:
    """What was said at the end, of all offerings together; None where nobody was asked or answered. `by_party`: how many of each
    were asked, for what the silent may change."""
    answered = sum(len(one.sittings) for one in forms)
    if not answered:
        return None
    heard, words = defaultdict[str, list[Heard]](list), dict[str, Bilingual]()
    for form in forms:
        for at, item in enumerate(form.items):
            if item.asks not in ENDED:
                continue
            words.setdefault(item.asks, item.words)
            for one in form.sittings:
                if (told := says_yes(item, one.values[at], one.choices[at])) is not None:
                    heard[item.asks].append(_heard(form, one, told))
    whole = max(asked, answered)
    shares = (
        share_of(code, words[code], sum(one.yes for one in heard[code]), len(heard[code]), whole)
        for code in ENDED
        if code in words
    )
    silent = (silent_of(code, words[code], heard[code], by_party or {}) for code in ENDED if code in words)
    quiet = tuple(one for one in silent if one) if by_party is not None else ()
    return Reaction(whole, answered, tuple(one for one in shares if one), quiet)


def _heard(form: Answers, one: Filled, yes: bool) -> Heard:
    return Heard(f"{form.instrument}/{one.offering}" if one.by_link else "", one.party, yes)


def applied_by(forms: Iterable[Answers]) -> dict[tuple[str, str], bool]:
    """By offering and person: whether at least half of what was asked about is applied. People without a name count once each."""
    found: dict[tuple[str, str], bool] = {}
    for form in forms:
        asked = [at for at, item in enumerate(form.items) if item.asks == "applied"]
        for place, one in enumerate(form.sittings):
            told = [says_yes(form.items[at], one.values[at], one.choices[at]) for at in asked]
            known = [answer for answer in told if answer is not None]
            if known:
                found[_whose(form, place, one)] = 2 * sum(known) >= len(known)
    return found


def transfer_of(
    later: Sequence[Answers], above: Sequence[Answers], asked: Mapping[str, int],
    by_party: Mapping[str, Mapping[str, int]] | None = None,
) -> Transfer | None:  # fmt: skip
    """What graduates (`later`) and supervisors (`above`) say; `asked`: how many of each wave. None where nobody answered.
    `by_party`: how many of each party in each wave, for what the silent may change."""
    if not (later or above):
        return None
    own, heard = applied_by(later), applied_by(above)
    both = sorted(own.keys() & heard.keys())
    graduates, supervisors = (
        replace(
            _said(told, forms, asked.get(wave, 0)),
            silent=None if by_party is None else _silent(told, forms, by_party.get(wave, {})),
        )
        for wave, told, forms in (("followup", own, later), ("supervisor", heard, above))
    )
    return Transfer(
        graduates, supervisors, _kappa([own[one] for one in both], [heard[one] for one in both]), len(both),
        _barriers([*later, *above], asked),
    )  # fmt: skip


def _silent(told: Mapping[tuple[str, str], bool], forms: Iterable[Answers], asked: Mapping[str, int]) -> Silent | None:
    """Of what was said of the application, each person once."""
    heard = {
        key: _heard(form, one, told[key])
        for form in forms
        for place, one in enumerate(form.sittings)
        if (key := _whose(form, place, one)) in told
    }
    return silent_of("applied", APPLIED, list(heard.values()), asked)


def _whose(form: Answers, place: int, one: Filled) -> tuple[str, str]:
    return one.offering, one.person or f"#{form.instrument}{place}"


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
    """What kept people from applying it, the most named first: of those who answered, how many name it for any objective. A
    person who is spoken of by two forms counts in both."""
    named, words, n = Counter[str](), dict[str, Bilingual](), 0
    for form in forms:
        for one in form.sittings:
            chosen = dict(_named(form, one))
            n += bool(chosen)
            named.update(code for code in chosen if code != NONE)
            words |= {code: word for code, word in chosen.items() if code not in words}
    whole = max(n, asked.get("followup", 0) + asked.get("supervisor", 0))
    found = (share_of(code, words[code], count, n, whole) for code, count in sorted(named.items()))
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.count, one.code)))


def _named(form: Answers, one: Filled) -> Iterator[tuple[str, Bilingual]]:
    """The barriers that one filled form names, by their codes: what no objective was kept back by is `NONE`."""
    for at, item in enumerate(form.items):
        choice = one.choices[at] if item.asks == "barrier" else None
        if choice is not None and choice < len(item.options):
            option = item.options[choice]
            code = option.get("code") or f"{item.number}.{choice}"
            yield code, Bilingual(option.get("ar", ""), option.get("en", ""))


def of_party(forms: Iterable[Answers], party: str) -> tuple[Answers, ...]:
    """The same forms with the sittings of one party alone; forms without any are left out."""
    return tuple(one for one in (_kept(form, party) for form in forms) if one.sittings)


def _kept(form: Answers, party: str) -> Answers:
    return replace(form, sittings=tuple(one for one in form.sittings if one.party == party))
