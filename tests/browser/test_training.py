"""A course from the catalogue to its verdict, in Arabic, by the people who do it, found on the pages alone: the run with its seats,
a nomination from the ministry by the mission to the centre, attendance, a certificate, tests, the evaluation, an answer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from mithaq.core import clock
from tests.browser.checks import faults_on
from tests.browser.visitor import PHONE, Visitors, follow

COURSE = "حماية البنية التحتية للطاقة"
TODAY = clock.today()  # the house is served in the time that is
BEGINS, ENDS = TODAY + timedelta(days=20), TODAY + timedelta(days=24)
SEATS = {"QAT": 8, "KWT": 8, "BHR": 6, "ARE": 8}
SEND = "main form button.btn:not([type=button], [name=look])"
WHO = "بدرية الهاجري"
OTHERS = "party,person,before,after,max\n" + "".join(
    f"{party},Z{number:02},{before},{after},100\n"
    for number, (party, before, after) in enumerate(
        [("KWT", 40, 70), ("KWT", 50, 80), ("KWT", 30, 60), ("BHR", 40, 60), ("BHR", 60, 80), ("ARE", 50, 70), ("ARE", 40, 80)], 1
    )
)  # fmt: skip


def test_from_the_catalogue_to_a_verdict_and_its_answer(apart: Visitors, tmp_path: Path) -> None:
    with apart.visit("sara") as context:
        page = context.new_page()
        activity = planned(page)
        seated(page)
        page.screenshot(path=tmp_path / "offering.png", full_page=True)
    with apart.visit("rashid") as context:
        nomination = nominated(context.new_page(), activity)
    with apart.visit("khalid") as context:
        from_the_desk(context.new_page(), nomination, "إحالة")
    with apart.visit("sara") as context:
        page = context.new_page()
        from_the_desk(page, nomination, "بتّ")
        expect(page.locator("main")).to_contain_text("مقبول")
        held(page, activity)
        completed(page, nomination)
        page.screenshot(path=tmp_path / "nomination.png", full_page=True)
        for wave in ("pre", "post"):
            filled(apart, link_of(page, activity, wave), tmp_path / f"{wave}.png")
        taken_in(page, activity)
        page.screenshot(path=tmp_path / "results.png", full_page=True)
        evaluated(page)
        page.screenshot(path=tmp_path / "verdict.png", full_page=True)
        answered(page)
        page.screenshot(path=tmp_path / "finding.png", full_page=True)


def planned(page: Page) -> str:
    """A run of a course of the catalogue; its address."""
    page.goto("/")
    page.get_by_role("link", name="التدريب").first.click()
    page.locator("a.ttl").filter(has_text=COURSE).first.click()
    follow(page.locator('main a[href$="/course-offer/"]').first)
    page.fill("input[name=begins]", BEGINS.isoformat())
    page.fill("input[name=ends]", ENDS.isoformat())
    page.select_option("select[name=zone]", "Asia/Kuwait")
    page.fill("input[name=capacity]", str(sum(SEATS.values())))
    page.select_option("select[name=level]", "OFFICIAL")
    for code in SEATS:
        page.check(f'input[name=audience][value="{code}"]')
    follow(page.locator(SEND).last)
    page.locator('a.ttl[href^="/activities/"]').first.click()
    expect(page.locator("h1")).to_have_text(COURSE)
    expect(page.locator("main")).to_contain_text("مخطط له")
    return page.url


def seated(page: Page) -> None:
    """Each party has its seats, and nominations are taken."""
    for code, number in SEATS.items():
        follow(page.locator('main a[href$="/activity-seats/"]'))
        fill_party(page, "party", code)
        page.fill("input[name=seats]", str(number))
        follow(page.locator(SEND))
        expect(page.locator("h1")).to_have_text(COURSE)
    step(page, "open")
    expect(page.locator("main")).to_contain_text("مفتوح للترشيح")


def fill_party(page: Page, name: str, code: str) -> None:
    """Choose a party, or type its code where parties are suggested."""
    field = page.locator(f"[name={name}]")
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(code)
    else:
        field.fill(code)


def step(page: Page, state: str) -> None:
    """Take the activity further, from its page back to it."""
    follow(page.locator('main a[href$="/activity-step/"]'))
    choose(page, "state", state)
    follow(page.locator(SEND))


def choose(page: Page, name: str, code: str) -> None:
    """Choose this, from a list or from buttons."""
    if page.locator(f"select[name={name}]").count():
        page.select_option(f"select[name={name}]", code)
    else:
        page.locator(f'input[name={name}][value="{code}"]').check(force=True)


def nominated(page: Page, activity: str) -> str:
    """Somebody is put forward for a seat of Qatar; the address of the nomination."""
    page.goto(activity)
    follow(page.locator('main a[href$="/activity-nominate/"]'))
    page.fill("input[name=name_ar]", WHO)
    page.fill("input[name=function_ar]", "مهندسة سلامة")
    page.select_option("select[name=basis]", "need")
    page.fill("[name=basis_words]", "تتولى خطة حماية المصفاة")
    follow(page.locator(SEND))
    page.get_by_role("link", name=WHO).click()
    expect(page.locator("main")).to_contain_text("لدى البعثة")
    return page.url


def from_the_desk(page: Page, nomination: str, does: str) -> None:
    """Find the nomination on one's desk and take it its next step."""
    page.goto("/")
    place = urlsplit(nomination).path
    page.locator(f'#waiting a.btn[href="{place}"]').filter(has_text=does).press("Enter")
    page.wait_for_url(f"**{place}")
    follow(page.locator("main .acts a.btn").first)
    follow(page.locator(SEND))
    expect(page.locator("h1")).to_have_text(WHO)


