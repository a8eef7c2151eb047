"""What a plugin adds to a build: a Pelican generator in two halves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from plugins.engine.build import Build
from plugins.engine.pages import Plan


class Stage:
    """Base class of our generators, handed to Pelican through its ``get_generators`` signal.

    It keeps Pelican's protocol (``generate_context`` for all generators, then ``generate_output``),
    with two differences: the first half works on the shared :class:`Build`, and the second declares
    pages instead of writing them, so that the engine can render them in parallel, skip them or seal
    them. Stages run in the order of ``PLUGINS``.

    It does not derive from ``pelican.generators.Generator``, whose constructor builds readers and a
    template environment of its own for each generator.
    """

    def __init__(
        self, context: dict[str, Any], settings: dict[str, Any], path: str, **_: object
    ) -> None:
        self.settings = settings
        self.content = Path(path)
        self.build: Build = context["build"]

    def read_content(self, path: str) -> bytes:
        """Return the bytes of a file of the content folder; none when it is not there.

        A link is not followed: it may lead anywhere. Whoever scans the folder reports both.
        """
        try:
            descriptor = os.open(self.content / path, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            return b""
        with os.fdopen(descriptor, "rb") as file:
            return file.read()

    def generate_context(self) -> None:
        """Work out facts and report problems; write nothing."""

    def generate_output(self, plan: Plan) -> None:
        """Declare what to write; called only when nothing is wrong."""
