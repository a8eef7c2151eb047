"""Which bulletins tell of one event: the same name on the same day, and held by the same unit.

Many units hold a «Hội nghị viên chức, người lao động năm 2024» on one day, and these are many
events; a bulletin of a guest, which does not say who is the host, still tells of that event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from plugins.bulletins.records import Bulletin
from plugins.vietnamese import fold_exact


def host_key(bulletin: Bulletin, hosts: Mapping[str, str]) -> str:
    """Return what is equal for one host: its id, else the name as written, folded; "" for none.

    Args:
        bulletin: the bulletin.
        hosts: what stands for registered units among the hosts, by the path of the bulletin.
    """
    event = bulletin.event
    if event is None or event.host is None:
        return ""
    return hosts.get(bulletin.path) or fold_exact(event.host.text)


def event_keys(bulletins: Iterable[Bulletin], hosts: Mapping[str, str]) -> dict[str, str]:
    """Return by path what is equal for bulletins of one event; those without an event are left out.

    Only where several units hold an event of one name on one day does the host count, so that one
    bulletin need not name it. Events without a day are told apart by the year of publication.

    Args:
        bulletins: the bulletins, in any order.
        hosts: as in :func:`host_key`.
    """
    found: dict[str, tuple[str, str]] = {}
    several: defaultdict[str, set[str]] = defaultdict(set)
    for bulletin in bulletins:
        event = bulletin.event
        if event is not None:
            key = f"{fold_exact(event.name)}: {event.date or bulletin.date.year}"
            host = host_key(bulletin, hosts)
            found[bulletin.path] = key, host
            several[key] |= {host} - {""}
    return {
        path: f"{key}: {host}" if len(several[key]) > 1 else key
        for path, (key, host) in found.items()
    }
