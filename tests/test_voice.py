"""The Arabic speaks to one reader, in the singular; what can be pressed is a verbal noun. The glossary says so."""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from django.utils.translation import override

import mithaq.web
from mithaq.web.acts import Act
from mithaq.web.signs import SIGNS
from tools.messages import SOURCES, catalogue

MARKS = re.compile(r"[\u064b-\u0652\u0670\u2066-\u2069]")  # vowels and isolates: they change no word
WORD = re.compile(r"[\u0621-\u064a]+")

# The «your» of many, and the words that end in the same two letters by their own root.
YOURS = re.compile(r"[\u0621-\u064a]{1,}كم|[وف]?أنتم")
OWN = re.compile(r"[وفلب]?(?:ال|لل)?(?:[يتنأا]?حكم|محكم|حاكم|محاكم|تراكم|متراكم)|[وفب]?كم")
# Asked of many; the past of many is written otherwise (أجابوا, أضافوا).
ASKED = {
    *(
        "أجيبوا",
        "أضيفوا",
        "أعيدوا",
        "أديروا",
        "اكتبوا",
        "اطلبوا",
        "افتحوا",
        "اذكروا",
        "ابحثوا",
        "انظروا",
        "انقلوا",
        "ارفعوا",
    ),
    *("احذفوا", "اقبلوا", "احفظوا", "ادخلوا", "امنحوا", "اسحبوا", "ضعوا", "قولوا", "كونوا", "اجعلوا"),
}
# Written like the past of many: asked where a clause begins («ثم أرسلوا»), told elsewhere («من أرسلوا»).
EITHER = re.compile(
    r"(?:^|[.:؛!؟]\s*|ثم )(?:أرسلوا|أدخلوا|أغلقوا|أنشئوا|أصدروا|راجعوا|حددوا|بينوا|تابعوا|سجلوا|استعملوا|استخدموا"
    r"|انتظروا|اختاروا|غيروا|صححوا|جربوا|قدموا|اتفقوا|سموا|تأكدوا|تحققوا)(?![\u0621-\u064a])"
)
# «تقولون»: said of many who are spoken to; the nouns of that shape are named.
SAYING = re.compile(r"[وفس]?ت[\u0621-\u064a]{2,}ون(?:ه|ها|هم|نا)?")
NO_SAYING = re.compile(r"[وفس]{0,2}(?:تعاون|تتعاون|تكون|تتكون|تهاون|تتهاون|تدوين)(?:ه|ها|هم|نا)?")

COMMAND = re.compile(
    r"(?:ا(?!ل)[^ا ]{2,3}|ا(?:ختر|عتمد|قترح|ستبعد|ستعمل|نتظر|ستعد)|(?:اد|اط)عُ"
    r"|أ(?:ضف|رسل|غلق|نشئ|وقف|خرج|صدر|عد|عِد|عدّ|زل|ظهر|دخل|جب|لغِ|قِرّ|لحق|رفق|لصق|حل|بقِ|شّر|ثبت|سند|بطل)"
    r"|صفِّ|غيّر|عمّم|حدّد|عيّن|عدّل|ثبّت|رشّح|خطّط|صحّح|صوّب|سمِّ|سجّل|نفّذ|جرّب|شغّل|وزّع|ضيّق|دوّن|بيّن|تبنَّ"
    r"|وافق|راجع|تابع|قابل|ضع|عُد|ردّ?ِ)(?:ها|ه|هم|نا)?"
)
COMMAND_ONLY = re.compile(r"^(?!اسم\b)(?:" + COMMAND.pattern + r")(?![\u0621-\u0652])")
PAST = re.compile(
    r"(?:لم|أضاف|أزال|أعاد|أنشأ|أدرج|أصدر|أجاب|أقرّ|أثبت|أرفق|أحال|أدخل|أخرج|ألغى|أنهى|بدأ|دعا|انضم|اختار|اقترح|اعتمد|سمّى|تبنّى|صاغ|رجع"
    r"|كتب|سجّل|صحّح|غيّر) "
)
PRESSED = re.compile(r"<(button|a class=\"btn|summary class=\"btn)\b[^>]*>(.*?)</(?:button|a|summary)>", re.DOTALL)
SAID = re.compile(r"{% translate \"([^\"]+)\"(?: context \"([^\"]+)\")?")


def spoken_to_many(text: str) -> list[str]:
    """The words in which a text speaks to many."""
    bare = MARKS.sub("", text)
    words = WORD.findall(bare)
    found = [word for word in words if YOURS.fullmatch(word) and not OWN.fullmatch(word)]
    found += [word for word in words if word in ASKED or word[1:] in ASKED]
    found += [word for word in words if SAYING.fullmatch(word) and not NO_SAYING.fullmatch(word)]
    return found + [match.group() for match in EITHER.finditer(bare)]


