"""Two hundred acceptances at once for thirty seats, each by a thread with a connection of its own, in a house made for it.

The database is a new SQLite file, or the one of DATABASE_URL (an empty one: it is filled).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier, BoundedSemaphore, Lock, Thread
from typing import Any

from bench.figure import Figure

AT_ONCE, SEATS = 200, 30
CENTRE, STATES = "RC", ("QAT", "KWT")


def figures() -> Iterator[Figure]:
    """How many were accepted, how many wait, in which order and with a reason or not, and how long it took."""
    with tempfile.TemporaryDirectory(prefix="mithaq-bench-") as folder:
        env = {
            **os.environ,
            "MITHAQ_HOME": str(Path(folder) / "home"),
            "DJANGO_SETTINGS_MODULE": "mithaq.config.settings",
        }
        subprocess.run([sys.executable, "-m", "mithaq.cli.main", "init"], check=True, env=env, capture_output=True)
        told = subprocess.run([sys.executable, "-m", "bench.training_seats"], check=True, env=env, capture_output=True)
    found: dict[str, Any] = json.loads(told.stdout)
    yield Figure("training.accepted", found["accepted"], f"of {AT_ONCE} at once", goal=SEATS, at_most=True)
    yield Figure("training.seats_given", found["accepted"], f"of {SEATS}", goal=SEATS)
    yield Figure("training.without_reason", found["without_reason"], "who wait", goal=0, at_most=True)
    yield Figure("training.out_of_order", found["out_of_order"], "who wait", goal=0, at_most=True)
    yield Figure("training.acceptances", found["seconds"], f"s for {AT_ONCE}")


def main() -> None:
    """Make the house, accept all at once, and print what came of it."""
    import django  # noqa: PLC0415  in the child alone

    django.setup()
    activity, nominations, accept = _house()
    began = time.perf_counter()
    _at_once([lambda one=one: accept(one) for one in nominations])  # type: ignore[misc]
    print(json.dumps({"seconds": time.perf_counter() - began, **_told(activity)}))


def _viewer(party: str, role: str) -> Any:
    from mithaq.access.markings import Clearance, Level  # noqa: PLC0415  after Django is set up
    from mithaq.access.roles import permissions_of  # noqa: PLC0415  as well
    from mithaq.access.viewer import Viewer  # noqa: PLC0415  as well
    from mithaq.core.words import Bilingual  # noqa: PLC0415  as well

    clearance = Clearance(party, Level.CONFIDENTIAL, True)
    return Viewer(f"{role}-{party}", clearance, permissions_of((role,)), Bilingual(role, role))


def _house() -> tuple[str, list[str], Callable[[str], object]]:
    """A course of the centre with thirty seats and two hundred people put forward; the id, theirs, and what accepts one."""
    from mithaq.register.activities import operations as activities  # noqa: PLC0415  after Django is set up
    from mithaq.register.parties import operations as parties  # noqa: PLC0415  as well

    writer = _viewer("SEC", "secretariat")
    for code, kind in (("SEC", "secretariat"), (CENTRE, "centre"), *((state, "state") for state in STATES)):
        parties.add_party(writer, code=code, kind=kind, name_ar=f"طرف {code}", name_en=f"Party {code}")
    officer = _viewer(CENTRE, "centre_officer")
    activity = activities.plan_activity(
        officer, kind="workshop", level="OFFICIAL", audience=("SEC", CENTRE, *STATES), title_ar="ورشة", title_en="Workshop",
        host=CENTRE, begins="2031-03-14", ends="2031-03-18", zone="Asia/Kuwait", delivery="resident", capacity=SEATS,
        order="turn",
    ).public_id  # fmt: skip
    for version, state in enumerate(STATES, 1):
        activities.set_seats(officer, activity=activity, version=version, party=state, seats=5)
    activities.step_activity(officer, activity=activity, version=len(STATES) + 1, state="open")
    nominations = []
    for at in range(AT_ONCE):
        mission = _viewer(STATES[at % 2], "mission_officer")
        made = activities.nominate(
            mission, activity=activity, name_en=f"Person {at}", basis="need", basis_words="Runs it",
            priority=str(at % 3 + 1),
        ).public_id  # fmt: skip
        activities.forward(mission, nomination=made, version=1)
        nominations.append(made)
    return activity, nominations, lambda one: activities.accept(officer, nomination=one, version=2, or_wait=True)


def _at_once(acts: list[Callable[[], object]]) -> None:
    """Do all of these at once. What fails is raised."""
    from django.db import connections  # noqa: PLC0415  after Django is set up

    start, few, lock, failed = Barrier(len(acts)), BoundedSemaphore(60), Lock(), list[BaseException]()

    def work(act: Callable[[], object]) -> None:
        start.wait(60)
        with few:
            try:
                act()
            except BaseException as error:
                with lock:
                    failed.append(error)
            finally:
                connections.close_all()

    threads = [Thread(target=work, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def _told(activity: str) -> dict[str, int]:
    from mithaq.access.viewer import system  # noqa: PLC0415  after Django is set up
    from mithaq.register.activities.models import Nomination  # noqa: PLC0415  as well
    from mithaq.register.activities.reads import activity_page  # noqa: PLC0415  as well

    with system("bench", writing=False):
        rows = list(Nomination.objects.values_list("stage", "reason"))
    waiting = activity_page(_viewer(CENTRE, "centre_officer"), activity=activity).waiting
    places = [one.position for one in waiting]
    stages = Counter(stage for stage, _ in rows)
    return {
        "accepted": stages["accepted"],
        "without_reason": sum(stage == "waiting" and not reason for stage, reason in rows),
        "out_of_order": sum(at != place for at, place in enumerate(places, 1)) + stages["waiting"] - len(places),
    }


if __name__ == "__main__":
    main()
