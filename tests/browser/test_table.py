"""What is done around the table, in the browser: minutes taken from a document, corrected and answered; an idea's way without
scripts; the memory of the table as a file that needs nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import faults_on
from tests.browser.visitor import PHONE, Visitors, follow

SEND = "main form button.btn:not([type=button])"
BEHIND = (  # who looks, from which page, by which link of its content
    ("maryam", "/meetings/M-2026-004/minutes/", 'a[href$="/write/"]'),
    ("maryam", "/meetings/M-2026-004/minutes/", 'a[href$="/minutes-circulate/"]'),
    ("khalid", "/meetings/M-2026-003/minutes/", 'a[href$="/correct/ar/"]'),
    ("khalid", "/meetings/M-2026-003/minutes/", 'a[href$="/wordings/"]'),
    ("khalid", "/positions/", "table a.ttl"),
    ("maryam", "/goals/", 'a[href$="/goal-add/"]'),
    ("maryam", "/goals/", 'a[href$="/goal-measure/"]'),
    ("khalid", "/ideas/I-2026-CWG-003/", 'a[href$="/idea-sponsor/"]'),
)


@pytest.mark.parametrize(("account", "start", "link"), BEHIND)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_pages_behind_are_as_they_must_be(
    visitors: Visitors, language: str, account: str, start: str, link: str
) -> None:
    with visitors.visit(account, language) as context:
        page = context.new_page()
        page.goto(start)
        follow(page.locator(f"main {link}").first)
        assert not page.url.endswith(start)
        faults = list(faults_on(page, f"{link} {language}"))
    assert not faults, "\n".join(faults)


def test_sentences_are_laid_out_moved_and_taken_in_by_the_keyboard(visitors: Visitors) -> None:
    with visitors.visit("maryam") as context:
        page = context.new_page()
        page.goto("/meetings/M-2026-004/minutes/")
        page.locator('main a[href$="/write/"]').press("Enter")
        page.locator('main a[href$="/take/"]').press("Enter")
        page.locator('main a[href*="document="]').press("Enter")
        places = page.locator("main .laid select")
        expect(places.first).to_be_visible()
        for place in places.all():
            place.select_option(index=0)  # it stays out
        places.nth(8).select_option(index=1)
        assert not list(faults_on(page, "laid out"))
        page.locator("main form[method=post] button.btn").press("Enter")
        page.wait_for_url("**/write/")
        assert "table-top exercise" in page.locator("main textarea[lang=en]").first.input_value()
        assert not list(faults_on(page, "taken"))


def _corrected(page: Page, was: str, wanted: str) -> None:
    page.goto("/meetings/M-2026-003/minutes/")
    page.locator('main a[href$="/correct/en/"]').nth(2).press("Enter")
    wording = page.locator("main textarea").first
    wording.fill(wording.input_value().replace(was, wanted))
    page.fill("#id_reason", "So it was said.")
    follow(page.locator(SEND))


def test_a_correction_is_asked_for_and_answered(visitors: Visitors) -> None:
    with visitors.visit("noura", "en", PHONE) as context:
        page = context.new_page()
        _corrected(page, "energy sites", "energy installations")
        asked = page.locator(".amendment", has=page.locator("ins", has_text="installations"))
        expect(asked.locator("del")).to_contain_text("sites")
        assert not list(faults_on(page, "asked"))
    with visitors.visit("maryam", "en") as context:
        page = context.new_page()
        page.goto("/meetings/M-2026-003/minutes/")
        asked = page.locator(".amendment", has=page.locator("ins", has_text="installations"))
        asked.locator('form[action$="/accept/"] button').press("Enter")
        expect(page.locator("main p.spoken", has_text="energy installations").first).to_be_visible()


def test_an_idea_is_filed_and_sponsored_without_scripts(visitors: Visitors) -> None:
    with visitors.visit("rashid", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/ideas/add/")
        page.fill("#id_title_ar", "لقاء سنوي لمديري التدريب")
        page.fill("#id_text_ar", "يلتقون مرة في السنة ويقارنون ما جرّبوه.")
        for code in ("QAT", "KWT", "SEC"):
            page.check(f'input[name=audience][value="{code}"]')
        page.locator(SEND).press("Enter")
        expect(page.locator("h1")).to_contain_text("لقاء سنوي")
        address = page.url
    with visitors.visit("badr", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        page.locator('main a[href$="/idea-sponsor/"]').press("Enter")
        page.locator(SEND).press("Enter")
        expect(page.locator("main .tl")).to_contain_text("متبنّاة")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_memory_is_one_file_that_asks_for_nothing(visitors: Visitors, language: str, tmp_path: Path) -> None:
    with visitors.visit("khalid", language) as context:
        page = context.new_page()
        page.goto("/meetings/M-2026-005/memory/")
        with page.expect_download() as kept:
            page.locator(f'main a[href$="/memory.html?language={language}"]').first.click()
        file = tmp_path / "memory.html"
        kept.value.save_as(file)
    with visitors.visit(language=language) as context:
        context.set_offline(True)
        page, asked = context.new_page(), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        expect(page.locator("h1")).to_be_visible()
        assert asked == [file.as_uri()]
        assert not [fault for fault in faults_on(page, f"file {language}") if "axe" in fault]
