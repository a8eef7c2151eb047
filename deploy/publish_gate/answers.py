"""What the gate answers: one JSON object on stdout, and an exit status.

The statuses are those of sysexits.h where it has a fitting one, so that a caller can decide
without reading: try again later (75), give up (65, 73), call a person (71).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OK: Final = 0
USAGE: Final = 64
BAD_DATA: Final = 65
ROLLED_BACK: Final = 70
ROLLBACK_FAILED: Final = 71
REFUSED: Final = 73
IO_ERROR: Final = 74
LATER: Final = 75
CONFIG: Final = 78

_STATUS_OF: Final[Mapping[str, int]] = MappingProxyType(
    {
        "usage": USAGE,
        "bad-id": BAD_DATA,
        "bad-release": BAD_DATA,
        "bad-signature": BAD_DATA,
        "bad-manifest": BAD_DATA,
        "bad-redirects": BAD_DATA,
        "incomplete": BAD_DATA,
        "not-found": BAD_DATA,
        "unknown-release": BAD_DATA,
        "damaged": BAD_DATA,
        "rolled-back": ROLLED_BACK,
        "rollback-failed": ROLLBACK_FAILED,
        "older": REFUSED,
        "held": REFUSED,
        "shrink": REFUSED,
        "replayed": REFUSED,
        "io": IO_ERROR,
        "space": LATER,
        "inodes": LATER,
        "busy": LATER,
        "config": CONFIG,
    }
)


class Refusal(Exception):
    """The gate does not do what it was asked to; nothing that readers see has changed.

    (But see the codes ``rolled-back`` and ``rollback-failed``.)
    """

    def __init__(self, code: str, message: str, **details: object) -> None:
        """Make a refusal.

        Args:
            code: a key of the table of codes; programs decide by it.
            message: English, for operators.
            details: further members of the answer; must be writable as JSON.
        """
        super().__init__(message)
        self.code = code
        self.status = _STATUS_OF[code]
        self.details = details

    def answer(self) -> dict[str, object]:
        """Return the JSON object that is printed."""
        return {"ok": False, "code": self.code, "message": str(self), **self.details}


def dump(answer: Mapping[str, object]) -> str:
    """Write an answer as one line of JSON."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
