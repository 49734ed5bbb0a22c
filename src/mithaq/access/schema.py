"""What the owner of the tables sets up after each migration: policies and grants, and triggers that keep the journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from mithaq.access.guarded import guarded_tables

SEEN = "label_id = ANY ((SELECT nullif(current_setting('mithaq.labels', true), '')::bigint[])::bigint[])"
KEPT = ("access_journalline", "access_label")  # nobody changes or removes these rows
REFUSE = """CREATE OR REPLACE FUNCTION mithaq_kept() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'this table only grows'; END $$"""


def guard(alias: str) -> None:
    """Guard what was made through this alias. Run again freely."""
    connection = connections[alias]
    (_postgresql if connection.vendor == "postgresql" else _sqlite)(connection)


def _sqlite(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for table in KEPT:
            for act in ("UPDATE", "DELETE"):
                cursor.execute(
                    f'CREATE TRIGGER IF NOT EXISTS "{table}:{act}" BEFORE {act} ON "{table}" '
                    "BEGIN SELECT RAISE(ABORT, 'this table only grows'); END"
                )


def _postgresql(connection: BaseDatabaseWrapper) -> None:
    app = settings.APP_ROLE
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}")
        cursor.execute(REFUSE)
        for table in KEPT:
            cursor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {app}")
            cursor.execute(
                f'CREATE OR REPLACE TRIGGER kept BEFORE UPDATE OR DELETE ON "{table}" EXECUTE FUNCTION mithaq_kept()'
            )
        for table in guarded_tables():
            cursor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
            cursor.execute(f'DROP POLICY IF EXISTS seen ON "{table}"')
            cursor.execute(f'CREATE POLICY seen ON "{table}" USING ({SEEN}) WITH CHECK ({SEEN})')


def ensure_app_role() -> None:
    """Make the role under the policies, if this PostgreSQL has none yet. Through `owner`, before the first migration."""
    connection = connections["owner"]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.APP_ROLE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {settings.APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")


@contextmanager
def as_owner() -> Iterator[None]:
    """Let `default` be the owner of the tables for a while: some libraries' migrations write to `default` by name."""
    ours = connections["default"]
    ours.close()
    connections["default"] = connections["owner"]
    try:
        yield
    finally:
        connections["default"] = ours


def migrate(verbosity: int = 0) -> None:
    """Make or renew all tables, guarded, through `owner`."""
    ensure_app_role()
    with as_owner():
        call_command("migrate", database="owner", verbosity=verbosity, interactive=False)


def after_migrate(*, using: str, **_: Any) -> None:
    """Receiver of post_migrate: guard what was made, and let the app's connection meet it afresh."""
    guard(using)
    if connections["default"] is not connections[using]:
        connections["default"].close()
