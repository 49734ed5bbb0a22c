"""Several commitments changed at once, each by itself: what can be asked, what would come of it, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mithaq.access.operation import OPERATIONS, cleaned_by
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid, Problem
from mithaq.register.commitments.reads import Change, preview_assign, preview_state
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import once

REASON = "reason"


@dataclass(frozen=True, slots=True)
class Several:
    """One act on several commitments: the operation on each, the read that tells before what it would do, the fields."""

    operation: str
    preview: Callable[..., tuple[Change, ...]]
    heading: Promise
    sentence: Promise
    fields: tuple[str, ...]


SEVERAL = {
    "assign": Several(
        "commitments.assign",
        preview_assign,
        _("Who answers for several commitments"),
        _("What you leave empty stays with each as it is. Nothing changes before you have seen what would change."),
        ("owner", "focal", "due", REASON),
    ),
    "state": Several(
        "commitments.change_state",
        preview_state,
        _("Change the state of several commitments"),
        _("One reason for all of them. Nothing changes before you have seen which of them can take this step."),
        ("state", REASON),
    ),
}


def given_in(request: HttpRequest, todo: Several) -> dict[str, str]:
    """The fields that were filled in."""
    texts = {name: request.POST.get(name, "").strip() for name in todo.fields}
    return {name: text for name, text in texts.items() if text}


def check(todo: Several, given: Mapping[str, str]) -> None:
    """Invalid unless the form of the operation takes this, and something is asked."""
    cleaned_by(OPERATIONS[todo.operation].form, {**given, "commitment": "-", "version": "1"})
    if not given.keys() - {REASON}:
        message = gettext("Say at least one of these: who answers, through whom, or by when.")
        raise Invalid({todo.fields[0]: [{"code": "required", "message": message}]})


def would(viewer: Viewer, todo: Several, ids: Sequence[str], given: Mapping[str, str]) -> tuple[Change, ...]:
    """What would change of each of them, as far as the viewer sees them."""
    asked = {name: text for name, text in given.items() if name != REASON}
    return todo.preview(viewer, commitments=",".join(ids), **asked)


def do(request: HttpRequest, todo: Several, rows: Sequence[str], given: Mapping[str, str]) -> tuple[int, list[str]]:
    """Do it with each of these (``id:version``) by itself; how many that were, and why others could not be changed."""
    viewer, standing = viewer_of(request), [row.partition(":") for row in rows]
    refs = {
        one.row.public_id: one.row.ref for one in would(viewer, todo, [public_id for public_id, *_ in standing], {})
    }
    done, problems = 0, []
    for commitment, _sign, version in standing:
        data = {**given, "commitment": commitment, "version": version, "once": once(request, commitment)}
        try:
            OPERATIONS[todo.operation].run(viewer, **data)
        except Problem as problem:
            problems.append(": ".join(filter(None, (refs.get(commitment, ""), problem.in_full(gettext)))))
        else:
            done += 1
    return done, problems
