"""Lists and exports of commitments: what is asked for, page after page, the same queries however many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.register.commitments import operations, reads
from mithaq.register.commitments.reads import listing
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID
from tests.kept import kept
from tests.make import make_commitment, make_document, make_house, make_meeting, make_person, make_tenure
from tests.register.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def house() -> None:
    kept(make_house)


@pytest.fixture
def register() -> dict[str, str]:
    """A few commitments that differ in everything that can be asked for, by a letter each."""
    meeting = make_meeting(date="2016-11-20")
    made = {
        "a": make_commitment(
            "إيجاد آلية لتقييم الدورات", by=["QAT"], said_on="2016-11-21", due="2026-11-14", meeting=meeting
        ),
        "b": make_commitment(
            "زيادة وتيرة الحوار", kind="pledge", addressees=["QAT"], said_on="2023-09", due="2026-12-31"
        ),
        "c": make_commitment("To expand maritime training", owner="KWT", areas=["training_education"], said_on="2011"),
        "d": make_commitment("توحيد الرؤى", "KWT", "SEC", said_on="2019-12-16", due="2026-11-01", title_en="One view"),
    }
    operations.change_state(LAYLA, commitment=made["d"], state="agreed", reason="x", version=1)
    return made


def letters(register: dict[str, str], viewer: Any = LAYLA, **asked: Any) -> str:
    names = {public_id: letter for letter, public_id in register.items()}
    with clock.stopped_at(NOW):
        return "".join(names[row.public_id] for row in reads.commitment_list(viewer, **asked).entries)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "bdac"),
        ({"order": "due"}, "dabc"),
        ({"order": "new"}, "dcba"),
        ({"state": "agreed"}, "d"),
        ({"state": "proposed,done"}, "bac"),
        ({"state": "open"}, "bdac"),
        ({"state": "closed"}, ""),
        ({"owner": "KWT"}, "c"),
        ({"party": "QAT"}, "ba"),
        ({"kind": "pledge"}, "b"),
        ({"area": "training_education"}, "c"),
        ({"since": "2016", "until": "2019"}, "da"),
        ({"until": "2011"}, "c"),
        ({"overdue": True}, "da"),
        ({"overdue": True, "state": "proposed"}, "a"),
        ({"q": "تقييم الدورة"}, "a"),
        ({"q": "expanding the trainings"}, "c"),
        ({"q": "view"}, "d"),
        ({"q": "nothing of the kind"}, ""),
    ],
)
def test_what_is_asked_for_is_found(register: dict[str, str], asked: dict[str, Any], found: str) -> None:
    assert letters(register, **asked) == found


def test_by_meeting_and_by_reference(register: dict[str, str]) -> None:
    (row,) = [row for row in reads.commitment_list(LAYLA).entries if row.public_id == register["a"]]
    assert row.meeting is not None
    assert letters(register, meeting=row.meeting.public_id) == letters(register, q=row.ref.lower()) == "a"
    with pytest.raises(Absent):
        letters(register, meeting="nothing")


def test_each_party_sees_its_own_register(register: dict[str, str]) -> None:
    assert [letters(register, viewer) for viewer in (RASHID, BADER, PUBLIC)] == ["bac", "bdac", ""]


def test_days_late_only_while_it_is_open(register: dict[str, str]) -> None:
    with clock.stopped_at(NOW):
        late = {row.public_id: row.late for row in reads.commitment_list(LAYLA).entries}
        assert [late[register[letter]] for letter in "abcd"] == [11, 0, 0, 24]
        operations.change_state(LAYLA, commitment=register["d"], state="done", reason="x", version=2)
        assert reads.commitment_page(LAYLA, commitment=register["d"]).row.late == 0


@pytest.mark.parametrize("order", ["said", "due", "new"])
def test_page_after_page_shows_every_commitment_once(
    register: dict[str, str], order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [
        *register.values(),
        *(make_commitment(f"Call {n}", said_on="2019", due=due) for n, due in ((1, ""), (2, "2026-12-31"), (3, ""))),
    ]
    whole = [row.public_id for row in reads.commitment_list(LAYLA, order=order).entries]
    for size in (1, 2, 3):
        monkeypatch.setattr(listing, "PAGE", size)
        shown, after = [], ""
        while True:
            page = reads.commitment_list(LAYLA, order=order, after=after)
            shown += [row.public_id for row in page.entries]
            if not (after := page.more):
                break
        assert shown == whole
    assert sorted(whole) == sorted(made)


def test_after_what_is_hidden_or_not_there_is_absent(register: dict[str, str]) -> None:
    for after in (register["d"], "nothing"):
        with pytest.raises(Absent):
            reads.commitment_list(RASHID, after=after)


def test_a_repeated_call_is_marked_and_asked_for(register: dict[str, str]) -> None:
    again = make_commitment("إيجاد آلية لتقييم الدورات كلها", said_on="2026-01")
    rows = {row.public_id: row.repeated for row in reads.commitment_list(LAYLA).entries}
    assert {public_id for public_id, repeated in rows.items() if repeated} == {register["a"], again}
    assert {row.public_id for row in reads.commitment_list(LAYLA, repeated=True).entries} == {register["a"], again}


def one_of_each(n: int) -> None:
    """A commitment with all that a row can name."""
    person = make_person(f"Person {n}")
    make_tenure(person, f"Post {n}", since="2010")
    meeting = make_meeting(date="2016-11-20", title_en=f"Meeting {n}")
    text = f"Call number {n} for better tests of all courses."
    document = make_document(LAYLA, text, level="PUBLIC")
    given: dict[str, Any] = {"document": document, "sentence": 1, "source": "", "level": "", "audience": []}
    made = make_commitment(
        text, **given, speaker=person, said_on="2016-11-20", meeting=meeting, owner="QAT", due="2026-12-01"
    )
    operations.state_stand(RASHID, commitment=made, stand="accept")
    operations.state_stand(BADER, commitment=made, stand="note")
    operations.score_commitment(LAYLA, commitment=made, party="QAT", value=1, document=document, sentence=1)


def test_as_many_queries_for_three_as_for_one() -> None:
    runs: list[Callable[[], Any]] = [
        lambda: reads.commitment_list(HESSA),
        lambda: reads.commitment_list(HESSA, order="due"),
        lambda: reads.commitment_export(HESSA),
        lambda: reads.commitment_page(
            HESSA, commitment=reads.commitment_list(HESSA, order="new").entries[-1].public_id
        ),
    ]
    one_of_each(1)
    one_of_each(2)  # the first has a repeat then, as the others will
    once = [counted(run) for run in runs]
    one_of_each(3)
    one_of_each(4)
    assert [counted(run) for run in runs] == once
    assert len(reads.commitment_list(HESSA).entries) == 4


def test_flat_rows_for_other_programs() -> None:
    one_of_each(1)
    sheet = reads.commitment_export(HESSA)
    (row,) = (dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows)
    assert (row["words"], row["speaker_en"], row["post_en"]) == (
        "Call number 1 for better tests of all courses.",
        "Person 1",
        "Post 1",
    )
    assert (row["owner"], row["due"], row["level"], row["sentence"]) == ("QAT", "2026-12-01", "PUBLIC", 1)
    assert str(row["meeting"]).startswith("M-2016")
    assert str(row["document"]).startswith("D-")
    make_commitment("سرّ", "KWT", viewer=BADER)
    assert len(reads.commitment_export(RASHID).rows) == 1


def test_by_speaker_and_who_the_speakers_are() -> None:
    salem, other = make_person("Salem", "سالم"), make_person("Amal")
    hidden = make_person("Secret", level="RESTRICTED", audience=["KWT"])
    by_salem = make_commitment(speaker=salem, said_on="2016")
    make_commitment("زيادة وتيرة الحوار", speaker=other)
    make_commitment("توحيد الرؤى", "KWT", "SEC", speaker=hidden, said_on="2019")
    make_commitment("Salem is named here and says nothing")
    assert [row.public_id for row in reads.commitment_list(RASHID, speaker=salem).entries] == [by_salem]
    assert len(reads.commitment_export(RASHID, speaker=salem).rows) == 1
    assert [name.en for name in reads.speakers(RASHID).values()] == ["Amal", "Salem"]
    assert [name.en for name in reads.speakers(BADER).values()] == ["Amal", "Salem", "Secret"]
    assert reads.speakers(PUBLIC) == {}
    for speaker in (hidden, "nothing"):
        with pytest.raises(Absent):
            reads.commitment_list(RASHID, speaker=speaker)
