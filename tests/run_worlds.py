"""Runs and releases in the two worlds of `tests.worlds`: one of Qatar's people in the story, Kuwait's hidden beside it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from mithaq.access.viewer import acting_as
from mithaq.reviews.runs.models import Consent
from mithaq.reviews.runs.reads import release_page
from tests.cast import BADER, DANA, RASHID
from tests.text_worlds import CANARY, Do, Holds
from tests.training_worlds import OF_ALL, WHEN

Seen = dict[str, list[str]]
# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("run", "release", "consent")
MEANS = {name: name for name in CALLED}
ACTS = ("run-release", "run-check", "release-issue", "release-withdraw", "consent-agree", "consent-decline")
SAMPLES: dict[str, list[Any]] = {"format": ["csv", "json"], "course_code": ["RC-7", "RC-6"], "act_name": [*ACTS]}
AUDIENCE = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "SEC"]}


def run_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """A course of which Qatar's people have results, evaluated; a release that was issued, one to which Qatar is asked."""
    acts = (_measure, _propose_again)
    return [lambda act=act: act(ids.seen, do) for act in acts]  # type: ignore[misc]


def _measured(do: Do, code: str, party: str, title: str, label: dict[str, Any]) -> str:
    """A course of the centre with an offering in which seven people of this party have results."""
    given = {"centre": "NATO-ICI-RC", "code": code, "title_en": title, "objectives_en": "One", "areas": ["cyber"]}
    course = do(DANA, "courses.add", **given, **label)
    offering = do(
        DANA, "courses.offer", course=course, **{**WHEN, "begins": "2026-02-01", "ends": "2026-02-05"}, **label
    )
    for at in range(7):
        scores = {"pre": 40 + at, "post": 50 + 2 * at + at % 3, "maximum": 100}
        do(DANA, "results.record", activity=offering, party=party, person=f"P{at}", **scores)
    return course


def _measure(seen: Seen, do: Do) -> None:
    """All at once: what is hidden between the steps stands in no run of the story."""
    course = _measured(do, "RC-7", "QAT", "Measured", OF_ALL)
    seen["run"] = [do(DANA, "findings.evaluate", courses=[course], title_en="Run")]
    release = do(DANA, "releases.propose", run=seen["run"][0], title_en="Release", **AUDIENCE)
    (asked,) = (one.public_id for one in release_page(DANA, release=release).consents)
    do(RASHID, "releases.agree", consent=asked, version=1)
    do(DANA, "releases.issue", release=release, version=1)
    seen["release"], seen["consent"] = [release], [asked]


def _propose_again(seen: Seen, do: Do) -> None:
    release = do(DANA, "releases.propose", run=seen["run"][0], title_en="Another", **AUDIENCE)
    seen["release"].append(release)
    seen["consent"] += [one.public_id for one in release_page(DANA, release=release).consents]


def hide_runs(ids: Any, do: Do) -> None:
    """A run of Kuwait's people, and what was released of it to Kuwait: issued, and asked again."""
    made: Seen = ids.hidden
    if "run" not in ids.seen or "run" in made:
        return
    label = {"level": "RESTRICTED", "audience": ["KWT", "NATO-ICI-RC"]}
    course = _measured(do, "RC-6", "KWT", CANARY, label)
    made["run"] = [_named("run", lambda: do(DANA, "findings.evaluate", courses=[course], title_en=CANARY))]
    given = {"run": made["run"][0], "title_en": CANARY, **label}
    first = _named("release", lambda: do(DANA, "releases.propose", **given))
    asked = f"h{'consent':0>21}"
    with acting_as(BADER, writing=True):
        Consent.objects.update(public_id=asked)
    do(BADER, "releases.agree", consent=asked, version=1)
    do(DANA, "releases.issue", release=first, version=1)
    made["release"], made["consent"] = [first, do(DANA, "releases.propose", **given)], [asked]
    do(DANA, "releases.withdraw", release=first, version=2, reason=CANARY)


def _named(kind: str, make: Callable[[], str]) -> str:
    """What this makes first bears the name of its kind for an id."""
    namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
    namer.called = kind
    return make()
