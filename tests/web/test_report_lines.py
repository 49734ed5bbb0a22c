"""Where sentences and plots of a report stand on a desk: none leaves half of its card empty."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from mithaq.papers.plots import matrix, shares, slope
from mithaq.papers.plots.drawing import Plot
from mithaq.reviews.runs.telling.shapes import Part, Statement
from mithaq.web.templatetags.reports import Line, lines, linked
from tests.papers.plots.gallery import AREAS, ENGLISH, PAIRS, STEPS

CURVE = slope.retention(ENGLISH, 21, 41.5, 63.2, 56.1, None)
SLOPE = slope.slope(ENGLISH, PAIRS * 10)
FLOW = shares.flow(ENGLISH, STEPS)
TABLE = Plot("courses", "Courses", "All of them.", "", 0, (), FLOW.columns, FLOW.rows, ENGLISH)
NOTHING = slope.slope(ENGLISH, [])
MATRIX = matrix.matrix(ENGLISH, AREAS)
SAID = (Statement("said", "Something is said."),)


def part(*plots: Plot, said: tuple[Statement, ...] = ()) -> Part:
    return Part("part", "A part", said, plots, ())


def markup(one: Part) -> str:
    with override("en"):
        report: dict[str, Any] = {"verdict": ""}
        return render_to_string("reports/part.html", {"part": one, "report": report, "places": {}})


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        (part(FLOW, said=SAID), [Line(True, (FLOW,))]),
        (part(FLOW), [Line(False, (FLOW,), beside=True, open=True)]),
        (part(SLOPE), [Line(False, (SLOPE,), beside=True, open=False)]),
        (part(FLOW, CURVE, said=SAID), [Line(True, ()), Line(False, (FLOW, CURVE))]),
        (part(TABLE, said=SAID), [Line(True, ()), Line(False, (TABLE,))]),
        (part(FLOW, TABLE), [Line(False, (FLOW,), beside=True, open=True), Line(False, (TABLE,))]),
        (part(MATRIX), [Line(False, (MATRIX,))]),
        (part(NOTHING), [Line(False, (NOTHING,))]),
        (part(said=SAID), [Line(True, ())]),
    ],
)
def test_a_plot_stands_beside_sentences_other_plots_or_its_own_table(told: Part, stands: list[Line]) -> None:
    assert lines(told) == stands


def test_a_short_table_is_open_beside_its_drawing_and_a_long_one_is_not() -> None:
    assert 'class="one-plot beside"' in markup(part(FLOW))
    assert '<details class="more" open>' in markup(part(FLOW))
    assert '<details class="more" open>' not in markup(part(SLOPE))
    assert "beside" not in markup(part(FLOW, said=SAID))


def test_a_matrix_is_there_for_the_desk_and_for_the_phone_and_its_table_once() -> None:
    told = markup(part(MATRIX))
    assert (told.count('<figure class="broad">'), told.count('<figure class="narrow">')) == (1, 1)
    assert told.count("<table") == 1


def test_a_sentence_is_said_once() -> None:
    for plots in ((FLOW,), (FLOW, CURVE), (TABLE,), ()):
        assert markup(part(*plots, said=SAID)).count("Something is said.") == 1


def test_what_has_a_page_is_a_link_where_a_sentence_names_it() -> None:
    places = {"Ports (RC-1)": "/courses/a/", "Ports (RC-1) and more (RC-10)": "/courses/b/"}
    with override("en"):
        told = linked("Served by: Ports (RC-1); Ports (RC-1) and more (RC-10); <b>", places)
        assert linked("Ports (RC-1)", {}) == "Ports (RC-1)"
    assert '<a href="/courses/a/">Ports (RC-1)</a>; <a href="/courses/b/">Ports (RC-1) and more (RC-10)</a>' in told
    assert told.endswith("&lt;b&gt;")
    with override("ar"):
        assert linked("تخدمه الدورة: الموانئ (RC-1).", {"الموانئ (RC-1)": "/c/"}) == (
            'تخدمه الدورة: <a href="/c/">الموانئ <bdi>(RC-1)</bdi></a>.'
        )
