"""Mails (.eml): the text of the message, not of what is attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from mithaq.extraction.lines import Line
from mithaq.extraction.names import safe_name
from mithaq.extraction.paragraphs import joined, words_of
from mithaq.extraction.plain import decode
from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import Extracted
from mithaq.extraction.tidy import paragraphs, tidy, tidy_title
from mithaq.extraction.webpage import article_of

_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
# Lines of a mail that was wrapped when it was sent: no line is longer, and one that goes on below is not short.
_LONGEST_WRAPPED, _SHORTEST_WRAPPED = 100, 40


def read(data: bytes) -> Extracted:
    """The text of the mail in `data`, as plain text where it has it, else from its HTML; the subject is the title.

    Attachments are named in a note. Raises Refusal: encrypted, no_text.
    """
    message = message_from_bytes(data, policy=default)
    if message.get_content_type() in _ENCRYPTED:
        raise Refusal("encrypted")
    text, notes = _text(message)
    if not text:
        raise Refusal("no_text")
    names = ", ".join(dict.fromkeys(_attached(message)))
    notes += (f"attachments: {names}",) if names else ()
    return Extracted(text, "message/rfc822", tidy_title(str(message["Subject"] or "")), None, notes)


def _text(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    for form in ("plain", "html"):
        body = message.get_body(preferencelist=(form,))
        content, notes = _decoded(body) if body else ("", ())
        if form == "plain" and content.strip():
            return _unwrapped(content), notes
        if content.strip():
            text, _, more = article_of(content)
            return text, notes + more
    return "", ()


def _decoded(part: MIMEPart) -> tuple[str, tuple[str, ...]]:
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    try:
        return decode(content, part.get_content_charset())
    except Refusal:
        return content.decode("utf-8", "replace"), ("lost_letters",)


def _unwrapped(content: str) -> str:
    """The text with lines joined that the sender's program broke to fit a narrow window."""
    content = tidy(content)
    lines = [Line(line, 0, len(line), -at, 1) for at, line in enumerate(content.split("\n")) if line]
    if max(line.right for line in lines) > _LONGEST_WRAPPED:
        return content
    return tidy(paragraphs(joined(lines, words_of(lines), _SHORTEST_WRAPPED)))


def _attached(message: EmailMessage) -> Iterator[str]:
    """The names of files and mails inside; pictures that the message shows itself are not counted."""
    for part in message.walk():
        name = part.get_filename() or ("mail.eml" if part.get_content_type() == "message/rfc822" else None)
        if name and not (part.get_content_maintype() == "image" and part["Content-ID"]):
            yield safe_name(name)
