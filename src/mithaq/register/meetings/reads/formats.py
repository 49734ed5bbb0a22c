"""Formats, for pages."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.register.meetings.formats import RIGHTS, FormatSpec, in_order, text_of
from mithaq.register.meetings.reads.series_shapes import FormatShown, RightShown, RoleShown
from mithaq.register.meetings.reads.shapes import StepShown
from mithaq.register.meetings.rights import all_formats


@read("meetings.formats")
def format_list(viewer: Viewer) -> tuple[FormatShown, ...]:
    """All formats: those every house knows, as this one may have redefined them, then its own, with roles, rights and steps."""
    return tuple(_shown(spec) for spec in all_formats().values())


@read("meetings.rights")
def right_list(viewer: Viewer) -> tuple[RightShown, ...]:
    """The rights that a format's roles may have, each with a sentence that says what it means."""
    return tuple(RightShown(right, sentence) for right, sentence in RIGHTS.items())


def _shown(spec: FormatSpec) -> FormatShown:
    roles = tuple(
        RoleShown(role.code, role.name, tuple(RightShown(right, RIGHTS[right]) for right in in_order(role.rights)))
        for role in spec.roles
    )
    steps = steps_of(spec)
    texts = (text_of(spec.roles), text_of(spec.steps))
    return FormatShown(spec.code, spec.name, spec.level, roles, steps, *texts, spec.version)


def steps_of(spec: FormatSpec) -> tuple[StepShown, ...]:
    """The steps of a format."""
    return tuple(StepShown(step.code, step.name, step.then, step.code in spec.held) for step in spec.steps)
