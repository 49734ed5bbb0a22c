"""What can be done with message houses and fact sheets, each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.viewer import Viewer
from mithaq.web.acts import Act
from mithaq.web.choices import Options
from mithaq.web.outreach_things import count_options, theme_options

ACTS: dict[str, Act] = {
    "house-amend": Act(
        "outreach.amend",
        _("What the house is about"),
        _("Put right its title, its theme, and whose agreement is asked. What was agreed stays."),
        _("The house was put right."),
        "house",
    ),
    "house-line": Act(
        "outreach.add_line",
        _("A new line"),
        _("One sentence that the parties can say, in both languages. Prove it next: nobody agrees to it before."),
        _("The line was added. Add what proves it."),
        "house",
    ),
    "house-series": Act(
        "outreach.attach_series",
        _("The meetings that keep it"),
        _(
            "The lines in force stand on the pages of this series and of its meetings; the house shows when it meets next."
        ),
        _("It is settled which series keeps the house."),
        "house",
    ),
    "house-retire": Act(
        "outreach.retire",
        _("Retire the house"),
        _("None of its lines is in force any more. It stays to be read, with the reason."),
        _("The house was retired."),
        "house",
        _("Retire"),
    ),
    "line-amend": Act(
        "outreach.amend_line",
        _("Word the line otherwise"),
        _("The earlier wording stays in its history. The parties are asked again, for they agreed to the earlier one."),
        _("The line was worded otherwise."),
        "line",
    ),
    "line-prove": Act(
        "outreach.prove",
        _("What proves it"),
        _(
            "Name one thing: a figure, a commitment by its reference, a sentence of a document, or a text that was agreed."
        ),
        _("The proof stands beside the line."),
        "line",
    ),
    "line-text": Act(
        "outreach.rest_on_text",
        _("It stands in an agreed text"),
        _("Then it is agreed, and nobody is asked again. Its words must stand in the text in both languages."),
        _("The line is agreed: it stands in the text."),
        "line",
    ),
    "line-agree": Act(
        "outreach.agree",
        _("Agree to the line"),
        _("You answer for your party, to the line as it reads now. It can be taken back, with a reason."),
        _("Your party agrees to the line."),
        "line",
        _("Agree"),
    ),
    "line-reserve": Act(
        "outreach.reserve",
        _("Agree with a reservation"),
        _("The reservation stands beside the line in your own words, for all who see the line."),
        _("Your party agrees with its reservation."),
        "line",
        _("Agree with it"),
    ),
    "line-withdraw": Act(
        "outreach.withdraw",
        _("Take the agreement back"),
        _("The line is not in force until your party agrees again. That it had agreed stays in the history."),
        _("The agreement of your party was taken back."),
        "line",
        _("Take it back"),
    ),
    "line-question": Act(
        "outreach.add_question",
        _("A question that the line answers"),
        _("With an answer in both languages that says no more than the line and its proofs."),
        _("The question was added."),
        "line",
    ),
    "line-retire": Act(
        "outreach.retire_line",
        _("Retire the line"),
        _("It is said no more. It stays on the page with the reason."),
        _("The line was retired."),
        "line",
        _("Retire"),
    ),
    "proof-drop": Act(
        "outreach.drop_proof",
        _("Take a proof away"),
        _("An agreed line keeps at least one proof that all see who see the line."),
        _("The proof was taken away."),
        "proof",
        _("Take it away"),
    ),
    "question-drop": Act(
        "outreach.drop_question",
        _("Take a question away"),
        _("The question goes with its answer."),
        _("The question was taken away."),
        "question",
        _("Take it away"),
    ),
    "sheet-describe": Act(
        "factsheets.describe",
        _("What the sheet says before its figures"),
        _("Its title, one sentence of introduction, and what is counted on the day of issue."),
        _("The sheet was worded otherwise."),
        "fact_sheet",
    ),
    "sheet-put": Act(
        "factsheets.put",
        _("Put a figure on the sheet"),
        _("Under an area, and at a place in the order. Without a place it comes last."),
        _("The figure is on the sheet."),
        "fact_sheet",
        _("Put it there"),
    ),
    "sheet-issue": Act(
        "factsheets.issue",
        _("Issue the fact sheet"),
        _(
            "Everybody sees it then, with its number and date, and nothing in it changes any more. What is not public is left out."
        ),
        _("The fact sheet was issued."),
        "fact_sheet",
        pgettext_lazy("a sheet", "Issue"),
    ),
    "sheet-withdraw": Act(
        "factsheets.withdraw",
        _("Withdraw the fact sheet"),
        _("Its page tells everybody so, with the reason, and no longer shows its figures."),
        _("The fact sheet was withdrawn."),
        "fact_sheet",
        _("Withdraw"),
    ),
    "sheet-figure-place": Act(
        "factsheets.place",
        _("Where the figure stands"),
        _("Under another area, or at another place in the order."),
        _("The figure was moved."),
        "sheet_figure",
    ),
    "sheet-figure-off": Act(
        "factsheets.take_off",
        _("Take the figure off the sheet"),
        _("The figure itself stays in the register."),
        _("The figure was taken off."),
        "sheet_figure",
        _("Take it off"),
    ),
}
NEW: dict[str, Act] = {
    "house-add": Act(
        "outreach.open_house",
        _("Open a message house"),
        _("On one theme: an overarching message first, then three to five lines, each with its proof."),
        _("The house was opened. Add its lines."),
        "",
        _("Open it"),
        on="house",
    ),
    "fact-sheet-add": Act(
        "factsheets.compose",
        _("Compose a fact sheet"),
        _(
            "Its title and one sentence of introduction; then put figures on it. Until it is issued only those see it whom you name."
        ),
        _("The sheet was begun. Put figures on it."),
        "",
        _("Begin it"),
        on="fact_sheet",
    ),
}


def offered_for_outreach(viewer: Viewer, act: Act) -> dict[str, Callable[[], Options]]:
    """What the forms of a new house and a new sheet offer."""
    if act.on == "house":
        return {"theme": lambda: theme_options(viewer)}
    return {"counts": lambda: count_options(viewer)} if act.on == "fact_sheet" else {}
