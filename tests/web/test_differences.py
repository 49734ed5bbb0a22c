"""Somebody was faster: yours beside what stands now, and one button that puts yours on top."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.register.commitments.operations import change_state, describe_commitment
from mithaq.register.commitments.reads import CommitmentPage, commitment_page
from tests.cast import LAYLA, SALIM
from tests.make import make_commitment, make_meeting, make_person
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

TITLE: dict[str, Any] = {"title_ar": "تقييم الدورات", "title_en": "Evaluation of courses"}
CELLS = re.compile(r'<tr><th scope="row">(.*?)</th><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td></tr>')


def place(commitment: str, act: str = "commitment-describe") -> str:
    """The page of an act on a commitment."""
    return reverse("act", args=[commitment, act])


def form_of(answer: Any) -> dict[str, Any]:
    """What a browser sends back when nobody touches the form: its hidden fields, what is typed, chosen and ticked."""
    markup = page(answer).partition('id="act"')[2].partition("</form>")[0]
    fields: dict[str, Any] = {"by": [""], "addressees": [""], "areas": [""]}
    for name, value in re.findall(r'<input type="(?:hidden|text)" name="(\w+)" value="([^"]*)"', markup):
        fields.setdefault(name, unescape(value))
    for name, inside in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', markup, re.DOTALL):
        fields[name] = "".join(re.findall(r'<option value="([^"]*)" selected', inside)[:1])
    for name, value in re.findall(r'type="checkbox" name="(\w+)" value="([^"]*)" checked', markup):
        fields[name] = [*fields[name], value]
    fields["translation"] = "".join(re.findall(r"<textarea.*?>\s*(.*?)</textarea>", markup, re.DOTALL))
    return fields


def plain(markup: str) -> str:
    """Words without their tags."""
    return unescape(re.sub(r"<[^>]+>", "", markup))


def differing(answer: Any) -> dict[str, tuple[str, str]]:
    """The table of the page: field -> yours, as it stands now."""
    return {name: (plain(mine), plain(stands)) for name, mine, stands in CELLS.findall(page(answer))}


def described(commitment: str, viewer: Viewer = LAYLA) -> CommitmentPage:
    """The commitment as it stands."""
    return commitment_page(viewer, commitment=commitment)


def faster(commitment: str, **changes: Any) -> None:
    """Somebody else puts right what is said of it."""
    describe_commitment(LAYLA, commitment=commitment, version=described(commitment).version, **changes)


def test_what_both_changed_is_side_by_side_and_what_only_others_changed_stays() -> None:
    commitment, client = (
        make_commitment(**TITLE, addressees=["QAT"], areas=["political_dialogue"]),
        signed_in(LAYLA, "en"),
    )
    form = form_of(client.get(place(commitment)))
    faster(commitment, title_en="A colleague's name", addressees=["QAT", "KWT"])
    answer = client.post(
        place(commitment), {**form, "title_en": "My name", "areas": ["", "training_education"], "kind": "decision"}
    )
    assert answer.status_code == 409
    assert differing(answer) == {
        "Kind": ("Decision", "Call"),
        "Short name in English": ("My name", "A colleague's name"),
        "Areas": ("Training and education", "Political dialogue"),
    }
    assert "You did not touch it, and it stays: Addressed to Party QAT and Party KWT" in words(answer)
    assert page(answer).count('<button class="btn" form="act" formnovalidate>') == 1
    again = client.post(place(commitment), form_of(answer))
    assert again.status_code == 302, "one button saves it on top of the present version"
    row = described(commitment).row
    assert (row.title.en, row.kind, row.areas, row.addressees) == (
        "My name",
        "decision",
        ("training_education",),
        ("QAT", "KWT"),
    )
    assert row.title.ar == TITLE["title_ar"]


def test_who_is_overtaken_twice_is_asked_twice() -> None:
    commitment, client = make_commitment(**TITLE), signed_in(LAYLA, "en")
    form = {**form_of(client.get(place(commitment))), "title_en": "Mine"}
    for name in ("First", "Second"):
        faster(commitment, title_en=name)
        answer = client.post(place(commitment), form)
        assert differing(answer) == {"Short name in English": ("Mine", name)}
        form = form_of(answer)
    assert client.post(place(commitment), form).status_code == 302
    assert described(commitment).row.title.en == "Mine"


def test_people_and_meetings_are_named_and_what_was_chosen_stays_chosen() -> None:
    commitment, client = make_commitment(**TITLE, said_on="2016-11"), signed_in(LAYLA, "en")
    form = form_of(client.get(place(commitment)))
    speaker, meeting = make_person("Salem", "سالم"), make_meeting(date="2011", title_en="Round of 2011")
    faster(commitment, speaker=make_person("Nasser", "ناصر"), said_on="2016-12")
    answer = client.post(place(commitment), {**form, "speaker": speaker, "meeting": meeting})
    told = differing(answer)
    assert told["Said by"] == ("Salem", "Nasser")
    assert told["Said at"][0].startswith("Round of 2011")
    assert told["Said at"][1] == "Nothing"
    assert client.post(place(commitment), form_of(answer)).status_code == 302
    row = described(commitment).row
    assert (row.speaker.person, row.meeting and row.meeting.public_id, row.said_on) == (speaker, meeting, "2016-12")


@pytest.mark.parametrize("carried", ["", "no JSON", "[]", "[" * 100_000], ids=["none", "words", "list", "deep"])
def test_without_what_stood_there_all_that_was_sent_is_ones_own(carried: str) -> None:
    commitment, client = make_commitment(**TITLE), signed_in(LAYLA, "en")
    form = form_of(client.get(place(commitment))) | {"as_shown": carried}
    faster(commitment, title_en="Theirs")
    assert differing(client.post(place(commitment), form)) == {
        "Short name in English": (TITLE["title_en"], "Theirs"),
    }


def test_who_wrote_the_same_is_told_that_nothing_differs() -> None:
    commitment, client = make_commitment(**TITLE), signed_in(LAYLA, "en")
    form = {**form_of(client.get(place(commitment))), "title_en": "The same"}
    faster(commitment, title_en="The same")
    answer = client.post(place(commitment), form)
    assert answer.status_code == 409
    assert "Nothing that you changed differs from what stands now" in words(answer)


def test_a_form_with_a_fault_in_it_does_not_pass_over_what_changed_meanwhile() -> None:
    commitment, client = make_commitment(**TITLE), signed_in(LAYLA, "en")
    form = form_of(client.get(place(commitment)))
    faster(commitment, title_en="Theirs")
    wrong = client.post(place(commitment), {**form, "title_en": "Mine", "said_on": "someday"})
    assert wrong.status_code == 400
    put_right = {**form_of(wrong), "said_on": "2016"}
    answer = client.post(place(commitment), put_right)
    assert answer.status_code == 409, "it still carries the version that was looked at"
    assert differing(answer)["Short name in English"] == ("Mine", "Theirs")


def test_a_state_that_can_no_longer_be_reached_is_chosen_anew() -> None:
    commitment, client = make_commitment(**TITLE), signed_in(LAYLA, "en")
    version = described(commitment).version
    change_state(LAYLA, commitment=commitment, state="agreed", reason="r", version=version)
    sent = {"version": version, "state": "superseded", "reason": "Another one stands"}
    reachable = client.post(place(commitment, "commitment-state"), sent)
    assert differing(reachable) == {"State": ("Superseded", "Agreed")}
    gone = client.post(place(commitment, "commitment-state"), {**sent, "state": "agreed"})
    assert gone.status_code == 409
    assert 'form="act"' not in page(gone), "nothing can be put on top"
    assert 'value="Another one stands"' in page(gone)
    assert f'name="version" value="{described(commitment).version}"' in page(gone)


def test_who_does_not_see_it_is_told_nothing_of_it() -> None:
    commitment = make_commitment(**TITLE, level="RESTRICTED", audience=["SEC", "QAT"])
    faster(commitment, title_en="Theirs")
    answer = signed_in(SALIM, "en").post(place(commitment), {"version": 1, "title_en": "Mine"})
    assert answer.status_code == 404
    assert "Theirs" not in page(answer)
