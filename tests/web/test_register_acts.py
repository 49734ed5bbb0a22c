"""What is done with parties, people, meetings and areas on pages of their own."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from mithaq.access.shapes import history_of
from mithaq.access.viewer import Viewer, acting_as
from mithaq.followup.reads import action_page
from mithaq.register.commitments.reads import commitment_page
from mithaq.register.meetings.reads import meeting_list, meeting_page, series_list
from mithaq.register.parties.reads import figures, party_page, people, person_page
from mithaq.register.programmes.reads import area_list
from mithaq.web.register_acts import ACTS, NEW
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_action, make_commitment, make_document, make_meeting, make_person, make_silence, make_tenure
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ahead", "house")]

ABSENT = "a" * 22


def place(act: str, thing: str = "") -> str:
    """The page of this act on this thing, or of a new thing."""
    return reverse("act", args=[thing, act]) if thing else reverse(act)


def sent(viewer: Viewer, act: str, thing: str = "", /, **fields: Any) -> Any:
    """The form of this act, sent with these fields."""
    return signed_in(viewer).post(place(act, thing), fields)


def things() -> dict[str, str]:
    """One of each kind that something can be done with, by kind."""
    commitment = make_commitment(owner="QAT")
    person = make_person("Holder")
    make_tenure(person, "Ambassador", since="2020")
    return {
        **{"commitment": commitment, "action": make_action(commitment), "meeting": make_meeting(), "party": "QAT"},
        **{"person": person, "area": "political_dialogue", "account": "hessa"},
        "silence": make_silence(),
    }


def test_every_act_has_its_page_for_the_secretariat_and_is_refused_to_observers() -> None:
    known, secretariat, observer = things(), signed_in(LAYLA), signed_in(SALIM)
    of_the_register = {name: act for name, act in ACTS.items() if act.kind in known}
    places = [*(place(name, known[act.kind]) for name, act in of_the_register.items()), *map(place, NEW)]
    for at in places:
        if not at.endswith(("-stand/", "silence-state/", "silence-agree/")):  # the secretariat is no party that answers
            assert secretariat.get(at).status_code == 200, at
        assert secretariat.put(at).status_code == 405, at
        assert observer.post(at).status_code in (403, 404), at


def test_what_observers_see_they_may_not_change_and_no_button_asks_them_to() -> None:
    known, observer = things(), signed_in(SALIM)
    for at in ("/parties/QAT/", f"/people/{known['person']}/", f"/meetings/{known['meeting']}/", "/areas/", "/people/"):
        shown = page(observer.get(at)).partition("<main")[2].partition("</main>")[0]
        assert ("/act/" in shown, "/add" in shown, "<form method" in shown) == (False, False, False), at
    for act in ("party-claim", "meeting-describe", "person-alias", "area-claim"):
        assert observer.post(place(act, known[ACTS[act].kind])).status_code == 403, act
    assert observer.post(place("meeting-add")).status_code == 403


@pytest.mark.parametrize("act", ["party-claim", "person-alias", "meeting-describe", "area-claim", "commitment-assign"])
def test_what_is_not_there_is_absent_and_so_is_an_act_that_nobody_knows(act: str) -> None:
    client = signed_in(LAYLA)
    assert client.get(place(act, ABSENT)).status_code == 404
    assert client.get(place("no-such-act", ABSENT)).status_code == 404


def test_another_party_cannot_act_on_what_is_hidden() -> None:
    meeting = make_meeting(level="RESTRICTED", audience=["QAT", "SEC"])
    document = make_document(BADER)
    assert sent(BADER, "meeting-attach", meeting, document=document).status_code == 404
    assert sent(HESSA, "meeting-attach", meeting, document=document).status_code == 404, "Kuwait's document"


def test_a_source_is_kept_and_then_preferred() -> None:
    fields = {"initiative": "ICI", "status": "member", "source": "صحيفة", "level": "OFFICIAL", "audience": "QAT"}
    answer = sent(LAYLA, "party-claim", "QAT", since="2005-02", **fields)
    assert answer.headers["Location"] == "/parties/QAT/"
    claim = next(one for one in party_page(LAYLA, party="QAT").claims if one.since == "2005-02")
    assert claim.seen.audience == ("QAT", "SEC"), "one's own party is always among those who see it"
    assert claim.public_id not in [one.public_id for one in party_page(BADER, party="QAT").claims]
    form = page(signed_in(LAYLA).get(f"{place('party-prefer', 'QAT')}?claim={claim.public_id}"))
    assert f'value="{claim.public_id}" selected' in form
    sent(LAYLA, "party-prefer", "QAT", claim=claim.public_id, why_ar="أدقّ")
    assert [one.why.ar for one in party_page(LAYLA, party="QAT").claims if one.preferred] == ["أدقّ"]


def test_a_mission_a_post_and_who_holds_it_until_when() -> None:
    label = {"level": "PUBLIC"}
    sent(LAYLA, "party-mission", "QAT", name_ar="بعثة", name_en="Mission", source="S0", **label)
    mission = party_page(LAYLA, party="QAT").missions[0].public_id
    sent(LAYLA, "party-post", "QAT", mission=mission, title_ar="سفير", title_en="Ambassador", **label)
    post, person = party_page(LAYLA, party="QAT").posts[0].public_id, make_person("Salem", "سالم")
    form = page(signed_in(LAYLA).get(f"{place('party-tenure', 'QAT')}?post={post}"))
    assert f'value="{post}" selected' in form
    sent(LAYLA, "party-tenure", "QAT", post=post, person=person, since="2020", source="S0", **label)
    (held,) = person_page(SALIM, person=person).held
    assert held.post == post
    answer = sent(LAYLA, "person-leaves", person, tenure=held.public_id, until="2019", reason="قرار")
    assert (answer.status_code, 'id="id_until_error"' in page(answer)) == (400, True), "before it began"
    sent(LAYLA, "person-leaves", person, tenure=held.public_id, until="2024", reason="قرار")
    assert person_page(SALIM, person=person).held[0].until == "2024"
    sent(LAYLA, "person-tenure", person, post=post, since="2025", source="S0", **label)
    assert len(person_page(SALIM, person=person).held) == 2


def test_other_writings_of_a_name() -> None:
    person = make_person("Salem")
    sent(LAYLA, "person-alias", person, written="سليم")
    sent(LAYLA, "party-alias", "QAT", written="دولة قطر الشقيقة")
    assert person_page(SALIM, person=person).aliases == ("سليم",)
    assert "دولة قطر الشقيقة" in party_page(SALIM, party="QAT").aliases


def test_new_things_are_added_each_with_its_page() -> None:
    party = {"code": "FRA", "kind": "state", "name_ar": "فرنسا", "name_en": "France"}
    answer = sent(LAYLA, "party-add", **party)
    assert words(signed_in(SALIM).get(answer.headers["Location"])).startswith("فرنسا")
    taken = sent(LAYLA, "party-add", **{**party, "name_ar": "الجمهورية الفرنسية"})
    assert (taken.status_code, 'id="id_code_error"' in page(taken), 'value="France"' in page(taken)) == (
        400,
        True,
        True,
    )
    person = sent(LAYLA, "person-add", name_en="Jean Dupont", level="PUBLIC")
    assert person.headers["Location"] == f"/people/{people(SALIM).entries[0].public_id}/"
    figure = {"value": "24", "comparator": ">", "what_ar": "دورات", "source": "S0", "level": "PUBLIC"}
    assert sent(LAYLA, "figure-add", **figure).headers["Location"] == "/figures/"
    assert figures(SALIM).entries[0].value == "24"
    meeting = {"series": "icg", "date": "2016-11", "source": "S0", "level": "PUBLIC", "parties": ["QAT", "KWT"]}
    assert sent(LAYLA, "meeting-add", **meeting).status_code == 302
    assert meeting_list(SALIM).entries[0].parties == ("QAT", "KWT")
    assert (
        sent(LAYLA, "series-add", code="talks", name_ar="حوار", name_en="Talks").headers["Location"]
        == "/meetings/series/"
    )
    assert "talks" in [one.code for one in series_list(SALIM)]
    assert sent(LAYLA, "area-add", code="new_area", name_ar="جديد", name_en="New").headers["Location"] == "/areas/"
    sent(LAYLA, "area-claim", "new_area", mode="agreed", source="S0", level="PUBLIC")
    assert [one.mode for area in area_list(SALIM) if area.code == "new_area" for one in area.claims] == ["agreed"]


def test_without_a_source_or_an_audience_nothing_enters_and_what_was_typed_stays() -> None:
    answer = sent(LAYLA, "meeting-add", series="icg", title_ar="اجتماع بلا مصدر", level="OFFICIAL")
    assert answer.status_code == 400
    assert 'value="اجتماع بلا مصدر"' in page(answer)
    assert 'id="id_source_error"' in page(answer)
    assert not meeting_list(LAYLA).entries


def test_a_meeting_is_put_right_once_and_who_comes_second_keeps_what_they_typed() -> None:
    meeting = make_meeting(date="2016")
    assert sent(LAYLA, "meeting-describe", meeting, version=1, date="2016-11-20", series="icg").status_code == 302
    answer = sent(LAYLA, "meeting-describe", meeting, version=1, date="2016-12", city_ar="الدوحة")
    assert answer.status_code == 409
    assert 'value="الدوحة"' in page(answer)
    assert meeting_page(LAYLA, meeting=meeting).row.date == "2016-11-20"


def test_a_step_that_the_table_of_states_lacks_is_said_on_the_form() -> None:
    action = make_action(make_commitment())
    answer = sent(RASHID, "action-state", action, version=1, state="under_way", reason="بدأ العمل")
    assert answer.status_code == 400
    assert 'value="بدأ العمل"' in page(answer)
    assert "متفق عليه" in words(answer), "what is possible instead"
    assert 'value="under_way"' not in page(answer)


def test_the_same_page_sent_twice_is_one_act() -> None:
    client, fields = signed_in(LAYLA), {"name_en": "Jean Dupont", "level": "PUBLIC"}
    first, second = (client.post(place("person-add"), fields) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert len(people(LAYLA).entries) == 1


def test_a_paper_is_attached_by_its_reference() -> None:
    meeting, document = make_meeting(), make_document(HESSA, "نص.", level="PUBLIC")
    shown = page(signed_in(HESSA).get(reverse("meeting", args=[meeting])))
    assert place("meeting-attach", meeting) in shown
    ref = "D-2026-001" if "D-2026-001" in page(signed_in(HESSA).get("/documents/")) else ""
    assert sent(HESSA, "meeting-attach", meeting, document=ref or document).status_code == 302
    assert [paper.document for paper in meeting_page(SALIM, meeting=meeting).papers] == [document]


def test_what_stands_in_a_form_is_kept_when_it_is_sent_as_it_came() -> None:
    """A speaker and a meeting that the first options do not hold stay chosen; so do several parties."""
    speaker, meeting = make_person("Salem", "سالم"), make_meeting(date="2011")
    commitment = make_commitment(
        speaker=speaker, meeting=meeting, said_on="2016-11", by=["KWT"], addressees=["QAT", "KWT"]
    )
    form = page(signed_in(LAYLA).get(place("commitment-describe", commitment)))
    for value in (speaker, meeting):
        assert f'value="{value}" selected' in form
    assert (
        form.count('name="addressees" value="QAT" checked') == form.count('name="addressees" value="KWT" checked') == 1
    )
    row = commitment_page(LAYLA, commitment=commitment)
    sent(
        *(LAYLA, "commitment-describe", commitment),
        **{"version": row.version, "kind": "pledge", "speaker": speaker, "meeting": meeting},
        **{"addressees": ["", "QAT", "KWT"], "by": ["", "KWT"], "said_on": "2016-11"},
    )
    after = commitment_page(LAYLA, commitment=commitment).row
    assert (after.kind, after.speaker.person, after.addressees) == ("pledge", speaker, ("QAT", "KWT"))


def test_an_act_of_one_party_on_its_own_action() -> None:
    action = make_action(make_commitment())
    version = action_page(RASHID, action=action).version
    assert sent(RASHID, "action-assign", action, version=version, due="2027-01-31", reason="أُجّل").status_code == 302
    assert action_page(RASHID, action=action).row.due == "2027-01-31"
    assert (
        sent(RASHID, "action-assign", action, version=version, due="2027-02-28", reason="مرة أخرى").status_code == 409
    )
    with acting_as(RASHID):
        assert [line.operation for line in history_of(action)] == ["actions.assign", "actions.add"]


def test_a_password_is_kept_in_no_draft_and_shown_to_nobody() -> None:
    shown = page(signed_in(LAYLA).get(place("account-secret", "hessa")))
    assert "data-draft=" not in shown
    answer = sent(LAYLA, "account-secret", "hessa", secret="a long first password")
    assert answer.headers["Location"] == "/accounts/"
    refused = sent(HESSA, "account-secret", "hessa", secret="a long first password, again")
    assert refused.status_code == 403
    assert "a long first password" not in page(refused)


def test_two_commitments_are_put_together_by_hand() -> None:
    commitment = make_commitment("افتتاح مركز إقليمي", areas=["political_dialogue"], said_on="2016")
    other = make_commitment("زيادة وتيرة الحوار", areas=["political_dialogue"], title_ar="وتيرة الحوار", said_on="2023")
    ref = commitment_page(LAYLA, commitment=other).row.ref
    client = signed_in(LAYLA)
    assert place("commitment-relate", commitment) in page(client.get(reverse("commitment", args=[commitment])))
    form = page(client.get(place("commitment-relate", commitment)))
    assert f'<option value="{ref}">وتيرة الحوار · 2023</option>' in form
    assert commitment_page(LAYLA, commitment=commitment).row.ref not in form.partition("<datalist")[2]
    sent(LAYLA, "commitment-relate", commitment, other=ref, decision="same")
    (repeat,) = commitment_page(LAYLA, commitment=commitment).repeats
    assert (repeat.other.public_id, repeat.decision) == (other, "same")
    assert ref not in page(client.get(place("commitment-relate", commitment))).partition("<datalist")[2]
    sent(LAYLA, "commitment-relate", other, other=commitment, decision="different")
    assert commitment_page(LAYLA, commitment=commitment).repeats[0].decision == "different"
    assert place("commitment-relate", commitment) not in page(
        signed_in(RASHID).get(reverse("commitment", args=[commitment]))
    )


def test_a_commitment_that_is_hidden_or_not_there_is_said_on_the_form_and_what_was_typed_stays() -> None:
    commitment, hidden = make_commitment(), make_commitment("سرّ", "KWT", viewer=BADER)
    for other in (hidden, "C-1900-001"):
        answer = sent(LAYLA, "commitment-relate", commitment, other=other, decision="complements")
        assert (answer.status_code, f'value="{other}"' in page(answer)) == (404, True)
    itself = sent(LAYLA, "commitment-relate", commitment, other=commitment, decision="same")
    assert (itself.status_code, 'id="id_other_error"' in page(itself)) == (400, True)
