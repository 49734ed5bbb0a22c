"""What the owner of the tables sets up on PostgreSQL after each migration: policies and grants."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connections

from mithaq.access.guarded import guarded_tables

SEEN = "label_id = ANY ((SELECT nullif(current_setting('mithaq.labels', true), '')::bigint[])::bigint[])"


def guard(alias: str) -> None:
    """Put every guarded table under row-level security and give the app role its rights. Run again freely."""
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return
    app = settings.APP_ROLE
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}")
        cursor.execute(f"REVOKE UPDATE, DELETE ON access_journalline, access_label FROM {app}")
        for table in guarded_tables():
            cursor.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
            cursor.execute(f'DROP POLICY IF EXISTS seen ON "{table}"')
            cursor.execute(f'CREATE POLICY seen ON "{table}" USING ({SEEN}) WITH CHECK ({SEEN})')


def after_migrate(*, using: str, **_: Any) -> None:
    """Receiver of post_migrate: guard what was made, and let the app's connection meet it afresh."""
    guard(using)
    connections["default"].close()
