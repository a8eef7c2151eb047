"""Photos: several widths in WebP and JPEG, upright, in sRGB, without anything but pixels.

Provides ``Pictures``, which makes and declares their files; adds nothing to the template context.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.pictures.files import Pictures
from plugins.pictures.renditions import Picture
from plugins.pictures.settings import PicturesSettings
from plugins.pictures.stage import PicturesStage

__all__ = ["Picture", "Pictures", "PicturesStage", "register"]


def check_settings(pelican: Pelican) -> None:
    """Refuse wrong settings before anything is read."""
    PicturesSettings.from_pelican(pelican.settings)


def get_stages(_pelican: Pelican) -> list[type[PicturesStage]]:
    """Bring the plugin's stage."""
    return [PicturesStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(get_stages)
