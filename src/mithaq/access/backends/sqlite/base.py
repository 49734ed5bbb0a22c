"""Reads meet a temporary view that shadows the table; writes go to ``main.table`` past temporary triggers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from django.db.backends.sqlite3 import base, operations

from mithaq.access.backends.gate import Gate
from mithaq.access.guarded import guarded_tables

VIEW = 'CREATE TEMP VIEW "{t}" AS SELECT * FROM main."{t}" WHERE label_id IN (SELECT id FROM temp.viewer_label)'
SEEN = "{row}.label_id IN (SELECT id FROM temp.viewer_label)"
TRIGGERS = (  # the same answers as PostgreSQL: a hidden row is passed over in silence, a label out of reach is refused
    'CREATE TEMP TRIGGER "{t}:delete" BEFORE DELETE ON main."{t}" WHEN NOT {old} BEGIN SELECT RAISE(IGNORE); END',
    'CREATE TEMP TRIGGER "{t}:insert" BEFORE INSERT ON main."{t}" WHEN NOT {new} BEGIN SELECT RAISE(ABORT, "{m}"); END',
    (
        'CREATE TEMP TRIGGER "{t}:update" BEFORE UPDATE ON main."{t}" WHEN NOT ({old} AND {new}) '
        'BEGIN SELECT CASE WHEN {old} THEN RAISE(ABORT, "{m}") ELSE RAISE(IGNORE) END; END'
    ),
)
TURN, PATIENCE = Lock(), 60  # seconds
REFUSED = "label out of reach"


class DatabaseOperations(operations.DatabaseOperations):
    """Finds the compilers of this backend."""

    compiler_module = "mithaq.access.backends.sqlite.compiler"


class DatabaseWrapper(Gate, base.DatabaseWrapper):
    """One connection that can only see the viewer's rows. OPTIONS["authorizer"] also refuses ``main.`` in raw reads."""

    ops_class = DatabaseOperations
    reading = False  # the transaction about to begin is for looking only: it takes no write lock

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        self._strict = bool(params.pop("authorizer", False))
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("CREATE TEMP TABLE viewer_label (id INTEGER PRIMARY KEY)")
        standing = {name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
        for table in guarded_tables():
            connection.execute(VIEW.format(t=table))
            for trigger in TRIGGERS if table in standing else ():
                old, new = SEEN.format(row="OLD"), SEEN.format(row="NEW")
                connection.execute(trigger.format(t=table, old=old, new=new, m=REFUSED))
        if self._strict:
            connection.set_authorizer(self._authorize)
        self.told = ()
        return connection

    def tell(self, labels: tuple[int, ...]) -> None:
        self.connection.execute("DELETE FROM temp.viewer_label")
        if labels:
            insert = "INSERT INTO temp.viewer_label SELECT value FROM json_each(?)"
            self.connection.execute(insert, (json.dumps(labels),))

    def _start_transaction_under_autocommit(self) -> None:
        with self.wrap_database_errors:
            self.connection.execute("BEGIN DEFERRED" if self.reading else "BEGIN IMMEDIATE")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Stand in line with the other threads of this process that write. SQLite lets one in and has the others ask again and
        again, so that one of many may never be the one. Whoever has stood in line too long asks it all the same."""
        had = TURN.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if had:
                TURN.release()

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self.forget()

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self.forget()

    _statement = ""

    def _admit(self, statement: str) -> None:
        super()._admit(statement)
        self._statement = statement

    def _authorize(self, action: int, first: str | None, second: str | None, db: str | None, inside: str | None) -> int:
        """Refuse a read of a guarded table that does not come through its view, but for the WHERE of our own writes."""
        if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DROP_TEMP_VIEW, sqlite3.SQLITE_DROP_TEMP_TRIGGER):
            return sqlite3.SQLITE_DENY
        if action != sqlite3.SQLITE_READ or db != "main" or inside is not None:
            return sqlite3.SQLITE_OK
        if first in guarded_tables() and not self._statement.startswith(WRITES_TO_MAIN):
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_DENY if (first or "").startswith("sqlite_stat") else sqlite3.SQLITE_OK


WRITES_TO_MAIN = ('INSERT INTO "main".', 'INSERT OR IGNORE INTO "main".', 'UPDATE "main".', 'DELETE FROM "main".')
