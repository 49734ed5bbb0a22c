"""The signs of minutes, outcomes, ideas, positions and goals: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "minutes": {
        "draft": (_("Being written"), "wait", "pen"),
        "circulated": (_("Circulated for corrections"), "run", "half"),
        "approved": (pgettext_lazy("state of minutes", "Approved"), "done", "check"),
    },
    "correction": {
        "filed": (pgettext_lazy("state of a correction", "Waits for an answer"), "wait", "ring"),
        "accepted": (pgettext_lazy("state of a correction", "Accepted"), "done", "check"),
        "rejected": (pgettext_lazy("state of a correction", "Not accepted"), "none", "x"),
    },
    "how": {
        "typed": (_("Typed"),),
        "taken": (_("Taken from a document"),),
        "corrected": (_("Correction accepted"),),
    },
    "why_laid": {
        "heading": (_("The heading of an item: left out, for the minutes have it"),),
        "below": (_("Stands below that heading"),),
        "area": (_("Names an area of that item"),),
        "": (_("Nothing tells where it belongs"),),
    },
    "outcome_kind": {
        "idea": (pgettext_lazy("kind of outcome", "Idea"), "who"),
        "proposal": (pgettext_lazy("kind of outcome", "Proposal"), "wait"),
        "recommendation": (pgettext_lazy("kind of outcome", "Recommendation"), "run"),
        "decision": (pgettext_lazy("kind of outcome", "Decision"), "done"),
        "commitment": (pgettext_lazy("kind of outcome", "Commitment"), "done"),
        "statement": (pgettext_lazy("kind of outcome", "Statement"), "none"),
        "call": (_("Call"), "wait"),
        "request": (_("Request"), "wait"),
    },
    "idea": {
        "filed": (pgettext_lazy("state of an idea", "Looks for a sponsor"), "wait", "ring"),
        "sponsored": (pgettext_lazy("state of an idea", "Sponsored"), "run", "half"),
        "proposal": (pgettext_lazy("state of an idea", "Proposal"), "run", "half"),
        "recommendation": (pgettext_lazy("state of an idea", "Recommendation"), "done", "check"),
        "refused": (pgettext_lazy("state of an idea", "Refused"), "late", "x"),
        "withdrawn": (_("Withdrawn"), "none", "x"),
    },
    "stance": {
        "support": (pgettext_lazy("stance", "Supports"), "done", "check"),
        "reserve": (pgettext_lazy("stance", "Supports with a reservation"), "wait", "half"),
        "oppose": (pgettext_lazy("stance", "Opposes"), "late", "x"),
        "open": (pgettext_lazy("stance", "Leaves it open"), "none", "ring"),
    },
    "agreement": {
        "agree": (_("They agree"), "done", "check"),
        "differ": (_("They differ"), "late", "swap"),
        "unknown": (pgettext_lazy("agreement of parties", "Not known"), "none", "ring"),
    },
    "milestone": {
        "founded": (pgettext_lazy("milestone", "Founded"), "done", "check"),
        "joined": (pgettext_lazy("milestone", "Joined"), "run", "plus"),
        "first": (pgettext_lazy("milestone", "First meeting"), "none", "people"),
    },
    "finding": {
        "minutes": (_("Minutes"),),
        "idea": (_("Idea"),),
        "issue": (_("Issue"),),
        "position": (_("Position"),),
    },
    "acts": {
        "minutes": (_("Minutes"),),
        "outcomes": (_("Outcomes"),),
        "ideas": (_("Ideas"),),
        "positions": (_("Issues and positions"),),
        "goals": (_("Joint goals"),),
    },
    "operation": {
        "minutes.begin": (_("began the minutes"),),
        "minutes.write": (_("wrote an item of the minutes"),),
        "minutes.cite": (_("named a sentence that it rests on"),),
        "minutes.uncite": (_("took back a sentence that it rests on"),),
        "minutes.take_in": (_("took a document into the minutes"),),
        "minutes.circulate": (_("circulated the minutes"),),
        "minutes.correct": (_("asked for a correction"),),
        "minutes.answer_correction": (_("answered a correction"),),
        "minutes.approve": (_("approved the minutes"),),
        "outcomes.record": (_("recorded an outcome"),),
        "outcomes.place": (_("put an outcome under another item"),),
        "ideas.file": (_("filed an idea"),),
        "ideas.describe": (_("worded the idea otherwise"),),
        "ideas.sponsor": (_("took the idea up"),),
        "ideas.propose": (_("made a proposal of the idea"),),
        "ideas.recommend": (_("kept that it was recommended"),),
        "ideas.close": (_("ended the path of the idea"),),
        "positions.add_issue": (_("added an issue"),),
        "positions.describe_issue": (_("put right the issue"),),
        "positions.record": (_("kept a position"),),
        "positions.describe": (_("put right a position"),),
        "goals.add_interest": (_("kept an interest"),),
        "goals.add": (_("set a joint goal"),),
        "goals.measure": (_("kept what was measured"),),
    },
    "changed": {
        "point": (_("Item"),),
        "agenda": (_("Items of the agenda taken in"),),
        "wording": (_("Wording"),),
        "source": (_("Source"),),
        "taken": (_("Sentences taken"),),
        "correction": (_("Correction"),),
        "outcome_kind": (_("Kind of outcome"),),
        "step": (_("Step"),),
        "stance": (_("Where the party stands"),),
        "said_on": (_("Said on"),),
        "party": (_("Party"),),
        "text_ar": (_("In Arabic"),),
        "text_en": (_("In English"),),
        "about_ar": (_("What it is about, in Arabic"),),
        "about_en": (_("What it is about, in English"),),
    },
}
