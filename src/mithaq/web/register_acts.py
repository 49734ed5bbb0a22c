"""What can be done with parties, people, meetings, areas and accounts, each on a page of its own, beside what `acts` holds."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.roles import ROLES
from mithaq.access.viewer import Viewer
from mithaq.web import (
    acts,
    case_acts,
    consult_acts,
    finding_acts,
    instrument_acts,
    outreach_acts,
    run_acts,
    table_acts,
    text_acts,
    training_acts,
)
from mithaq.web.acts import Act
from mithaq.web.choices import Options, everybody, options_of, signed
from mithaq.web.days import tongue
from mithaq.web.table_things import offered_for_meeting, offered_for_series

ACTS: dict[str, Act] = {
    **acts.ACTS,
    **table_acts.ACTS,
    **text_acts.ACTS,
    **consult_acts.ACTS,
    **training_acts.ACTS,
    **finding_acts.ACTS,
    **case_acts.ACTS,
    **run_acts.ACTS,
    **instrument_acts.ACTS,
    **outreach_acts.ACTS,
    "party-claim": Act(
        "parties.claim_status",
        _("What a source says of its standing"),
        _("Keep it with its source beside what other sources say. Nothing that was kept before goes."),
        _("What the source says was kept."),
        "party",
    ),
    "party-prefer": Act(
        "parties.prefer_claim",
        _("Prefer a source"),
        _("Where sources differ on when it began, one is shown first, and everybody reads why. The others stay."),
        _("The source is preferred now."),
        "",
        on="party",
    ),
    "party-mission": Act(
        "parties.add_mission",
        _("A mission"),
        _("The representation that the party is accredited through."),
        _("The mission was added."),
        "party",
    ),
    "party-post": Act(
        "parties.add_post",
        _("A post"),
        _("An office of the party. Who holds it, and since when, is said on its own."),
        _("The post was added."),
        "party",
    ),
    "party-tenure": Act(
        "parties.begin_tenure",
        _("Who holds the post"),
        _("Since when, or on which day a source shows it. Who held it before stays in the list."),
        _("It is kept who holds the post."),
        "",
        on="party",
    ),
    "party-alias": Act(
        "parties.add_alias",
        _("Another way to write its name"),
        _("Texts that write it so are understood, and search finds it."),
        _("The name was added."),
        "party",
        hides=("person",),
    ),
    "party-figure": Act(
        "parties.record_figure",
        _("A figure about it"),
        _("With its comparator, its day and its source. An earlier figure on the same matter stays."),
        _("The figure was kept."),
        "party",
    ),
    "person-alias": Act(
        "parties.add_alias",
        _("Another way to write the name"),
        _("Texts that write it so are understood, and search finds it."),
        _("The name was added."),
        "person",
        hides=("party",),
    ),
    "person-tenure": Act(
        "parties.begin_tenure",
        _("A post held"),
        _("Since when, or on which day a source shows it. A post that is not here is added on the page of its party."),
        _("It is kept who holds the post."),
        "person",
    ),
    "person-leaves": Act(
        "parties.end_tenure",
        _("The end of a post"),
        _("Until when it was held, and how that is known."),
        _("The end was kept."),
        "",
        on="person",
    ),
    "area-claim": Act(
        "areas.claim",
        _("A source that names the area"),
        _("As agreed, as open to consultation, or as discussed. Nothing that was kept before goes."),
        _("What the source says was kept."),
        "area",
    ),
    "account-secret": Act(
        "accounts.set_secret",
        _("A first password"),
        _(
            "Tell it to its owner by another way than mail; they change it after they came in. It is kept in no journal."
        ),
        _("The account has a new password."),
        "account",
        private=True,
    ),
}
MEETINGS = (  # what stands on the page of a meeting
    *("moving", "stepping", "holding", "inviting", "attending", "planning", "carrying"),
    *("item", "paper", "invitation", "participant"),
)
WITH_SOURCE = _("Nothing enters the register without its source: a sentence of a document, or a source in words.")
NEW: dict[str, Act] = {
    **table_acts.NEW,
    **consult_acts.NEW,
    **training_acts.NEW,
    **finding_acts.NEW,
    **outreach_acts.NEW,
    "party-add": Act(
        "parties.add",
        _("A new party"),
        _("A state or an organisation. Parties are public: everybody names them."),
        _("The party was added."),
        "",
        on="party",
    ),
    "person-add": Act(
        "parties.add_person",
        _("A new person"),
        _("Somebody who holds or held posts. Look first whether the person is here under another spelling."),
        _("The person was added. Say which post they hold."),
        "",
        on="person",
    ),
    "figure-add": Act(
        "parties.record_figure", _("A new figure"), WITH_SOURCE, _("The figure was kept."), "", on="figure"
    ),
    "meeting-add": Act("meetings.add", _("A new meeting"), WITH_SOURCE, _("The meeting was added."), "", on="meeting"),
    "series-add": Act(
        "meetings.add_series",
        _("A new series of meetings"),
        _("A recurring consultation. The series is public; what is said at its meetings need not be."),
        _("The series was added."),
        "",
        on="series",
    ),
    "area-add": Act(
        "areas.add",
        _("A new area of cooperation"),
        _("Areas are public. Which source names them, and how, is said on its own."),
        _("The area was added."),
        "",
        on="area",
    ),
    "account-add": Act(
        "accounts.add",
        _("A new account"),
        _("Somebody who signs in for one party. Roles say what they may do; level and party say what they may see."),
        _("The account was added. Give it a first password."),
        "",
        on="account",
    ),
    "initiative-add": Act(
        "parties.add_initiative",
        _("A new initiative"),
        _("The framework that parties share. It is public."),
        _("The initiative was added."),
        "",
        on="initiative",
    ),
}


def offered_for_new(viewer: Viewer, act: Act) -> dict[str, Callable[[], Options]]:
    """What the form of a new thing offers beside what its fields offer everywhere."""
    nobody = [("", gettext("Nobody known here"))]
    offered: dict[str, Callable[[], Options]] = {"speaker": lambda: [*nobody, *everybody(viewer)]}
    if act.on == "meeting":
        offered |= offered_for_meeting(viewer)
    if act.on == "series":
        offered |= offered_for_series(viewer)
    if act.on == "party":
        offered["kind"] = lambda: signed("party")
    if act.on == "account":
        offered["roles"] = lambda: [(role.code, role.name.in_language(tongue())) for role in ROLES.values()]
        offered["deputy"] = lambda: options_of(viewer, "focal", {}, {}) or []
    offered |= outreach_acts.offered_for_outreach(viewer, act)
    offered |= finding_acts.offered_for_findings(viewer, act)
    return offered | training_acts.offered_for_training(viewer, act)


def lists(kind: str) -> tuple[str, str]:
    """The list that things of this kind stand in: the name of its route, and what it is called."""
    known = {
        "commitment": ("commitments", gettext("Commitments")),
        "action": ("actions", gettext("Actions")),
        "meeting": ("meetings", gettext("Meetings")),
        "series": ("series-list", gettext("Series and cadence")),
        "format": ("formats", gettext("Formats")),
        **dict.fromkeys(MEETINGS, ("meetings", gettext("Meetings"))),
        "person": ("people", gettext("People")),
        "figure": ("figures", gettext("Figures")),
        "area": ("areas", gettext("Areas")),
        "account": ("accounts", gettext("Accounts")),
        **dict.fromkeys(("text", "silence"), ("texts", gettext("Joint texts"))),
        **dict.fromkeys(("table", "minutes", "minutes_item"), ("meetings", gettext("Meetings"))),
        **dict.fromkeys(("course", "certificate", "instrument"), ("catalogue", gettext("Training"))),
        **dict.fromkeys(("activity", "nomination", "swap"), ("activities", gettext("Offerings and activities"))),
        **dict.fromkeys(("centre", "centres", "dossier", "criterion"), ("centres", gettext("Centres"))),
        **dict.fromkeys(("finding", "asked"), ("findings", pgettext("of the evaluation", "Findings"))),
        **dict.fromkeys(("run", "release", "consent"), ("runs", gettext("Runs and releases"))),
        **dict.fromkeys(("case", "draw", "cases-course"), ("cases", gettext("Success cases"))),
        "annual-review": ("annual-reviews", gettext("Annual reviews")),
        "idea": ("ideas", gettext("Ideas")),
        **dict.fromkeys(("issue", "position"), ("positions", gettext("Positions"))),
        **dict.fromkeys(("interest", "goal", "means", "means_proposal"), ("goals", gettext("Joint goals"))),
        **dict.fromkeys(("house", "line", "proof", "question"), ("houses", gettext("Message houses"))),
        **dict.fromkeys(("fact_sheet", "sheet_figure"), ("facts", gettext("Fact sheets"))),
    }
    return known.get(kind, ("parties", gettext("Parties")))
