"""What takes long to make is made once by each worker: for each further test its rows are put back as they were."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import Model

from mithaq.access.models import Label
from mithaq.access.viewer import system

T = TypeVar("T")
Rows = dict[type[Model], list[Model]]
_KEPT: dict[Callable[[], Any], tuple[Any, Rows]] = {}


def kept(make: Callable[[], T]) -> T:
    """What `make` answers, and the rows it makes in an empty database; made by it once, and later only put there.

    For what takes a second or so and does not depend on when it is made: `make` stops the clock itself.
    """
    if make not in _KEPT:
        made = make()
        with system("what was made is kept"):
            _KEPT[make] = made, {model: list(model._base_manager.all()) for model in _tables()}
        return made
    made, rows = _KEPT[make]
    for labels in (True, False):  # rows can only be written under labels that stand when the visit begins
        with system("what was kept is put back"):
            for model, standing in rows.items():
                if (model is Label) is labels:
                    model._base_manager.bulk_create(standing)
    return deepcopy(made)


def _tables() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("mithaq.")]
