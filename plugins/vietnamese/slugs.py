"""Slugs: the part of a URL that is made from a title."""

import re
from types import MappingProxyType
from typing import Final

from plugins.vietnamese.characters import repair_lookalikes, strip_invisible
from plugins.vietnamese.folding import fold

MAX_LENGTH: Final = 80

_NOT_ALLOWED: Final = re.compile("[^a-z0-9]+")
# Latin letters that no decomposition reaches.
_UNDECOMPOSED: Final = MappingProxyType(str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l"}))


def slugify(text: str, max_length: int = MAX_LENGTH) -> str:
    """Make a slug of a title: ``Đảng ủy Sở Y tế`` → ``dang-uy-so-y-te``.

    Folding merges different titles: whoever puts slugs into URLs must look for collisions.

    Args:
        text: any text.
        max_length: most characters of the slug, at least 1; a longer one is cut at the end of a
            word, and inside the word only where the first word alone is longer.

    Returns:
        ``[a-z0-9]+(-[a-z0-9]+)*``, or an empty string where the text has no Latin letter or
        digit.

    Raises:
        ValueError: ``max_length`` is below 1.
    """
    if max_length < 1:
        raise ValueError(f"a slug needs room for at least one character, not {max_length}")
    plain = fold(repair_lookalikes(strip_invisible(text))).translate(_UNDECOMPOSED)
    slug = _NOT_ALLOWED.sub("-", plain).strip("-")
    if len(slug) <= max_length:
        return slug
    word_end = slug.rfind("-", 0, max_length + 1)
    return slug[: word_end if word_end > 0 else max_length]
