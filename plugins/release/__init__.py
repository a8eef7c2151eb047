"""Publishes a built site on the newsroom's server, watches over it, and takes it back.

In a public build it declares ``/release.json``. The rest are commands: ``bantin deploy``,
``rollback``, ``status``, ``verify``, ``take-down`` and ``restore``.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.release.stage import ReleaseStage

__all__ = ["ReleaseStage", "register"]


def get_stages(_pelican: Pelican) -> list[type[ReleaseStage]]:
    """Bring the plugin's stage."""
    return [ReleaseStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.get_generators.connect(get_stages)
