"""The worker: does what was put in the queue, and every few minutes what is due."""

from __future__ import annotations

import threading
import time

import django
from django.core.management import call_command
from django.db import connections

TICK_SECONDS = 300


def main() -> None:
    """Serve the queue until told to stop; a thread beside it calls the tick."""
    django.setup()
    threading.Thread(target=_tick_for_ever, daemon=True).start()
    call_command("db_worker", verbosity=0, startup_delay=False)


def _tick_for_ever() -> None:
    from mithaq.followup.tick import tick  # noqa: PLC0415  after setup

    while True:
        tick()
        connections.close_all()
        time.sleep(TICK_SECONDS)


if __name__ == "__main__":
    main()
