"""From planning a meeting to an approved list, in Arabic and without JavaScript; then its place in the calendar and the feed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import icalendar
from playwright.sync_api import Page, expect

from mithaq.core import clock
from tests.browser.visitor import Visitors

TITLE = "اجتماع تجريبي للمجموعة الاستشارية"
MONTH = f"{clock.today().year + 1}-06"
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@contextmanager
def as_(visitors: Visitors, account: str) -> Iterator[Page]:
    """A page of somebody whose browser runs no scripts."""
    with visitors.visit(account, java_script_enabled=False) as context:
        yield context.new_page()


def plan(page: Page) -> str:
    """Plan a meeting in Brussels, from the page of its series; its address."""
    page.goto("/meetings/series/icg/")
    page.get_by_role("link", name="التخطيط للاجتماع التالي").click()
    expect(page.locator("select[name=series]")).to_have_value("icg")
    page.fill("input[name=title_ar]", TITLE)
    page.fill("input[name=opens]", f"{MONTH}-14 09:30")
    page.fill("input[name=closes]", f"{MONTH}-14 17:00".translate(ARABIC))
    page.select_option("select[name=zone]", "Europe/Brussels")
    page.select_option("select[name=level]", "OFFICIAL")
    page.locator("input[name=audience][value=QAT]").check()
    page.get_by_role("button", name="حفظ", exact=True).click()
    expect(page.locator("h1")).to_have_text(TITLE)
    expect(page.locator("dl.strip")).to_contain_text("بتوقيت بروكسل")
    expect(page.locator("dl.strip")).to_contain_text("بتوقيتك، توقيت الكويت")
    return urlsplit(page.url).path


def invite(page: Page) -> None:
    """Put an item on the agenda of the meeting that is shown, and invite Qatar."""
    page.get_by_role("link", name="إضافة بند").click()
    page.fill("input[name=title_ar]", "تقييم الدورات")
    page.get_by_role("button", name="حفظ", exact=True).click()
    expect(page.locator("#agenda")).to_contain_text("تقييم الدورات")
    page.get_by_role("link", name="دعوة أطراف").click()
    page.locator("input[name=parties][value=QAT]").check()
    page.get_by_role("button", name="دعوة", exact=True).click()
    expect(page.locator("#d-QAT")).to_contain_text("لم يرد بعد")


def test_a_meeting_from_plan_to_approved_list(visitors: Visitors) -> None:
    with as_(visitors, "maryam") as page:
        address = plan(page)
        invite(page)
    with as_(visitors, "rashid") as page:
        page.goto(address)
        page.locator("#own").get_by_role("button", name="يحضر", exact=True).click()
        expect(page.locator("#own .chip")).to_contain_text("يحضر")
        page.locator("#own").get_by_role("link", name="تسمية مشارك").click()
        page.fill("input[name=name_ar]", "منى السليطي")
        page.locator("input[name=heads]").check()
        page.get_by_role("button", name="حفظ", exact=True).click()
        expect(page.locator("#d-QAT")).to_contain_text("ينتظر موافقة الرئيس")
    with as_(visitors, "khalid") as page:
        page.goto(address)
        page.get_by_role("button", name="اعتماد القائمة").click()
        expect(page.locator("#d-QAT")).to_contain_text("اعتُمدت القائمة")
    with as_(visitors, "noura") as page:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404, "Kuwait was not told of it"
    with as_(visitors, "rashid") as page:
        page.goto(f"/calendar/{MONTH}/")
        page.locator("table.days").get_by_role("link", name=TITLE).click()
        expect(page.locator("h1")).to_have_text(TITLE)


def test_an_address_of_a_calendar_is_made_read_and_closed(visitors: Visitors) -> None:
    with as_(visitors, "rashid") as page:
        page.goto("/calendar/feeds/")
        page.fill("input[name=name]", "هاتف راشد")
        page.get_by_role("button", name="إنشاء العنوان").click()
        path = urlsplit(page.locator(".secret code").inner_text()).path
        with visitors.visit() as stranger:
            read = icalendar.Calendar.from_ical(stranger.request.get(path).body())
            assert len(read.walk("VEVENT")) > 5
            page.locator("li", has_text="هاتف راشد").get_by_role("button").click()
            expect(page.locator("li", has_text="هاتف راشد")).to_contain_text("أُبطل")
            assert stranger.request.get(path).status == 404
