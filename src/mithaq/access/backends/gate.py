"""Gate 2, the part both databases share: no statement leaves before the database knows whose eyes it answers to."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from mithaq.access.guarded import guarded_tables
from mithaq.access.viewer import NoViewer, current_visit

CONTROL = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE")


class NoTransaction(RuntimeError):
    """A visit without its transaction: `acting_as` was gone round."""


class ReadOnlyVisit(RuntimeError):
    """A read tried to write."""


@cache
def guarded_names() -> re.Pattern[str]:
    """Matches a statement that names a guarded table."""
    return re.compile(rf"\b({'|'.join(guarded_tables())})\b")


class Gate:
    """Mixed into a database wrapper. The truth is the visit in the context; the connection only has a note of what
    it last told the database. The two are compared before *each* statement, so it does not matter who had this
    connection before, which exception ended that, or in which thread: a stale note is impossible to use.
    """

    told: tuple[int, ...] | None = ()  # None: unknown, tell again
    execute_wrappers: list[Any]
    in_atomic_block: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._at_the_gate)

    def tell(self, labels: tuple[int, ...]) -> None:
        """Let the database show the rows with these labels and no others."""
        raise NotImplementedError

    def forget(self) -> None:
        """What the database was told may have been rolled back."""
        self.told = None

    def _at_the_gate(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        statement = str(sql)
        if not statement.startswith(CONTROL):
            self._admit(statement)
        return execute(sql, params, many, context)

    def _admit(self, statement: str) -> None:
        visit = current_visit()
        if visit is None:
            if guarded_names().search(statement):
                raise NoViewer(f"nobody is looking at: {statement[:120]}")
        elif not self.in_atomic_block:
            raise NoTransaction("a visit has one transaction: enter it by acting_as()")
        elif not visit.writing and statement.startswith(WRITES):
            raise ReadOnlyVisit(f"{visit.viewer.account} came to read: {statement[:120]}")
        labels = () if visit is None else visit.labels
        if self.told != labels:
            self.told = None
            self.tell(labels)
            self.told = labels
