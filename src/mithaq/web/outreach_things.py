"""What acts on message houses and fact sheets are about, and what their fields offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import series_list
from mithaq.register.outreach.counting import WORDS
from mithaq.register.outreach.reads import (
    HousePage,
    LineShown,
    SheetPage,
    choosable,
    house_page,
    line_page,
    proof_page,
    question_page,
    sheet_figure,
    sheet_page,
)
from mithaq.register.parties.reads import FigureRow, figures
from mithaq.register.programmes.reads import area_list
from mithaq.register.texts.reads import text_list
from mithaq.web.acts import Thing
from mithaq.web.choices import Options
from mithaq.web.days import gregorian, tongue
from mithaq.web.listing import walked

FILED = {"level": "OFFICIAL"}


def _local(name: Bilingual) -> str:
    return name.in_language(tongue())


def theme_options(viewer: Viewer) -> Options:
    """Themes first, then the other areas."""
    rows = sorted(area_list(viewer), key=lambda row: not row.theme)
    return [("", gettext("None")), *((row.code, _local(row.name)) for row in rows)]


def area_options(viewer: Viewer) -> Options:
    """All areas, and none."""
    return [("", gettext("None")), *((row.code, _local(row.name)) for row in area_list(viewer))]


def series_options(viewer: Viewer) -> Options:
    """All series, and none."""
    return [("", gettext("None")), *((row.code, _local(row.name)) for row in series_list(viewer))]


def count_options(viewer: Viewer) -> Options:
    """What can be counted on a sheet."""
    return [(code, str(words)) for code, words in WORDS.items()]


def house_thing(viewer: Viewer, public_id: str) -> Thing:
    """A message house that something is to be done with."""
    page: HousePage = house_page(viewer, house=public_id)
    row = page.row
    known: dict[str, Any] = {"title_ar": row.title.ar, "title_en": row.title.en, "theme": row.theme, "areas": row.areas}
    known |= {"parties": page.parties, "series": row.series, "level": ""}
    return Thing(
        *("house", row.public_id, row.ref, row.title, "", "", page.seen, page.version),
        known,
        choices={"theme": lambda: theme_options(viewer), "series": lambda: series_options(viewer)},
        page=reverse("house", args=[row.public_id]),
    )


def line_thing(viewer: Viewer, public_id: str) -> Thing:
    """A line that something is to be done with."""
    page, language = line_page(viewer, line=public_id), tongue()
    one: LineShown = page.shown
    words = getattr(one.words, language)
    return Thing(
        *("line", one.public_id, page.house.ref, page.house.title, words, language, one.seen, one.version),
        {"ar": one.words.ar, "en": one.words.en},
        choices={"figure": lambda: figure_options(viewer), "text": lambda: text_options(viewer)},
        page=reverse("house", args=[one.house]) + f"#{one.public_id}",
    )


def figure_options(viewer: Viewer) -> Options:
    """All figures, the newest as-of date first."""
    return [("", gettext("None")), *((row.public_id, _figure(row)) for row in walked(figures, viewer))]


def _figure(row: FigureRow) -> str:
    number = " ".join(filter(None, ("" if row.comparator == "=" else row.comparator, row.value, row.unit)))
    return " · ".join(filter(None, (number, _local(row.what), gregorian(row.as_of) if row.as_of else "")))


def text_options(viewer: Viewer) -> Options:
    """The joint texts that are agreed."""
    rows = text_list(viewer, state="agreed").entries
    return [("", gettext("None")), *((row.public_id, f"{row.ref} · {_local(row.title)}") for row in rows)]


def proof_thing(viewer: Viewer, public_id: str) -> Thing:
    """A proof that is to be taken away."""
    page = proof_page(viewer, proof=public_id)
    place = reverse("house", args=[page.house]) + f"#{page.line}"
    return Thing(*("proof", public_id, "", page.words, "", "", page.seen, 1), page=place)


def question_thing(viewer: Viewer, public_id: str) -> Thing:
    """A question that is to be taken away."""
    page = question_page(viewer, question=public_id)
    place = reverse("house", args=[page.house]) + f"#{page.line}"
    return Thing(*("question", page.public_id, "", page.question, "", "", page.seen, 1), page=place)


def fact_sheet_thing(viewer: Viewer, public_id: str) -> Thing:
    """A fact sheet that something is to be done with."""
    page: SheetPage = sheet_page(viewer, fact_sheet=public_id)
    row = page.row
    known: dict[str, Any] = {"title_ar": row.title.ar, "title_en": row.title.en, "counts": page.counted}
    known |= {"intro_ar": page.intro.ar, "intro_en": page.intro.en}
    return Thing(
        *("fact_sheet", row.public_id, row.ref, row.title, "", "", page.seen, page.version),
        known,
        choices={
            "figure": lambda: figures_for(viewer, row.public_id),
            "group": lambda: area_options(viewer),
            "counts": lambda: count_options(viewer),
        },
        page=reverse("fact_sheet", args=[row.public_id]),
    )


def figures_for(viewer: Viewer, sheet: str) -> Options:
    """The figures that can be put on this sheet: those that everybody may see first."""
    found = choosable(viewer, fact_sheet=sheet)
    groups = (
        (gettext("Everybody may see it"), [one for one in found if one.public]),
        (gettext("Left out on issue: not public"), [one for one in found if not one.public]),
    )
    return [(words, [(one.public_id, _local(one.words)) for one in own]) for words, own in groups if own]


def sheet_figure_thing(viewer: Viewer, public_id: str) -> Thing:
    """A figure of a sheet that is composed."""
    page = sheet_figure(viewer, sheet_figure=public_id)
    one = page.shown
    number = " ".join(filter(None, (one.value, one.unit)))
    title = Bilingual(f"{number} · {one.what.ar or one.what.en}", f"{number} · {one.what.en or one.what.ar}")
    return Thing(
        *("sheet_figure", one.public_id, "", title, "", "", page.seen, 1),
        {"group": one.area, "place": one.place},
        choices={"group": lambda: area_options(viewer)},
        page=reverse("fact_sheet", args=[page.sheet]),
    )


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    "house": house_thing,
    "line": line_thing,
    "proof": proof_thing,
    "question": question_thing,
    "fact_sheet": fact_sheet_thing,
    "sheet_figure": sheet_figure_thing,
}
