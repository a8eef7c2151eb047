"""Where builds keep what spares later builds work: ``.state/`` beside ``pelicanconf.py``.

Nothing in it is content: a build without it gives the same bytes, only later.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from plugins.engine.errors import SettingsError

OFF: Final = "off"


def state_folder(settings: Mapping[str, Any]) -> Path | None:
    """Return the folder of the build state, as an absolute path; it need not exist yet.

    ``BUILD_STATE`` of the environment comes first: ``off``, or a folder (relative to the current
    one). Else it is the setting ``ENGINE_STATE``, a folder or "".

    Args:
        settings: Pelican's.

    Returns:
        The folder, or None when builds shall keep nothing.

    Raises:
        SettingsError: the folder overlaps one whose files are read, published or removed as stale.
    """
    wanted = os.environ.get("BUILD_STATE", "") or settings.get("ENGINE_STATE", "")
    if not isinstance(wanted, str):
        raise SettingsError(f"ENGINE_STATE is {wanted!r}; write a folder, or '' for none")
    if wanted in {"", OFF}:
        return None
    folder = Path(wanted).resolve()
    for name in ("PATH", "OUTPUT_PATH", "THEME"):
        other = Path(settings[name]).resolve() if settings.get(name) else None
        if other and (folder.is_relative_to(other) or other.is_relative_to(folder)):
            raise SettingsError(
                f"the build state {folder} overlaps {name} ({other}); "
                "name a folder of its own in BUILD_STATE or ENGINE_STATE, or write BUILD_STATE=off"
            )
    return folder
