"""Who is asked to a meeting and who comes, by the order of protocol, each as far as the viewer may see it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from mithaq.access.operation import find, read
from mithaq.access.shapes import PartyName, party_names, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.meetings import protocol
from mithaq.register.meetings.formats import FormatSpec, in_order
from mithaq.register.meetings.holding import spec_in, to_come
from mithaq.register.meetings.models import Invitation, Meeting, Participant
from mithaq.register.meetings.reads.listing import meeting_names
from mithaq.register.meetings.reads.shapes import DelegationShown, InvitationRow, ParticipantShown
from mithaq.register.meetings.rights import all_formats, format_of, rights_in


@read("meetings.delegations")
def delegations(viewer: Viewer, *, meeting: str, language: str = "ar") -> tuple[DelegationShown, ...]:
    """The parties asked to a meeting with their role, reply and list, in the order of protocol in this language.

    The host first; then by role, as the format names them; states before organisations; then by name. Within a delegation
    its head first, then by the rank of the posts. A list that its head has not approved is seen by its own party alone.
    """
    held = find(Meeting.objects.all(), meeting)
    return delegations_of(held, format_of(held), language)


def delegations_of(meeting: Meeting, spec: FormatSpec, language: str) -> tuple[DelegationShown, ...]:
    """The delegations of this meeting. Three queries. Inside a visit."""
    rows = list(Invitation.objects.filter(meeting=meeting).order_by("pk"))
    names, lists = party_names(), _participants(meeting)
    may = {(row.role, row.party == meeting.host) for row in rows}
    rights = {(role, hosts): in_order(rights_in(spec, role, hosts=hosts)) for role, hosts in may}
    shown = [
        _shown(row, spec, rights[row.role, row.party == meeting.host], names, tuple(lists.get(row.pk, ())))
        for row in rows
    ]
    kinds = {code: name.kind for code, name in names.items()}
    seats = [protocol.Seat(one.party, one.party_name, kinds.get(one.party, ""), one.role) for one in shown]
    roles = [role.code for role in spec.roles]
    return tuple(shown[at] for at in protocol.order_of(seats, host=meeting.host, roles=roles, language=language))


def _shown(
    row: Invitation,
    spec: FormatSpec,
    rights: tuple[str, ...],
    names: Mapping[str, PartyName],
    listed: tuple[ParticipantShown, ...],
) -> DelegationShown:
    role = spec.role(row.role)
    return DelegationShown(
        row.public_id,
        row.party,
        names[row.party].name if row.party in names else Bilingual(row.party, row.party),
        row.role,
        role.name if role else Bilingual(row.role, row.role),
        rights,
        row.quota,
        _iso(row.sent_at),
        row.reply,
        row.reply_words,
        _iso(row.replied_at),
        _iso(row.approved_at),
        listed,
        row.version,
        seen_by(row.label_id),
    )


def _iso(at: datetime | None) -> str:
    return at.isoformat() if at else ""


_FIELDS = (
    *("invitation_id", "public_id", "person__public_id", "person__name_ar", "person__name_en"),
    *("person__honorific_ar", "person__honorific_en", "post__public_id", "post__title_ar", "post__title_en"),
    *("function_ar", "function_en", "heads", "attended", "version", "label_id", "pk"),
)


def _participants(meeting: Meeting) -> dict[int, list[ParticipantShown]]:
    """The lists of all delegations by invitation, each by the order of protocol."""
    rows = list(Participant.objects.filter(invitation__meeting=meeting).order_by("pk").values_list(*_FIELDS))
    seen = {label_id: seen_by(label_id) for label_id in {v[15] for v in rows}}
    found: dict[int, list[tuple[tuple[bool, int, int], ParticipantShown]]] = {}
    for v in rows:
        standing = protocol.standing_of(Bilingual(v[8] or v[10], v[9] or v[11]))
        shown = ParticipantShown(
            *(v[1], v[2], Bilingual(v[3], v[4]), standing.address, Bilingual(v[5], v[6])),
            *(v[7] or "", Bilingual(v[10] or v[8] or "", v[11] or v[9] or ""), v[12], v[13]),
            *(v[15] == meeting.label_id, v[14], seen[v[15]]),
        )
        found.setdefault(v[0], []).append((protocol.seniority(v[12], standing, v[16]), shown))
    return {key: [shown for _, shown in sorted(own, key=lambda one: one[0])] for key, own in found.items()}


@read("meetings.invitations")
def invitations(viewer: Viewer) -> tuple[InvitationRow, ...]:
    """The invitations of the viewer's party to meetings still to come, the nearest first, with how many of its list are named."""
    formats = all_formats()
    coming = Meeting.objects.filter(to_come(formats)).values("pk")
    rows = list(
        Invitation.objects.filter(party=viewer.party, meeting__in=coming)
        .order_by("meeting__date", "pk")
        .values_list(
            "pk", "public_id", "meeting_id", "meeting__format", "role", "reply", "quota", "version", "label_id"
        )
    )
    names = meeting_names(row[2] for row in rows)
    named = Participant.objects.filter(invitation__in=[row[0] for row in rows])
    counts: dict[int, list[bool]] = {}
    for invitation, own, other in named.values_list("invitation_id", "label_id", "invitation__label_id"):
        counts.setdefault(invitation, []).append(own != other)
    return tuple(
        InvitationRow(
            *(v[1], names[v[2]], v[4], _role_name(spec_in(formats, v[3]), v[4]), v[5], v[6]),
            *(len(counts.get(v[0], ())), sum(counts.get(v[0], ())), v[7], seen_by(v[8])),
        )
        for v in rows
        if v[2] in names
    )


def _role_name(spec: FormatSpec, code: str) -> Bilingual:
    role = spec.role(code)
    return role.name if role else Bilingual(code, code)
