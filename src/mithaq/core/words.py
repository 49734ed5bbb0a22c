"""A name or sentence in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Arabic and in English. One of them may be empty: then the other stands for it."""

    ar: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in this language (``ar`` or ``en``), or in the other one where this one is missing."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)

    def written(self) -> dict[str, str]:
        """As the journal keeps a name: by language, so that each reader is told it in their own."""
        return {"ar": self.ar, "en": self.en}

    def __bool__(self) -> bool:
        return bool(self.ar or self.en)
