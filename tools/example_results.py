#!/usr/bin/env python3
"""The results of the example's courses: drawn by chance from a seed, the same on every machine. Nobody ever scored them.

.venv/bin/python tools/example_results.py       writes examples/ici/results.csv, answers.csv and forms.csv
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random

SEED = 2026
OUT = Path(__file__).resolve().parent.parent / "examples" / "ici"
PARTIES = ("ARE", "BHR", "KWT", "QAT")
ITEMS = 10  # questions of the test of the first course, ten points each; the seventh has a fault in its key
FAULTY = 7
HARDER_IN_ENGLISH = (4, 2.4)  # a question whose English words say something else, and by how much they are harder
RIGHT = (
    1,
    2,
    3,
    4,
    1,
    2,
    2,
    1,
    3,
    4,
)  # the right answers, and of the four how likely each wrong one is taken; some never are
WRONG = (
    (0, 0, 3, 2), (3, 0, 2, 1), (3, 3, 0, 0), (1, 2, 2, 0), (0, 2, 2, 0),
    (1, 0, 2, 1), (1, 0, 8, 1), (0, 2, 1, 0), (2, 1, 0, 0), (2, 2, 1, 0),
)  # fmt: skip
HARD = (-0.6, -0.2, 0.1, 0.4, -0.4, 0.7, 0.0, 1.0, 1.3, 0.8)  # how hard each is; the last three are about objective 2
OF_SECOND = (8, 9, 10)


@dataclass(frozen=True, slots=True)
class Offering:
    """An offering by its code in training.yaml: people by party, the mean score before and what it gains, of 100."""

    code: str
    people: tuple[int, int, int, int]
    before: float = 0.0
    gain: float = 0.0
    most: int = 100
    step: int = 1  # scores are multiples of it
    followed_up: bool = False
    tested_before: bool = True


BY_QUESTION = (Offering("P1", (7, 6, 9, 8), followed_up=True), Offering("P2", (7, 5, 8, 8), followed_up=True))
BY_SCORE = (
    Offering("P3", (5, 5, 8, 6), 58, 1.0, 50, 1),
    Offering("P4", (5, 5, 6, 6), 60, 1.5, 50, 1),
    Offering("P5", (6, 5, 8, 7), 52, 2.6, 100, 5),
    Offering("P6", (6, 5, 7, 6), 54, 3.0, 100, 5),
    Offering("P7", (2, 1, 2, 1), 70, 0.0, 100, 5, tested_before=False),
    Offering("P8", (6, 5, 7, 6), 53, 21.0, 100, 5),
)
Row = dict[str, str]
REMARKS = (  # what some write in their own words at the end
    "مزيد من التمارين العملية ووقت أقل للمحاضرات.",
    "أن تُرسل المواد قبل أسبوع من الدورة.",
    "أمثلة من منطقتنا.",
    "المدة قصيرة على هذا القدر من المواد.",
    "More time for the exercise on the last day.",
    "Send the reading before the course.",
)


def people_of(offering: Offering) -> Iterator[tuple[str, str]]:
    """The party and the code of everybody in an offering: nobody is in two."""
    for party, count in zip(PARTIES, offering.people, strict=True):
        for number in range(1, count + 1):
            yield party, f"{offering.code}-{number:02}"


def answers_of(chance: Random, skill: float, learned: float, language: str) -> list[int]:
    """The points for each question, of somebody of this skill who has learned so much and reads it in this language."""
    points = []
    for number, hard in enumerate(HARD, 1):
        more = learned * (0.45 if number in OF_SECOND else 1.0)
        logit = skill + more - hard if number != FAULTY else -0.4 - 1.4 * skill
        logit -= HARDER_IN_ENGLISH[1] * (language == "en" and number == HARDER_IN_ENGLISH[0])
        points.append(10 if chance.random() < 1 / (1 + math.exp(-2.0 * logit)) else 0)
    return points


def chosen(chance: Random, points: Iterable[int]) -> Row:
    """Which answer was taken to each question, counted from 1, of somebody with these points."""
    told = zip(points, RIGHT, WRONG, strict=True)
    taken = (right if won else chance.choices((1, 2, 3, 4), wrong)[0] for won, right, wrong in told)
    return {f"q{number}": str(answer) for number, answer in enumerate(taken, 1)}


def by_question(chance: Random, taken: Random, offering: Offering) -> Iterator[tuple[list[Row], Row]]:
    """Of each person the answers before and after by question, and the score at the follow-up where there was one. `taken` draws
    the language and the wrong answers."""
    people = list(people_of(offering))
    languages = [("ar", "en")[at % 2] for at in range(len(people))]
    taken.shuffle(languages)
    for (party, person), language in zip(people, languages, strict=True):
        skill, learned = chance.gauss(-0.35, 1.15), chance.gauss(1.25, 0.3)
        told = []
        for wave, more in (("pre", 0.0), ("post", learned)):
            if wave == "post" and chance.random() < 0.06:  # left before the end
                continue
            points = answers_of(chance, skill, more, language)
            told.append(_row(offering, party, person, wave=wave, language=language) | chosen(taken, points))
        later = answers_of(chance, skill, learned * 0.75, language)
        came = len(told) == 2 and chance.random() < 0.72
        yield told, _row(offering, party, person, followup=str(sum(later)) if came else "", max="100")


def by_score(chance: Random, offering: Offering) -> Iterator[Row]:
    """Of each person the scores before and after."""
    for party, person in people_of(offering):
        pre = chance.gauss(offering.before, 13)
        post = pre + chance.gauss(offering.gain, 11)
        left = chance.random() < 0.05
        yield _row(
            offering,
            party,
            person,
            before=_score(pre, offering) if offering.tested_before else "",
            after="" if left and offering.tested_before else _score(post, offering),
            max=str(offering.most),
        )


def _score(percent: float, offering: Offering) -> str:
    points = round(percent / 100 * offering.most / offering.step) * offering.step
    return str(min(offering.most, max(0, points)))


def forms_of(chance: Random, offering: Offering) -> Iterator[Row]:
    """What people said at the end and half a year later, and their supervisors: answers by question as they are sent."""
    good = offering.code in ("P1", "P2")
    for party, person in people_of(offering):
        if chance.random() < 0.85:
            mean = 4.2 if good else 3.6
            scales = [str(min(5, max(1, round(chance.gauss(mean, 0.8))))) for _ in range(3)]
            yield _row(offering, party, person, level="L1", wave="reaction") | _numbered(scales)
    if not good:
        return
    for party, person in people_of(offering):
        applied = chance.random() < 0.62
        if chance.random() < 0.66:
            yield _row(offering, party, person, level="L3", wave="followup") | _numbered(_applied(chance, applied))
        if chance.random() < 0.5:
            agrees = applied if chance.random() < 0.8 else not applied
            yield _row(offering, party, person, level="L3", wave="supervisor") | _numbered(_applied(chance, agrees))


def _applied(chance: Random, applied: bool) -> list[str]:
    """For each of two objectives: whether it was applied, how often, what stood in the way."""
    told = []
    for likely in (0.9, 0.45):
        yes = applied and chance.random() < likely
        often = chance.choice("234") if yes else "1"
        barrier = chance.choice("1123") if yes else chance.choice("23344457")
        told += ["1" if yes else "2", often, barrier]
    return told


def _numbered(answers: Iterable[str]) -> Row:
    return {f"a{number}": answer for number, answer in enumerate(answers, 1)}


def _row(offering: Offering, party: str, person: str, **more: str) -> Row:
    return {"offering": offering.code, "party": party, "person": person, **more}


def drawn() -> dict[str, str]:
    """The three files as text, by their names."""
    chance, taken = Random(SEED), Random(SEED + 1)
    answers, results, forms = list[Row](), list[Row](), list[Row]()
    for offering in BY_QUESTION:
        for told, later in by_question(chance, taken, offering):
            answers += told
            results += [later] if later["followup"] else []
    for offering in BY_SCORE:
        results += by_score(chance, offering)
    writing = Random(SEED + 2)
    for offering in (*BY_QUESTION, *BY_SCORE[3:4]):
        told = list(forms_of(chance, offering))
        ended = [row for row in told if row["wave"] == "reaction"]
        for row in ended:
            if writing.random() < 0.25:
                row["a4"] = writing.choice(REMARKS)
        taken.shuffle(ended)  # as they came in
        forms += ended + [row for row in told if row["wave"] != "reaction"]
    who = ("offering", "party", "person")
    return {
        "answers.csv": _csv((*who, "wave", "language", *(f"q{n}" for n in range(1, ITEMS + 1))), answers),
        "results.csv": _csv((*who, "before", "after", "followup", "max"), results),
        "forms.csv": _csv((*who, "level", "wave", *(f"a{n}" for n in range(1, 7))), forms),
    }


def _csv(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main() -> None:
    """Write the files."""
    for name, text in drawn().items():
        (OUT / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
