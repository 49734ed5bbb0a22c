"""Lines are joined where they end only because the page did."""

from __future__ import annotations

from mithaq.extraction.lines import Line
from mithaq.extraction.paragraphs import joined, words_of


def _page(*rows: tuple[str, float, float], leading: float = 12, size: float = 10) -> list[Line]:
    """Lines under each other: text, left, right."""
    return [Line(text, left, right, 700 - leading * at, size) for at, (text, left, right) in enumerate(rows)]


def _joined(lines: list[Line]) -> list[str]:
    return joined(lines, words_of(lines))


def test_full_lines_go_on_and_short_ones_end() -> None:
    lines = _page(
        ("The ministers met in Kuwait and", 50, 300),
        ("agreed.", 50, 90),
        ("A second paragraph of the text that", 50, 300),
        ("ends here.", 50, 110),
    )
    assert _joined(lines) == [
        "The ministers met in Kuwait and agreed.",
        "A second paragraph of the text that ends here.",
    ]


def test_arabic_lines_end_at_the_left() -> None:
    lines = _page(("اجتمع الوزراء في الكويت واتفقوا على", 50, 300), ("التعاون.", 240, 300), ("فقرة أخرى", 230, 300))
    assert _joined(lines) == ["اجتمع الوزراء في الكويت واتفقوا على التعاون.", "فقرة أخرى"]


def test_a_wide_gap_ends_a_paragraph_though_the_line_is_full() -> None:
    full = ("the line is full to its very edge", 50.0, 300.0)
    lines = [*_page(full, full, full), Line("next", 50, 80, 640, 10)]
    assert _joined(lines) == [" ".join([full[0]] * 3), "next"]


def test_items_of_a_list_begin_anew() -> None:
    lines = _page(("We call on all partners to do this:", 50, 300), ("1. to nominate officers for courses", 50, 300))
    assert len(_joined(lines)) == 2


def test_a_heading_of_another_size_stands_alone() -> None:
    lines = [Line("A heading that fills its whole line", 50, 300, 700, 16), Line("and text", 50, 300, 688, 10)]
    assert len(_joined(lines)) == 2


def test_cells_of_a_row_are_parted_by_a_tab() -> None:
    assert _joined([Line("Qatar", 50, 80, 700, 10), Line("12", 200, 210, 700, 10)]) == ["Qatar\t12"]


def test_a_broken_word_is_put_together() -> None:
    lines = _page(("The govern-", 50, 300), ("ment of Kuwait and the long-", 50, 300), ("term plan to reaf-", 50, 300))
    lines += [Line("firm; the Secretary-", 50, 300, 664, 10), Line("General said so", 50, 300, 652, 10)]
    text = " ".join(_joined(lines))
    assert "government" in text
    assert "long-term" in text
    assert "reaffirm" in text
    assert "Secretary-General" in text


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    lines = _page(("a follow-", 50, 300), ("up meeting and the follow-up report", 50, 300))
    assert _joined(lines)[0].startswith("a follow-up meeting")
