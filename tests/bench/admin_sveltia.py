"""Sveltia CMS as the rival of the admin page's CMS: open and save each bulletin of the project.

    npm pack @sveltia/cms@0.221.1 && tar xzf sveltia-cms-0.221.1.tgz
    .venv/bin/python tests/bench/admin_sveltia.py package

A folder inside the browser stands for the local folder that Sveltia asks its user to pick. What it
fetches from its makers' server is given from the package; what it fetches from others is listed.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
import unicodedata
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tools")]

from chromium import started_browser  # noqa: E402
from plugins.desk.admin.config import configuration, read_choices  # noqa: E402

CONTENT = PROJECT / "content"
GITLAB = {"name": "gitlab", "repo": "a/b", "branch": "main", "app_id": "x", "auth_type": "pkce"}
ADDED = unicodedata.normalize("NFD", " Đã sửa.")
FOLDER = """(() => {
  const files = FILES;
  const put = async (root, path, text) => {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    if ((await file.getFile()).size > 0) return;
    const opened = await file.createWritable();
    await opened.write(text);
    await opened.close();
  };
  const ready = (async () => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(files)) await put(root, `content/${path}`, text);
    return root;
  })();
  window.showDirectoryPicker = () => ready;
  FileSystemHandle.prototype.requestPermission = async () => "granted";
  FileSystemHandle.prototype.queryPermission = async () => "granted";
  window.readBack = async (path) => {
    let folder = await ready;
    const parts = path.split("/");
    const name = parts.pop();
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    return (await (await folder.getFileHandle(name)).getFile()).text();
  };
})()"""


def plain(fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the form's fields with Sveltia's own controls in the place of ours."""
    own = {"bantin-moment": "string", "bantin-body": "text"}
    found = []
    for field in fields:
        made = {name: value for name, value in field.items() if name not in ("strict", "today")}
        kind = made["widget"]
        if kind == "bantin-choice":
            made["widget"] = "list" if made.pop("multiple") else "string"
            made.pop("options")
        made["widget"] = own.get(kind, made["widget"])
        made.pop("time", None)
        for inner in {"fields", "types"} & made.keys():
            made[inner] = plain(made[inner])
        found.append(made)
    return found


def page_of(package: Path, into: Path) -> None:
    """Write a page that starts Sveltia with the project's form."""
    shutil.copy(package / "dist" / "sveltia-cms.js", into)
    shutil.copytree(package / "dist" / "chunks", into / "chunks")
    config = configuration(read_choices(CONTENT), GITLAB, folder="content")["config"]
    config |= {"publish_mode": "simple", "public_folder": "/"}
    config.pop("locale")
    (collection,) = config["collections"]
    for name in ("sortable_fields", "view_filters", "view_groups"):
        collection.pop(name)
    collection |= {"format": "yaml-frontmatter", "path": "{{year}}/{{slug}}"}
    collection["fields"] = plain(collection["fields"])
    (into / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><script>window.CMS_MANUAL_INIT = true</script>"
        '<script src="sveltia-cms.js" type="module"></script>'
        f'<script type="module">CMS.init({{config: {json.dumps(config)}}})</script>'
    )


def measure(page: Any, address: str, files: dict[str, str]) -> dict[str, int]:
    """Open each bulletin, add a word to its summary, save; count what else changed."""
    page.goto(address)
    page.get_by_role("button", name="cục bộ").click()
    page.wait_for_timeout(4000)
    counts = dict.fromkeys(("saved", "bodies changed", "headers changed", "not NFC"), 0)
    for name, before in files.items():
        page.evaluate("location.hash = '#/collections/bulletins'")
        page.wait_for_timeout(300)
        entry = name.removeprefix("bulletins/").removesuffix(".md")
        page.evaluate("to => { location.hash = to }", f"#/collections/bulletins/entries/{entry}")
        page.wait_for_timeout(900)
        summary = page.locator("section.field[data-key-path=summary] textarea").last
        summary.fill(summary.input_value() + ADDED)
        page.get_by_role("button", name="Lưu", exact=True).click()
        page.wait_for_timeout(1000)
        after = page.evaluate("path => readBack(path)", f"content/{name}")
        (old_head, old_body), (head, body) = (t.split("\n---\n", 1) for t in (before, after))
        lost = set(old_head.split("\n")) - set(head.split("\n"))
        counts["saved"] += after != before
        counts["bodies changed"] += body != old_body
        counts["headers changed"] += any(not line.startswith("summary:") for line in lost)
        counts["not NFC"] += not unicodedata.is_normalized("NFC", after)
    return counts


def main() -> int:
    """Measure and print; return 0."""
    package = Path(sys.argv[1]).resolve()
    files = {
        path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((CONTENT / "bulletins").rglob("*.md"))
    }
    with tempfile.TemporaryDirectory() as folder, started_browser() as browser:
        page_of(package, Path(folder))
        handler = partial(SimpleHTTPRequestHandler, directory=folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
        elsewhere: set[str] = set()
        page.on("requestfailed", lambda request: elsewhere.add(request.url.split("?")[0]))

        def from_the_package(route: Any) -> None:
            rest = route.request.url.split("?")[0].partition("@sveltia/cms")[2]
            route.fulfill(path=package / rest.partition("/")[2])
            elsewhere.add(route.request.url.split("?")[0])

        page.route("https://unpkg.com/@sveltia/cms**", from_the_package)
        page.add_init_script(FOLDER.replace("FILES", json.dumps(files)))
        counts = measure(page, f"http://localhost:{server.server_port}/", files)
        server.shutdown()
    sys.stdout.write(
        f"{counts}\nasked of other servers:\n  " + "\n  ".join(sorted(elsewhere)) + "\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
