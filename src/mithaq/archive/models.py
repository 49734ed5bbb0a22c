"""Documents, their texts, citations, and the rows that make all records findable. Each row carries its label."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked


class Document(Marked):
    """Something that was said or written, as it came. Its text is in Text; the bytes lie in the data folder by hash."""

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=2, choices=[("ar", "ar"), ("en", "en")])
    published = models.CharField(max_length=10, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, blank=True)  # where it was taken from
    file_name = models.CharField(max_length=255, blank=True)
    media_type = models.CharField(max_length=100, default="text/plain")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    notes = models.CharField(max_length=500, blank=True)  # what extraction warned of
    demonstration = models.BooleanField(default=False)
    added_by = models.CharField(max_length=150)
    added_party = models.CharField(max_length=16, blank=True)
    added_at = models.DateTimeField()
    edition = models.PositiveIntegerField(default=1)
    read_edition = models.PositiveIntegerField(default=0)  # the edition that the reader read last; 0: none yet
    sentences = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["label", "-added_at", "-id"], name="document_label"),
            models.Index(fields=["-added_at", "-id"], name="document_page"),
            models.Index(
                fields=["-id"], name="document_unread", condition=models.Q(read_edition__lt=models.F("edition"))
            ),
            models.Index(fields=["ref"], name="document_ref"),
            models.Index(fields=["sha256"], name="document_hash"),
        ]


class Text(Marked):
    """The text of one edition of a document; a corrected text is a new edition, the old one stays.

    `spans`: ``[[start, end], ...]`` of its sentences in order. Sentence n of a permalink is ``spans[n - 1]``.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="texts")
    edition = models.PositiveIntegerField()
    text = models.TextField()
    spans = models.JSONField(default=list)
    added_by = models.CharField(max_length=150)
    added_at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["document", "edition"], name="one_text_an_edition")
        ]


class Citation(Marked):
    """The span of a document that a record rests on: ``text[start:end] == quote`` in that edition, in sentence `number`."""

    public_id = PublicId()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="citations")
    edition = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["document", "number"], name="citation_document")]


class Entry(Marked):
    """One findable thing: a document or a record. `kind` and `thing` say what; its words are in Term.

    `text` is what a hit shows of a record; a document's is in Text. `length` counts words.
    """

    kind = models.CharField(max_length=16)
    thing = models.CharField(max_length=22)
    ref = models.CharField(max_length=24, blank=True)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    length = models.PositiveIntegerField(default=0)
    day = models.CharField(max_length=10, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-day", "-id"], name="entry_day"),
            models.Index(fields=["kind", "-day", "-id"], name="entry_kind"),
            models.Index(fields=["ref"], name="entry_ref"),
        ]
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["kind", "thing"], name="one_entry_a_thing")]


class Term(Marked):
    """How often a word occurs in an entry. `word` is the stem, `forms` the exact folded words with blanks around each.

    One row a stem: what is found by an exact word is found through its stem and then by ``forms`` holding it.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, db_index=True)
    word = models.CharField(max_length=40)
    times = models.PositiveIntegerField()
    length = models.PositiveIntegerField()  # of the entry, so that a score needs no join
    forms = models.CharField(max_length=1000)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["word", "label", "entry", "times", "length", "forms"], name="term_word")
        ]


class LabelCount(Marked):
    """How many entries and words lie under one label: what BM25 needs to know of the whole, in visible pieces."""

    entries = models.IntegerField(default=0)
    words = models.IntegerField(default=0)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(fields=["label"], name="one_count_a_label")]
