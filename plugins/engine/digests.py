"""Digests of values: equal for equal values, in every run and on every machine."""

from __future__ import annotations

import hashlib
import re
import sys
import sysconfig
from collections.abc import Iterable
from functools import partial, singledispatch
from pathlib import Path, PurePath
from types import BuiltinFunctionType, FunctionType, MappingProxyType, MethodType
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

_BYTES: Final = 16


class Undigestible(TypeError):
    """A value has no digest: two runs could not tell whether it is still the same."""


def digest(*values: object) -> str:
    """Return the digest of values: records, collections, functions of modules.

    The order of a mapping's keys does not count. The class of a record does not count either: a
    digest is compared with digests of what the same program made in the same place.

    Raises:
        Undigestible: a value is, or holds, something that is not known by its content, such as a
            lambda or an open file.
    """
    try:
        packed = _ENCODER.encode(values)
    except Undigestible:
        raise
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Undigestible(str(error)) from error
    return hashlib.blake2b(packed, digest_size=_BYTES).hexdigest()


@singledispatch
def _plain(value: object) -> object:
    """Give what stands for a value that MessagePack does not know."""
    raise Undigestible(f"{type(value).__qualname__} has no digest")


@_plain.register
def _(value: partial) -> object:  # type: ignore[type-arg]  # of whatever function
    return "partial", value.func, value.args, value.keywords


@_plain.register
def _(value: MethodType) -> object:
    return "method", value.__func__, value.__self__


@_plain.register(FunctionType)
@_plain.register(BuiltinFunctionType)
@_plain.register(type)
def _(value: type) -> object:
    if "<" in value.__qualname__:
        raise Undigestible(f"{value.__qualname__} is no function of a module")
    return "name", value.__module__, value.__qualname__


@_plain.register
def _(value: MappingProxyType) -> object:  # type: ignore[type-arg]  # of whatever values
    return dict(value)


@_plain.register
def _(value: str) -> object:
    """A subclass, such as markup that is escaped already."""
    return type(value).__qualname__, str.__str__(value)


@_plain.register
def _(value: PurePath) -> object:
    return "path", value.as_posix()


@_plain.register
def _(value: ZoneInfo) -> object:
    return "zone", str(value)


@_plain.register
def _(value: re.Pattern) -> object:  # type: ignore[type-arg]  # of text or bytes
    return "pattern", value.pattern, value.flags


@_plain.register
def _(value: range) -> object:
    return "range", value.start, value.stop, value.step


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a digest of the program text and word lists that results depend on.

    Python and the installed libraries count, by their versions.

    Args:
        folders: the packages whose files count.
    """
    libraries = Path(sysconfig.get_path("purelib"))
    installed = sorted(path.name for path in libraries.glob("*.dist-info"))
    found = hashlib.sha256("\0".join([sys.version, *installed]).encode())
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in {".py", ".txt", ".tsv"}:
                found.update(file.relative_to(folder).as_posix().encode() + b"\0")
                found.update(file.read_bytes())
    return found.hexdigest()
