"""Filled forms out of a file, as rows under the labels of those whom they are for. Inside a visit that writes."""

from __future__ import annotations

from decimal import Decimal

from mithaq.access.inserting import insert_all
from mithaq.register.activities.models import Activity
from mithaq.register.activities.rights import between
from mithaq.register.instruments.models import Answer, Instrument, Sitting
from mithaq.register.instruments.outcome import Examined
from mithaq.register.instruments.placing import Placed
from mithaq.register.instruments.storing import store_sitting


class Labels:
    """The labels of rows, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str, str, str], int] = {}

    def of(self, activity: Activity, party: str) -> int:
        """The label of what a party shares with those who run and keep an activity."""
        key = (activity.label_id, activity.host, activity.keeper, party)
        if key not in self._known:
            self._known[key] = between(activity, party).id
        return self._known[key]


def store_tests(found: Examined, instrument: Instrument, wave: str, labels: Labels, taken_in: str) -> None:
    """The rows with answers by question, as filled forms of the test."""
    tests = {one.key: one for one in found.tests}
    insert_all([_sitting(one, instrument, wave, labels, taken_in) for one in tests.values()])
    rows = Sitting.objects.filter(taken_in=taken_in).values_list("pk", "label_id", "activity_id", "party", "person")
    insert_all(
        [
            Answer(label_id=label, sitting_id=pk, item=answer.item, value=answer.value, choice=answer.choice)
            for pk, label, *key in rows
            for answer in found.answers[tests[tuple(key)].row.line]
        ]
    )


def _sitting(one: Placed, instrument: Instrument, wave: str, labels: Labels, taken_in: str) -> Sitting:
    activity = one.place.activity
    return Sitting(
        label_id=labels.of(activity, one.party),
        activity=activity,
        instrument=instrument,
        party=one.party,
        person=one.person,
        wave=wave,
        taken_on=getattr(one.row, f"{wave}_on") or (activity.begins if wave == "pre" else activity.ends),
        language=one.row.language,
        score=Decimal(str(getattr(one.row, wave))),
        maximum=instrument.maximum,
        mode=Sitting.Mode.IMPORT,
        taken_in=taken_in,
        demonstration=activity.demonstration,
    )


def store_form(found: Examined, one: Placed, wave: str, taken_in: str) -> None:
    """A reaction or an application out of a file."""
    activity = one.place.activity
    if found.instrument is not None:
        store_sitting(
            *(activity, found.instrument, found.answers[one.row.line]),
            party=one.party,
            person=one.person,
            wave=wave,
            score=None,
            taken_on=one.row.post_on or activity.ends,
            language=one.row.language,
            mode=Sitting.Mode.IMPORT,
            taken_in=taken_in,
        )
