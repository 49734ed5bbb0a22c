"""Activities and courses in the two worlds of `tests.worlds`: those of all in the story, Kuwait's hidden beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.cast import BADER, DANA, HESSA, LAYLA
from tests.text_worlds import CANARY, Do, Holds

OF_ALL = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "KWT", "SEC", "NATO-ICI-RC"]}
WHEN = {"begins": "2027-03-14", "ends": "2027-03-18", "zone": "Asia/Kuwait", "delivery": "resident", "capacity": 50}
WHO = {"name_en": "Hamad", "basis": "need", "basis_words": "Asked for"}
Seen = dict[str, list[str]]
# What tests/test_no_leaks.py needs to know of it: what is hidden first, in its order; what a parameter of this name means.
KINDS = ("activity", "nomination", "swap")
MEANS = {
    **{name: name for name in ("activity", "nomination", "swap")},
    **{"nominations": "nomination", "in_return": "activity"},
}
SAMPLES: dict[str, list[Any]] = {"host": ["NATO-ICI-RC", "KWT"]}
PLAIN: dict[str, Any] = {
    **{"host": "NATO-ICI-RC", "begins": "2027-03-14", "ends": "2027-03-18", "zone": "Asia/Kuwait", "delivery": "resident"},
    **{"capacity": 50, "seats": 2, "basis": "need", "basis_words": "Asked for", "taker": "KWT", "day": "2027-03-14"},
    **{"hours": "6", "result": "completed"},
}
PLAIN_OF: dict[str, dict[str, Any]] = {
    "activities.plan": {"kind": "visit"},
    "activities.step": {"state": "held"},
}


def training_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """A workshop of all with seats of Qatar and Kuwait; a nomination of Qatar's with a seat, another; seats exchanged."""
    acts = (_workshop, _nominate, _accept, _offer)
    return [lambda act=act: act(ids.seen, do) for act in acts]  # type: ignore[misc]


def _keep(seen: Seen, kind: str, public_id: str) -> str:
    seen.setdefault(kind, []).append(public_id)
    return public_id


def _workshop(seen: Seen, do: Do) -> None:
    given = {"kind": "workshop", "title_en": "Survey", "host": "NATO-ICI-RC", "areas": ["cyber"], **WHEN, **OF_ALL}
    activity = _keep(seen, "activity", do(DANA, "activities.plan", **given))
    for version, party in enumerate(("QAT", "KWT"), 1):
        do(DANA, "activities.set_seats", activity=activity, version=version, party=party, seats=20)
    do(DANA, "activities.step", activity=activity, version=3, state="open")


def _nominate(seen: Seen, do: Do) -> None:
    for _ in range(2):
        nomination = do(HESSA, "places.nominate", activity=seen["activity"][0], **WHO)
        _keep(seen, "nomination", nomination)
        do(HESSA, "places.forward", nomination=nomination, version=1)


def _accept(seen: Seen, do: Do) -> None:
    do(DANA, "places.accept", nomination=seen["nomination"][0], version=2)


def _offer(seen: Seen, do: Do) -> None:
    _keep(seen, "swap", do(HESSA, "swaps.offer", activity=seen["activity"][0], taker="OMN", seats=1))


def hide_training(ids: Any, do: Do) -> None:
    """A visit of Kuwait and the secretariat alone, with a nomination and seats offered; and Kuwait's nomination, name and
    seat in what all see."""
    made, label = ids.hidden, {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}

    def keep(kind: str, public_id: str) -> str:
        made.setdefault(kind, []).append(public_id)
        return public_id

    given = {"kind": "visit", "title_en": CANARY, "host": "SEC", "areas": ["cyber"], **WHEN, **label}
    activity = keep("activity", do(LAYLA, "activities.plan", **given))
    do(LAYLA, "activities.set_seats", activity=activity, version=1, party="KWT", seats=9)
    do(LAYLA, "activities.step", activity=activity, version=2, state="open")
    keep("nomination", do(BADER, "places.nominate", activity=activity, **{**WHO, "name_en": CANARY}))
    keep("swap", do(BADER, "swaps.offer", activity=activity, taker="SEC", seats=1, reason=CANARY))
    if "activity" in ids.seen:
        shared = {"activity": ids.seen["activity"][0], **WHO, "name_en": CANARY, "basis_words": CANARY}
        nomination = keep("nomination", do(BADER, "places.nominate", **shared))
        do(BADER, "places.forward", nomination=nomination, version=1, reason=CANARY)
        if len(made["nomination"]) < 18:
            do(DANA, "places.accept", nomination=nomination, version=2)
