"""What the pages do when somebody acts: with a mouse, with keys, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import Visitors, follow, settle

THEME = "document.documentElement.dataset.theme"
ARABIC_KEY = "([code, key]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {code, key, bubbles: true}))"
STEPS = """() => { document.querySelector('main').innerHTML = `
  <ul><li data-step><a href="#one">one</a><button data-key="KeyA">A</button></li>
      <li data-step><a href="#two">two</a><button data-key="KeyA">A</button></li></ul><button data-key="KeyZ">Z</button>`;
  window.clicked = [];
  for (const button of document.querySelectorAll('main button'))
    button.addEventListener('click', () => clicked.push(button.parentElement.innerText.slice(0, 3) + button.dataset.key)); }"""


@pytest.fixture
def page(visitors: Visitors) -> Iterator[Page]:
    """A short page, in Arabic, as an officer of Qatar's mission."""
    with visitors.visit("rashid", permissions=["clipboard-read", "clipboard-write"]) as context:
        opened = context.new_page()
        opened.goto("/preferences/")
        yield opened


@pytest.fixture
def design(page: Page) -> Page:
    """The page of components, which is long."""
    page.goto("/design/")
    return page


def test_a_page_comes_once_and_no_script_writes_into_the_history(page: Page) -> None:
    came: list[str] = []
    page.on("framenavigated", lambda frame: came.append(frame.url))
    page.goto("/design/")
    settle(page)
    with page.expect_event("framenavigated"):
        page.evaluate("history.replaceState({}, '', '?seen')")  # what would be heard if a script did
    assert [address.rpartition("/")[2] for address in came] == ["", "?seen"]


def test_the_theme_changes_at_once_and_stays(page: Page) -> None:
    before = page.evaluate(THEME) or "light"
    with page.expect_response("**/preferences/look/"):
        page.locator("[data-theme-switch] button").click()
    assert page.evaluate(THEME) == {"light": "dark", "dark": "light"}[before]
    page.goto("/preferences/")
    assert page.evaluate(THEME) == {"light": "dark", "dark": "light"}[before]


def test_the_language_changes_and_the_page_stays(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    assert page.url.endswith("/preferences/")


def test_a_question_mark_shows_the_keys_and_escape_hides_them(page: Page) -> None:
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_keys_walk_and_act_in_the_arabic_layout_too(page: Page) -> None:
    page.evaluate(STEPS)
    page.evaluate(ARABIC_KEY, ["KeyJ", "ت"])
    page.evaluate(ARABIC_KEY, ["KeyJ", "ت"])
    expect(page.locator("[aria-current=true] a")).to_have_text("two")
    page.evaluate(ARABIC_KEY, ["KeyA", "ش"])
    page.evaluate(ARABIC_KEY, ["KeyK", "ن"])
    page.evaluate(ARABIC_KEY, ["KeyA", "ش"])
    page.evaluate(ARABIC_KEY, ["KeyZ", "ئ"])
    assert [name[-4:] for name in page.evaluate("clicked")] == ["KeyA", "KeyA", "KeyZ"]
    assert [name[:3] for name in page.evaluate("clicked")][:2] == ["two", "one"]


def test_keys_rest_while_somebody_types(page: Page) -> None:
    page.evaluate(STEPS)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=\"free\">')")
    page.locator("#free").press_sequentially("jaz?")
    assert page.evaluate("clicked") == []
    assert page.locator("#free").input_value() == "jaz?"
    assert page.locator("[aria-current=true]").count() == page.locator("nav [aria-current=true]").count()


def test_keys_can_be_switched_off(page: Page) -> None:
    page.locator("input[name=keys][value=nokeys]").check()
    follow(page.locator('main form[action="/preferences/look/"] button'))
    page.keyboard.press("Shift+Slash")
    expect(page.locator("#keys")).to_be_hidden()


def test_a_draft_is_kept_and_comes_back(design: Page) -> None:
    field = design.locator("#light-ar-note")
    with design.expect_response("**/drafts/keep/") as kept:
        field.press_sequentially("نصف جملة")
    assert kept.value.status == 204
    form = design.locator("form[data-draft=light-ar]")
    expect(form.locator("[data-draft-line]")).to_contain_text("مسودتك محفوظة")
    design.goto("/design/")
    expect(field).to_have_value("نصف جملة")
    expect(form.locator("[data-draft-line]")).to_contain_text("من المرة السابقة")
    with design.expect_response("**/drafts/drop/"):
        follow(form.get_by_role("button", name="البدء من جديد"))  # the page comes again
    expect(field).to_have_value("")


