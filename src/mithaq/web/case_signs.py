"""The signs of success cases: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.core.words import Bilingual
from mithaq.reviews.cases.codes import BARRIER_WORDS, Side, State
from mithaq.web.days import tongue


def _in_tongue(words: Bilingual) -> str:
    return words.in_language(tongue())


_said: Any = lazy(_in_tongue, str)  # the words of the form half a year later, in the language of who reads them

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "case": {
        State.DRAWN.value: (State.DRAWN.label, "wait", "ring"),
        State.INTERVIEWED.value: (State.INTERVIEWED.label, "run", "half"),
        State.CONFIRMED.value: (State.CONFIRMED.label, "done", "check"),
        State.NOT_REACHED.value: (State.NOT_REACHED.label, "none", "x"),
        State.DECLINED.value: (State.DECLINED.label, "none", "x"),
        State.WITHDRAWN.value: (State.WITHDRAWN.label, "late", "x"),
    },
    "case_side": {
        Side.HIGH.value: (Side.HIGH.label, "done", "up"),
        Side.LOW.value: (Side.LOW.label, "none", "down"),
    },
    "case_barrier": {code: (_said(words),) for code, words in BARRIER_WORDS.items()},
    "acts": {"cases": (_("Success cases"),)},
    "desk": {
        "interviews": (_("Interviews to be held"),),
        "second_person": (_("Interviews to be confirmed"),),
    },
    "verb": {
        "cases.interview": (pgettext_lazy("a button", "To the cases"),),
        "cases.confirm": (pgettext_lazy("a button", "To the cases"),),
    },
    "operation": {
        "cases.draw": (_("drew success cases"),),
        "cases.interview": (_("recorded the interview of a success case"),),
        "cases.no_interview": (_("recorded that a success case gave no interview"),),
        "cases.confirm": (_("confirmed the interview of a success case"),),
        "cases.withdraw": (_("withdrew a success case"),),
    },
    "changed": {
        "seed": (_("Seed"),),
        "case": (_("Success case"),),
        "candidates": (_("People on the list"),),
        "list": (_("Hash of the list"),),
        "cases": (_("Success cases"),),
        "barriers": (_("What stood in the way"),),
        "instead": (_("Drawn instead"),),
        "instead_of": (_("Instead of"),),
    },
}
