"""How many queries something takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


def counted(run: Callable[[], Any]) -> int:
    """How many queries it takes, once labels are learnt."""
    run()
    with CaptureQueriesContext(connection) as queries:
        run()
    return len(queries)
