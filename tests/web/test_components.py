"""Filters and tags, as templates call them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override

from mithaq.access.forms import DateWords, Labelled
from mithaq.access.shapes import Line, PartyName, Seen
from mithaq.core.words import Bilingual
from mithaq.web.places import PAGES, place_of
from mithaq.web.signs import SIGNS


def _party(code: str, ar: str, en: str) -> PartyName:
    return PartyName(code, Bilingual(ar, en), Bilingual(ar, en), "state")


PARTIES = {
    p.code: p
    for p in (
        _party("BHR", "البحرين", "Bahrain"),
        _party("QAT", "قطر", "Qatar"),
        _party("SEC", "الأمانة", "Secretariat"),
    )
}


def shown(template: str, language: str = "ar", **context: Any) -> str:
    """The template as it is shown, white space put together."""
    with override(language):
        return re.sub(r"\s+", " ", Template(template).render(Context({"parties": PARTIES, **context}))).strip()


def words(template: str, language: str = "ar", **context: Any) -> str:
    """What is read of it."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", shown(template, language, **context))).strip()


def test_a_name_is_in_the_language_of_the_page_and_says_where_it_is_not() -> None:
    both, foreign = Bilingual("مريم", "Maryam"), Bilingual("", "Jean <Dupont>")
    assert shown("{{ name|local }}", name=both) == "مريم"
    assert shown("{{ name|local }}", "en", name=both) == "Maryam"
    assert shown("{{ name|local }}", name=foreign) == '<bdi lang="en">Jean &lt;Dupont&gt;</bdi>'


def test_a_small_link_leads_to_an_act_and_says_to_those_who_hear_which_of_several_it_is() -> None:
    item = '{% act_link "abc" "item-move" "Move" 2 %}'
    assert shown(item) == '<a href="/act/abc/item-move/">Move<span class="vh">: 2</span></a>'
    named = shown('{% act_link "abc" "invitation-name" words name %}', words="<b>", name=Bilingual("مريم", "Maryam"))
    assert named == '<a href="/act/abc/invitation-name/">&lt;b&gt;<span class="vh">: مريم</span></a>'
    assert shown('{% act_link "a/../b" "item-move" "Move" %}') == '<a href="">Move</a>'


def test_an_address_is_the_one_that_the_house_answers_at_and_no_id_can_change_it() -> None:
    for kind in PAGES:
        assert place_of(kind, "T-1_x") == reverse(kind, args=["T-1_x"])
    assert (place_of("meeting", ""), place_of("meeting", "a/b"), place_of("nothing", "x")) == ("", "", "")


def test_parties_are_named_or_stand_by_their_code() -> None:
    assert words("{{ 'QAT'|party:parties }}") == "قطر"
    assert shown("{{ 'XYZ'|party:parties }}") == "<bdi>XYZ</bdi>"
    assert shown("{{ ''|party:parties }}") == ""
    assert words("{{ codes|parties:parties }}", codes=("BHR", "QAT", "SEC")) == "البحرين وقطر والأمانة"
    assert words("{{ codes|parties:parties }}", "en", codes=("BHR", "QAT")) == "Bahrain and Qatar"


def test_the_audience_line_says_who_and_how_far_and_names_who_not() -> None:
    told = words("{% audience seen %}", seen=Seen("RESTRICTED", ("QAT", "SEC"), ("NOMAIL",)))
    assert told == (
        "يطّلع على هذا: قطر والأمانة · مقيّد من هم بالاسم؟ قطر والأمانة. ولم يصدر للأطراف الآتية ولا للعموم: البحرين. لا يُرسل نصّه بالبريد."
    )
    assert words("{% audience seen %}", "en", seen=Seen("PUBLIC", ())) == "Who may see this: everybody · Public"


def test_the_audience_line_counts_many_and_is_small_on_cards() -> None:
    many = Seen("OFFICIAL", ("BHR", "QAT", "SEC", "KWT", "ARE"))
    assert words("{% audience seen %}", seen=many).startswith("يطّلع على هذا: 5 أطراف · رسمي من هم بالاسم؟")
    assert "<details" not in shown("{% audience seen plain=True %}", seen=many)


def test_a_list_of_differently_labelled_lines_says_so() -> None:
    assert "بحسب مستواه" in words("{% audience None %}")


@pytest.mark.parametrize("table", ["state", "stand", "proposal", "progress", "repeat", "status", "mode"])
def test_every_state_has_words_a_colour_and_a_sign(table: str) -> None:
    for code, sign in SIGNS[table].items():
        chip = shown("{% chip table code %}", table=table, code=code)
        assert str(sign.words)
        assert f"c-{sign.tone}" in chip
        assert f"#{sign.icon}" in chip


