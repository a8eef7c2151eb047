"""A small Jinja environment around the theme: the engine's own settings, filters stubbed."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import jinja2
import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

Render = Callable[..., BeautifulSoup]


def date_long(value: date) -> str:
    return f"{WEEKDAYS[value.weekday()]}, ngày {value:%d} tháng {value:%m} năm {value:%Y}"


def has_time(value: datetime) -> bool:
    return (value.hour, value.minute) != (0, 0)


FILTERS = {
    "date_long": date_long,
    "date_short": lambda value: f"{value:%d/%m/%Y}",
    "datetime_short": lambda value: f"{value:%d/%m/%Y %H:%M}",
    "iso": lambda value: value.isoformat(),
    "number": lambda value: f"{value:,}".replace(",", "."),
    "has_time": has_time,
}


def load_samples() -> ModuleType:
    """Import samples.py by its path: test folders are no packages."""
    spec = importlib.util.spec_from_file_location("theme_samples", Path(__file__).parent / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def environment(samples: ModuleType, **globals_: Any) -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTERS)
    env.globals.update(
        {
            "newsroom": samples.Newsroom(),
            "menu": samples.MENU,
            "footer_menu": samples.FOOTER_MENU,
            "preview": False,
            "asset": lambda name: f"/theme/{name}",
            **globals_,
        }
    )
    return env


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    return load_samples()


@pytest.fixture
def render(samples: ModuleType) -> Render:
    """Render a template with inputs; ``globals_`` replaces globals such as ``newsroom``."""

    def run(template: str, inputs: dict[str, Any], **globals_: Any) -> BeautifulSoup:
        env = environment(samples, **globals_)
        return BeautifulSoup(env.get_template(template).render(inputs), "html.parser")

    return run


@pytest.fixture
def macro(samples: ModuleType) -> Render:
    """Call one macro: ``macro("card.html", "card", item=…)``."""

    def run(file: str, name: str, **arguments: Any) -> BeautifulSoup:
        module = environment(samples).get_template(f"macros/{file}").module
        return BeautifulSoup(str(getattr(module, name)(**arguments)), "html.parser")

    return run
