"""Web pages: the article, in whatever encoding the page is."""

from __future__ import annotations

import pytest

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract
from tests.extraction.files import ARABIC, ENGLISH, page

_MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>القسم رقم {n}</a></li>" for n in range(9)) + "</ul></nav>"
_BESIDE = "<aside>" + "".join(f"<p><a href='/n{n}'>خبر آخر في موضوع مختلف {n}</a></p>" for n in range(9)) + "</aside>"
_ARTICLE = (
    f"<article><h1>الوزير يستقبل الأمين العام</h1><p>{ARABIC}</p><p>سطر أول<br>سطر ثان</p>"
    "<ul><li>الدورة الأولى</li><li>الدورة الثانية</li></ul>"
    "<table><tr><th>الدولة</th><th>المقاعد</th></tr><tr><td>قطر</td><td>12</td></tr></table></article>"
)


def test_the_article_without_what_stands_around_it() -> None:
    read = extract("news.html", page(_MENU + _ARTICLE + _BESIDE).encode())
    assert read.title == "الوزير يستقبل الأمين العام"
    assert ARABIC in read.text.split("\n\n")
    assert "- الدورة الأولى\n- الدورة الثانية" in read.text
    assert "الدولة\tالمقاعد\nقطر\t12" in read.text
    assert "القسم رقم" not in read.text
    assert "خبر آخر" not in read.text
    assert (read.media_type, read.notes) == ("text/html", ("article_only",))


def test_a_page_that_is_all_article_has_no_note() -> None:
    assert extract("news.html", page(_ARTICLE).encode()).notes == ()


def test_a_list_is_kept_on_a_page_that_marks_no_article() -> None:
    calls = "".join(f"<li>{call}</li>" for call in ("نرشح الضباط", "نعقد الدورة", "نراجع الخطة"))
    text = extract(
        "a.html", page(f"{_MENU}<h1>بيان</h1><p>{ARABIC}</p><p>{ENGLISH}</p><ol>{calls}</ol>{_BESIDE}").encode()
    ).text
    assert "- نرشح الضباط\n- نعقد الدورة\n- نراجع الخطة" in text
    assert "القسم رقم" not in text
    assert "خبر آخر" not in text


def test_a_short_page_is_read_whole() -> None:
    read = extract("note.htm", page("<p>جملة واحدة.</p><div>سطر<br>وسطر</div><script>x()</script>").encode())
    assert read.text == "جملة واحدة.\n\nسطر\nوسطر"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="windows-1256">', "cp1256"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', "cp1256"),
        ('<meta charset="iso-8859-6">', "iso-8859-6"),
        ('<meta charset="utf-8">', "cp1256"),
        ('<meta charset="no-such-thing">', "utf-8"),
    ],
)
def test_the_encoding_is_found(head: str, encoding: str) -> None:
    assert extract("a.html", page(f"<p>{ARABIC}</p>", head).encode(encoding)).text == ARABIC


def test_an_xhtml_declaration_is_no_obstacle() -> None:
    xhtml = f'<?xml version="1.0" encoding="windows-1256"?>\n{page(f"<p>{ARABIC}</p>", "")}'
    assert extract("a.xhtml", xhtml.encode("cp1256")).text == ARABIC


def test_external_parts_and_entities_are_not_followed() -> None:
    html = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; {ENGLISH}</p></body></html>'
    assert "root:" not in extract("a.html", html.encode()).text


def test_a_page_without_words() -> None:
    with pytest.raises(Unreadable) as raised:
        extract("a.html", page("<img src=a.png><script>var a = 1</script>").encode())
    assert raised.value.code == "no_text"
