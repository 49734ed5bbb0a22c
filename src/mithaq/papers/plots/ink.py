"""The colours of plots in files, where no page gives them any: the light ones of `web/static/mithaq.css`."""

from __future__ import annotations

from mithaq.papers.look import BRAND, LINE, MUTE, SOFT

_INK, _DONE, _LATE, _WAIT, _RUN, _WHO = "1A2325", "256029", "A4262C", "7D5A0C", "0B5685", "74386B"

STYLE = f"""
text {{ font-family: "Noto Serif", "Noto Naskh Arabic"; font-size: 13px; fill: #{_INK} }}
.tick, .sub {{ fill: #{MUTE}; font-size: 12px }} .val {{ font-weight: bold }} .sign {{ font-weight: bold; fill: #FFFFFF }}
.grid, .ax {{ stroke: #{LINE} }} .ax {{ stroke: #{MUTE} }}
.target {{ stroke: #{_DONE}; stroke-width: 2; stroke-dasharray: 6 4 }} .limit {{ stroke: #{_LATE}; stroke-dasharray: 2 3 }}
.target-t {{ fill: #{_DONE} }} .limit-t {{ fill: #{_LATE} }}
.ci {{ stroke: #{BRAND}; stroke-width: 3 }} .whisker {{ stroke: #{_INK}; stroke-width: 2 }} .halo {{ stroke: #FFFFFF; stroke-width: 5 }}
.dot {{ fill: #{BRAND} }} .hol {{ fill: #FFFFFF; stroke: #{BRAND}; stroke-width: 2 }} .dot.odd {{ fill: #{_LATE} }}
.gl {{ stroke: #{MUTE}; stroke-opacity: .45 }} .gl.neg {{ stroke: #{_LATE}; stroke-opacity: .8 }}
.mean {{ stroke: #{BRAND}; stroke-width: 4; fill: none }} .inner {{ stroke: #{MUTE}; stroke-dasharray: 5 4; fill: none }}
.outer {{ stroke: #{MUTE}; fill: none }} .sunk {{ fill: #{SOFT} }} .rest {{ fill: #{LINE} }}
.fill-brand {{ fill: #{BRAND} }} .fill-done {{ fill: #{_DONE} }} .fill-late {{ fill: #{_LATE} }}
.fill-who {{ fill: #{_WHO} }} .band {{ fill: #E8F3E7 }}
.fill-wait {{ fill: #{_WAIT} }} .fill-none {{ fill: #{MUTE} }} .fill-run {{ fill: #{_RUN} }} .fill-mute {{ fill: #{MUTE} }}
.untested {{ fill: none; stroke: #{MUTE}; stroke-dasharray: 3 3 }}
"""
