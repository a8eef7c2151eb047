"""The dictionary of open data: what each field of each file means, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from plugins.archives import award_data, open_data
from plugins.archives.award_data import AWARD_FIELDS
from plugins.archives.data_fields import FieldMeaning, meanings
from plugins.archives.open_data import BULLETIN_FIELDS
from plugins.archives.views import Crumb

OPEN_DATA: Final = Crumb("Dữ liệu mở", "/du-lieu/")


@dataclass(frozen=True, slots=True)
class DataSet:
    """The files of one kind, one a year, and the meaning of their fields.

    ``years`` are those that have a file, the newest first; ``suffixes`` the forms of each.
    """

    name: str
    folder: str
    suffixes: tuple[str, ...]
    years: tuple[int, ...]
    fields: tuple[FieldMeaning, ...]

    def url(self, year: int, suffix: str) -> str:
        """Return the address of a year's file."""
        return f"/{self.folder}/{year}.{suffix}"


def data_sets(bulletin_years: Iterable[int], award_years: Iterable[int]) -> tuple[DataSet, ...]:
    """Describe the open data of a build.

    Args:
        bulletin_years: the years that have bulletins with a page.
        award_years: the years that have awards.
    """
    return (
        DataSet(
            "Bản tin",
            open_data.FOLDER,
            ("json",),
            tuple(sorted(set(bulletin_years), reverse=True)),
            tuple(meanings("ban-tin", BULLETIN_FIELDS)),
        ),
        DataSet(
            "Khen thưởng",
            award_data.FOLDER,
            ("csv", "json"),
            tuple(sorted(set(award_years), reverse=True)),
            tuple(meanings("khen-thuong", AWARD_FIELDS)),
        ),
    )
