"""The signs of findings, answers, remedies and annual reviews: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.reviews.findings.codes import Answer, Outcome, Severity, State, Trigger

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "trigger": {code.value: (code.label,) for code in Trigger},
    "finding_severity": {
        Severity.HIGH.value: (Severity.HIGH.label, "late", "bang"),
        Severity.MEDIUM.value: (Severity.MEDIUM.label, "wait", "half"),
        Severity.LOW.value: (Severity.LOW.label, "none", "ring"),
    },
    "finding_state": {
        State.OPEN.value: (State.OPEN.label, "wait", "ring"),
        State.ANSWERED.value: (State.ANSWERED.label, "run", "half"),
        State.REJECTED.value: (State.REJECTED.label, "none", "x"),
        State.ACTING.value: (State.ACTING.label, "run", "half"),
        State.ANNUAL.value: (State.ANNUAL.label, "late", "up"),
        State.CLOSED.value: (State.CLOSED.label, "done", "check"),
    },
    "finding_answer": {
        Answer.ACCEPTED.value: (Answer.ACCEPTED.label, "done", "check"),
        Answer.REJECTED.value: (Answer.REJECTED.label, "late", "x"),
        Answer.COMMENT.value: (Answer.COMMENT.label, "none", "quote"),
        "": (_("Not answered yet"), "wait", "ring"),
        "over": (_("No answer needed any more"), "none", "check"),
    },
    "outcome_of_remedy": {
        Outcome.WORKED.value: (Outcome.WORKED.label, "done", "check"),
        Outcome.DID_NOT.value: (Outcome.DID_NOT.label, "late", "x"),
        Outcome.NOT_YET_KNOWN.value: (Outcome.NOT_YET_KNOWN.label, "wait", "half"),
    },
    "finding_standing": {
        "proved": (_("Worked, as measured again"), "done", "check"),
        "failed": (_("Did not work, as measured again"), "late", "x"),
        "unproved": (_("Closed and not proved"), "none", "ring"),
        "rejected": (_("Rejected with a reason"), "none", "x"),
        "open": (_("Still open"), "wait", "half"),
    },
    "benefit": {
        "benefit_shown": (_("Benefit shown"), "done", "check"),
        "no_worthwhile_benefit": (_("No worthwhile benefit"), "late", "x"),
        "not_yet_known": (pgettext_lazy("verdict", "Not known yet"), "wait", "half"),
        "not_measurable": (_("Not measurable"), "none", "ring"),
    },
    "finding": {
        "finding": (_("Finding of the evaluation"),),
        "asked": (_("Question to a party"),),
        "annual-review": (pgettext_lazy("kind of record", "Annual review"),),
    },
    "acts": {"findings": (pgettext_lazy("of the evaluation", "Findings"),)},
    "operation": {
        "findings.evaluate": (_("evaluated courses"),),
        "findings.answer": (_("answered a finding of the evaluation"),),
        "findings.reject": (_("rejected a finding of the evaluation"),),
        "findings.act": (_("said what is done about a finding"),),
        "findings.share": (_("put a finding to one more party"),),
        "findings.close": (_("closed a finding of the evaluation"),),
        "findings.review": (_("made an annual review"),),
        "findings.escalate": (_("took an overdue finding further up"),),
    },
    "changed": {
        "run": (_("Run of the evaluation"),),
        "findings": (pgettext_lazy("of the evaluation", "Findings"),),
        "remedies": (_("Remedies measured"),),
        "answer": (_("Answer"),),
        "action": (_("Action"),),
        "predicted": (_("Expected change"),),
        "asked": (_("Put to"),),
        "late": (_("Days overdue"),),
    },
}
