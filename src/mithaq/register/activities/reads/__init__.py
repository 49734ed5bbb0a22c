"""Activities, seats, nominations and who took part: for pages and papers."""

from mithaq.register.activities.reads.counting import activity_year
from mithaq.register.activities.reads.listing import activity_list, activity_names
from mithaq.register.activities.reads.nominations import named_seats, nomination_page, reference_of
from mithaq.register.activities.reads.page import activity_page, swap_page
from mithaq.register.activities.reads.shapes import (
    ActivityName,
    ActivityPage,
    ActivityRow,
    NominationShown,
    QuotaShown,
    StepShown,
    SwapShown,
    WaitingShown,
    Year,
    YearRow,
)

__all__ = [
    "ActivityName",
    "ActivityPage",
    "ActivityRow",
    "NominationShown",
    "QuotaShown",
    "StepShown",
    "SwapShown",
    "WaitingShown",
    "Year",
    "YearRow",
    "activity_list",
    "activity_names",
    "activity_page",
    "activity_year",
    "named_seats",
    "nomination_page",
    "reference_of",
    "swap_page",
]
