"""The patterns of time expressions, over the letters of `time_words.py`. The first that fits at a place is taken."""

from __future__ import annotations

import re

_MONTH = r"K?M\.?(?:[/\-(]M\)?)?"  # also نوفمبر/تشرين الثاني
_DAY = r"(?:dz?[fO]?|o[fO])"
_YEAR = r"(?:,?[fO]?[YV]?C?ym?)"
_RELATIVE_YEAR = r"(?:[PNC]|f?=?[YV][PNC]|f?=[YV])"
_TAIL = rf"(?:{_YEAR}|{_RELATIVE_YEAR})?"
_WEEKDAY = r"(?:Z?\(?W\)?,?)?"
_TODAY = r"(?:[ta](?:\(|,(?=W))?)?"
_EDGE = r"(?:e[O\-]?T?)?"
_NUMBER = r"A?(?:[dnyh]|w(?:[&\-]?w)*)"
_UNIT = "[UYKZF]"
_HIJRI_YEAR = r",?[YV]?(?:hj?|[nd]j)"

PATTERNS: dict[str, str] = {
    "hijri_range": rf"Z?{_DAY}K?H?(?:i|-)Z?{_DAY}K?H{_HIJRI_YEAR}",
    "hijri_days": rf"[Zvq]?{_DAY}(?:i|-|&)Z?{_DAY}K?H[PNC]",
    "hijri_day": rf"{_TODAY}{_WEEKDAY}Z?{_DAY}K?H(?:{_HIJRI_YEAR})?",
    "hijri_month": rf"K?H{_HIJRI_YEAR}",
    "hijri_numeric_range": r"d/d/hj?[i\-]d/d/hj?",
    "hijri_numeric": r"h-d-dj?|h/d/dj?|d/d/hj?|d-d-hj?",
    "hijri_year": r"[YVv](?:hj?|[nd]j)|hj",
    "numeric_range": r"d-d/d/ym?|d/d/ym?[i\-]d/d/ym?",
    "numeric": rf"{_TODAY}{_WEEKDAY}(?:y-d-d|y/d/d|d/d/y|d-d-y|d\.d\.y)m?",
    "dashed": r"d-M-y",
    "part_of_month": rf"(?:[uQ]o[fO]?|o[FQ]O)K?M\.?{_TAIL}",
    "span_of_days": (
        rf"{_WEEKDAY}Z?{_DAY}{_MONTH}{_YEAR}?(?:,?[i\-]){_WEEKDAY}Z?{_DAY}{_MONTH}{_TAIL}"
        rf"|G{_DAY}{_MONTH}{_YEAR}?&{_DAY}{_MONTH}{_TAIL}"
        r"|W?,?M\.?dz?(?:,?y)?,?[i\-](?:W,?)?M\.?dz?(?:,?y)?|GM\.?dz?(?:,?y)?&M\.?dz?(?:,?y)?"
    ),
    "days": (
        rf"G?{_WEEKDAY}[Zvq]?T?{_DAY}(?:(?:,{_DAY})*(?:,?[i\-&,])T?(?:\(?W\)?,?)?Z?{_DAY})+{_MONTH}{_TAIL}"
        r"|G?(?:W,?)?M\.?dz?(?:(?:,dz?)*,?[i\-&]T?dz?)+(?:,?y)?"
    ),
    "day": rf"{_TODAY}{_WEEKDAY}\(?[ZT]?{_DAY}{_MONTH}{_TAIL}|{_TODAY}(?:W,?)?M\.?dz?(?:,?y)?",
    "dateline": r"d-d\(x",
    "days_of_month": rf"{_DAY}[i\-&]Z?{_DAY}k[PNC]",
    "day_of_month": rf"{_WEEKDAY}(?:Z?{_DAY}(?:k[PNC]|=k)|Z?dC)",
    "months": rf"G?{_MONTH}(?:,?[i\-&,]{_MONTH})+{_TAIL}",
    "month": rf"{_EDGE}[<>=]?{_MONTH}{_TAIL}",
    "quarter": rf"(?:Qof?|oQ)[OT]*(?:{_YEAR}|[fO]?=?[YV][PNC]|[fO]?=[YV])",
    "span_of_years": r"G?[YVvq]?ym?(?:[/\-i]|(?<=[YV]ym)i|i[YV])[YV]?ym?|G[YVv]?y&[YV]?ym?",
    "year": rf"{_EDGE}(?:=?[YV]C?|v)ym?|e[O\-]?T?ym?|V?C?(?<=C)ym?",
    "season": rf"T?s(?:{_YEAR}|[PNC])|[<>=]s",
    "ago": rf"b{_NUMBER}{_UNIT}|bA?B|b[YKF]|{_NUMBER}{_UNIT}g|[YKUF]g",
    "duration": rf"T?[<>]?{_NUMBER}-?{_UNIT}|A?B|qT?[dnp][PNCl]?|D[PNCl]?|X[PNl]|T?[<>]U|L[YKF](?![MH])",
    "unit": rf"{_EDGE}(?:[Vku][PNC]|=[VkutYKF]|[<>][YKF])|e[O]?T?[VkYK]",
    "today": r"[ta],?(?:\(?W\)?)?",
    "weekday": r"v?[<>=]?W(?:,?[&i\-]W)[PNC]?|[<>=]W|Z?W[PNC]?",
    "repeated": rf"S|E(?:{_NUMBER})?{_UNIT}|EB",
    "lone_year": r"y",
}
EXPRESSION = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items()))
