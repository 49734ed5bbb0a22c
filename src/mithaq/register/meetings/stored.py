"""A format as its row keeps it. Lists, since the order of roles is that of delegations."""

from __future__ import annotations

from typing import Any

from mithaq.core.words import Bilingual
from mithaq.register.meetings.formats import FormatSpec, Right, RoleSpec, Step, in_order
from mithaq.register.meetings.models import Format


def spec_of(row: Format) -> FormatSpec:
    """The format of this row."""
    roles = tuple(
        RoleSpec(one["code"], Bilingual(one["ar"], one["en"]), frozenset(map(Right, one["rights"])))
        for one in row.roles
    )
    steps = tuple(Step(one["code"], Bilingual(one["ar"], one["en"]), tuple(one["then"])) for one in row.steps)
    return FormatSpec(row.code, Bilingual(row.name_ar, row.name_en), row.level, roles, steps, row.version)


def columns_of(roles: tuple[RoleSpec, ...], steps: tuple[Step, ...]) -> dict[str, Any]:
    """What a row keeps of these roles and steps."""
    return {
        "roles": [
            {"code": r.code, "ar": r.name.ar, "en": r.name.en, "rights": list(in_order(r.rights))} for r in roles
        ],
        "steps": [{"code": s.code, "ar": s.name.ar, "en": s.name.en, "then": list(s.then)} for s in steps],
    }
