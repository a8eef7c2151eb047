"""A publishing server on this machine: the gate and nginx, and releases to publish."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.content import PROJECT
from support.programs import program
from support.web_server import HOST, Certificate, WebServer, web_server

GATE = PROJECT / "deploy" / "publish-gate"
NAMESPACE = "bantin-release"
NO_COMMIT = "0" * 12
PAGE = "ban-tin/2026/01/mot/index.html"


def commit(number: int) -> str:
    """Return a made-up commit."""
    return f"{number:012x}".ljust(40, "0")


def page(title: str, *parts: str) -> bytes:
    """Return a small page with some parts in its body."""
    body = "\n".join(parts)
    text = f"<!doctype html>\n<title>{title}</title>\n<main><h1>{title}</h1>\n{body}\n</main>\n"
    return text.encode()


def named_by_hash(folder: str, stem: str, suffix: str, data: bytes) -> str:
    """Return the path of a file that never changes."""
    return f"{folder}/{stem}.{hashlib.sha256(data).hexdigest()[:12]}{suffix}"


STYLE = b"body { color: #123 }\n" * 20
STYLE_FILE = named_by_hash("theme/css", "site", ".css", STYLE)
PHOTO = b"\xff\xd8" + b"photo" * 200
PHOTO_FILE = named_by_hash("anh", "hop", "-480.jpg", PHOTO)


def made_up_site(version: str, pages: int = 8) -> dict[str, bytes]:
    """Return the files of a small site; most pages say which version they are of."""
    files = {
        "index.html": page("Trang chủ", f"<p>{version}</p>"),
        "404.html": page("Không có trang này"),
        "release.json": json.dumps({"version": version}).encode(),
        "chuyen-huong.json": b"{}",
        "feeds/tat-ca.atom.xml": f"<feed><title>{version}</title></feed>\n".encode(),
        "thong-bao/index.html": page("Thông báo", "<p>Giống nhau</p>"),
        PAGE: page("Bản tin thứ nhất", f'<img src="/{PHOTO_FILE}" alt="">', version),
        STYLE_FILE: STYLE,
        PHOTO_FILE: PHOTO,
    }
    for number in range(pages):
        files[f"ban-tin/2025/12/bai-{number}/index.html"] = page(f"Bài số {number}", version)
    return files


@dataclass(frozen=True, slots=True)
class Release:
    """A release as CI has it: its files, and what is signed."""

    id: str
    files: Mapping[str, bytes]
    manifest: bytes
    announced: bytes

    def by_hash(self) -> dict[str, bytes]:
        """Return the contents by their sha256."""
        return {hashlib.sha256(data).hexdigest(): data for data in self.files.values()}


def make_release(
    files: Mapping[str, bytes],
    *,
    at: str = "2026-01-31T10:15:00+00:00",
    number: int | None = 1,
    ancestors: tuple[int, ...] = (),
    **members: Any,
) -> Release:
    """Describe a release.

    Args:
        files: contents by path.
        at: the build's "now".
        number: of the made-up commit, None: built without one.
        ancestors: numbers of the commits before.
        members: of the announcement, instead of those that the files give.
    """
    lines = [
        f"{hashlib.sha256(data).hexdigest()} {len(data)} {path}\n" for path, data in files.items()
    ]
    manifest = "".join(sorted(lines, key=lambda line: line.split(" ", 2)[2][:-1].encode())).encode()
    made = None if number is None else commit(number)
    stamp = at[:19].replace("-", "").replace(":", "") + "Z"
    announced = {
        "id": f"{stamp}-{(made or NO_COMMIT)[:12]}",
        "commit": made,
        "ancestors": [commit(each) for each in ancestors],
        "built": at,
        "manifest": hashlib.sha256(manifest).hexdigest(),
        "pages": sum(path.endswith(".html") for path in files),
        "files": len(files),
        "bytes": sum(map(len, files.values())),
        "next_change": None,
        "allow_shrink": None,
        "force": None,
        "taken_down": [],
    } | members
    text = json.dumps(announced, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
    return Release(announced["id"], dict(files), manifest, text.encode())


def versions(count: int, **members: Any) -> list[Release]:
    """Return releases of one small site, each a commit and an hour after the one before."""
    return [
        make_release(
            made_up_site(f"lần {number}"),
            at=f"2026-02-{1 + number // 24:02d}T{number % 24:02d}:00:00+00:00",
            number=number + 1,
            ancestors=tuple(range(1, number + 1)),
            **members,
        )
        for number in range(count)
    ]


@dataclass(frozen=True, slots=True)
class Said:
    """The gate's answer."""

    status: int
    answer: dict[str, Any]

    @property
    def code(self) -> str:
        """The code of a refusal, ``ok`` for none."""
        return "ok" if self.answer["ok"] else self.answer["code"]


