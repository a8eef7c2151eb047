"""Builds that keep what they know give the bytes of builds that know nothing.

The oracle is a build of the same content with ``BUILD_STATE=off`` into another folder.
``HYPOTHESIS_PROFILE=search`` walks thousands of steps.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from support.content import NOW, PROJECT, REGISTRIES, bulletin, write_content
from support.scenario import every_feature
from support.sites import isolated_signals, make_engine

from plugins.engine import build as engine_build
from plugins.engine.rendering import Renderer
from plugins.engine.store import FILE

CATEGORIES = ("Hội nghị", "Khen thưởng", "Thông báo", "Tin hoạt động")
UNITS = ("so-y-te", "benh-vien-phoi")
NUMBERS = st.integers(0, 5)
WORDS = st.lists(
    st.sampled_from(["tiêm", "chủng", "vắc xin", "sởi", "bệnh viện phổi", "Sở Y tế", "kiểm tra"]),
    min_size=3,
    max_size=12,
).map(" ".join)


class Newsroom:
    """A content folder with a theme and a state of its own, built again and again."""

    def __init__(self, folder: Path, *, public: bool = False) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "output"
        self.theme = folder / "theme"
        self.public = public
        self.now = NOW
        self.settings: dict[str, object] = {}
        self.program = "1"
        shutil.copytree(PROJECT / "theme", self.theme)

    def build(self, output: Path, state: str) -> bytes:
        """Build once; return the manifest."""
        with pytest.MonkeyPatch.context() as patch, isolated_signals():
            patch.setenv("BUILD_NOW", self.now)
            patch.setenv("BUILD_STATE", state)
            patch.setattr(engine_build, "fingerprint", lambda _folders: self.program)
            engine = make_engine(
                self.content,
                output,
                public=self.public,
                THEME=str(self.theme),
                **self.settings,
            )
            engine.run()
        return (output / "MANIFEST").read_bytes()

    def check(self) -> None:
        """Build with what is known, and from nothing; both must give the same bytes."""
        known = self.build(self.output, str(self.folder / "state"))
        clean = self.build(self.folder / "clean", "off")
        assert known.decode().splitlines() == clean.decode().splitlines()

    def change_template(self, name: str, comment: str) -> None:
        """Put a comment at the end of a template's last block."""
        original = (PROJECT / "theme/templates" / name).read_text()
        head, mark, rest = original.rpartition("{% endblock")
        assert mark
        (self.theme / "templates" / name).write_text(f"{head}<!-- {comment} -->{mark}{rest}")

    @property
    def store(self) -> Path:
        """The file in which results are kept."""
        return self.folder / "state" / FILE


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom with every feature, built once."""
    room = Newsroom(tmp_path)
    write_content(room.content, every_feature())
    room.check()
    return room


@pytest.fixture
def rendered(monkeypatch, tmp_path) -> Path:
    """A file in which each rendered path is noted; pages are made in other processes."""
    log = tmp_path / "rendered"
    log.touch()
    render = Renderer.render

    def noted(self, item):
        with log.open("a") as opened:
            opened.write(f"{item.path}\n")
        return render(self, item)

    monkeypatch.setattr(Renderer, "render", noted)
    return log


def paths(log: Path) -> set[str]:
    return set(log.read_text().split())


def test_nothing_is_made_again_when_nothing_changed(newsroom, rendered):
    newsroom.build(newsroom.output, str(newsroom.folder / "state"))
    assert paths(rendered) == set()


def test_an_edit_makes_its_own_page_and_lists_again(newsroom, rendered):
    path = newsroom.content / "bulletins/2025/hoi-nghi.md"
    path.write_text(path.read_text().rstrip() + " Thêm một câu vào cuối bài này.\n")
    newsroom.build(newsroom.output, str(newsroom.folder / "state"))
    made = paths(rendered)
    assert any("/hoi-nghi" in page for page in made)
    assert not any(page.startswith("don-vi/") for page in made)
    newsroom.check()


def test_a_changed_template_makes_its_pages_again(newsroom, rendered):
    newsroom.change_template("unit.html", "đổi mẫu")
    newsroom.check()
    assert "đổi mẫu" in (newsroom.output / "don-vi/so-y-te/index.html").read_text()


def test_a_public_build_through_the_gate_is_kept_too(tmp_path, rendered):
    room = Newsroom(tmp_path, public=True)
    shutil.copytree(PROJECT / "content", room.content)
    room.settings = {"gated": True, "ENGINE_COMPRESS": True}
    state = str(tmp_path / "state")
    first = room.build(room.output, state)
    rendered.write_text("")
    assert room.build(room.output, state) == first
    assert paths(rendered) <= {"release.json"}


def test_a_file_that_somebody_changed_in_the_output_is_mended(newsroom):
    page = newsroom.output / "index.html"
    page.write_text("đã bị sửa tay")
    newsroom.check()
    page.unlink()
    newsroom.check()


class Changes(RuleBasedStateMachine):
    """Whatever happens to a newsroom between two builds."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.room = Newsroom(Path(self.folder.name))
        self.branch = b""

    def teardown(self) -> None:
        self.folder.cleanup()

    def file(self, number: int) -> Path:
        return self.room.content / f"bulletins/2025/tin-{number}.md"

    @initialize()
    def begin(self) -> None:
        write_content(self.room.content, {})
        for number in range(3):
            self.put(number, "Tin đầu tiên trong ngành", CATEGORIES[0], UNITS[0], 1)

    @rule(number=NUMBERS, words=WORDS, category=st.sampled_from(CATEGORIES),
          unit=st.sampled_from(UNITS), month=st.integers(1, 12))  # fmt: skip
    def put(self, number: int, words: str, category: str, unit: str, month: int) -> None:
        text = bulletin(
            f"Tin {number} về {words}",
            f"2025-{month:02}-15",
            f"Đoạn văn của tin {number}: {words}. {words.capitalize()}.",
            category=category,
            units=f"[{unit}]",
            slug=f"tin-{number}",
        )
        self.file(number).parent.mkdir(parents=True, exist_ok=True)
        self.file(number).write_text(text)
        self.room.check()

    @rule(number=NUMBERS)
    def delete(self, number: int) -> None:
        self.file(number).unlink(missing_ok=True)
        self.room.check()

    @rule(number=NUMBERS, status=st.sampled_from(["draft", "withdrawn"]))
    def hide(self, number: int, status: str) -> None:
        if self.file(number).exists():
            head, mark, rest = self.file(number).read_text().partition("category:")
            self.file(number).write_text(f"{head}status: {status}\n{mark}{rest}")
            self.room.check()
            self.file(number).write_text(head + mark + rest)
            self.room.check()

    @rule(number=NUMBERS)
    def touch(self, number: int) -> None:
        if self.file(number).exists():
            os.utime(self.file(number), (1, 1))
            self.room.check()

    @rule(name=st.sampled_from(["Bệnh viện Phổi tỉnh", "Bệnh viện Lao và Phổi"]))
    def rename_unit(self, name: str) -> None:
        registry = REGISTRIES["units.yml"].replace("name: Bệnh viện Phổi", f"name: {name}")
        (self.room.content / "units.yml").write_text(registry)
        self.room.check()

    @rule(comment=st.integers(0, 3))
    def change_template(self, comment: int) -> None:
        self.room.change_template("bulletin.html", str(comment))
        self.room.check()

    @rule(width=st.integers(1, 3))
    def change_style(self, width: int) -> None:
        for sheet in sorted((self.room.theme / "static").rglob("*.css"))[:1]:
            sheet.write_text(sheet.read_text() + f"\n.thu {{ width: {width}px; }}\n")
        self.room.check()

    @rule(maximum=st.integers(0, 6))
    def change_setting(self, maximum: int) -> None:
        self.room.settings = {"RELATED_MAX": maximum}
        self.room.check()

    @rule(day=st.integers(1, 28), public=st.booleans())
    def change_now(self, day: int, *, public: bool) -> None:
        self.room.now = f"2025-06-{day:02}T08:00+07:00"
        self.room.public = public
        self.room.check()

    @rule(version=st.sampled_from("12"))
    def change_program(self, version: str) -> None:
        self.room.program = version
        self.room.check()

    @rule(part=st.floats(0, 1), byte=st.integers(0, 255))
    def damage_state(self, part: float, byte: int) -> None:
        if self.room.store.exists():
            data = bytearray(self.room.store.read_bytes())
            data[int(part * (len(data) - 1))] = byte
            self.room.store.write_bytes(bytes(data))
        self.room.check()

    @rule(part=st.floats(0, 1))
    def truncate_state(self, part: float) -> None:
        if self.room.store.exists():
            data = self.room.store.read_bytes()
            self.room.store.write_bytes(data[: int(part * len(data))])
        self.room.check()

    @rule()
    def swap_state(self) -> None:
        here = self.room.store.read_bytes() if self.room.store.exists() else b""
        if self.branch:
            self.room.store.write_bytes(self.branch)
        self.branch = here
        self.room.check()

    @rule()
    def lose_output(self) -> None:
        shutil.rmtree(self.room.output, ignore_errors=True)
        self.room.check()


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_any_changes_give_the_bytes_of_a_clean_build():
    run_state_machine_as_test(
        Changes,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
