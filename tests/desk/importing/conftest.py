"""Registries and readers that the importer's tests share."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from support.corpus import registries

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.desk.importing.article import understand
from plugins.desk.importing.events import Registries
from plugins.desk.importing.plain_text import read_plain_text
from plugins.desk.importing.saved_page import read_saved_page
from plugins.gate.spam.phrases import Phrases
from plugins.units.recogniser import Recogniser

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(scope="session")
def zone():
    return ZONE


@pytest.fixture(scope="session")
def known():
    people, units = registries()
    return Registries(people, units, Recogniser(units, FAMILY_NAMES))


@pytest.fixture(scope="session")
def phrases():
    return Phrases()


@pytest.fixture(scope="session")
def article_of(known, phrases):
    """Return the article of a page or of plain text, None where there is none."""

    def understood(text, *, plain=False):
        data = text.encode()
        page = read_plain_text(data) if plain else read_saved_page(data, ZONE)
        return None if page is None else understand(page, known, phrases)

    return understood
