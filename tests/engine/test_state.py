"""Where builds keep their state."""

from __future__ import annotations

import pytest
from pelican.settings import read_settings
from support.content import PROJECT

from plugins.engine.errors import SettingsError
from plugins.engine.state import state_folder


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.delenv("BUILD_STATE", raising=False)
    return {
        "PATH": str(tmp_path / "content"),
        "OUTPUT_PATH": str(tmp_path / "output"),
        "THEME": str(tmp_path / "theme"),
        "ENGINE_STATE": str(tmp_path / ".state"),
    }


def test_it_is_where_the_settings_say(settings, tmp_path):
    assert state_folder(settings) == tmp_path / ".state"


def test_the_environment_comes_first(settings, tmp_path, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", str(tmp_path / "elsewhere"))
    assert state_folder(settings) == tmp_path / "elsewhere"


def test_a_relative_folder_counts_from_the_current_one(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUILD_STATE", "kept")
    assert state_folder(settings) == tmp_path / "kept"


def test_off_means_none(settings, monkeypatch):
    monkeypatch.setenv("BUILD_STATE", "off")
    assert state_folder(settings) is None


def test_without_a_setting_there_is_none(settings):
    assert state_folder({**settings, "ENGINE_STATE": ""}) is None
    assert state_folder({}) is None


@pytest.mark.parametrize("name", ["PATH", "OUTPUT_PATH", "THEME"])
def test_it_lies_in_no_folder_that_is_read_or_published(settings, name):
    with pytest.raises(SettingsError, match=name):
        state_folder({**settings, "ENGINE_STATE": f"{settings[name]}/state"})


def test_it_holds_no_folder_that_is_read_or_published(settings, tmp_path):
    with pytest.raises(SettingsError, match="overlaps"):
        state_folder({**settings, "ENGINE_STATE": str(tmp_path)})


def test_a_setting_that_is_no_text_is_refused(settings):
    with pytest.raises(SettingsError, match="ENGINE_STATE"):
        state_folder({**settings, "ENGINE_STATE": True})


def test_the_project_keeps_its_state_beside_its_settings(tmp_path, monkeypatch):
    monkeypatch.delenv("BUILD_STATE", raising=False)
    for conf in ("pelicanconf.py", "publishconf.py"):
        read = read_settings(str(PROJECT / conf), override={"OUTPUT_PATH": str(tmp_path)})
        assert state_folder(read) == PROJECT / ".state"
