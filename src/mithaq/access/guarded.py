"""Which tables are guarded. Apart from the models, because a model class needs its database engine to be born."""

from __future__ import annotations

from functools import cache

from django.apps import apps


@cache
def guarded_tables() -> tuple[str, ...]:
    """The tables behind all Marked models; the app registry must be ready."""
    return tuple(sorted(model._meta.db_table for model in apps.get_models() if getattr(model, "marked", False)))
