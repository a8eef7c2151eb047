"""The programs that `make test-all` found or installed for the tests.

`tools/servers.py` writes down servers, `tools/browser_and_checker.py` browser and checkers.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _record() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("test-tools.json", "server-tools.json"):
        file = Path(sys.prefix) / name
        if file.exists():
            found |= json.loads(file.read_text(encoding="utf-8"))
    return found


def program(name: str) -> str:
    """Return the absolute path of a program or module by its key in the record.

    Raises:
        LookupError: it is not there. A test that needs it fails and is not skipped.
    """
    try:
        return _record()[name]
    except KeyError:
        raise LookupError(f"{name} is not installed; run: make test-all") from None
