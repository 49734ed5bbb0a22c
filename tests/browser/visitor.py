"""A person at a browser: Debian's Chromium, signed in as one of the cast, in one language, at one width."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect, sync_playwright

BROWSERS = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
expect.set_options(timeout=30_000)  # as long as Playwright waits for all else: a machine may be busy
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = 1366, 390
HEIGHT = 900
SETTLED = (Path(__file__).parent / "settled.js").read_text(encoding="utf-8")


def settle(page: Page) -> None:
    """Wait until the page has all it asked for: what came with it, its fonts, and what its scripts fetched."""
    page.wait_for_load_state()
    page.evaluate("window.settled()")


def follow(link: Locator) -> Response | None:
    """Press this link or button, and wait for all of the page it leads to: what counts elements or goes elsewhere next would be
    too fast for it. What the server answered."""
    with link.page.expect_navigation() as gone:
        link.press("Enter")
    settle(link.page)
    return gone.value


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium. RuntimeError where the machine has none."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise RuntimeError("There is no Chromium on this machine: install the package chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Visitors:
    """Signs each account in once and hands out fresh contexts that are signed in as it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self._signed_in: dict[str, Any] = {}
        self._looking: dict[tuple[str, str], Page] = {}

    @contextmanager
    def visit(
        self, account: str = "", language: str = "ar", width: int = DESK, **options: Any
    ) -> Iterator[BrowserContext]:
        """A context for this account (empty: the public), in this language. `options` go to Playwright's new_context."""
        context = self._enter(account, language, width, **options)
        try:
            yield context
        finally:
            context.close()

    def looking(self, account: str, language: str) -> Page:
        """The one page on which this account only looks, in this language: it stays open, for its styles and fonts are there."""
        if (account, language) not in self._looking:
            self._looking[account, language] = self._enter(account, language, DESK).new_page()
        return self._looking[account, language]

    def _enter(self, account: str, language: str, width: int, **options: Any) -> BrowserContext:
        state = self._state(account) if account else None
        options = {"viewport": {"width": width, "height": HEIGHT}, "reduced_motion": "reduce", **options}
        context = self.browser.new_context(storage_state=state, base_url=self.address, **options)
        context.add_init_script(SETTLED)
        context.add_cookies([{"name": "django_language", "value": language, "url": self.address}])
        return context

    def _state(self, account: str) -> Any:
        if account not in self._signed_in:
            context = self.browser.new_context(base_url=self.address)
            context.add_init_script(SETTLED)
            page = context.new_page()
            page.goto("/sign-in/")
            follow(page.locator(f'button[name=account][value="{account}"]'))
            self._signed_in[account] = context.storage_state()
            context.close()
        return self._signed_in[account]
