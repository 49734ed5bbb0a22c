"""Runs: frozen evaluations of results, the reports made of them, and what is released of them to whom."""
