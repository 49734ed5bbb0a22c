"""The benefit ledger of a party, rung by rung: seats offered, used, courses completed, learned, applied, goals moved."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.reviews.runs.reads import LedgerShown
from mithaq.web.bidi import in_digits, in_signs, island


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung: what it is called, what stands there (None: not known, or not released), what is said of it, and how far it
    reaches, of a hundred."""

    name: Promise
    value: str | SafeString | None
    told: str | SafeString = ""
    share: int | None = None


def rungs(shown: LedgerShown) -> list[Rung]:
    """The five rungs that are numbers, in their order; the goals stand below them."""
    return [
        Rung(_("Seats offered"), _whole(shown.offered), share=_reach(shown.offered, shown.offered)),
        Rung(_("Seats used"), _whole(shown.used), _of(shown.used, shown.offered), _reach(shown.used, shown.offered)),
        Rung(
            _("Courses completed"),
            _whole(shown.completed),
            _of(shown.completed, shown.used),
            _reach(shown.completed, shown.used),
        ),
        _learned(shown),
        _applied(shown),
    ]


def _whole(count: int | None) -> str | None:
    return None if count is None else in_digits(count)


def _signed(number: float, form: str) -> str:
    """A number with its signs as the reader wants them, the minus a minus."""
    return in_signs(format(number, form).replace("-", "−"))


def _of(part: int | None, whole: int | None) -> str | SafeString:
    if part is None or not whole:
        return ""
    return format_html(gettext("{share} of those before"), share=island(_signed(part / whole, ".0%")))


def _reach(part: int | None, whole: int | None) -> int | None:
    return None if part is None or not whole else round(100 * part / whole)


def _learned(shown: LedgerShown) -> Rung:
    """The mean gain with its interval, and of how many people."""
    name = _("Learned")
    if shown.gain is None:
        told = (
            gettext("%(n)s people took both tests") % {"n": _whole(shown.learned)} if shown.learned is not None else ""
        )
        return Rung(name, None, told)
    told = format_html(
        gettext("points of 100{interval}; {n} people"),
        interval=_between(shown.gain_low, shown.gain_high, "+.1f"),
        n=_whole(shown.learned),
    )
    return Rung(name, island(_signed(shown.gain, "+.1f")), told)


def _between(low: float | None, high: float | None, form: str) -> SafeString | str:
    """The interval in words and brackets, after a space."""
    if low is None or high is None:
        return ""
    words = gettext("between {low} and {high}")
    return format_html(" ({})", format_html(words, low=island(_signed(low, form)), high=island(_signed(high, form))))


def _applied(shown: LedgerShown) -> Rung:
    name = _("Applied after six months")
    if shown.applied is None or shown.applied_low is None or shown.applied_high is None:
        return Rung(name, None)
    told = format_html(
        gettext("of the {n} who answered{interval}"),
        interval=_between(shown.applied_low, shown.applied_high, ".0%"),
        n=_whole(shown.applied_of),
    )
    return Rung(name, island(_signed(shown.applied, ".0%")), told, round(100 * shown.applied))


def place_of_ledger(shown: LedgerShown, own: str) -> str:
    """The page that the ledger is from, for somebody of the party `own`; empty where there is none."""
    if not shown.thing:
        return ""
    if shown.source == "run":
        return reverse("run-party", args=[shown.thing, shown.party])
    return reverse("release-own" if shown.source == "part" and shown.party == own else "release", args=[shown.thing])
