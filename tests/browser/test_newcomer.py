"""What somebody new at the secretariat does before the next meeting of the Advisory Group, in Arabic, found on the pages alone:
plan it, invite, put a decision under silence, see it agreed, take the memory of the table along."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from mithaq.core import clock
from tests.browser.server import tick_at
from tests.browser.visitor import Visitors

MEETING = "الاجتماع التاسع للمجموعة الاستشارية"
DECISION = "قرار بشأن تقييم الدورات"
MONTH = f"{clock.today().year + 1}-06"
AUDIENCE = ("QAT", "KWT", "BHR", "ARE")


def test_from_an_empty_date_to_an_agreed_decision_and_a_file_to_take_along(apart: Visitors, tmp_path: Path) -> None:
    with apart.visit("maryam") as context:
        page = context.new_page()
        planned(page)
        invited(page)
        page.screenshot(path=tmp_path / "meeting.png", full_page=True)
        meeting = page.url
        silence = put_under_silence(page)
        page.screenshot(path=tmp_path / "silence.png", full_page=True)
        tick_at(apart.address, f"{MONTH}-01T15:00:01+00:00")
        page.goto(silence)
        expect(page.locator("main")).to_contain_text("استمر الصمت")
        page.screenshot(path=tmp_path / "agreed.png", full_page=True)
        page.goto(meeting)
        expect(page.locator("#texts")).to_contain_text(DECISION)
        page.goto(silence)
        with page.expect_download() as sheet:
            page.locator('a[href*="/sheet.pdf"]').first.click()
        assert Path(sheet.value.path()).read_bytes().startswith(b"%PDF")
    with apart.visit("rashid") as context:
        taken_along(context.new_page(), tmp_path)


def taken_along(page: Page, shots: Path) -> None:
    """The memory of the table as one file that needs nothing from elsewhere, for an officer of Qatar's mission."""
    page.goto("/meetings/")
    page.get_by_role("link", name=MEETING).first.click()
    page.get_by_role("link", name="ذاكرة الطاولة").first.click()
    page.screenshot(path=shots / "memory.png", full_page=True)
    with page.expect_download() as pack:
        page.locator('a[href*="memory.html"]').first.click()
    taken = Path(pack.value.path()).read_text(encoding="utf-8")
    assert MEETING in taken
    assert "متابعة وتنفيذ توصيات الاجتماعات السابقة والمستقبلية" in taken, "what was called for at the third meeting"
    assert "<script" not in taken
    assert "<link" not in taken


def planned(page: Page) -> None:
    """The next meeting of the group, from the page of its series."""
    page.goto("/")
    page.get_by_role("link", name="الاجتماعات").first.click()
    page.get_by_role("link", name="السلاسل وإيقاعها").first.click()
    page.get_by_role("link", name="المجموعة الاستشارية لمبادرة إسطنبول للتعاون").first.click()
    page.get_by_role("link", name="التخطيط للاجتماع التالي").click()
    page.fill("input[name=title_ar]", MEETING)
    page.fill("input[name=opens]", f"{MONTH}-20 09:30")
    page.fill("input[name=closes]", f"{MONTH}-20 16:00")
    page.select_option("select[name=zone]", "Asia/Qatar")
    page.select_option("select[name=level]", "OFFICIAL")
    for code in AUDIENCE:
        page.locator(f"input[name=audience][value={code}]").check()
    page.get_by_role("button", name="حفظ", exact=True).click()
    expect(page.locator("h1")).to_have_text(MEETING)


def invited(page: Page) -> None:
    """Its parties, as members."""
    page.get_by_role("link", name="دعوة أطراف").click()
    for code in AUDIENCE:
        page.locator(f"input[name=parties][value={code}]").check()
    page.get_by_role("button", name="دعوة", exact=True).click()
    for code in AUDIENCE:
        expect(page.locator(f"#d-{code}")).to_contain_text("لم يرد بعد")


def put_under_silence(page: Page) -> str:
    """A decision for this meeting in two paragraphs, under silence until an evening in Brussels; its address."""
    page.locator('#texts a[href*="/texts/add/"]').click()
    page.fill("#id_title_ar", DECISION)
    page.fill("#id_text_ar", "تقرّ الأطراف قياس الفائدة قبل كل دورة وبعدها.\n\nتعود النتائج إلى كل دولة فيما يخصها.")
    page.fill(
        "#id_text_en", "The parties agree to measure benefit before and after each course.\n\nResults go to each state."
    )
    for code in AUDIENCE:
        page.check(f'input[name=audience][value="{code}"]')
    page.get_by_role("button", name="إيداع الطبعة الأولى").click()
    page.locator('a[href$="/propose/"]').click()
    page.fill("#id_on", f"{MONTH}-01")
    page.fill("#id_at", "17:00")
    page.locator("main form button.btn:not([type=button], [name=look])").click()
    page.wait_for_url("**/silence/*/")
    expect(page.locator(".note").first).to_contain_text("17:00")
    return page.url
