"""Who says, asks, decides or promises what: the acts of a text in order, with their speakers carried over."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.reading.acts import Act, Scene
from mithaq.reading.cast import Cast
from mithaq.reading.findings import Found
from mithaq.reading.page import Page
from mithaq.reading.speech_ar import Listener as ArabicListener
from mithaq.reading.speech_en import Listener as EnglishListener


@dataclass(frozen=True, slots=True)
class Speech:
    """All acts of a page, a row a sentence, with the cast that their speakers come from."""

    cast: Cast
    acts: tuple[tuple[Act, ...], ...]


def listen(page: Page, found: Found) -> Speech:
    """Go through the page once. The same words in another order of documents give the same acts."""
    cast = Cast(page, found)
    scene = Scene(cast)
    listener = ArabicListener(page, scene) if page.language == "ar" else EnglishListener(page, scene)
    return Speech(cast, tuple(tuple(listener.acts(index)) for index in range(len(page.edges))))
