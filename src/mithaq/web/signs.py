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
        "archive.add": Sign(_("filed a document")),
        "archive.correct": Sign(_("corrected the text")),
        "archive.describe": Sign(_("put right title or origin")),
        "proposals.take_in": Sign(_("filed and read a document")),
        "proposals.read_document": Sign(_("had the document read")),
        "proposals.reject": Sign(_("rejected a proposal")),
        "proposals.undo": Sign(_("took a decision back")),
        "proposals.accept_many": Sign(_("accepted several proposals")),
        "commitments.accept": Sign(_("accepted it into the register")),
        "commitments.add": Sign(_("put it into the register")),
        "commitments.describe": Sign(_("put right what is said about it")),
        "commitments.assign": Sign(_("settled who answers for it")),
        "commitments.change_state": Sign(_("changed the state")),
        "commitments.stand": Sign(_("answered for their party")),
        "commitments.score": Sign(_("gave a score")),
        "commitments.judge_repeat": Sign(_("judged a repeat")),
        "commitments.find_repeats": Sign(_("looked for repeats")),
        "actions.add": Sign(_("added an action")),
        "actions.describe": Sign(_("changed the title")),
        "actions.assign": Sign(_("settled who does it")),
        "actions.serve": Sign(_("tied it to a commitment")),
        "actions.change_state": Sign(_("changed the state")),
        "actions.report": Sign(_("reported progress")),
        "actions.confirm": Sign(_("confirmed a report")),
        "actions.return": Sign(_("returned a report")),
        "meetings.add": Sign(_("added a meeting")),
        "meetings.accept": Sign(_("accepted a meeting")),
        "meetings.describe": Sign(_("put right the meeting")),
        "meetings.attach": Sign(_("attached a document")),
        "parties.accept_person": Sign(_("accepted a person")),
        "parties.accept_figure": Sign(_("accepted a figure")),
    },
    "changed": {
        "account": Sign(_("Account")),
        "name": Sign(_("Name")),
        "state": Sign(_("State")),
        "owner": Sign(_("Owner")),
        "focal": Sign(_("Focal point")),
        "due": Sign(_("Due")),
        "percent": Sign(_("Percent done")),
        "stand": Sign(_("Answer")),
        "value": Sign(_("Score")),
        "decision": Sign(_("Judgement")),
        "title": Sign(_("Title")),
        "title_ar": Sign(_("Short name in Arabic")),
        "title_en": Sign(_("Short name in English")),
        "published": Sign(_("Published")),
        "edition": Sign(_("Edition")),
        "sentences": Sign(_("Sentences")),
        "kind": Sign(_("Kind")),
        "areas": Sign(_("Areas")),
        "addressees": Sign(_("Addressed to")),
    },
    "filter": {
        "q": Sign(_("Words")),
        "state": Sign(_("State")),
        "owner": Sign(_("Owner")),
        "party": Sign(_("Speaks or is addressed")),
        "kind": Sign(_("Kind")),
        "area": Sign(_("Area")),
        "meeting": Sign(_("Meeting")),
        "since": Sign(_("Said from")),
        "until": Sign(_("Said until")),
        "overdue": Sign(_("Overdue")),
        "repeated": Sign(_("Said again")),
        "mine": Sign(_("Mine")),
        "commitment": Sign(_("Commitment")),
    },
    "states": {"open": Sign(_("All open ones")), "closed": Sign(_("All closed ones"))},
    "desk": {
        "reading": Sign(_("Reading")),
        "report": Sign(_("Progress report")),
        "returned": Sign(_("Report returned to you")),
        "stand": Sign(_("Answer of your party")),
        "repeat": Sign(_("Perhaps said again")),
        "commitment": Sign(_("Commitment")),
        "action": Sign(_("Action")),
        "meeting": Sign(_("Meeting")),
    },
    "verb": {
        "proposals.accept_many": Sign(_("Go on reading")),
        "commitments.accept": Sign(_("Go on reading")),
        "proposals.read_document": Sign(_("Let it be read")),
        "actions.confirm": Sign(_("Review")),
        "actions.report": Sign(_("Report progress")),
        "actions.change_state": Sign(_("Open")),
        "commitments.stand": Sign(_("Answer")),
        "commitments.judge_repeat": Sign(_("Judge")),
        "commitments.assign": Sign(_("Settle")),
        "commitments.change_state": Sign(_("Open")),
    },
    "column": {
        "ref": Sign(_("Reference")),
        "kind": Sign(_("Kind")),
        "words": Sign(_("Words said")),
        "language": Sign(_("Language")),
        "title_ar": Sign(_("Short name in Arabic")),
        "title_en": Sign(_("Short name in English")),
        "translation": Sign(_("Working translation")),
        "said_on": Sign(_("Said on")),
        "speaker_ar": Sign(_("Speaker in Arabic")),
        "speaker_en": Sign(_("Speaker in English")),
        "post_ar": Sign(_("Post in Arabic")),
        "post_en": Sign(_("Post in English")),
        "by": Sign(_("Parties that speak or commit")),
        "addressees": Sign(_("Addressed to")),
        "areas": Sign(_("Areas")),
        "meeting": Sign(_("Meeting")),
        "document": Sign(_("Document")),
        "sentence": Sign(_("Sentence")),
        "source": Sign(_("Source")),
        "state": Sign(_("State")),
        "owner": Sign(_("Owner")),
        "due": Sign(_("Due")),
        "percent": Sign(_("Percent done")),
        "level": Sign(_("Level")),
        "audience": Sign(_("Released to")),
    },
    "language": {"ar": Sign(_("Arabic")), "en": Sign(_("English"))},
}


def sign(table: str, code: str) -> Sign:
    """How this code of this table is shown; a code that the table lacks stands for itself."""
    return SIGNS[table].get(code) or Sign(code)


def word(code: str, table: str) -> str:
    """The words of a code alone."""
    return str(sign(table, code).words)
