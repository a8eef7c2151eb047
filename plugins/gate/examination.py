"""The gate over a whole content folder: rules in worker processes, results kept by content."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, cast

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import PATH as PEOPLE_PATH
from plugins.authors.people import People
from plugins.bulletins import Newsroom, Reading
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.bulletins.tree import on_disk
from plugins.engine.build import Build
from plugins.engine.digests import fingerprint
from plugins.engine.state import state_folder
from plugins.engine.store import Store
from plugins.gate import memory
from plugins.gate.attachments.rules import media_subject
from plugins.gate.lists import (
    DOMAINS_PATH,
    EXCEPTIONS_PATH,
    load_domains,
    load_exceptions,
)
from plugins.gate.pieces import (
    Piece,
    lines_of,
    pieces_of_header,
    pieces_of_path,
    pieces_of_registry,
    split_file,
)
from plugins.gate.prose import pieces_of_body
from plugins.gate.rules import Facts, Rule, Subject
from plugins.gate.spam.domains import is_suspicious
from plugins.gate.table import all_rules, codes
from plugins.gate.weblinks import host_of
from plugins.gate.weighing import Circumstances, Found, Weighed, weigh
from plugins.problems import Problem, errors
from plugins.units.recogniser import Recogniser
from plugins.units.registry import PATH as UNITS_PATH
from plugins.units.registry import Units

FOUND: Final = "gate-found"
_PLUGINS: Final = Path(__file__).resolve().parents[1]
_ROOMS: Final = ("gate", "vietnamese", "bulletins", "authors", "units")
_READER_CODES: Final = frozenset({"image-alt-missing", "cover-alt-missing"})
"""Warnings of the reader that the gate raises to errors: told once."""

Kind = Literal["bulletin", "page", "registry", "photo", "attachment"]


@dataclass(frozen=True, slots=True)
class Examined:
    """What the gate says of a content folder."""

    problems: tuple[Problem, ...]
    debt: tuple[Problem, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class _File:
    """A file to examine: its path, what it is, and the hash of its bytes."""

    path: str
    kind: Kind
    digest: str


def examine(build: Build, settings: Mapping[str, Any]) -> Examined:
    """Run all rules over what a build has read.

    Args:
        build: after the first half of all stages: ``Reading``, ``People`` and ``Units`` are there.
        settings: Pelican's.

    Returns:
        The problems, those that the reader has told already left out.
    """
    reading = build[Reading]
    content = build.content
    registries = {path: _read(content, path) for path in reading.tree.registries}
    domains, problems = load_domains(registries.get(DOMAINS_PATH, b""))
    rules = all_rules()
    exceptions, found_there = load_exceptions(registries.get(EXCEPTIONS_PATH, b""), codes(rules))
    problems += found_there
    facts = make_facts(build, settings, domains)
    files = list(_files(reading, content, registries))
    records: dict[str, Bulletin | StaticPage] = {}
    records |= {bulletin.path: bulletin for bulletin in reading.bulletins}
    records |= {page.path: page for page in reading.pages}
    with Store(state_folder(settings)) as store:
        found = _findings(build, store, files, records, facts, rules, registries)
        imported = [b for b in reading.bulletins if b.origin == "imported"]
        given = Circumstances(
            exceptions=exceptions,
            imported=frozenset(b.path for b in imported),
            waiting=frozenset(b.path for b in imported if b.status == "draft"),
            today=build.settings.now.date(),
        )
        weighed = _weighed(found, given, content, files, store, registries)
    return Examined((*weighed.problems, *problems), weighed.debt, facts)


def make_facts(build: Build, settings: Mapping[str, Any], domains: frozenset[str]) -> Facts:
    """Gather what rules may know besides a file."""
    units = build[Units]
    return Facts(
        people=build[People],
        units=units,
        recogniser=Recogniser(units, FAMILY_NAMES),
        province=Newsroom.from_pelican(settings).province,
        domains=allowed_domains(domains, units),
    )


def allowed_domains(listed: frozenset[str], units: Units) -> frozenset[str]:
    """Return the domains that may be linked to: those of the list, and the websites of units.

    A website that looks like a gambling site is not let in by the back door of the registry.
    """
    hosts = {host_of(unit.website) for unit in units if unit.website}
    return listed | {
        host.removeprefix("www.") for host in hosts if host and not is_suspicious(host)
    }


def without_repeats(reported: Sequence[Problem], examined: Examined) -> list[Problem]:
    """Leave out the reader's warnings that the gate tells as errors."""
    told = {found.path for found in examined.problems if found.code == "photo-alt-missing"}
    return [found for found in reported if not (found.code in _READER_CODES and found.path in told)]


def subject_of(
    path: str, kind: Kind, data: bytes, record: Bulletin | StaticPage | None = None
) -> Subject:
    """Read a file into what rules look at."""
    if kind in {"photo", "attachment"}:
        return media_subject(path, data)
    if kind == "registry":
        return Subject(path, kind, pieces_of_registry(path, data))
    parts = split_file(path, data)
    pieces: list[Piece] = list(pieces_of_path(path))
    if parts is not None:
        pieces += pieces_of_header(parts, path)
        pieces += pieces_of_body(parts.body, parts.body_line, path)
        pieces += lines_of(parts.header, parts.first_line)
        pieces += lines_of(parts.body, parts.body_line)
    return Subject(path, kind, tuple(pieces), record)


