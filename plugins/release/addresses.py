"""Addresses as people write them, and the list of those that were taken down, as a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import unquote, urlsplit

from plugins.release.errors import USAGE, DeployError

LIST: Final = "taken-down.yml"
"""The list's name below the content folder (plugins/bulletins/taken_down.py reads it)."""

_HEAD: Final = """\
# Những địa chỉ đã gỡ khỏi trang. «bantin take-down» tự ghi vào đây; không bản dựng nào đăng lại
# chúng. Chỉ xóa một mục khi được phép đăng lại («bantin restore»).
"""
_PATH: Final = re.compile(r"/[A-Za-z0-9._~/-]+")
_URL_LINE: Final = re.compile(r"-\s+url:\s*[\"']?([^\s\"'#]+)[\"']?\s*(?:#.*)?")


def address_path(text: str, site: str) -> str:
    """Return the path of an address on this site.

    Args:
        text: a whole address, as a browser shows it, or its path.
        site: the site's own address; "" where it is not known.

    Raises:
        DeployError: it is of another site, or of no page or file.
    """
    try:
        parts = urlsplit(text.strip())
    except ValueError as error:
        raise DeployError("deploy-address", USAGE, text=text[:200]) from error
    path = unquote(parts.path)
    foreign = bool(parts.netloc and site) and parts.netloc.lower() != urlsplit(site).netloc.lower()
    plain = _PATH.fullmatch(path) and "//" not in path and "/." not in path
    if foreign or not plain or (parts.scheme and not parts.netloc):
        raise DeployError("deploy-address", USAGE, text=text[:200])
    return path


def with_addresses(text: str, urls: Iterable[str], day: dt.date) -> str:
    """Return the list with further addresses at its end; those that it has stay as they are.

    Args:
        text: the list, "" where there is none.
        urls: what was taken down.
        day: when. The reason is kept by the server alone: content may be public.
    """
    if text.strip() in {"", "[]"}:
        text = _HEAD
    elif not text.endswith("\n"):
        text += "\n"
    there = {_same(match[1]) for match in map(_URL_LINE.fullmatch, text.splitlines()) if match}
    for url in urls:
        if _same(url) not in there:
            text += f"- url: {url}\n  date: {day.isoformat()}\n"
            there.add(_same(url))
    return text


def without_addresses(text: str, urls: Collection[str]) -> str:
    """Return the list without some addresses; comments stay.

    A list of which nothing is left becomes an empty one.
    """
    wanted = {_same(url) for url in urls}
    kept: list[str] = []
    dropping = False
    for line in text.splitlines(keepends=True):
        if line.startswith("-"):
            match = _URL_LINE.fullmatch(line.strip())
            dropping = match is not None and _same(match[1]) in wanted
        elif line.startswith("#"):
            dropping = False
        if not dropping:
            kept.append(line)
    return "".join(kept)


def _same(url: str) -> str:
    return url.rstrip("/")