def held(page: Page, activity: str) -> None:
    """The run was brought forward to days that are past; attendance of its first day is noted, and it was held."""
    page.goto(activity)
    follow(page.locator('main a[href$="/activity-describe/"]'))
    page.fill("input[name=begins]", (TODAY - timedelta(days=4)).isoformat())
    page.fill("input[name=ends]", (TODAY - timedelta(days=1)).isoformat())
    follow(page.locator(SEND))
    follow(page.locator('main a[href$="/activity-attend/"]'))
    page.fill("input[name=day]", (TODAY - timedelta(days=4)).isoformat())
    page.fill("input[name=hours]", "6")
    page.get_by_label(WHO).check()
    follow(page.locator(SEND))
    expect(page.locator("#nominations")).to_contain_text("ساعات الحضور")
    step(page, "held")


def completed(page: Page, nomination: str) -> None:
    """She completed and has a certificate that anybody who holds its link can verify."""
    page.goto(nomination)
    follow(page.locator('main a[href$="/nomination-result/"]'))
    choose(page, "result", "completed")
    follow(page.locator(SEND))
    follow(page.locator('main a[href$="/nomination-certificate/"]'))
    follow(page.locator(SEND))
    proof = page.locator('a[href^="/verify/"]').first.get_attribute("href")
    assert proof
    answer = page.request.get(proof)
    assert answer.ok
    assert WHO in answer.text()


def link_of(page: Page, activity: str, wave: str) -> str:
    """A one-time link for her to the test of this wave, as its page shows it once."""
    page.goto(f"{activity}results/")
    follow(page.locator('main a[href$="/invite/"]').first)
    test = page.locator(f'optgroup[label^="L2"] option[value$=" {wave}"]').first.get_attribute("value")
    page.select_option("select[name=asked]", test)
    for box in page.locator("input[name=person]").all():
        box.set_checked(box.get_attribute("value") == "QAT/N1")
    follow(page.locator(SEND))
    return urlsplit(page.locator("code").first.inner_text().strip()).path


def filled(visitors: Visitors, link: str, shot: Path) -> None:
    """She answers on her phone, signed in nowhere; the link opens nothing a second time."""
    with visitors.visit("", "ar", PHONE) as context:
        phone = context.new_page()
        phone.goto(link)
        assert not list(faults_on(phone, "form"))
        phone.set_viewport_size({"width": PHONE, "height": 900})
        for number in range(1, 11):
            phone.locator(f'input[name=q{number}][value="{1 + number % (4 if "pre" in shot.name else 2)}"]').check(
                force=True
            )
        phone.screenshot(path=shot, full_page=True)
        phone.locator("main form button.btn").last.click()
        phone.wait_for_url("**/form/thanks/")
        answer = phone.goto(link)
        assert answer
        assert answer.status == 410


def taken_in(page: Page, activity: str) -> None:
    """The scores of the others come as a file, looked at before they are kept."""
    page.goto(f"{activity}results/")
    follow(page.locator('main a[href*="/results/take-in/"]').first)
    page.set_input_files("#id_file", {"name": "others.csv", "mimeType": "text/csv", "buffer": OTHERS.encode()})
    page.get_by_role("button", name="عرض الملف أولاً").click()
    expect(page.locator("#preview")).to_contain_text("7")
    follow(page.locator("main form button[name=keep]"))
    page.goto(f"{activity}results/")
    expect(page.locator("main")).to_contain_text("Z07")


def evaluated(page: Page) -> None:
    """The evaluation says of the course what was gained, and why that may be said."""
    page.goto("/findings/evaluate/")
    page.fill("input[name=title_ar]", "تقييم بعد الانعقاد")
    page.locator(SEND).click()
    page.wait_for_url("**/runs/*/")
    page.get_by_role("link", name=COURSE).first.click()
    expect(page.locator("main")).to_contain_text("ثبتت الفائدة")


def answered(page: Page) -> None:
    """What the evaluation found of this course is answered by the centre."""
    page.goto("/findings/?state=open")
    page.locator("main .items a.ttl").first.click()
    follow(page.locator('main a[href$="/asked-answer/"]').first)
    choose(page, "answer", "accepted")
    page.fill("[name=text]", "نعرض المقاعد على أطراف أخرى قبل ستة أسابيع.")
    page.locator(SEND).click()
    expect(page.locator("main")).to_contain_text("نعرض المقاعد على أطراف أخرى")
