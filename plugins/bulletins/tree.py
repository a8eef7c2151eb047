"""Every file below the content folder: claimed by a rule, or a problem.

The rules: ``units.yml``, ``people.yml``, ``exceptions.yml``, ``allowed-domains.yml`` and
``taken-down.yml`` at the top;
bulletins in ``bulletins/YYYY/`` with their photos and attachments beside them; static pages and
theirs in ``pages/``; shared pictures in ``images/``. A file that nobody claims would be forgotten
in silence, or published by accident.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plugins.bulletins.decoding import MAX_MARKDOWN_BYTES, megabytes, unprintable
from plugins.bulletins.file_types import MEDIA_SUFFIXES, suffix_of
from plugins.problems import Problem, problem
from plugins.vietnamese import strip_invisible

REQUIRED_REGISTRIES: Final = ("people.yml", "units.yml")
REGISTRIES: Final = frozenset(
    {*REQUIRED_REGISTRIES, "allowed-domains.yml", "exceptions.yml", "taken-down.yml"}
)
MAX_PATH_BYTES: Final = 120

_FOLDERS: Final = re.compile(r"bulletins|bulletins/2\d{3}|pages|images(?:/[^/]+){0,3}")
# What file managers leave behind; nobody wrote it and nobody misses it.
_JUNK: Final = frozenset({".ds_store", ".gitkeep", "desktop.ini", "thumbs.db"})
_LOCK: Final = re.compile(r"~\$|\.~lock\.")
_RESERVED_SIGNS: Final = re.compile(r"[\\<>:\"|?*#]|%[0-9A-Fa-f]{2}")
_PLAIN_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*[A-Za-z0-9]")
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
_RUNNABLE: Final = re.compile(
    r"\.(?:asp|aspx|bat|bin|cgi|cmd|com|dll|exe|hta|htm|html|jar|js|jsp|lnk|mjs|msi|phar|php\d?"
    r"|phtml|pl|ps1|py|rb|scr|sh|shtml|svg|vbs|wasm|xhtml)\.",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a content folder, each list sorted; paths are relative, with ``/``, in NFC."""

    bulletins: tuple[str, ...]
    pages: tuple[str, ...]
    media: tuple[str, ...]
    registries: tuple[str, ...]
    problems: tuple[Problem, ...]


def scan(root: Path) -> Tree:
    """List a content folder.

    Symlinks are refused and never followed; what the operating system left behind is passed over.

    Args:
        root: the content folder.

    Returns:
        The claimed files and a problem for every other one.
    """
    return _Scan(root).run()


def on_disk(root: Path, path: str) -> Path:
    """Find the file of a content path, whose real name may be decomposed (macOS).

    Args:
        root: the content folder.
        path: a path of a :class:`Tree`.

    Returns:
        The path to open; where no such file is, the plain combination of both.
    """
    place = root / path
    if os.path.lexists(place):
        return place
    place = root
    for part in path.split("/"):
        if os.path.lexists(place / part):
            place /= part
            continue
        try:
            names = sorted(os.listdir(place))
        except OSError:
            return root / path
        same = (name for name in names if unicodedata.normalize("NFC", name) == part)
        place /= next(same, part)
    return place


