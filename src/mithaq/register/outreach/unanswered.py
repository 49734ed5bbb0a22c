"""Lines that wait for the answers of parties: proven, not retired, in no agreed text. Inside a visit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from mithaq.register.outreach.models import Line, Proof, Stand, Wording
from mithaq.register.outreach.models.houses import State


def put_to_parties() -> QuerySet[Line]:
    """The lines that can be agreed to as they read now, with `worded` and `proven`: since when they read so, and are proven
    (None for a message, which rests on its lines). The house is loaded."""
    worded = Wording.objects.filter(line=OuterRef("pk"), number=OuterRef("wording")).values("at")[:1]
    proofs = Proof.objects.filter(line=OuterRef("pk"), label=OuterRef("label"))
    rows: QuerySet[Line] = Line.objects.filter(Q(overarching=True) | Exists(proofs), text=None)
    rows = rows.exclude(state=State.RETIRED).exclude(house__state=State.RETIRED).select_related("house")
    return rows.annotate(worded=Subquery(worded), proven=Subquery(proofs.order_by("at").values("at")[:1]))


def unanswered(party: str) -> QuerySet[Line]:
    """Those of them to which this party is asked to agree and did not answer as they read now, the longest first."""
    given = Stand.objects.filter(line=OuterRef("pk"), wording=OuterRef("wording"), party=party)
    rows = put_to_parties().filter(~Exists(given), house__parties__contains=f",{party},")
    return rows.order_by("worded", "pk")


def since(line: Any) -> datetime:
    """Since when a line of `put_to_parties` can be answered."""
    at: datetime = max(filter(None, (line.worded, line.proven)))
    return at
