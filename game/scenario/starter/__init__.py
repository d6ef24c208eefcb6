"""Starter: the texts that a new scenario begins as."""

from pathlib import Path

from game.scenario.titles import words

_HERE = Path(__file__).parent


def starter(name: str) -> str:
    """Return a small scenario that can be played, with a comment on each part."""
    return _text("scenario.yaml", name)


def variant(name: str, base: str, title: str) -> str:
    """Return a scenario that says only how it differs from another."""
    return _text("variant.yaml", name).replace("BASE_TITLE", title).replace("BASE", base)


def _text(file: str, name: str) -> str:
    return (_HERE / file).read_text("utf-8").replace("TITLE_HERE", words(name))
