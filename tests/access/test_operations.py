"""An operation does all of it or nothing, once, and says so in the journal."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.markings import Level
from mithaq.access.models import Account, JournalLine, Label, SavedView, next_ref
from mithaq.access.operations import (
    add_account,
    disable_account,
    drop_draft,
    keep_draft,
    remove_view,
    save_view,
    set_language,
    viewer_named,
)
from mithaq.access.reads import audience, draft, me, officers, views
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Invalid, Refused
from tests.cast import BADER, CAST, HESSA, LAYLA, PUBLIC, RASHID, SALIM, account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cast() -> None:
    for viewer in CAST:
        account(viewer)


def save(viewer: Viewer, name: str = "Late", *, shared: bool = False, **extra: Any) -> str:
    return save_view(viewer, page="commitments", name=name, query="overdue=1", shared=shared, **extra).public_id


def test_it_works_and_is_journaled() -> None:
    view = save(HESSA)
    assert [(v.name, v.mine) for v in views(HESSA, page="commitments")] == [("Late", True)]
    with acting_as(HESSA):
        line = JournalLine.objects.get()
    assert (line.account, line.party, line.operation, line.thing) == ("hessa", "QAT", "views.save", view)
    assert line.changes == {"name": [None, "Late"]}


def test_a_colleague_sees_what_is_shared_and_nobody_else() -> None:
    save(HESSA, shared=True)
    assert [v.mine for v in views(RASHID, page="commitments")] == [False]
    assert views(BADER, page="commitments") == ()
    with acting_as(BADER):
        assert SavedView.objects.count() == 0


def test_nobody_removes_the_view_of_another() -> None:
    view = save(HESSA, shared=True)
    for other, wrong in ((RASHID, view), (BADER, view), (HESSA, "x" * 22)):
        with pytest.raises(Absent):
            remove_view(other, view=wrong)
    remove_view(HESSA, view=view)
    assert views(HESSA, page="commitments") == ()


def test_who_may_not_is_refused() -> None:
    with pytest.raises(Refused):
        save(PUBLIC)
    with pytest.raises(Refused):
        disable_account(SALIM, account="hessa", reason="x")


def test_what_does_not_fit_is_told_by_field() -> None:
    with pytest.raises(Invalid) as refusal:
        save(HESSA, name="")
    assert refusal.value.errors["name"][0]["code"] == "required"
    with pytest.raises(Invalid) as refusal:
        save(HESSA, colour="red")
    assert refusal.value.errors["colour"][0]["code"] == "unknown"


def test_the_same_key_twice_is_done_once() -> None:
    assert save(HESSA, once="k") == save(HESSA, once="k")
    assert len(views(HESSA, page="commitments")) == 1
    assert save(RASHID, once="k"), "another's key is another key"


def test_a_failure_undoes_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mithaq.access.operation.JournalLine.objects.create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save(HESSA)
    assert views(HESSA, page="commitments") == ()


def test_an_account_is_opened_and_closed() -> None:
    add_account(
        LAYLA,
        username="noor",
        email="noor@example.org",
        name_ar="نور",
        name_en="Noor",
        party="",
        level="OFFICIAL",
        roles=["observer"],
        language="en",
        deputy="",
    )
    assert me(viewer_named("noor")).language == "en"
    assert not Account.objects.get(username="noor").has_usable_password()
    disable_account(LAYLA, account="noor", reason="left")
    with pytest.raises(Refused):
        viewer_named("noor")
    assert Account.objects.get(username="noor").viewer().permissions == frozenset()
    with pytest.raises(Absent):
        disable_account(LAYLA, account="noor", reason="again")
    with pytest.raises(Refused):
        disable_account(LAYLA, account="layla", reason="myself")


def test_an_account_needs_known_roles_and_parties() -> None:
    given = {
        "username": "noor",
        "email": "n@example.org",
        "name_ar": "ن",
        "name_en": "N",
        "language": "ar",
        "deputy": "",
    }
    for field, value in (("roles", ["king"]), ("party", "XXX"), ("deputy", "nobody"), ("username", "hessa")):
        data: dict[str, Any] = {**given, "level": "OFFICIAL", "roles": ["observer"], "party": "", field: value}
        with pytest.raises(Invalid) as refusal:
            add_account(LAYLA, **data)
        assert list(refusal.value.errors) == [field]


def test_drafts_are_their_writers_alone() -> None:
    keep_draft(HESSA, form="commitments.stand:x", typed={"text_ar": "على أن"})
    keep_draft(HESSA, form="commitments.stand:x", typed={"text_ar": "على ألا"})
    assert draft(HESSA, form="commitments.stand:x") == {"text_ar": "على ألا"}
    assert draft(RASHID, form="commitments.stand:x") == {}
    drop_draft(HESSA, form="commitments.stand:x")
    assert draft(HESSA, form="commitments.stand:x") == {}


def test_language_is_the_accounts_own() -> None:
    set_language(HESSA, language="en")
    assert me(HESSA).language == "en"
    assert me(RASHID).language == "ar"


def test_the_audience_is_named_before_anything_is_filed() -> None:
    shown = audience(HESSA, level="RESTRICTED", released="KWT")
    assert (shown.level, shown.everybody, shown.you_too) == ("RESTRICTED", False, True)
    assert {o.account for o in shown.officers} == {"hessa", "rashid"}
    above = audience(HESSA, level="CONFIDENTIAL", released="")
    assert not above.you_too
    assert {o.account for o in above.officers} == {"rashid"}


def test_officers_are_those_of_ones_own_party_but_for_the_secretariat() -> None:
    assert {o.party for o in officers(HESSA)} == {"QAT"}
    assert {o.party for o in officers(HESSA, party="KWT")} == set()
    assert {"KWT", "QAT"} <= {o.party for o in officers(LAYLA)}


def test_references_count_per_audience() -> None:
    with acting_as(RASHID, writing=True):
        public, own = Label.objects.of(Level.PUBLIC), Label.objects.of(Level.RESTRICTED, "QAT")
        assert [next_ref("C", 2016, public) for _ in range(2)] == ["C-2016-001", "C-2016-002"]
        first = next_ref("C", 2016, own)
    assert first == f"C-2016-{own.marking.tag}-001"
    assert next_ref_for(BADER) == "C-2016-003", "what Qatar keeps to itself shifts nobody's numbers"


def next_ref_for(viewer: Viewer) -> str:
    with acting_as(viewer, writing=True):
        return next_ref("C", 2016, Label.objects.of(Level.PUBLIC))


def test_nobody_files_what_they_could_not_see() -> None:
    with acting_as(HESSA, writing=True):
        for level, party in ((Level.RESTRICTED, "KWT"), (Level.CONFIDENTIAL, "QAT")):
            with pytest.raises(Refused):
                Label.objects.of(level, party)
