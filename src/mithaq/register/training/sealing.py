"""The key that signs badges, and how what a certificate says is sealed with the secret of its link."""

from __future__ import annotations

import base64
import json
import os
import secrets
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from mithaq.core.errors import Absent, Problem

KEY_FILE = "badges.key"


def signing_key() -> Ed25519PrivateKey:
    """The key of this house that signs badges: kept in the data folder, made once. Problem if the file is no such key."""
    return _key_in(Path(settings.HOME) / KEY_FILE)


@lru_cache(maxsize=4)
def _key_in(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        _make(path)
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise Problem("The file %(name)s is no key for badges. Restore it from a backup.", code="key", name=KEY_FILE)
    return key


def _make(path: Path) -> None:
    """A new key, whole or not at all, also when two make it at once: the first one stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    begun = path.with_name(f"{KEY_FILE}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
    try:
        os.link(begun, path)
    except FileExistsError:
        pass
    finally:
        begun.unlink()


def new_link() -> str:
    """The secret in the address of a proof: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(link: str) -> str:
    """By which the proof of this link is found; it tells nothing of the link."""
    return _made("find", link).hex()


def salt_of(link: str) -> str:
    """The salt with which the holder's name is hashed in the badge."""
    return _made("salt", link).hex()[:16]


def urn(link: str, of: str) -> str:
    """A random-looking name of something that belongs to this link: the credential, its holder."""
    return UUID(bytes=_made(of, link)[:16], version=4).urn


def place_of(link: str, attempt: int, places: int) -> int:
    """A random-looking place in the list of what was revoked, another one at each attempt."""
    return int.from_bytes(_made(f"place {attempt}", link)) % places


def _made(word: str, link: str) -> bytes:
    return sha256(f"{word}:{link}".encode()).digest()


def seal(link: str, said: dict[str, Any]) -> str:
    """What a certificate says, readable to whoever holds the link and to nobody else."""
    return _box(link).encrypt(json.dumps(said, ensure_ascii=False).encode()).decode()


def unseal(link: str, sealed: str) -> dict[str, Any]:
    """What was sealed with this link; Absent if it was sealed with another, or was changed."""
    try:
        said: dict[str, Any] = json.loads(_box(link).decrypt(sealed.encode()))
    except InvalidToken as wrong:
        raise Absent from wrong
    return said


def _box(link: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_made("seal", link)))
