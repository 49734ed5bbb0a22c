"""What can be done with series, meetings, agendas, invitations and delegations, each on a page of its own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from mithaq.web.acts import Act

ACTS: dict[str, Act] = {
    "series-describe": Act(
        "meetings.describe_series",
        _("How the series meets"),
        _(
            "How often it should meet, who says so, at which level, and who hosts in turn. What is late follows from it."
        ),
        _("What is said of the series was kept."),
        "series",
    ),
    "format-redefine": Act(
        "meetings.redefine_format",
        _("Roles and steps of the format"),
        _("Meetings of this format go on by the new roles and steps from now on."),
        _("The format was changed."),
        "format",
    ),
    "meeting-describe": Act(
        "meetings.describe",
        _("What is known of the meeting"),
        _("Put right when and where it was held and who took part. Its reference and who may see it stay."),
        _("What is known of the meeting was put right."),
        "meeting",
    ),
    "meeting-attach": Act(
        "meetings.attach",
        _("A paper of the meeting"),
        _("Write the reference of the document, for example D-2016-003. Those see it here who may see both."),
        _("The document stands among the papers."),
        "meeting",
    ),
    "meeting-move": Act(
        "meetings.move",
        _("Another day or hour"),
        _(
            "The hours of its agenda move along. Those who are invited are told, and their calendars change by themselves."
        ),
        _("The meeting was moved. Those who are invited were told."),
        "meeting",
        _("Move it"),
        on="moving",
    ),
    "meeting-step": Act(
        "meetings.step",
        _("The next state of the meeting"),
        _("Only the steps that its format lets follow are offered."),
        _("The state was changed."),
        "meeting",
        on="stepping",
    ),
    "meeting-cancel": Act(
        "meetings.cancel",
        _("Cancel the meeting"),
        _(
            "It will not be held. Its agenda, lists and texts stay; those who are invited are told, and their calendars too."
        ),
        _("The meeting was cancelled. Those who are invited were told."),
        "meeting",
        _("Cancel the meeting"),
    ),
    "meeting-hold": Act(
        "meetings.hold",
        _("The meeting was held"),
        _("Say which parties took part: it counts for the cadence of its series and in the dialogue index."),
        _("It is noted that the meeting was held."),
        "meeting",
        on="holding",
    ),
    "meeting-attendance": Act(
        "meetings.note_attendance",
        _("Who came"),
        _("Choose those of the lists who came, or those who did not."),
        _("It is noted who came."),
        "meeting",
        on="attending",
    ),
    "meeting-item": Act(
        "meetings.add_item",
        _("A new item of the agenda"),
        _("Its open commitments come by themselves: those of its areas or, if it names none, of the series."),
        _("The item stands on the agenda."),
        "meeting",
        on="planning",
    ),
    "meeting-carry": Act(
        "meetings.carry_agenda",
        _("Take over an earlier agenda"),
        _("Its items are put at the end, with their areas and who introduces them, without hours and papers."),
        _("The items were taken over."),
        "meeting",
        _("Take it over"),
        on="carrying",
    ),
    "meeting-invite": Act(
        "meetings.invite",
        _("Invite parties"),
        _("In one role, with so many seats each. Their accounts get an invitation that calendar programs understand."),
        _("The parties were invited."),
        "meeting",
        _("Invite them"),
        on="inviting",
    ),
    "item-describe": Act(
        "meetings.describe_item",
        _("An item of the agenda"),
        _("Its title, hours and areas, and who introduces it."),
        _("The item was put right."),
        "item",
    ),
    "item-move": Act(
        "meetings.move_item",
        _("Another place in the agenda"),
        _("The other items close up."),
        _("The item was moved."),
        "item",
        _("Move it"),
    ),
    "item-remove": Act(
        "meetings.remove_item",
        _("Take the item off the agenda"),
        _("The documents under it stay in the archive."),
        _("The item was taken off the agenda."),
        "item",
        _("Take it off"),
    ),
    "item-paper": Act(
        "meetings.attach_paper",
        _("A paper for the item"),
        _("Write the reference of the document, for example D-2016-003. Those see it here who may see both."),
        _("The document stands under the item."),
        "item",
    ),
    "paper-detach": Act(
        "meetings.detach_paper",
        _("Take the paper from under the item"),
        _("The document stays in the archive."),
        _("The paper was taken from under the item."),
        "paper",
        _("Take it off"),
    ),
    "invitation-change": Act(
        "meetings.change_invitation",
        _("Role and seats"),
        _("What the party has answered and whom it has named stays."),
        _("The invitation was changed."),
        "invitation",
    ),
    "invitation-withdraw": Act(
        "meetings.uninvite",
        _("Take the invitation back"),
        _("The party is told, and its calendars too. One that has said that it comes is asked first."),
        _("The invitation was taken back."),
        "invitation",
        _("Take it back"),
    ),
    "invitation-reply": Act(
        "meetings.reply",
        _("Reply to the invitation"),
        _("You answer for your party. The answer may be changed until the meeting is held."),
        _("The reply was kept."),
        "invitation",
        _("Reply"),
    ),
    "invitation-name": Act(
        "meetings.name_participant",
        _("Somebody for the delegation's list"),
        _("The list is your party's own until its head has approved it."),
        _("The name stands on the list. It waits for the approval of the head."),
        "invitation",
    ),
    "invitation-approve": Act(
        "meetings.approve_delegation",
        _("Approve the delegation's list"),
        _("From then on all who see the meeting see the list. Names that are added later wait for another approval."),
        _("The list was approved and released."),
        "invitation",
        _("Approve the list"),
    ),
    "participant-drop": Act(
        "meetings.drop_participant",
        _("Take the name off the list"),
        _("The person stays among the people."),
        _("The name was taken off the list."),
        "participant",
        _("Take it off"),
    ),
}
NEW: dict[str, Act] = {
    "meeting-plan": Act(
        "meetings.plan",
        _("Plan a meeting"),
        _(
            "Number, format, level and host follow from the series where you leave them out. Days as fine as they are known, or hours by the clock of the place."
        ),
        _("The meeting is planned. Write its agenda and invite the parties."),
        "",
        on="meeting",
        hides=("parties",),
    ),
    "format-add": Act(
        "meetings.define_format",
        _("A new format"),
        _(
            "Which roles there are and what each may do, and which way a meeting goes: one a line. Meetings can be planned in it at once."
        ),
        _("The format was defined."),
        "",
        on="format",
    ),
    "calendar-reply": Act(
        "meetings.reply_by_calendar",
        _("An answer of a calendar program"),
        _(
            "The .ics file that the program made when the invitation was answered, or its text. It becomes the reply of the party."
        ),
        _("The reply was kept."),
        "",
        on="invitation",
    ),
}
