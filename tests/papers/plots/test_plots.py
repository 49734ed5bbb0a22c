"""Plots: what is drawn stands where its number says, the table says the same, and nothing to draw is said in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mithaq.papers.plots import bars, forest, funnel, items, matrix, overview, shares, slope
from mithaq.papers.plots.drawing import WIDTH, Pen, Plot, Scale
from mithaq.papers.plots.lettering import Lettering, cut, wrapped
from tests.papers.plots.gallery import ARABIC, AREAS, ENGLISH, FOUND, PAIRS, PART, ROWS, Found, bare, gallery

SVG = "{http://www.w3.org/2000/svg}"
POINTS = st.floats(0, 100)
ANY = st.floats(allow_nan=True, allow_infinity=True) | st.none()
BOTH = pytest.mark.parametrize("letters", [ENGLISH, ARABIC], ids=["en", "ar"])


def marks(plot: Plot, name: str, role: str = "") -> list[ElementTree.Element]:
    """Elements of a drawing, those of a role where one is asked for."""
    found = ElementTree.fromstring(plot.svg).iter(f"{SVG}{name}")
    return [one for one in found if not role or role in (one.get("class") or "").split()]


def at(mark: ElementTree.Element, name: str) -> float:
    """A place of a mark."""
    return float(mark.get(name) or "nan")


@BOTH
def test_every_plot_names_and_describes_itself(letters: Lettering) -> None:
    for plot in gallery(letters):
        root = ElementTree.fromstring(plot.svg)
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert title is not None
        assert desc is not None
        assert (title.text, desc.text) == (plot.title, plot.desc), plot.kind
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


@BOTH
def test_every_plot_has_its_table(letters: Lettering) -> None:
    for plot in gallery(letters):
        assert plot.rows, plot.kind
        assert {len(row) for row in plot.rows} == {len(plot.columns)}, plot.kind
        assert all(cell for row in plot.shown for cell in row), plot.kind


@BOTH
def test_colours_come_from_the_page_and_in_a_file_from_the_drawing(letters: Lettering) -> None:
    for plot in gallery(letters):
        assert not re.search("style|#", plot.svg), plot.kind
        assert plot.file.count("<style>") == 1
        roles = {role for one in ElementTree.fromstring(plot.svg).iter() for role in (one.get("class") or "").split()}
        assert all(f".{role}" in plot.file for role in roles - {"chart", "fit", "broad", "odd", "neg", "over"}), (
            plot.kind
        )


@BOTH
def test_everything_stands_inside_the_drawing(letters: Lettering) -> None:
    for plot in gallery(letters):
        for one in ElementTree.fromstring(plot.svg).iter():
            across = [float(one.get(name) or 0) for name in ("x", "x1", "x2", "cx")]
            down = [float(one.get(name) or 0) for name in ("y", "y1", "y2", "cy")]
            assert all(0 <= x <= plot.width for x in across), plot.kind
            assert all(0 <= y <= plot.height for y in down), plot.kind


@BOTH
def test_nothing_to_draw_is_said(letters: Lettering) -> None:
    for plot in bare(letters):
        assert (plot.drawn, plot.svg, plot.file, plot.rows) == (False, "", "", ()), plot.kind
        assert plot.desc.endswith("."), plot.kind


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert [plot.file for plot in gallery(ARABIC)] == [plot.file for plot in gallery(ARABIC)]


def test_ids_on_a_page_differ() -> None:
    told = [re.search(r'id="([^"]+)-t"', plot.svg) for plot in gallery(ENGLISH)]
    keys = [found[1] for found in told if found]
    assert len(keys) == len(set(keys)) == 22


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_a_scale_keeps_order_and_ends(values: list[float]) -> None:
    scale = Scale(values, 10, 300)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert places[0] >= 10
    assert places[-1] <= 300 + 1e-9
    assert scale.ticks[0] <= min(values) + 1e-6 * abs(min(values)) + 1e-300  # not told apart from nought
    assert len(scale.ticks) <= 12


@given(st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=30))
def test_a_slope_stands_where_its_tests_say(pairs: list[tuple[float, float]]) -> None:
    lines = marks(slope.slope(ENGLISH, pairs), "line", "gl")
    assert len(lines) == len(pairs)
    for line, (before, after) in zip(lines, pairs, strict=True):
        assert at(line, "y1") == pytest.approx(236 - before * 2.2, abs=0.06)
        assert at(line, "y2") == pytest.approx(236 - after * 2.2, abs=0.06)
        assert ("neg" in (line.get("class") or "")) == (after < before)


def test_time_runs_from_the_right_in_arabic_and_numbers_do_not() -> None:
    (english,), (arabic,) = (marks(slope.slope(letters, PAIRS), "line", "mean") for letters in (ENGLISH, ARABIC))
    assert at(english, "x1") < at(english, "x2")
    assert at(arabic, "x1") > at(arabic, "x2")
    for letters in (ENGLISH, ARABIC):
        drawn = marks(forest.forest(letters, ROWS, title="Gains"), "line", "ci")
        assert all(at(line, "x1") < at(line, "x2") for line in drawn)
    assert "\u20672\u2067" not in slope.slope(ARABIC, PAIRS).svg


def test_bars_grow_from_where_lines_begin() -> None:
    english, arabic = (
        marks(shares.flow(letters, [("a", 4), ("b", 1)]), "rect", "fill-brand") for letters in (ENGLISH, ARABIC)
    )
    assert at(english[1], "x") == 8
    assert at(arabic[1], "x") + at(arabic[1], "width") == pytest.approx(WIDTH - 8)
    assert at(english[1], "width") == pytest.approx(at(english[0], "width") / 4)


def test_lines_of_single_people_are_drawn_only_where_allowed() -> None:
    plot = slope.slope(ENGLISH, PAIRS, single=False)
    assert marks(plot, "line", "gl") == []
    assert len(plot.rows) == 1


def test_a_forest_has_hollow_and_solid_and_a_line() -> None:
    plot = forest.forest(ENGLISH, ROWS, title="Gains", line=8.0)
    assert [
        len(marks(plot, name, role))
        for name, role in (("circle", "hol"), ("circle", "dot"), ("line", "ci"), ("line", "target"))
    ] == [2, 2, 2, 1]
    (target,), first = marks(plot, "line", "target"), marks(plot, "circle", "dot")[0]
    assert at(target, "x1") < at(first, "cx")  # 8 before 16.2
    assert plot.shown[2] == ("Few", "3", "not known", "not known", "not known", "not known")


def test_what_all_gained_together_is_a_band_behind_them_and_in_the_table() -> None:
    alone = forest.forest(ENGLISH, ROWS, title="Gains")
    beside = forest.forest(ENGLISH, ROWS, title="Gains", together=Found(40.0, 35.0, 45.0))
    (band,) = marks(beside, "rect", "sunk")
    assert not marks(alone, "rect", "sunk")
    assert at(band, "width") > 0
    assert beside.rows == (*alone.rows, ("all parties together", None, None, 40.0, 35.0, 45.0))
    assert any("band" in line for line in beside.legend)
    unsure = Found(40.0, float("nan"), 45.0)
    assert forest.forest(ENGLISH, ROWS, title="Gains", together=unsure).rows == alone.rows


def test_a_forest_keeps_the_order_it_is_given() -> None:
    names = [row[0] for row in forest.forest(ENGLISH, ROWS, title="Gains").rows]
    assert names == [row.name for row in ROWS]


@given(st.lists(st.tuples(ANY, ANY, ANY, ANY), max_size=6), ANY)
def test_no_place_is_ever_not_a_number(values: list[tuple[float | None, ...]], line: float | None) -> None:
    small = [[None if one is None else one if abs(one) < 1e4 else float("nan") for one in row] for row in values]
    rows = [
        forest.Row("Financing infrastructure", raw, None if None in rest else Found(*rest), 5)  # type: ignore[arg-type]
        for raw, *rest in small
    ]
    worth = line if line is not None and abs(line) < 1e4 else None
    before, after, later = small[0][:3] if small else (None, None, None)
    for plot in (
        forest.forest(ENGLISH, rows, title="Gains", line=worth),
        funnel.funnel(ENGLISH, [funnel.Point("x", 3, row[0]) for row in small], small[0][1] if small else None, 4.0),
        overview.missing(ENGLISH, [overview.Gap("x", 3, row[0], row[1], True) for row in small], most=0.4),
        slope.retention(ENGLISH, 3, before, after, later, None),
        items.ceiling(ENGLISH, worth, line, flag=0.15, stop=0.2),
    ):
        assert not re.search(r'"-?(nan|inf)', plot.svg)


def test_a_pen_refuses_what_is_no_place() -> None:
    with pytest.raises(ValueError, match="number"):
        Pen(ENGLISH).dot(float("nan"), 1, "dot")


def test_a_funnel_narrows_and_tells_what_lies_outside() -> None:
    plot = funnel.funnel(ENGLISH, [funnel.Point("in", 25, 10.0), funnel.Point("out", 25, 20.0)], 10.0, 10.0)
    assert [row[3] for row in plot.rows] == ["within 95%", "outside 99.8%"]
    assert len(marks(plot, "circle", "odd")) == 1
    for line in marks(plot, "polyline"):
        heights = [float(point.split(",")[1]) for point in (line.get("points") or "").split()]
        middle = at(marks(plot, "line", "ax")[0], "y1")
        assert abs(heights[0] - middle) > abs(heights[-1] - middle)


def test_both_sides_of_the_transfer_stand_apart() -> None:
    other = shares.Part("They apply it", 5, 10, 24, 0.5, 0.24, 0.76)
    plot = shares.transfer(ENGLISH, PART, other)
    assert [row[4] for row in plot.rows] == [19 / 22, 0.5]
    assert "68" not in plot.desc  # no average of both


def test_counts_of_the_matrix_are_all_four_verdicts() -> None:
    plot = matrix.matrix(ENGLISH, [matrix.Area("Crisis", {"effectiveness": {"benefit_shown": 3, "not_yet_known": 1}})])
    assert plot.rows[2] == ("Crisis", "Effectiveness", 3, 0, 1, 0)
    assert len(plot.rows) == 6


@BOTH
def test_a_heading_stands_over_every_column_of_the_matrix(letters: Lettering) -> None:
    plot = matrix.matrix(letters, AREAS)
    wide = plot.wide
    assert wide
    assert (wide.width, wide.rows, wide.desc) == (760, plot.rows, plot.desc)
    assert 'class="chart fit broad"' in wide.svg
    assert f'width="{wide.width:g}"' in plot.file  # paper has the wide one
    for name in overview.HEADINGS.values():
        (over,) = (one for one in marks(wide, "text", "val") if letters.drawn(letters.words(name)) == one.text)
        (mine,) = (one for one in marks(plot, "text") if letters.drawn(letters.words(name)) == one.text)
        assert at(over, "y") < min(at(box, "y") for box in marks(wide, "rect"))
        assert at(mine, "y") > min(at(box, "y") for box in marks(plot, "rect"))
    signs = [one for one in marks(wide, "text", "tick") if letters.drawn("✓") == one.text]
    assert len(signs) == len(overview.HEADINGS)
    (shown,) = marks(wide, "rect", "fill-done")
    assert min(abs(at(shown, "x") + at(shown, "width") / 2 - at(sign, "x")) for sign in signs) < 1


def test_a_long_name_of_an_area_stands_on_two_lines() -> None:
    assert wrapped("Chemical, biological, radiological and nuclear defence", 21, 2) == [
        "Chemical, biological,",
        "radiological and nuc…",
    ]
    assert wrapped("Benefit shown", 11, 3) == ["Benefit", "shown"]
    assert wrapped("", 11, 3) == [""]


@given(st.lists(st.floats(0, 1e4), min_size=1, max_size=30), st.booleans())
@example([1e-12], False)
def test_bars_stand_on_their_foot_and_as_high_as_they_say(heights: list[float], arabic: bool) -> None:
    told = [bars.Bar(str(at), "", ((height, "done"),)) for at, height in enumerate(heights)]
    plot = bars.bars(ARABIC if arabic else ENGLISH, told, kind="bars", title="Bars")
    drawn = marks(plot, "rect", "fill-done")
    tallest = max(heights)
    for bar in drawn:
        assert at(bar, "y") + at(bar, "height") == pytest.approx(154, abs=0.11)
    if len(drawn) == len(heights):
        places = [at(bar, "x") for bar in drawn]
        assert places == sorted(places, reverse=arabic)
        assert max(at(bar, "height") for bar in drawn) == at(drawn[heights.index(tallest)], "height")


@BOTH
def test_bars_of_nothing_stand_on_nought(letters: Lettering) -> None:
    plot = bars.bars(letters, [bars.Bar("2024", "", ((0.0, "done"),))], kind="bars", title="Bars")
    assert "−" not in plot.svg


@BOTH
def test_numbers_read_as_people_write_them(letters: Lettering) -> None:
    assert [letters.number(value) for value in (12.0, 12.5, -0.5, -0.01, 1234.0)] == [
        "12",
        "12.5",
        "−0.5",
        "0",
        "1,234",
    ]
    assert [letters.signed(value) for value in (2.5, 0, -1)] == ["+2.5", "0", "−1"]
    assert letters.percent(0.826) == "83%"


def test_numbers_take_the_digits_of_the_reader() -> None:
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    letters = Lettering("ar", digits=lambda text: text.translate(eastern))
    drawn = forest.forest(letters, [forest.Row("RC-101", -12.5, FOUND, 30)], title="Gains").svg
    assert "٣٠" in drawn
    assert "RC-101" in drawn
    assert letters.number(12) == "12"


def test_arabic_words_are_set_apart_and_signed_numbers_in_them() -> None:
    assert ARABIC.drawn("ارتفع −0.5 نقطة") == "\u2067ارتفع \u2066−0.5\u2069 نقطة\u2069"
    assert ENGLISH.drawn("a < b") == "a &lt; b"


def test_vowel_marks_are_left_out_of_a_file() -> None:
    plot = forest.forest(ARABIC, [forest.Row("شخصًا", 1.0, FOUND, 3)], title="مرشَّح")
    assert "شخصًا" in plot.svg
    assert "شخصا" in plot.file
    assert "مرشح" in plot.file


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_the_table() -> None:
    name = "A course whose name goes on and on until nobody can follow it any more"
    plot = forest.forest(ENGLISH, [forest.Row(name, 1.0, FOUND, 3)], title="Gains")
    assert f"{cut(name, 46)}" in plot.svg
    assert plot.rows[0][0] == name


@pytest.mark.parametrize("draw", [slope.slope, shares.flow])
def test_unknown_is_never_nought(draw: Callable[..., Plot]) -> None:
    assert ENGLISH.number(None) == ENGLISH.percent(float("nan")) == ENGLISH.interval(None) == "not known"
    assert not draw(ENGLISH, []).drawn
