"""The Word files that the gold is about are what they should be before anything reads them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import yaml
from support.word_bulletins import write_all

GOLD = Path(__file__).resolve().parents[1] / "gold" / "word.yml"


def test_every_file_has_its_answers_and_holds_well_formed_parts(tmp_path):
    files = write_all(tmp_path)
    assert [file.name for file in files] == list(yaml.safe_load(GOLD.read_text(encoding="utf-8")))
    for file in files:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    assert ElementTree.fromstring(archive.read(name)) is not None


def test_the_same_file_comes_out_twice(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    pairs = zip(write_all(first), write_all(second), strict=True)
    assert all(one.read_bytes() == other.read_bytes() for one, other in pairs)
