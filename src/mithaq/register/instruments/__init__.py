"""Instruments: what is asked before, after and half a year after a course; the forms that were filled, and results."""
