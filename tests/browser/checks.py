"""What holds for every page: found by axe-core and by measuring, in two languages, two themes, two widths."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, Response

from tests.browser.visitor import DESK, HEIGHT, PHONE, Visitors, follow, settle

AXE = (Path(__file__).parent.parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
MEASURES = (Path(__file__).parent / "measures.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules that look at colours: the others see no theme
RUN_AXE = "async (rules) => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations"


@dataclass(frozen=True, slots=True)
class Seen:
    """A page to look at: a name for messages and pictures, its address, who looks, and the status it must have.

    `follow`: the link on the page at the address that leads to it, where it has no address that is known before; with “ then ” the
    link on the page after that.
    """

    name: str
    url: str
    account: str = ""
    status: int = 200
    follow: str = ""


def open_page(page: Page, seen: Seen) -> Response | None:
    """Come to this page; what the server answered last."""
    answer = page.goto(seen.url)
    for link in filter(None, seen.follow.split(" then ")):
        answer = follow(page.locator(link).first)
    settle(page)
    return answer


def faults_of(visitors: Visitors, seen: Seen) -> list[str]:
    """Everything wrong with this page; empty when it is as it must be.

    axe-core (WCAG 2.0 to 2.2 A and AA, best practices) 0 findings; no sideways scroll; nothing the content security
    policy refused and no error on the console; numbers and ranges in their order in Arabic; controls of 44 px on a phone.
    """
    return [fault for language in ("ar", "en") for fault in _in_language(visitors, seen, language)]


def _in_language(visitors: Visitors, seen: Seen, language: str) -> Iterator[str]:
    page = visitors.looking(seen.account, language)
    page.set_viewport_size({"width": DESK, "height": HEIGHT})
    with _listening(page, seen) as heard:
        answer = open_page(page, seen)
        if answer is None or answer.status != seen.status:
            yield f"{seen.name} {language}: status {answer and answer.status}, not {seen.status}"
        yield from faults_on(page, f"{seen.name} {language}")
    yield from (f"{seen.name} {language}: console: {text}" for text in heard)


@contextmanager
def _listening(page: Page, seen: Seen) -> Iterator[list[str]]:
    """The errors that are heard of this page."""
    heard: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if _is_error(message, seen):
            heard.append(message.text)

    def on_error(error: Error) -> None:
        heard.append(str(error))

    page.on("console", on_console)
    page.on("pageerror", on_error)
    yield heard
    page.remove_listener("console", on_console)
    page.remove_listener("pageerror", on_error)


def faults_on(page: Page, name: str) -> Iterator[str]:
    """Everything wrong with the page that is open, in both themes, at a desk and on a phone.

    All rules at each width in the light theme; in the dark one those of colours, since `tests/web/test_static.py` holds that
    a theme changes nothing but colours.
    """
    settle(page)
    page.evaluate(AXE)
    page.evaluate(MEASURES)
    for theme, width in (("light", DESK), ("dark", DESK), ("dark", PHONE), ("light", PHONE)):
        yield from (f"{name} {theme} {width}: {fault}" for fault in _as_shown(page, theme, width))


def _is_error(message: ConsoleMessage, seen: Seen) -> bool:
    expected = seen.status >= 400 and "Failed to load resource" in message.text
    return message.type == "error" and not expected


def _as_shown(page: Page, theme: str, width: int) -> Iterator[str]:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    for violation in page.evaluate(RUN_AXE, TAGS if theme == "light" else COLOURS):
        yield f"axe {violation['id']}: {violation['help']}: {_nodes(violation)}"
    yield from page.evaluate("phone => window.measures(phone)", width == PHONE)


def _nodes(violation: dict[str, Any]) -> str:
    return "; ".join(node["html"][:160] for node in violation["nodes"][:3])
