"""Strings of an nginx configuration."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def quoted(text: str) -> str:
    """Return a text as a string of nginx's configuration, between double quotes.

    Raises:
        ValueError: it holds a control character, or a dollar sign: nginx would read a variable
            there, and has no way to write the sign itself.
    """
    if _CONTROL.search(text) or "$" in text:
        raise ValueError(f"not to be written into nginx's configuration: {text!r}")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def quoted_pattern(text: str) -> str:
    """Return a regular expression as a string of nginx's configuration.

    Unlike a text it may hold a dollar sign: nginx does not look for variables in a pattern.

    Raises:
        ValueError: it holds a control character.
    """
    if _CONTROL.search(text):
        raise ValueError(f"not to be written into nginx's configuration: {text!r}")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
