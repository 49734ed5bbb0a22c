"""Why something was proposed, in words: the reader's own explanation of its rules."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from mithaq.core.words import Bilingual


@cache
def _rules() -> dict[str, Bilingual]:
    lines = (files("mithaq.reading") / "rules.csv").read_text(encoding="utf-8").splitlines()
    return {row["rule"]: Bilingual(row["ar"], row["en"]) for row in csv.DictReader(lines)}


def explained(rule: str) -> Bilingual:
    """One sentence in each language on what this rule looks for; the rule's id where nothing explains it."""
    return _rules().get(rule, Bilingual(rule, rule))
