"""The signs of joint texts and the silence procedure: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "text": {
        "drafting": (_("In drafting"), "wait", "pen"),
        "silence": (_("Under silence"), "run", "clock"),
        "agreed": (pgettext_lazy("state of a text", "Agreed"), "done", "check"),
        "noted": (pgettext_lazy("state of a text", "Noted"), "none", "info"),
    },
    "text_kind": {
        "statement": (_("Joint statement"),),
        "resolution": (_("Joint decision"),),
        "plan": (_("Work plan"),),
        "report": (_("Joint report"),),
        "letter": (_("Joint letter"),),
    },
    "silence": {
        "running": (_("Silence runs"), "run", "clock"),
        "held": (_("Silence has held"), "done", "check"),
        "broken": (_("Silence did not hold"), "late", "x"),
        "withdrawn": (_("Taken back by the chair"), "none", "swap"),
        "concluded": (_("Concluded in session"), "none", "check"),
    },
    "outcome": {
        "agreed": (_("Agreed in session"), "done", "check"),
        "noted": (_("Noted in session"), "none", "info"),
    },
    "amendment": {
        "open": (pgettext_lazy("state of an amendment", "Open"), "wait", "ring"),
        "accepted": (pgettext_lazy("state of an amendment", "Accepted"), "done", "check"),
        "rejected": (_("Not accepted"), "none", "x"),
        "withdrawn": (pgettext_lazy("state of an amendment", "Withdrawn"), "none", "swap"),
    },
    "change": {
        "replace": (_("Other words"), "none", "pen"),
        "add": (_("A new paragraph"), "none", "plus"),
        "remove": (_("The paragraph goes"), "none", "x"),
    },
    "national": {
        "interpretation": (_("Interpretative statement"), "run", "info"),
        "reservation": (_("Formal reservation"), "wait", "half"),
    },
    "answer": {
        "silent": (_("Silent"), "none", "ring"),
        "agreed": (pgettext_lazy("answer to a silence", "Agreed"), "done", "check"),
        "stated": (_("Agreed with a statement"), "done", "half"),
        "broke": (_("Broke silence"), "late", "x"),
    },
    "broke": {
        "breaks": (_("broke silence"),),
        "joins": (_("joined a break of silence"),),
    },
    "finding": {"text": (_("Joint text"),)},
    "acts": {"texts": (_("Joint texts"),), "silence": (_("The silence procedure"),)},
    "operation": {
        "texts.draft": (_("drafted a joint text"),),
        "texts.revise": (_("made a new edition"),),
        "texts.comment": (_("commented"),),
        "texts.amend": (_("proposed an amendment"),),
        "texts.accept": (_("accepted an amendment"),),
        "texts.reject": (_("did not accept an amendment"),),
        "texts.withdraw": (_("withdrew an amendment"),),
        "silence.propose": (_("proposed a text under silence"),),
        "silence.extend": (_("extended silence"),),
        "silence.agree": (_("agreed expressly to a text under silence"),),
        "silence.break": (_("broke silence"),),
        "silence.withdraw": (_("took a text back from silence"),),
        "silence.state": (_("attached a statement"),),
        "silence.receive": (_("attached a statement that came as a letter"),),
        "silence.join": (_("joined a statement"),),
        "silence.close": (_("wrote down that silence has held"),),
        "silence.conclude": (_("concluded a text in session"),),
    },
    "changed": {
        "amendment": (_("Amendment"),),
        "expiry": (_("Expiry"),),
        "silence": (_("Silence"),),
        "break": (_("Break of silence"),),
        "at": (_("At"),),
        "statement": (_("Statement"),),
        "outcome": (_("What the meeting did"),),
    },
}
