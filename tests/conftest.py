"""The run: which database, and how a test meets it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connections
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tests import databases

# How long an example takes says nothing of whether a rule holds: machines are busy.
settings.register_profile("mithaq", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mithaq")


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
def vendor() -> str:
    """Which database this run is on."""
    return connections["default"].vendor
