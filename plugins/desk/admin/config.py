"""The configuration of the admin page, made anew from schema and registries each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.authors import people
from plugins.desk.admin import fields
from plugins.desk.admin.choices import Choices, choices_of
from plugins.units import registry
from plugins.vietnamese.slugs import MAX_LENGTH

Json = dict[str, Any]

LOCAL_API = "/api/v1"


def read_choices(content: Path) -> Choices:
    """Read the registries of a content folder; what is wrong in them is left out."""
    units, _ = registry.load_units(_bytes(content / registry.PATH))
    persons, _ = people.load_people(_bytes(content / people.PATH))
    return choices_of(units, persons)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def configuration(choices: Choices, backend: Json, *, folder: str, site_url: str = "") -> Json:
    """Return what the page loads.

    Args:
        choices: what staff choose from.
        backend: where files are kept, as Decap's configuration names it.
        folder: the content folder, relative to the root of the repository, with ``/``.
        site_url: the address of the published site, or "".
    """
    bulletins = f"{folder}/bulletins"
    hosted = backend["name"] != "proxy"
    config: Json = {
        "load_config_file": False,
        "backend": backend,
        "locale": "vi",
        # Draft, review, merge: the words on the page are those of a newsroom.
        "publish_mode": "editorial_workflow" if hosted else "simple",
        # A working copy has no preview of its own on a server; `make serve` shows it.
        "show_preview_links": hosted,
        "media_folder": bulletins,
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": [_bulletins(bulletins)],
    }
    if site_url:
        config |= {"site_url": site_url, "display_url": site_url}
    return {
        "config": config,
        "schema": fields.kinds(choices.spellings),
        "lists": dict(choices.lists),
        "slug_length": MAX_LENGTH,
    }


def _bulletins(folder: str) -> Json:
    return {
        "name": "bulletins",
        "label": "Bản tin",
        "label_singular": "bản tin",
        "description": "Mỗi bản tin là một tệp chữ; ảnh để cùng thư mục với bài.",
        "folder": folder,
        "create": True,
        # Deleting breaks the addresses of what was published; a bulletin is withdrawn instead.
        "delete": False,
        "format": "bulletin",
        "extension": "md",
        "identifier_field": "title",
        # Both are filled in just before a new bulletin is saved.
        "slug": "{{fields.slug}}",
        "path": "{{folder_}}/{{slug}}",
        # Photos lie beside the bulletin.
        "media_folder": "",
        "public_folder": "",
        "summary": "{{title}} ({{date}})",
        "sortable_fields": [
            {"field": "date", "label": "Ngày đăng", "default_sort": "desc"},
            {"field": "title", "label": "Tiêu đề"},
        ],
        "view_filters": [
            {"label": "Bản nháp", "field": "status", "pattern": "Bản nháp"},
            {"label": "Đã rút", "field": "status", "pattern": "Đã rút"},
        ],
        "view_groups": [
            {"label": "Chuyên mục", "field": "category"},
            {"label": "Năm", "field": "date", "pattern": r"\d{4}"},
        ],
        "fields": fields.widgets(),
    }
