"""Declares every page of the site: bulletins, lists, archive, static pages, open data.

Adds to the template context: ``newsroom``, ``menu``, ``footer_menu``, ``preview``, ``emblem_url``;
each page's own variables are listed where it is declared.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.archives.settings import ArchivesSettings, site_address
from plugins.archives.stage import ArchivesStage


def check_settings(pelican: Pelican) -> None:
    """Refuse wrong settings before anything is read."""
    ArchivesSettings.from_pelican(pelican.settings)
    site_address(pelican.settings)


def get_stages(_pelican: Pelican) -> list[type[ArchivesStage]]:
    """Bring the plugin's stage."""
    return [ArchivesStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(get_stages)
