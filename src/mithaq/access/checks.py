"""What must hold before anything is served."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import Error
from django.db import connection

from mithaq.access.guarded import guarded_tables
from mithaq.access.schema import KEPT

ROLE = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
OPEN = """SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE c.relname = ANY(%s)
          AND (NOT c.relrowsecurity OR pg_has_role(current_user, r.oid, 'MEMBER')
               OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))"""
PAST = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND (relkind = 'm'
          OR relkind = 'v' AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false))"""


def gate_is_shut(databases: Sequence[str] | None = None, **_: Any) -> list[Error]:
    """Refuse to start if the database would show more than the viewer's rows (``check --database default``)."""
    if "default" not in (databases or ()):
        return []
    if connection.vendor == "sqlite":
        return _sqlite()
    with connection.cursor() as cursor:
        cursor.execute(ROLE)
        errors = [Error("the app role may bypass row-level security", id="mithaq.E001")] * bool(cursor.fetchone()[0])
        cursor.execute(OPEN, [list(guarded_tables())])
        errors += [
            Error(f"{name} is not under a policy for this role", id="mithaq.E002") for (name,) in cursor.fetchall()
        ]
        cursor.execute(PAST)
        errors += [Error(f"the view {name} looks past the policies", id="mithaq.E003") for (name,) in cursor.fetchall()]
    return errors


def _sqlite() -> list[Error]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, type, tbl_name FROM temp.sqlite_master")
        rows = cursor.fetchall()
    views = {name for name, kind, _ in rows if kind == "view"}
    triggers = [table for _, kind, table in rows if kind == "trigger"]
    bad = [t for t in guarded_tables() if t not in views or triggers.count(t) != 3]
    return [Error(f"{name} has no view and triggers on this connection", id="mithaq.E004") for name in bad]


KEEPING = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%this table only grows%'",
    "postgresql": "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'kept' AND tgenabled <> 'D'",
}


def journal_only_grows(databases: Sequence[str] | None = None, **_: Any) -> list[Error]:
    """Refuse to start if a line of the journal, or a label, could be changed or removed (``check --database default``)."""
    if "default" not in (databases or ()):
        return []
    with connection.cursor() as cursor:
        cursor.execute(KEEPING[connection.vendor])
        kept = [table for (table,) in cursor.fetchall()]
    needed = 2 if connection.vendor == "sqlite" else 1  # one against changes and one against removal, or one for both
    open_ones = [table for table in KEPT if kept.count(table) < needed]
    return [Error(f"{table} can be changed: its trigger is missing", id="mithaq.E005") for table in open_ones]
