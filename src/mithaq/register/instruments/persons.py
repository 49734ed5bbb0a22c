"""Pseudonyms: by what a person is known here. Never a name: what looks like one is turned into a code that tells nobody who."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from mithaq.core.text import fold

LONGEST = 24
SHORT = 3  # so short a word may be a code without a digit


def as_code(said: str) -> str:
    """What was said of a person as it is kept: Arabic and Persian digits as 0 to 9, no blanks around it."""
    return said.strip() if said.isascii() else fold(said).cased.strip()


def is_code(said: str) -> bool:
    """Whether this can be a number or code and no name or address: short, in one piece, with a digit."""
    if not 0 < len(said) <= LONGEST or "@" in said or any(letter.isspace() for letter in said):
        return False
    return len(said) <= SHORT or any(letter.isdigit() for letter in said)


def pseudonym(said: str) -> str:
    """The code that stands for this name or address in this house, always the same, whatever its capitals and accents; without
    the secret of the house nobody can go from one to the other."""
    folded = " ".join(fold(said).text.split())
    return "P" + salted_hmac("mithaq.person", folded, algorithm="sha256").hexdigest()[:14]
