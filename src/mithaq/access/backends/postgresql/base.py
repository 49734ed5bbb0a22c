"""One connection of the app role; the policies of `mithaq.access.schema` cut each statement."""

from __future__ import annotations

from django.db.backends.postgresql import base

from mithaq.access.backends.gate import Gate


class DatabaseWrapper(Gate, base.DatabaseWrapper):
    """The labels are told for the transaction only, so nothing is left behind for a pool's next borrower."""

    def tell(self, labels: tuple[int, ...]) -> None:
        if not self.in_atomic_block:
            return  # outside a transaction nothing was told and nothing guarded can be asked
        array = "{" + ",".join(map(str, labels)) + "}"
        self.connection.execute("SELECT set_config('mithaq.labels', %s, true)", (array,))

    def init_connection_state(self) -> None:
        super().init_connection_state()
        self.told = ()

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self.told = ()

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self.told = ()

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self.forget()