def pressed() -> Iterator[tuple[str, str]]:
    """(where, Arabic) of what can be pressed: buttons of the templates, acts with their headings, verbs of the desk."""
    told = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in catalogue("ar")}
    for path in sorted(SOURCES.rglob("*.html")):
        for _, inside in PRESSED.findall(path.read_text(encoding="utf-8")):
            for msgid, context in SAID.findall(inside):
                yield path.name, told[context or None, msgid]
    with override("ar"):
        for name in (
            module.name for module in pkgutil.iter_modules(mithaq.web.__path__) if module.name.endswith("acts")
        ):
            module = importlib.import_module(f"mithaq.web.{name}")
            acts: list[Act] = [*getattr(module, "ACTS", {}).values(), *getattr(module, "NEW", {}).values()]
            yield from ((act.operation, str(words)) for act in acts for words in (act.heading, act.button))
        yield from ((code, str(sign.words)) for code, sign in SIGNS["verb"].items())


def test_nothing_in_the_catalogue_speaks_to_many() -> None:
    """Put right in locale/ar/LC_MESSAGES/django.po: لك, طرفك, اكتب."""
    texts = [(entry.msgid, text) for entry in catalogue("ar") for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert {msgid: many for msgid, text in texts if (many := spoken_to_many(text))} == {}


def test_no_explanation_of_a_rule_speaks_to_many() -> None:
    rows = csv.DictReader((files("mithaq.reading") / "rules.csv").read_text("utf-8").splitlines())
    assert {row["rule"]: many for row in rows if (many := spoken_to_many(row["ar"]))} == {}


def test_what_can_be_pressed_is_a_noun() -> None:
    """A noun commands nobody: حفظ, not احفظ."""
    found = list(pressed())
    assert len(found) > 400
    assert [(where, arabic) for where, arabic in found if COMMAND_ONLY.match(arabic)] == []


def test_the_history_makes_nobody_a_man() -> None:
    """Its lines come after a name, of a woman as well: إضافة بند, not أضاف بنداً."""
    with override("ar"):
        told = {code: str(sign.words) for code, sign in SIGNS["operation"].items()}
    assert len(told) > 150
    assert {code: words for code, words in told.items() if PAST.match(words) or COMMAND_ONLY.match(words)} == {}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "صدر لكم.",
            "يراها طرفكم والمركز",
            "بعبارتكم",
            "يمكنكم إغلاق الصفحة.",
            "لغيركم",
            "نجاحكم",
            "ما تقولونه للطرف",
        ),
        *("اطلبوا رابطاً جديداً.", "أجيبوا عن سؤال", "أجب ثم أرسلوا", "حدّدوا الانعقاد.", "أنتم مدعوون"),
    ],
)
def test_what_is_said_to_many_is_found(text: str) -> None:
    assert spoken_to_many(text)


@pytest.mark.parametrize(
    "text",
    [
        *("الحكم على الدورة", "لا حكم فيها", "لم يُحكم فيه بعد", "كم بقي", "وكم شخصاً", "للحكم", "بكم نقطة", "تراكم"),
        *(
            "من أجابوا أولاً",
            "قال من أرسلوا ردّاً",
            "ناقشوه، واتفقوا على عقده",
            "مجال تعاون جديد",
            "فتكون المقارنة",
            "اكتب الاسم",
        ),
    ],
)
def test_what_is_said_to_one_is_left_alone(text: str) -> None:
    assert spoken_to_many(text) == []


@pytest.mark.parametrize(
    "text", ["احفظ", "أضف بنداً", "اختر كلمة مرور", "غيّر الحالة", "أنشئها", "صفِّ الأطراف", "ضعها هناك", "سمِّ مشاركاً"]
)
def test_a_command_is_found(text: str) -> None:
    assert COMMAND_ONLY.match(text)


@pytest.mark.parametrize(
    "text",
    [
        *("حفظ", "إضافة بند", "اختيار كلمة مرور", "اسم الأداة", "اجتماع جديد", "أداة تقييم جديدة", "البدء من جديد"),
        *("سجل المدربين", "عدّ صفحات", "انعقاد", "أهو النداء نفسه؟", "غير متاح", "الأرقام"),
    ],
)
def test_a_noun_is_left_alone(text: str) -> None:
    assert not COMMAND_ONLY.match(text)
