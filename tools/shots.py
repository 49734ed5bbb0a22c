#!/usr/bin/env python3
"""Pictures of pages, into shots/: both languages, both themes, a desk and a phone.

.venv/bin/python tools/shots.py                      every page that the browser tests look at
.venv/bin/python tools/shots.py desk=/@maryam ...     these: name=address, @account for who looks, then perhaps
                                                     ~selector of the link to follow from there
… --only ar-light-1366                               one combination alone
… --at http://127.0.0.1:8000                         a Mithaq that runs already (in demonstration mode)
"""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.checks import Seen, open_page  # noqa: E402
from tests.browser.server import serving  # noqa: E402
from tests.browser.test_look import PAGES  # noqa: E402
from tests.browser.visitor import DESK, HEIGHT, PHONE, Visitors, chromium  # noqa: E402

WAYS = [(language, theme, width) for width in (DESK, PHONE) for theme in ("light", "dark") for language in ("ar", "en")]


def page_named(text: str) -> Seen:
    """``name=address@account~link`` as a page to look at."""
    name, _, rest = text.partition("=")
    rest, _, follow = rest.partition("~")
    url, _, account = rest.partition("@")
    return Seen(name, url, account, follow=follow)


def shoot(visitors: Visitors, seen: Seen, language: str, theme: str, width: int, out: Path) -> Path:
    """One picture of the whole page."""
    picture = out / f"{seen.name}-{language}-{theme}-{width}.png"
    with visitors.visit(seen.account, language, width, color_scheme=theme) as context:
        page = context.new_page()
        open_page(page, seen)
        tall = int(page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": max(HEIGHT, tall)})
        page.screenshot(path=picture, full_page=True)
    return picture


def main() -> None:
    """Shoot what was asked for and say where it lies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=page_named)
    parser.add_argument("--only", default="")
    parser.add_argument("--at", default="")
    parser.add_argument("--out", type=Path, default=ROOT / "shots")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    ways = [way for way in WAYS if asked.only in ("", "{}-{}-{}".format(*way))]
    with nullcontext(asked.at) if asked.at else serving() as address, chromium() as browser:
        visitors = Visitors(browser, address)
        for seen in asked.pages or PAGES:
            for way in ways:
                print(shoot(visitors, seen, *way, asked.out))


if __name__ == "__main__":
    main()
