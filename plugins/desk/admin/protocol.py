"""What the page asks of a working copy: the protocol of Decap's «proxy» back end, version 1.

Each request is ``{"action": …, "params": …}``; answers are JSON. Drafts and reviews are for the
hosted back ends: here each save is a commit.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plugins.desk.admin.repository import Refused, Repository

Json = Any
# The library of a folder shows its newest files only: all photos of a year would be gigabytes.
LIBRARY_FILES = 60
LIBRARY_BYTES = 40 * 1024 * 1024


# Years are listed from the newest until there are this many bulletins: the page reads each of them,
# and 20,000 took it half a minute and half a gigabyte.
LISTED = 3000


class Unknown(Exception):
    """The page asked for something that this back end does not have."""


class WorkingCopy:
    """Answers requests, one write at a time; may be called by any thread.

    ``listed``: how many bulletins are enough; the years that hold them are listed whole. ``check``
    returns what is wrong with some files, as the command's JSON has it; without it there is none.
    """

    def __init__(
        self,
        repository: Repository,
        listed: int = LISTED,
        check: Callable[[Sequence[Path]], Json] | None = None,
    ) -> None:
        self._repository = repository
        self._listed = listed
        self._check_files = check
        self._saved: tuple[Path, ...] = ()
        self._checking = threading.Lock()
        self._writing = threading.Lock()
        self._actions: Mapping[str, Callable[[Json], Json]] = MappingProxyType(
            {
                "info": self._info,
                "entriesByFolder": self._entries_by_folder,
                "entriesByFiles": self._entries_by_files,
                "getEntry": self._get_entry,
                "unpublishedEntries": lambda _: [],
                "persistEntry": self._persist_entry,
                "check": self._check,
                "getMedia": self._get_media,
                "getMediaFile": self._get_media_file,
                "persistMedia": self._persist_media,
                "deleteFiles": self._delete_files,
                "getDeployPreview": lambda _: None,
                "getNotes": lambda _: {"notes": []},
                "getPRMetadata": lambda _: {"metadata": None},
            }
        )

    @property
    def checks(self) -> bool:
        """Tell whether the page may ask for a check."""
        return self._check_files is not None

    def answer(self, request: Json) -> Json:
        """Answer one request.

        Raises:
            Unknown: there is no such action, or no such entry.
            Refused: it must not be done, or git said no.
            KeyError, TypeError, ValueError: the request is not one of the protocol.
        """
        action = self._actions.get(request["action"])
        if action is None:
            raise Unknown(str(request["action"]))
        return action(request.get("params") or {})

    def _info(self, _params: Json) -> Json:
        root = self._repository.root
        return {"repo": root.name, "publish_modes": ["simple"], "type": "local_git"}

    def _entries_by_folder(self, params: Json) -> Json:
        folder = self._repository.file(params["folder"])
        depth, suffix = int(params["depth"]), f".{params['extension'].lstrip('.')}"
        found = [
            path
            for path in sorted(folder.rglob(f"*{suffix}"))
            if path.is_file()
            and not path.is_symlink()
            and len(path.relative_to(folder).parts) <= depth
        ]
        newest = _newest_years(found, folder, self._listed)
        return [self._entry(path.relative_to(self._repository.root).as_posix()) for path in newest]

    def _entries_by_files(self, params: Json) -> Json:
        return [self._entry(file["path"]) for file in params["files"]]

    def _get_entry(self, params: Json) -> Json:
        return self._entry(params["path"])

    def _entry(self, path: str) -> Json:
        file = self._repository.file(path)
        if not file.is_file():
            return {"data": None, "file": {"path": path, "id": None}}
        data = file.read_bytes()
        # What is no UTF-8 is kept: it is shown broken, and saving it is refused below.
        text = data.decode("utf-8", "replace")
        return {"data": text, "file": {"path": path, "id": hashlib.sha256(data).hexdigest()}}

    def _persist_entry(self, params: Json) -> Json:
        files = params.get("dataFiles") or [params["entry"]]
        written = {asset["path"]: _decoded(asset) for asset in params["assets"]}
        for file in files:
            path = file.get("newPath") or file["path"]
            self._check_replaced(path)
            written[path] = file["raw"].encode()
        with self._writing:
            for path in written:
                self._repository.file(path)  # all or none
            for path, data in written.items():
                self._repository.write(path, data)
            self._repository.commit(list(written), params["options"]["commitMessage"])
            self._saved = tuple(map(self._repository.file, (each["path"] for each in files)))
        return {"message": "entry persisted"}

    def _check(self, _params: Json) -> Json:
        """Check what was saved last; one check at a time, each takes a core."""
        if self._check_files is None:
            raise Unknown("check")
        with self._checking:
            return {"problems": self._check_files(self._saved)}

    def _check_replaced(self, path: str) -> None:
        file = self._repository.file(path)
        try:
            if file.is_file():
                file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refused(
                f"Tệp {path} không theo bảng mã UTF-8, nên không lưu đè để khỏi hỏng chữ."
            ) from error

    def _get_media(self, params: Json) -> Json:
        folder = self._repository.file(params["mediaFolder"])
        files = [
            path
            for path in (folder.iterdir() if folder.is_dir() else [])
            if path.is_file() and not path.is_symlink() and path.suffix != ".md"
        ]
        files.sort(key=lambda path: (-path.stat().st_mtime_ns, path.name))
        taken, room = [], LIBRARY_BYTES
        for path in files[:LIBRARY_FILES]:
            room -= path.stat().st_size
            if room < 0:
                break
            taken.append(self._media(path))
        return taken

    def _get_media_file(self, params: Json) -> Json:
        path = self._repository.file(params["path"])
        if not path.is_file():
            raise Unknown(params["path"])
        return self._media(path)

    def _persist_media(self, params: Json) -> Json:
        asset = params["asset"]
        data = _decoded(asset)
        with self._writing:
            self._repository.write(asset["path"], data)
            self._repository.commit([asset["path"]], params["options"]["commitMessage"])
        return self._media(self._repository.file(asset["path"]))

    def _delete_files(self, _params: Json) -> Json:
        raise Refused("Không xóa tệp ở đây: bài hay ảnh có thể đang được trang khác dùng.")

    def _media(self, path: Path) -> Json:
        data = path.read_bytes()
        return {
            "id": hashlib.sha256(data).hexdigest(),
            "content": base64.b64encode(data).decode(),
            "encoding": "base64",
            "path": path.relative_to(self._repository.root).as_posix(),
            "name": path.name,
        }


def _newest_years(paths: Sequence[Path], folder: Path, enough: int) -> list[Path]:
    """Return the files of the newest folders, whole, until there are enough; in the order given."""
    by_year: dict[str, list[Path]] = {}
    for path in paths:
        by_year.setdefault(path.relative_to(folder).parts[0], []).append(path)
    taken: list[Path] = []
    for year in sorted(by_year, reverse=True):
        if len(taken) >= enough:
            break
        taken = by_year[year] + taken
    return taken


def _decoded(asset: Json) -> bytes:
    try:
        return base64.b64decode(asset["content"], validate=True)
    except binascii.Error as error:
        raise ValueError(f"{asset['path']} is no base64") from error
