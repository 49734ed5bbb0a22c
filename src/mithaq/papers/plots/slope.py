"""Means over time: every person before and after, and how much was kept later. Time runs as the page is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mithaq.papers.plots.drawing import WIDTH, Column, Pen, Plot, Scale, nothing
from mithaq.papers.plots.lettering import Cell, Interval, Lettering, _, known, sure

_TOP, _FOOT = 16.0, 236.0  # of the drawing, where its highest and lowest score stand
_SIDE = 96.0  # from the edges to the first and the last test
_HEIGHT = 276.0
MOST = 200  # lines that can still be told from one another

_SLOPE = _("Before and after, person by person")
_CURVE = _("Before, after and at the follow-up")
_ROSE = _("The mean of %(n)s people rose from %(pre)s to %(post)s of 100.")
_FELL = _("The mean of %(n)s people fell from %(pre)s to %(post)s of 100.")
_SAME = _("The mean of %(n)s people stayed at %(pre)s of 100.")


def slope(letters: Lettering, pairs: Sequence[tuple[float, float]], *, single: bool = True) -> Plot:
    """Everybody's test before and after as a line, and the mean of them. `single` False draws and tells the mean alone, as is
    done for more than MOST people."""
    pairs = [(x, y) for x, y in pairs if known(x) is not None and known(y) is not None]
    single = single and len(pairs) <= MOST
    title = letters.words(_SLOPE)
    if not pairs:
        return nothing(letters, "slope", title, letters.words(_("Nobody has both tests, so there is nothing to draw.")))
    pre, post = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
    pen, scale = _sheet(letters)
    first, last = pen.mirrored(_SIDE), pen.mirrored(WIDTH - _SIDE)
    for x, y in pairs if single else ():
        pen.line(first, scale.at(x), last, scale.at(y), "gl neg" if y < x else "gl")
    pen.line(first, scale.at(pre), last, scale.at(post), "mean")
    for place, value, name in ((first, pre, _("before")), (last, post, _("after"))):
        _point(pen, scale, place, value, name)
    down = sum(y < x for x, y in pairs)
    legend = [letters.words(_("The thick line is the mean."))]
    if single:
        told = letters.words(_("Of the thin lines %(down)s go down."), down=letters.number(down))
        legend += [told]
    desc = _told(letters, pre, post, len(pairs))
    columns = _columns(letters, _("person"), (_("before"), "number"), (_("after"), "number"), (_("change"), "signed"))
    return pen.plot("slope", title, desc, _HEIGHT, columns, _pair_rows(letters, pairs, pre, post, single), legend)


def _pair_rows(
    letters: Lettering, pairs: Sequence[tuple[float, float]], pre: float, post: float, single: bool
) -> Iterator[Sequence[Cell]]:
    yield letters.words(_("mean")), pre, post, post - pre
    for number, (x, y) in enumerate(pairs if single else (), 1):
        yield letters.number(number), x, y, y - x


def retention(
    letters: Lettering, n: int, pre: float | None, post: float | None, later: float | None, kept: Interval | None
) -> Plot:
    """The means of the same people at the three tests. `kept` is the share of the gain that was there at the follow-up."""
    title = letters.words(_CURVE)
    means = [known(pre), known(post), known(later)]
    if None in means or not n:
        why = letters.words(_("Nobody took all three tests yet, so how much was kept is not known."))
        return nothing(letters, "retention", title, why)
    values = [one for one in means if one is not None]
    pen, scale = _sheet(letters)
    places = [pen.mirrored(_SIDE + at * (WIDTH - 2 * _SIDE) / 2) for at in range(3)]
    pen.curve([(place, scale.at(value)) for place, value in zip(places, values, strict=True)], "mean")
    names = (_("before"), _("after"), _("follow-up"))
    for place, value, name in zip(places, values, names, strict=True):
        _point(pen, scale, place, value, name)
    desc = " ".join((_told(letters, values[0], values[1], n), _kept(letters, values[2], sure(kept))))
    rows = [(letters.words(name), value, n) for name, value in zip(names, values, strict=True)]
    columns = _columns(letters, _("test"), (_("mean"), "number"), (_("people"), "count"))
    return pen.plot("retention", title, desc, _HEIGHT, columns, rows)


def _kept(letters: Lettering, later: float, kept: Interval | None) -> str:
    said = letters.words(_("At the follow-up it was %(later)s."), later=letters.number(later))
    if kept is None:
        return f"{said} {letters.words(_('Which share of the gain was kept is not defined.'))}"
    share = letters.words(
        _("Of the gain %(share)s was kept (between %(low)s and %(high)s)."),
        share=letters.percent(kept.estimate),
        low=letters.percent(kept.low),
        high=letters.percent(kept.high),
    )
    return f"{said} {share}"


def _sheet(letters: Lettering) -> tuple[Pen, Scale]:
    pen = Pen(letters)
    scale = Scale((0, 100), _FOOT, _TOP)
    for value in scale.ticks:
        y = scale.at(value)
        pen.line(44, y, WIDTH - 44, y, "grid")
        pen.start(y + 4, letters.number(value), "tick", 8)
    return pen, scale


def _point(pen: Pen, scale: Scale, place: float, value: float, name: str) -> None:
    y = scale.at(value)
    pen.dot(place, y, "dot")
    above = y > _TOP + 24
    pen.text(place, y - 12 if above else y + 22, pen.letters.number(value), "val")
    pen.text(place, _HEIGHT - 12, pen.letters.words(name))


def _told(letters: Lettering, pre: float, post: float, n: int) -> str:
    before, after = letters.number(pre), letters.number(post)
    said = _SAME if before == after else _ROSE if post > pre else _FELL
    return letters.words(said, n=letters.number(n), pre=before, post=after)


def _columns(letters: Lettering, first: str, *others: tuple[str, str]) -> tuple[Column, ...]:
    named = (Column(letters.words(name), kind) for name, kind in others)  # type: ignore[arg-type]
    return (Column(letters.words(first)), *named)
