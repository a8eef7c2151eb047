"""What one site needs on a machine, in the order in which it has to be made."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from installer.steps import Absent, File, Folder, Group, Link, Packages, Step, User
from nginx.configuration import Server, Site, common_configuration, site_configuration

DEPLOY: Final = Path(__file__).resolve().parent.parent
PROGRAMS: Final = Path("/usr/lib/bantin")
SETTINGS: Final = Path("/etc/bantin")
SITES: Final = Path("/srv/bantin")
VIEW_LOGS: Final = Path("/var/log/bantin")
GROUP: Final = "bantin"
WEB_GROUP: Final = "www-data"
SIGNER: Final = "ci"
PACKAGES: Final = (
    "ca-certificates",
    "nginx",
    "libnginx-mod-http-brotli-static",
    "openssh-server",
    "rsync",
    "openssl",
    "sudo",
    "goaccess",
)
TIMERS: Final = ("cleanup", "watch", "due", "views")

# Files of deploy/ that the server needs: programs, and the packages they import.
_COMMANDS: Final = ("publish-gate", "tamper-watch", "ask-for-build", "view-counts")
_PACKAGES_OF_OURS: Final = ("publish_gate", "nginx", "server_tasks")
_PUBLIC_KEY: Final = re.compile(
    r"(?:ssh-ed25519|ecdsa-sha2-nistp256|ssh-rsa) [A-Za-z0-9+/=]+(?: [^\n\r\"]*)?"
)
_ADDRESSES: Final = re.compile(r"[0-9a-fA-F.:/*?,-]+")
# `restrict` forbids terminals and forwarding, now and whatever else OpenSSH comes to offer.
_SSHD: Final = f"""\
# Bantin: whoever publishes logs in with a key, and reaches the publish gate alone.
Match Group {GROUP}
    AuthenticationMethods publickey
    PubkeyAuthentication yes
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    AuthorizedKeysFile {SETTINGS}/keys/%u
    DisableForwarding yes
    PermitTTY no
    PermitUserRC no
Match all
"""
_SUDO: Final = f"""\
# Bantin: nginx reads the map of old addresses when it is reloaded.
%{GROUP} ALL=(root) NOPASSWD: /usr/sbin/nginx -s reload
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the administrator asked for.

    Attributes:
        name: of the site, for files and the user ``bantin-NAME``.
        host: the only host it answers to.
        login_key: public key that CI logs in with, one line.
        signing_key: public key of CI's signatures, one line.
        certificate: file of the certificate and its chain.
        certificate_key: file of its key.
        is_own_certificate: the certificate is its own authority.
        login_from: addresses that CI comes from, as in ``authorized_keys``, or "" for all.
    """

    name: str
    host: str
    login_key: str
    signing_key: str
    certificate: Path
    certificate_key: Path
    is_own_certificate: bool = False
    login_from: str = ""

    def __post_init__(self) -> None:
        for key in (self.login_key, self.signing_key):
            if not _PUBLIC_KEY.fullmatch(key):
                raise ValueError(f"not one public key of OpenSSH: {key[:40]!r}")
        if self.login_key.split()[1] == self.signing_key.split()[1]:
            raise ValueError("the keys for logging in and for signing must be two")
        if self.login_from and not _ADDRESSES.fullmatch(self.login_from):
            raise ValueError(f"not a list of addresses: {self.login_from!r}")

    @property
    def user(self) -> str:
        """The user that owns the site's files and logs in for CI."""
        return f"{GROUP}-{self.name}"

    @property
    def folder(self) -> Path:
        """The site's folder."""
        return SITES / self.name

    @property
    def settings(self) -> Path:
        """The settings of the publish gate."""
        return SETTINGS / f"{self.name}.json"


@dataclass(frozen=True, slots=True)
class Part:
    """Steps that belong together.

    Attributes:
        title: for the administrator.
        steps: in their order.
        after: commands that follow when any of the steps had to be carried out.
    """

    title: str
    steps: tuple[Step, ...]
    after: tuple[tuple[str, ...], ...] = ()


def package_part() -> Part:
    """Return the part that installs what Debian has; the others need its users and versions."""
    return Part("packages", (Packages(PACKAGES),))


