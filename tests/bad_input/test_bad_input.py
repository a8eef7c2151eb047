"""Every bad input gives exactly the errors that stand beside it, read without Pelican."""

from plugins.archives.redirects import address_problems
from plugins.authors.attribution import attribute
from plugins.authors.people import check_roles, load_people
from plugins.bulletins.crosscheck import crosscheck
from plugins.bulletins.media import inspect
from plugins.bulletins.reading import ReadOptions, read_bulletin, read_static_page
from plugins.bulletins.tree import on_disk, scan
from plugins.problems import errors
from plugins.units.honoured import check_tables
from plugins.units.registry import load_units
from plugins.units.tagging import tag_explicit

OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)


def read_registry(root, load, path):
    """Load a registry of the content folder; one that is not there is the tree's problem."""
    return load(on_disk(root, path).read_bytes() if (root / path).is_file() else b"")


def report(root):
    """Do what a build does before it renders, in one process."""
    tree = scan(root)
    problems = list(tree.problems)
    records = []
    for read, paths in ((read_bulletin, tree.bulletins), (read_static_page, tree.pages)):
        outcomes = [read(path, on_disk(root, path).read_bytes(), OPTIONS) for path in paths]
        problems += [found for outcome in outcomes for found in outcome.problems]
        records.append([outcome.record for outcome in outcomes if outcome.record is not None])
    bulletins, pages = records
    media = {}
    for path in tree.media:
        file, found = inspect(root, path)
        problems += found
        if file is not None:
            media[file.path] = file
    problems += crosscheck(bulletins, pages, media, tree)
    problems += address_problems(bulletins, pages)
    people, people_problems = read_registry(root, load_people, "people.yml")
    units, units_problems = read_registry(root, load_units, "units.yml")
    problems += [*people_problems, *units_problems]
    if not errors(people_problems):
        problems += attribute(bulletins, people).problems
    if not errors(units_problems):
        problems += tag_explicit(bulletins, units, province="").problems
        problems += check_roles(people, units.by_id)
        problems += check_tables(bulletins, units, people)
    return problems


def test_the_content_below_all_cases_is_right(good_content):
    assert errors(report(good_content)) == []


def test_each_bad_input_gives_its_errors_and_no_other(bad_input, tmp_path):
    found = errors(report(bad_input.lay_out(tmp_path / "content")))
    assert [(entry.path, entry.line, entry.code) for entry in found] == bad_input.problems
    assert bad_input.exit == (1 if found else 0)
    for entry in found:
        assert entry.message.endswith((".", "…", "?"))
        assert entry.cure


def test_the_corpus_is_as_large_as_promised(all_bad_inputs):
    assert len(all_bad_inputs) >= 60
    assert all(case.problems for case in all_bad_inputs)