def test_a_draft_goes_when_its_form_was_sent(design: Page) -> None:
    with design.expect_response("**/drafts/keep/"):
        design.locator("#dark-en-note").press_sequentially("half a sentence")
    design.locator("form[data-draft=dark-en]").evaluate(
        "form => { form.action = '/preferences/'; form.requestSubmit() }"
    )
    with design.expect_response("**/drafts/drop/"):
        design.wait_for_url("**/preferences/**")


def test_who_will_see_it_follows_the_choice(design: Page) -> None:
    isle = design.locator("#light-ar")
    isle.locator("input[value=KWT]").check()
    expect(isle.locator(".preview")).to_contain_text("الكويت")
    isle.locator("input[value=KWT]").uncheck()
    expect(isle.locator(".preview")).not_to_contain_text("الكويت")
    expect(isle.locator(".preview")).to_contain_text("راشد المري")


def test_a_link_is_copied(design: Page) -> None:
    button = design.locator("#light-ar [data-copy]")
    button.click()
    expect(button).to_contain_text("نُسخ")
    assert design.evaluate("navigator.clipboard.readText()") == "https://mithaq.example/c/012"


def test_the_menu_says_who_i_am_and_closes(page: Page) -> None:
    page.locator("details.menu > summary").click()
    expect(page.locator("details.menu .sheet")).to_contain_text("موظف البعثة")
    page.keyboard.press("Escape")
    expect(page.locator("details.menu .sheet")).to_be_hidden()
    expect(page.locator("details.menu > summary")).to_be_focused()


def test_the_first_tab_leads_past_the_navigation(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_paper_has_the_page_alone(page: Page) -> None:
    page.emulate_media(media="print")
    for hidden in (".nav", ".tabs", ".foot nav", "details.menu", ".skip"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".foot .only-print")).to_contain_text("طُبع في")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("url", ["/design/", "/sign-in/", "/preferences/"])
def test_nothing_is_cut_at_320_pixels(visitors: Visitors, url: str) -> None:
    """What WCAG 1.4.10 asks for: no scrolling in two directions."""
    with visitors.visit("", width=320) as context:
        opened = context.new_page()
        opened.goto(url)
        settle(opened)
        assert opened.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_that_sends_works_without_javascript(visitors: Visitors) -> None:
    with visitors.visit("", java_script_enabled=False) as context:
        opened = context.new_page()
        opened.goto("/sign-in/")
        opened.locator("button[name=account][value=khalid]").click()
        expect(opened.locator("html")).to_have_attribute("lang", "ar")
        opened.locator("[data-theme-switch] button").click()
        expect(opened.locator("html")).to_have_attribute("data-theme", "dark")
        opened.get_by_role("button", name="English").click()
        expect(opened.locator("html")).to_have_attribute("lang", "en")
        opened.locator("details.menu > summary").click()
        opened.get_by_role("button", name="Sign out").click()
        opened.wait_for_url("**/sign-in/")


def test_several_are_ticked_seen_and_changed_without_javascript(visitors: Visitors) -> None:
    with visitors.visit("maryam", "en", java_script_enabled=False) as context:
        opened = context.new_page()
        opened.goto("/commitments/?state=proposed")
        expect(opened.get_by_text("Tick all shown")).to_be_hidden()
        for number in (0, 1):
            opened.locator("input[name=c]").nth(number).check()
        opened.get_by_role("button", name="Settle who answers, and by when").click()
        opened.locator("[name=due]").fill("2027-12-31")
        opened.locator("[name=reason]").fill("Agreed in Doha")
        opened.get_by_role("button", name="See what would change").click()
        expect(opened.locator("ins")).to_have_text(["31 December 2027"] * 2)
        opened.locator("input[name=rows]").first.uncheck()
        opened.get_by_role("button", name="Change those that are ticked").click()
        expect(opened.locator(".toast")).to_contain_text("1 commitment was changed.")
        assert opened.url.endswith("/commitments/?state=proposed")


def test_all_shown_are_ticked_at_once_and_with_the_keyboard(visitors: Visitors) -> None:
    with visitors.visit("maryam", "en") as context:
        opened = context.new_page()
        opened.goto("/commitments/")
        boxes = opened.locator("input[name=c]")
        opened.get_by_label("Tick all shown").press("Space")
        assert opened.locator("input[name=c]:checked").count() == boxes.count() > 2
        opened.get_by_label("Tick all shown").press("Space")
        assert opened.locator("input[name=c]:checked").count() == 0
        boxes.nth(1).press("Space")
        boxes.nth(1).press("Enter")
        opened.wait_for_url("**/commitments/assign/**")
        assert opened.locator("input[name=c]").count() == 1
