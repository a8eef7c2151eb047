"""What a link points to, and whether it may.

A link in a bulletin names a file of the content folder, a page of the site, an address elsewhere,
an e-mail or phone, or a place in the same page. Everything else is refused with its cure. Pure:
whether the file exists is asked later, when all files are known (``crosscheck.py``).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from plugins.bulletins.file_types import CONTENT_FOLDERS, IMAGE_SUFFIXES, MEDIA_SUFFIXES, suffix_of
from plugins.bulletins.records import Link
from plugins.problems import Problem, problem

CONTENT_SCHEME: Final = "content:"
MAX_ADDRESS: Final = 2_000
_MAX_SHOWN: Final = 200

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PREFIX: Final = re.compile(r"\{(filename|static|attach)\}")
_ANY_PREFIX: Final = re.compile(r"[{|][A-Za-z]+[}|]")
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_EMAIL: Final = re.compile(r"[^\s@<>\"?:/\\]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_PHONE: Final = re.compile(r"\+?[0-9(][0-9 .()-]{1,24}")
_HOST: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+\.?")
_BARE_DOMAIN: Final = re.compile(
    r"(?:www\.)?(?:[A-Za-z0-9-]+\.)+(?:vn|com|net|org|gov|edu|info|int|eu|io|me)(?:[/?#:]|$)", re.I
)
# The body writes a link's address as the first attribute of its tag, and no text of a body can
# hold an unescaped «<», so this finds addresses and nothing else.
_CONTENT_ADDRESS: Final = re.compile(r'(<(?:a href|img src)=")content:([^"#]*)(#[^"]*)?"')
# Letters, digits and what RFC 3986 lets stand in a path, query or fragment.
_URL_SAFE: Final = "%/:?@!$&'()*+,;=~-._"


class _Refused(Exception):
    """A target that may not stand; carries the code of the problem and its values."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def classify(
    target: str, base_path: str, *, line: int = 1, column: int = 1, text: str = ""
) -> Link | Problem:
    """Say what a link target is.

    ``{filename}x``, ``{static}x``, ``{attach}x`` mean the same as ``x``; a path that begins with
    ``/bulletins/``, ``/pages/`` or ``/images/`` counts from the content folder, a relative path
    from the folder of ``base_path``; any other path with a leading slash is a page of the site.

    Args:
        target: the target as the author wrote it, entities and Markdown escapes resolved.
        base_path: the Markdown file that holds the link, relative to the content folder.
        line: where the link stands.
        column: where the link stands.
        text: the link's words.

    Returns:
        The link, its target normalised (NFC content path, or percent-encoded address), or the
        problem that forbids it.
    """
    target = target.strip()
    try:
        kind, address, fragment = _classify(target, base_path)
    except _Refused as refused:
        shown = _short(target)
        return problem(refused.code, base_path, line, column, target=shown, **refused.values)
    return Link(kind, address, fragment, text, line, column)  # type: ignore[arg-type]


def content_file(target: str, base_path: str, *, line: int = 1, column: int = 1) -> str | Problem:
    """Resolve the name of a file of the content folder (a photo, a cover, an attachment).

    Args:
        target: the path as written: relative to the Markdown file, or from the content folder
            with a leading ``/bulletins/``, ``/pages/`` or ``/images/``.
        base_path: the Markdown file that names it.
        line: where it is named.
        column: where it is named.

    Returns:
        The NFC path relative to the content folder, or the problem that forbids it.
    """
    link = classify(target, base_path, line=line, column=column)
    if isinstance(link, Problem):
        return link
    if link.kind == "web":
        return problem("file-remote", base_path, line, column, target=_short(target))
    if link.kind != "file" or link.fragment:
        reason = "đây không phải tên một tệp trong thư mục nội dung"
        return problem("link-form", base_path, line, column, target=_short(target), reason=reason)
    return link.target


def image_file(target: str, base_path: str, *, line: int = 1, column: int = 1) -> str | Problem:
    """Resolve the name of a photo, like :func:`content_file`; other kinds of file are refused."""
    path = content_file(target, base_path, line=line, column=column)
    if isinstance(path, str) and suffix_of(path) not in IMAGE_SUFFIXES:
        return problem("image-type", base_path, line, column, target=_short(target))
    return path


def resolve_addresses(html_text: str, address: Callable[[str], str]) -> str:
    """Put the real address in the place of every ``content:PATH`` of a body.

    Args:
        html_text: a sanitised body.
        address: gives the address of a content path, without fragment.

    Returns:
        The body, ready to print.
    """

    def put(match: re.Match[str]) -> str:
        found = html.escape(address(html.unescape(match[2])))
        return f'{match[1]}{found}{match[3] or ""}"'

    return _CONTENT_ADDRESS.sub(put, html_text)


def _short(target: str) -> str:
    target = target.strip()
    return target if len(target) <= _MAX_SHOWN else f"{target[:_MAX_SHOWN]}…"


