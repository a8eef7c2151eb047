"""Signals that wait: also with a second thread, which a signal mask would not cover."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from plugins.engine.interruptions import held_back


@pytest.fixture
def another_thread():
    """Run a thread that takes signals, as Pelican's status line does."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


@pytest.mark.usefixtures("another_thread")
def test_ctrl_c_waits_until_the_block_is_done():
    steps = []
    with pytest.raises(KeyboardInterrupt):
        with held_back(signal.SIGINT):
            os.kill(os.getpid(), signal.SIGINT)
            steps.append("after the signal")
        steps.append("after the block")
    assert steps == ["after the signal"]


@pytest.mark.usefixtures("another_thread")
def test_a_polite_kill_waits_too_and_reaches_whoever_handles_it():
    caught = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: caught.append(number))
    try:
        with held_back(signal.SIGINT, signal.SIGTERM):
            os.kill(os.getpid(), signal.SIGTERM)
            assert caught == []
        assert caught == [signal.SIGTERM]
    finally:
        signal.signal(signal.SIGTERM, before)


def test_handlers_are_as_they_were_afterwards():
    before = signal.getsignal(signal.SIGINT)
    with held_back(signal.SIGINT):
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_an_exception_of_the_block_comes_through():
    with pytest.raises(ValueError, match="its own"), held_back(signal.SIGINT):
        raise ValueError("its own")


def test_outside_the_main_thread_the_block_just_runs():
    ran = []

    def work():
        with held_back(signal.SIGINT):
            ran.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ran == [True]
