"""Findings in words, made from their trigger and numbers, never typed: for who may know the numbers, and for who may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mithaq.core.days import Language, gregorian
from mithaq.core.lines import apart
from mithaq.core.words import Bilingual
from mithaq.reviews.findings.codes import Trigger

SAID = {
    Trigger.BELOW_WORTHWHILE: _(
        "The mean gain lies between %(low)s and %(high)s points, below the %(line)s that count as worthwhile."
    ),
    Trigger.OBJECTIVE_NOT_LEARNED: _("Not learned: %(parts)s. The gain is at most %(high)s points."),
    Trigger.NEGATIVE_ITEM: _(
        "Those who know more answer worse: %(parts)s. Look at the key and at the words of the question."
    ),
    Trigger.UNFAIR_ITEM: _(
        "Harder in one language than in the other for people with the same score: %(parts)s. Let somebody compare both wordings."
    ),
    Trigger.LOW_RELIABILITY: _(
        "The test measures too unreliably: its reliability lies between %(low_r)s and %(high_r)s, and at least %(line_r)s is needed."
    ),
    Trigger.CEILING: _(
        "%(share)s reached the highest score after the course: the test is too easy to show what they gained."
    ),
    Trigger.LOW_RETENTION: _(
        "After six months between %(low_share)s and %(high_share)s of the gain was left; at least %(line_share)s is asked."
    ),
    Trigger.BARRIER: _("%(share)s of those who answered say what kept them from applying it: %(parts)s."),
    Trigger.SEATS_UNUSED: _("%(count)s of %(n)s seats stayed unused (%(share)s)."),
    Trigger.MISSING: _("%(share)s of those tested before the course lack the test after it."),
    Trigger.CONTROL_OLD: _("The course control documents are out of date: %(day)s."),
    Trigger.NEED_WITHOUT_COURSE: _("No course serves this need: %(parts)s."),
}
ASKED = {
    Trigger.BELOW_WORTHWHILE: _("An evaluation asks what your party thinks of how much was gained in this course."),
    Trigger.OBJECTIVE_NOT_LEARNED: _(
        "An evaluation asks what your party thinks of the objectives of this course, and whether it needs them."
    ),
    Trigger.NEGATIVE_ITEM: _("An evaluation asks your party about the test of this course."),
    Trigger.UNFAIR_ITEM: _("An evaluation asks your party about the test of this course."),
    Trigger.LOW_RELIABILITY: _("An evaluation asks your party about the test of this course."),
    Trigger.CEILING: _("An evaluation asks whether this course was at the right level for the people your party sent."),
    Trigger.LOW_RETENTION: _("An evaluation asks how people your party sent use, after the course, what they learned."),
    Trigger.BARRIER: _(
        "An evaluation asks what keeps people your party sent from applying what they learned in this course."
    ),
    Trigger.SEATS_UNUSED: _("An evaluation asks why seats in this course stayed unused."),
    Trigger.MISSING: _(
        "An evaluation asks how more of the people your party sends can take the test after this course."
    ),
    Trigger.CONTROL_OLD: _("An evaluation asks your party about the course control documents of this course."),
    Trigger.NEED_WITHOUT_COURSE: _("An evaluation asks about a need that no course serves."),
}
LANGUAGES: tuple[Language, Language] = ("ar", "en")


def statement(trigger: str, told: Mapping[str, Any]) -> Bilingual:
    """What was found, in both languages, out of `evidence` and `parts` as they are kept."""
    return Bilingual(*(_stated(trigger, told, language) for language in LANGUAGES))


def question(trigger: str) -> Bilingual:
    """What a party is asked that is told no numbers, in both languages."""
    said = []
    for language in LANGUAGES:
        with override(language):
            said.append(str(ASKED[Trigger(trigger)]))
    return Bilingual(*said)


def _stated(trigger: str, told: Mapping[str, Any], language: Language) -> str:
    with override(language):
        return str(SAID[Trigger(trigger)]) % _words(told, language)


def _words(told: Mapping[str, Any], language: Language) -> dict[str, str]:
    evidence: Mapping[str, Any] = told.get("evidence", {})
    words = dict.fromkeys(("day", "n", "count", "parts"), "")
    for name in ("low", "high", "line"):
        value = evidence.get(name)
        words |= {name: _points(value), f"{name}_r": _coefficient(value), f"{name}_share": _share(value)}
    words["share"] = _share(evidence.get("estimate"))
    words = {name: apart(word, language) for name, word in words.items()}
    words |= {name: str(evidence[name]) for name in ("n", "count") if name in evidence}
    words["day"] = gregorian(evidence["day"], language) if evidence.get("day") else ""
    return words | {"parts": _parts(told.get("parts", ()), language)}


def _parts(parts: Sequence[Mapping[str, str]], language: Language) -> str:
    named = [Bilingual(part["ar"], part["en"]).in_language(language) or part["code"] for part in parts]
    quoted = (f"«{name}»" if language == "ar" else f"“{name}”" for name in (one.strip(" .") for one in named))
    return ("، " if language == "ar" else ", ").join(quoted)


def _points(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".replace("-0.0", "0.0").replace("-", "−").removesuffix(".0")


def _coefficient(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".replace("-", "−")


def _share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.0f}%".replace("-", "−")


def outcome_words(outcome: str, low: float | None, high: float | None, predicted: float) -> Bilingual:
    """What the next measurement says of a remedy, in both languages."""
    return Bilingual(*(_outcome(outcome, low, high, predicted, language) for language in LANGUAGES))


OUTCOMES = {
    "worked": _("It worked: measured again, it is %(low)s to %(high)s points better than before, chance allowed for."),
    "did_not": _(
        "It did not work: the change is between %(low)s and %(high)s points, short of the %(predicted)s that were expected."
    ),
    "not_yet_known": _("Not known yet whether it worked: the change is between %(low)s and %(high)s points."),
}
UNMEASURED = {
    "worked": _("It worked: what was found is not so any more."),
    "did_not": _("It did not work: what was found is still so."),
    "not_yet_known": _("Not known yet whether it worked: no later run of the course was measured."),
}


def _outcome(outcome: str, low: float | None, high: float | None, predicted: float, language: Language) -> str:
    with override(language):
        if low is None or high is None:
            return str(UNMEASURED[outcome])
        told = {"low": _points(low), "high": _points(high), "predicted": _points(predicted)}
        return str(OUTCOMES[outcome]) % {name: apart(word, language) for name, word in told.items()}
