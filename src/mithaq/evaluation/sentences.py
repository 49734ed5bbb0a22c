"""What is said of results: every sentence is made from a code and its numbers, never typed by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def _(text: str) -> str:
    """Marks the key of a translation. It is said in the user's language where it is shown, not here."""
    return text


SENTENCES = {
    # verdicts
    "benefit_shown": _("Benefit shown: the mean gain lies between %(low)s and %(high)s points, above the %(worthwhile)s that count as worthwhile."),
    "no_worthwhile_benefit": _("No worthwhile benefit: the mean gain lies between %(low)s and %(high)s points, below the %(worthwhile)s that count as worthwhile."),
    "not_yet_known": _("Not known yet: the mean gain lies between %(low)s and %(high)s points, and %(worthwhile)s count as worthwhile."),
    "not_measurable": _("Cannot be measured."),
    # why it cannot be measured
    "no_test_before": _("Nobody was tested before the course, so there is nothing to compare with."),
    "no_test_after": _("Nobody who was tested before was tested after the course."),
    "too_few": _("%(n)s people have both tests; at least %(needed)s are needed."),
    "unreliable": _("The test is too unreliable: its reliability is %(reliability)s and at least %(needed)s is needed."),
    "too_many_missing": _("%(share)s of those tested before lack the test after; a verdict needs that no more than %(most)s do."),
    "at_ceiling": _("%(share)s reached the highest score after the course, so what they gained beyond it was not measured."),
    "no_spread": _("Everybody's gain is the same, so nothing can be said of how sure the result is. Check the scores."),
    "unequal_forms": _("The tests have different highest scores (%(maxima)s): forms of unequal length cannot be compared before common items link them."),
    "no_worthwhile_gain": _("No smallest worthwhile gain was agreed before the course; zero stands in for it."),
    # what to know beside a verdict
    "near_ceiling": _("Near the ceiling: %(post)s reached the highest score after, and the mean before is %(pre)s of it. Gains look smaller than they are."),
    "drop_out": _("%(share)s of those tested before lack the test after."),
    "leavers_differ": _("Those who lack the test after began %(points)s points away from the others; the estimate allows for that."),
    "tips": _("The verdict would change if those who are missing gained %(points)s points less than people like them."),
    "tips_up": _("The verdict would change if those who are missing gained %(points)s points more than people like them."),
    "does_not_tip": _("No result of those who are missing could change the verdict."),
    "unreliable_gain": _("Gains of single people are too unreliable to compare (reliability %(reliability)s)."),
    "small": _("With %(n)s people a mean gain cannot be told apart from others less than %(half)s points away."),
    "combine": _("Results of about %(together)s offerings of this size, or %(more)s people more, would show a gain of %(target)s points."),
    "few_answered": _("Only %(share)s of those asked answered: what the others think is not known."),
    "late_answers_differ": _("Those who answered late differ from those who answered first, so those who did not answer may differ too."),
    "few_common": _("The two forms share %(common)s items; at least %(needed)s are needed before their results are compared."),
    "no_guard": _("Nobody was measured without the course, so practice and time may be part of the gain."),
    # groups
    "one_party": _("Only one party took part, so parties cannot be compared."),
    "not_told_apart": _("These parties cannot be told apart."),
    "own_courses": _(
        "No course had people of two parties, so parties cannot be told apart from the courses they attended."
    ),
    "above_average": _("Gained more than the average of the parties, other things being equal: by %(low)s to %(high)s points."),
    "below_average": _("Gained less than the average of the parties, other things being equal: by %(low)s to %(high)s points."),
    "about_average": _("Cannot be told apart from the average of the parties: between %(low)s and %(high)s points from it."),
    "answers_differ": _("The two answers differ: compared by gain %(gain)s points, compared at the same score before %(ancova)s points."),
    "ancova_applies": _("People were chosen by the test before: compare at the same score before."),
    "gain_applies": _("Whole units took part as they stand: compare by gain."),
    "neither_settled": _("How people were chosen does not settle which of the two answers holds: look at both."),
    # again
    "worked": _("It worked: the gain is %(low)s to %(high)s points higher than before, chance allowed for."),
    "did_not": _("It did not work: the change is between %(low)s and %(high)s points, short of the %(predicted)s that were expected."),
    "change_not_yet_known": _("Not known yet whether it worked: the change is between %(low)s and %(high)s points."),
    # retention
    "retention_undefined": _("How much was kept cannot be said: the gain itself may be nothing."),
    "kept": _("Of the gain, %(share)s was kept (between %(low)s and %(high)s)."),
    # what to put right in the table
    "course_unequal_forms": _("“%(course)s” has tests with different highest scores (%(maxima)s): forms of unequal length cannot be compared before common items link them."),
    "course_no_spread": _("All gains of “%(course)s” are equal. Check the scores; such a course cannot be measured."),
    "post_without_pre": _("%(count)s people have a test after without one before; they are set aside (first in line %(line)s)."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its code, with the words that fill it."""

    code: str
    params: tuple[tuple[str, str], ...] = ()

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, through `translate` (a gettext function), with its words filled in."""
        text = translate(SENTENCES[self.code])
        return text % dict(self.params) if self.params else text


def sentence(code: str, **params: Any) -> Sentence:
    """The sentence of this code. Numbers are written with one decimal, whole ones without."""
    return Sentence(code, tuple((name, _word(value)) for name, value in params.items()))


def _word(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".replace("-0.0", "0.0").removesuffix(".0")
    return str(value)


def percent(share: float) -> str:
    """A share as people write it."""
    return f"{100 * share:.0f}%"
