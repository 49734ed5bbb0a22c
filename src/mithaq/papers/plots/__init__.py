"""Plots of what training brought: plain numbers in, an accessible SVG and the table of the same numbers out.

Every function takes a `Lettering` (language, sentences, digits) first and answers a `Plot`; where there is nothing to draw,
a sentence that says why. In Arabic time and order run from the right; scales of numbers run from the left in every language.
Pure: what is drawn is told by shapes of this room, never by records.
"""
