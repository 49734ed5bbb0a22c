"""What acts on instruments and results are about: an instrument, one of its questions, the scores of a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.instruments.forms import SetItem
from mithaq.register.instruments.reads import ItemShown, instrument_page, offering_results, to_invite
from mithaq.web.acts import Thing
from mithaq.web.choices import Options, signed
from mithaq.web.days import tongue
from mithaq.web.table_things import in_both


def instrument_thing(viewer: Viewer, public_id: str) -> Thing:
    """An instrument that something is to be done with."""
    return _instrument(viewer, public_id, {})


def question_thing(viewer: Viewer, public_id: str, number: int) -> Thing:
    """An instrument, with what its question of this number holds; the next number is a new question."""
    page = instrument_page(viewer, instrument=public_id)
    found = next((item for item in page.items if item.number == number), None)
    if found is None and number != len(page.items) + 1:
        raise Absent
    new = {"kind": "choice" if page.row.level == "L2" else "scale", "points": "1" if page.row.level == "L2" else ""}
    return _instrument(viewer, public_id, {"number": number, **(_values(found) if found else new)})


def _values(item: ItemShown) -> dict[str, Any]:
    known = in_both(words=item.words, options=_lines(item.options))
    known |= {name: getattr(item, name) for name in ("kind", "points", "common", "asks")}
    return {**known, "right": item.right or "", "objective": item.objective or ""}


def _lines(options: tuple[Bilingual, ...]) -> Bilingual:
    return Bilingual("\n".join(one.ar for one in options), "\n".join(one.en for one in options))


def _instrument(viewer: Viewer, public_id: str, known: dict[str, Any]) -> Thing:
    page = instrument_page(viewer, instrument=public_id)
    row = page.row
    return Thing(
        *(
            "instrument",
            row.public_id,
            f"{page.course} {row.level} {row.form}",
            row.title,
            "",
            "",
            page.seen,
            page.version,
        ),
        {"form": row.form, **in_both(title=row.title), **known},
        choices={"kind": lambda: _kinds(SetItem)},
        page=reverse("instrument", args=[row.public_id]),
    )


def _kinds(form: type[SetItem]) -> Options:
    field: Any = form.base_fields["kind"]
    return [(code, str(words)) for code, words in field.choices]


def scores_thing(viewer: Viewer, activity: str, party: str, person: str) -> Thing:
    """An offering, with the scores that this person has in it already."""
    page = offering_results(viewer, activity=activity)
    found = next((one for one in page.results if (one.party, one.person) == (party, person)), None)
    known: dict[str, Any] = {"party": party, "person": person}
    if found:
        known |= {name: getattr(found, name) for name in ("pre", "post", "followup", "maximum", "completed")}
    return Thing(
        *("activity", activity, page.ref, page.title, "", "", page.seen, found.version if found else 0),
        known,
        choices={"person": lambda: people_options(viewer, activity)},
        page=reverse("activity-results", args=[activity]),
    )


def people_options(viewer: Viewer, activity: str) -> Options:
    """Those who can be asked or have scores, by number; with the name where it may be seen."""
    rows = to_invite(viewer, activity=activity)
    told = [
        (one.person, " · ".join(filter(None, (one.party, one.person, one.name.in_language(tongue()))))) for one in rows
    ]
    return list({value: (value, words) for value, words in told}.values())


def wave_options() -> Options:
    """The waves, in words."""
    return signed("wave")


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {"instrument": instrument_thing}
