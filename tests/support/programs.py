"""The programs that `make test-all` installed for the tests of publishing (`tools/servers.py`)."""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _record() -> dict[str, str]:
    return json.loads((Path(sys.prefix) / "test-tools.json").read_text(encoding="utf-8"))


def program(name: str) -> str:
    """Return the absolute path of a program or module by its key in the record.

    Raises:
        LookupError: it is not there. A test that needs it fails and is not skipped.
    """
    try:
        return _record()[name]
    except KeyError:
        raise LookupError(f"{name} is not installed; run: make test-all") from None
