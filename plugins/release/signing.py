"""Signing a release with an OpenSSH key, so that the server takes it from nobody else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

from plugins.release.errors import DeployError

NAMESPACE: Final = "bantin-release"
SUFFIX: Final = ".sig"


def sign(file: Path, key: Path) -> Path:
    """Sign a file; the signature lies beside it.

    Args:
        file: what to sign.
        key: a private key, or the public half of one that an agent holds.

    Raises:
        DeployError: ssh-keygen could not.
    """
    signature = file.with_name(file.name + SUFFIX)
    signature.unlink(missing_ok=True)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(file)]
    # A key with a passphrase belongs into an agent: nobody is there to type it.
    environment = {**os.environ, "SSH_ASKPASS_REQUIRE": "never"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=environment,
            errors="replace",
            start_new_session=True,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise DeployError("deploy-tool", name="ssh-keygen") from error
    if done.returncode != 0 or not signature.is_file():
        said = done.stderr.strip().splitlines()
        raise DeployError("deploy-signing", reason=said[-1] if said else "ssh-keygen")
    return signature
