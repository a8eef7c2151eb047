"""A small Jinja environment around the theme: the settings and filters of a build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from bs4 import BeautifulSoup
from support.samples import (
    awards,
    bulletins,
    cards,
    directories,
    lists,
    newsroom,
    pages,
    profiles,
)

from plugins.archives.formats import FILTERS

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"

Render = Callable[..., BeautifulSoup]
# The parts of the samples; no two give a name to different things.
PARTS = (awards, bulletins, cards, directories, lists, newsroom, pages, profiles)


def environment(samples: SimpleNamespace) -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTERS)
    env.globals.update(
        newsroom=samples.NEWSROOM,
        menu=samples.MENU,
        footer_menu=samples.FOOTER_MENU,
        preview=False,
        emblem_url="",
        english_url="/en/",
        search_url="/tim-kiem/",
        asset=lambda name: f"/theme/{name}",
    )
    return env


@pytest.fixture(scope="session")
def samples() -> SimpleNamespace:
    """Return all named examples under one roof."""
    return SimpleNamespace(**{name: one for part in PARTS for name, one in vars(part).items()})


@pytest.fixture(scope="session")
def env(samples: SimpleNamespace) -> jinja2.Environment:
    return environment(samples)


@pytest.fixture(scope="session")
def render(env: jinja2.Environment) -> Render:
    """Render a template with inputs; keywords stand in for globals such as ``newsroom``."""

    def run(template: str, inputs: dict[str, Any], **instead: Any) -> BeautifulSoup:
        html = env.get_template(template).render({**inputs, **instead})
        return BeautifulSoup(html, "html.parser")

    return run


@pytest.fixture(scope="session")
def macro(env: jinja2.Environment) -> Render:
    """Call one macro: ``macro("card.html", "card", item=…)``."""

    def run(file: str, name: str, **arguments: Any) -> BeautifulSoup:
        module = env.get_template(f"macros/{file}").module
        return BeautifulSoup(str(getattr(module, name)(**arguments)), "html.parser")

    return run
