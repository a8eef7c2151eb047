"""What a bulletin is: the record, the schema of its header, the reader of its Markdown.

Provides :class:`Reading` to later plugins; adds nothing to the template context itself.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.bulletins.settings import Newsroom
from plugins.bulletins.stage import BulletinsStage, Reading

__all__ = ["BulletinsStage", "Newsroom", "Reading", "register"]


def check_settings(pelican: Pelican) -> None:
    """Refuse a wrong identity block before anything is read."""
    Newsroom.from_pelican(pelican.settings)


def get_stages(_pelican: Pelican) -> list[type[BulletinsStage]]:
    """Bring the plugin's stage."""
    return [BulletinsStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(get_stages)
