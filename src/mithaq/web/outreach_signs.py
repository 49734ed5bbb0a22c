"""The signs of message houses and fact sheets: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.register.outreach.counting import WORDS

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "message": {
        "draft": (pgettext_lazy("state of a message", "In drafting"), "wait", "pen"),
        "agreed": (pgettext_lazy("state of a message", "Agreed"), "done", "check"),
        "retired": (pgettext_lazy("state of a message", "Retired"), "none", "x"),
    },
    "line_answer": {
        "accept": (pgettext_lazy("answer to a line", "Agrees"), "done", "check"),
        "reserve": (pgettext_lazy("answer to a line", "Agrees with a reservation"), "wait", "half"),
        "withdrawn": (pgettext_lazy("answer to a line", "Took its agreement back"), "late", "x"),
        "": (_("No answer yet"), "none", "ring"),
    },
    "proof_kind": {
        "figure": (_("Figure"), "done"),
        "commitment": (_("Commitment"), "wait"),
        "sentence": (_("Sentence of a document"), "none"),
        "citation": (_("Sentence of a document"), "none"),
        "text": (_("Agreed text"), "run"),
    },
    "fact_sheet": {
        "draft": (pgettext_lazy("state of a fact sheet", "Being composed"), "wait", "pen"),
        "issued": (pgettext_lazy("state of a fact sheet", "Issued"), "done", "check"),
        "withdrawn": (pgettext_lazy("state of a fact sheet", "Withdrawn"), "late", "x"),
    },
    "count": {code: (words,) for code, words in WORDS.items()},
    "finding": {
        "house": (_("Message house"),),
        "line": (pgettext_lazy("kind of record", "Line"),),
        "fact_sheet": (_("Fact sheet"),),
    },
    "desk": {"line": (_("Line to agree to"),)},
    "verb": {"outreach.agree": (_("Answer"),)},
    "acts": {"outreach": (_("Message houses"),), "factsheets": (_("Fact sheets"),)},
    "operation": {
        "outreach.open_house": (_("opened the message house"),),
        "outreach.amend": (_("put right the message house"),),
        "outreach.attach_series": (_("settled which series keeps it"),),
        "outreach.retire": (_("retired the message house"),),
        "outreach.add_line": (_("added a line"),),
        "outreach.amend_line": (_("worded a line otherwise"),),
        "outreach.retire_line": (_("retired a line"),),
        "outreach.prove": (_("proved a line"),),
        "outreach.drop_proof": (_("took a proof away"),),
        "outreach.add_question": (_("added a question"),),
        "outreach.drop_question": (_("took a question away"),),
        "outreach.agree": (_("agreed to a line"),),
        "outreach.reserve": (_("agreed to a line with a reservation"),),
        "outreach.withdraw": (_("took the agreement to a line back"),),
        "outreach.rest_on_text": (_("found the line in an agreed text"),),
        "factsheets.compose": (_("began the fact sheet"),),
        "factsheets.describe": (_("worded the fact sheet otherwise"),),
        "factsheets.put": (_("put a figure on the sheet"),),
        "factsheets.place": (_("moved a figure of the sheet"),),
        "factsheets.take_off": (_("took a figure off the sheet"),),
        "factsheets.issue": (_("issued the fact sheet"),),
        "factsheets.withdraw": (_("withdrew the fact sheet"),),
    },
    "changed": {
        "message": (_("State"),),
        "line": (pgettext_lazy("kind of record", "Line"),),
        "ar": (_("In Arabic"),),
        "en": (_("In English"),),
        "proof": (pgettext_lazy("of a line", "Proof"),),
        "question": (_("Question"),),
        "line_answer": (_("Answer"),),
        "text": (_("Agreed text"),),
        "theme": (_("Theme"),),
        "figure": (_("Figure"),),
        "group": (_("Area"),),
        "place": (_("Place in the order"),),
        "fact_sheet": (_("State"),),
        "intro_ar": (_("Introduction in Arabic"),),
        "intro_en": (_("Introduction in English"),),
        "counts": (_("What is counted"),),
    },
}
