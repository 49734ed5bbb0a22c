"""The questions that are usual after a course and half a year later, in both languages. The same for graduate and supervisor."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.core.words import Bilingual
from mithaq.register.instruments.scoring import Drawn

YES_NO = (("yes", "نعم", "Yes"), ("no", "لا", "No"))
HOW_OFTEN = (
    ("never", "لم يُطبَّق", "Never"),
    ("seldom", "مرة أو مرتين", "Once or twice"),
    ("monthly", "كل شهر تقريباً", "About once a month"),
    ("weekly", "كل أسبوع أو أكثر", "Every week or more often"),
)
BARRIERS = (
    ("none", "لم يَعُق شيء", "Nothing stood in the way"),
    ("occasion", "لم تسنح فرصة للتطبيق", "There was no occasion"),
    ("time", "ضيق الوقت", "There was no time"),
    ("means", "نقص الأدوات أو المعدات", "Tools or equipment were lacking"),
    ("support", "لم يدعمه الرؤساء", "Superiors did not support it"),
    ("rules", "الأنظمة أو الإجراءات لا تسمح", "Rules or procedures do not allow it"),
    ("moved", "الانتقال إلى عمل آخر", "Moved to other work"),
    ("unlearned", "لم يُتعلّم بما يكفي", "It was not learned well enough"),
)
REACTION = (
    Drawn("scale", Bilingual("شدّت الدورة انتباهي وأبقت اهتمامي بها.", "The course kept me engaged."), "engaging"),
    Drawn("scale", Bilingual("ما دُرّس يتصل بعملي.", "What was taught is relevant to my work."), "relevant"),
    Drawn("scale", Bilingual("سأستعمل في عملي ما تعلّمته.", "I will use at work what I have learned."), "will_use"),
    Drawn("text", Bilingual("ما الذي ينبغي تحسينه في المرة القادمة؟", "What should be better next time?"), "remark"),
)
ANYTHING = Bilingual("ما دُرّس في الدورة", "What was taught in the course")


def usual(level: str, objectives: Iterable[tuple[int, Bilingual]]) -> list[Drawn]:
    """The usual questions of this level: of a reaction, or about the application of each of these objectives; none of a test."""
    if level == "L1":
        return list(REACTION)
    if level != "L3":
        return []
    about: list[tuple[int | None, Bilingual]] = [*objectives] or [(None, ANYTHING)]
    drawn = [one for number, words in about for one in _applied(number, words)]
    example = Bilingual("اذكر مثالاً على ما طُبّق، إن وُجد.", "Give an example of what was applied, if there is one.")
    return [*drawn, Drawn("text", example, "remark")]


def _applied(objective: int | None, words: Bilingual) -> list[Drawn]:
    ar, en = words.ar or words.en, words.en or words.ar

    def asked(about_ar: str, about_en: str) -> Bilingual:
        return Bilingual(f"{ar}: {about_ar}", f"{en}: {about_en}")

    return [
        Drawn(
            "choice",
            asked("هل طُبّق في العمل خلال الأشهر الستة الماضية؟", "was it applied at work in the last six months?"),
            *("applied", YES_NO, objective),
        ),
        Drawn("choice", asked("كم مرة طُبّق؟", "how often was it applied?"), "how_often", HOW_OFTEN, objective),
        Drawn("choice", asked("ما الذي أعاق تطبيقه؟", "what stood in the way?"), "barrier", BARRIERS, objective),
    ]
