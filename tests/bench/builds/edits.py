"""Edits as an editor makes them, the same for each generator's site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from bench.builds.results import BACK_DATED, DELETED, EDIT, FULL, NEW, NOTHING
from bench.builds.sites import Site, UnequalError, page_of
from bench.bulletin_corpus import NOW, Item

_RECENT: Final = 5
"""How far from the newest the first edited bulletin stands: it is in feeds, not on top of them."""
_TODAY: Final = dt.datetime.fromisoformat(NOW).replace(tzinfo=None) - dt.timedelta(hours=1)
_BACK_TO: Final = dt.datetime(2012, 6, 15, 7, 0)


class Edits:
    """Changes one site's content, and knows what it holds by now.

    Each method makes one change and returns the name of the bulletin that it is about, "" for none.
    No bulletin is changed twice, so that each build has real work.
    """

    def __init__(self, site: Site, items: Sequence[Item], spare: Sequence[Item]) -> None:
        """Begin.

        Args:
            site: whose source folder is written.
            items: the bulletins it holds, oldest first.
            spare: bulletins to publish, as many as may be asked for.
        """
        self.site = site
        self.items = items
        self.current = {item.name: item for item in items}
        self._gone: dict[str, Item] = {}
        self._sentences: dict[str, str] = {}
        self._spare = list(spare)
        self._edited = count(len(items) - _RECENT, -1)
        self._deleted = count(len(items) // 3, -1)

    def named(self, case: str) -> Callable[[], str]:
        """Return the change of a kind of build."""
        kinds = {
            FULL: self.nothing,
            NOTHING: self.nothing,
            EDIT: self.edit,
            NEW: self.publish,
            BACK_DATED: self.publish_back_dated,
            DELETED: self.delete,
        }
        return kinds[case]

    def nothing(self) -> str:
        """Change nothing."""
        return ""

    def edit(self) -> str:
        """Append a sentence to a recent bulletin."""
        number = next(self._edited)
        item = self.current[self.items[number].name]
        *others, last = item.paragraphs
        sentence = f"Buổi làm việc kéo dài {number % 60 + 20} phút."
        self._sentences[item.name] = sentence
        return self._put(replace(item, paragraphs=(*others, f"{last} {sentence}")))

    def publish(self) -> str:
        """Put in a new bulletin of the day of the build."""
        return self._new(
            dt.datetime.fromisoformat(NOW).replace(tzinfo=None) - dt.timedelta(hours=1)
        )

    def publish_back_dated(self) -> str:
        """Put in a new bulletin of a day years ago."""
        return self._new(_BACK_TO)

    def delete(self) -> str:
        """Delete an old bulletin."""
        item = self.current.pop(self.items[next(self._deleted)].name)
        self._gone[item.name] = item
        self.site.drop(item)
        return item.name

    def confirm(self, name: str) -> None:
        """Make sure that the built site shows the change of one bulletin; "" is none.

        Raises:
            UnequalError: its page is stale, missing, or still there.
        """
        if name in self._gone:
            if (self.site.output / page_of(self._gone[name])).exists():
                raise UnequalError(f"{self.site.name} still has the page of {name}")
        elif name:
            page = self.site.output / page_of(self.current[name])
            text = page.read_text(encoding="utf-8") if page.is_file() else None
            if text is None or self._sentences.get(name, "") not in text:
                raise UnequalError(f"{self.site.name} does not show what became of {name}")

    def _new(self, moment: dt.datetime) -> str:
        item = self._spare.pop()
        return self._put(replace(item, date=moment + dt.timedelta(minutes=len(self._spare))))

    def _put(self, item: Item) -> str:
        self.current[item.name] = item
        self.site.put(item)
        return item.name
