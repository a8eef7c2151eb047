"""Install a system package where the machine has apt-get and we may use it."""

from __future__ import annotations

import os
import shutil
import sys

from environment import SetupError, apt_command, run


def install(what: str, packages: str) -> None:
    """Install Debian packages without a question.

    Args:
        what: the program that is missing, for messages.
        packages: names of packages, parted by blanks.

    Raises:
        SetupError: there is no apt-get, no right to use it, or it failed. The message names the
            command that installs them.
    """
    by_hand = f"{what} missing: {apt_command(packages)}"
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    if shutil.which("apt-get") is None:
        raise SetupError(f"{what} missing: install it with the system's package manager")
    if sudo and not sys.stdin.isatty():
        raise SetupError(by_hand)
    # Offline: a server that is installed for tests is not to be started on the machine's own ports.
    apt_get = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1", "apt-get"]
    run([*apt_get, "--quiet", "update"], by_hand)
    run(
        [*apt_get, "--quiet", "--yes", "install", "--no-install-recommends", *packages.split()],
        by_hand,
    )
