"""Houses, lines, proofs and sheets that tests need, made by calling operations."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mithaq.access.viewer import Viewer
from mithaq.register.outreach import operations, reads
from mithaq.register.parties.operations import record_figure
from tests.cast import BADER, LAYLA, RASHID

ALL = ("QAT", "KWT", "SEC", "OMN")
LINES = (
    ("تدرّب المبادرة أبناء المنطقة في المنطقة.", "The initiative trains people of the region in the region."),
    ("تتشاور الأطراف في مواعيد معلومة.", "The parties consult on known dates."),
    ("ما يُقال فيها يُتابع.", "What is said in it is followed up."),
)
REASON = "تغيّر الحال"


def make_message_house(viewer: Viewer = LAYLA, **fields: Any) -> str:
    """A house of the secretariat, released to all, to which Qatar and Kuwait are asked to agree; its id."""
    given: dict[str, Any] = {
        **{"level": "OFFICIAL", "audience": ALL, "title_ar": "الشراكة", "title_en": "The partnership"},
        **{"theme": "training_education", "parties": ("QAT", "KWT")},
        **{"message_ar": "أمن المنطقة شأن مشترك.", "message_en": "The security of the region is a common concern."},
    }
    return operations.open_house(viewer, **{**given, **fields}).public_id


def make_line(house: str, number: int = 0, viewer: Viewer = LAYLA, **fields: Any) -> str:
    """One of three lines in this house; its id."""
    ar, en = LINES[number]
    return operations.add_line(viewer, **{"house": house, "ar": ar, "en": en, **fields}).public_id


def make_figure(value: str = "889", *audience: str, viewer: Viewer = LAYLA, **fields: Any) -> str:
    """A figure that everybody may see, or that is released to these parties; its id."""
    given: dict[str, Any] = {"level": "RESTRICTED" if audience else "PUBLIC", "audience": audience, "comparator": "="}
    told = {"party": "NATO-ICI-RC", "as_of": "2019-12-16", "source": "KUNA", "what_ar": "متدربون", "what_en": "Trained"}
    return record_figure(viewer, value=Decimal(value), **{**given, **told, **fields}).public_id


def prove(line: str, viewer: Viewer = LAYLA, **named: Any) -> str:
    """A proof of this line, by a public figure if nothing else is named; its id."""
    return operations.prove(viewer, line=line, **(named or {"figure": make_figure()})).public_id


def make_proven(house: str, number: int = 0, **fields: Any) -> str:
    """A line with its proof; its id."""
    line = make_line(house, number, **fields)
    prove(line)
    return line


def shown(line: str, viewer: Viewer = LAYLA) -> reads.LineShown:
    return reads.line_page(viewer, line=line).shown


def page(house: str, viewer: Viewer = LAYLA) -> reads.HousePage:
    return reads.house_page(viewer, house=house)


def agree(line: str, *viewers: Viewer) -> None:
    """These (or Qatar and Kuwait) agree to the line as it reads now."""
    for viewer in viewers or (RASHID, BADER):
        operations.agree(viewer, line=line, version=shown(line, viewer).version)


def make_agreed() -> str:
    """A house with three lines in force; its id."""
    house = make_message_house()
    message = page(house).message
    assert message is not None
    agree(message.public_id)
    for number in range(3):
        agree(make_proven(house, number))
    return house


def make_sheet(viewer: Viewer = LAYLA, **fields: Any) -> str:
    """A sheet that the secretariat composes; its id."""
    given: dict[str, Any] = {
        **{"level": "OFFICIAL", "audience": ("SEC",), "title_ar": "الشراكة في أرقام", "title_en": "In figures"},
        **{"intro_ar": "هذا ما قدّمته الشراكة.", "intro_en": "This is what the partnership gave."},
    }
    return operations.compose(viewer, **{**given, **fields}).public_id


def sheet(named: str, viewer: Viewer = LAYLA) -> reads.SheetPage:
    return reads.sheet_page(viewer, fact_sheet=named)


def issue(named: str, viewer: Viewer = LAYLA, **fields: Any) -> None:
    operations.issue(viewer, fact_sheet=named, version=sheet(named, viewer).version, **fields)


def make_issued(*figures: str, **fields: Any) -> str:
    """An issued sheet with these figures, or with one; its id."""
    made = make_sheet(**fields)
    for figure in figures or (make_figure(),):
        operations.put(LAYLA, fact_sheet=made, figure=figure, group="training_education")
    issue(made)
    return made
