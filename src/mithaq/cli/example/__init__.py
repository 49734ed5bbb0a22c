"""``mithaq init --example ici``: loads an example into an empty house by calling operations, as the people of its cast.

What its follow-up tells is done with the clock standing at the day it tells, so that the house has a past to show.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import get_language, gettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress

from mithaq.access.viewer import PUBLIC_EYES
from mithaq.cli.example.agreeing import agree
from mithaq.cli.example.concluding import conclude
from mithaq.cli.example.consulting import hold
from mithaq.cli.example.evaluating import evaluate
from mithaq.cli.example.following import follow_up
from mithaq.cli.example.founding import found
from mithaq.cli.example.house import House, Step, folder_of
from mithaq.cli.example.interviewing import interview
from mithaq.cli.example.measuring import measure
from mithaq.cli.example.papers import quote, take_in
from mithaq.cli.example.speaking import speak
from mithaq.cli.example.training import train
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.register.parties.reads import roster


def load(example: str) -> None:
    """Load this example, all of it or nothing; does nothing in a house that has its initiative.

    Problem if the data of the example is not here. Refused in a house that has accounts of its own.
    """
    house = House(folder_of(example))
    (initiative,) = house.records("initiative.yaml")
    if _stands(initiative["code"]):
        return
    (opened,) = (record["opened"] for record in house.records("followup.yaml"))
    first = [Step(opened, lambda: found(house)), Step(opened, lambda: quote(house))]
    with transaction.atomic():
        later = (*take_in(house), *follow_up(house), *hold(house), *agree(house), *conclude(house), *train(house))
        later += (*speak(house), *measure(house), *evaluate(house), *interview(house))
        _do(sorted([*first, *later], key=lambda step: step.day))
    name = initiative["name_en" if get_language() == "en" else "name_ar"]
    print(gettext("The example is loaded: %(name)s.") % {"name": name})


def _stands(initiative: str) -> bool:
    try:
        roster(PUBLIC_EYES, initiative=initiative)
    except Absent:
        return False
    return True


def _do(steps: Iterable[Step]) -> None:
    """One after the other, each at its own minute of its day."""
    steps = tuple(steps)
    columns = (BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=len(steps))
        for minute, step in enumerate(steps):
            at = datetime.combine(datetime.fromisoformat(step.day), time(6, tzinfo=UTC)) + timedelta(minutes=minute)
            with clock.stopped_at(at):
                step.do()
            bar.advance(task)
