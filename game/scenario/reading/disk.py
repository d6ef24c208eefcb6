"""Disk: a scenario in a folder, or in one file."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from game.scenario.reading.characters import MAX_BYTES
from game.scenario.reading.origin import FILES, MAIN, SUFFIXES, Missing, inner, is_yaml
from game.scenario.wording.words import did_you_mean, near, quoted

Find = Callable[[str], Path | None]
"""Says where the scenario with an id lies, or nothing."""


@dataclass(frozen=True)
class OnDisk:
    """The files of one scenario in a folder."""

    folder: Path
    main: str
    find: Find
    prefix: str = ""

    @property
    def identity(self) -> Path:
        """Return the path of the main file, the same however it was reached."""
        return (self.folder / self.main).resolve()

    def names(self) -> list[str]:
        """Name all YAML files of the scenario, the main one first."""
        if self.main != MAIN:
            return [self.main]
        try:
            found = [path.name for path in self.folder.iterdir() if not path.is_dir()]
        except OSError as error:
            raise _unreadable(error) from error
        return [MAIN, *sorted(name for name in found if is_yaml(name) and name != MAIN)]

    def raw(self, name: str) -> bytes:
        """Return a file's bytes; of one that is too large, enough to tell."""
        path = self.folder / name
        try:
            if not path.is_file():  # a pipe or a device might never end
                raise Missing("unreadable", "this is not a file")
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            raise _unreadable(error) from error

    def shown(self, name: str) -> str:
        """Return how messages call a file."""
        return str(self.folder / name)

    def kept(self, name: str) -> str:
        """Return the name under which a saved game keeps a file."""
        return self.prefix + name

    def base(self, said: str) -> "OnDisk":
        """Return the scenario that this one names as its base: a path, or an id."""
        for path in self._candidates(said):
            with suppress(OSError):  # such as a name too long to be one
                if path.exists():
                    return replace(on_disk(path, self.find), prefix=inner(self.prefix, said))
        hint = did_you_mean(said, _scenarios(self._beside))
        raise Missing("unknown-base", f"there is no scenario {quoted(said)} to extend", hint)

    def _candidates(self, said: str) -> Iterator[Path]:
        if not Path(said).is_absolute():  # it would be there for nobody else
            yield self._beside / said
        with suppress(LookupError):
            if found := self.find(said):
                yield found

    @property
    def _beside(self) -> Path:
        """Return the folder in which the scenario's own folder, or its one file, lies."""
        if self.main != MAIN:
            return self.folder
        return self.folder.parent if self.folder.name not in ("", "..") else self.folder / ".."


def on_disk(path: Path, find: Find) -> OnDisk:
    """Return the scenario at a path: its folder, one of its files, or the one file it is.

    Raises:
        Missing: There is none.
    """
    try:
        if path.is_dir():
            return _in_folder(path, find)
        if path.exists():
            return _of_file(path, find)
    except OSError as error:
        raise _unreadable(error) from error
    hint = near(path.name, _all(path.parent))
    raise Missing("no-such-file", "there is no such file or folder", hint)


def _in_folder(folder: Path, find: Find) -> OnDisk:
    if not (folder / MAIN).exists():
        hint = f"a scenario is a folder with {MAIN} in it, or one file"
        raise Missing("no-such-file", f"this folder has no {MAIN}", hint)
    return OnDisk(folder, MAIN, find)


def _of_file(path: Path, find: Find) -> OnDisk:
    if not path.name.lower().endswith(SUFFIXES):
        raise Missing("not-yaml", "the name of a scenario's file ends in .yaml")
    is_part = path.name in FILES and (path.parent / MAIN).exists()
    return OnDisk(path.parent, MAIN if is_part else path.name, find)


def _unreadable(error: OSError) -> Missing:
    return Missing("unreadable", f"this cannot be read ({error.strerror})")


def _all(folder: Path) -> list[str]:
    with suppress(OSError):
        return sorted(path.name for path in folder.iterdir())
    return []


def _scenarios(folder: Path) -> list[str]:
    return [name for name in _all(folder) if (folder / name / MAIN).is_file()]
