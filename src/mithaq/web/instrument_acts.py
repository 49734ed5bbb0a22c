"""What can be done with instruments and with the scores of a person, on the page of an act."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.web.acts import Act

ACTS: dict[str, Act] = {
    "course-instrument": Act(
        "instruments.add",
        _("A new instrument"),
        _(
            "A form of questions about the course: what people thought of it, a test, or what was applied later. The centre sees "
            "it and those it is shared with, and no state: the key of a test is in it."
        ),
        _("The instrument was made, as a draft. Write its questions, then put it in use."),
        "course",
        _("Make it"),
        hides=("demonstration",),
    ),
    "instrument-amend": Act(
        "instruments.amend",
        _("What the instrument is called"),
        _("Questions of an instrument in use do not change: what was measured stays comparable."),
        _("It was put right."),
        "instrument",
    ),
    "instrument-use": Act(
        "instruments.put_in_use",
        _("Put the instrument in use"),
        _("From then on it can be filled, and its questions do not change any more."),
        _("The instrument is in use."),
        "instrument",
        _("Put in use"),
    ),
    "instrument-retire": Act(
        "instruments.retire",
        _("Retire the instrument"),
        _("It is filled no more, also by links that were handed out. What was filled stays."),
        _("The instrument was retired."),
        "instrument",
        pgettext_lazy("an instrument", "Retire"),
    ),
    "instrument-drop": Act(
        "instruments.drop_item",
        _("Take a question out"),
        _("Those behind it move up."),
        _("The question was taken out."),
        "instrument",
        _("Take out"),
    ),
}
QUESTION = Act(
    "instruments.set_item",
    _("A question of the instrument"),
    _("In both languages: whoever fills the form reads the one they choose."),
    _("The question was written down."),
    "instrument",
)
SCORES = Act(
    "results.record",
    _("Scores of a person"),
    _("By the number of the nomination or a code. No name is kept with them."),
    _("The scores were recorded."),
    "activity",
)
