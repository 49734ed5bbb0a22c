"""Activities and courses in the two worlds of `tests.worlds`: those of all in the story, Kuwait's hidden beside them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.training.reads import dossier_page
from tests.cast import BADER, DANA, HESSA, LAYLA
from tests.text_worlds import CANARY, Do, Holds

OF_ALL = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "KWT", "SEC", "NATO-ICI-RC"]}
WHEN = {"begins": "2027-03-14", "ends": "2027-03-18", "zone": "Asia/Kuwait", "delivery": "resident", "capacity": 50}
WHO = {"name_en": "Hamad", "basis": "need", "basis_words": "Asked for"}
Seen = dict[str, list[str]]
# What tests/test_no_leaks.py needs to know of it: what is hidden first, in its order; what a parameter of this name means.
KINDS = ("activity", "nomination", "swap")
# The first hidden one of these bears the name of its kind for an id.
CALLED = ("course", "trainer", "dossier", "criterion", "certificate", "taken_in")
MEANS = {
    **{name: name for name in ("activity", "nomination", "swap")},
    **{"nominations": "nomination", "in_return": "activity"},
    **{name: name for name in ("centre", "certificate", "course", "criterion", "dossier", "trainer", "taken_in")},
}
ACTS = (
    *("activity-nominate", "nomination-accept", "swap-agree", "course-offer", "course-release", "centre-year"),
    "criterion-judge",
)
SAMPLES: dict[str, list[Any]] = {"host": ["NATO-ICI-RC", "KWT"], "link": ["a" * 43], "act_name": [*ACTS]}
SAMPLES |= {"within_days": [0, 400], "mode": ["study"], "frame": ["bilateral"], "codes": ["RC-1,RC-9", "RC-201"]}
PLAIN: dict[str, Any] = {
    **{
        "host": "NATO-ICI-RC",
        "begins": "2027-03-14",
        "ends": "2027-03-18",
        "zone": "Asia/Kuwait",
        "delivery": "resident",
    },
    **{"capacity": 50, "seats": 2, "basis": "need", "basis_words": "Asked for", "taker": "KWT", "day": "2027-03-14"},
    **{"hours": "6", "result": "completed", "performance_en": "Do it", "assessors": "Two", "found_en": "Good"},
    **{"file": "no file", "network_ar": "شبكة", "network_en": "PTEC", "evidence": "S0", "met": "yes", "year": 2027},
}
OPEN = ("proof", "proof-paper", "proof-badge", "badges-revoked")  # whoever holds the link of a certificate
PLAIN_OF: dict[str, dict[str, Any]] = {
    "activities.plan": {"kind": "visit"},
    "activities.step": {"state": "held"},
    "courses.add": {"kind": "course"},
    "courses.describe": {"kind": "course"},
    "centres.add": {"party": "NATO-ICI-RC"},
    "dossiers.step": {"state": "assessed"},
}


def training_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """A workshop of all with seats of Qatar and Kuwait; a nomination of Qatar's with a seat, another; seats exchanged; the
    centre with a course of all, a trainer and a dossier; a certificate; a file of courses; a nomination that waits for the
    mission of Qatar, which a mail says."""
    acts = (_workshop, _nominate, _accept, _offer, _centre, _course, _dossier, _certify, _file, _wait)
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


def _centre(seen: Seen, do: Do) -> None:
    do(LAYLA, "centres.add", party="NATO-ICI-RC", about_en="In Kuwait", source="S0")
    seen["centre"] = ["NATO-ICI-RC"]
    given = {"centre": "NATO-ICI-RC", "name_en": "Rossi", "level": "PUBLIC"}
    _keep(seen, "trainer", do(DANA, "trainers.add", **given))


def _course(seen: Seen, do: Do) -> None:
    given = {"centre": "NATO-ICI-RC", "code": "RC-1", "title_en": "Survey", "objectives_en": "One", "level": "PUBLIC"}
    course = _keep(seen, "course", do(DANA, "courses.add", areas=["cyber"], valid_months=6, **given))
    _keep(seen, "activity", do(DANA, "courses.offer", course=course, **WHEN, **OF_ALL))
    do(DANA, "trainers.assign", trainer=seen["trainer"][0], activity=seen["activity"][1])


def _dossier(seen: Seen, do: Do) -> None:
    network = {"network_ar": "شبكة", "network_en": "PTEC", **OF_ALL}
    dossier = _keep(seen, "dossier", do(LAYLA, "dossiers.open", centre="NATO-ICI-RC", **network))
    do(LAYLA, "dossiers.set_criterion", dossier=dossier, number=1, words_en="One")
    (criterion,) = dossier_page(LAYLA, dossier=dossier).criteria
    _keep(seen, "criterion", criterion.public_id)


def _certify(seen: Seen, do: Do) -> None:
    """Of a run of the course that is over; it expires within half a year."""
    over = {**WHEN, "begins": "2026-09-01", "ends": "2026-09-02"}
    activity = do(DANA, "courses.offer", course=seen["course"][0], **over, **OF_ALL)
    do(DANA, "activities.step", activity=activity, version=1, state="open")
    with clock.stopped_at(datetime(2026, 8, 1, tzinfo=UTC)):
        nomination = do(HESSA, "places.nominate", activity=activity, **WHO)
        do(HESSA, "places.forward", nomination=nomination, version=1)
    do(DANA, "places.accept", nomination=nomination, version=2)
    do(DANA, "participation.note", nomination=nomination, version=3, result="completed")
    _keep(seen, "certificate", do(DANA, "certificates.issue", nomination=nomination))


def _file(seen: Seen, do: Do) -> None:
    given = {
        "centre": "NATO-ICI-RC",
        "level": "PUBLIC",
        "file": SimpleUploadedFile("a.csv", b"code,title\nRC-5,Five\n"),
    }
    _keep(seen, "taken_in", do(DANA, "courses.take_in", **given))


def _wait(seen: Seen, do: Do) -> None:
    do(HESSA, "places.nominate", activity=seen["activity"][0], **WHO)


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
    if "centre" in ids.seen:
        _hide_course(made, do, label, next(iter(ids.seen.get("course", ())), ""))
    if "activity" in ids.seen:
        shared = {"activity": ids.seen["activity"][0], **WHO, "name_en": CANARY, "basis_words": CANARY}
        nomination = keep("nomination", do(BADER, "places.nominate", **shared))
        do(BADER, "places.forward", nomination=nomination, version=1, reason=CANARY)
        if len(made["nomination"]) < 18:
            do(DANA, "places.accept", nomination=nomination, version=2)


def _call_it(kind: str, made: Seen) -> None:
    """Let the next hidden thing bear the name of its kind, if it is the first of it: its id is known whatever was hidden."""
    if kind not in made:
        namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
        namer.called = kind


def _hide_course(made: Seen, do: Do, label: dict[str, Any], shown: str) -> None:
    """A course and a trainer of the centre for Kuwait alone, with a dossier and a programme of its year; a certificate of
    somebody of Kuwait's of the course that all see, where it is there already, and a run of it; a file of courses."""
    centre, wide = "NATO-ICI-RC", {**label, "audience": ["KWT", "SEC", "NATO-ICI-RC"]}

    def keep(kind: str, viewer: Viewer, name: str, /, **data: Any) -> str:
        _call_it(kind, made)
        return _keep(made, kind, do(viewer, name, **data))

    given = {"centre": centre, "code": "RC-9", "title_en": CANARY, "objectives_en": CANARY, "areas": ["cyber"]}
    if "course" not in made:
        course = keep("course", LAYLA, "courses.add", valid_months=6, **given, **wide)
        do(LAYLA, "courses.offer", course=course, **WHEN, **wide)
        file = SimpleUploadedFile(f"{CANARY}.csv", f"code,title\nRC-8,{CANARY}\n".encode())
        keep("taken_in", DANA, "courses.take_in", centre=centre, file=file, **wide)
        _hide_certificate(keep, do, wide, shown or course)
    keep("trainer", LAYLA, "trainers.add", centre=centre, name_en=CANARY, subjects_en=CANARY, **wide)
    network = {"network_ar": CANARY, "network_en": CANARY}
    dossier = keep("dossier", LAYLA, "dossiers.open", centre=centre, **network, **wide)
    _call_it("criterion", made)
    do(LAYLA, "dossiers.set_criterion", dossier=dossier, number=1, words_en=CANARY)
    made.setdefault("criterion", []).append(dossier_page(LAYLA, dossier=dossier).criteria[0].public_id)
    do(LAYLA, "centres.plan_year", centre=centre, year=2027, aims_en=CANARY, **wide)


def _hide_certificate(keep: Callable[..., str], do: Do, wide: dict[str, Any], course: str) -> None:
    """It names the one who has a certificate that the viewer sees, and is newer; the run that Kuwait is to nominate for next
    begins first."""
    nearest = do(DANA, "courses.offer", course=course, **{**WHEN, "begins": "2027-01-04", "ends": "2027-01-05"}, **wide)
    do(DANA, "activities.step", activity=nearest, version=1, state="open")
    over = {**WHEN, "begins": "2026-09-01", "ends": "2026-09-03"}
    activity = do(DANA, "courses.offer", course=course, **over, **wide)
    do(DANA, "activities.step", activity=activity, version=1, state="open")
    with clock.stopped_at(datetime(2026, 8, 1, tzinfo=UTC)):
        nomination = do(BADER, "places.nominate", activity=activity, **{**WHO, "basis_words": CANARY})
        do(BADER, "places.forward", nomination=nomination, version=1)
    do(DANA, "places.accept", nomination=nomination, version=2)
    do(DANA, "participation.note", nomination=nomination, version=3, result="completed")
    keep("certificate", DANA, "certificates.issue", nomination=nomination)
