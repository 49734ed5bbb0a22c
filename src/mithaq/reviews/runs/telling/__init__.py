"""Reports told from a run: for the director of a course, the ministry of a party, the secretariat. Pure: no database.

Every sentence is made here or in `mithaq.evaluation.sentences` from a verdict and its numbers. None claims a cause, ranks a
party or puts a price on a benefit; `tests/reviews/runs/test_telling.py` reads all of them in both languages.
"""
