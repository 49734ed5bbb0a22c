"""Instruments as rows: looked up, checked, made. For the operations of this area. Inside a visit that writes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import zip_longest

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Label, Party
from mithaq.access.operation import find
from mithaq.access.resolving import invalid, known_parties
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.register.instruments.models import Instrument, Item
from mithaq.register.instruments.scoring import Drawn, marked_by_hand
from mithaq.register.meetings.reach import can_see
from mithaq.register.training.filing import check_own_centre
from mithaq.register.training.models import Course

COMMON = 5  # items that forms which are compared should share


def found_instrument(viewer: Viewer, named: str) -> Instrument:
    """The instrument with its course, which the viewer's centre runs; Absent if the viewer sees none."""
    found: Instrument = find(Instrument.objects.select_related("course", "label"), named)
    check_own_centre(viewer, found.course.centre)
    return found


def check_draft(instrument: Instrument) -> None:
    """Problem unless it may still be changed."""
    if instrument.state != Instrument.State.DRAFT:
        raise Problem(
            "This instrument is in use: its questions do not change any more. Make a new form of it.", code="in_use"
        )


def label_of(viewer: Viewer, course: Course, shared: Iterable[str]) -> Label:
    """The label of an instrument: of the centre, of who makes it, and of those it is shared with, as far as they see the
    course. Never of a state: whoever is tested must not find the key."""
    parties = known_parties(shared, "shared")
    states = set(Party.objects.filter(code__in=parties, kind=Party.Kind.STATE).values_list("code", flat=True))
    for party in parties:
        if party in states:
            raise invalid("shared", "“%(party)s” is a state: it does not see the key of a test.", "state", party=party)
        if not can_see(party, course.label):
            raise invalid("shared", "“%(party)s” does not see the course.", "not_released", party=party)
    marking = course.label.marking
    audience = frozenset({course.centre, viewer.party, *parties})
    return Label.objects.marked(Marking(max(Level.OFFICIAL, marking.level), audience, marking.caveats))


def add_items(instrument: Instrument, drawn: Iterable[Drawn]) -> None:
    """These questions as the items of an instrument that has none, numbered from 1."""
    for number, one in enumerate(drawn, 1):
        Item.objects.create(
            instrument=instrument,
            label_id=instrument.label_id,
            number=number,
            kind=one.kind,
            words_ar=one.words.ar,
            words_en=one.words.en,
            options=[{"code": code, "ar": ar, "en": en} for code, ar, en in one.options],
            objective=one.objective,
            asks=one.asks,
        )


def options_of(ar: str, en: str, before: list[dict[str, str]]) -> list[dict[str, str]]:
    """Options typed as lines, the two languages together by line. Where there are as many as before, they keep their codes."""
    pairs = zip_longest(*([line.strip() for line in text.strip().splitlines()] for text in (ar, en)), fillvalue="")
    told = [(one, other) for one, other in pairs if one or other]
    codes = (
        [option["code"] for option in before] if len(before) == len(told) else [str(n + 1) for n in range(len(told))]
    )
    return [{"code": code, "ar": one, "en": other} for code, (one, other) in zip(codes, told, strict=True)]


def items_of(instrument: Instrument) -> list[Item]:
    """Its items in their order."""
    return list(Item.objects.filter(instrument=instrument).order_by("number"))


def points_of(items: Iterable[Item]) -> Decimal:
    """What all of these are worth together."""
    return sum((item.points for item in items), Decimal(0))


def check_whole(instrument: Instrument, items: list[Item]) -> None:
    """Problem unless it can be used as it is: it asks something, a test has keys and points, and it is as long as the other
    forms of the test."""
    if not items:
        raise Problem("This instrument has no questions. Write at least one.", code="no_items")
    if instrument.level != Instrument.Level.LEARNING:
        return
    if not any(item.points > 0 for item in items):
        raise Problem("No question of this test is worth any points. Say what each is worth.", code="no_points")
    for item in items:
        if item.points > 0 and item.kind == Item.Kind.CHOICE and item.key is None:
            raise Problem(
                "Question %(number)s has no right answer. Say which it is.", code="no_key", number=item.number
            )
        if item.points > 0 and item.kind == Item.Kind.SCALE:
            raise Problem(
                "Question %(number)s is a scale: it cannot be right or wrong.", code="scale", number=item.number
            )
    _check_as_long(instrument, items)


def _check_as_long(instrument: Instrument, items: list[Item]) -> None:
    counted = sum(item.points > 0 for item in items)
    for other in other_forms(instrument):
        theirs = Item.objects.filter(instrument=other, points__gt=0).count()
        if other.maximum != points_of(items) or theirs != counted:
            raise Problem(
                "Form %(form)s has %(theirs)s questions and %(maximum)s points, this one %(own)s and %(points)s. Forms of "
                "one test must be of equal length: make them so, or retire the other.",
                code="unequal_forms",
                form=other.form,
                theirs=theirs,
                maximum=f"{other.maximum.normalize():f}",
                own=counted,
                points=f"{points_of(items).normalize():f}",
            )


def other_forms(instrument: Instrument) -> list[Instrument]:
    """The other forms of the same test that are in use."""
    rows = Instrument.objects.filter(course=instrument.course_id, level=instrument.level, state=Instrument.State.IN_USE)
    return list(rows.exclude(pk=instrument.pk).order_by("form", "pk"))


def check_by_link(instrument: Instrument, items: list[Item]) -> None:
    """Problem if it cannot be filled by a link: it is not in use, or somebody has to mark it."""
    if instrument.state != Instrument.State.IN_USE:
        raise Problem("Only an instrument in use is filled. Put it in use first.", code="not_in_use")
    if instrument.level == Instrument.Level.LEARNING and (by_hand := marked_by_hand(items)):
        raise Problem(
            "Question %(number)s is marked by hand. Record this test on paper, or take its points in from a file.",
            code="by_hand",
            number=by_hand[0],
        )
