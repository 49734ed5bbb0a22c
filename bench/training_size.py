"""How large the benches of training are: BENCH_TRAINING=0.05 makes everything a twentieth of it, to see that it runs. The
figures of such a run say little of coverage, and those of speed are of a smaller table.
"""

from __future__ import annotations

import os

SIZE = float(os.environ.get("BENCH_TRAINING", "1"))
WITHIN = 12.0


def times(full: int) -> int:
    """How often, or how many, at the size that was asked for."""
    return max(2, round(full * SIZE))