def test_what_is_late_says_by_how_much() -> None:
    assert words("{% chip 'state' 'under_way' 22 %}") == "متأخر 22 يوماً"
    for table in ("finding_answer", "finding_state"):
        assert words("{% chip table 'open' 3 %}", table=table) == "متأخر 3 أيام"


def test_every_state_of_the_register_is_known() -> None:
    from mithaq.register.commitments.models import Acceptance, Commitment, Repeat  # noqa: PLC0415  needs loaded apps
    from mithaq.register.commitments.states import State  # noqa: PLC0415

    assert set(State.values) <= SIGNS["state"].keys()
    assert set(Acceptance.Stand.values) <= SIGNS["stand"].keys()
    assert set(Repeat.Decision.values) == SIGNS["repeat"].keys()
    assert set(Commitment.Kind.values) == SIGNS["kind"].keys()


def test_an_unknown_code_stands_for_itself() -> None:
    assert words("{% chip 'state' 'strange' %}") == words("{{ 'strange'|word:'kind' }}") == "strange"


def test_references_and_sources_are_islands_in_links() -> None:
    assert shown("{% ref 'C-2026-012' '/c/1/' %}") == '<a class="ref" href="/c/1/"><bdi>C-2026-012</bdi></a>'
    assert shown("{% source 'D-2025-004' '/d/1/' 12 %}") == (
        '<a class="src" href="/d/1/#s12"><bdi>D-2025-004</bdi>، الجملة 12</a>'
    )
    assert words("{% source 'D-2025-004' '/d/1/' 12 %}", "en") == "D-2025-004, sentence 12"


def test_a_quote_keeps_its_language_direction_and_words() -> None:
    quote = shown("{% quote said 'ar' %}{% source 'D-1' '#' %}{% endquote %}", "en", said="قال <كذا>\u202e")
    assert '<blockquote lang="ar" dir="rtl"><p>«قال &lt;كذا&gt;»</p>' in quote
    assert quote.endswith("</figcaption></figure>")
    around = shown("{% quote said 'en' before='He asked ' after=' soon.' %}{% endquote %}", said="to meet")
    assert (
        '<p><span class="ctx">He asked </span><mark class="k-commit">to meet</mark><span class="ctx"> soon.</span></p>'
        in around
    )


def test_a_score_is_told_and_marked() -> None:
    assert words("{% score -1 %}").startswith("الدرجة: −1")
    assert 'class="is c-late"' in shown("{% score -1 %}")
    assert words("{% score None %}").startswith("الدرجة: لا درجة بعد")


def test_stands_say_whose_and_what_without_colour() -> None:
    squares = shown("{% stands answers %}", answers={"QAT": "accept", "BHR": ""})
    assert re.findall(r">([^<>]+)</span>", squares) == ["قطر: يقبل", "ق", "البحرين: لم يُجب بعد", "ب"]
    english = shown("{% stands answers %}", "en", answers={"QAT": "accept"})
    assert re.findall(r">([^<>]+)</span>", english) == ["Qatar: Accepts", "QA"]


def test_history_tells_who_what_when_and_why() -> None:
    line = Line(
        "2026-11-24T09:14:00+00:00",
        "layla",
        Bilingual("ليلى", "Layla"),
        "SEC",
        "accounts.add",
        "طُلب",
        {"due": ["2026-11-30", ""]},
    )
    told = words("{% history lines %}", lines=(line,))
    assert told == "ليلى الأمانة: إضافة حساب الموعد: 30 نوفمبر 2026 السبب: طُلب 24 نوفمبر 2026، 12:14"


class Sample(Labelled):
    """One field of each kind."""

    title_ar = forms.CharField(label="T", help_text="Help")
    due = DateWords(label="D")
    words = forms.CharField(label="W", required=False)
    shared = forms.BooleanField(label="S", required=False)


def test_a_field_says_what_is_wrong_and_where() -> None:
    form = Sample({"title_ar": "", "due": "2027-02-31", "level": "PUBLIC"})
    form.is_valid()
    title = shown("{% field form.title_ar %}", "en", form=form)
    assert 'aria-describedby="id_title_ar_helptext id_title_ar_error"' in title
    assert 'id="id_title_ar_helptext"' in title
    assert 'id="id_title_ar_error"' in title
    assert 'aria-invalid="true"' in title
    assert '<a href="#id_due">D</a>' in shown("{% errors form %}", form=form)


def test_a_field_knows_its_direction() -> None:
    form = Sample()
    assert 'lang="ar" dir="rtl"' in shown("{% field form.title_ar %}", "en", form=form)
    assert 'dir="ltr"' in shown("{% field form.due %}", form=form)
    assert 'dir="auto"' in shown("{% field form.words %}", form=form)
    assert "(اختياري)" in words("{% field form.words %}", form=form)


def test_no_errors_no_summary() -> None:
    assert shown("{% errors form %}", form=Sample()) == ""
