"""Formats: which roles there are at a kind of meeting, what each may do, and which way the meeting goes. Pure.

A format is typed as text, one role or step a line, the parts of a line apart by ``|``:

    observer | مراقب | Observer | attend
    planned | مقرر | Planned | convened held cancelled

A role names its rights, a step the steps that may follow it; a step that names none is an end. Every meeting begins at
``planned`` and can come to be ``held``; only before that can it be ``cancelled``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual

PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"
CODE = re.compile(r"[a-z][a-z0-9_-]{0,23}")
APART = re.compile(r"[\s,،;؛]+")
MOST = 40  # roles or steps of one format


class Right(StrEnum):
    """What a role may do at a meeting. The table is closed: a format chooses among these."""

    ATTEND = "attend"
    SPEAK = "speak"
    RECORD = "record"
    CORRECT = "correct"
    AMEND = "amend"
    DECIDE = "decide"
    CHAIR = "chair"


RIGHTS: dict[Right, Bilingual] = {
    Right.ATTEND: Bilingual("يحضر الجلسات ويطّلع على أوراقها.", "Sits in the room and sees the papers of the meeting."),
    Right.SPEAK: Bilingual("يأخذ الكلمة، وتُحفظ كلمته باسمه.", "Takes the floor; what it says is kept under its name."),
    Right.RECORD: Bilingual(
        "يثبّت ما خرج به الاجتماع بقائله وجملته.", "Records outcomes of the meeting, with speaker and sentence."
    ),
    Right.CORRECT: Bilingual("يطلب تصويب مسودة المحضر.", "Asks for corrections of the draft minutes."),
    Right.AMEND: Bilingual("يقترح تعديل النصوص المشتركة.", "Proposes amendments to joint texts."),
    Right.DECIDE: Bilingual("يُعتدّ بموافقته، وله أن يكسر الصمت.", "Its agreement is needed, and it may break silence."),
    Right.CHAIR: Bilingual(
        "يدير الاجتماع: جدول أعماله ومحضره ونصوصه.", "Leads the meeting: its agenda, its minutes and its texts."
    ),
}
IN_ORDER = tuple(Right)
EVERY_RIGHT = frozenset(IN_ORDER)
CONDUCTS = EVERY_RIGHT - {Right.DECIDE}  # the body that keeps the house: it runs a meeting and agrees to nothing


@dataclass(frozen=True, slots=True)
class RoleSpec:
    """A role at a kind of meeting and what it may do there."""

    code: str
    name: Bilingual
    rights: frozenset[Right]


@dataclass(frozen=True, slots=True)
class Step:
    """A state of a meeting, and the states that may follow it; none: an end."""

    code: str
    name: Bilingual
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """A checked format. Its roles stand in the order in which delegations are listed."""

    code: str
    name: Bilingual
    level: str
    roles: tuple[RoleSpec, ...]
    steps: tuple[Step, ...]
    version: int = 1

    def role(self, code: str) -> RoleSpec | None:
        """The role with this code; None if there is none at such meetings."""
        return next((role for role in self.roles if role.code == code), None)

    def step(self, code: str) -> Step | None:
        """The state with this code; None if such meetings know none."""
        return next((step for step in self.steps if step.code == code), None)

    def rights(self, role: str) -> frozenset[Right]:
        """What this role may do; nothing for a role that there is not."""
        found = self.role(role)
        return found.rights if found else frozenset()

    def after(self, state: str) -> tuple[str, ...]:
        """The states that may follow this one; none for a state that such meetings do not know."""
        found = self.step(state)
        return found.then if found else ()

    @property
    def held(self) -> frozenset[str]:
        """The states in which a meeting has taken place: `held` and all that follow it."""
        return _reached(HELD, _way(self.steps))


def parse_roles(text: str) -> tuple[RoleSpec, ...]:
    """The roles of these lines. Problem for a line that does not fit, an unknown right, or if nobody may chair."""
    roles = tuple(_role(number, parts) for number, parts in _lines(text))
    if not roles:
        raise Problem("Name at least one role, one a line.", code="no_roles")
    _check_once(role.code for role in roles)
    if not any(Right.CHAIR in role.rights for role in roles):
        raise Problem("No role may chair. Give one of them the right “chair”.", code="no_chair")
    return roles


def parse_steps(text: str) -> tuple[Step, ...]:
    """The steps of these lines. Problem for a line that does not fit, or for a way that leads to no end."""
    steps = tuple(Step(code, Bilingual(ar, en), _words(rest.lower())) for _, (code, ar, en, rest) in _lines(text))
    if not steps:
        raise Problem("Name the steps of the meeting, one a line. The first is “planned”.", code="no_steps")
    _check_once(step.code for step in steps)
    _check_way(_way(steps))
    return steps


def in_order(rights: frozenset[Right]) -> tuple[Right, ...]:
    """These rights, each after those that it builds on."""
    return tuple(right for right in IN_ORDER if right in rights)


def text_of(lines: Sequence[RoleSpec] | Sequence[Step]) -> str:
    """Roles or steps as they are typed."""
    return "\n".join(
        f"{one.code} | {one.name.ar} | {one.name.en} | {' '.join(_rest(one))}".rstrip(" |") for one in lines
    )


def _rest(line: RoleSpec | Step) -> Iterable[str]:
    return line.then if isinstance(line, Step) else in_order(line.rights)


def _lines(text: str) -> Iterator[tuple[int, tuple[str, str, str, str]]]:
    """Number and parts of each line that is not empty."""
    told = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(told) > MOST:
        raise Problem("These are more than %(most)s lines.", code="too_many", most=MOST)
    for number, line in told:
        code, ar, en, rest, *more = [part.strip() for part in line.split("|")] + ["", "", "", ""]
        if not (code and ar and en) or any(more):
            raise Problem(
                "Line %(line)s does not fit. Write: code | name in Arabic | name in English | the rest, apart by spaces.",
                code="line",
                line=number,
            )
        if not CODE.fullmatch(code):
            raise Problem(
                "“%(word)s” is no code. Use up to 24 small Latin letters, digits, - and _, a letter first.",
                code="code",
                word=code,
            )
        yield number, (code, ar, en, rest)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, APART.split(text))))


def _role(number: int, parts: tuple[str, str, str, str]) -> RoleSpec:
    code, ar, en, rest = parts
    rights = _words(rest.lower())
    for right in rights:
        if right not in EVERY_RIGHT:
            raise Problem(
                "There is no right “%(right)s” (line %(line)s). Choose among: %(rights)s.",
                code="unknown_right",
                right=right,
                line=number,
                rights=", ".join(Right),
            )
    return RoleSpec(code, Bilingual(ar, en), frozenset(map(Right, rights)))


def _check_once(codes: Iterable[str]) -> None:
    seen = set()
    for code in codes:
        if code in seen:
            raise Problem("“%(word)s” is named twice.", code="twice", word=code)
        seen.add(code)


def _way(steps: Iterable[Step]) -> dict[str, tuple[str, ...]]:
    return {step.code: step.then for step in steps}


def _reached(start: str, way: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """This state and all that can come after it."""
    seen, waiting = set(), [start] if start in way else []
    while waiting:
        state = waiting.pop()
        if state not in seen:
            seen.add(state)
            waiting.extend(way[state])
    return frozenset(seen)


def _check_way(way: Mapping[str, tuple[str, ...]]) -> None:
    """Problem where a step leads to one that is not there, is reached by none, leads to no end, or `held` does not hold."""
    for state, then in way.items():
        for after in then:
            if after not in way:
                raise Problem(
                    "“%(word)s” leads to “%(after)s”, which is no step here. Add it as a line.",
                    code="unknown_step",
                    word=state,
                    after=after,
                )
    if PLANNED not in way:
        raise Problem("There is no step “planned”, with which every meeting begins. Add it.", code="no_start")
    if HELD not in way:
        raise Problem("There is no step “held”. Without it no meeting of this format would ever count.", code="no_held")
    for state in way:
        if state not in _reached(PLANNED, way):
            raise Problem(
                "Nobody reaches the step “%(word)s”. Let another step lead to it.", code="unreached", word=state
            )
        if not any(not way[after] for after in _reached(state, way)):
            raise Problem(
                "From “%(word)s” there is no way to an end. Let a step lead nowhere.", code="no_end", word=state
            )
    _check_held(way)


def _check_held(way: Mapping[str, tuple[str, ...]]) -> None:
    for state in (PLANNED, CANCELLED):
        if state in _reached(HELD, way):
            raise Problem(
                "What was held cannot become “%(word)s” any more. Let no step after “held” lead there.",
                code="after_held",
                word=state,
            )
    if way.get(CANCELLED):
        raise Problem("“cancelled” is an end. Let it lead nowhere.", code="cancelled_end")
