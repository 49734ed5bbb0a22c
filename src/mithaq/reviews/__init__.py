"""Achieved against aspired: runs of the evaluation, what is released of them, and what is done about what they found."""
