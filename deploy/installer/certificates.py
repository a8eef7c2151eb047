"""The certificate of a site: certbot's where there is one, else one of our own until then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from installer.steps import Folder, run

_CERTBOT: Final = Path("/etc/letsencrypt/live")
_OWN: Final = Path("/etc/bantin/tls")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files of a certificate with its chain, and of its key.

    Attributes:
        file: the certificate and its chain.
        key: its key.
        is_own: it vouches for itself, so browsers warn of it.
    """

    file: Path
    key: Path
    is_own: bool


def certificate_for(host: str) -> Certificate:
    """Return certbot's certificate of a host if it is there, else where our own lies.

    Without one nginx does not start, and without nginx certbot cannot prove anything.
    """
    folder = _CERTBOT / host
    if (folder / "fullchain.pem").exists():
        return Certificate(folder / "fullchain.pem", folder / "privkey.pem", is_own=False)
    return Certificate(_OWN / f"{host}.pem", _OWN / f"{host}.key", is_own=True)


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """A certificate that vouches for itself is there: the step before certbot's."""

    host: str
    certificate: Certificate

    def lacks(self) -> str:
        """Return what is to be done."""
        if self.certificate.file.exists() and self.certificate.key.exists():
            return ""
        return f"make a certificate for {self.host} that vouches for itself"

    def carry_out(self) -> None:
        """Make it."""
        Folder(self.certificate.file.parent, mode=0o755).carry_out()
        self.certificate.key.touch(mode=0o600)
        what = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        names = ["-subj", f"/CN={self.host}", "-addext", f"subjectAltName=DNS:{self.host}"]
        where = ["-keyout", str(self.certificate.key), "-out", str(self.certificate.file)]
        run(["openssl", "req", *what, "-days", "3650", *names, *where])
