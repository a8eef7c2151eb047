"""The bulletins as a site of stock Pelican with pelican-related-posts: tags for units.

Written as Pelican's manual has it: a plain theme, no loop over all articles in a template but that
of the archive, lists of 100, feeds by its own settings. It has neither neighbours nor «Tin khác»,
and photos are copied as they are: Pelican does these by further plugins only, and time saved so is
in its favour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.builds.process import Spent, spend
from bench.builds.sites import FEED_ENTRIES, PAGE_ENTRIES, RELATED, Habits, remove
from bench.bulletin_corpus import Item, write_photos

_CONFIG: Final = """\
SITENAME = "Bản tin"
SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "public"
ARTICLE_PATHS = ["bulletins"]
STATIC_PATHS = ["images"]
THEME = "theme"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8", "C"]
PLUGINS = ["pelican.plugins.related_posts"]
RELATED_POSTS_MAX = @RELATED@
ARTICLE_URL = "ban-tin/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "{slug}/", "{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "don-vi/{slug}/", "don-vi/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "tac-gia/{slug}/", "tac-gia/{slug}/index.html"
TAGS_SAVE_AS, AUTHORS_SAVE_AS = "don-vi/index.html", "tac-gia/index.html"
CATEGORIES_SAVE_AS, ARCHIVES_SAVE_AS = "", "luu-tru/index.html"
YEAR_ARCHIVE_SAVE_AS = "luu-tru/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "luu-tru/{date:%Y}/{date:%m}/index.html"
DEFAULT_PAGINATION = @PAGE@
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None}
FEED_MAX_ITEMS = @FEED@
FEED_ALL_ATOM = "feeds/tat-ca.atom.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
TAG_FEED_ATOM = "feeds/don-vi/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_PATH = "cache"
"""
CACHED: Final = ("--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")
_BASE: Final = """\
<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>{% block title %}{{ SITENAME }}{% endblock %}</title></head>
<body><header><a href="/">{{ SITENAME }}</a></header>
<main>{% block content %}{% endblock %}</main></body>
</html>
"""
_ARTICLE: Final = """\
{% extends "base.html" %}
{% block title %}{{ article.title }} | {{ SITENAME }}{% endblock %}
{% block content %}
<article><p><a href="/{{ article.category.url }}">{{ article.category }}</a></p>
<h1>{{ article.title }}</h1>{{ article.summary }}
<time datetime="{{ article.date.isoformat() }}">{{ article.date.strftime("%d/%m/%Y") }}</time>
{{ article.content }}
{% if article.event %}<p>{{ article.event }}</p>{% endif %}
{% if article.award %}<p>{{ article.award }}</p>{% endif %}
<ul>{% for tag in article.tags %}<li><a href="/{{ tag.url }}">{{ tag }}</a></li>{% endfor %}</ul>
<p>{% for one in article.authors %}<a href="/{{ one.url }}">{{ one }}</a>{% endfor %}</p>
</article>
<ul class="related">{% for other in article.related_posts %}
<li><a href="/{{ other.url }}">{{ other.title }}</a> {{ other.date.strftime("%d/%m/%Y") }}</li>
{% endfor %}</ul>
{% endblock %}
"""
_LIST: Final = """\
{% extends "base.html" %}
{% block content %}<h1>@NAME@</h1>
<ul>{% for article in articles_page.object_list %}
<li><a href="/{{ article.url }}">{{ article.title }}</a>
{{ article.date.strftime("%d/%m/%Y") }} {{ article.summary }}</li>{% endfor %}</ul>
<nav>{% if articles_page.has_previous() -%}
<a href="/{{ articles_previous_page.url }}">«</a>{% endif %}
{{ articles_page.number }}/{{ articles_paginator.num_pages }}
{% if articles_page.has_next() %}<a href="/{{ articles_next_page.url }}">»</a>{% endif %}</nav>
{% endblock %}
"""
_INDEX: Final = """\
{% extends "base.html" %}
{% block content %}<ul>{% for article in articles[:20] %}
<li><a href="/{{ article.url }}">{{ article.title }}</a> {{ article.summary }}</li>
{% endfor %}</ul>{% endblock %}
"""
_NAMES: Final = """\
{% extends "base.html" %}
{% block content %}<ul>{% for one, articles in @LIST@|sort %}
<li><a href="/{{ one.url }}">{{ one }}</a> {{ articles|length }}</li>{% endfor %}</ul>{% endblock %}
"""
_PERIOD: Final = """\
{% extends "base.html" %}
{% block content %}<ul>{% for article in dates %}
<li><a href="/{{ article.url }}">{{ article.title }}</a>
{{ article.date.strftime("%d/%m/%Y") }}</li>
{% endfor %}</ul>{% endblock %}
"""
_ARCHIVE: Final = """\
{% extends "base.html" %}
{% block content %}<ul>{% for year, list in dates|groupby("date.year") %}
<li><a href="/luu-tru/{{ year }}/">{{ year }}</a> {{ list|length }}</li>
{% endfor %}</ul>{% endblock %}
"""
_THEME: Final[Mapping[str, str]] = {
    "base.html": _BASE,
    "article.html": _ARTICLE,
    "index.html": _INDEX,
    "archives.html": _ARCHIVE,
    "period_archives.html": _PERIOD,
    "tags.html": _NAMES.replace("@LIST@", "tags"),
    "authors.html": _NAMES.replace("@LIST@", "authors"),
    **{
        f"{name}.html": _LIST.replace("@NAME@", f"{{{{ {name} }}}}")
        for name in ("tag", "category", "author")
    },
}


@dataclass(slots=True)
class PelicanSite:
    """A folder with a site for stock Pelican, and the environment that builds it.

    ``cached`` switches Pelican's own cache on. A full build is measured without, as it is by
    default; an edit is measured with it.
    """

    root: Path
    peers: Path
    cached: bool = False
    name: str = "Pelican"
    habits: Habits = field(
        default=Habits(
            feed="feeds/{}.atom.xml",
            feed_of_all="feeds/tat-ca.atom.xml",
            month="luu-tru/{year}/{month}/index.html",
            related=r'<ul class="related">(.*?)</ul>',
        ),
        init=False,
    )

    @property
    def output(self) -> Path:
        """Return where it builds."""
        return self.root / "public"

    def write(self, items: Sequence[Item]) -> None:
        """Write settings, theme and content."""
        templates = self.root / "theme" / "templates"
        templates.mkdir(parents=True, exist_ok=True)
        for name, text in _THEME.items():
            (templates / name).write_text(text)
        config = _CONFIG
        for name, value in (("RELATED", RELATED), ("PAGE", PAGE_ENTRIES), ("FEED", FEED_ENTRIES)):
            config = config.replace(f"@{name}@", str(value))
        (self.root / "pelicanconf.py").write_text(config)
        (self.root / "content" / "images").mkdir(parents=True, exist_ok=True)
        for item in items:
            self.put(item)

    def put(self, item: Item) -> None:
        """Write a bulletin, and photos into the folder of its year."""
        file = self._file(item)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(pelican_file(item))
        if item.photos:
            images = self.root / "content" / "images" / str(item.date.year)
            images.mkdir(exist_ok=True)
            write_photos(images, item)

    def drop(self, item: Item) -> None:
        """Delete a bulletin."""
        self._file(item).unlink()

    def build(self) -> Spent:
        """Build by the command of Pelican's manual."""
        return spend(
            [
                self.peers / "bin" / "pelican",
                *("-s", "pelicanconf.py"),
                *(CACHED if self.cached else ()),
            ],
            log=self.root.with_suffix(".log"),
            folder=self.root,
        )

    def forget(self) -> None:
        """Remove the output and the cache."""
        remove(self.output, self.root / "cache")

    def _file(self, item: Item) -> Path:
        return self.root / "content" / "bulletins" / str(item.date.year) / f"{item.name}.md"


def pelican_file(item: Item) -> str:
    """Return a bulletin as stock Pelican reads it."""
    lines = [
        f"Title: {item.title}",
        f"Slug: {item.name}",
        f"Date: {item.date:%Y-%m-%d %H:%M}",
        f"Category: {item.category}",
        f"Tags: {', '.join(item.units)}",
        f"Authors: {'; '.join(item.authors)}",
        f"Summary: {item.summary}",
    ]
    if item.category == "hoi-nghi":
        lines.append(f"Event: Hội nghị {' '.join(item.title.split()[:8])}")
    if item.award:
        lines.append(f"Award: {item.award}, Sở Y tế")
    folder = f"{{static}}/images/{item.date.year}"
    cover = [
        f"![Đại biểu dự hội nghị trong hội trường]({folder}/{name})" for name in item.photos[:1]
    ]
    pictures = [f"![Quang cảnh buổi làm việc]({folder}/{name})" for name in item.photos[1:]]
    blocks = [*cover, *item.paragraphs[:2], *pictures, *item.paragraphs[2:]]
    return "\n".join(lines) + "\n\n" + "\n\n".join(blocks) + "\n"