class _Scan:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, list[str]] = {"bulletins": [], "pages": [], "media": [], "yml": []}
        self._problems: list[Problem] = []
        self._seen: set[str] = set()

    def run(self) -> Tree:
        if not self._root.is_dir():
            self._report("content-missing", "", folder=self._root.name)
        else:
            self._folder("")
            for name in REQUIRED_REGISTRIES:
                if name not in self._files["yml"]:
                    self._report("registry-missing", name, name=name)
        bulletins, pages, media, registries = (
            tuple(sorted(paths)) for paths in self._files.values()
        )
        return Tree(bulletins, pages, media, registries, tuple(sorted(self._problems)))

    def _report(self, code: str, path: str, **values: object) -> None:
        self._problems.append(problem(code, path, **values))

    def _folder(self, folder: str, real_folder: str = "") -> None:
        try:
            with os.scandir(self._root / real_folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._report("unreadable", folder, reason=error.strerror)
            return
        for entry in found:
            if entry.name.lower() in _JUNK or entry.name.startswith("._"):
                continue
            path = _readable(f"{folder}/{entry.name}" if folder else entry.name)
            if entry.is_symlink():
                self._report("symlink", path)
            elif entry.is_dir(follow_symlinks=False):
                if _FOLDERS.fullmatch(path) and self._may_stand(path):
                    self._folder(path, f"{real_folder}/{entry.name}" if real_folder else entry.name)
                elif not _FOLDERS.fullmatch(path):
                    self._report("unclaimed-folder", path)
            elif entry.is_file(follow_symlinks=False):
                self._file(path, entry)
            else:
                self._report("not-regular-file", path)

    def _may_stand(self, path: str) -> bool:
        """Report a name that other systems, browsers or shells would misread."""
        reasons = list(_name_reasons(path))
        for reason in reasons:
            self._report("file-name", path, name=path.rsplit("/", 1)[-1], reason=reason)
        if not reasons and path in self._seen:
            self._report("name-collision", path, other=path)
            return False
        self._seen.add(path)
        return not reasons

    def _file(self, path: str, entry: os.DirEntry[str]) -> None:
        folder, _, name = path.rpartition("/")
        area = folder.partition("/")[0]
        suffix = suffix_of(path)
        if not folder and name in REGISTRIES:
            self._files["yml"].append(path)
            return
        code = _refusal(folder, name, suffix)
        if code:
            self._report(code, path, name=name)
        elif self._may_stand(path):
            size = entry.stat(follow_symlinks=False).st_size
            if suffix != ".md":
                self._files["media"].append(path)
            elif size > MAX_MARKDOWN_BYTES:
                values = {"size": megabytes(size), "limit": megabytes(MAX_MARKDOWN_BYTES)}
                self._report("file-too-large", path, **values)
            else:
                self._files[area].append(path)


def _refusal(folder: str, name: str, suffix: str) -> str | None:
    """Say why a file may not be where it is, as the code of a problem."""
    refusals = (
        ("lock-file", _LOCK.match(name)),
        ("unclaimed-file", not folder),
        ("markdown-suffix", suffix == ".md" and not name.endswith(".md")),
        ("file-type", suffix != ".md" and suffix not in MEDIA_SUFFIXES),
        ("double-extension", _RUNNABLE.search(name)),
        ("bulletin-folder", folder == "bulletins"),
        ("unclaimed-file", suffix == ".md" and folder.partition("/")[0] == "images"),
    )
    return next((code for code, applies in refusals if applies), None)


def _readable(path: str) -> str:
    """Return a path in NFC; bytes that are no UTF-8 become «�»."""
    try:
        path.encode()
    except UnicodeEncodeError:
        path = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", path)


def _name_reasons(path: str) -> Iterator[str]:
    name = path.rsplit("/", 1)[-1]
    length = len(path.encode())
    if length > MAX_PATH_BYTES:
        yield f"cả đường dẫn dài {length} byte, quá mức {MAX_PATH_BYTES}; chữ có dấu tính 2–3 byte"
    if _PLAIN_NAME.fullmatch(name) and not _DEVICE.fullmatch(name):
        return
    if name[0] in "-.":
        yield f"bắt đầu bằng dấu «{name[0]}»"
    if name[-1] in ". " or name[0] == " ":
        yield "có dấu chấm hoặc khoảng trắng ở đầu hay cuối tên"
    if _DEVICE.fullmatch(name):
        yield "là tên dành riêng của Windows"
    reserved = _RESERVED_SIGNS.search(name)
    if reserved:
        yield f"có dấu «{reserved[0]}»"
    if unprintable(name, path) or "\n" in name or "\t" in name or strip_invisible(name) != name:
        yield "có ký tự không nhìn thấy hoặc không đọc được"
