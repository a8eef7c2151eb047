"""What a plugin adds to a build: a Pelican generator in two halves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from plugins.engine.build import Build
from plugins.engine.pages import Plan
from plugins.problems import problem


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

    def read_content(self, path: str) -> bytes | None:
        """Return the bytes of a file of the content folder; None when it is not there.

        Whoever scans the folder reports what is missing or no regular file; a link is not followed,
        for it may lead anywhere. One that cannot be read is a problem: it must not pass for empty.
        """
        file = self.content / path
        if file.is_symlink() or not file.is_file():
            return None
        try:
            with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW), "rb") as opened:
                return opened.read()
        except OSError as error:
            self.build.report([problem("unreadable", path, reason=error.strerror)])
            return None

    def generate_context(self) -> None:
        """Work out facts and report problems; write nothing."""

    def generate_output(self, plan: Plan) -> None:
        """Declare what to write; called only when nothing is wrong."""
