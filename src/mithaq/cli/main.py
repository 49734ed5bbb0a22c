"""``mithaq``: what people type. Reading and evaluating files need neither Django nor a database."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from io import TextIOWrapper

from mithaq.core.errors import Problem

USAGE = """\
mithaq init [--example ici]            make or renew the data folder (MITHAQ_HOME, default var/)
mithaq run [--port N]                  serve pages, and do what is due
mithaq read FILE…                      read documents with no database (mithaq read --help)
mithaq evaluate FILE.csv               what courses brought, with no database (mithaq evaluate --help)
mithaq archive add FILE… --as WHO      put many documents in, read and store them (mithaq archive add --help)
mithaq results take-in FILE --as WHO   scores of courses out of a file, however long (mithaq results take-in --help)
mithaq search QUERY --as WHO           search what WHO may see
mithaq AREA VERB --as WHO [field=value …]   any operation or read: mithaq list names them
mithaq tick                            send what is due now
mithaq found username=… email=… …      the first account of an empty house (mithaq found --help)
mithaq doctor                          what this machine has and lacks
mithaq verify                          whether what is kept is still what came in
mithaq backup FILE                     the database and all files in one ZIP
mithaq restore FILE                    put a backup into an empty data folder
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 2 something a person can put right (said on stderr)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Arabic shows letters by number instead of failing
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _command(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever reads the answer has had enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _command(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    if words[0] == "read":
        from mithaq.cli import read  # noqa: PLC0415  starts without Django

        return read.main(words[1:])
    if words[0] == "evaluate":
        from mithaq.cli import evaluate  # noqa: PLC0415  starts without Django

        return evaluate.main(words[1:])
    return _with_django(words)


def _with_django(words: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mithaq.config.settings")
    import django  # noqa: PLC0415  slow, and not needed to read files

    django.setup()
    from django.utils.translation import override  # noqa: PLC0415

    from mithaq.cli.output import complain  # noqa: PLC0415

    language = _language(words)
    try:
        with override(language) if language else nullcontext():
            return COMMANDS.get(words[0], _registry)(words)
    except Problem as problem:
        with override(language or "ar"):
            complain(problem)
        return 2


def _language(words: list[str]) -> str:
    """The language asked for by --lang, else the account's own, else that of LANG."""
    given = _parser(positional=False).parse_known_args(words)[0]
    if given.lang:
        return str(given.lang)
    if given.account:
        from mithaq.cli.registry import language_of  # noqa: PLC0415

        return language_of(given.account)
    return "en" if os.environ.get("LANG", "").startswith("en") else "ar"


def _parser(*, positional: bool = True) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mithaq", usage=USAGE, add_help=positional)
    if positional:
        parser.add_argument("area")
        parser.add_argument("verb")
        parser.add_argument("fields", nargs="*", metavar="field=value")
    parser.add_argument("--as", dest="account", default="", help="the account that acts")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")
    parser.add_argument("--lang", choices=["ar", "en"], default="", help="the language of the answer")
    parser.add_argument("--once", default="", help="a key of yours: the same key again does nothing")
    return parser


def _registry(words: list[str]) -> int:
    from mithaq.cli import registry  # noqa: PLC0415  after Django

    if words[:2] == ["archive", "add"] and not any(word.startswith(("text=", "file=")) for word in words):
        from mithaq.cli import archive  # noqa: PLC0415

        return archive.main(words[2:])
    if words[:2] == ["results", "take-in"] and not any(word.startswith(("file=", "packed=")) for word in words):
        from mithaq.cli import results  # noqa: PLC0415

        return results.main(words[2:])
    if len(words) < 2:
        raise Problem("Say what to do with “%(area)s”: mithaq list names the verbs.", code="no_verb", area=words[0])
    arguments = _parser().parse_intermixed_args(words)
    viewer, language = registry.viewer_and_language(arguments.account, arguments.lang)
    return registry.run(arguments.area, arguments.verb, arguments, viewer, language)


def _search(words: list[str]) -> int:
    from mithaq.cli import registry  # noqa: PLC0415

    arguments = _parser().parse_intermixed_args(["search", "find", *words[1:]])
    arguments.fields = [f"q={' '.join(arguments.fields)}"]
    viewer, language = registry.viewer_and_language(arguments.account, arguments.lang)
    return registry.run("search", "find", arguments, viewer, language)


def _list(_: list[str]) -> int:
    from mithaq.cli import registry  # noqa: PLC0415

    return registry.names()


def _init(words: list[str]) -> int:
    from mithaq.cli import serve  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="mithaq init")
    parser.add_argument("--example", choices=serve.EXAMPLES, default="")
    return serve.init(parser.parse_args(words[1:]).example)


def _run(words: list[str]) -> int:
    from mithaq.cli import serve  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="mithaq run")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    given = parser.parse_args(words[1:])
    return serve.run(given.port, given.host)


def _tick(_: list[str]) -> int:
    from mithaq.reviews.findings.tick import tick  # noqa: PLC0415

    tick()
    return 0


def _kept(words: list[str]) -> int:
    """A command on the house itself, in a module of its own."""
    from importlib import import_module  # noqa: PLC0415

    module = import_module(f"mithaq.cli.{HOUSE[words[0]]}")
    if words[1:2] in (["-h"], ["--help"]):
        print(module.__doc__)
        return 0
    return int(getattr(module, words[0])(words))


HOUSE = {"found": "found", "doctor": "doctor", "verify": "verify", "backup": "backup", "restore": "backup"}
COMMANDS: dict[str, Callable[[list[str]], int]] = {
    **{"init": _init, "run": _run, "tick": _tick, "search": _search, "list": _list},
    **dict.fromkeys(HOUSE, _kept),
}

if __name__ == "__main__":
    sys.exit(main())
