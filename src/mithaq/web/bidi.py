"""What keeps words of two scripts in order on one line: islands, digits, and text without hidden controls."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from mithaq.web.look import current_look

CONTROLS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NUMBER_SIGNS = str.maketrans({"%": "٪", ".": "٫", ",": "٬"})
SIGN = re.compile(r"^-(?=\d)")


def clean(text: object) -> str:
    """Text without embeddings, overrides and isolates, which can make words read other than they are stored.

    Marks that carry no nesting (LRM, RLM, ALM, joiners) stay: Arabic and Persian need them.
    """
    return str(text).translate(CONTROLS)


def has_letter(text: str) -> bool:
    """Whether a letter of any script is in it."""
    return any(unicodedata.category(character)[0] == "L" for character in text)


def island(text: object) -> SafeString:
    """A reference, a name in the other script, a signed number, a range: in a `<bdi>` that the sentence cannot turn round.

    A bare `<bdi>` without a letter takes the side of the page (`−0.5` would become `0.5−`), so that one is said to be `ltr`.
    """
    shown = clean(text)
    return format_html("<bdi>{}</bdi>", shown) if has_letter(shown) else format_html('<bdi dir="ltr">{}</bdi>', shown)


def arabic_digits() -> bool:
    """Whether this page shows Arabic-Indic digits: an Arabic page whose reader chose them."""
    return get_language() == "ar" and current_look().digits == "arabic"


def in_digits(text: object) -> str:
    """Words and dates of ours in the digits of the reader. Quotes and references keep those of their source."""
    return str(text).translate(ARABIC_INDIC) if arabic_digits() else str(text)


def in_signs(text: str) -> str:
    """A number that is written, in the digits of the reader with the signs that go with them: 12.5%, ١٢٫٥٪."""
    return text.translate(NUMBER_SIGNS).translate(ARABIC_INDIC) if arabic_digits() else text


def _written(text: str) -> str:
    return in_signs(SIGN.sub("−", text))


def number(value: object) -> SafeString | str:
    """A number as people write it: 12,000, −0.5. With a sign it is an island. Decimal zeros at the end are dropped."""
    text = f"{value:,}" if isinstance(value, int | float) or hasattr(value, "as_tuple") else str(value)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    shown = _written(text)
    return shown if text.replace(",", "").replace(".", "").isdigit() else island(shown)


def money(amount: str, currency: str) -> SafeString:
    """A price as an island: 51,000 EUR. `amount` is a decimal number as text."""
    return island(f"{number(Decimal(amount))} {currency}")


def signed(value: int | float) -> SafeString:
    """A difference or a score: +1, 0, −1."""
    return island(_written(f"{value:+,}" if value else "0"))


def percent(value: object) -> SafeString:
    """A share of a hundred: 82.5%."""
    return island(_written(f"{value}%"))


def span(first: object, last: object) -> SafeString:
    """From first to last, as an island: 2014–2016, 09:30–10:00."""
    return island(in_digits(f"{first}–{last}"))
