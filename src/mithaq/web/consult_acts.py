"""What can be done around the table, each on a page of its own: minutes, outcomes, ideas, positions, goals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from mithaq.web.acts import Act

ACTS: dict[str, Act] = {
    "minutes-write": Act(
        "minutes.write",
        _("What was said on the item"),
        _("In one language or both. Every wording is kept; others see the minutes when you circulate them."),
        _("The wording was kept."),
        "minutes_item",
    ),
    "minutes-cite": Act(
        "minutes.cite",
        _("A sentence it rests on"),
        _("Write the reference of the document, for example D-2016-003, and the number of the sentence."),
        _("The sentence stands beside the item."),
        "minutes_item",
    ),
    "minutes-circulate": Act(
        "minutes.circulate",
        _("Circulate the minutes"),
        _(
            "To circulate them is to release them: these parties read them and ask for corrections. From then on they change "
            "by corrections that are accepted, and by nothing else."
        ),
        _("The minutes were circulated."),
        "minutes",
        _("Circulate"),
    ),
    "minutes-approve": Act(
        "minutes.approve",
        _("Approve the minutes"),
        _("At a later meeting of the series, by whoever chairs it. They change no more."),
        _("The minutes were approved."),
        "minutes",
        _("Approve"),
    ),
    "outcome-record": Act(
        "outcomes.record",
        _("An outcome of the meeting"),
        _(
            "Quote the words as they stand in a sentence of a document or in the minutes, and say whose they are. A proposal, "
            "recommendation, decision or commitment stands in the register then; an idea among the ideas."
        ),
        _("The outcome was recorded."),
        "meeting",
        on="table",
    ),
    "idea-describe": Act(
        "ideas.describe",
        _("Word the idea otherwise"),
        _("Until it is proposed, its own party words it."),
        _("The idea was worded otherwise."),
        "idea",
    ),
    "idea-sponsor": Act(
        "ideas.sponsor",
        _("Take the idea up"),
        _("As head of mission you take it up for your party. It may then be proposed."),
        _("Your party sponsors the idea."),
        "idea",
        _("Take it up"),
    ),
    "idea-propose": Act(
        "ideas.propose",
        _("Make a proposal of it"),
        _("In one sentence. The proposal stands in the register of commitments, with the idea as its source."),
        _("The proposal stands in the register."),
        "idea",
        _("Propose"),
    ),
    "idea-recommend": Act(
        "ideas.recommend",
        _("It was recommended"),
        _("Name the meeting that recommended it. The recommendation takes the place of the proposal in the register."),
        _("The recommendation stands in the register."),
        "idea",
    ),
    "idea-close": Act(
        "ideas.close",
        _("End its path"),
        _("Withdrawn by its own party, or refused. The reason stays with it."),
        _("The path of the idea has ended."),
        "idea",
    ),
    "issue-describe": Act(
        "positions.describe_issue",
        _("What the issue is"),
        _("Put right what it is called and what it is about. The positions on it stay."),
        _("The issue was put right."),
        "issue",
    ),
    "position-record": Act(
        "positions.record",
        _("Where a party stands"),
        _("With the words that show it. What the party said before stays beneath."),
        _("The position was kept."),
        "issue",
    ),
    "position-describe": Act(
        "positions.describe",
        _("Put a position right"),
        _("How the sentence was understood, or when it was said. The words stay, and the reason is kept."),
        _("The position was put right."),
        "position",
    ),
    "goal-add": Act(
        "goals.add",
        _("A joint goal out of this interest"),
        _("Say what is counted to tell whether it was reached. A goal without a measure is not kept."),
        _("The goal was set."),
        "interest",
    ),
    "goal-measure": Act(
        "goals.measure",
        _("What was measured"),
        _("With its day and its source. What was measured before stays."),
        _("The result was kept."),
        "goal",
    ),
    "goal-serve": Act(
        "goals.serve",
        _("A course that serves this goal"),
        _("Say in words how the course serves it. Those see it who see both."),
        _("The course stands with the goal as a means to it."),
        "goal",
    ),
    "course-serve": Act(
        "goals.serve",
        _("A goal that this course serves"),
        _("Say in words how the course serves it. Those see it who see both."),
        _("The course stands with the goal as a means to it."),
        "course",
    ),
    "course-propose": Act(
        "goals.propose_means",
        _("Propose the course as a means to a joint goal"),
        _(
            "Say in words how the course serves it. Those see it who see both. It counts as a means once the parties to the "
            "goal have accepted it."
        ),
        _("It was proposed. The answer stands here, and your mail of the day tells it."),
        "course",
        _("Propose"),
    ),
    "means-accept": Act(
        "goals.accept_means",
        _("Accept the course as a means to the goal"),
        _(
            "It stands with the goal from now on, in the words of the centre. You can take it back later, with a reason."
        ),
        _("The course stands with the goal as a means to it."),
        "means_proposal",
        _("Accept"),
    ),
    "means-refuse": Act(
        "goals.refuse_means",
        _("Do not accept the course as a means to the goal"),
        _("The centre reads the reason, and may propose the course again in other words."),
        _("It was not accepted. The centre reads your reason."),
        "means_proposal",
        _("Do not accept"),
    ),
    "means-withdraw": Act(
        "goals.withdraw_means",
        _("Withdraw what the centre proposed"),
        _("The course was proposed as a means to this goal and nobody has answered yet."),
        _("The proposal was withdrawn."),
        "means_proposal",
        _("Withdraw"),
    ),
    "means-end": Act(
        "goals.no_longer_serve",
        _("The course serves this goal no more"),
        _("The reason stays in the history. Runs of the evaluation that were made before stay as they are."),
        _("The course does not count as a means to the goal any more."),
        "means",
        _("Take back"),
    ),
}
NEW: dict[str, Act] = {
    "idea-add": Act(
        "ideas.file",
        _("File an idea"),
        _(
            "For your party. Release it to those who should think about it: one of their heads of mission may take it up."
        ),
        _("The idea was filed. It looks for a sponsor now."),
        "",
        _("File it"),
        on="idea",
    ),
    "issue-add": Act(
        "positions.add_issue",
        _("A new issue"),
        _("What parties take positions on. Those see it to whom you release it."),
        _("The issue was added. Keep where the parties stand on it."),
        "",
        on="issue",
    ),
    "interest-add": Act(
        "goals.add_interest",
        _("A new interest"),
        _("What parties want from working together, with the sentence or source that says so."),
        _("The interest was kept. Set a joint goal out of it."),
        "",
        on="interest",
    ),
}
