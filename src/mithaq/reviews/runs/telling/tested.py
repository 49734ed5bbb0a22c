"""The test of a course and its items, for its director: which answers are taken, and whether both languages are one test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mithaq.evaluation.fairness import LARGE_ODDS
from mithaq.evaluation.report import CourseReport
from mithaq.evaluation.verdicts import LEAST_RELIABILITY
from mithaq.papers.plots import answers, items
from mithaq.papers.plots.drawing import Plot
from mithaq.papers.plots.lettering import sure
from mithaq.reviews.runs.answered import ChoiceFacts, FairnessFacts
from mithaq.reviews.runs.content import CourseFacts, ItemFacts
from mithaq.reviews.runs.facts.fairness import FEWEST_IN_LANGUAGE, FEWEST_ITEMS
from mithaq.reviews.runs.telling.shapes import Part, Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _

Numbered = tuple[str, ItemFacts]
LANGUAGES = {"ar": _("Arabic"), "en": _("English")}
WHY = {
    "no_language": _("it is not on record in which language the test was filled"),
    "one_language": _("everybody filled it in one language"),
    "too_few": _("at least %(needed)s people in each language are needed (%(people)s)"),
    "few_items": _("at least %(items)s items that are either right or wrong are needed to tell who knows as much"),
    "not_right_or_wrong": _("its points are not only all or none"),
    "not_told": _("the answers say nothing of it"),
}


def items_part(speak: Speaker, facts: CourseFacts, told: CourseReport) -> Part:
    """Reliability, items, their answers, both languages."""
    several = len({one.form for one in facts.items}) > 1
    numbered = [(f"{one.form}{number(speak, one)}" if several else number(speak, one), one) for one in facts.items]
    said = (
        *_reliability(speak, facts), *_negative(speak, numbered), *_choices(speak, numbered), *_languages(speak, numbered),
    )  # fmt: skip
    taken = [(name, tuple(_choice(speak, item, at) for at in range(len(item.choices)))) for name, item in numbered]
    plots = (
        items.items(speak.letters, [_item(speak, name, item) for name, item in numbered]),
        answers.choices(speak.letters, [one for one in taken if one[1]]),
        *([_fairness(speak, numbered)] if any(item.fairness for _name, item in numbered) else []),
    )
    how = speak.how_measured(told, facts.reliability)
    return Part("items", speak.words(_("The test and its items")), said, plots, how)


def number(speak: Speaker, item: ItemFacts) -> str:
    """The number of an item as it is written."""
    return speak.letters.number(item.number)


def _item(speak: Speaker, name: str, one: ItemFacts) -> items.Item:
    objective = speak.letters.number(one.objective) if one.objective is not None else speak.words(_("none"))
    flags = tuple(flag for flag in one.flags if flag in items.FLAGS)
    return items.Item(
        name, speak.said(one.words), objective, one.n, one.facility_pre, one.facility_post, one.item_rest, flags
    )


def _choice(speak: Speaker, item: ItemFacts, at: int) -> answers.Choice:
    one = item.choices[at]
    flags = tuple(flag for flag in one.flags if flag in answers.TAKEN)
    name = speak.said(one.words) or speak.letters.number(one.number)
    return answers.Choice(name, one.is_key, one.n, one.share, one.upper, one.lower, flags)


def _reliability(speak: Speaker, facts: CourseFacts) -> Iterator[Statement]:
    found = facts.reliability
    if found is not None:
        tone = "late" if found.alpha < LEAST_RELIABILITY else "done"
        text = _("Reliability of the test: %(found)s; a verdict needs %(least)s.")
        least = speak.letters.number(LEAST_RELIABILITY, 2)
        yield speak.statement("reliability", text, tone, found=speak.reliability(found), least=least)


def _negative(speak: Speaker, numbered: Iterable[Numbered]) -> Iterator[Statement]:
    for name, one in numbered:
        if "negative" in one.flags:
            text = _(
                "Item %(item)s is negative: those who know more answer it right less often. Look at its key and its words."
            )
            yield speak.statement("negative_item", text, "late", item=name)


def _choices(speak: Speaker, numbered: list[Numbered]) -> Iterator[Statement]:
    for name, item in numbered:
        wrong = [one for one in item.choices if "takes_the_able" in one.flags]
        if wrong:
            text = _(
                "Item %(item)s: those who know more take this wrong answer more often: %(answers)s. Look at its key and its words."
            )
            told = speak.listed([_quoted(speak, one) for one in wrong])
            yield speak.statement("takes_the_able", text, "late", item=name, answers=told)
    unused = [(name, sum("unused" in one.flags for one in item.choices)) for name, item in numbered]
    if any(count for _name, count in unused):
        text = _(
            "Wrong answers that fewer than one in twenty take, by item: %(items)s. Likelier ones in their place would show more."
        )
        few = speak.listed([f"{name} ({speak.letters.number(count)})" for name, count in unused if count])
        yield speak.statement("unused_answers", text, "wait", items=few)


def _quoted(speak: Speaker, one: ChoiceFacts) -> str:
    words = speak.said(one.words) or speak.letters.number(one.number)
    return f"«{words}»" if speak.letters.back else f"“{words}”"


def _languages(speak: Speaker, numbered: list[Numbered]) -> Iterator[Statement]:
    looked = [(name, item.fairness) for name, item in numbered if item.fairness and item.fairness.state == "tested"]
    for name, found in looked:
        if found.classed in ("B", "C"):
            yield _harder(speak, name, found)
    if looked and all(found.classed == "A" for _name, found in looked):
        text = _(
            "No item was seen to be harder in one language than in the other for people with the same score (%(people)s). A small difference would not be seen."
        )
        yield speak.statement("alike_in_languages", text, people=_people(speak, looked[0][1]))
    if why := _why(speak, numbered):
        text = _("Whether items are as hard in both languages was not looked at: %(why)s.")
        yield speak.statement("languages_not_looked_at", text, "wait" if not looked else "none", why=why)


def _harder(speak: Speaker, name: str, found: FairnessFacts) -> Statement:
    odds, first = sure(found.odds), found.people[0][0]
    low, middle, high = (odds.low, odds.estimate, odds.high) if odds else (1.0, 1.0, 1.0)
    if found.harder_in == first:
        low, middle, high = 1 / high, 1 / middle, 1 / low
    texts = {
        "C": _(
            "Item %(item)s is harder in %(language)s for people with the same score: the odds of a right answer are %(odds)s times as high in the other language (between %(low)s and %(high)s). Let somebody compare both wordings before it is used again."
        ),
        "B": _(
            "Item %(item)s may be harder in %(language)s for people with the same score: the odds of a right answer are %(odds)s times as high in the other language (between %(low)s and %(high)s). Look at both wordings."
        ),
    }
    written = {"odds": middle, "low": low, "high": high}
    code, tone = ("unfair_item", "late") if found.classed == "C" else ("maybe_unfair_item", "wait")
    return speak.statement(
        code, texts[found.classed], tone, item=name, language=language(speak, found.harder_in),
        **{key: speak.letters.number(value, int(value < 10)) for key, value in written.items()},
    )  # fmt: skip


def language(speak: Speaker, code: str) -> str:
    """The name of a language."""
    return speak.words(LANGUAGES[code]) if code in LANGUAGES else code


def _people(speak: Speaker, found: FairnessFacts) -> str:
    return speak.listed([f"{language(speak, code)}: {speak.letters.number(count)}" for code, count in found.people])


def _why(speak: Speaker, numbered: list[Numbered]) -> str:
    """Why tests were not looked at as a whole, each reason once."""
    found = {item.fairness: None for _name, item in numbered if item.fairness and not _single(item.fairness)}
    return speak.listed([_reason(speak, one) for one in found])


def _single(found: FairnessFacts) -> bool:
    """Whether it is a matter of the item alone."""
    return found.state in ("tested", "not_right_or_wrong", "not_told")


def _reason(speak: Speaker, found: FairnessFacts) -> str:
    text = WHY[found.state]
    filled = {"needed": FEWEST_IN_LANGUAGE, "items": FEWEST_ITEMS}
    words = {name: speak.letters.number(value) for name, value in filled.items()} | {"people": _people(speak, found)}
    return speak.words(text) % words


def _fairness(speak: Speaker, numbered: list[Numbered]) -> Plot:
    told, codes = [], ("ar", "en")
    for name, item in numbered:
        if (found := item.fairness) is None or not (_single(found) and len(found.people) == 2):
            continue
        codes = (found.people[0][0], found.people[1][0])
        people = (found.people[0][1], found.people[1][1])
        harder = language(speak, found.harder_in) if found.harder_in else ""
        why = "" if found.classed else _reason(speak, found)
        told.append(answers.Fair(name, speak.said(item.words), people, sure(found.odds), found.classed, harder, why))
    why = _why(speak, numbered) or speak.words(WHY["not_told"])
    text = speak.words(_("Whether items are as hard in both languages was not looked at: %(why)s."), why=why)
    languages = (language(speak, codes[0]), language(speak, codes[1]))
    return answers.fairness(speak.letters, told, languages, text, LARGE_ODDS)
