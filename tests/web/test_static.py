"""The style sheet, the fonts, the icons, and what is taken from others."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from mithaq.web.signs import SIGNS

ROOT = Path(__file__).resolve().parent.parent.parent
WEB = ROOT / "src" / "mithaq" / "web"
SHEET = (WEB / "static" / "mithaq.css").read_text(encoding="utf-8")
RULES = "\n".join(re.findall(r"\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S)))
PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)[\w-]*"
    r"|(left|right|top|bottom|(min-|max-)?(width|height))\s*:|float\s*:\s*(left|right)|text-align:\s*(left|right))"
)
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))


def test_only_logical_properties() -> None:
    """One file serves both directions, and islands of either inside the other."""
    assert PHYSICAL.findall(RULES) == []


def test_both_dark_grounds_are_one() -> None:
    chosen = re.search(r"\[data-theme=dark\] \{(.*?)\}", SHEET, re.S)
    asked = re.search(r":root:not\(\[data-theme\]\) \{(.*?)\}", SHEET, re.S)
    assert chosen is not None
    assert asked is not None
    assert chosen.group(1).split() == asked.group(1).split()


def test_every_colour_has_its_dark_twin() -> None:
    def names(selector: str) -> set[str]:
        block = SHEET[SHEET.index(selector) :]
        return set(re.findall(r"(--[\w-]+):", re.sub(r"/\*.*?\*/", "", block[: block.index("}")], flags=re.S)))

    assert names(":root, [data-theme=light]") == names("[data-theme=dark]")


def test_a_theme_changes_nothing_but_colours() -> None:
    """So what holds of a page in one theme holds in the other, but for its colours: `tests/browser/checks.py` counts on it."""
    assert SHEET.count("[data-theme=dark]") == SHEET.count("prefers-color-scheme") == 1
    dark = SHEET[SHEET.index("[data-theme=dark] {") :]
    for declared in dark[dark.index("{") + 1 : dark.index("}")].split(";"):
        assert re.fullmatch(r"\s*(color-scheme: dark|--[\w-]+: (0 [.\w ]+)?#[0-9a-f]{3,8})?\s*", declared), declared


def test_every_token_used_is_defined() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", SHEET))
    assert used - set(re.findall(r"(--[\w-]+):", SHEET)) == set()


def test_fonts_are_there_with_their_licences() -> None:
    fonts = WEB / "static" / "fonts"
    named = set(re.findall(r"url\(fonts/([\w-]+\.woff2)\)", SHEET))
    assert named == {path.name for path in fonts.glob("*.woff2")}
    assert all("SIL OPEN FONT LICENSE" in path.read_text(encoding="utf-8").upper() for path in fonts.glob("OFL*.txt"))
    assert len(list(fonts.glob("OFL*.txt"))) == 3


def test_every_icon_named_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (WEB / "static" / "icons.svg").read_text(encoding="utf-8")))
    named = {sign.icon for table in SIGNS.values() for sign in table.values() if sign.icon}
    for path in TEMPLATES:
        named |= set(re.findall(r'\{% icon "([\w-]+)"', path.read_text(encoding="utf-8")))
    assert named - drawn == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_brings_script_or_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(
        r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)|javascript:|hx-on|https?://(?!mithaq\.example)", text
    )


def test_what_is_taken_from_others_is_what_it_says() -> None:
    for folder in (ROOT / "tests" / "vendor",):
        kept = tomllib.loads((folder / "VENDOR.toml").read_text(encoding="utf-8"))["file"]
        for one in kept:
            assert hashlib.sha256((folder / one["path"]).read_bytes()).hexdigest() == one["sha256"], one["path"]
            assert one["name"]
            assert one["version"]
            assert one["licence"]
            assert (folder / one["licence_file"]).exists()
        listed = {one[key] for one in kept for key in ("path", "licence_file")} | {"VENDOR.toml"}
        assert {path.name for path in folder.iterdir()} == listed
