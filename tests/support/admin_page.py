"""A real ``bantin admin`` on a git working copy, and the steps a writer takes in its form."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, Response, expect

BANTIN = Path(sys.executable).with_name("bantin")
ADDRESS = re.compile(r"http://localhost:(\d+)")
AUTHOR = "Nguyễn Thử Nghiệm"
EMAIL = "thu.nghiem@example.invalid"
# Git must not read who runs the tests.
ENVIRONMENT = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(root: Path, *arguments: str) -> str:
    """Run git in a working copy; return what it prints."""
    done = subprocess.run(
        ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
    )
    return done.stdout


def commit_all(root: Path) -> None:
    """Make a repository of a folder, with all that is in it."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    identity = ["-c", "user.name=Người khác", "-c", "user.email=khac@example.invalid"]
    git(root, *identity, "commit", "--quiet", "--message", "Bắt đầu")


@dataclass(frozen=True)
class Admin:
    """A running admin page."""

    root: Path
    url: str

    @property
    def bulletins(self) -> Path:
        return self.root / "content" / "bulletins"

    def opened(self, page: Page, name: str) -> Form:
        """Open the form of a bulletin that is there: ``2025/giao-ban``."""
        page.goto("about:blank")  # else the form of another bulletin may still be there
        page.goto(f"{self.url}/#/collections/bulletins/entries/{name}")
        return self._form(page)

    def started(self, page: Page) -> Form:
        """Begin a new bulletin, as a writer does."""
        page.goto(self.url)
        page.get_by_role("link", name="Viết bản tin mới").click()
        return self._form(page)

    @staticmethod
    def _form(page: Page) -> Form:
        form = Form(page)
        form.body.wait_for()
        return form


@dataclass(frozen=True)
class Form:
    """The form of one bulletin, in the words that its writer sees."""

    page: Page

    @property
    def body(self) -> Locator:
        return self.page.locator(".bt-body__text")

    @property
    def state(self) -> Locator:
        """What the page says of the bulletin: saved or not."""
        return self.page.locator("[class*='-BackStatus']")

    def field(self, label: str) -> Locator:
        """Return the control below a label, whether or not it says that it may stay empty."""
        pattern = re.compile(rf"^{re.escape(label)}( \(không bắt buộc\))?$", re.IGNORECASE)
        return self.page.get_by_label(pattern).first

    def choose(self, label: str, typed: str, option: str) -> None:
        """Find a value by typing and choose it."""
        control = self.field(label)
        control.click()
        control.press_sequentially(typed)
        self.page.get_by_role("option", name=option).first.click()

    def select(self, label: str, option: str) -> None:
        """Choose from a short list."""
        self.field(label).press("ArrowDown")
        self.page.get_by_role("option", name=option, exact=True).click()

    def upload_cover(self, photo: Path) -> None:
        """Give the bulletin a photo from the writer's machine."""
        self.page.get_by_role("button", name="Chọn ảnh", exact=True).click()
        self.page.locator("input[type=file]").set_input_files(photo)
        # What was uploaded is chosen already.
        self.page.get_by_role("button", name="Dùng ảnh đã chọn").click()

    def save(self) -> None:
        """Save, and wait until the page says that it is done."""
        with self.page.expect_response(_is_save) as answer:
            self.ask_to_save()
        assert answer.value.ok, answer.value.text()
        expect(self.state).to_have_text("Đã lưu", ignore_case=True)
        # The form takes up what was saved; what is typed before that is lost.
        self.page.wait_for_timeout(800)

    def ask_to_save(self) -> None:
        """Press the two buttons that save."""
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        self.page.get_by_role("menuitem", name="Lưu bài", exact=True).click()


def _is_save(response: Response) -> bool:
    return '"action":"persistEntry"' in (response.request.post_data or "")


@contextmanager
def admin_page(root: Path, *options: str) -> Iterator[Admin]:
    """Serve the admin page of ``root/content`` until the end of the block."""
    command = [BANTIN, "admin", "--port", "0", "--content", str(root / "content"), *options]
    command += ["--author", f"{AUTHOR} <{EMAIL}>"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        try:
            found = None
            for line in process.stdout:
                found = ADDRESS.search(line)
                if found:
                    break
            assert found, "the page did not start"
            yield Admin(root, f"http://localhost:{found[1]}")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
