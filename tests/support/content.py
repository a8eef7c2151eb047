"""Small content folders for tests: registries, bulletins, and what their headers say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[2]
NOW = "2026-01-15T08:00+07:00"

REGISTRIES = {
    "units.yml": (
        "- id: so-y-te\n  name: Sở Y tế\n  kind: so\n"
        "- id: benh-vien-phoi\n  name: Bệnh viện Phổi\n  parent: so-y-te\n"
    ),
    "people.yml": "- id: minh-hien\n  name: Minh Hiền\n- id: le-son\n  name: Lê Sơn\n",
}


def bulletin(title: str, date: str = "2025-03-05", body: str = "", **fields: str) -> str:
    """Return the text of a valid bulletin; ``fields`` are further lines of its header, as YAML."""
    header = {
        "title": title,
        "date": date,
        "category": "Hội nghị",
        "authors": "Minh Hiền",
        **fields,
    }
    lines = "".join(f"{name}: {value}\n" for name, value in header.items())
    return f"---\n{lines}---\n\n{body or f'{title} được tổ chức tại địa phương.'}\n"


def write_content(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a content folder: the two registries, and the files given, which may replace them."""
    for path, data in {**REGISTRIES, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
    return root


@dataclass(frozen=True)
class Heading:
    """What the header of a bulletin says, as far as publication depends on it."""

    path: str
    title: str
    status: str
    date: dt.datetime

    def is_public(self, now: dt.datetime) -> bool:
        """Tell whether the public may see a page of it at a time."""
        return self.status != "draft" and self.date <= now


def headings(root: Path, zone: dt.tzinfo) -> list[Heading]:
    """Read the headers of all bulletins, without any of the program's own code.

    What a site shows is compared with this: a reader that lost a file would not notice itself.
    """
    found = []
    for file in sorted((root / "bulletins").rglob("*.md")):
        text = file.read_text(encoding="utf-8-sig")
        if text.startswith("---"):
            fields = yaml.load(text.split("---\n")[1], yaml.BaseLoader)
        else:
            rows = (row.split(":", 1) for row in text.partition("\n\n")[0].splitlines())
            fields = {name.strip().lower(): value.strip() for name, value in rows}
        status = {"đã rút": "withdrawn", "bản nháp": "draft", "đã đăng": "published"}
        written = fields.get("status", "published").lower()
        found.append(
            Heading(
                file.relative_to(root).as_posix(),
                fields["title"],
                status.get(written, written),
                dt.datetime.fromisoformat(fields["date"]).replace(tzinfo=zone),
            )
        )
    return found
