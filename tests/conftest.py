"""The run: which database, which tests of it, and how a test meets it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from mithaq.core import clock
from tests import databases

# How long an example takes says nothing of whether a rule holds: machines are busy.
settings.register_profile("mithaq", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mithaq")

LEFT_OUT = pytest.StashKey[int]()
LONG = "tests/test_no_leaks.py"  # begun first, so that no worker is left alone with it at the end


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, what meets no database is left out: it is the same there as on SQLite, where it runs."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
    if connections["default"].vendor == "postgresql":
        same = [item for item in items if not _meets_a_database(item)]
        config.hook.pytest_deselected(items=same)
        items[:] = filter(_meets_a_database, items)
        config.stash[LEFT_OUT] = len(same)


def _meets_a_database(item: pytest.Item) -> bool:
    """A mark or a fixture says so; without one pytest-django lets nobody near it."""
    if item.get_closest_marker("any_database"):
        return False
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return bool(item.get_closest_marker("django_db")) or not {"django_db_setup", "vendor"}.isdisjoint(fixtures)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells the run how many it left out."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Every worker leaves out the same."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Nobody need wonder why there are fewer than on SQLite."""
    if left := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"{left} tests that meet no database were left out: they run on SQLite.")


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Replaces pytest-django's own: the tables are made by `owner`, the tests run on `default` alone."""
    with django_db_blocker.unblock():
        databases.create()
    yield
    with django_db_blocker.unblock():
        databases.destroy()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is made is committed, for other processes and threads to see; the owner of the tables removes it."""
    with django_db_blocker.unblock():
        yield
        connections["default"].close()
        _wipe()


def _wipe() -> None:
    owner = connections["owner"]
    tables = [m._meta.db_table for m in apps.get_models() if m._meta.managed]
    with owner.cursor() as cursor:
        if owner.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        else:
            _wipe_sqlite(cursor, tables)
    owner.close()


def _wipe_sqlite(cursor: object, tables: list[str]) -> None:
    execute = cursor.execute  # type: ignore[attr-defined]
    execute("PRAGMA foreign_keys = OFF")
    for table in ("access_journalline", "access_label"):
        execute(f'DROP TRIGGER IF EXISTS "{table}:DELETE"')
    for table in tables:
        execute(f'DELETE FROM "{table}"')
    execute("PRAGMA foreign_keys = ON")
    from mithaq.access.schema import guard  # noqa: PLC0415  needs loaded apps

    guard("owner")


@pytest.fixture
def ahead() -> Iterator[None]:
    """The clock stands before the days that `tests/make.py` and its like plan for: they are to come in any year."""
    with clock.stopped_at(datetime(2026, 11, 26, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def vendor() -> str:
    """Which database this run is on."""
    return connections["default"].vendor
