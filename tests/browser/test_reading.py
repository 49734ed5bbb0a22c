"""A document added and all its proposals decided by keyboard alone, in Arabic, on a keyboard with the Arabic layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import PHONE, Visitors, settle

LAYOUT = {"KeyJ": "ت", "KeyK": "ن", "KeyA": "ش", "KeyE": "ث", "KeyR": "ق", "KeyZ": "ئ"}
TEXT = (
    "كلمة رئيس الوفد في ختام اللقاء\n"
    "دعا السفير إلى إنشاء آلية مشتركة لتقييم الدورات قبل نهاية عام 2027.\n"
    "وطالب حلف شمال الأطلسي بزيادة وتيرة الاجتماعات مع دول المبادرة.\n"
    "وأوصى بتبادل المعلومات عن التهديدات البحرية.\n"
)
NOW = "[data-step][aria-current=true]"


class Keyboard:
    """Physical keys with what stands on them in the Arabic layout: nothing in this file uses a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wire = page.context.new_cdp_session(page)

    def press(self, *codes: str) -> None:
        """Press these keys, one after the other."""
        for code in codes:
            key = {"code": code, "key": LAYOUT[code]}
            self.wire.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": LAYOUT[code], **key})
            self.wire.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})

    def tab_to(self, selector: str) -> None:
        """Go on by the tab key until this element has the focus."""
        for _ in range(120):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the tab key does not lead to {selector}")


@pytest.fixture
def page(visitors: Visitors) -> Iterator[Page]:
    """The page that adds a document, in Arabic, as an officer of Qatar's mission."""
    with visitors.visit("rashid") as context:
        opened = context.new_page()
        opened.goto("/documents/add/")
        yield opened


def add(page: Page, keys: Keyboard, text: str) -> None:
    """Add this text, and wait for its page."""
    keys.tab_to("#id_text")
    page.keyboard.insert_text(text)
    keys.tab_to("form.file button.btn:not(.quiet)")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/documents/[\w-]{22}/"))
    settle(page)  # its scripts hear the keys


def test_the_whole_job_by_keyboard(page: Page) -> None:
    keys = Keyboard(page)
    add(page, keys, TEXT)
    total = page.locator("[data-step]").count()
    assert total >= 3, "the reader finds what is called for in this text"
    expect(page.locator(NOW)).to_have_id("p1")

    keys.press("KeyR")
    expect(page.locator("#why1")).to_be_focused()
    page.keyboard.insert_text("لا وعد فيه")
    page.keyboard.press("Enter")
    expect(page.locator("#p1")).to_contain_text("لا وعد فيه")
    expect(page.locator(NOW)).to_have_id("p2")
    expect(page.locator("#progress")).to_contain_text(f"حُسم 1 من {total}")

    keys.press("KeyZ")
    expect(page.locator(NOW)).to_have_id("p1")
    expect(page.locator("#progress")).to_contain_text(f"حُسم 0 من {total}")

    keys.press("KeyE")
    expect(page.locator(f"{NOW} form select").first).to_be_focused()
    keys.tab_to(f"{NOW} form.amend button.btn")
    page.keyboard.press("Enter")
    expect(page.locator("#p1")).to_have_class(re.compile(r"\bwas\b"))

    for number in range(2, total + 1):
        expect(page.locator(NOW)).to_have_id(f"p{number}")
        keys.press("KeyA")
        expect(page.locator(f"#p{number}")).to_have_class(re.compile(r"\bwas\b"))
    expect(page.locator("#progress")).to_contain_text("حُسمت كلها")


def test_keys_walk_with_the_sentence_beside(page: Page) -> None:
    keys = Keyboard(page)
    add(page, keys, TEXT.replace("اللقاء", "الملتقى"))
    keys.press("KeyJ")
    expect(page.locator(NOW)).to_have_id("p2")
    number = page.locator("#p2").get_attribute("data-sentence")
    expect(page.locator(".sent.at")).to_have_id(f"s{number}")
    expect(page.locator("#p2 details[name=proposal]")).to_have_attribute("open", "")
    keys.press("KeyK")
    expect(page.locator(NOW)).to_have_id("p1")


def test_a_key_touches_nothing_but_the_proposal_that_is_open(page: Page) -> None:
    keys = Keyboard(page)
    add(page, keys, TEXT.replace("اللقاء", "الاجتماع"))
    keys.press("KeyA")
    expect(page.locator(NOW)).to_have_id("p2")
    keys.press("KeyK")
    expect(page.locator(NOW)).to_have_id("p1")
    keys.press("KeyA", "KeyR", "KeyE")
    expect(page.locator(".prop.was")).to_have_count(1)
    assert page.locator("form.amend, .refuse[open]").count() == 0


def test_what_is_not_shown_is_neither_marked_nor_walked(page: Page) -> None:
    keys = Keyboard(page)
    add(page, keys, TEXT.replace("اللقاء", "المؤتمر"))
    mark = page.locator(".doc mark.k-commit").first
    ground = mark.evaluate("element => getComputedStyle(element).backgroundColor")
    keys.tab_to("#show-commit")
    page.keyboard.press("Space")
    assert mark.evaluate("element => getComputedStyle(element).backgroundColor") != ground
    assert page.locator(".prop.commitment:visible").count() == 0


def test_a_permalink_leads_to_its_sentence_on_whichever_page_of_a_long_text_it_is(page: Page) -> None:
    keys = Keyboard(page)
    add(page, keys, " ".join(f"الجملة {n} من نص طويل." for n in range(1, 260)))
    place = page.url
    page.goto(f"{place}#s250")
    expect(page.locator("#s250")).to_be_in_viewport()


def test_without_javascript_every_button_works(visitors: Visitors) -> None:
    with visitors.visit("rashid", width=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/documents/add/")
        page.locator("#id_text").fill(TEXT.replace("اللقاء", "الندوة"))
        page.locator("form.file button.btn:not(.quiet)").click()
        page.locator("#p1 button", has_text="قبول").click()
        expect(page.locator("#p1")).to_contain_text("قُبل")
        expect(page.locator("#p2 details[name=proposal]")).to_have_attribute("open", "")
        page.locator("#p2 .refuse summary").click()
        page.locator("#why2").fill("لا")
        page.locator("#p2 .refuse button").click()
        expect(page.locator("#p2")).to_contain_text("رُفض")
        page.locator("#p2 button", has_text="تراجع").click()
        page.locator("#p2 a", has_text="تعديل").click()
        page.locator("form.amend button.btn").click()
        expect(page.locator("#p2")).to_have_class(re.compile(r"\bwas\b"))
