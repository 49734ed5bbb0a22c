"""The reader: how right on the dev set, how fast, how soon it starts, how much memory it takes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.figure import Figure
from mithaq.reading.reader import read

SETS = Path(__file__).parents[2] / "shared" / "reading"
SENTENCES = 20_000
# What each score is to reach on the dev set.
GOALS = {
    "macro": 0.80, "dates": 0.90, "parties": 0.93, "people": 0.85, "commitments": 0.75, "statements": 0.60,
    "figures": 0.70, "sentences": 0.97, "meetings": None, "areas": None,
}  # fmt: skip
# A text of the genre for machines without the reading sets.
SAMPLE = (
    "أكد الأمين العام لحلف شمال الأطلسي خلال لقائه وزير خارجية دولة الكويت أمس، أهمية تعزيز التعاون في إطار مبادرة إسطنبول "
    "للتعاون. ودعا الجانبان إلى عقد الاجتماع الرابع للمجموعة الاستشارية في الدوحة يومي 3 و4 مايو المقبل. "
    "وأوضح أن المركز الإقليمي درب أكثر من 800 مشارك من ست دول منذ عام 2017.\n"
)


def figures() -> Iterator[Figure]:
    """Scores where the reading sets are beside the repository; speed, start and memory everywhere."""
    documents = list(_documents())
    if documents:
        yield from _scores()
    yield _speed(documents or [(SAMPLE, "ar", "2019-04-20")])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before a text of 5 MB is read
    yield Figure("reading.memory", memory, "MB", goal=150, at_most=True)
    yield _long(documents or [(SAMPLE, "ar", "2019-04-20")])
    yield _start()


def _documents() -> Iterator[tuple[str, str, str | None]]:
    """Text, language and day of publication of each document of the dev set."""
    for gold in sorted((SETS / "dev").glob("*.json")):
        given = json.loads(gold.read_text(encoding="utf-8"))
        yield gold.with_suffix(".txt").read_bytes().decode(), given["language"], given["published"]


def _scores() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        for gold in sorted((SETS / "dev").glob("*.json")):
            given = json.loads(gold.read_text(encoding="utf-8"))
            text = gold.with_suffix(".txt").read_bytes().decode()
            reading = read(text, language=given["language"], published=given["published"]).as_dict()
            (Path(folder) / gold.name).write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, str(SETS / "score.py"), str(SETS / "dev"), folder, "--json"]
        scores: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["all"]
    for name, goal in GOALS.items():
        score = scores[name] if name == "macro" else scores[name]["f1"]
        if score is not None:
            yield Figure(f"reading.{name}", score, "F1", goal)


def _speed(documents: list[tuple[str, str, str | None]]) -> Figure:
    """Sentences a CPU second, the documents read again and again up to SENTENCES, lexicons loaded before."""
    for text, language, published in documents:
        read(text, language=language, published=published)
    done, begin = 0, time.process_time()
    while done < SENTENCES:
        for text, language, published in documents:
            done += len(read(text, language=language, published=published).sentences)
    return Figure("reading.speed", done / (time.process_time() - begin), "sentences/CPU s", goal=2_000)


def _long(documents: list[tuple[str, str, str | None]]) -> Figure:
    """How much dearer a sentence is in one text of 5 MB than in one of a twentieth of it."""
    unit = "\n".join(text for text, language, _ in documents if language == "ar")
    whole = unit * max(1, 5_000_000 // len(unit.encode()))

    def cost(text: str) -> float:
        begin = time.process_time()
        sentences = len(read(text, language="ar", published="2019-04-20").sentences)
        return (time.process_time() - begin) / sentences

    return Figure("reading.long", cost(whole) / cost(whole[: len(whole) // 20]), "times", goal=2, at_most=True)


def _start() -> Figure:
    """The best of five runs of `mithaq read` on one short file, from start to end."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(SAMPLE)
        file.flush()
        command = [sys.executable, "-m", "mithaq.cli.main", "read", file.name]
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True)
            times.append(time.perf_counter() - begin)
    return Figure("reading.start", min(times), "s", goal=0.7, at_most=True)
