"""What makes documents and records findable. Inside a visit that writes."""

from __future__ import annotations

from django.db.models import F

from mithaq.access.inserting import insert_rows
from mithaq.access.models import Label
from mithaq.archive.analysis import Analysis, analyse
from mithaq.archive.models import Entry, LabelCount, Term
from mithaq.core.words import Bilingual

NO_TITLE = Bilingual("", "")


def index_record(
    kind: str, thing: str, label: Label, day: str, *texts: str, ref: str = "", title: Bilingual = NO_TITLE
) -> None:
    """Make a record findable by these texts, its title and its reference, in place of what was indexed for it before.

    `kind` is one of `mithaq.archive.reads.named.KINDS`; `thing` the public id; `day` partial or empty; `ref` and `title` are
    what a hit shows. The label must be the record's own. Inside a visit that writes.
    """
    shown = "\n".join(filter(None, texts))
    forget_record(kind, thing)
    index(kind, thing, label, day, analyse(title.ar, title.en, shown), ref=ref, title=title, text=shown)


def index(
    kind: str, thing: str, label: Label, day: str, analysis: Analysis, *, ref: str, title: Bilingual, text: str = ""
) -> None:
    """As `index_record`, of what is not indexed yet and was analysed before. Inside a visit that writes."""
    entry = Entry.objects.create(
        label=label,
        kind=kind,
        thing=thing,
        ref=ref,
        title_ar=title.ar[:300],
        title_en=title.en[:300],
        text=text,
        length=analysis.length,
        day=day,
    )
    rows = ((label.id, entry.pk, w.stem, w.times, analysis.length, w.forms) for w in analysis.words)
    insert_rows(Term, ("label_id", "entry_id", "word", "times", "length", "forms"), rows)
    _count(label.id, 1, analysis.length)


def forget_record(kind: str, thing: str) -> None:
    """Let a record be found no more; nothing happens if it was not indexed. Inside a visit that writes."""
    entry = Entry.objects.filter(kind=kind, thing=thing).first()
    if entry is not None:
        Term.objects.filter(entry=entry).delete()
        entry.delete()
        _count(entry.label_id, -1, -entry.length)


def _count(label_id: int, entries: int, words: int) -> None:
    changes = {"entries": F("entries") + entries, "words": F("words") + words}
    if not LabelCount.objects.filter(label_id=label_id).update(**changes):
        LabelCount.objects.get_or_create(label_id=label_id)
        LabelCount.objects.filter(label_id=label_id).update(**changes)
