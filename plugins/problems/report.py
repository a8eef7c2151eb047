"""Problems as text for people, as JSON for programs, as annotations for a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from plugins.problems import Problem


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem: ``path:line:column: CODE severity: message``, and the cure at its end."""
    return "\n".join(
        f"{found.path}:{found.line}:{found.column}: {found.code} {found.severity}: "
        f"{found.message} Cách sửa: {found.cure}"
        for found in sorted(problems)
    )


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects with ``path, line, column, code, severity, message, cure``."""
    return json.dumps([asdict(found) for found in sorted(problems)], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], prefix: str = "") -> str:
    """GitHub's workflow commands; ``prefix`` is the content folder's path in the repository."""
    return "\n".join(
        f"::{found.severity} file={_property(prefix + found.path)},line={found.line},"
        f"col={found.column},title={_property(found.code)}::"
        f"{_data(f'{found.message} {found.cure}')}"
        for found in sorted(problems)
    )


def as_gitlab(problems: Iterable[Problem], prefix: str = "") -> str:
    """GitLab's code quality report; ``prefix`` is the content folder's path in the repository.

    Its fingerprint must tell findings apart, and stay when lines move: GitLab compares it with that
    of the main branch. So it holds no line, and a number where the same is found twice in a file.
    """
    rows = []
    seen: Counter[str] = Counter()
    for found in sorted(problems):
        what = "\0".join((found.path, found.code, found.message))
        seen[what] += 1
        rows.append(
            {
                "description": f"{found.message} {found.cure}".strip(),
                "check_name": found.code,
                "fingerprint": hashlib.sha256(f"{what}\0{seen[what]}".encode()).hexdigest(),
                "severity": "blocker" if found.severity == "error" else "minor",
                "location": {"path": prefix + found.path, "lines": {"begin": max(1, found.line)}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _data(text: str) -> str:
    """Escape a message as the workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
