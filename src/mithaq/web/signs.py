"""The words, colours and signs of every code that a page shows. A state is never told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Sign:
    """How one code is shown: the words, the colour by its meaning (``wait late run done none who``), the icon's name."""

    words: Promise | str
    tone: str = "none"
    icon: str = ""


SIGNS: dict[str, dict[str, Sign]] = {
    "state": {
        "proposed": Sign(_("Proposed"), "wait", "ring"),
        "agreed": Sign(_("Agreed"), "none", "check"),
        "under_way": Sign(_("Under way"), "run", "half"),
        "done": Sign(_("Done"), "done", "check"),
        "not_done": Sign(_("Not done"), "late", "x"),
        "superseded": Sign(_("Superseded"), "none", "swap"),
        "overdue": Sign(_("Overdue"), "late", "bang"),
    },
    "stand": {
        "accept": Sign(_("Accepts"), "done", "check"),
        "reserve": Sign(_("Accepts with a reservation"), "wait", "half"),
        "note": Sign(_("Takes note"), "run", "info"),
        "object": Sign(_("Objects"), "late", "x"),
        "": Sign(_("No answer yet"), "none", "ring"),
    },
    "proposal": {
        "waiting": Sign(_("Waits for a decision"), "wait", "ring"),
        "accepted": Sign(_("Accepted"), "done", "check"),
        "amended": Sign(_("Accepted, amended"), "run", "swap"),
        "rejected": Sign(_("Rejected"), "none", "x"),
        "reopened": Sign(_("Open again"), "wait", "bang"),
        "gone": Sign(_("No longer in the text"), "none", "swap"),
    },
    "progress": {
        "filed": Sign(_("Waits for confirmation"), "wait", "clock"),
        "confirmed": Sign(_("Confirmed"), "done", "check"),
        "returned": Sign(_("Returned with a question"), "late", "swap"),
    },
    "repeat": {
        "open": Sign(_("Perhaps the same call"), "wait", "ring"),
        "same": Sign(_("The same call again"), "run", "swap"),
        "complements": Sign(_("Complements it"), "none", "plus"),
        "different": Sign(_("A different call"), "none", "x"),
    },
    "status": {
        "invited": Sign(_("Invited"), "none", "ring"),
        "observer": Sign(_("Observer"), "run", "eye"),
        "member": Sign(_("Member"), "done", "check"),
        "left": Sign(pgettext_lazy("status of a party", "Left"), "none", "x"),
    },
    "mode": {
        "agreed": Sign(_("Agreed area"), "done", "check"),
        "consulted": Sign(_("Open to consultation"), "run", "half"),
        "discussed": Sign(_("Discussed"), "none", "ring"),
    },
    "kind": {
        "recommendation": Sign(_("Recommendation")),
        "call": Sign(_("Call")),
        "proposal": Sign(_("Proposal")),
        "decision": Sign(_("Decision")),
        "pledge": Sign(_("Pledge")),
        "request": Sign(_("Request")),
    },
    "finding": {
        "commitment": Sign(_("Commitment"), "wait"),
        "meeting": Sign(_("Meeting"), "run"),
        "person": Sign(_("Person and post"), "who"),
        "figure": Sign(_("Figure"), "done"),
        "action": Sign(_("Action")),
        "document": Sign(_("Document")),
        "party": Sign(_("Party")),
    },
    "party": {
        "state": Sign(pgettext_lazy("kind of party", "State")),
        "organisation": Sign(_("Organisation")),
        "centre": Sign(_("Centre")),
        "secretariat": Sign(_("Secretariat")),
    },
    "level": {
        "PUBLIC": Sign(_("Public")),
        "OFFICIAL": Sign(_("Official")),
        "RESTRICTED": Sign(_("Restricted")),
        "CONFIDENTIAL": Sign(_("Confidential")),
    },
    "caveat": {
        "NOMAIL": Sign(_("Its words travel in no mail.")),
        "PERSONAL": Sign(_("It holds personal data: only those whose role handles such data see it.")),
    },
    "comparator": {
        "=": Sign(""),
        ">": Sign(_("more than")),
        ">=": Sign(_("at least")),
        "<": Sign(_("less than")),
        "<=": Sign(_("at most")),
        "~": Sign(_("about")),
    },
    "operation": {
        "accounts.add": Sign(_("added an account")),
        "accounts.disable": Sign(_("closed an account")),
        "accounts.set_secret": Sign(_("gave an account a password")),
    },
    "changed": {
        "account": Sign(_("Account")),
        "name": Sign(_("Name")),
    },
    "language": {"ar": Sign(_("Arabic")), "en": Sign(_("English"))},
}


def sign(table: str, code: str) -> Sign:
    """How this code of this table is shown; a code that the table lacks stands for itself."""
    return SIGNS[table].get(code) or Sign(code)


def word(code: str, table: str) -> str:
    """The words of a code alone."""
    return str(sign(table, code).words)
