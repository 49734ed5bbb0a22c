"""Why a file is not read, and what its owner can do: one stable code and one message for each reason."""

from __future__ import annotations

from mithaq.core.errors import Unreadable
from mithaq.extraction import limits


def _(text: str) -> str:
    """Marks the key of a translation. It is said in the user's language where it is shown, not here."""
    return text


REFUSALS = {
    "empty": _("%(name)s is empty. Choose the file again, or save it anew and upload that."),
    "unknown_type": _(
        "%(name)s is of a kind that cannot be read. "
        "Save it as PDF, Word (.docx), web page (.html), mail (.eml) or plain text (.txt)."
    ),
    "wrong_type": _(
        "%(name)s does not hold what its extension says. "
        "Open it in the program it came from and save it anew, or correct the extension."
    ),
    "encrypted": _("%(name)s is protected by a password. Save a copy without a password and upload that."),
    "macros": _("%(name)s holds macros. Save a copy without macros (.docx) and upload that."),
    "active_content": _(
        "%(name)s holds scripts or other files inside it. "
        "Save a copy without them, for instance by printing it to PDF, and upload that."
    ),
    "external_content": _(
        "%(name)s fetches a template, a picture or another part from elsewhere. "
        "Break those links or save it as PDF, and upload that."
    ),
    "too_large": _("%(name)s is larger than %(limit)s MB. Split it into parts, or save it without pictures."),
    "too_large_unpacked": _(
        "%(name)s grows beyond what is allowed when it is unpacked (%(limit)s MB). "
        "Save it anew, without pictures if it has many, or split it into parts."
    ),
    "too_long": _("%(name)s holds more than %(limit)s characters of text. Split it into parts."),
    "wrong_encoding": _("The letters of %(name)s cannot be made out. Save it as plain text in UTF-8 and upload that."),
    "no_text": _(
        "%(name)s holds no text, perhaps only pictures of pages. "
        "Run text recognition on it, or upload the text it was made from."
    ),
    "broken": _("%(name)s is damaged or incomplete. Open it in the program it came from and save it anew."),
    "too_slow": _(
        "Reading %(name)s took more time or memory than one file may have. "
        "Split it into parts, or upload its text as .txt or .docx."
    ),
}

_LIMITS = {
    "too_large": limits.FILE_BYTES // limits.MEGABYTE,
    "too_large_unpacked": limits.UNPACKED_BYTES // limits.MEGABYTE,
    "too_long": f"{limits.TEXT_CHARACTERS:,}",
}


class Refusal(Exception):
    """Raised by a parser, which knows no file name. `code` is a key of REFUSALS."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def unreadable(code: str, name: str) -> Unreadable:
    """The error to raise for the file `name`; an unknown `code` counts as broken."""
    code = code if code in REFUSALS else "broken"
    limit = {"limit": _LIMITS[code]} if code in _LIMITS else {}
    return Unreadable(REFUSALS[code], code=code, name=name, **limit)
