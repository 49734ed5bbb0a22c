"""The formats that every house knows from the start, out of ``formats.yaml``. Pure."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from mithaq.core.words import Bilingual
from mithaq.register.meetings.formats import FormatSpec, parse_roles, parse_steps

PLAIN = "council"  # what holds of a meeting whose format nobody named


@cache
def shipped_formats() -> MappingProxyType[str, FormatSpec]:
    """All of them by their code, in the order of the file."""
    text = files("mithaq.register.meetings").joinpath("formats.yaml").read_text(encoding="utf-8")
    return MappingProxyType({one["code"]: _spec(one) for one in yaml.safe_load(text)["formats"]})


def _spec(record: dict[str, Any]) -> FormatSpec:
    name = Bilingual(record["name_ar"], record["name_en"])
    roles, steps = parse_roles(record["roles"]), parse_steps(record["steps"])
    return FormatSpec(record["code"], name, record["level"], roles, steps)
