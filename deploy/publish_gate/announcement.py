"""RELEASE, the signed announcement of a release: what it is, and which commits came before."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from publish_gate.answers import Refusal
from publish_gate.config import Config

NAME: Final = "RELEASE"
SIGNATURE: Final = "RELEASE.sig"
NAMESPACE: Final = "bantin-release"
MOST_BYTES: Final = 65_536
_COMMIT: Final = re.compile(r"[0-9a-f]{40}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_NO_COMMIT: Final = "0" * 12


@dataclass(frozen=True, slots=True)
class Announcement:
    """What CI signs for one release.

    Attributes:
        id: of the release.
        commit: that it was built from, or None.
        ancestors: commits before it, so that the server tells older from newer without git.
        built: the build's "now".
        manifest: sha256 of the manifest.
        pages: number of files that end with ``.html``.
        files: number of files.
        bytes: of all files.
        next_change: when the site changes by itself, or None.
        allow_shrink: reason why many pages may be gone, or None.
        force: reason why an older or held release may go live, or None.
        taken_down: URL paths whose take-down this build knew and honoured.
    """

    id: str
    commit: str | None
    ancestors: frozenset[str]
    built: datetime
    manifest: str
    pages: int
    files: int
    bytes: int
    next_change: datetime | None
    allow_shrink: str | None
    force: str | None
    taken_down: frozenset[str]


def load(data: bytes) -> Announcement:
    """Read an announcement.

    Raises:
        Refusal: it is malformed (``bad-release``).
    """
    try:
        return _announcement(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal("bad-release", f"{NAME}: {type(error).__name__}: {error}") from error


def _announcement(raw: dict[str, Any]) -> Announcement:
    names = {each.name for each in fields(Announcement)}
    if raw.keys() != names:
        raise ValueError(f"members differ: {sorted(raw.keys() ^ names)}")
    commit = raw["commit"]
    commits = [*raw["ancestors"], *([] if commit is None else [commit])]
    if not all(_COMMIT.fullmatch(each) for each in commits):
        raise ValueError("a commit is 40 hexadecimal digits")
    if raw["id"].rpartition("-")[2] != (commit or _NO_COMMIT)[:12]:
        raise ValueError("the id does not end with the commit")
    if _HASH.fullmatch(raw["manifest"]) is None:
        raise ValueError("manifest is no sha256")
    for name in ("allow_shrink", "force"):
        if raw[name] is not None and not str(raw[name]).strip():
            raise ValueError(f"{name} needs a reason")
    return Announcement(
        id=raw["id"],
        commit=commit,
        ancestors=frozenset(raw["ancestors"]),
        built=_time(raw["built"]),
        manifest=raw["manifest"],
        pages=_count(raw["pages"]),
        files=_count(raw["files"]),
        bytes=_count(raw["bytes"]),
        next_change=None if raw["next_change"] is None else _time(raw["next_change"]),
        allow_shrink=raw["allow_shrink"],
        force=raw["force"],
        taken_down=frozenset(str(url) for url in raw["taken_down"]),
    )


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"a time without offset: {text}")
    return time


def _count(number: object) -> int:
    if type(number) is not int or number < 0:
        raise ValueError("a count is a whole number, 0 or more")
    return number


def check_signature(config: Config, release: bytes, signature: Path) -> None:
    """Check that the one who may publish has signed an announcement.

    Args:
        config: names the allowed signers and the principal.
        release: the bytes of the announcement.
        signature: file with an armoured SSH signature, as ``ssh-keygen -Y sign`` writes it.

    Raises:
        Refusal: the signature is missing, wrong, for another purpose or of somebody else
            (``bad-signature``).
    """
    command = ["ssh-keygen", "-Y", "verify", "-f", str(config.allowed_signers)]
    command += ["-I", config.signer, "-n", NAMESPACE, "-s", str(signature)]
    done = subprocess.run(command, input=release, capture_output=True, check=False, timeout=30)
    if done.returncode:
        detail = done.stderr.decode(errors="replace").strip() or "no valid signature"
        raise Refusal("bad-signature", f"{NAME} is not signed by {config.signer}: {detail[:300]}")
