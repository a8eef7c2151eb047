"""Find or install LibreOffice Calc, in which the long tests open the published CSV files.

Run by `make test-all`. The tests look for `soffice` on the PATH, so nothing is recorded.
"""

from __future__ import annotations

import shutil
import sys

import debian
from environment import SetupError, say

COMMAND = "soffice"
# No window system and no dictionaries: 90 MB to fetch instead of 300.
PACKAGE = "libreoffice-calc-nogui"


def ensure() -> str:
    """Return the path of LibreOffice, installed where it was not there.

    Raises:
        SetupError: it could not be had.
    """
    path = shutil.which(COMMAND)
    if path is None:
        say(f"No {COMMAND} on the PATH; installing {PACKAGE}")
        debian.install("LibreOffice", PACKAGE)
        path = shutil.which(COMMAND)
    if path is None:
        raise SetupError(f"{PACKAGE} was installed, but {COMMAND} is not on the PATH")
    return path


def main() -> int:
    """Run the command; return 0, or 1 with a message on stderr."""
    try:
        ensure()
    except SetupError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
