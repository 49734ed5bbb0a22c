"""Instruments, forms and results: for pages and papers."""
