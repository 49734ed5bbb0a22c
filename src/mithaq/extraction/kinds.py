"""Which kinds of file are read, and whether the content is what the name says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mithaq.extraction.refusals import Refusal

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_OTHERS = (*_PICTURES, b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
# How Word marks an encrypted file: a stream of this name in an OLE container.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_HTML_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(rb"<(?:html|head|body|title|p|div|h1|article|table|br|span)\b", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rb"^(?:From|To|Cc|Subject|Date|Received|Return-Path|Reply-To|Message-ID|MIME-Version|Content-Type|X-[\w-]+|Delivered-To)"
    rb"[ \t]*:",
    re.I | re.M,
)
_FIRST_LINE = re.compile(rb"(?:>?From .*\r?\n)?[!-9;-~]+[ \t]*:")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `parser` is its module in this package; plain text needs none."""

    media_type: str
    parser: str


TEXT = Kind("text/plain", "plain")
HTML = Kind("text/html", "webpage")
WORD = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word")
PDF = Kind("application/pdf", "pdf")
MAIL = Kind("message/rfc822", "mail")

KINDS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".docx": WORD,
    ".pdf": PDF,
    ".eml": MAIL,
}
_WITH_MACROS = (".docm", ".dotm", ".xlsm", ".pptm")


def kind_of(extension: str, data: bytes) -> Kind:
    """The kind that extension and content agree on.

    Raises Refusal: empty, unknown_type, macros, encrypted, wrong_type.
    """
    if not data.strip():
        raise Refusal("empty")
    extension = extension.lower()
    if extension in _WITH_MACROS:
        raise Refusal("macros")
    kind = KINDS.get(extension)
    if kind is None:
        raise Refusal("unknown_type")
    if data.startswith(_OLE) and kind is WORD and _ENCRYPTED in data:
        raise Refusal("encrypted")
    if not _agrees(kind, data):
        raise Refusal("wrong_type")
    return kind


def _agrees(kind: Kind, data: bytes) -> bool:
    start = data[:1024]
    if kind is PDF:
        return b"%PDF-" in start
    if kind is WORD:
        return data.startswith(_ZIP)
    if data.startswith((_OLE, *_ZIP, *_OTHERS)) or start.lstrip().startswith(b"%PDF-"):
        return False
    if kind is TEXT:
        return not _HTML_START.match(start)
    return _is_html(data) if kind is HTML else _is_mail(data)


def _is_html(data: bytes) -> bool:
    """UTF-16 pages are taken at their word: their tags are not in single bytes."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or bool(_TAG.search(data[:100_000]))


def _is_mail(data: bytes) -> bool:
    return bool(_FIRST_LINE.match(data.lstrip())) and bool(_MAIL_HEADER.search(data[:20_000]))
