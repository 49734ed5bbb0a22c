"""Contents as text that is the same to the last byte, and back. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from mithaq.evaluation.report import as_plain
from mithaq.evaluation.sentences import Sentence

Shape = TypeVar("Shape")


def canonical(value: Any) -> str:
    """Anything made of dataclasses, tuples and plain values as JSON: the same value gives the same bytes."""
    return json.dumps(as_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of a text."""
    return sha256(text.encode()).hexdigest()


def from_plain(shape: type[Shape], value: Any) -> Shape:
    """What `as_plain` made of this shape, as the shape again: a number that was none is nan again. What an earlier version did
    not know yet is as the shape has it by default."""
    found: Shape = _made(shape, value)
    return found


def _made(shape: Any, value: Any) -> Any:
    origin, parts = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        return None if value is None else _made(next(part for part in parts if part is not type(None)), value)
    if shape is Sentence:
        return Sentence(value["code"], tuple(value["params"].items()))
    if hasattr(shape, "__dataclass_fields__"):
        return shape(**{name: _made(kind, value[name]) for name, kind in _fields(shape).items() if name in value})
    if origin is tuple:
        kinds = [parts[0]] * len(value) if parts[1:] == (...,) else parts
        return tuple(_made(kind, one) for kind, one in zip(kinds, value, strict=True))
    if origin in (dict, Mapping):
        return {key: _made(parts[1], one) for key, one in value.items()}
    if shape is float:
        return float("nan") if value is None else float(value)
    return shape(value) if isinstance(shape, type) and isinstance(value, str) and issubclass(shape, str) else value


@cache
def _fields(shape: Any) -> dict[str, Any]:
    return {name: kind for name, kind in get_type_hints(shape).items() if name in shape.__dataclass_fields__}
