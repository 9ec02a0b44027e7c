"""Processes of our own that end when the one that started them does, however it ended."""

import multiprocessing
import multiprocessing.connection
import os
from threading import Thread


def die_with_parent() -> None:
    """Have this process end as soon as its parent is gone, so that nothing goes on writing beside the next run."""
    Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
