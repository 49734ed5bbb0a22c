"""Who comes for a party. Its list is its own until the head of the delegation has approved it: approving is the release."""

from __future__ import annotations

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Label, Person, Post
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.core.words import Bilingual
from mithaq.register.meetings.filing import found_meeting
from mithaq.register.meetings.forms import ApproveDelegation, DropParticipant, NameParticipant, NoteAttendance
from mithaq.register.meetings.models import Invitation, Participant
from mithaq.register.meetings.operations.inviting import about, check_open, check_own
from mithaq.register.meetings.releasing import release_person
from mithaq.register.parties.operations.people import new_person
from mithaq.register.parties.reach import as_wide
from mithaq.register.parties.resolving import person_named, post_on


@operation("meetings.name_participant", needs=Permission.DELEGATIONS_NAME, form=NameParticipant)
def name_participant(
    viewer: Viewer, /, *, invitation: str, person: str = "", post: str = "", heads: bool = False, **words: str
) -> Reference:
    """Put somebody on one's own party's list: somebody known, or, by a name that means nobody known, somebody new.

    The post is the one held on the day of the meeting, if none is named. Who heads the delegation takes the place of who
    did. Who manages meetings names participants of any party too: those names are then seen by all who see the meeting.
    """
    found = _invitation(invitation)
    label = _label_of_list(viewer, found)
    who = _person(found, label, person, **words)
    if Participant.objects.filter(invitation=found, person=who).exists():
        raise invalid("person", "This person is on the list already.", "listed")
    if heads:
        Participant.objects.filter(invitation=found, heads=True).update(heads=False)
    made = Participant.objects.create(
        label=label,
        invitation=found,
        person=who,
        post=_post(found, who, post),
        function_ar=words["function_ar"],
        function_en=words["function_en"],
        heads=heads,
    )
    return Reference(made.public_id, label.id, {"person": [None, Bilingual(who.name_ar, who.name_en).written()]})


def _invitation(named: str) -> Invitation:
    row: Invitation = find(Invitation.objects.select_related("meeting", "label"), named)
    return row


def _label_of_list(viewer: Viewer, invitation: Invitation) -> Label:
    """Under which label this viewer names somebody: its own party's, or, for who manages meetings, the meeting's."""
    if Permission.MEETINGS_MANAGE in viewer.permissions:
        return invitation.label
    check_own(viewer, invitation)
    check_open(invitation.meeting)
    marking = invitation.label.marking
    level = max(marking.level, Level.OFFICIAL)
    return Label.objects.marked(Marking(level, frozenset({viewer.party}), marking.caveats))


def _person(invitation: Invitation, label: Label, named: str, *, name_ar: str, name_en: str, **words: str) -> Person:
    """The person named by id or by a name that means only one; else somebody new, under the label of the list."""
    if named:
        known: Person = find(Person.objects.select_related("label"), named)
        if label.pk == invitation.label_id and not as_wide(known.label, label):
            raise invalid(
                "person",
                "Not everybody who sees the meeting may see this person. Give the name instead.",
                "person_narrower",
            )
        return known
    meant = {who.pk: who for name in (name_ar, name_en) if name and (who := person_named(name, label.id))}
    if len(meant) == 1:
        return meant.popitem()[1]
    own = {"honorific_ar": words["honorific_ar"], "honorific_en": words["honorific_en"]}
    return new_person(label, (), name_ar=name_ar, name_en=name_en, **own)


def _post(invitation: Invitation, person: Person, named: str) -> Post | None:
    """The post chosen, else the one at this party that the person holds on the day of the meeting, as all see who see it."""
    meeting = invitation.meeting
    if named:
        post: Post = find(Post.objects.select_related("label"), named)
        if not as_wide(post.label, invitation.label):
            raise invalid(
                "post",
                "Not everybody who sees the meeting may see this post. Write the function instead.",
                "post_narrower",
            )
        return post
    held = post_on(person, meeting.date, invitation.label_id)
    return held if held is not None and held.party.code == invitation.party else None


@operation("meetings.drop_participant", needs=Permission.DELEGATIONS_NAME, form=DropParticipant)
def drop_participant(viewer: Viewer, *, participant: str, version: int) -> Reference:
    """Take somebody off the list of one's own party; who manages meetings, off any list that was released."""
    found = find(Participant.objects.select_related("invitation__meeting", "person"), participant)
    if Permission.MEETINGS_MANAGE not in viewer.permissions:
        check_own(viewer, found.invitation)
    rows = Participant.objects.filter(pk=found.pk)
    update_at(rows, version)
    rows.delete()
    name = Bilingual(found.person.name_ar, found.person.name_en)
    return Reference(participant, found.label_id, {"person": [name.written(), None]})


@operation("meetings.approve_delegation", needs=Permission.DELEGATIONS_APPROVE, form=ApproveDelegation)
def approve_delegation(viewer: Viewer, *, invitation: str, version: int) -> Reference:
    """Approve the list of one's own party as it stands: from now on all who see the meeting see it. Names added later wait
    for another approval."""
    found = _invitation(invitation)
    check_own(viewer, found)
    check_open(found.meeting)
    listed = list(Participant.objects.filter(invitation=found).select_related("person__label").order_by("pk"))
    _check_list(found, listed)
    for participant in listed:
        release_person(participant.person, found.label)
    Participant.objects.filter(pk__in=[one.pk for one in listed]).update(label=found.label)
    by = {"approved_by": viewer.account, "approved_at": clock.now()}
    update_at(Invitation.objects.filter(pk=found.pk), version, **by)
    return about(found, {"participants": [None, len(listed)]})


def _check_list(invitation: Invitation, listed: list[Participant]) -> None:
    if not listed:
        raise Problem("Nobody is on the list yet. Name who comes first.", code="empty")
    if not any(participant.heads for participant in listed):
        raise Problem("Say who heads the delegation first.", code="no_head")
    if invitation.quota is not None and len(listed) > invitation.quota:
        raise Problem(
            "The list names %(named)s, and there are %(quota)s seats. Take some off, or ask for more seats.",
            code="over_quota",
            named=len(listed),
            quota=invitation.quota,
        )


@operation("meetings.note_attendance", needs=Permission.MEETINGS_MANAGE, form=NoteAttendance)
def note_attendance(
    viewer: Viewer, *, meeting: str, participants: tuple[str, ...], attended: bool = False
) -> Reference:
    """Who of the lists came, or did not."""
    found = found_meeting(meeting)
    rows = Participant.objects.filter(invitation__meeting=found, public_id__in=participants)
    pks = list(rows.values_list("pk", flat=True))
    if len(pks) != len(participants):
        raise Absent
    Participant.objects.filter(pk__in=pks).update(attended=attended)
    return Reference(found.public_id, found.label_id, {"attended": [None, len(pks) if attended else -len(pks)]})
