"""Mails: the message itself, its subject, and what is attached."""

from __future__ import annotations

import pytest

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract
from tests.extraction.files import ARABIC, ENGLISH, mail, page


def _code(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        extract("a.eml", data)
    return raised.value.code


def test_plain_text_comes_before_html() -> None:
    read = extract("a.eml", mail(ARABIC, page("<p>another version</p>")).as_bytes())
    assert (read.text, read.title, read.media_type, read.notes) == (ARABIC, "محضر الاجتماع", "message/rfc822", ())


def test_html_serves_where_the_text_is_missing_or_empty() -> None:
    html = page(f"<p>{ARABIC}</p>")
    assert extract("a.eml", mail(None, html).as_bytes()).text == ARABIC
    assert extract("a.eml", mail(" \n", html).as_bytes()).text == ARABIC


def test_lines_that_the_sender_wrapped_are_joined() -> None:
    wrapped = (
        "The ministers met in Kuwait City on 12 March and agreed to strengthen\n"
        "practical cooperation. They called on the partners to nominate twenty\n"
        "officers by June.\n\nRegards,\nThe desk\n\n> an earlier message that was quoted and is as long as a line may be\n> its end"
    )
    assert extract("a.eml", mail(wrapped).as_bytes()).text == (
        "The ministers met in Kuwait City on 12 March and agreed to strengthen practical cooperation. "
        "They called on the partners to nominate twenty officers by June.\n\nRegards,\n\nThe desk\n\n"
        "> an earlier message that was quoted and is as long as a line may be\n\n> its end"
    )


def test_attachments_are_named() -> None:
    message = mail(ENGLISH)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="جدول \u202eالأعمال.pdf")
    message.add_attachment(mail("inside", subject="x"))
    assert extract("a.eml", message.as_bytes()).notes == ("attachments: جدول الأعمال.pdf, mail.eml",)


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8", "no-such-charset"])
@pytest.mark.parametrize("encoding", ["8bit", "base64"])
def test_the_charset_is_found(charset: str, encoding: str) -> None:
    message = mail("")
    del message["Content-Transfer-Encoding"]
    message.replace_header("Content-Type", f'text/plain; charset="{charset}"')
    message["Content-Transfer-Encoding"] = encoding
    content = ARABIC.encode("utf-8" if charset.startswith("no") else charset)
    if encoding == "base64":
        from base64 import encodebytes  # noqa: PLC0415

        content = encodebytes(content)
    data = message.as_bytes().split(b"\n\n")[0] + b"\n\n" + content
    assert extract("a.eml", data).text == ARABIC


def test_letters_that_cannot_be_made_out_are_noted() -> None:
    head = (
        b"From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    read = extract("a.eml", head + b"Meeting on 3 May \xff\xfe\x81 in Doha")
    assert read.notes == ("lost_letters",)
    assert read.text.startswith("Meeting on 3 May")


def test_an_encrypted_mail() -> None:
    head = b"From: a@example.org\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nabc\n--x--\n"
    assert _code(head) == "encrypted"


def test_a_mail_with_attachments_only() -> None:
    message = mail("")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    assert _code(message.as_bytes()) == "no_text"


def test_no_mail() -> None:
    assert _code(b"The ministers met in Kuwait.") == "wrong_type"
