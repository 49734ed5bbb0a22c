"""What a run shows that somebody has to answer: pure functions over its content, each threshold in one place.

Two kinds. *Facts* are counted: seats unused, tests missing or at the highest score, old documents, a need without a course.
*Claims* are about more than those who happened to come: they stand only where the 95 % interval lies beyond the threshold and
where that survives the correction for many looks (Benjamini and Hochberg), over the courses of the run: a year in which
nothing changed raises a false alarm no more than once in ten years.
"""

from mithaq.reviews.findings.triggers.finding import found_in
from mithaq.reviews.findings.triggers.shapes import Evidence, Found, Part, Thresholds, as_data

__all__ = ["Evidence", "Found", "Part", "Thresholds", "as_data", "found_in"]
