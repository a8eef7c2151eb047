"""Pages that a browser saved as one file (MHTML): the page, and its photos beside it."""

from __future__ import annotations

import base64
import email
import email.policy
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup

from plugins.desk.importing.blocks import Page
from plugins.desk.importing.saved_page import decoded, read_saved_page


def read_archive(data: bytes, zone: ZoneInfo) -> Iterator[tuple[str, bytes, Page | None]]:
    """Read the page of an archive, its photos put into it.

    Raises:
        ValueError: there is no page in the file.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    page, photos = b"", {}
    for part in message.walk():
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        kind = part.get_content_type()
        if kind == "text/html" and not page:
            page = content
        elif kind.startswith("image/"):
            packed = f"data:{kind};base64,{base64.b64encode(content).decode()}"
            names = (part["Content-Location"], f"cid:{str(part['Content-ID'] or '').strip('<>')}")
            photos.update({str(name): packed for name in names if name})
    if not page:
        raise ValueError("không có trang HTML nào trong tệp")
    soup = BeautifulSoup(decoded(page), "html.parser")
    for tag in soup.find_all("img"):
        tag["src"] = photos.get(str(tag.get("src") or ""), tag.get("src") or "")
    yield "", data, read_saved_page(str(soup).encode(), zone)
