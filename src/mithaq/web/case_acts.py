"""What can be done with success cases on the page of an act: draw, record an interview or that there was none, confirm,
withdraw."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.web.acts import Act

ACTS: dict[str, Act] = {
    "course-cases": Act(
        "cases.draw",
        _("Draw success cases"),
        _(
            "So many of those who use most of what they learned, and so many of those who use least, by their own answers half a "
            "year later. The house makes the seed, so that nobody chooses the people; from the same answers it is drawn once."
        ),
        _("The cases were drawn. They wait for their interviews."),
        "course",
        _("Draw"),
        on="cases-course",
    ),
    "case-interview": Act(
        "cases.interview",
        _("Record the interview"),
        _("Write what was said, without a name: it counts when somebody else than the interviewer has confirmed it."),
        _("The interview was recorded. It waits for a second person."),
        "case",
        private=True,
    ),
    "case-none": Act(
        "cases.no_interview",
        _("No interview"),
        _("Say why. The next of the same list can be drawn instead, by the same rule and the same seed."),
        _("It was recorded that there is no interview."),
        "case",
    ),
    "case-confirm": Act(
        "cases.confirm",
        _("Confirm the interview"),
        _(
            "You say, as a second person, that what was recorded is so and that nothing in it tells who it was: it stands in the "
            "annual review. From then on the case counts and does not change."
        ),
        _("The case was confirmed."),
        "case",
        pgettext_lazy("a success case", "Confirm"),
    ),
    "case-withdraw": Act(
        "cases.withdraw",
        _("Withdraw the case"),
        _(
            "It counts nowhere from then on, and its words leave the annual reviews that hold them. It stands with your reason; "
            "nobody takes that back."
        ),
        _("The case was withdrawn."),
        "case",
        pgettext_lazy("a success case", "Withdraw"),
    ),
}
