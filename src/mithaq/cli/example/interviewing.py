"""Success cases of the example: drawn from what people answered half a year later, interviewed, confirmed by a second person.

Who is drawn, the house decides anew each time the example is loaded where scores are equal: what is told here is told of a place
of the draw, whoever stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mithaq.cli.example.house import House, Record, Step
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.cases.reads import CasePage, case_page, draw_page

SAID = ("language", "used", "came_of", "evidence", "helped", "hindered")


def interview(house: House) -> Iterator[Step]:
    """All that was drawn and recorded, in no order yet."""
    (data,) = house.records("training.yaml")
    for record in data["cases"]:
        yield Step(record["at"], partial(_draw, house, record))
        for told in record["interviews"]:
            yield Step(told["at"], partial(_interview, house, record, told))
            if told["confirmed"]:
                yield Step(told["confirmed"]["at"], partial(_confirm, house, record, told))
        for told in record["without"]:
            yield Step(told["at"], partial(_without, house, record, told))


def _draw(house: House, record: Record) -> None:
    course, offering = house.find("course", record["course"]), house.find("activity", record["offering"])
    viewer = house.viewers[record["by"]]
    made = cases.draw_cases(viewer, course=course, activity=offering, size=record["size"])
    house.keep("draw", record["offering"], made)


def _case(house: House, record: Record, told: Record, by: str) -> CasePage:
    """The case at this place of the draw."""
    viewer = house.viewers[by]
    page = draw_page(viewer, draw=house.find("draw", record["offering"]))
    (found,) = (one for one in page.cases if (one.side, one.place) == (told["side"], told["place"]))
    return case_page(viewer, case=found.public_id)


def _interview(house: House, record: Record, told: Record) -> None:
    page = _case(house, record, told, told["by"])
    given: Record = {name: told[name] for name in SAID} | {"barriers": tuple(told["barriers"])}
    viewer = house.viewers[told["by"]]
    cases.interview(viewer, case=page.row.public_id, version=page.version, interviewed_on=told["held"], **given)


def _confirm(house: House, record: Record, told: Record) -> None:
    by = told["confirmed"]["by"]
    page = _case(house, record, told, by)
    cases.confirm(house.viewers[by], case=page.row.public_id, version=page.version)


def _without(house: House, record: Record, told: Record) -> None:
    page = _case(house, record, told, told["by"])
    given: Record = {name: told[name] for name in ("state", "reason", "instead")}
    cases.no_interview(house.viewers[told["by"]], case=page.row.public_id, version=page.version, **given)
