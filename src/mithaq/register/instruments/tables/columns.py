"""Which column of a file is what: by the names that ministries, centres and Moodle give them, in Arabic and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from mithaq.core.text import fold

FIELDS = {  # what a column can be, with its name for people
    "course": _("Course, by its code"),
    "offering": _("Offering, by its reference"),
    "party": _("Party"),
    "person": _("Person, by number or code"),
    "name": _("Name"),
    "first_name": _("First name"),
    "last_name": _("Family name"),
    "email": _("E-mail"),
    "pre": _("Score before"),
    "post": _("Score after"),
    "followup": _("Score six months later"),
    "score": _("Score of this test"),
    "max": _("Highest score"),
    "area": _("Area"),
    "on": _("Day of this test"),
    "pre_on": _("Day of the test before"),
    "post_on": _("Day of the test after"),
    "followup_on": _("Day of the test six months later"),
    "completed": _("Completed"),
    "language": _("Language of the test"),
}
SCORES = ("pre", "post", "followup", "score")
DAYS = ("on", "pre_on", "post_on", "followup_on")
NAMES = ("name", "first_name", "last_name", "email")
_ALSO = {
    "course": ("course code", "الدورة", "دورة", "رمز الدورة"),
    "offering": ("activity", "run", "reference", "الانعقاد", "انعقاد", "مرجع الانعقاد", "النشاط"),
    "party": ("state", "country", "nation", "الطرف", "طرف", "الدولة", "دولة"),
    "person": ("id", "id number", "number", "participant", "trainee", "الشخص", "شخص", "المتدرب", "الرقم", "رقم"),
    "name": ("full name", "الاسم", "الاسم الكامل", "اسم المتدرب"),
    "first_name": ("first name", "given name", "الاسم الاول"),
    "last_name": ("surname", "last name", "family name", "الاسم الاخير", "اسم العائلة", "العائلة", "اللقب"),
    "email": ("email address", "e mail", "البريد الالكتروني", "عنوان البريد الالكتروني"),
    "pre": ("before", "pre test", "pretest", "قبل", "القبلي", "الاختبار القبلي", "درجة القبلي"),
    "post": ("after", "post test", "posttest", "بعد", "البعدي", "الاختبار البعدي", "درجة البعدي"),
    "followup": ("follow up", "after six months", "المتابعة", "اختبار المتابعة"),
    "score": ("grade", "points", "mark", "result", "الدرجة", "درجة", "النتيجة", "العلامة"),
    "max": ("maximum", "out of", "highest score", "الحد الاعلي", "الدرجة القصوي", "الدرجة العظمي"),
    "area": ("المجال", "مجال"),
    "on": ("date", "day", "test date", "التاريخ", "تاريخ الاختبار"),
    "pre_on": ("pre date", "date before", "تاريخ القبلي", "تاريخ الاختبار القبلي"),
    "post_on": ("post date", "date after", "تاريخ البعدي", "تاريخ الاختبار البعدي"),
    "followup_on": ("follow up date", "تاريخ المتابعة"),
    "language": ("lang", "test language", "اللغة", "لغة", "لغة الاختبار"),
    "completed": ("complete", "passed out", "اكمل", "اتم", "اتم الدورة", "اكمل الدورة"),
}
_PLAIN = re.compile(r"[\s_\-.:*()]+")
_OUT_OF = re.compile(r"\s*/\s*(\d+(?:[.,]\d+)?)\s*$")  # Moodle: Grade/10.00, Q. 1 /1.00
_QUESTION = re.compile(r"(?:q|question|item|س|سوال|السوال|بند)\s?(\d{1,3})")
_CHOICE = re.compile(
    r"(?:choice|choice in question|response|answer|اختيار|الاختيار|الاختيار في السوال|اجابه|الاجابه|استجابه|الاستجابه)\s?(\d{1,3})"
)
ITEM = re.compile(
    r"([qc])(\d{1,3})"
)  # what a column of an item stands for: its points or the answer itself, or its choice


def plain(name: str) -> str:
    """The name of a column as it is compared: folded, without points, dashes and the like."""
    return " ".join(_PLAIN.sub(" ", fold(name).text).split())


BY_NAME = {plain(name): field for field, names in _ALSO.items() for name in (field, *names)}
_MOODLE = {
    "completed": "on",
    "الانتهاء": "on",
    "اكتمل": "on",
    "state": "",
    "الحالة": "",
    "started on": "",
    "started": "",
}
MOODLE = {plain(name): field for name, field in _MOODLE.items()}
MOODLE_MARKS = frozenset({"started on", "started", "time taken", "duration", "بدا في", "بدات في", "الوقت المستغرق"})


@dataclass(frozen=True, slots=True)
class Matched:
    """Which column stands for which field, by place. `questions`: by the number of a question the column of its points, or of
    the answer itself; `choices`: that of what was chosen. `most`: of a column the points that its name says are the most.
    `moodle`: it is a grade export."""

    fields: dict[str, int]
    questions: dict[int, int]
    choices: dict[int, int]
    most: dict[int, Decimal]
    moodle: bool

    def field_of(self, column: int) -> str:
        """What this column stands for; empty where it is left out."""
        for field, at in self.fields.items():
            if at == column:
                return field
        items = [(f"q{number}", at) for number, at in self.questions.items()]
        items += [(f"c{number}", at) for number, at in self.choices.items()]
        return next((field for field, at in items if at == column), "")

    @property
    def scored(self) -> bool:
        """Whether there is a column of scores."""
        return any(name in self.fields for name in SCORES)

    @property
    def items(self) -> list[int]:
        """The numbers of the questions that have a column, in their order."""
        return sorted({*self.questions, *self.choices})


def matched(header: Sequence[str], said: Mapping[str, str]) -> Matched:
    """What the columns of this header are: as it was said (by the name of the column; empty leaves it out), else by name.

    A field belongs to the first column that has it.
    """
    most: dict[int, Decimal] = {}
    names = []
    for at, name in enumerate(header):
        if found := _OUT_OF.search(fold(name).text):
            most[at] = Decimal(found[1].replace(",", "."))
        names.append(plain(_OUT_OF.sub("", fold(name).text)))
    moodle = bool(MOODLE_MARKS & set(names)) and bool(most)
    fields: dict[str, int] = {}
    items: dict[str, dict[int, int]] = {"q": {}, "c": {}}
    for at, name in enumerate(names):
        field = said[header[at]] if header[at] in said else _by_name(name, moodle=moodle, out_of=at in most)
        if asked := ITEM.fullmatch(field):
            items[asked[1]].setdefault(int(asked[2]), at)
        elif field in FIELDS:
            fields.setdefault(field, at)
    return Matched(fields, items["q"], items["c"], most, moodle)


def _by_name(name: str, *, moodle: bool, out_of: bool) -> str:
    if asked := _QUESTION.fullmatch(name):
        return f"q{int(asked[1])}" if out_of or not moodle else ""  # without points it is what Moodle asked
    if asked := _CHOICE.fullmatch(name):
        return f"c{int(asked[1])}"
    if moodle and name in MOODLE:
        return MOODLE[name]
    return BY_NAME.get(name) or _by_label().get(name, "")


@cache
def _by_label() -> dict[str, str]:
    """The fields by what they are called on pages, in either language."""
    found: dict[str, str] = {}
    for language in ("ar", "en"):
        with override(language):
            found |= {plain(str(words)): field for field, words in FIELDS.items()}
    return found


def strange(fields: Iterable[str]) -> list[str]:
    """Those of these that no column can be."""
    return [one for one in fields if one and one not in FIELDS and not ITEM.fullmatch(one)]


def field_words(field: str) -> str:
    """What this field is called for people; empty for none."""
    if asked := ITEM.fullmatch(field):
        words = gettext("Question %(number)s") if asked[1] == "q" else gettext("Choice in question %(number)s")
        return words % {"number": int(asked[2])}
    return str(FIELDS.get(field, field))
