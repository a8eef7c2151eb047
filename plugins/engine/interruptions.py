"""Ctrl-C and polite kills, made to wait while they would do harm."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def held_back(*signals: signal.Signals) -> Iterator[None]:
    """Let signals wait until the block is done; what came meanwhile is delivered then.

    By handlers and not by a signal mask: a mask holds for one thread, and the kernel hands the
    signal to another one (Pelican's status line runs in one), after which Python raises
    KeyboardInterrupt in the main thread all the same. Outside the main thread, where Python runs no
    handler, there is nothing to hold back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {
        number: signal.signal(number, lambda caught, _frame: came.append(caught))
        for number in signals
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for caught in dict.fromkeys(came):
            signal.raise_signal(caught)