def find_all(subject: Subject, facts: Facts, rules: Iterable[Rule]) -> list[Found]:
    """Apply the rules to one subject."""
    found = []
    for rule in rules:
        if subject.kind in rule.kinds:
            for hit in rule.find(subject, facts):
                line, column = hit.piece.place(hit.finding.start)
                values = dict(hit.finding.values)
                one = Found(subject.path, line, column, hit.finding.code, values)
                found.append(one)
    return found


def _files(reading: Reading, content: Path, registries: Mapping[str, bytes]) -> Iterator[_File]:
    for kind, paths in (("bulletin", reading.tree.bulletins), ("page", reading.tree.pages)):
        for path in paths:
            yield _File(path, cast(Kind, kind), _digest(_read(content, path)))
    for path, data in registries.items():
        yield _File(path, "registry", _digest(data))
    for path, media in reading.media.items():
        yield _File(path, "photo" if media.kind == "image" else "attachment", media.sha256)


def _findings(
    build: Build,
    store: Store,
    files: Sequence[_File],
    records: Mapping[str, Bulletin | StaticPage],
    facts: Facts,
    rules: Sequence[Rule],
    registries: Mapping[str, bytes],
) -> list[Found]:
    """Find everything; what is kept of an earlier run is not looked for again."""
    program = fingerprint(_PLUGINS / room for room in _ROOMS)
    known = [registries.get(name, b"") for name in (UNITS_PATH, PEOPLE_PATH, DOMAINS_PATH)]
    knowledge = _digest(b"\0".join([*known, facts.province.encode()]))
    keys = {
        file.path: _digest("\0".join((program, knowledge, file.path, file.digest)).encode())
        for file in files
    }
    kept = store.get_many(FOUND, keys.values())
    missing = [file for file in files if keys[file.path] not in kept]
    work = partial(_examine_file, build.content, records, facts, rules)
    fresh = dict(
        zip(
            [keys[file.path] for file in missing],
            build.map(work, missing, label="Soát nội dung", timed_out=_too_slow),
            strict=True,
        )
    )
    store.put_many(FOUND, fresh)
    by_code = {code: rule for rule in rules for code in rule.codes}
    found: list[Found] = []
    for file in files:
        key = keys[file.path]
        for values in json.loads(kept.get(key) or fresh[key]):
            rule = by_code.get(values["code"])
            safety = rule is None or rule.safety
            steadfast = rule is None or rule.safety or not rule.registry
            found.append(Found(**{**values, "safety": safety, "steadfast": steadfast}))
    return found


def _examine_file(
    content: Path,
    records: Mapping[str, Bulletin | StaticPage],
    facts: Facts,
    rules: Sequence[Rule],
    file: _File,
) -> bytes:
    """Examine one file; runs in a worker."""
    data = _read(content, file.path)
    subject = subject_of(file.path, file.kind, data, records.get(file.path))
    found = find_all(subject, facts, rules)
    return json.dumps([asdict(one) for one in found], ensure_ascii=False).encode()


def _too_slow(file: _File, seconds: float) -> bytes:
    found = Found(file.path, 1, 1, "too-slow", {"seconds": f"{seconds:g}"})
    return json.dumps([asdict(found)]).encode()


def _weighed(
    found: Sequence[Found],
    given: Circumstances,
    content: Path,
    files: Sequence[_File],
    store: Store,
    registries: Mapping[str, bytes],
) -> Weighed:
    """Weigh findings; ask for the memory only where there is something to forgive."""
    root = content.resolve()
    keys = {memory.key_of(root, file.path, file.digest): file.path for file in files}
    weighed = weigh(found, given)
    wrong = {one.path for one in errors(weighed.problems)}
    if wrong:
        suspects = [key for key, path in keys.items() if path in wrong]
        passed = frozenset(keys[key] for key in store.get_many(memory.KIND, suspects))
        unchanged = memory.unchanged_in_git(content, wrong - passed)
        before = frozenset[str]()
        if unchanged:
            before = load_domains(memory.text_at_base(content, DOMAINS_PATH))[0]
        hosts = {one.values["host"] for one in found if one.values.get("host")}
        weighed = weigh(
            found,
            Circumstances(
                exceptions=given.exceptions,
                imported=given.imported,
                waiting=given.waiting,
                today=given.today,
                passed=passed,
                unchanged=unchanged,
                allowed_before=frozenset(host for host in hosts if is_below(host, before)),
            ),
        )
        wrong = {one.path for one in errors(weighed.problems)}
    fine = [key for key, path in keys.items() if path not in wrong]
    known = store.get_many(memory.KIND, fine)
    store.put_many(memory.KIND, {key: b"1" for key in fine if key not in known})
    return weighed


def is_below(host: str, domains: frozenset[str]) -> bool:
    """Tell whether a host is one of some domains, or below one."""
    labels = host.split(".")
    return any(".".join(labels[number:]) in domains for number in range(len(labels)))


def _read(content: Path, path: str) -> bytes:
    """Return the bytes of a file; none where it cannot be read, which the reader has told."""
    try:
        descriptor = os.open(on_disk(content, path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
