"""What may be made use of in a record: only what everybody may see who will see the record.

Otherwise a name that is found, or found twice, in something secret would show in what is not.
"""

from __future__ import annotations

from mithaq.access.models import Label
from mithaq.access.standing import marking_of
from mithaq.access.viewer import visit_or_raise


def as_wide(label: Label, other: Label) -> bool:
    """Whether everybody who sees what bears `other` also sees what bears `label`."""
    return label.marking.joined(other.marking) == other.marking


def labels_as_wide(label_id: int) -> list[int]:
    """The labels, among those the viewer sees, that are as wide as this one. Inside a visit."""
    marking = marking_of(label_id)
    return [seen for seen in visit_or_raise().labels if marking_of(seen).joined(marking) == marking]
