"""Pages that only an answer to a form shows: somebody was faster, and more than is taken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.checks import faults_on
from tests.browser.visitor import Visitors, follow

PASTE = """megabytes => { const field = Object.assign(document.createElement('input'), {type: 'hidden', name: 'text'});
  field.value = 'x'.repeat(megabytes * 1024 * 1024);
  const form = document.querySelector('form.file'); form.append(field); form.submit(); }"""


@pytest.fixture(params=["ar", "en"])
def officer(request: pytest.FixtureRequest, visitors: Visitors) -> Iterator[BrowserContext]:
    """An officer of the secretariat, in Arabic and in English."""
    with visitors.visit("maryam", request.param) as context:
        yield context


def put_right(page: Page, **fields: str) -> int:
    """Type into these fields and send the form; the status of the answer."""
    for name, words in fields.items():
        page.locator(f"form#act [name={name}]").fill(words)
    with page.expect_navigation() as answer:
        page.evaluate("document.querySelector('form#act').requestSubmit()")
    return answer.value.status if answer.value else 0


def test_who_comes_second_sees_both_and_saves_theirs_on_top(officer: BrowserContext) -> None:
    mine, theirs = officer.new_page(), officer.new_page()
    mine.goto("/commitments/")
    language = mine.locator("html").get_attribute("lang")
    name, translation = f"My name {language}", f"A colleague's translation {language}"
    address = str(mine.locator("main a.ref").first.get_attribute("href")).replace("/commitments/", "/act/")
    for page in (mine, theirs):
        page.goto(f"{address}commitment-describe/")
    put_right(theirs, title_en="A colleague's name", translation=translation)
    mine.locator("form#act [name=title_en]").fill(name)
    expect(mine.locator("[data-draft-line]")).to_be_visible()  # a draft is kept, with the translation as it was
    assert put_right(mine) == 409
    expect(mine.locator("tbody tr")).to_have_count(1)
    for words in (name, "A colleague's name", translation):
        expect(mine.locator("section[role=alert]")).to_contain_text(words)
    assert not list(faults_on(mine, "faster"))
    follow(mine.locator("button[form=act]"))  # its page drops the draft, which must not come back below
    mine.goto(f"{address}commitment-describe/")
    expect(mine.locator("[name=title_en]")).to_have_value(name)
    expect(mine.locator("[name=translation]")).to_have_value(translation)


def test_a_text_that_is_too_large_gets_a_whole_page_and_no_broken_connection(officer: BrowserContext) -> None:
    page = officer.new_page()
    page.goto("/documents/add/")
    with page.expect_navigation() as answer:
        page.evaluate(PASTE, 20)
    assert answer.value
    assert answer.value.status == 413
    expect(page.locator("main a.btn").first).to_have_attribute("href", "/documents/add/")
    assert not list(faults_on(page, "too much"))
