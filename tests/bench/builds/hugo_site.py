"""The bulletins as a Hugo site: sections for categories, taxonomies for units, authors and periods.

Written as somebody would who knows what Hugo is quick at: lists of 100, no loop over all pages in
any template, neighbours through its own links, related lists through its own index (units and
keywords). Photos are re-encoded as JPEG and WebP, as ours are; what Hugo keeps of that stays for
the next build.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml
from bench.builds.process import Spent, spend
from bench.builds.sites import FEED_ENTRIES, OLDER, PAGE_ENTRIES, RELATED, Habits, remove
from bench.bulletin_corpus import Item, write_photos

_CONFIG: Final = """\
baseURL = "https://example.org/"
title = "Bản tin"
languageCode = "vi"
timeZone = "Asia/Ho_Chi_Minh"
disableKinds = ["sitemap", "robotsTXT", "404"]
buildFuture = true
[params]
related = @RELATED@
[taxonomies]
unit = "don-vi"
author = "tac-gia"
period = "luu-tru"
[permalinks.page]
@PERMALINKS@
[pagination]
pagerSize = @PAGE@
[services.rss]
limit = @FEED@
[outputs]
home = ["html", "rss"]
section = ["html", "rss"]
taxonomy = ["html"]
term = ["html", "rss"]
[[cascade]]
outputs = ["html"]
[cascade.target]
path = "{/tac-gia/**,/luu-tru/**}"
[related]
includeNewer = true
threshold = 0
toLower = true
[[related.indices]]
name = "don-vi"
weight = 100
[[related.indices]]
name = "keywords"
weight = 80
[markup.goldmark.parser.attribute]
title = false
"""
_BASE: Final = """\
<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{ .Title }} | {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ with .OutputFormats.Get "rss" -}}
<link rel="alternate" type="application/rss+xml" href="{{ .RelPermalink }}">{{ end }}</head>
<body><header><a href="/">{{ site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body>
</html>
"""
_PAGE: Final = """\
{{ define "main" }}
<article><p><a href="/{{ .Section }}/">{{ .Section }}</a></p>
<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">
{{- .Date.Format "02/01/2006" }}</time>
{{ with .Params.cover }}{{ partial "photo.html" (dict "page" $ "name" . "alt" $.Params.cover_alt) }}
{{ end }}{{ .Content }}
{{ with .Params.event }}<p>{{ .name }}</p>{{ end }}
{{ range .Params.awards }}<p>{{ .form }}, {{ .authority }}</p>{{ end }}
<ul>{{ range .GetTerms "don-vi" -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<p>{{ range .GetTerms "tac-gia" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
</article>
{{ if site.Params.related }}<ul class="related">
{{ range first @RELATED@ (site.RegularPages.Related .) -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "02/01/2006" }}</li>
{{ end }}</ul>{{ end }}
<ul class="older">{{ $at := .PrevInSection }}{{ range seq @OLDER@ }}{{ with $at -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ $at = .PrevInSection }}{{ end }}{{ end }}</ul>
<nav>{{ with .Prev }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .Next }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
{{ end }}
"""
_LIST: Final = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ .Date.Format "02/01/2006" }} <p>{{ .Params.summary }}</p></li>{{ end }}</ul>
<nav>{{ with .Paginator.Prev }}<a href="{{ .URL }}">«</a>{{ end }}
{{ .Paginator.PageNumber }}/{{ .Paginator.TotalPages }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">»</a>{{ end }}</nav>{{ end }}
"""
_TERMS: Final = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>
{{ .Count }}</li>{{ end }}</ul>{{ end }}
"""
_HOME: Final = """\
{{ define "main" }}<ul>{{ range first 20 site.RegularPages }}<li><a href="{{ .RelPermalink }}">
{{ .Title }}</a> <p>{{ .Params.summary }}</p></li>{{ end }}</ul>{{ end }}
"""
_FEED: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<description>{{ .Title }}</description>
{{ $pages := .RegularPages }}{{ if .IsHome }}{{ $pages = site.RegularPages }}{{ end -}}
{{ range first @FEED@ $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>
<guid>{{ .Permalink }}</guid><description>{{ .Content | transform.XMLEscape }}</description></item>
{{ end }}</channel></rss>
"""
_PHOTO: Final = """\
{{ with .page.Resources.Get .name }}{{ $size := printf "%dx%d q82" .Width .Height -}}
{{ $jpeg := .Resize (printf "%s jpg" $size) }}{{ $webp := .Resize (printf "%s webp" $size) -}}
<picture><source type="image/webp" srcset="{{ $webp.RelPermalink }}">
<img src="{{ $jpeg.RelPermalink }}" width="{{ .Width }}" height="{{ .Height }}" alt="{{ $.alt }}">
</picture>{{ end }}
"""
_IMAGE: Final = """\
{{ partial "photo.html" (dict "page" .Page "name" .Destination "alt" .PlainText) }}
"""
_LAYOUTS: Final[Mapping[str, str]] = {
    "baseof.html": _BASE,
    "page.html": _PAGE,
    "section.html": _LIST,
    "term.html": _LIST,
    "taxonomy.html": _TERMS,
    "home.html": _HOME,
    "rss.xml": _FEED,
    "_partials/photo.html": _PHOTO,
    "_markup/render-image.html": _IMAGE,
}


@dataclass(frozen=True, slots=True)
class HugoSite:
    """A folder with a Hugo site, and the program that builds it.

    ``keywords`` are those of each bulletin by its name; ``related`` switches related lists on.
    """

    root: Path
    program: Path
    keywords: Mapping[str, Sequence[str]]
    related: bool = True
    habits: Habits = field(
        default=Habits(
            feed="{}/index.xml",
            feed_of_all="index.xml",
            month="luu-tru/{year}-{month}/index.html",
            related=r'<ul class="related">(.*?)</ul>',
        ),
        init=False,
    )

    @property
    def name(self) -> str:
        """Return what the table calls it."""
        return "Hugo" if self.related else "Hugo without related lists"

    @property
    def output(self) -> Path:
        """Return where it builds."""
        return self.root / "public"

    def write(self, items: Sequence[Item]) -> None:
        """Write settings, templates and content."""
        categories = sorted({item.category for item in items})
        values = {
            "RELATED": str(self.related).lower(),
            "PERMALINKS": "\n".join(
                f'{name} = "/ban-tin/:year/:month/:slug/"' for name in categories
            ),
        }
        self.root.mkdir(parents=True, exist_ok=True)
        (self.root / "hugo.toml").write_text(_filled(_CONFIG, values))
        for name, text in _LAYOUTS.items():
            file = self.root / "layouts" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_filled(text, {"RELATED": str(RELATED)}))
        for item in items:
            self.put(item)

    def put(self, item: Item) -> None:
        """Write a bulletin: a bundle where it has photos, one file else."""
        file = self._file(item)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(hugo_file(item, self.keywords.get(item.name, ())))
        write_photos(file.parent, item)

    def drop(self, item: Item) -> None:
        """Delete a bulletin; its photos belong to its bundle."""
        file = self._file(item)
        file.unlink()
        if item.photos:
            remove(file.parent)

    def build(self) -> Spent:
        """Build as a user would, messages off."""
        return spend(
            [self.program, "build", "--quiet"],
            log=self.root.with_suffix(".log"),
            folder=self.root,
        )

    def forget(self) -> None:
        """Remove the output, and photos that Hugo kept."""
        remove(self.output, self.root / "resources")

    def _file(self, item: Item) -> Path:
        folder = self.root / "content" / item.category / str(item.date.year)
        return folder / (f"{item.name}/index.md" if item.photos else f"{item.name}.md")


def hugo_file(item: Item, keywords: Sequence[str]) -> str:
    """Return a bulletin as Hugo reads it."""
    header: dict[str, object] = {
        "title": item.title,
        "slug": item.name,
        "date": f"{item.date:%Y-%m-%d %H:%M:%S}",
        "summary": item.summary,
        "don-vi": list(item.units),
        "tac-gia": list(item.authors),
        "luu-tru": [f"{item.date:%Y}", f"{item.date:%Y-%m}"],
        "keywords": list(keywords),
    }
    if item.category == "hoi-nghi":
        header["event"] = {"name": f"Hội nghị {' '.join(item.title.split()[:8])}"}
    if item.award:
        header["awards"] = [{"form": item.award, "authority": "Sở Y tế"}]
    if item.photos:
        header["cover"] = item.photos[0]
        header["cover_alt"] = "Đại biểu dự hội nghị trong hội trường"
    pictures = [f"![Quang cảnh buổi làm việc]({name})" for name in item.photos[1:]]
    blocks = [*item.paragraphs[:2], *pictures, *item.paragraphs[2:]]
    front = yaml.safe_dump(header, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n" + "\n\n".join(blocks) + "\n"


def _filled(text: str, values: Mapping[str, str]) -> str:
    common = {"PAGE": str(PAGE_ENTRIES), "FEED": str(FEED_ENTRIES), "OLDER": str(OLDER)}
    for name, value in {**common, **values}.items():
        text = text.replace(f"@{name}@", value)
    return text
