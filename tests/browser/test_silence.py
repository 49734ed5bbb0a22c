"""A text put under silence in the browser: its hour shown live, broken in two steps by the keyboard, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from mithaq.core import clock
from tests.browser.checks import faults_on
from tests.browser.visitor import Visitors, follow

SEND = "main form button.btn:not([type=button], [name=look])"
WINTER = clock.today().year + 2
WORDS = "لا نستطيع الموافقة."


def drafted(page: Page, title: str) -> str:
    """A new joint text of Qatar, Kuwait and Oman; its address."""
    page.goto("/texts/add/")
    page.fill("#id_title_en", title)
    page.fill("#id_text_ar", "فقرة أولى.\n\nفقرة ثانية.")
    page.fill("#id_text_en", "A first paragraph.\n\nA second one.")
    for code in ("QAT", "KWT", "OMN"):
        page.check(f'input[name=audience][value="{code}"]')
    page.locator(SEND).click()
    expect(page.locator('a[href$="/propose/"]')).to_be_visible()
    return page.url


def filled_in(page: Page) -> None:
    """The form that puts the text under silence until an hour in winter."""
    page.locator('a[href$="/propose/"]').click()
    page.check('input[name=part-OMN][value="noting"]')
    page.fill("#id_on", f"{WINTER}-01-15")
    page.fill("#id_at", "18:00")


def proposed(page: Page) -> str:
    """Propose it as it was filled in; the address of the silence."""
    page.locator(SEND).click()
    page.wait_for_url("**/silence/*/")
    return page.url


def broken(page: Page) -> None:
    """Break the silence that is open, by the keyboard, looking at each of the two steps."""
    follow(page.locator('a[href$="/break/"]'))
    assert not list(faults_on(page, "break"))
    page.fill("#id_objection", WORDS)
    page.locator(SEND).press("Enter")
    expect(page.locator("main section")).to_contain_text(WORDS)
    assert not list(faults_on(page, "confirm"))
    page.locator(SEND).press("Enter")
    expect(page.locator("#breaks")).to_contain_text(WORDS)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_is_put_under_silence_and_broken_in_two_steps(visitors: Visitors, language: str) -> None:
    with visitors.visit("maryam", language) as context:
        page = context.new_page()
        drafted(page, f"Under silence {language}")
        filled_in(page)
        page.locator("#id_at").press("Tab")
        for told in ("17:00", str(WINTER)):  # 18:00 in Brussels in winter, in UTC
            expect(page.locator(".preview").last).to_contain_text(told)
        assert not list(faults_on(page, "propose"))
        address = proposed(page)
    with visitors.visit("khalid", language) as context:
        page = context.new_page()
        page.goto(address)
        broken(page)
        assert not list(faults_on(page, "broken"))
    with visitors.visit("salim", language) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("main")).not_to_contain_text(WORDS)
        expect(page.locator("#breaks")).to_have_count(0)
        assert not list(faults_on(page, "broken, for who notes"))


def test_without_scripts_a_button_shows_what_it_would_be(visitors: Visitors) -> None:
    with visitors.visit("maryam", "ar", java_script_enabled=False) as context:
        page = context.new_page()
        address = drafted(page, "Without scripts")
        filled_in(page)
        page.locator("button[name=look]").click()
        expect(page.locator(".preview").last).to_contain_text("17:00")
        expect(page.locator("#id_on")).to_have_value(f"{WINTER}-01-15")
        proposed(page)
        page.goto(address)
        expect(page.locator(".note")).to_contain_text("18:00")
