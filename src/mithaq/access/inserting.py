"""Many rows at once, where Django's own way would take most of the time of an operation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

from mithaq.access.viewer import visit_or_raise


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows of these columns by one statement: SQL is made once, not for each value.

    Values are written as they are: JSON as text, no defaults of the model. Past the gate like any write. Inside a visit
    that writes.
    """
    visit_or_raise()
    written = list(rows)
    if not written:
        return
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(map(quote, columns))})"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # "main" is past the view that stands for the table
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "main".{into} VALUES ({marks})', written)  # noqa: S608  names of ours
        else:
            cursor.execute(
                f"INSERT INTO {into} {_unnested(model, columns)}", [list(c) for c in zip(*written, strict=True)]
            )


def _unnested(model: type[models.Model], columns: Sequence[str]) -> str:
    """Whole columns as arrays: one statement for PostgreSQL to plan, however many rows."""
    types = {field.column: field.db_type(connection) for field in model._meta.local_concrete_fields}
    return f"SELECT * FROM unnest({', '.join(f'%s::{types[column]}[]' for column in columns)})"  # noqa: S608  types of ours


def insert_all(rows: Sequence[models.Model]) -> None:
    """Write these new instances of one model so; their defaults count, they do not learn their ids."""
    if rows:
        fields = [field for field in rows[0]._meta.local_concrete_fields if not field.primary_key]
        values = ([f.get_db_prep_save(getattr(row, f.attname), connection) for f in fields] for row in rows)
        insert_rows(type(rows[0]), [field.column for field in fields], values)
