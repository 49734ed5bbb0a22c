"""The signs of series and meetings: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "meeting": {
        "planned": (pgettext_lazy("a meeting", "Planned"), "wait", "ring"),
        "convened": (pgettext_lazy("a meeting", "Convened"), "run", "half"),
        "held": (pgettext_lazy("a meeting", "Held"), "done", "check"),
        "closed": (pgettext_lazy("a meeting", "Closed"), "none", "check"),
        "cancelled": (pgettext_lazy("a meeting", "Cancelled"), "late", "x"),
    },
    "meeting_level": {
        "summit": (_("Heads of state and government"),),
        "minister": (_("Ministers"),),
        "ambassador": (_("Ambassadors"),),
        "expert": (_("Officials and experts"),),
    },
    "cadence": {
        "overdue": (pgettext_lazy("a series", "Late"), "late", "bang"),
        "on_time": (pgettext_lazy("a series", "On time"), "done", "check"),
    },
    "right": {
        "attend": (pgettext_lazy("at a meeting", "attends"),),
        "speak": (pgettext_lazy("at a meeting", "takes the floor"),),
        "record": (pgettext_lazy("at a meeting", "records outcomes"),),
        "correct": (pgettext_lazy("at a meeting", "corrects the minutes"),),
        "amend": (pgettext_lazy("at a meeting", "amends texts"),),
        "decide": (pgettext_lazy("at a meeting", "decides"),),
        "chair": (pgettext_lazy("at a meeting", "chairs"),),
    },
    "list": {
        "approved": (_("List approved"), "done", "check"),
        "waiting": (_("Waits for the head's approval"), "wait", "ring"),
    },
    "operation": {
        "meetings.add_item": (_("added an item to the agenda"),),
        "meetings.describe_item": (_("put right an item of the agenda"),),
        "meetings.move_item": (_("moved an item of the agenda"),),
        "meetings.remove_item": (_("took an item off the agenda"),),
        "meetings.attach_paper": (_("put a paper under an item"),),
        "meetings.detach_paper": (_("took a paper from under an item"),),
        "meetings.carry_agenda": (_("took over an earlier agenda"),),
        "meetings.define_format": (_("defined a format"),),
        "meetings.redefine_format": (_("changed a format"),),
        "meetings.describe_series": (_("put right the series"),),
        "meetings.invite": (_("invited parties"),),
        "meetings.uninvite": (_("took an invitation back"),),
        "meetings.change_invitation": (_("changed an invitation"),),
        "meetings.reply": (_("replied to the invitation"),),
        "meetings.name_participant": (_("put somebody on the delegation's list"),),
        "meetings.drop_participant": (_("took somebody off the delegation's list"),),
        "meetings.approve_delegation": (_("approved the delegation's list"),),
        "meetings.note_attendance": (_("noted who came"),),
        "meetings.plan": (_("planned the meeting"),),
        "meetings.move": (_("moved the meeting"),),
        "meetings.step": (_("changed the state"),),
        "meetings.cancel": (_("cancelled the meeting"),),
        "meetings.hold": (_("noted that it was held"),),
    },
    "changed": {
        "level": (_("Level of the meeting"),),
        "reply": (_("Reply"),),
        "reply_words": (_("In its own words"),),
        "role": (_("Role at the meeting"),),
        "quota": (_("Seats"),),
        "party": (_("Party"),),
        "person": (_("Person"),),
        "participants": (_("Participants"),),
        "attended": (_("Attended"),),
        "opens": (pgettext_lazy("a meeting", "Opens"),),
        "closes": (pgettext_lazy("a meeting", "Closes"),),
        "zone": (_("Time zone of the place"),),
        "venue_ar": (_("Place of the meeting in Arabic"),),
        "venue_en": (_("Place of the meeting in English"),),
        "co_organisers": (_("Co-organisers"),),
        "margins_of": (_("On the margins of"),),
        "format": (_("Format"),),
        "number": (_("Place in the agenda"),),
        "lead": (_("Introduced by"),),
        "roles": (_("Roles"),),
        "steps": (_("Steps"),),
        "every_months": (_("Should meet every (months)"),),
        "tolerance_months": (_("Give or take (months)"),),
        "rotation": (_("Rotation of hosts"),),
        "cadence_source": (_("Source of the cadence"),),
        "items": (_("Items"),),
    },
}
