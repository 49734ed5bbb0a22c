"""The files that the tests of extraction read, made here, so that each holds exactly what its test says."""

from __future__ import annotations

import struct
import tempfile
import zipfile
import zlib
from email.message import EmailMessage
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import typst

FONTS = Path(__file__).parents[2] / "src" / "mithaq" / "papers" / "fonts"
NASKH, MONO = "Noto Naskh Arabic", "DejaVu Sans Mono"  # the second comes with typst

ARABIC = (
    "عقد المجلس وحلف شمال الأطلسي (الناتو) اجتماعاً في الكويت بتاريخ 12/03/2026 لبحث سبل تعزيز التعاون في إطار "
    "المبادرة (ICI)، ودعا الوزراء إلى زيادة عدد الدورات إلى 12 دورة في العام 2027."
)
ARABIC_SIGNS = (
    "وأكّد الأمين العام أنّ الاجتماعات تجري كل ستة أشهر وأن نسبة المشاركة بلغت 85% من ثلاثة آلاف ضابط خلال الفترة "
    "2020-2025، وأن برنامج Individual Partnership Programme سيبدأ في الثلاثين من يونيو ٢٠٢٧."
)
ENGLISH = (
    "The ministers met in Kuwait City on 12 March 2026 and agreed to strengthen practical cooperation in the framework "
    "of the Initiative. They called on all partners to nominate twenty officers by June 2027."
)


@lru_cache
def pdf(markup: str) -> bytes:
    """The PDF that typst makes of `markup`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.typ")
        source.write_text(markup, "utf-8")
        made = typst.compile(str(source), font_paths=[str(FONTS)])
    assert isinstance(made, bytes)
    return made


def arabic_pdf(body: str, font: str = NASKH, width: str = "12cm") -> bytes:
    return pdf(
        f"#set page(width: {width}, height: 20cm, margin: 2cm)\n#set par(justify: true)\n"
        f'#set text(font: ("{font}", "Libertinus Serif"), lang: "ar", dir: rtl)\n{body}'
    )


def english_pdf(body: str, width: str = "12cm") -> bytes:
    return pdf(f"#set page(width: {width}, height: 20cm, margin: 2cm)\n#set par(justify: true)\n{body}")


def changed_pdf(data: bytes, change: str, *values: object) -> bytes:
    """A PDF written anew by pypdf after calling its writer's method `change`."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    getattr(writer, change)(*values)
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@lru_cache
def picture() -> bytes:
    """A small grey PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes([200]) * 8 for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def word(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    """The zip `archive` with the part `name`, new or in place of the one that was there."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def part(archive: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return opened.read(name)


def with_change(archive: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The zip `archive` with `old` replaced by `new` in the part `name`."""
    content = part(archive, name)
    assert old in content
    return with_part(archive, name, content.replace(old, new, 1))


def relation(kind: str, target: str, mode: str = "") -> bytes:
    """One relation of a Word file more, before the end of its list."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="x9" Type="{schema}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()


def mail(text: str | None, html: str | None = None, subject: str = "محضر الاجتماع") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "desk@example.org", "mission@example.org", subject
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def page(body: str, head: str = '<meta charset="utf-8">') -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
