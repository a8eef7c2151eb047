"""Posts of other site generators: front matter in JSON, YAML or TOML, then Markdown or HTML."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any, Final
from zoneinfo import ZoneInfo

import yaml
from markdown import markdown

from plugins.desk.importing.blocks import Page
from plugins.desk.importing.fields_of_posts import page_of_fields
from plugins.desk.importing.saved_page import decoded

_FRONT: Final = re.compile(
    r"\A\s*(?:---(?P<lang>json|yaml|toml)?[ \t]*\n(?P<matter>.*?)\n---[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+[ \t]*(?:\n|\Z)"
    r"|(?P<json>\{\n.*?\n\})[ \t]*(?:\n|\Z))",
    re.S,
)


def read_post(data: bytes, zone: ZoneInfo) -> Page | None:
    """Read a post.

    Raises:
        ValueError: the front matter cannot be read.
    """
    text = decoded(data).replace("\r\n", "\n")
    match = _FRONT.match(text)
    if match is None:
        return page_of_fields({"body": _as_html(text)}, zone)
    fields = _fields(match)
    body = text[match.end() :]
    if body.strip():
        fields = {**_without_body(fields), "html": _as_html(body)}
    return page_of_fields(fields, zone)


def _fields(match: re.Match[str]) -> dict[str, Any]:
    text = match["matter"] or match["toml"] or match["json"] or ""
    try:
        if match["toml"] is not None or match["lang"] == "toml":
            found: Any = tomllib.loads(text)
        elif match["json"] is not None or match["lang"] == "json" or text.lstrip().startswith("{"):
            found = json.loads(text)
        else:
            found = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError) as error:
        raise ValueError(f"phần đầu không đọc được ({type(error).__name__})") from error
    if not isinstance(found, dict):
        raise ValueError("phần đầu không phải danh sách trường")  # noqa: TRY004 - of the file
    return {str(name): value for name, value in found.items()}


def _without_body(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in fields.items() if name not in {"html", "content", "body"}
    }


def _as_html(body: str) -> str:
    """Turn Markdown into HTML; HTML in it stays as it is."""
    return str(markdown(body, extensions=["tables", "sane_lists"]))
