"""Parties, people, figures, areas, meetings and the journal: what they show, to whom, how often they ask, and as files."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from mithaq.access.operations import set_language
from mithaq.access.viewer import Viewer
from mithaq.register.meetings.operations import attach
from mithaq.register.parties import operations as parties
from mithaq.register.parties.reads import party_page
from mithaq.register.programmes.operations import claim_area
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_action, make_commitment, make_document, make_meeting, make_person, make_report, make_tenure
from tests.web.door import page, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

QATAR_ONLY: dict[str, Any] = {"level": "RESTRICTED", "audience": ["QAT", "SEC"]}
LISTS = ("parties", "people", "figures", "areas", "meetings", "journal")
ABSENT = "a" * 22


def claim(since: str, **fields: Any) -> str:
    """A source on when Qatar became a member; the id of the claim."""
    told = {"party": "QAT", "initiative": "ICI", "status": "member", "since": since, "source": f"مصدر {since}"}
    return parties.claim_status(LAYLA, **{"level": "PUBLIC", **told, **fields}).public_id


def content(answer: Any) -> str:
    """The page between its head and its foot, which names the address."""
    return page(answer).partition("<main")[2].partition("</main>")[0]


def figure(value: str = "24", **fields: Any) -> str:
    """A figure about Qatar; its id."""
    told = {
        "party": "QAT",
        "comparator": ">",
        "value": value,
        "what_ar": "دورات",
        "as_of": "2026-05",
        "source": "تقرير",
    }
    return parties.record_figure(LAYLA, **{"level": "PUBLIC", **told, **fields}).public_id


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("viewer", [LAYLA, SALIM], ids=lambda viewer: viewer.account)
def test_every_list_opens_for_all_and_only_by_get(name: str, viewer: Viewer) -> None:
    client = signed_in(viewer)
    assert client.get(reverse(name)).status_code == 200
    assert client.post(reverse(name)).status_code == 405


@pytest.mark.parametrize("kind", ["party", "person", "meeting"])
def test_hidden_is_absent(kind: str) -> None:
    hidden = {"person": lambda: make_person("Hidden", **QATAR_ONLY), "meeting": lambda: make_meeting(**QATAR_ONLY)}
    named = hidden[kind]() if kind in hidden else "ZZZ"
    client = signed_in(BADER)
    answer, other = (client.get(reverse(kind, args=[one])) for one in (named, ABSENT))
    assert answer.status_code == other.status_code == 404
    assert content(answer) == content(other)


def test_parties_stand_by_their_standing_on_a_day() -> None:
    client = signed_in(SALIM)
    today, before = client.get("/parties/"), client.get("/parties/?on=2005-01")
    members = {place.split('"')[0] for place in page(today).partition('id="member"')[2].split('href="/parties/')[1:3]}
    assert members == {"QAT/", "KWT/"}
    assert words(before).count("ديسمبر 2004") == 1
    assert "مارس 2005" not in words(before), "Qatar had not joined"
    wrong = client.get("/parties/?on=yesterday")
    assert (wrong.status_code, "yesterday" in page(wrong)) == (200, True)
    assert 'id="centre"' in page(client.get("/parties/?kind=centre"))
    assert 'id="member"' not in page(client.get("/parties/?kind=centre"))


def test_a_party_is_found_by_its_code_and_by_its_id() -> None:
    client, known = signed_in(SALIM), party_page(SALIM, party="QAT").public_id
    assert content(client.get("/parties/QAT/")) == content(client.get(f"/parties/{known}/"))


def test_claims_that_disagree_all_stand_with_the_reason_of_the_first() -> None:
    other, less = claim("2005-02"), claim("2005")
    preferred = next(one for one in party_page(LAYLA, party="QAT").claims if one.since == "2005-03")
    parties.prefer_claim(LAYLA, claim=preferred.public_id, why_ar="قول الدولة نفسها")
    shown = words(signed_in(SALIM).get("/parties/QAT/"))
    assert "سبب اعتماده: قول الدولة نفسها" in shown
    assert shown.count("مصدر آخر يقول غير ذلك") == 1, "2005 is no other date than March 2005"
    assert "مصدر 2005-02" in shown.replace("  ", " ")
    secretariat = page(signed_in(LAYLA).get("/parties/QAT/"))
    assert (f"?claim={other}" in secretariat, f"?claim={less}" in secretariat) == (True, True)


def test_a_party_shows_what_it_promised_asked_does_and_who_holds_what() -> None:
    make_commitment("ما تجيب عنه قطر", owner="QAT")
    asked = make_commitment("ما طلبته قطر", by=["QAT"], owner="SEC")
    make_action(asked)
    make_tenure(make_person("Old Holder", "السابق"), "Ambassador", since="2010", until="2014")
    make_tenure(make_person("Seen Once", "المذكور"), "Consul", seen_on="2016-11")
    parties.add_mission(LAYLA, level="PUBLIC", party="QAT", name_ar="بعثة", name_en="Mission", source="S0")
    figure()
    shown = words(signed_in(RASHID).get("/parties/QAT/"))
    for told in ("ما تجيب عنه قطر", "ما طلبته قطر", "One test before", "من 2010 إلى 2014", "بعثة", "أكثر من 24"):
        assert told in shown.replace("&nbsp;", " "), told
    assert "ذُكر فيه في نوفمبر 2016 ؛ ولا يُعرف هل ما زال فيه" in shown
    other = words(signed_in(SALIM).get("/parties/QAT/"))
    assert "ما تجيب عنه قطر" not in other
    assert "حسابات هذا الطرف" not in other


def test_a_person_has_every_writing_of_the_name_posts_words_and_namesakes() -> None:
    person = make_person("Salem Al-Mamari", "سالم المعمري", "Salim al Maamari")
    make_person("Salem Almamari", "سالم المعمري")
    make_tenure(person, "Ambassador", since="2020")
    make_commitment("قول سالم", speaker=person, said_on="2021")
    shown = words(signed_in(RASHID).get(reverse("person", args=[person])))
    for told in ("Salim al Maamari", "منصب Ambassador", "منذ 2020", "قول سالم", "آخرون بالاسم نفسه"):
        assert told in shown, told
    assert "قول سالم" not in words(signed_in(SALIM).get(reverse("person", args=[person])))


def test_people_are_found_in_either_script_and_by_party() -> None:
    make_tenure(make_person("Salem Al-Mamari", "سالم المعمري"), "Ambassador", since="2020")
    make_person("Somebody Else", "غيره")
    client = signed_in(SALIM)
    for asked in ("?q=المعمري", "?q=mamari", "?party=QAT"):
        shown = words(client.get(f"/people/{asked}"))
        assert ("سالم المعمري" in shown, "غيره" in shown) == (True, False), asked
    assert 'class="card empty"' in page(client.get("/people/?q=zzz"))


def test_a_meeting_shows_its_papers_its_promises_and_the_beat_of_its_series() -> None:
    make_meeting(date="2014-11-19", ordinal=1)
    meeting = make_meeting(date="2015-12", city_ar="الكويت", country="KWT", host="KWT", parties=["QAT", "KWT"])
    make_meeting(date="2016-11-20", until="2016-11-21", ordinal=3)
    document = make_document(HESSA, "نص يذكر الاجتماع.", "QAT", "SEC", title="ورقة الاجتماع")
    attach(HESSA, meeting=meeting, document=document)
    make_commitment("قيل في الاجتماع", meeting=meeting)
    shown, other = (words(signed_in(viewer).get(reverse("meeting", args=[meeting]))) for viewer in (RASHID, BADER))
    for told in ("ديسمبر 2015", "الكويت", "قيل في الاجتماع", "بعد سابقه بعدد أشهر", "ورقة الاجتماع"):
        assert told in shown, told
    assert ("قيل في الاجتماع" in other, "ورقة الاجتماع" in other) == (True, False)


def test_what_is_not_known_of_a_meeting_is_said() -> None:
    shown = words(signed_in(SALIM).get(reverse("meeting", args=[make_meeting()])))
    assert shown.count("لم يُعرف بعد") == 4, "date, place, host and number"
    assert "لا مصدر يذكر من شارك" in shown


def test_meetings_are_filtered_and_stand_by_year() -> None:
    make_meeting(date="2014-11-19", city_en="Istanbul", country="TUR")
    make_meeting("summit", date="2010-11")
    client = signed_in(SALIM)
    assert [year in page(client.get("/meetings/")) for year in ('id="in-2014"', 'id="in-2010"')] == [True, True]
    for asked in ("?series=summit", "?year=2010"):
        shown = page(client.get(f"/meetings/{asked}"))
        assert ('id="in-2010"' in shown, 'id="in-2014"' in shown) == (True, False), asked
    assert 'id="in-2014"' in page(client.get("/meetings/?q=istanbul&country=TUR"))


def test_areas_stand_with_the_sources_that_name_them() -> None:
    claim_area(LAYLA, area="political_dialogue", mode="agreed", source="اتفاق مقيّد", since="2019", **QATAR_ONLY)
    assert "اتفاق مقيّد" in words(signed_in(RASHID).get("/areas/"))
    assert "اتفاق مقيّد" not in words(signed_in(BADER).get("/areas/"))


def test_the_journal_leads_to_what_was_done_and_hides_what_was_not_released() -> None:
    commitment = make_commitment("سرّ قطر", "QAT", "SEC")
    make_report(make_action(commitment), percent=60)
    post = make_tenure(make_person("Holder", "شاغل"), "Ambassador", since="2020")
    shown = page(signed_in(RASHID).get("/journal/"))
    assert reverse("commitment", args=[commitment]) in shown
    assert "رفع تقرير تقدّم" in shown
    assert "/parties/QAT/" in shown, "a post leads to its party"
    assert "شاغل" in shown, "a tenure leads to its person"
    other = page(signed_in(BADER).get("/journal/"))
    assert (commitment in other, post is not None and "/parties/QAT/" in other) == (False, True)


def test_the_journal_is_filtered() -> None:
    make_meeting()
    set_language(HESSA, language="en")
    client = signed_in(HESSA)
    meetings, mine = client.get("/journal/?operation=meetings"), client.get("/journal/?account=hessa")
    assert ("إضافة اجتماع" in words(meetings), "إضافة طرف" in words(meetings)) == (True, False)
    assert ("اختيار لغة البريد" in words(mine), "إضافة اجتماع" in words(mine)) == (True, False)
    thing = make_meeting()
    only = content(client.get(f"/journal/?thing={thing}"))
    assert (only.count('<ul class="items log">'), only.count(f"/meetings/{thing}/")) == (1, 2), (
        "its reference, its title"
    )


def rows(answer: Any) -> list[list[str]]:
    """The lines of a CSV file, without the headings."""
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))[1:]


@pytest.mark.parametrize("name", ["parties", "people", "figures", "meetings", "actions", "documents", "commitments"])
def test_a_list_as_a_file_holds_what_is_visible_and_no_formula(name: str) -> None:
    hostile = "=HYPERLINK(1)"
    make_person(hostile, **QATAR_ONLY)
    make_meeting(title_en=hostile, **QATAR_ONLY)
    figure(what_en=hostile, **QATAR_ONLY)
    make_document(HESSA, "نص واحد.", "QAT", "SEC", title=hostile)
    make_action(make_commitment(hostile, "QAT", "SEC"), title_en=hostile)
    parties.add_party(LAYLA, code="EVIL", kind="state", name_ar="طرف", name_en=hostile)
    place = reverse(f"{name}-export", args=["csv"])
    cells = {cell for row in rows(signed_in(RASHID).get(place)) for cell in row}
    assert f"'{hostile}" in cells
    assert hostile not in cells
    hidden = {cell for row in rows(signed_in(BADER).get(place)) for cell in row}
    assert (f"'{hostile}" in hidden) == (name == "parties"), "parties are public"
    book = load_workbook(BytesIO(signed_in(RASHID).get(reverse(f"{name}-export", args=["xlsx"])).content))
    written = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value == hostile]
    assert {cell.data_type for cell in written} == {"s"}
    assert signed_in(RASHID).get(reverse(f"{name}-export", args=["exe"])).status_code == 404


def test_a_file_holds_the_whole_list_as_filtered_not_only_a_page() -> None:
    for n in range(53):
        make_person(f"Person {n:02}")
    make_tenure(make_person("With Post"), "Ambassador", since="2020")
    client = signed_in(SALIM)
    assert len(rows(client.get("/people/export.csv"))) == 54
    assert [row[1] for row in rows(client.get("/people/export.csv?party=QAT"))] == ["With Post"]


def test_all_that_a_person_said_leads_from_their_page_into_the_register_its_views_and_its_files() -> None:
    salem, other = make_person("Salem", "سالم"), make_person("Amal", "أمل")
    secret = make_person("Secret", **QATAR_ONLY)
    said = make_commitment("زيادة وتيرة الحوار", speaker=salem)
    make_commitment("ذكر سالم في نص غيره", speaker=other)
    make_commitment("سرّ", "QAT", "SEC", speaker=secret)
    place, client = f"/commitments/?speaker={salem}", signed_in(BADER)
    shown = content(client.get(f"/people/{salem}/"))
    assert (f'href="{place}"' in shown, said in shown, "ذكر سالم" in shown) == (True, True, False)
    listed = content(client.get(place))
    assert (said in listed, "ذكر سالم" in listed) == (True, False)
    assert f'<option value="{salem}" selected>سالم</option>' in listed
    assert "Secret" not in listed
    assert f'name="query" value="speaker={salem}"' in listed, "a view that is kept keeps it"
    assert "القائل: سالم" in words(client.get(place)), "among the filters that are applied"
    assert [row[2] for row in rows(client.get(f"/commitments/export.csv?speaker={salem}"))] == ["زيادة وتيرة الحوار"]
    for speaker in (secret, ABSENT):
        assert client.get(f"/commitments/?speaker={speaker}").status_code == 404
    silent = make_person("Nobody Yet")
    assert "شخص لا ترى له قولاً" in words(client.get(f"/commitments/?speaker={silent}"))


def filled(n: int) -> None:
    """One more of everything that the lists hold."""
    meeting = make_meeting(date=f"201{n}-01-01", city_en=f"City {n}")
    make_tenure(make_person(f"Person {n}", f"شخص {n}"), f"Post {n}", since="2020")
    figure(str(n + 1))
    claim_area(LAYLA, level="PUBLIC", area="political_dialogue", mode="discussed", source=f"S{n}")
    claim(f"200{n}", party="BHR")
    make_report(make_action(make_commitment(f"نص الالتزام رقم {n}", meeting=meeting)), percent=n)


def counted(client: Client, name: str) -> int:
    """How many statements the list takes once labels and names are learnt."""
    client.get(reverse(name))
    return queries(client, reverse(name))


def test_every_list_asks_as_often_for_one_as_for_three() -> None:
    client = signed_in(LAYLA)
    filled(1)
    one = {name: counted(client, name) for name in (*LISTS, "actions", "commitments")}
    for n in (2, 3):
        filled(n)
    assert {name: counted(client, name) for name in one} == one
