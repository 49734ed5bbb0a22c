"""What a party may do at a meeting, by its role there. For all areas that stand on a meeting. Inside a visit."""

from __future__ import annotations

from mithaq.access.models import Party
from mithaq.register.meetings.formats import CONDUCTS, FormatSpec, Right
from mithaq.register.meetings.models import Format, Invitation, Meeting
from mithaq.register.meetings.shipped import PLAIN, shipped_formats
from mithaq.register.meetings.stored import spec_of

NOTHING: frozenset[Right] = frozenset()


def rights_at(meeting: Meeting, party: str, spec: FormatSpec | None = None) -> frozenset[Right]:
    """What this party may do at this meeting.

    Its role is that of its invitation; the host without one has the role `host` of the format. Where a party hosts, it
    leads the meeting too. A secretariat conducts every meeting that it sees (all but to decide), whatever its own role.
    Who is not invited has no rights: it may see the meeting, if its label lets it, and no more. `spec`: its format, where
    the caller has it already.
    """
    if not party:
        return NOTHING
    role = Invitation.objects.filter(meeting=meeting, party=party).values_list("role", flat=True).first()
    own = rights_in(spec or format_of(meeting), role or "", hosts=meeting.host == party)
    keeps = Party.objects.filter(code=party, kind=Party.Kind.SECRETARIAT).exists()
    return own | CONDUCTS if keeps else own


def rights_in(spec: FormatSpec, role: str, *, hosts: bool) -> frozenset[Right]:
    """What this role may do at a meeting of this format, led by whoever has it if it `hosts`."""
    own = spec.rights(role or ("host" if hosts else ""))
    return own | {Right.ATTEND, Right.SPEAK, Right.CHAIR} if hosts else own


def format_of(meeting: Meeting) -> FormatSpec:
    """The format of this meeting; that of a council where none is named, or the one named is not there."""
    return format_named(meeting.format) or shipped_formats()[PLAIN]


def format_named(code: str) -> FormatSpec | None:
    """The format with this code, as this house defines it, else as every house knows it; None if nobody does."""
    if not code:
        return None
    row = Format.objects.filter(code=code).first()
    return spec_of(row) if row is not None else shipped_formats().get(code)


def all_formats() -> dict[str, FormatSpec]:
    """All formats by their code: those every house knows, in their order, then this house's own. One small query."""
    return {**shipped_formats(), **{row.code: spec_of(row) for row in Format.objects.order_by("code")}}
