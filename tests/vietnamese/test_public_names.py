"""What the room offers, and what it leans on."""

import ast
import sys
from pathlib import Path

import plugins.vietnamese

ROOM = Path(plugins.vietnamese.__file__).parent


def test_every_public_name_exists_and_is_documented() -> None:
    names = plugins.vietnamese.__all__

    assert len(set(names)) == len(names)
    for name in names:
        thing = getattr(plugins.vietnamese, name)
        assert not callable(thing) or thing.__doc__


def test_the_room_leans_on_the_standard_library_alone() -> None:
    imported = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module or "")
    foreign = {
        module
        for module in imported
        if module.split(".")[0] not in sys.stdlib_module_names
        and not module.startswith("plugins.vietnamese.")
    }

    assert foreign == set()
