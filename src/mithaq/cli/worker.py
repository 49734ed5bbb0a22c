"""The worker: does what was put in the queue, every few minutes what is due, and every few seconds what has run out."""

from __future__ import annotations

import itertools
import logging
import threading
import time

import django
from django.core.management import call_command
from django.db import OperationalError, connections

BEAT_SECONDS = 10  # all are to be told at once when silence has held
BEATS_A_TICK = 30
log = logging.getLogger("mithaq.worker")


def main() -> None:
    """Serve the queue until told to stop; a thread beside it calls the tick."""
    django.setup()
    threading.Thread(target=_tick_for_ever, daemon=True).start()
    while True:
        try:
            call_command("db_worker", verbosity=0, startup_delay=False)
            return
        except OperationalError:  # the database was busy for longer than we wait: the queue is still there
            log.warning("the worker begins again: the database was busy")
            time.sleep(1)


def _tick_for_ever() -> None:
    from mithaq.followup.tick import end_silences  # noqa: PLC0415  after setup
    from mithaq.reviews.findings.tick import tick  # noqa: PLC0415

    for beat in itertools.count():
        try:
            end_silences() if beat % BEATS_A_TICK else tick()
        except OperationalError:
            log.warning("the tick is tried again later: the database was busy")
        connections.close_all()
        time.sleep(BEAT_SECONDS)


if __name__ == "__main__":
    main()
