"""The reader: the files of a scenario and of those it extends, and all that is wrong with them."""

from collections.abc import Hashable, Iterator
from pathlib import PurePath

from game.scenario.document import Document, read_document
from game.scenario.problems import Problem, ScenarioError
from game.scenario.reading.extends import overlay, removed
from game.scenario.reading.layer import Layer, join
from game.scenario.reading.origin import FILES, Missing, Origin
from game.scenario.wording.words import listed, nearest, quoted

MAX_BASES = 5
HEAD_ONLY = ("extends", "remove")


def unread(file: str, missing: Missing) -> Problem:
    """Return a problem with a file of which nothing was read."""
    return Problem(file, 1, 1, "", missing.code, "error", missing.message, missing.hint)


class Reader:
    """All that was read so far, and what was wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.files: dict[str, list[str]] = {}
        self.texts: dict[str, str] = {}

    def layer(self, origin: Origin, above: tuple[Hashable, ...]) -> Layer:
        """Return what a scenario and its bases say together.

        Args:
            origin: Where it lies.
            above: The scenarios that extend it, directly or not.
        """
        own = self._own(origin)
        before = len(self.problems)
        base = self._base(origin, own, (*above, origin.identity))
        if base is not None and len(self.problems) == before:  # else all else would follow from it
            left, problems = removed(base, own)
            self.problems += problems
            own = overlay(left, own)
        return Layer({key: own.data[key] for key in own.data if key not in HEAD_ONLY}, own.marks)

    def _own(self, origin: Origin) -> Layer:
        documents = list(self._documents(origin))
        if not documents:
            return Layer({}, {})
        layer, problems = join(documents)
        self.problems += problems
        if not layer.data and not problems:
            self.problems.append(layer.problem((), "empty", "nothing is written here yet"))
        for key in HEAD_ONLY:
            if key in layer.data and layer.where((key,))[0] != origin.shown(origin.main):
                message = f"{quoted(key)} belongs in {origin.main}"
                self.problems.append(layer.problem((key,), "misplaced", message, key=True))
        return layer

    def _base(self, origin: Origin, own: Layer, chain: tuple[Hashable, ...]) -> Layer | None:
        said = own.data.get("extends")
        if "extends" not in own.data:
            if "remove" in own.data:
                self._say(own, "remove", "misplaced", "nothing can be removed without 'extends'")
        elif not isinstance(said, str) or not said:
            self._say(own, "extends", "wrong-type", "should be the id or the folder of a scenario")
        elif len(chain) > MAX_BASES:
            self._say(
                own,
                "extends",
                "too-deep",
                f"more than {MAX_BASES} scenarios would lie under each other",
            )
        else:
            return self._found(origin, own, said, chain)
        return None

    def _found(
        self, origin: Origin, own: Layer, said: str, chain: tuple[Hashable, ...]
    ) -> Layer | None:
        try:
            base = origin.base(said)
        except Missing as missing:
            self._say(own, "extends", missing.code, missing.message, missing.hint)
            return None
        if base.identity in chain:
            self._say(own, "extends", "circle", "by this the scenario would extend itself")
            return None
        return self.layer(base, chain)

    def _say(self, own: Layer, key: str, code: str, message: str, hint: str = "") -> None:
        self.problems.append(own.problem((key,), code, message, hint))

    def _documents(self, origin: Origin) -> Iterator[Document]:
        """Read all files that can be read."""
        for name in self._names(origin):
            try:
                document = read_document(origin.raw(name), origin.shown(name))
            except Missing as missing:
                self.problems.append(unread(origin.shown(name), missing))
            except ScenarioError as error:
                self.problems += error.problems
                self.files.update(error.files)
            else:
                self.files[document.file] = document.lines
                self.texts[origin.kept(name)] = "\n".join(document.lines)
                yield document

    def _names(self, origin: Origin) -> Iterator[str]:
        """Name the files to read; one of another name would go unread without a word."""
        try:
            names = origin.names()
        except Missing as missing:
            self.problems.append(unread(origin.shown(origin.main), missing))
            return
        for name in names:
            if name in FILES or name == origin.main:
                yield name
            else:
                message = "no part of a scenario has this name"
                unknown = Missing("unknown-file", message, _which_file(name))
                self.problems.append(unread(origin.shown(name), unknown))


def _which_file(name: str) -> str:
    """Return a hint at the file that was meant: all end alike, so what comes before counts."""
    stem = nearest(PurePath(name).stem.lower(), [PurePath(each).stem for each in FILES])
    return f"did you mean '{stem}.yaml'?" if stem else listed(list(FILES))
