"""Columns that several areas share."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django.db import models


def new_public_id() -> str:
    """128 random bits: it tells neither how many there are nor when it was made."""
    return secrets.token_urlsafe(16)


class PublicId(models.CharField[Any, Any]):
    """The id that leaves the house."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 22, "unique": True, "default": new_public_id, "editable": False}
        super().__init__(*args, **kwargs)


class Codes(models.CharField[Any, Any]):
    """A few codes in one column, kept as ``,QAT,KWT,`` so that one of them is found by ``contains=",QAT,"``.

    In Python a tuple of codes in the order given, without repeats. No link table: that would be rows without a label.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": kwargs.get("max_length", 400), "blank": True, "default": ()}
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: Any) -> tuple[str, ...]:
        return tuple(filter(None, (value or "").split(",")))

    def to_python(self, value: Any) -> tuple[str, ...]:
        return tuple(value.strip(",").split(",")) if isinstance(value, str) and value else tuple(value or ())

    def get_prep_value(self, value: Any) -> str:
        if isinstance(value, str):  # a lookup such as contains=",QAT,"
            return value
        return joined(value)


def joined(codes: Iterable[str]) -> str:
    """Codes as they stand in the column."""
    kept = tuple(dict.fromkeys(codes))
    return f",{','.join(kept)}," if kept else ""
