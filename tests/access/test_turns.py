"""Those who write at once in one process stand in line: nobody is turned away because the file is taken."""

from __future__ import annotations

from threading import Event, Thread

import pytest
from django.db import connections

from mithaq.access.models import Label
from mithaq.access.viewer import system

pytestmark = pytest.mark.usefixtures("committed")


def impatient(vendor: str) -> None:
    """Let this thread's connection ask once, and no more."""
    if vendor == "sqlite":
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 0")


def test_who_writes_second_waits_for_the_first(vendor: str) -> None:
    inside, ended, failed = Event(), Event(), list[BaseException]()

    def second() -> None:
        try:
            impatient(vendor)
            inside.wait(30)
            with system("a test: the second who writes"):
                Label.objects.count()
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()
            ended.set()

    other = Thread(target=second)
    other.start()
    with system("a test: the first who writes"):
        inside.set()
        assert ended.wait(0.5) is (vendor == "postgresql")  # SQLite has one writer
    other.join(30)
    assert failed == []
