"""Find or install the real servers that the long tests publish to: OpenSSH, rsync, nginx.

Run by `make test-all`. The paths go into `.venv/server-tools.json`, because `/usr/sbin` is not on
everybody's PATH; `tools/browser_and_checker.py` has a record of its own, which it writes anew.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from types import MappingProxyType

import debian
from environment import SetupError, say

# The Debian package of each program, by the name it bears on the PATH and in the record.
PROGRAMS = MappingProxyType(
    {
        "goaccess": "goaccess",
        "nginx": "nginx",
        "openssl": "openssl",
        "rrsync": "rsync",
        "rsync": "rsync",
        "ssh": "openssh-client",
        "ssh-keygen": "openssh-client",
        "sshd": "openssh-server",
        "wrk": "wrk",
    }
)
# A module of nginx is no program; Debian builds it for the very nginx of the same release.
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
MODULE_KEY, MODULE_PACKAGE = "nginx-brotli", "libnginx-mod-http-brotli-static"
SYSTEM_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin")


def find() -> dict[str, str]:
    """Return the absolute path of each tool that is there, by its key in the record."""
    search = os.pathsep.join([os.environ.get("PATH", os.defpath), *SYSTEM_FOLDERS])
    found = {name: shutil.which(name, path=search) for name in PROGRAMS}
    if MODULE.is_file():
        found[MODULE_KEY] = str(MODULE)
    return {name: path for name, path in found.items() if path}


def missing_packages(found: dict[str, str]) -> list[str]:
    """Return the Debian packages that bring what was not found, sorted."""
    wanted = {**PROGRAMS, MODULE_KEY: MODULE_PACKAGE}
    return sorted({package for name, package in wanted.items() if name not in found})


def ensure() -> dict[str, str]:
    """Return the path of every tool; what was not there is installed, and not started.

    Raises:
        SetupError: one could not be had. The message names the packages.
    """
    found = find()
    packages = missing_packages(found)
    if packages:
        say(f"Installing for the tests of publishing: {', '.join(packages)}")
        debian.install("A server for the tests of publishing", " ".join(packages))
        found = find()
    packages = missing_packages(found)
    if packages:
        raise SetupError(f"Installed, but a program is not there: {', '.join(packages)}")
    return found


def record(path: Path, found: dict[str, str]) -> None:
    """Write the record, which a reader sees whole or as it was.

    Args:
        path: the record.
        found: paths by key.
    """
    text = json.dumps(found, indent=1, sort_keys=True) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def main() -> int:
    """Run the command; return 0, or 1 with a message on stderr."""
    try:
        record(Path(sys.prefix) / "server-tools.json", ensure())
    except SetupError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
