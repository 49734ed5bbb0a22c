"""What can be done in a silence procedure on the page of an act: what it is about, and what its fields offer."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from mithaq.access.reads import parties
from mithaq.access.viewer import Viewer
from mithaq.register.texts.reads import SilencePage, silence_page
from mithaq.web.acts import Act, Thing
from mithaq.web.choices import Options, signed
from mithaq.web.days import tongue
from mithaq.web.zones import zone_options

ACTS: dict[str, Act] = {
    "silence-agree": Act(
        "silence.agree",
        _("Agree expressly"),
        _(
            "Your party says that it agrees, instead of keeping silence; a statement can go with it. Silence runs on to its expiry: until then your party can still break it. Those at the table see who agreed; the statement is read by all who see the text."
        ),
        _("It was written down that your party agrees."),
        "silence",
        _("Agree"),
    ),
    "silence-extend": Act(
        "silence.extend",
        _("Extend silence"),
        _("To a later hour, while silence runs. All concerned are told at once."),
        _("Silence was extended. All concerned were told."),
        "silence",
        _("Extend"),
    ),
    "silence-withdraw": Act(
        "silence.withdraw",
        _("Take the text back from silence"),
        _("Nothing is agreed then, and drafting goes on. All concerned are told at once."),
        _("The text was taken back. All concerned were told."),
        "silence",
        _("Take back"),
    ),
    "silence-state": Act(
        "silence.state",
        _("Attach a statement"),
        _(
            "How your party understands the text, or what of it your party does not take on. It does not break silence; all who see the text read it."
        ),
        _("The statement stands beside the text. All concerned were told."),
        "silence",
        _("Attach it"),
    ),
    "silence-receive": Act(
        "silence.receive",
        _("A letter of several parties"),
        _("A statement that came to the chair as a letter, in the name of the parties that signed it."),
        _("The letter stands beside the text. All concerned were told."),
        "silence",
        _("Attach it"),
    ),
    "silence-conclude": Act(
        "silence.conclude",
        _("Concluded in session"),
        _(
            "Silence did not hold, and a meeting agreed the text or took note of it. Name the meeting or the day, and the record."
        ),
        _("It was written down what the meeting did."),
        "silence",
    ),
}


def silence_thing(viewer: Viewer, public_id: str) -> Thing:
    """A silence procedure that something is to be done in."""
    page = silence_page(viewer, silence=public_id)
    return Thing(
        *("silence", page.public_id, page.text.ref, page.title, "", "", page.seen, page.version),
        {"zone": page.zone},
        choices={
            "kind": lambda: signed("national"),
            "outcome": lambda: signed("outcome"),
            "zone": zone_options,
            "parties": lambda: _under(viewer, page),
        },
    )


def _under(viewer: Viewer, page: SilencePage) -> Options:
    names = parties(viewer)
    return [(code, names[code].short.in_language(tongue()) if code in names else code) for code in page.under]


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {"silence": silence_thing}
