"""One measured figure and its goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`; `goal` is the least (or, with `at_most`, the most) that will do, None where there is none. `error` is
    the standard error of a value that was simulated."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    at_most: bool = False
    error: float | None = None

    @property
    def met(self) -> bool | None:
        """Is the goal reached? None without a goal."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.at_most else self.value >= self.goal

    def as_dict(self) -> dict[str, Any]:
        """What a line of JSON holds."""
        told = {"name": self.name, "value": self.value, "unit": self.unit, "goal": self.goal, "met": self.met}
        return told if self.error is None else told | {"error": self.error}

    def as_line(self) -> str:
        """A line for people."""
        goal = (
            ""
            if self.goal is None
            else f"  goal {'<=' if self.at_most else '>='} {self.goal:g}: {'met' if self.met else 'MISSED'}"
        )
        value = f"{self.value:>12,.3f}" if self.error is None else f"{self.value:>12,.4f} -/+ {self.error:.4f}"
        return f"{self.name:<40} {value} {self.unit}{goal}"
