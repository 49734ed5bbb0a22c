"""What acts on success cases are about, as the page of the act shows it: a course that is drawn from, a case."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext

from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.training.reads import course_page
from mithaq.reviews.cases.reads import case_page
from mithaq.web.acts import Thing
from mithaq.web.choices import Options, signed
from mithaq.web.days import gregorian, tongue

SIZE = 3  # from each end, where nobody says more


def course_thing(viewer: Viewer, public_id: str) -> Thing:
    """A course that is to be drawn from."""
    page = course_page(viewer, course=public_id)
    row = page.row

    def offerings() -> Options:
        told = [(one.public_id, f"{one.ref} · {gregorian(one.begins)}") for one in page.offerings]
        return [("", gettext("All offerings")), *told]

    return Thing(
        *("course", row.public_id, row.code, row.title, "", "", None, 1),
        {"size": SIZE},
        choices={"activity": offerings},
        page=reverse("cases-course", args=[row.public_id]),
    )


def case_thing(viewer: Viewer, public_id: str) -> Thing:
    """A case, with what was recorded of its interview."""
    page = case_page(viewer, case=public_id)
    row, told = page.row, page.interview
    title = row.course.title if row.course else Bilingual("", row.ref)
    known = {"language": told.language if told else tongue(), "instead": True}
    if told:
        fields = ("used", "came_of", "evidence", "helped", "barriers", "hindered")
        known |= {name: getattr(told, name) for name in fields} | {"interviewed_on": told.on}
    return Thing(
        *("case", row.public_id, row.ref, title, "", "", page.seen, page.version),
        known,
        choices={"barriers": lambda: signed("case_barrier")},
        page=reverse("case", args=[row.public_id]),
    )


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {"cases-course": course_thing, "case": case_thing}
