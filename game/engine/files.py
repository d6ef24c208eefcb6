"""The file form of a saved game: a header line and a JSON body, and nothing about what is in it.

A write leaves the old file or the new one, whatever happens in between; a read trusts nothing.
"""

import errno
import itertools
import json
import math
import os
import re
import stat
import time
import unicodedata
import uuid
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

WORD = "DECONFLICTION-SAVE"
FORMAT = 1
SUFFIX = ".save"
MAX_BYTES = 20_000_000
MAX_NAME = 60

_HEADER = re.compile(rb"DECONFLICTION-SAVE ([1-9][0-9]{0,3}) ([1-9][0-9]{0,7}) ([0-9a-f]{64})")
_HEADER_BYTES = 128  # more than the longest header

_TEMPORARY, _TEMPORARY_END, _STALE_SECONDS = ".deconfliction-", ".tmp", 3600

# Windows: a virus scanner or an indexer may hold the old file for a moment.
_WAITS = (0.01, 0.05, 0.2, 0.5) if os.name == "nt" else ()

# Devices of Windows: no file there may bear these names, whatever ending follows.
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"
}

_NO_PERMISSION = ("you have no permission there", "choose another folder")

_REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space and try again"),
    errno.EDQUOT: ("your share of the disk is used up", "delete some files and try again"),
    errno.EFBIG: ("the disk takes no file of that size", "choose another folder"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EROFS: ("the disk can only be read", "choose a folder on another disk"),
    errno.ENOENT: ("the folder does not exist", "create it or choose another"),
    errno.ENOTDIR: ("a part of its path is not a folder", "choose another folder"),
    errno.EISDIR: ("a folder has that name", "choose another name"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
    errno.EIO: ("the disk reports an error", "choose a folder on another disk"),
}

# Some file systems cannot sync a folder, or do not let everyone open one: nothing more can be done.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}


class SaveError(Exception):
    """What is wrong with a save, in one sentence for the player."""


def write(path: Path, body: dict[str, Any]) -> None:
    """Write the body to the path in one step: the old file stays whole until the new one is."""
    data = pack(body)
    if len(data) > MAX_BYTES:
        raise SaveError(_not_saved(path, "the game is too large for a save", "start a new game"))
    temporary = path.parent / f"{_TEMPORARY}{uuid.uuid4().hex}{_TEMPORARY_END}"
    try:
        _write_through(temporary, data)
        _replace(temporary, path)
    except (OSError, ValueError) as error:  # ValueError: a path no file system takes
        raise SaveError(_not_saved(path, *_reason(error))) from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink()
    _sync_folder(path)


def read(path: Path) -> dict[str, Any]:
    """Return the body of the save at the path, or say in a `SaveError` why there is none."""
    head, newline, body = _contents(path).partition(b"\n")
    match = _HEADER.fullmatch(head) if len(head) < _HEADER_BYTES else None
    if match is None or not newline:
        raise SaveError(
            f"{_shown(path)} is not a save of this game or has lost its first line: "
            f"choose another file whose name ends in {SUFFIX}."
        )
    number, length, digest = int(match[1]), int(match[2]), match[3].decode()
    if len(body) != length:
        raise _damaged(path, f"it has {len(body)} bytes where {length} were written")
    if _digest(number, body) != digest:
        raise _damaged(path, "its checksum does not fit")
    if number > FORMAT:
        raise SaveError(
            f"{_shown(path)} was written by a newer version of the game (format {number}, this "
            f"version reads up to {FORMAT}): install the newest version to load it."
        )
    return _parsed(path, body)


def set_aside(path: Path) -> Path:
    """Rename a broken save to NAME.broken-N with the first free N, and return the new path."""
    for number in itertools.count(1):
        target = path.parent / f"{path.name}.broken-{number}"
        try:
            target.open("xb").close()  # taking the name first: a rename would overwrite in silence
        except FileExistsError:
            continue
        except (OSError, ValueError) as error:
            raise SaveError(_not_set_aside(path, error)) from error
        break
    try:
        _replace(path, target)
    except OSError as error:
        with suppress(OSError):
            target.unlink()
        raise SaveError(_not_set_aside(path, error)) from error
    return target


def sweep(folder: Path) -> None:
    """Remove what a killed write has left in the folder, once it is too old to be still in use."""
    oldest = time.time() - _STALE_SECONDS
    for leftover in folder.glob(f"{_TEMPORARY}*{_TEMPORARY_END}"):
        with suppress(OSError):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()


def name_problem(name: str) -> str | None:
    """Say what is wrong with a name typed for a save (without its ending), or return None."""
    if not name.strip():
        return "The name is empty: type at least one letter or digit."
    if len(name) > MAX_NAME:
        return f"The name is too long: use at most {MAX_NAME} characters."
    bad = next((letter for letter in name if not _may_stand_in_a_name(letter)), None)
    if bad is not None:
        shown = bad if bad.isprintable() else f"U+{ord(bad):04X}"
        return f"The name holds '{shown}': use letters, digits, spaces, '.', '-' and '_'."
    if not name[0].isalnum() or name[-1] in ". ":
        return "The name must begin with a letter or digit, and not end with a dot or a space."
    if name.split(".")[0].strip().lower() in _RESERVED:
        return f"The name '{name}' belongs to a device on Windows: choose another."
    return None


def pack(body: dict[str, Any]) -> bytes:
    """Return the bytes of a save that holds the body."""
    text = json.dumps(body, separators=(",", ":"), allow_nan=False).encode("ascii")
    return f"{WORD} {FORMAT} {len(text)} {_digest(FORMAT, text)}\n".encode("ascii") + text


def _digest(number: int, body: bytes) -> str:
    # The number is covered too: a flipped bit in it would pick another format in silence.
    return sha256(b"%d %d\n" % (number, len(body)) + body).hexdigest()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # on the disk before any name points at it


def _replace(source: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            os.replace(source, target)
            return
        except PermissionError:
            time.sleep(wait)
    os.replace(source, target)


def _sync_folder(path: Path) -> None:
    if os.name != "posix":
        return
    try:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        if error.errno in _CANNOT_SYNC:
            return
        reason, _ = _reason(error)
        raise SaveError(
            f"{_shown(path)} was saved, but may not survive a power cut because {reason}: "
            "save again, to another disk if this comes back."
        ) from error


def _contents(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise SaveError(f"{_shown(path)} is not a file: choose one that ends in {SUFFIX}.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SaveError(f"{_shown(path)} does not exist: check the spelling.") from error
    except (OSError, ValueError) as error:
        reason, _ = _reason(error)
        raise SaveError(
            f"{_shown(path)} cannot be read because {reason}: "
            "copy it to a folder of your own or load another save."
        ) from error
    if len(data) > MAX_BYTES:
        raise SaveError(f"{_shown(path)} is too large to be a save: choose another file.")
    return data


def _parsed(path: Path, body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_finite,
            parse_float=_finite,
        )
    except (ValueError, RecursionError) as error:
        raise _damaged(path, "what it holds cannot be read") from error
    if not isinstance(value, dict):
        raise _damaged(path, "there is no game in it")
    return value


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError("a key is written twice")
        found[key] = value
    return found


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number without end")
    return value


def _may_stand_in_a_name(letter: str) -> bool:
    # Marks (category M) are parts of letters in many scripts.
    return letter.isalnum() or letter in " .-_" or unicodedata.category(letter).startswith("M")


def _reason(error: Exception) -> tuple[str, str]:
    if not isinstance(error, OSError) or error.errno is None:
        return "no file can have that name", "choose another name"
    plain = f"the system says: {error.strerror or 'no reason given'}"
    return _REASONS.get(error.errno, (plain, "choose another folder"))


def _not_saved(path: Path, reason: str, advice: str) -> str:
    return (
        f"{_shown(path)} was not saved because {reason}, and what was there before is unchanged: "
        f"{advice}."
    )


def _not_set_aside(path: Path, error: Exception) -> str:
    reason, advice = _reason(error)
    return f"{_shown(path)} cannot be renamed because {reason}: {advice}."


def _damaged(path: Path, how: str) -> SaveError:
    return SaveError(f"{_shown(path)} is damaged ({how}): load another save or start a new game.")


def _shown(path: Path) -> str:
    # One line, whatever the name holds: line breaks and broken characters would garble the message.
    return "".join(letter if letter.isprintable() else "?" for letter in str(path))
