"""Heap: gives memory that nothing uses back to the system.

The C library keeps what is freed for the next time. A window makes and drops pictures and games
all evening, and what is left lies scattered among them: without this, 50 MB are held for nothing.
It is asked to only where it can be told to; elsewhere the system has ways of its own.
"""

import ctypes
from contextlib import suppress
from typing import Any

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3  # as mallopt calls them, in bytes
UNABLE = (AttributeError, OSError, TypeError)


def thrifty() -> None:
    """Give large pictures back to the system as soon as they go.

    By itself the library learns to keep them. Small ones it had better keep for a while: to ask
    the system for each again would double the time of a new map.
    """
    with suppress(*UNABLE):
        library = _library()
        library.mallopt(MMAP_THRESHOLD, 2 << 20)
        library.mallopt(TRIM_THRESHOLD, 16 << 20)


def trim() -> None:
    """Give back all that is free now; it takes about a millisecond."""
    with suppress(*UNABLE):
        _library().malloc_trim(0)


def _library() -> Any:
    return ctypes.CDLL(None)
