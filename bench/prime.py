"""A house of PRIME's size, made the same every time: 200 parties, 2,000 accounts, 100,000 documents, 20,000 commitments.

Rows go straight into an SQLite file, past the operations, because there are some twenty million of them. The words are
made of a vocabulary with the frequencies of a language (a few words often, most of them rarely).
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path

from mithaq.access.markings import Level, Marking
from mithaq.archive.analysis import Analysis, analyse

SOURCE = Path(__file__).resolve().parent.parent / "src" / "mithaq"
SENTENCES = 20
DIFFERENT = 4_000  # texts; each stands in many documents, under other labels and days
NOW = datetime(2026, 11, 1, tzinfo=UTC)
BEATS = 40  # meetings of a series
PEOPLE = 2_000
WRITER = "officer-0"
STATES = ("proposed", "agreed", "under_way", "done", "not_done")
KINDS = ("recommendation", "call", "proposal", "decision", "pledge", "request")
AREAS = ("training_education", "cyber", "maritime", "energy", "crisis_management", "exercises")
GENRE = [
    "التعاون",
    "الشراكة",
    "الأمن",
    "الدفاع",
    "التدريب",
    "الطاقة",
    "المبادرة",
    "الاجتماع",
    "الدول",
    "الأعضاء",
    "الحوار",
    "السياسي",
    "الإقليمي",
    "الدولي",
    "أكد",
    "دعا",
    "أوصى",
    "قرر",
    "الوزير",
    "السفير",
    "الأمين",
    "العام",
    "الحلف",
    "المجلس",
    "المركز",
    "الدورات",
    "التمارين",
    "المعلومات",
    "الخبرات",
    "تعزيز",
    "تطوير",
    "متابعة",
    "تنفيذ",
    "التوصيات",
    "الآليات",
    "المجالات",
    "الجديدة",
    "المشتركة",
    "الجانبين",
    "الأزمات",
    "البحري",
    "السيبراني",
]


@dataclass(frozen=True)
class Size:
    """How much of each."""

    parties: int = 200
    accounts: int = 2_000
    documents: int = 100_000
    commitments: int = 20_000
    meetings: int = 3_000


def build(home: Path, size: Size) -> None:
    """Make the house in this folder, unless it stands there already, made by this very code with these very tables."""
    stamp = home / "prime.stamp"
    made_by = b"".join(path.read_bytes() for path in [Path(__file__), *sorted(SOURCE.rglob("migrations/*.py"))])
    wanted = sha256(made_by + repr(size).encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    home.mkdir(parents=True, exist_ok=True)
    for old in home.glob("mithaq.sqlite3*"):
        old.unlink()
    env = {**os.environ, "MITHAQ_HOME": str(home)}
    subprocess.run([sys.executable, "-m", "mithaq.cli.main", "init"], check=True, env=env)
    with sqlite3.connect(home / "mithaq.sqlite3") as line:
        _Maker(line, size).make()
    stamp.write_text(wanted)


@dataclass(frozen=True)
class _Analysed:
    """A text with the spans of its sentences as JSON, and its words as the index keeps them."""

    text: str
    spans: str
    found: Analysis


def _analysed(text: str) -> _Analysed:
    spans, at = [], 0
    for sentence in text.split(". "):
        spans.append((at, at + len(sentence) + (not sentence.endswith("."))))
        at += len(sentence) + 2
    return _Analysed(text, json.dumps(spans), analyse(text[:60], text))


def put(line: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]], columns: str) -> None:
    """Insert these columns (names with blanks between); what else the table requires is empty text or zero."""
    needed = [
        (name, "0" if "int" in kind or kind == "bool" else "''")
        for _, name, kind, required, default, key in line.execute(f"PRAGMA table_info({table})")
        if required and not key and default is None and name not in columns.split()
    ]
    names = ", ".join(f'"{name}"' for name in (*columns.split(), *(name for name, _ in needed)))
    values = ", ".join(["?"] * len(columns.split()) + [empty for _, empty in needed])
    line.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", rows)


class _Maker:
    """Writes the rows, table by table."""

    def __init__(self, line: sqlite3.Connection, size: Size) -> None:
        self.line, self.size, self.chance = line, size, random.Random(2026)
        self.codes = ["SEC", *(f"P{n:03}" for n in range(1, size.parties))]
        self.markings = list({marking.id: marking for marking in self._markings()}.values())
        self.words, self.weights = _vocabulary(self.chance)
        self.texts = [_analysed(self._text(SENTENCES)) for _ in range(min(DIFFERENT, size.documents))]

    def make(self) -> None:
        """All tables; indexes of the largest are made after their rows."""
        self.line.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000")
        self._put("access_label", ((m.id, m.canonical) for m in self.markings), "id canonical")
        self._parties()
        self._accounts()
        self._mails()
        self._meetings()
        dropped = self._without_indexes("archive_term", "archive_entry")
        self._documents()
        self._commitments()
        for statement in dropped:
            self.line.execute(statement)
        self.line.execute("ANALYZE")

    def _markings(self) -> Iterator[Marking]:
        yield Marking(Level.PUBLIC)
        yield Marking(Level.OFFICIAL, frozenset(self.codes))
        for _ in range(400):
            chosen = self.chance.sample(self.codes[1:], self.chance.choice((1, 1, 2, 4, 10)))
            audience = frozenset([*chosen, "SEC"] if self.chance.random() < 0.6 else chosen)
            yield Marking(self.chance.choice((Level.OFFICIAL, Level.RESTRICTED)), audience)

    def _put(self, table: str, rows: Iterable[tuple[object, ...]], columns: str) -> None:
        put(self.line, table, rows, columns)

    def _label(self) -> Marking:
        return self.markings[
            0 if (x := self.chance.random()) < 0.2 else 1 if x < 0.5 else self.chance.randrange(len(self.markings))
        ]

    def _parties(self) -> None:
        public = self.markings[0].id
        rows = (
            (f"party{c:>17}".replace(" ", "0"), c, "state", f"الطرف {c}", f"Party {c}", "", "", 1, public)
            for c in self.codes
        )
        self._put(
            "access_party",
            rows,
            "public_id code kind name_ar name_en short_ar short_en version label_id",
        )

    def _accounts(self) -> None:
        columns = "username password is_superuser first_name last_name email is_staff is_active date_joined party level roles name_ar name_en language"
        rows = (
            (f"officer-{n}", "!", 0, "", "", f"officer-{n}@example.org", 0, 1, NOW, self.codes[n % len(self.codes)], 2,
             ",secretariat," if n % len(self.codes) == 0 else ",mission_head,", f"موظف {n}", f"Officer {n}", "ar")
            for n in range(self.size.accounts)
        )  # fmt: skip
        self._put("access_account", rows, columns)

    def _mails(self) -> None:
        """Everybody had the one mail of these days: what is measured is not the tick."""
        rows = ((f"officer-{n}", "2099-12-31") for n in range(self.size.accounts))
        self._put("followup_mailsent", rows, "account day")

    def _meetings(self) -> None:
        public = self.markings[0].id
        series = range(1, self.size.meetings // BEATS + 1)
        self._put(
            "meetings_series",
            ((n, f"series{n:016}", f"series-{n}", "advisory_group", "expert", 12, 3, f"السلسلة {n}", f"Series {n}", 1, public) for n in series),
            "id public_id code format level every_months tolerance_months name_ar name_en version label_id",
        )  # fmt: skip
        columns = "id public_id ref series_id ordinal title_ar title_en format level state date until opens closes zone city_ar city_en country host parties source version label_id"
        labels, rows = {}, []
        for n in range(1, self.size.meetings + 1):
            day, label = _day(n, self.size.meetings), self._label()
            labels[n] = label
            opens, closes = f"{day} 07:00:00", f"{day} 14:00:00"
            state = "planned" if date.fromisoformat(day) > NOW.date() else "held"
            rows.append((n, f"meeting{n:015}", f"M-{day[:4]}-{n:04}", n % len(series) + 1, n // len(series) + 1, f"الاجتماع {n}", f"Meeting {n}",
                         "advisory_group", "expert", state, day, "", opens, closes, "Asia/Qatar", "الدوحة", "Doha", "QAT", self.codes[n % 50], "", "made for measuring", 1, label.id))  # fmt: skip
        self._put("meetings_meeting", rows, columns)
        self._tables(labels)

    def _tables(self, labels: dict[int, Marking]) -> None:
        """Around each table six points of the agenda and twelve delegations of four."""
        around = [
            (meeting, label.id, n, code)
            for meeting, label in labels.items()
            for n, code in enumerate(self.codes[meeting % 50 :][:12])
        ]
        points = (
            (f"point{meeting:014}{n:03}", meeting, n, f"البند {n}", f"Point {n}", f",{AREAS[n % 6]},", "", 1, label)
            for meeting, label, n, _ in around
            if 0 < n < 7
        )
        invited = (
            (
                key,
                f"invited{key:015}",
                meeting,
                code,
                "member",
                6,
                NOW,
                "accepted",
                "",
                WRITER,
                NOW,
                WRITER,
                NOW,
                1,
                label,
            )
            for key, (meeting, label, _, code) in enumerate(around, 1)
        )
        named = (
            (f"named{key:014}{k:03}", key, (key * 4 + k) % PEOPLE + 1, "عضو", "Member", k == 0, 1, label)
            for key, (_, label, _, _) in enumerate(around, 1)
            for k in range(4)
        )
        people = (
            (n, f"person{n:016}", f"الشخص {n}", f"Person {n}", "", "", 1, self.markings[0].id)
            for n in range(1, PEOPLE + 1)
        )
        self._put("access_person", people, "id public_id name_ar name_en honorific_ar honorific_en version label_id")
        self._put(
            "meetings_agendaitem", points, "public_id meeting_id number title_ar title_en areas lead version label_id"
        )
        self._put(
            "meetings_invitation",
            invited,
            "id public_id meeting_id party role quota sent_at reply reply_words replied_by replied_at approved_by approved_at version label_id",
        )
        self._put(
            "meetings_participant",
            named,
            "public_id invitation_id person_id function_ar function_en heads version label_id",
        )

    def _text(self, sentences: int) -> str:
        lines = []
        for _ in range(sentences):
            lines.append(
                " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=self.chance.randint(10, 20))) + "."
            )
        return " ".join(lines)

    def _documents(self) -> None:
        counts: dict[int, list[int]] = {}
        numbers = iter(range(1, self.size.documents + 1))
        while batch := list(islice(numbers, 5_000)):
            self._document_batch(batch, counts)
        self._put(
            "archive_labelcount",
            ((label, n, words) for label, (n, words) in counts.items()),
            "label_id entries words",
        )

    def _document_batch(self, numbers: list[int], counts: dict[int, list[int]]) -> None:
        documents, texts, entries, terms = [], [], [], []
        for n in numbers:
            label, text = self._label().id, self.texts[n % len(self.texts)]
            day, public_id = _day(n, self.size.documents), f"document{n:014}"
            ref, title, found = f"D-{day[:4]}-{n:06}", text.text[:60], text.found
            documents.append(
                (
                    n,
                    public_id,
                    ref,
                    title,
                    "ar",
                    day,
                    "text/plain",
                    "0" * 64,
                    len(text.text),
                    WRITER,
                    "SEC",
                    NOW,
                    1,
                    1,
                    SENTENCES,
                    1,
                    label,
                )
            )
            texts.append((n, 1, text.text, text.spans, WRITER, NOW, label))
            entries.append((n, "document", public_id, ref, title, found.length, day, label))
            terms += [(n, w.stem, w.times, found.length, w.forms, label) for w in found.words]
            count = counts.setdefault(label, [0, 0])
            count[0], count[1] = count[0] + 1, count[1] + found.length
        columns = "id public_id ref title language published media_type sha256 size added_by added_party added_at edition read_edition sentences version label_id"
        self._put("archive_document", documents, columns)
        self._put("archive_text", texts, "document_id edition text spans added_by added_at label_id")
        self._put("archive_entry", entries, "id kind thing ref title_ar length day label_id")
        self._put("archive_term", terms, "entry_id word times length forms label_id")

    def _commitments(self) -> None:
        labels = dict(
            self.line.execute(f"SELECT id, label_id FROM archive_document WHERE id <= {self.size.commitments}")
        )
        citations, rows, stands = [], [], []
        for n, label in labels.items():
            words, day, due = self._text(1), _day(n, self.size.commitments), date(2026, 1, 1) + timedelta(days=n % 700)
            citations.append((n, f"citation{n:014}", n, 1, 1, 0, len(words), words, label))
            state, area = STATES[n % 5], f",{AREAS[n % 6]},{AREAS[n % 5]},"
            rows.append((n, f"commitment{n:012}", f"C-{day[:4]}-{n:06}", KINDS[n % 6], words, "", "ar", "", "", "", day, "", f",{self.codes[n % 50]},", f",{self.codes[n % 40]},", area,
                         n % self.size.meetings + 1, n, "", "", "", state, "", self.codes[n % 60], due.isoformat(), n % 101, 0, NOW, 1, label))  # fmt: skip
            stands += [
                (f"stand{n:014}{k:03}", n, self.codes[(n + k) % 60], "accept", "", "", NOW, 1, label)
                for k in range(n % 5)
            ]
        self._put(
            "archive_citation",
            citations,
            "id public_id document_id edition number start end quote label_id",
        )
        columns = "id public_id ref kind words stems language title_ar title_en translation said_on speaker_words by addressees areas meeting_id citation_id source proposal due_words state state_reason owner due percent demonstration added_at version label_id"
        self._put("commitments_commitment", rows, columns)
        self._put(
            "commitments_acceptance",
            stands,
            "public_id commitment_id party stand text_ar text_en at version label_id",
        )

    def _without_indexes(self, *tables: str) -> list[str]:
        found = self.line.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        found = [(name, sql) for name, sql in found if any(f'ON "{table}"' in sql for table in tables)]
        for name, _ in found:
            self.line.execute(f'DROP INDEX "{name}"')
        return [sql for _, sql in found]


def _day(n: int, of: int) -> str:
    return (date(2004, 6, 28) + timedelta(days=n * 8000 // of)).isoformat()


def _vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
    made = {"".join(chance.choices(letters, k=chance.randint(3, 7))) for _ in range(9_000)}
    words = GENRE + sorted(made)
    return words, list(accumulate(1 / (rank + 8) for rank in range(len(words))))
