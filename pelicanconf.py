"""Settings of the preview build (``make html``), and the identity block.

A department changes ``NEWSROOM`` and ``content/``, nothing else. ``publishconf.py`` builds on this
file for the public site.
"""

from pathlib import Path

from plugins.engine import Engine

# --- Identity: everything that names a newsroom ------------------------------------------------

NEWSROOM = {
    "name": "Bản tin ngành Y tế",
    "name_en": "Health Sector Bulletin",
    "tagline": "Hội nghị, khen thưởng và hoạt động của ngành y tế các địa phương",
    # A picture below content/images/, or "" for none. The demonstration uses no emblem.
    "emblem": "",
    "managing_body": "Trang minh họa của phần mềm mã nguồn mở Bantin",
    "responsible_editor": "",
    "address": "",
    "phone": "",
    "email": "",
    "licence": "Ghi rõ nguồn khi dùng lại nội dung của trang.",
    "notice": (
        "Đây là trang minh họa, không phải trang của cơ quan nhà nước. "
        "Các bản tin kể lại sự kiện có thật đã được công bố."
    ),
    "timezone": "Asia/Ho_Chi_Minh",
    # Which province and unit «Sở» or «Bệnh viện Đa khoa» means. The demonstration retells news of
    # several provinces, so it has none.
    "province": "",
    "unit": "",
    # Other sites that the footer names.
    "links": [
        ("Bộ Y tế", "https://moh.gov.vn/"),
        ("Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn/"),
    ],
    # The address of the state's measuring script, or "" for none. The server's content security
    # policy must allow its host too: docs/theme.md.
    "measuring_script": "",
    # A demonstration keeps search engines away; a department's site sets this to False.
    "noindex": True,
}

# --- The build ---------------------------------------------------------------------------------

PELICAN_CLASS = Engine
PUBLIC_BUILD = False
# What builds keep to spare later ones work. It can be deleted at any time.
ENGINE_STATE = str(Path(__file__).resolve().parent / ".state")

SITENAME = NEWSROOM["name"]
SITEURL = ""
TIMEZONE = NEWSROOM["timezone"]
DEFAULT_LANG = "vi"
LOCALE = ["C.UTF-8", "C"]  # output must not depend on the machine's locale

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS: list[str] = []
PLUGINS = [  # stages run in this order
    "plugins.bulletins",
    "plugins.authors",
    "plugins.units",
    "plugins.related",
    "plugins.pictures",
    "plugins.archives",
    "plugins.search",
]

# Pelican's own feeds would carry the time of the build; archives makes ours.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
