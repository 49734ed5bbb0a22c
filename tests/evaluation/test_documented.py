"""`docs/evaluation.md` has every function with every field, and the bench of evaluation runs."""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
import typing
from pathlib import Path

import pytest

import mithaq.evaluation
from bench import training_claims, training_coverage, training_disclosure, training_size, training_speed

DOCUMENT = Path(__file__).parents[2] / "docs" / "evaluation.md"
ROWS = {
    found[1]: line
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
    if (found := re.match(r"\| `(\w+)\(([^)]*)\)`", line))
}


@pytest.mark.parametrize("name", mithaq.evaluation.__all__)
def test_a_function_is_documented_with_its_arguments_and_its_fields(name: str) -> None:
    function, row = getattr(mithaq.evaluation, name), ROWS[name]
    asked = re.match(r"\| `\w+\(([^)]*)\)`", row)
    assert asked is not None
    told = [part.split("=")[0].strip() for part in asked[1].split(",")]
    assert told == list(inspect.signature(function).parameters)
    shape = typing.get_type_hints(function, vars(sys.modules[function.__module__]))["return"]
    if dataclasses.is_dataclass(shape):
        for field in dataclasses.fields(shape):
            assert f"`{field.name}`" in row, field.name


def test_nothing_is_documented_that_is_not_there() -> None:
    assert set(ROWS) <= set(mithaq.evaluation.__all__) | {"mithaq"}


def test_the_bench_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training_size, "SIZE", 0.002)
    parts = (training_coverage, training_claims, training_disclosure, training_speed)
    found = {figure.name: figure for part in parts for figure in part.figures()}
    assert found["training.tables_recovered"].value == found["training.recovered"].value == 0
    assert {"training.full", "training.memory", "training.6x2.covered", "training.false_alarms"} <= set(found)