@dataclass(frozen=True, slots=True)
class Server:
    """A site's folder with its gate and, once started, its web server."""

    root: Path
    site: Path
    config: Path
    key: Path
    web: WebServer

    def gate(self, *words: str, wrapper: tuple[str, ...] = ()) -> Said:
        """Run the gate on the server itself, perhaps below another program."""
        command = [*wrapper, str(GATE), str(self.config), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.stdout, (done.returncode, done.stderr)
        return Said(done.returncode, json.loads(done.stdout))

    def settings(self, **changes: Any) -> None:
        """Change the settings of the site."""
        now = json.loads(self.config.read_text(encoding="utf-8"))
        for name, value in changes.items():
            now[name] = now[name] | value if isinstance(value, dict) else value
        self.config.write_text(json.dumps(now), encoding="utf-8")

    def sign(self, announced: bytes, namespace: str = NAMESPACE, key: Path | None = None) -> bytes:
        """Return a signature."""
        command = ["-Y", "sign", "-q", "-f", str(key or self.key), "-n", namespace]
        done = subprocess.run(
            [program("ssh-keygen"), *command], input=announced, capture_output=True, check=True
        )
        return done.stdout

    def announce(self, release: Release) -> Path:
        """Put what is signed where rsync would put it; return the folder."""
        folder = self.site / "incoming" / release.id
        folder.mkdir(exist_ok=True)
        replace_file(folder / "RELEASE", release.announced)
        replace_file(folder / "RELEASE.sig", self.sign(release.announced))
        replace_file(folder / "MANIFEST", release.manifest)
        return folder

    def send(self, release: Release, need: list[str]) -> None:
        """Put what is needed where rsync would put it."""
        contents = release.by_hash()
        for each in need:
            replace_file(self.site / "incoming" / release.id / each, contents[each])

    def deploy(self, release: Release) -> Said:
        """Do a whole deploy, the files put in place by hand; stop at the first refusal."""
        opened = self.gate("open", release.id)
        if not opened.answer["ok"]:
            return opened
        self.announce(release)
        begun = self.gate("begin", release.id)
        if not begun.answer["ok"]:
            return begun
        self.send(release, begun.answer["need"])
        return self.gate("activate", release.id)

    def live(self) -> str | None:
        """Return the id of the live release."""
        link = self.site / "current"
        return os.readlink(link).rpartition("/")[2] if link.is_symlink() else None

    def flaws(self, release: Release) -> list[str]:
        """Compare what is live with one release, file by file, nothing missing and nothing more."""
        found = [] if self.live() == release.id else [f"live is {self.live()}"]
        public = self.site / "current" / "public"
        for path, data in release.files.items():
            own, shared = public / path, self.site / "immutable" / path
            file = own if own.exists() else shared
            if not file.is_file() or file.read_bytes() != data:
                found.append(f"not as it was sent: {path}")
        names = {
            file.relative_to(public).as_posix() for file in public.rglob("*") if file.is_file()
        }
        return found + [f"too many: {path}" for path in sorted(names - release.files.keys())]


def replace_file(file: Path, data: bytes) -> None:
    """Put a file in place of whatever is there, as rsync does."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    new = file.with_name(f".{file.name}.x")
    new.write_bytes(data)
    new.replace(file)


def make_key(file: Path) -> Path:
    """Make an SSH key without a pass phrase."""
    command = ["-q", "-t", "ed25519", "-N", "", "-C", "thu", "-f", str(file)]
    subprocess.run([program("ssh-keygen"), *command], check=True)
    return file


@contextmanager
def server(root: Path, certificate: Certificate, **settings: Any) -> Iterator[Server]:
    """Make a site's folder and gate, and run nginx for it."""
    root.mkdir(parents=True, exist_ok=True)
    site = root / "site"
    key = make_key(root / "signing-key")
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    (root / "allowed_signers").write_text(f'ci namespaces="{NAMESPACE}" {public}', encoding="utf-8")
    with web_server(root / "web", site, certificate) as web:
        reload = [program("nginx"), "-p", str(web.root), "-c", str(web.root / "nginx.conf")]
        config = {
            "site": str(site),
            "allowed_signers": str(root / "allowed_signers"),
            "signer": "ci",
            "rrsync": program("rrsync"),
            "reload": [*reload, "-e", str(web.root / "error.log"), "-s", "reload"],
            "keep": 5,
            "spare_bytes": 1_000_000,
            "lock_seconds": 60,
            "health": {
                "url": f"https://127.0.0.1:{web.tls_port}",
                "host": HOST,
                "ca": str(certificate.file),
                "seconds": 5,
            },
        } | settings
        file = root / "site.json"
        file.write_text(json.dumps(config), encoding="utf-8")
        made = Server(root, site, file, key, web)
        assert made.gate("init").answer["ok"]
        yield made