def parts(wanted: Wanted, server: Server) -> list[Part]:
    """Return all parts but the packages, in order.

    Raises:
        ValueError: a name, host or path cannot be used.
    """
    site = Site(
        name=wanted.name,
        host=wanted.host,
        folder=wanted.folder,
        certificate=wanted.certificate,
        key=wanted.certificate_key,
        views=VIEW_LOGS,
        pages=PROGRAMS / "nginx",
    )
    available = Path("/etc/nginx/sites-available") / f"bantin-{wanted.name}"
    timers = tuple(f"bantin-{timer}@{wanted.name}.timer" for timer in TIMERS)
    made = [
        Part("users", (Group(GROUP), User(wanted.user, GROUP))),
        Part("programs", tuple(_programs())),
        Part("settings", tuple(_settings(wanted))),
        Part(
            "site folder",
            (
                Folder(SITES),
                # Others have no business here; nginx reads through its group.
                Folder(wanted.folder, wanted.user, WEB_GROUP, 0o2750),
                Folder(wanted.folder / "views", wanted.user, WEB_GROUP, 0o2750),
                Folder(Path("/var/lib/bantin/acme")),
                Folder(VIEW_LOGS),
                Folder(VIEW_LOGS / wanted.name, wanted.user, wanted.user, 0o700),
            ),
            (_as(wanted, str(PROGRAMS / "publish-gate"), str(wanted.settings), "init"),),
        ),
        Part(
            "ssh",
            (File(Path("/etc/ssh/sshd_config.d/bantin.conf"), _SSHD.encode()),),
            # Started first: the service makes a folder that the check of its settings looks for.
            (("service", "ssh", "start"), ("/usr/sbin/sshd", "-t"), ("service", "ssh", "reload")),
        ),
        Part("sudo", (File(Path("/etc/sudoers.d/bantin"), _SUDO.encode(), mode=0o440),)),
        Part(
            "nginx",
            (
                File(Path("/etc/nginx/conf.d/bantin.conf"), common_configuration(server).encode()),
                File(available, site_configuration(server, site).encode()),
                Link(Path("/etc/nginx/sites-enabled") / available.name, str(available)),
                # Debian's greeting answers to every host, and ours answers to one.
                Absent(Path("/etc/nginx/sites-enabled/default")),
            ),
            (
                ("/usr/sbin/nginx", "-t", "-q"),
                ("service", "nginx", "start"),
                ("service", "nginx", "reload"),
            ),
        ),
        Part(
            "timers",
            tuple(_units()),
            _start(timers),
        ),
    ]
    files = [step for part in made for step in part.steps if isinstance(step, File)]
    return [*made, Part("record", (_record(wanted, files),))]


def _start(timers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the commands that start timers now and at each boot; in an image, at boot alone."""
    if not Path("/run/systemd/system").is_dir():
        return (("systemctl", "enable", *timers),)
    return (("systemctl", "daemon-reload"), ("systemctl", "enable", "--now", *timers))


def _as(wanted: Wanted, *command: str) -> tuple[str, ...]:
    return ("/usr/sbin/runuser", "--user", wanted.user, "--", *command)


def _programs() -> Iterator[Step]:
    yield Folder(PROGRAMS)
    yield File(PROGRAMS / "headers.json", (DEPLOY / "headers.json").read_bytes())
    for name in _COMMANDS:
        yield File(PROGRAMS / name, (DEPLOY / name).read_bytes(), mode=0o755)
    for package in _PACKAGES_OF_OURS:
        for source in sorted((DEPLOY / package).rglob("*")):
            target = PROGRAMS / source.relative_to(DEPLOY)
            if source.is_dir() and source.name != "__pycache__":
                yield Folder(target)
            elif source.suffix in {".py", ".json", ".html"}:
                yield File(target, source.read_bytes())


def _settings(wanted: Wanted) -> Iterator[Step]:
    gate = {
        "site": str(wanted.folder),
        "allowed_signers": str(SETTINGS / f"{wanted.name}.signers"),
        "signer": SIGNER,
        "reload": ["sudo", "-n", "/usr/sbin/nginx", "-s", "reload"],
        "health": {
            "url": "https://127.0.0.1",
            "host": wanted.host,
            "ca": str(wanted.certificate) if wanted.is_own_certificate else None,
        },
    }
    address = f'from="{wanted.login_from}",' if wanted.login_from else ""
    command = f'command="{PROGRAMS}/publish-gate {wanted.settings}"'
    yield Folder(SETTINGS)
    yield Folder(SETTINGS / "keys")
    yield File(wanted.settings, (json.dumps(gate, indent=1) + "\n").encode())
    yield File(
        SETTINGS / f"{wanted.name}.signers",
        f'{SIGNER} namespaces="bantin-release" {wanted.signing_key}\n'.encode(),
    )
    yield File(
        SETTINGS / "keys" / wanted.user,
        f"restrict,{address}{command} {wanted.login_key}\n".encode(),
    )


def _record(wanted: Wanted, files: list[File]) -> File:
    """Return the list by which the watch knows again what was installed, as `sha256sum` has it.

    What the watch's user may not read is left out.
    """
    lines = [
        f"{hashlib.sha256(file.data).hexdigest()}  {file.path}\n"
        for file in sorted(files, key=lambda file: str(file.path))
        if file.mode & 0o004
    ]
    return File(wanted.settings.with_suffix(".sha256"), "".join(lines).encode())


def _units() -> Iterator[Step]:
    for source in sorted((DEPLOY / "systemd").iterdir()):
        yield File(Path("/etc/systemd/system") / source.name, source.read_bytes())
