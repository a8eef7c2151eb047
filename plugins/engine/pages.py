"""Declared pages: where they go, what they read, how they are made.

A page is data until it is rendered. Its template sees its ``inputs`` and the site's globals and
nothing else, so what a page depends on is written down once and cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.engine.manifest import Entry

Inputs = Mapping[str, Any]


def _as_they_are(inputs: Inputs) -> Inputs:
    return inputs


@dataclass(frozen=True, slots=True)
class Page:
    """One file made from a template.

    Args:
        path: output path, relative, with forward slashes.
        template: name of a template of the theme.
        inputs: frozen values that the page shows: all that it may depend on.
        view: a pure function from the inputs to the template's variables, run when the page is
            rendered (in a worker); by default the inputs are the variables.
    """

    path: str
    template: str
    inputs: Inputs = field(default_factory=dict)
    view: Callable[[Inputs], Inputs] = _as_they_are


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file made without a template. ``make`` is a pure function of the inputs.

    Where the hash of the result is known beforehand (``expected``), it is only called when the
    output folder lacks that very file.
    """

    path: str
    make: Callable[[Inputs], bytes]
    inputs: Inputs = field(default_factory=dict)
    expected: Entry | None = None


@dataclass(frozen=True, slots=True)
class FileCopy:
    """One file copied as it is. ``sha256`` is the source's hash at the time of planning."""

    path: str
    source: Path
    sha256: str


@dataclass(slots=True)
class Plan:
    """All that a build will write. Generators fill it in ``generate_output``.

    ``inspectors`` look at each page as it was rendered, in the worker that rendered it; one that
    raises a ``BuildError`` stops the build before anything is moved into the output.
    ``globals`` and ``filters`` are what every template may use besides its page's inputs;
    ``counts`` is what the closing line reports, by its Vietnamese name. ``moments`` are the times,
    with their zone, from which on the same content gives readers another site: what decides by the
    build's "now" says so here. ``taken_down`` holds the addresses that the build leaves out because
    they were taken down.
    """

    pages: list[Page] = field(default_factory=list)
    data: list[DataFile] = field(default_factory=list)
    copies: list[FileCopy] = field(default_factory=list)
    inspectors: list[Callable[[str, bytes], None]] = field(default_factory=list)
    globals: dict[str, Any] = field(default_factory=dict)
    filters: dict[str, Callable[..., Any]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    moments: list[datetime] = field(default_factory=list)
    taken_down: list[str] = field(default_factory=list)

    def add(self, *declared: Page | DataFile | FileCopy) -> None:
        """Declare files."""
        for item in declared:
            if isinstance(item, Page):
                self.pages.append(item)
            elif isinstance(item, DataFile):
                self.data.append(item)
            else:
                self.copies.append(item)
