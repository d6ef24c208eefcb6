"""Memory: a scenario among texts, as a saved game carries it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.reading.origin import MAIN, Missing, inner, is_yaml
from game.scenario.wording.words import quoted


@dataclass(frozen=True)
class InMemory:
    """The files of one scenario among texts by name."""

    texts: Mapping[str, str]
    main: str
    prefix: str = ""

    @property
    def identity(self) -> str:
        """Return the part of the names that only its own files have."""
        return self.prefix

    def names(self) -> list[str]:
        """Name all YAML files of the scenario, the main one first."""
        if self.main != MAIN:
            return [self.main]
        return [MAIN, *sorted(set(_inside(self.texts, self.prefix)) - {MAIN})]

    def raw(self, name: str) -> bytes:
        """Return a file's bytes."""
        if self.prefix + name not in self.texts:
            raise Missing("no-such-file", "there is no such file")
        return self.texts[self.prefix + name].encode("utf-8", "surrogatepass")

    def shown(self, name: str) -> str:
        """Return how messages call a file."""
        return self.prefix + name

    def kept(self, name: str) -> str:
        """Return the name under which a saved game keeps a file."""
        return self.prefix + name

    def base(self, said: str) -> "InMemory":
        """Return the scenario that this one names as its base."""
        try:
            return in_memory(self.texts, prefix=inner(self.prefix, said))
        except Missing:
            message = f"there is no scenario {quoted(said)} to extend"
            raise Missing("unknown-base", message) from None


def in_memory(texts: Mapping[str, str], main: str = "", prefix: str = "") -> InMemory:
    """Return the scenario among texts whose names have a prefix.

    Args:
        texts: All there are.
        main: Its main file; else it is `scenario.yaml`, or the only one there.
        prefix: What the names of its files start with.

    Raises:
        Missing: There is none.
    """
    names = _inside(texts, prefix)
    if not main and MAIN not in names and len(names) != 1:
        raise Missing("no-such-file", f"there is no {MAIN} here")
    return InMemory(texts, main or (MAIN if MAIN in names else names[0]), prefix)


def _inside(texts: Mapping[str, str], prefix: str) -> list[str]:
    rest = [name.removeprefix(prefix) for name in texts if name.startswith(prefix)]
    return [name for name in rest if "/" not in name and is_yaml(name)]
