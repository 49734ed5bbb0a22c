"""What stands open today, told beside the report of a frozen run: with a party for its ministry, about a course for its director,
about the courses of an area, over all for the secretariat. Pure: it is handed what was read.

These are facts of the day on which it is told. The run says nothing of them, and each part says so.
"""

from mithaq.reviews.findings.telling.parts import TODAY, area_today, course_today, party_today, standing_today

__all__ = ["TODAY", "area_today", "course_today", "party_today", "standing_today"]
