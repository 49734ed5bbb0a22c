"""What acts around the table are about, as the page of the act shows it, and what their fields offer."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.reads import (
    MinutesPage,
    goal_list,
    goal_named,
    idea_page,
    interest_named,
    issue_page,
    means_named,
    means_proposal,
    minutes_item,
    minutes_of_meeting,
    minutes_page,
    position_matrix,
    position_page,
)
from mithaq.register.meetings.reads import MeetingName, agenda, meeting_page
from mithaq.register.training.reads import CourseRow, course_list
from mithaq.web.acts import Thing
from mithaq.web.choices import Options, everybody, signed
from mithaq.web.days import gregorian, tongue
from mithaq.web.listing import walked


def _local(name: Bilingual) -> str:
    return name.in_language(tongue())


def named_meeting(name: MeetingName) -> str:
    """A meeting in a choice: its title or series, number and day."""
    title = _local(name.title) or _local(name.series_name)
    return " · ".join(filter(None, (title, gregorian(name.date) if name.date else "", name.ref)))


def minutes_thing(viewer: Viewer, public_id: str) -> Thing:
    """Minutes that are circulated or approved. They are released to those who took part, unless one says otherwise."""
    page: MinutesPage = minutes_page(viewer, minutes=public_id)
    held = meeting_page(viewer, meeting=page.meeting.public_id)
    level = held.seen.level if held.seen.level != "PUBLIC" else "OFFICIAL"
    known = {"level": level, "audience": held.seen.audience or held.row.parties}
    return Thing(
        *("minutes", page.public_id, page.meeting.ref, page.title, "", "", page.seen, page.version),
        known,
        choices={"meeting": lambda: [(name.public_id, named_meeting(name)) for name in page.approving]},
    )


def minutes_item_thing(viewer: Viewer, public_id: str) -> Thing:
    """An item of minutes that is written."""
    page = minutes_item(viewer, minutes_item=public_id)
    item = page.item
    known = {"text_ar": item.text.ar, "text_en": item.text.en}
    place = reverse("minutes-write", args=[page.minutes]) + f"#{item.public_id}"
    return Thing(*("minutes_item", item.public_id, "", item.title, "", "", page.seen, item.version), known, page=place)


def table_thing(viewer: Viewer, public_id: str) -> Thing:
    """A meeting of which an outcome is recorded."""
    page = meeting_page(viewer, meeting=public_id)
    row = page.row
    return Thing(
        *("meeting", row.public_id, row.ref, row.title or row.series_name, "", "", page.seen, page.version),
        choices={
            "kind": lambda: [one for one in signed("outcome_kind") if one[0] not in ("call", "request")],
            "item": lambda: [("", gettext("None")), *_items(viewer, row.public_id)],
            "minutes_item": lambda: [("", gettext("None: it stands in a document")), *_minuted(viewer, row.public_id)],
            "speaker": lambda: [("", gettext("Nobody known here")), *everybody(viewer)],
            "issue": lambda: [("", gettext("None")), *_issues(viewer)],
        },
        page=reverse("meeting", args=[row.public_id]) + "#outcomes",
    )


def _items(viewer: Viewer, meeting: str) -> Options:
    return [(item.public_id, f"{item.number}. {_local(item.title)}") for item in agenda(viewer, meeting=meeting)]


def _minuted(viewer: Viewer, meeting: str) -> Options:
    """The items of minutes that others can read already."""
    named = minutes_of_meeting(viewer, meeting=meeting).minutes
    if named is None or named.state == "draft":
        return []
    page = minutes_page(viewer, minutes=named.public_id)
    return [(item.public_id, _local(item.title)) for item in page.items if item.text]


def _issues(viewer: Viewer) -> Options:
    return [(row.public_id, _local(row.title)) for row in position_matrix(viewer).listing.entries]


def idea_thing(viewer: Viewer, public_id: str) -> Thing:
    """An idea that goes a step on."""
    page = idea_page(viewer, idea=public_id)
    row = page.row
    known = {"title_ar": row.title.ar, "title_en": row.title.en, "text_ar": page.text.ar, "text_en": page.text.en}
    follows_up = Permission.COMMITMENTS_MANAGE in viewer.permissions or viewer.party != row.party
    possible = ("refused", "withdrawn") if follows_up or row.state == "proposal" else ("withdrawn",)
    return Thing(
        *("idea", row.public_id, row.ref, row.title, "", "", page.seen, page.version),
        {**known, "areas": row.areas},
        possible,
    )


def issue_thing(viewer: Viewer, public_id: str) -> Thing:
    """An issue on which a position is kept."""
    page = issue_page(viewer, issue=public_id)
    row = page.row
    known = {"title_ar": row.title.ar, "title_en": row.title.en, "about_ar": page.about.ar, "about_en": page.about.en}
    known |= {"level": "", "stance": ""}
    return Thing(
        *("issue", row.public_id, "", row.title, "", "", page.seen, page.version), {**known, "areas": row.areas}
    )


def position_thing(viewer: Viewer, public_id: str) -> Thing:
    """A position that was understood or dated otherwise."""
    page = position_page(viewer, position=public_id)
    shown = page.shown
    place = reverse("issue", args=[page.issue]) + f"#{shown.public_id}"
    return Thing(
        *("position", shown.public_id, "", page.title, shown.words, shown.language, shown.seen, shown.version),
        {"stance": shown.stance, "said_on": shown.said_on},
        page=place,
    )


def interest_thing(viewer: Viewer, public_id: str) -> Thing:
    """An interest out of which a goal comes."""
    found = interest_named(viewer, interest=public_id)
    return Thing("interest", found.public_id, "", found.title, "", "", found.seen, 1, page=reverse("goals"))


def goal_thing(viewer: Viewer, public_id: str) -> Thing:
    """A joint goal of which something was measured, or that a course serves."""
    found = goal_named(viewer, goal=public_id)
    return Thing(
        *("goal", found.public_id, "", found.title, "", "", found.seen, 1),
        choices={"course": lambda: [(row.public_id, _course(row)) for row in walked(course_list, viewer)]},
        page=reverse("goals") + f"#{found.public_id}",
    )


def _course(row: CourseRow) -> str:
    return " · ".join(filter(None, (row.code, _local(row.title))))


def goal_options(viewer: Viewer) -> Options:
    """All joint goals, under the interests that they come out of."""
    found = goal_list(viewer).interests
    groups = [(_local(one.title), [(goal.public_id, _local(goal.title)) for goal in one.goals]) for one in found]
    return [(name, goals) for name, goals in groups if goals]


def means_thing(viewer: Viewer, public_id: str) -> Thing:
    """A course that is not to stand as a means to a goal any more."""
    found = means_named(viewer, means=public_id)
    place = reverse("goals") + f"#{found.goal}"
    return Thing(*("means", found.public_id, found.code, found.title, "", "", found.seen, found.version), page=place)


def means_proposal_thing(viewer: Viewer, public_id: str) -> Thing:
    """What a centre proposed and somebody answers: the goal, how the course is said to serve it."""
    found = means_proposal(viewer, means_proposal=public_id)
    answers = "goals.accept_means" in found.may
    place = reverse("goals") + f"#{found.goal}" if answers else reverse("course", args=[found.course]) + "#goals"
    words = _local(found.how)
    return Thing(
        *("means_proposal", found.public_id, found.code, found.goal_title, words),
        *("ar" if words == found.how.ar else "en", found.seen, found.version),
        page=place,
    )


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    "minutes": minutes_thing,
    "minutes_item": minutes_item_thing,
    "table": table_thing,
    "idea": idea_thing,
    "issue": issue_thing,
    "position": position_thing,
    "interest": interest_thing,
    "goal": goal_thing,
    "means": means_thing,
    "means_proposal": means_proposal_thing,
}
