"""What can be done in training on the page of an act: nominate and decide, seats, courses, centres, certificates."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from mithaq.access.viewer import Viewer
from mithaq.web.acts import Act
from mithaq.web.choices import Options, signed
from mithaq.web.training_things import centre_options, party_options
from mithaq.web.zones import zone_options

ACTS: dict[str, Act] = {
    "activity-describe": Act(
        "activities.describe",
        _("What is said of the activity"),
        _("There are never fewer seats than are taken or given to parties."),
        _("It was put right."),
        "activity",
    ),
    "activity-step": Act(
        "activities.step",
        _("Take the activity further"),
        _("Open it for nominations, say that it was held, or cancel it with a reason."),
        _("The activity was taken further."),
        "activity",
    ),
    "activity-seats": Act(
        "activities.set_seats",
        _("Seats of a party"),
        _("Unused seats of the parties are given back before the first day and go down the waiting list."),
        _("The party has these seats now."),
        "activity",
    ),
    "activity-nominate": Act(
        "places.nominate",
        _("Nominate somebody"),
        _("The name is seen by your party and by the centre alone. The mission sends the nomination to the centre."),
        _("The nomination is with the mission."),
        "activity",
        _("Nominate"),
        private=True,
    ),
    "activity-swap": Act(
        "swaps.offer",
        _("Offer seats to another party"),
        _("For seats in another activity, or for nothing. They change hands when the other party agrees."),
        _("The seats were offered."),
        "activity",
        _("Offer"),
    ),
    "activity-attend": Act(
        "attendance.note",
        _("Attendance of a day"),
        _("Said again for the same day, it takes the place of what was said before."),
        _("Attendance was noted."),
        "activity",
    ),
    "activity-trainer": Act(
        "trainers.assign",
        _("Assign a trainer"),
        _("From the roster of the centre. Those see it who see both."),
        _("The trainer was assigned."),
        "activity",
    ),
    "nomination-forward": Act(
        "places.forward",
        _("Send the nomination to the centre"),
        _("The centre decides on it, and says why."),
        _("The nomination is with the centre."),
        "nomination",
        _("Send"),
    ),
    "nomination-withdraw": Act(
        "places.withdraw",
        _("Withdraw the nomination"),
        _("If it has a seat, the seat goes to who is next on the waiting list."),
        _("The nomination was withdrawn."),
        "nomination",
        _("Withdraw"),
    ),
    "nomination-accept": Act(
        "places.accept",
        _("Give a seat"),
        _("One of the party's own or an open one. Nobody passes those who wait for the same seat."),
        _("It was decided. The nomination says what was done."),
        "nomination",
        _("Decide"),
    ),
    "nomination-refuse": Act(
        "places.refuse",
        _("Do not accept the nomination"),
        _("The party reads the reason."),
        _("The nomination was not accepted."),
        "nomination",
        _("Decide"),
    ),
    "nomination-result": Act(
        "participation.note",
        _("How it ended"),
        _("Who completed can get a certificate."),
        _("It was noted."),
        "nomination",
    ),
    "nomination-certificate": Act(
        "certificates.issue",
        _("Issue the certificate"),
        _("A paper in both languages and a signed badge. Whoever holds its link can verify both."),
        _("The certificate was issued."),
        "nomination",
        _("Issue"),
    ),
    "certificate-revoke": Act(
        "certificates.revoke",
        _("Revoke the certificate"),
        _("Its link and its badge say so from now on. The reason they do not tell."),
        _("The certificate was revoked."),
        "certificate",
        _("Revoke"),
    ),
    "swap-agree": Act(
        "swaps.agree",
        _("Agree to the seats offered"),
        _("They change hands at once."),
        _("The seats changed hands."),
        "swap",
        _("Agree"),
    ),
    "swap-decline": Act(
        "swaps.decline",
        _("Decline the seats offered"),
        _("The other party reads the reason."),
        _("The offer was declined."),
        "swap",
    ),
    "swap-withdraw": Act(
        "swaps.withdraw",
        _("Withdraw the offer"),
        _("The seats stay your party's."),
        _("The offer was withdrawn."),
        "swap",
    ),
    "course-describe": Act(
        "courses.describe",
        _("What the catalogue says of the course"),
        _("What is not known stays empty."),
        _("It was put right."),
        "course",
    ),
    "course-release": Act(
        "courses.release",
        _("Release the course to more"),
        _("Whoever sees it now goes on seeing it. It cannot be taken back; runs and results keep those who see them."),
        _("The course was released to more."),
        "course",
        _("Release"),
    ),
    "course-objective": Act(
        "courses.set_objective",
        _("An objective"),
        _("What they can do after the course, under which condition, and how well."),
        _("The objective was kept."),
        "course",
    ),
    "course-offer": Act(
        "courses.offer",
        _("Plan a run of the course"),
        _("It is in planning until it is opened for nominations."),
        _("The run was planned."),
        "course",
    ),
    "centre-describe": Act(
        "centres.describe",
        _("What is said of the centre"),
        _("It is public."),
        _("It was put right."),
        "centre",
    ),
    "centre-year": Act(
        "centres.plan_year",
        _("Annual programme"),
        _("In words. The courses of the year are its offerings."),
        _("The year was planned."),
        "centre",
    ),
    "centre-trainer": Act(
        "trainers.add",
        _("A trainer for the roster"),
        _("Choose who may see the name."),
        _("The trainer is on the roster."),
        "centre",
    ),
    "trainer-describe": Act(
        "trainers.describe",
        _("What the roster says of a trainer"),
        _("Who does not teach any more stays on the roster with the day until which they did."),
        _("It was put right."),
        "trainer",
    ),
    "centre-dossier": Act(
        "dossiers.open",
        _("Put the centre forward for accreditation"),
        _("Criteria with their evidence, a visit, a decision and the date of its review follow."),
        _("The dossier was opened."),
        "centre",
    ),
    "dossier-criterion": Act(
        "dossiers.set_criterion",
        _("A criterion"),
        _("Said again in other words, it has to be judged again."),
        _("The criterion was kept."),
        "dossier",
    ),
    "dossier-visit": Act(
        "dossiers.note_visit",
        _("A visit of assessors"),
        _("Who visited, on which day, and what was found."),
        _("The visit was noted."),
        "dossier",
    ),
    "dossier-step": Act(
        "dossiers.step",
        _("Take the dossier further"),
        _("Only the steps of the written table are offered. A decision has its words and the date of the review."),
        _("The dossier was taken further."),
        "dossier",
    ),
    "criterion-evidence": Act(
        "dossiers.show_evidence",
        _("Evidence for a criterion"),
        _("A document here, an address, or words."),
        _("The evidence was kept."),
        "criterion",
    ),
    "criterion-judge": Act(
        "dossiers.judge",
        _("Is the criterion met?"),
        _("A centre is accredited when it meets them all."),
        _("The judgement was kept."),
        "criterion",
    ),
}
NEW: dict[str, Act] = {
    "course-add": Act(
        "courses.add",
        _("A new course"),
        _("For the catalogue of a centre. What is not known stays empty."),
        _("The course stands in the catalogue."),
        "",
        on="course",
    ),
    "centre-add": Act(
        "centres.add",
        _("A new centre"),
        _("Of a party that is a centre. It is public."),
        _("The centre was added."),
        "",
        on="centres",
    ),
    "activity-plan": Act(
        "activities.plan",
        _("A new activity"),
        _(
            "A workshop, an exercise, a visit or an expert team. A run of a course is planned on the page of the course."
        ),
        _("The activity was planned. Open it when nominations are to be taken."),
        "",
        on="activity",
    ),
}


def offered_for_training(viewer: Viewer, act: Act) -> dict[str, Callable[[], Options]]:
    """What the form of a new course, centre or activity offers."""
    if act.on == "activity":
        return {"kind": lambda: signed("activity_kind"), "zone": zone_options}
    if act.on == "course":
        return {"kind": lambda: signed("training_kind"), "centre": lambda: centre_options(viewer)}
    return {"party": lambda: party_options(viewer)} if act.on == "centres" else {}
