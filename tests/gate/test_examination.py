"""The gate over content folders: cached, remembered, in the public build and in the check."""

import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.content import bulletin, write_content
from support.gating_files import photo_with
from support.sites import make_engine

from plugins.engine.errors import ContentError
from plugins.gate.examination import examine
from plugins.gate.site_check import SiteRules
from plugins.gate.stage import refuse
from plugins.problems import errors

BAD = "bulletins/2025/bai.md"


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("BUILD_NOW", "2026-01-15T08:00+07:00")


def check(content, tmp_path):
    """Read and examine a content folder; return (path, line, code, severity) of the gate's."""
    engine = make_engine(content, tmp_path / "out")
    build = engine.examine()
    assert errors(build.problems) == []
    examined = examine(build, engine.settings)
    return [(one.path, one.line, one.code, one.severity) for one in sorted(examined.problems)]


def test_findings_of_every_kind_of_file_are_reported(tmp_path, state):
    files = {
        BAD: bulletin("Hội nghị", body="Nhà cái uy tín số 1."),
        "pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n\nLiên hệ 0912345678.\n",
        "allowed-domains.yml": "- who.int\n- nope\n",
    }
    content = write_content(tmp_path / "content", files)
    assert check(content, tmp_path) == [
        ("allowed-domains.yml", 2, "domain-entry", "error"),
        (BAD, 8, "spam-phrase", "error"),
        ("pages/gioi-thieu.md", 5, "private-phone", "error"),
    ]


def test_a_public_build_stops_and_a_preview_does_not(tmp_path, capfd):
    content = write_content(
        tmp_path / "content", {BAD: bulletin("Hội nghị", body="Nhà cái uy tín số 1.")}
    )
    make_engine(content, tmp_path / "preview").run()
    assert (tmp_path / "preview" / "MANIFEST").is_file()
    with pytest.raises(ContentError):
        make_engine(content, tmp_path / "public", public=True, gated=True).run()
    assert f"{BAD}:8:1: spam-phrase error" in capfd.readouterr().err
    assert not (tmp_path / "public" / "MANIFEST").exists()


def test_results_are_kept_by_content(tmp_path, state, monkeypatch):
    files = {BAD: bulletin("Hội nghị", body="Nhà cái uy tín số 1.")}
    content = write_content(tmp_path / "content", files)
    first = check(content, tmp_path)
    # With the rules out of reach, only what is kept can answer.
    monkeypatch.setattr("plugins.gate.examination.find_all", None)
    assert check(content, tmp_path) == first


def test_an_edit_of_the_lists_never_makes_an_untouched_bulletin_an_error(tmp_path, state):
    body = "Xem [trang này](https://example.org/a). Liên hệ 0912345678."
    units = "- id: a\n  name: Bệnh viện A\n  phone: 0912345678\n"
    files = {
        BAD: bulletin("Hội nghị", body=body),
        "units.yml": units,
        "allowed-domains.yml": "- example.org\n",
    }
    content = write_content(tmp_path / "content", files)
    assert check(content, tmp_path) == []
    (content / "allowed-domains.yml").write_text("[]\n")
    (content / "units.yml").write_text("- id: a\n  name: Bệnh viện A\n")
    assert check(content, tmp_path) == [
        (BAD, 8, "link-domain", "warning"),
        (BAD, 8, "private-phone", "warning"),
    ]
    (content / BAD).write_text(bulletin("Hội nghị", body=f"{body} Thêm."))
    assert [found[3] for found in check(content, tmp_path)] == ["error", "error"]


def test_a_fresh_clone_asks_git(tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", "off")
    monkeypatch.setenv("BUILD_NOW", "2026-01-15T08:00+07:00")
    files = {
        BAD: bulletin("Hội nghị", body="Xem [trang này](https://example.org/a)."),
        "allowed-domains.yml": "- example.org\n",
    }
    content = write_content(tmp_path / "content", files)

    def git(*words):
        identity = ["-c", "user.name=a", "-c", "user.email=a@b.vn"]
        subprocess.run(["git", "-C", tmp_path, *identity, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", "content")
    git("commit", "-qm", "one")
    (content / "allowed-domains.yml").write_text("[]\n")
    assert check(content, tmp_path) == [(BAD, 8, "link-domain", "error")]  # no parent yet
    git("commit", "-qam", "two")
    assert check(content, tmp_path) == [(BAD, 8, "link-domain", "warning")]
    (content / BAD).write_text(bulletin("Hội nghị", body="Sửa [lại](https://example.org/a)."))
    assert check(content, tmp_path) == [(BAD, 8, "link-domain", "error")]
    monkeypatch.setenv("GATE_BASE", "no-such-commit")
    assert check(content, tmp_path) == [(BAD, 8, "link-domain", "error")]


WORDS = st.sampled_from(["họp", "Sở Y tế", "Bệnh viện Phổi", "ông Lê Sơn", "0912345678", "who.int"])


@given(
    st.lists(WORDS, min_size=1, max_size=6),
    st.sampled_from(["2026-01-15T08:00+07:00", "2031-03-01T08:00+07:00", "2050-01-01T00:00+07:00"]),
    st.sampled_from(["2026-02-01", "2025-01-01"]),
    st.sampled_from(["Lê Sơm", "Lê Sởn", "Minh Hiển", "Bệnh viện Phổi tỉnh"]),
    st.booleans(),
)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_green_stays_green(tmp_path_factory, monkeypatch, words, later, until, name, drop):
    """Whatever the clock, exceptions and registries do, an untouched bulletin is no error."""
    folder = tmp_path_factory.mktemp("green")
    monkeypatch.setenv("BUILD_STATE", str(folder / "state"))
    monkeypatch.setenv("BUILD_NOW", "2026-01-10T08:00+07:00")
    exceptions = (
        f"- {{rule: private-phone, file: {BAD}, reason: lý do, who: người, until: {until}}}\n"
    )
    files = {
        BAD: bulletin("Hội nghị", body=f"Dự có {', '.join(words)}."),
        "exceptions.yml": exceptions,
        "allowed-domains.yml": "- who.int\n",
    }
    content = write_content(folder / "content", files)
    first = [found for found in check(content, folder) if found[3] == "error"]
    monkeypatch.setenv("BUILD_NOW", later)
    people = (content / "people.yml").read_text()
    (content / "people.yml").write_text(f"{people}- id: moi\n  name: {name}\n")
    units = (content / "units.yml").read_text()
    (content / "units.yml").write_text(f"{units}- id: moi\n  name: {name} A\n")
    if drop:
        (content / "allowed-domains.yml").write_text("[]\n")
    then = [found for found in check(content, folder) if found[3] == "error"]
    assert first or then == []


def test_what_imported_posts_owe_is_counted(tmp_path, state):
    body = "![](a.jpg)\n\nLiên hệ 0912345678."
    text = bulletin("Hội nghị", body=body, origin="imported")
    content = write_content(tmp_path / "content", {BAD: text})
    (content / "bulletins/2025/a.jpg").write_bytes(photo_with())
    engine = make_engine(content, tmp_path / "out")
    examined = examine(engine.examine(), engine.settings)
    assert [one.code for one in examined.problems] == ["private-phone"]
    assert [one.code for one in examined.debt] == ["photo-alt-missing"]


def test_a_public_build_refuses_a_page_that_hides_text():
    page = b'<html><body><p style="display:none">an</p></body></html>'
    with pytest.raises(ContentError, match="site-hidden-text"):
        refuse(SiteRules(), "a/index.html", page)
    refuse(SiteRules(), "a.json", page)