def _classify(target: str, base_path: str) -> tuple[str, str, str]:
    if not target:
        raise _Refused("link-empty")
    if len(target) > MAX_ADDRESS:
        raise _Refused("link-form", reason=f"dài hơn {MAX_ADDRESS} ký tự")
    if _UNSAFE.search(target):
        raise _Refused("link-form", reason="có ký tự điều khiển hoặc xuống dòng")
    if target.startswith("#"):
        if len(target) == 1:
            raise _Refused("link-empty")
        return "anchor", "", _fragment(target[1:])
    if target[:2] in {"//", "\\\\", "/\\", "\\/"}:
        raise _Refused("link-protocol-relative", address=target.lstrip("/\\"))
    scheme = _SCHEME.match(target)
    if scheme:
        return _with_scheme(scheme[1].lower(), target)
    if _EMAIL.fullmatch(target):
        raise _Refused("link-no-scheme", example=f"mailto:{target}")
    return _path(target, base_path)


def _with_scheme(scheme: str, target: str) -> tuple[str, str, str]:
    rest = target[len(scheme) + 1 :]
    if scheme in {"http", "https"}:
        return "web", *_web(target)
    if scheme == "mailto":
        if not _EMAIL.fullmatch(rest.partition("?")[0]):
            raise _Refused("link-form", reason="sau mailto: không phải một địa chỉ thư")
        return "contact", f"mailto:{quote(rest, safe='@.+-_?=&%')}", ""
    if scheme == "tel":
        rest = unquote(rest)
        if not _PHONE.fullmatch(rest):
            raise _Refused("link-form", reason="sau tel: không phải một số điện thoại")
        return "contact", "tel:" + re.sub(r"[^0-9+]", "", rest), ""
    if scheme == "file" or len(scheme) == 1:
        raise _Refused("link-absolute-file")
    raise _Refused("link-scheme", scheme=f"{scheme}:")


def _web(target: str) -> tuple[str, str]:
    if " " in target:
        raise _Refused("link-form", reason="địa chỉ có khoảng trắng")
    try:
        parts = urlsplit(target.replace("\\", "/"))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _Refused("link-form", reason="không phải một địa chỉ hợp lệ") from None
    if "\\" in target:
        raise _Refused("link-form", reason="có dấu \\, địa chỉ chỉ dùng dấu /")
    if "@" in parts.netloc:
        raise _Refused("link-form", reason="có tên đăng nhập trước tên miền")
    if not _HOST.fullmatch(host):
        raise _Refused("link-form", reason=f"«{host}» không phải một tên miền")
    address = f"{parts.scheme.lower()}://{host}" + (f":{port}" if port is not None else "")
    address += _encode(parts.path)
    if parts.query:
        address += "?" + _encode(parts.query)
    if parts.fragment:
        address += "#" + _encode(parts.fragment)
    return address, ""


def _path(target: str, base_path: str) -> tuple[str, str, str]:
    prefix = _PREFIX.match(target)
    if prefix:
        target = target[prefix.end() :]
    elif _ANY_PREFIX.match(target):
        raise _Refused("link-form", reason="chỉ dùng {filename}, {static} hoặc {attach}")
    if "\\" in target:
        raise _Refused("link-form", reason="có dấu \\, hãy dùng dấu /")
    path, _, fragment = target.partition("#")
    rooted = path.startswith("/")
    if rooted and not prefix and path[1:].partition("/")[0] not in CONTENT_FOLDERS:
        return _site(path, fragment)
    if "?" in path:
        raise _Refused("link-form", reason="tên tệp không có dấu ?")
    path = unicodedata.normalize("NFC", unquote(path))
    # Asked again after decoding: %2e%2e%2f and %5c must not slip through.
    if _UNSAFE.search(path) or "\\" in path:
        raise _Refused("link-form", reason="có ký tự không dùng được trong tên tệp")
    if not rooted and suffix_of(path) not in MEDIA_SUFFIXES | {".md"}:
        bare = _BARE_DOMAIN.match(path)
        if bare:
            raise _Refused("link-no-scheme", example=f"https://{target}")
    if path.rpartition("/")[2] in {"", ".", ".."}:
        raise _Refused("link-form", reason="đây là một thư mục, hãy viết tên tệp")
    return "file", _resolve(path, "" if rooted else base_path), _fragment(fragment)


def _resolve(path: str, base_path: str) -> str:
    """Resolve a path against the folder of a file, never above the content folder."""
    parts = base_path.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                raise _Refused("link-outside")
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _site(path: str, fragment: str) -> tuple[str, str, str]:
    bare, question, query = path.partition("?")
    if any(part in {".", ".."} for part in unquote(bare).split("/")) or "//" in bare:
        raise _Refused("link-form", reason="đường dẫn có «..», «.» hoặc «//»")
    address = _encode(bare) + (question + _encode(query) if query else "")
    return "site", address, _fragment(fragment)


def _fragment(text: str) -> str:
    return _encode(text)


def _encode(text: str) -> str:
    """Percent-encode what an address may not hold; what is encoded already stays as it is."""
    encoded = quote(text, safe=_URL_SAFE)
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
