"""Records as JSON and back, exactly: what the engine keeps of a file between builds.

Generic over frozen dataclasses. Fields that have their default are left out, so that a record takes
little room; type hints are resolved once for each class.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from plugins.bulletins.records import Bulletin

Json = Any
Record = TypeVar("Record")


def to_json(record: object) -> dict[str, Json]:
    """Turn a record into what :mod:`json` can write.

    Raises:
        TypeError: the record is no dataclass, or a field has a type that records do not use.
    """
    return {
        name: encode(value)
        for name, default, encode, _ in _codecs(cast(Any, type(record)))
        if (value := getattr(record, name)) != default
    }


def from_json(data: dict[str, Json], kind: type[Record] = Bulletin) -> Record:  # type: ignore[assignment]
    """Make the record that :func:`to_json` was given.

    Args:
        data: what it returned, written and read by :mod:`json` in between or not.
        kind: the class of the record.

    Raises:
        KeyError, TypeError, ValueError: the data are not those of such a record.
    """
    decoded = {
        name: decode(data[name]) for name, _, _, decode in _codecs(cast(Any, kind)) if name in data
    }
    if len(decoded) != len(data):
        raise ValueError(f"{kind.__name__} has no field {sorted(data.keys() - decoded.keys())}")
    return kind(**decoded)


Encode = Callable[[Any], Json]
Decode = Callable[[Json], Any]


@cache
def _codecs(kind: Any) -> tuple[tuple[str, object, Encode, Decode], ...]:
    """Return name, default, encoder and decoder of each field of a record class."""
    if not is_dataclass(kind):
        raise TypeError(f"{kind!r} is not a record")
    hints = get_type_hints(kind)
    return tuple(
        (entry.name, _default(entry), *_codec(hints[entry.name]))
        for entry in fields(kind)
        if entry.init
    )


def _default(entry: Any) -> object:
    if entry.default_factory is not MISSING:
        return entry.default_factory()
    return entry.default


def _codec(hint: Any) -> tuple[Encode, Decode]:
    """Return the encoder and decoder of a type hint."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        (inner,) = (argument for argument in arguments if argument is not type(None))
        encode, decode = _codec(inner)
        return (
            lambda value: None if value is None else encode(value),
            lambda value: None if value is None else decode(value),
        )
    if origin is tuple:
        return _tuple_codec(arguments)
    if origin is Literal or hint in {str, int, bool, float}:
        return _same, _same
    if hint is dt.datetime:
        return _encode_moment, _decode_moment
    if hint is dt.date:
        return dt.date.isoformat, dt.date.fromisoformat
    if is_dataclass(hint):
        return to_json, lambda value: from_json(value, cast(type, hint))
    raise TypeError(f"records do not hold {hint!r}")


def _tuple_codec(arguments: tuple[Any, ...]) -> tuple[Encode, Decode]:
    if arguments[1:] == (Ellipsis,):
        encode, decode = _codec(arguments[0])
        return (
            lambda value: [encode(item) for item in value],
            lambda value: tuple(map(decode, value)),
        )
    encoders, decoders = zip(*map(_codec, arguments), strict=True)
    return (
        lambda value: [encode(item) for encode, item in zip(encoders, value, strict=True)],
        lambda value: tuple(d(item) for d, item in zip(decoders, value, strict=True)),
    )


def _same(value: Json) -> Json:
    return value


def _encode_moment(value: dt.datetime) -> str:
    """Write a moment with the name of its zone (RFC 9557), which an offset alone would lose."""
    zone = value.tzinfo
    suffix = f"[{zone.key}]" if isinstance(zone, ZoneInfo) else ""
    return value.isoformat() + suffix


def _decode_moment(text: str) -> dt.datetime:
    moment, _, zone = text.partition("[")
    found = dt.datetime.fromisoformat(moment)
    return found.astimezone(ZoneInfo(zone.rstrip("]"))) if zone else found
