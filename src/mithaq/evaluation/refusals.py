"""Why results cannot be evaluated as they are, and what their owner can do: one stable code and one message a reason."""

from __future__ import annotations

from typing import Any

from mithaq.core.errors import Problem


def _(text: str) -> str:
    """Marks the key of a translation. It is said in the user's language where it is shown, not here."""
    return text


class Unfit(Problem, ValueError):
    """Results that do not allow what was asked of them. Also a ValueError, for programs that use this room alone."""

    code, status = "unfit", 422
    text = "These results cannot be evaluated as they are."


REFUSALS = {
    "not_numbers": _("“%(name)s” holds something that is not a number. Give numbers, and leave empty what is missing."),
    "shape": _("“%(name)s” does not have the right shape: %(wanted)s is needed."),
    "unequal": _(
        "“%(first)s” has %(m)s values and “%(second)s” has %(n)s. Give one of each for every person, "
        "and leave empty what is missing."
    ),
    "infinite": _(
        "“%(name)s” holds a number that is infinite or far too large. Correct it, or leave it empty if it is missing."
    ),
    "too_few": _(
        "%(found)s complete rows are left for “%(name)s” and at least %(needed)s are needed. Add results before asking again."
    ),
    "no_spread": _(
        "All values of “%(name)s” are equal, so nothing can be said of how sure the result is. "
        "Check the scores; a test that tells nobody apart cannot be evaluated."
    ),
    "range": _("“%(name)s” is %(value)s; it has to be %(wanted)s."),
    "variances": _("Every variance has to be above zero. Leave out what was not measured."),
    "variances_apart": _(
        "These estimates or their variances lie too far apart for one sum. Check the largest and the smallest of them."
    ),
    "flat_needs_three": _(
        "With %(found)s estimates nothing is known of how they differ unless you say what is plausible: give prior_scale."
    ),
    "maximum_reached": _("The mean before is the maximum already: there is no gap to close, so no normalised gain."),
    "one_group": _("There is only one group in “%(name)s”. Comparing needs two or more."),
    "two_groups": _("There are more than two groups in “%(name)s”. Compare two at a time."),
    "confounded": _(
        "“%(name)s” cannot be told apart from what else is in the model. Leave it out, or add results where they differ."
    ),
    "perfect_fit": _(
        "The results follow the model exactly, so nothing can be said of how sure they are. Check that the scores are real."
    ),
    "same_level": _(
        "Every level of “%(name)s” holds one value only, so it cannot be told from the differences between people."
    ),
    "not_zero_one": _("An item is answered right (1) or not (0). “%(name)s” holds %(value)s."),
    "same_answers": _(
        "Everybody answered item %(items)s alike (all right or all wrong). Leave it out: nothing can be learned of it."
    ),
    "not_connected": _(
        "The items fall into two parts that no answers link: every person got all of one part right or all of the other "
        "wrong. Add answers, or evaluate the parts apart."
    ),
    "no_convergence": _(
        "No stable answer was found for “%(name)s”. Check the results for what is odd, or add more of them."
    ),
    "negative_counts": _("A count of people is a whole number, zero or more. “%(name)s” holds %(value)s."),
    "no_worthwhile": _("Agree on the smallest worthwhile gain first."),
    "nothing_common": _(
        "These items have nothing in common, so their sum measures no one thing. Check how they are scored, or look at them apart."
    ),
    "few_common": _(
        "The two forms share %(found)s items and at least %(needed)s are needed. Compare people within each form only, "
        "or give the next form more items of the other."
    ),
}


def unfit(code: str, **params: Any) -> Unfit:
    """The error to raise for this reason."""
    return Unfit(REFUSALS[code], code=code, **params)
