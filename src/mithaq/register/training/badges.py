"""Open Badges 3.0: a certificate as a signed credential (VC-JWT, Ed25519), and the list of those that were revoked.

The issuer is a ``did:key``: whoever has the badge can verify it without asking anybody; only whether it was revoked is looked
up. Pure: a key and plain values in, text out. Sources: 1EdTech Open Badges 3.0; W3C VC Data Model 2.0, Bitstring Status List
1.0, did:key.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from jwt.algorithms import OKPAlgorithm

CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
PLACES = 131_072  # of a list: the least that the standard lets, so that a place tells of nobody
REVOKED_LIST = "/badges/revoked"  # where a house has it
FRESH = timedelta(days=7)  # how long a list may be kept before it is fetched again
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Awarded:
    """What a badge says. `salt` and `name` make the hash by which its holder shows that it is theirs; the name is not in it.
    `until`: the last instant at which it is valid; None: without end."""

    id: str
    holder: str
    name: str
    salt: str
    achievement: str
    title: str
    description: str
    criteria: str
    begins: str
    ends: str
    issuer_name: str
    at: datetime
    place: int
    revoked_list: str
    until: datetime | None = None


def issuer_of(key: Ed25519PrivateKey) -> str:
    """The issuer that signs with this key, as a ``did:key``."""
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return f"did:key:z{_base58(bytes([0xED, 0x01]) + raw)}"


def _base58(data: bytes) -> str:
    number, text = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return BASE58[0] * (len(data) - len(data.lstrip(b"\0"))) + text


def badge(key: Ed25519PrivateKey, said: Awarded) -> str:
    """The signed badge."""
    issuer = issuer_of(key)
    credential = {
        "@context": CONTEXT,
        "id": said.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": said.issuer_name},
        "validFrom": _instant(said.at),
        "name": said.title,
        "credentialSubject": {
            "id": said.holder,
            "type": ["AchievementSubject"],
            "identifier": [_identity(said)],
            "activityStartDate": f"{said.begins}T00:00:00Z",
            "activityEndDate": f"{said.ends}T00:00:00Z",
            "achievement": {
                "id": said.achievement,
                "type": ["Achievement"],
                "achievementType": "Course",
                "name": said.title,
                "description": said.description,
                "criteria": {"narrative": said.criteria},
            },
        },
        "credentialStatus": {
            "id": f"{said.revoked_list}#{said.place}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(said.place),
            "statusListCredential": said.revoked_list,
        },
    }
    if said.until is not None:
        credential["validUntil"] = _instant(said.until)
    return _signed(key, credential, sub=said.holder, at=said.at, until=said.until)


def _identity(said: Awarded) -> dict[str, Any]:
    digest = sha256((said.name + said.salt).encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${digest}",
        "identityType": "name",
        "salt": said.salt,
    }


def revoked_list(key: Ed25519PrivateKey, address: str, places: Iterable[int], at: datetime) -> str:
    """The signed list of revoked badges, one bit a place; valid for a week, so that an old copy cannot pass for long."""
    bits = bytearray(PLACES // 8)
    for place in places:
        bits[place // 8] |= 0x80 >> (place % 8)
    packed = base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode().rstrip("=")
    credential = {
        "@context": CONTEXT[:1],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_of(key),
        "validFrom": _instant(at),
        "validUntil": _instant(at + FRESH),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": f"u{packed}",
        },
    }
    return _signed(key, credential, sub=f"{address}#list", at=at)


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _signed(
    key: Ed25519PrivateKey, credential: dict[str, Any], *, sub: str, at: datetime, until: datetime | None = None
) -> str:
    issuer = issuer_of(key)
    public = json.loads(OKPAlgorithm.to_jwk(key.public_key()))
    claims = {**credential, "iss": issuer, "jti": credential["id"], "sub": sub, "nbf": int(at.timestamp())}
    if until is not None:
        claims["exp"] = int(until.timestamp())
    fragment = issuer.removeprefix("did:key:")
    headers = {"typ": "vc+jwt", "kid": f"{issuer}#{fragment}", "jwk": public}
    return jwt.encode(claims, key, algorithm="EdDSA", headers=headers)


def read_badge(token: str, public: Ed25519PublicKey) -> dict[str, Any]:
    """What a badge of ours says, also before and after it is valid. Raises jwt.InvalidTokenError if it was not signed by this
    key or was changed."""
    said: dict[str, Any] = jwt.decode(
        token, public, algorithms=["EdDSA"], options={"verify_nbf": False, "verify_exp": False}
    )
    return said
