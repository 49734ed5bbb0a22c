"""What a format may say, and a new one that a meeting goes through."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mithaq.core import clock
from mithaq.core.errors import Conflict, Invalid, Problem, Refused
from mithaq.register.meetings import operations, reads
from mithaq.register.meetings.formats import RIGHTS, Right, parse_roles, parse_steps, text_of
from mithaq.register.meetings.shipped import shipped_formats
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID
from tests.make import make_parties, make_planned

ROLES = """
chair | رئيس | Chair | attend speak record chair
voice | صوت | Voice | attend، speak
"""
STEPS = """
planned | مقرر | Planned | warmed_up cancelled
warmed_up | هُيّئ | Warmed up | held cancelled
held | عُقد | Held | printed
printed | طُبع | Printed
cancelled | أُلغي | Cancelled
"""


def test_every_house_knows_the_formats_of_the_initiative() -> None:
    known = shipped_formats()
    assert set(known) >= {
        *("advisory_group", "council", "joint_council", "ministerial", "conference", "ambassadors", "panel"),
        *("workshop", "bilateral", "summit"),
    }
    for spec in known.values():
        assert parse_roles(text_of(spec.roles)) == spec.roles
        assert parse_steps(text_of(spec.steps)) == spec.steps
        assert Right.DECIDE not in spec.rights("observer") | spec.rights("guest")
        assert spec.rights("observer") <= {Right.ATTEND}


def test_every_right_is_explained_in_both_languages() -> None:
    assert set(RIGHTS) == set(Right)
    assert all(sentence.ar.endswith(".") and sentence.en.endswith(".") for sentence in RIGHTS.values())


def test_rights_are_read_in_any_order_and_with_arabic_commas() -> None:
    chair, voice = parse_roles(ROLES)
    assert voice.rights == {Right.ATTEND, Right.SPEAK}
    assert (chair.code, chair.name.ar, chair.name.en) == ("chair", "رئيس", "Chair")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_roles"),
        ("chair | رئيس | Chair | chair\nchair | رئيس | Chair | chair", "twice"),
        ("member | عضو | Member | attend", "no_chair"),
        ("chair | رئيس | Chair | chair vote", "unknown_right"),
        ("chair | رئيس", "line"),
        ("chair | رئيس | Chair | chair | more", "line"),
        ("The chair | رئيس | Chair | chair", "code"),
        ("\n".join(f"r{n} | دور | Role | chair" for n in range(41)), "too_many"),
    ],
)
def test_roles_that_do_not_fit_are_explained(text: str, code: str) -> None:
    with pytest.raises(Problem) as said:
        parse_roles(text)
    assert said.value.code == code
    assert said.value.say()


@pytest.mark.parametrize(
    ("steps", "code", "word"),
    [
        ("", "no_steps", "planned"),
        ("held | ع | Held", "no_start", "planned"),
        ("planned | م | Planned", "no_held", "held"),
        ("planned | م | Planned | held\nheld | ع | Held | gone", "unknown_step", "gone"),
        ("planned | م | Planned | held\nheld | ع | Held\nalone | و | Alone", "unreached", "alone"),
        ("planned | م | Planned | held\nheld | ع | Held | again\nagain | م | Again | held", "no_end", "planned"),
        ("planned | م | Planned | held\nheld | ع | Held | planned over\nover | خ | Over", "after_held", "planned"),
        (
            "planned | م | Planned | held\nheld | ع | Held | cancelled\ncancelled | غ | Cancelled",
            "after_held",
            "cancelled",
        ),
        (
            "planned | م | Planned | held cancelled\nheld | ع | Held\ncancelled | غ | Cancelled | over\nover | خ | Over",
            "cancelled_end",
            "cancelled",
        ),
    ],
)
def test_a_way_that_cannot_be_gone_is_explained(steps: str, code: str, word: str) -> None:
    with pytest.raises(Problem) as said:
        parse_steps(steps)
    assert said.value.code == code
    assert word in said.value.say()


@pytest.fixture
def house(db: None) -> None:
    make_parties()


def define(**changed: str) -> str:
    given = {
        "code": "majlis",
        "name_ar": "مجلس مفتوح",
        "name_en": "Open majlis",
        "roles_text": ROLES,
        "steps_text": STEPS,
    }
    return operations.define_format(LAYLA, **{**given, **changed}).public_id


@pytest.mark.usefixtures("ahead", "house")
def test_a_wholly_new_format_takes_a_meeting_to_its_end_without_code() -> None:
    define()
    meeting = make_planned(format="majlis", date="2026-12-14")
    operations.invite(LAYLA, meeting=meeting, parties=("KWT",), role="voice")
    page = reads.meeting_page(BADER, meeting=meeting)
    assert (page.format_name.ar, page.state_name.en, page.rights) == ("مجلس مفتوح", "Planned", ("attend", "speak"))
    assert [step.code for step in page.steps] == ["warmed_up", "cancelled"]
    with pytest.raises(Invalid):
        operations.step_meeting(LAYLA, meeting=meeting, version=page.version, state="printed")
    for state in ("warmed_up", "held", "printed"):
        version = reads.meeting_page(LAYLA, meeting=meeting).version
        with clock.stopped_at(datetime(2026, 12, 14, 9, tzinfo=UTC)):
            operations.step_meeting(LAYLA, meeting=meeting, version=version, state=state)
    page = reads.meeting_page(PUBLIC, meeting=meeting)
    assert (page.row.state, page.row.held, page.steps) == ("printed", True, ())
    told = [line.changes["state"] for line in page.history if "state" in line.changes]
    assert [one[1]["en"] if isinstance(one[1], dict) else one[1] for one in told] == ["Printed", "held", "Warmed up"]  # type: ignore[index]


@pytest.mark.usefixtures("house")
def test_the_form_says_what_is_wrong_with_which_field() -> None:
    with pytest.raises(Invalid) as said:
        define(roles_text="chair | رئيس | Chair | vote")
    assert said.value.errors["roles_text"][0]["code"] == "unknown_right"
    assert "vote" in said.value.in_full()
    assert "attend" in said.value.in_full()
    with pytest.raises(Invalid) as said:
        define(steps_text="planned | م | Planned")
    assert set(said.value.errors) == {"steps_text"}
    for code in ("council", "majlis"):
        define() if code == "majlis" else None
        with pytest.raises(Invalid) as said:
            define(code=code)
        assert set(said.value.errors) == {"code"}


@pytest.mark.usefixtures("house")
def test_a_mission_defines_no_format_and_reads_all_of_them() -> None:
    with pytest.raises(Refused):
        operations.define_format(RASHID, code="x1", name_ar="ع", name_en="n", roles_text=ROLES, steps_text=STEPS)
    define()
    (own,) = (one for one in reads.format_list(HESSA) if one.code == "majlis")
    assert [role.code for role in own.roles] == ["chair", "voice"]
    assert own.roles[1].rights[1].sentence.en == RIGHTS[Right.SPEAK].en
    assert [step.code for step in own.steps if step.held] == ["held", "printed"]
    assert len(reads.right_list(PUBLIC)) == len(Right)


@pytest.mark.usefixtures("ahead", "house")
def test_a_format_that_every_house_knows_is_redefined_by_one() -> None:
    meeting = make_planned(format="panel", date="2026-12-14")
    operations.redefine_format(LAYLA, format="panel", version=1, name_en="Round table", roles_text=ROLES)
    page = reads.meeting_page(LAYLA, meeting=meeting)
    assert page.format_name.en == "Round table"
    operations.invite(LAYLA, meeting=meeting, parties=("KWT",), role="voice")
    with pytest.raises(Conflict):
        operations.redefine_format(LAYLA, format="panel", version=1, name_en="Square table")
    operations.redefine_format(LAYLA, format="panel", version=2, meeting_level="ambassador")
    (panel,) = (one for one in reads.format_list(PUBLIC) if one.code == "panel")
    assert (panel.name.en, panel.level, panel.version, len(panel.roles)) == ("Round table", "ambassador", 3, 2)
    assert len([one for one in reads.format_list(PUBLIC) if one.code == "panel"]) == 1
