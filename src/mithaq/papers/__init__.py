"""Files out: sheets, Word and PDF from plain shapes.

Pure: no Django, no database; imports nothing of mithaq but `mithaq.core`. The same input gives the same bytes, always.
"""
