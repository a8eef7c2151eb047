"""The plugin's stage: the search page and its index."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.archives.site import Head, Site
from plugins.archives.views import Crumb, trail
from plugins.authors.attribution import Attribution
from plugins.authors.people import People
from plugins.engine import Plan, Stage
from plugins.engine.kept import Kept, packers
from plugins.engine.pages import Page
from plugins.search.documents import SearchDoc
from plugins.search.gathering import gather, kinds_of
from plugins.search.index_files import FOLDER, all_files, batches_of
from plugins.search.names import names_of
from plugins.search.periods import Period, periods_of
from plugins.search.terms import Batch, batch_of
from plugins.units.registry import Units

Items = Sequence[tuple[int, SearchDoc]]

SEARCH = Crumb("Tìm kiếm", f"/{FOLDER}/")


class SearchStage(Stage):
    """Declares the search page and the files that its scripts read."""

    def generate_output(self, plan: Plan) -> None:
        """Declare the page and the index of what this build shows; name the page to templates."""
        site = self.build[Site]
        units = self.build[Units]
        paths = (bulletin.path for bulletin in site.selection.paged)
        people = self.build[Attribution].people_with_pages(self.build[People], paths)
        docs = gather(site, people, units)
        plan.globals["search_url"] = SEARCH.url
        plan.add(
            search_page(site),
            *all_files(periods_of(docs), self._batches, names_of(units, people), kinds_of(docs)),
        )

    def _batches(self, period: Period) -> list[Batch]:
        kept: Kept[Items, Batch] = Kept("postings", _as_they_are, *packers(Batch))
        return self.build.map(batch_of, batches_of(period), label="Lập chỉ mục tìm kiếm", kept=kept)


def _as_they_are(items: Items) -> Items:
    """Give what the postings of some items depend on: all of them."""
    return items


def search_page(site: Site) -> Page:
    """Declare the search page. Without a script it names the other ways to find something."""
    return site.page(
        SEARCH.url,
        "search.html",
        title=SEARCH.name,
        description="Tìm bản tin, văn bản, đơn vị và cán bộ, gõ có dấu hay không dấu đều được",
        kind="search",
        crumbs=trail(SEARCH),
        # What it shows depends on what is asked; other search engines find the pages themselves.
        head=Head(noindex=True),
    )
