"""Why a command of publishing ends without success, and with which exit status.

The statuses of the server's publish gate are passed on as they are, so that CI and operators read
one table (docs/operations.md).
"""

from __future__ import annotations

from typing import Final

from plugins.engine.errors import BuildError
from plugins.problems import CATALOGUE

FAILED: Final = 1
USAGE: Final = 2
UNREACHABLE: Final = 69


class DeployError(BuildError):
    """Publishing cannot go on; the text says why and what to do, in Vietnamese.

    Args:
        code: what is wrong, a code of the catalogue of problems.
        exitcode: the command's exit status.
        values: what the catalogue's texts name.
    """

    def __init__(self, code: str, exitcode: int = FAILED, /, **values: object) -> None:
        entry = CATALOGUE[code]
        cure = entry.cure.format_map(values)
        super().__init__(f"{entry.message.format_map(values)}\nCách xử lý: {cure}")
        self.code = code
        self.exitcode = exitcode
