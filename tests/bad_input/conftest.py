"""The corpus of bad inputs: one folder for each, laid over a small content folder that is right.

``base/`` is that folder. Every other folder is a case: the files that are wrong, and
``expected.yml``::

    exit: 1                       exit status of a build and of `bantin check`
    problems:                     every error, in the order of the report
      - {path: bulletins/2025/bai-sai.md, line: 3, code: date-ambiguous}
    remove: [people.yml]          files of base/ that the case takes away
    write:                        files that git or an editor would not keep as they are
      bulletins/2025/bai.md: [{text: "---"}, {hex: "00 ff"}, {repeat: ["giao ban ", 8000]}]
      images/anh.jpg: {symlink: /etc/passwd}
      images/anh.png: {photo: [500, 300]}

A test that takes ``bad_input`` runs once for each case. The cases in ``gate/`` are refused by the
gate alone: the reader finds nothing wrong with them; a test that takes ``refused`` runs for those.
"""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

CORPUS = Path(__file__).parent
BASE = CORPUS / "base"


@dataclass(frozen=True)
class BadInput:
    """One case: its folder, and what a build of it must report."""

    folder: Path
    exit: int
    problems: list[tuple[str, int, str]]
    remove: list[str]
    write: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> BadInput:
        expected = yaml.safe_load((folder / "expected.yml").read_text(encoding="utf-8"))
        problems = [(entry["path"], entry["line"], entry["code"]) for entry in expected["problems"]]
        return cls(
            folder,
            expected["exit"],
            problems,
            expected.get("remove", []),
            expected.get("write", {}),
        )

    def lay_out(self, root: Path) -> Path:
        """Make the content folder of the case at ``root``."""
        shutil.copytree(BASE, root)
        shutil.copytree(
            self.folder, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yml")
        )
        for path in self.remove:
            (root / path).unlink()
        for path, recipe in self.write.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if "symlink" in recipe:
                target.symlink_to(recipe["symlink"])
            else:
                parts = recipe if isinstance(recipe, list) else [recipe]
                target.write_bytes(b"".join(map(_part, parts)))
        return root


def _part(part: dict[str, Any]) -> bytes:
    """Return the bytes of one part of a written file: hex digits, a text, or a text many times."""
    if "photo" in part:
        buffer = io.BytesIO()
        Image.new("RGB", tuple(part["photo"]), "white").save(buffer, "PNG")
        return buffer.getvalue()
    if "hex" in part:
        return bytes.fromhex(part["hex"])
    if "repeat" in part:
        text, times = part["repeat"]
        return text.encode() * times
    return part["text"].encode()


CASES = [BadInput.read(path.parent) for path in sorted(CORPUS.glob("*/expected.yml"))]
REFUSED = [BadInput.read(path.parent) for path in sorted(CORPUS.glob("gate/*/expected.yml"))]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that takes ``bad_input`` or ``refused`` once for every such case."""
    for name, cases in (("bad_input", CASES), ("refused", REFUSED)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, cases, ids=[case.folder.name for case in cases])


@pytest.fixture
def all_bad_inputs() -> list[BadInput]:
    """Return all cases."""
    return CASES


@pytest.fixture
def good_content(tmp_path: Path) -> Path:
    """Return a copy of the folder that all cases are laid over."""
    return Path(shutil.copytree(BASE, tmp_path / "content"))
