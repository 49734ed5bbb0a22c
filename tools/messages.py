#!/usr/bin/env python3
"""The message catalogues: ``python tools/messages.py`` takes every msgid out of the sources into locale/{ar,en} and
compiles them. English translates each msgid by itself; what waits for an Arabic translation is listed.

Python is read as Python: gettext calls, the texts of Problem and its kin, `invalid`. Templates are read by Django.
Nothing but Python is needed. The order is that of the files, without line numbers, so that a change stays small.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "mithaq"
LOCALE = SOURCES / "locale"
LANGUAGES = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;",
    "en": "nplurals=2; plural=(n != 1);",
}
FORMS = {"ar": 6, "en": 2}
PROBLEMS = {"Problem", "Refused", "Absent", "Conflict", "TooMuch", "Unreadable"}
Places = tuple[int | None, int, int | None]
Held = dict[tuple[str, int], str]  # a name and the line where it was given a text
# The name of a call -> where its context, msgid and plural stand among its arguments; None: there is none.
CALLS: dict[str, Places] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop", *PROBLEMS), (None, 0, None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    "npgettext": (0, 1, 2),
    "invalid": (None, 1, None),
}


@dataclass(frozen=True, slots=True)
class Message:
    """A msgid as a source has it, and the file it stands in."""

    msgid: str
    plural: str
    context: str | None
    file: str


def messages() -> Iterator[Message]:
    """Every msgid of the sources, file by file, in the order of the text."""
    for path in sorted([*SOURCES.rglob("*.py"), *SOURCES.rglob("*.html"), *SOURCES.rglob("*.txt")]):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield from _of_python(path.read_text(encoding="utf-8"), name)
        elif "templates" in path.parts:
            yield from _of_template(path.read_text(encoding="utf-8"), name)


def _of_template(text: str, name: str) -> Iterator[Message]:
    lines = templatize(text, origin=name).splitlines()
    python = io.BytesIO("\n".join(line.strip() for line in lines).encode())  # its indents mean nothing to Python
    for _, function, found, _ in extract_python(python, dict.fromkeys(CALLS), [], {"encoding": "utf-8"}):
        parts = [str(part or "") for part in found] if isinstance(found, list | tuple) else [str(found)]
        context, msgid, plural = (parts[at] if at is not None else "" for at in CALLS[str(function)])
        if msgid:
            yield Message(msgid, plural, context or None, name)


def _of_python(text: str, name: str) -> Iterator[Message]:
    tree = ast.parse(text)
    kin = PROBLEMS | {one.name for one in ast.walk(tree) if isinstance(one, ast.ClassDef) and _is_problem(one)}
    found = [(node.lineno, node) for node in ast.walk(tree) if isinstance(node, ast.Call | ast.ClassDef)]
    held = _held(tree)
    for _, node in sorted(found, key=lambda pair: pair[0]):
        told = _of_class(node) if isinstance(node, ast.ClassDef) else _of_call(node, kin, held)
        if told:
            yield Message(*told, name)


def _held(tree: ast.Module) -> Held:
    """The sentences that names hold: (name, line) of each assignment of a text, so that a call may name one before it."""
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and _text(node.value)]
    return {
        (target.id, node.lineno): _text(node.value)
        for node in assigned
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _is_problem(node: ast.ClassDef) -> bool:
    return bool(PROBLEMS & {base.id for base in node.bases if isinstance(base, ast.Name)}) or node.name == "Problem"


def _of_class(node: ast.ClassDef) -> tuple[str, str, None] | None:
    for line in node.body if _is_problem(node) else ():
        if isinstance(line, ast.Assign) and [ast.unparse(target) for target in line.targets] == ["text"]:
            return (_text(line.value), "", None) if _text(line.value) else None
    return None


def _of_call(node: ast.Call, kin: set[str], held: Held) -> tuple[str, str, str | None] | None:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    places = CALLS.get(name) or (CALLS["Problem"] if name in kin else None)
    if places is None:
        return None
    given = [node.args[at] if at is not None and at < len(node.args) else None for at in places]
    context, msgid, plural = (_text(part) or _named(part, held) for part in given)
    return (msgid, plural, context or None) if msgid else None


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _named(node: ast.expr | None, held: Held) -> str:
    """The text that a name was given last before this line; nothing if it was given none."""
    if not isinstance(node, ast.Name):
        return ""
    lines = [line for name, line in held if name == node.id and line <= node.lineno]
    return held[node.id, max(lines)] if lines else ""


def catalogue(language: str) -> polib.POFile:
    """The catalogue as it stands; a new one where there is none."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    fresh = polib.POFile(wrapwidth=110)
    fresh.fpath = str(path)
    return fresh


def renewed(old: polib.POFile, language: str, found: Iterable[Message]) -> polib.POFile:
    """The catalogue with exactly these messages; what was translated stays translated, what is gone goes."""
    kept = {(entry.msgctxt, entry.msgid): entry for entry in old}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": LANGUAGES[language],
    }
    entries: dict[tuple[str | None, str], polib.POEntry] = {}
    for message in found:
        key = (message.context, message.msgid)
        entry = entries.get(key) or entries.setdefault(key, _entry(message, kept.get(key), language))
        if (message.file, "") not in entry.occurrences:
            entry.occurrences.append((message.file, ""))
    fresh.extend(entries.values())
    return fresh


def _entry(message: Message, old: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.msgid, msgid_plural=message.plural, msgctxt=message.context)
    entry.flags = ["python-format"] if "%(" in message.msgid else []
    english = language == "en"
    if message.plural:
        before = old.msgstr_plural if old else {}
        own = {0: message.msgid, 1: message.plural}
        entry.msgstr_plural = own if english else {form: before.get(form, "") for form in range(FORMS[language])}
    else:
        entry.msgstr = message.msgid if english else (old.msgstr if old else "")
    return entry


def main() -> None:
    """Renew both catalogues and compile them; say what still waits for a translation."""
    settings.configure(USE_I18N=False)
    found = list(messages())
    for language in LANGUAGES:
        standing = catalogue(language)
        fresh = renewed(standing, language, found)
        path = Path(standing.fpath)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.save(str(path), newline="\n")
        fresh.save_as_mofile(str(path.with_suffix(".mo")))
        waiting = fresh.untranslated_entries()
        print(f"{language}: {len(fresh)} messages, {len(waiting)} without a translation")
        for entry in waiting:
            print(f"  {entry.occurrences[0][0]}: {entry.msgid}")


if __name__ == "__main__":
    main()
