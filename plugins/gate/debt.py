"""What imported posts owe, as a list: counts by code, and the files with most to mend."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from plugins.problems import Problem

WORST = 20


def as_debt(debt: Sequence[Problem], form: str) -> str:
    """Write the debt list.

    Args:
        debt: what was found in imported posts and is no matter of safety.
        form: ``json`` for programs, anything else for people.

    Returns:
        Text that ends with a line break.
    """
    codes = Counter(found.code for found in debt).most_common()
    files = sorted(Counter(found.path for found in debt).items(), key=lambda pair: (-pair[1], pair))
    if form == "json":
        counted = {"codes": dict(codes), "files": dict(files)}
        return json.dumps(counted, ensure_ascii=False, indent=2) + "\n"
    if not debt:
        return "Không có tin nhập từ trang cũ nào cần sửa thêm.\n"
    lines = [f"{len(debt)} chỗ nên sửa dần trong {len(files)} tin nhập từ trang cũ.", ""]
    lines += [f"{count:6}  {code}" for code, count in codes]
    lines += ["", "Các tệp còn nhiều nhất:"]
    lines += [f"{count:6}  {path}" for path, count in files[:WORST]]
    return "\n".join(lines) + "\n"
