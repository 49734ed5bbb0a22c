"""What a list was asked: its filters as they stand in the address, and the same list in other shapes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_type_hints

from django.http import HttpRequest

from mithaq.access.shapes import Listing
from mithaq.access.viewer import Viewer
from mithaq.core.numbers import whole_number

Row = TypeVar("Row")


def asked(request: HttpRequest, read: Callable[..., Any]) -> dict[str, Any]:
    """The parameters of this read that the address gives, by name and type; what it does not know is left out."""
    hints = get_type_hints(inspect.unwrap(read))
    known = [p.name for p in inspect.signature(read).parameters.values() if p.kind is p.KEYWORD_ONLY]
    return {name: _typed(request.GET[name], hints[name]) for name in known if request.GET.get(name)}


def walked(read: Callable[..., Listing[Row]], viewer: Viewer, **given: Any) -> list[Row]:
    """The whole list as filtered, page after page. One visit is best entered before, so that the pages fit together."""
    page = read(viewer, **given)
    found = [*page.entries]
    while page.more:
        page = read(viewer, **given | {"after": page.more})
        found += page.entries
    return found


def _typed(text: str, kind: type) -> Any:
    if kind is bool:
        return text not in ("", "0", "false")
    return whole_number(text) if kind is int else text if kind is str else 0


def without(request: HttpRequest, *names: str) -> str:
    """The query of the address without these parameters."""
    query = request.GET.copy()
    for name in names:
        query.pop(name, None)
    return query.urlencode()


def applied(given: Mapping[str, Any], *leave_out: str) -> dict[str, Any]:
    """Those of the filters that narrow the list."""
    return {name: value for name, value in given.items() if name not in ("after", "order", *leave_out)}
