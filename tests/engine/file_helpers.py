"""What the tests of the save file share: a body, and what every refusal must look like."""

from pathlib import Path

from game.engine.files import SaveError

BODY = {"seed": "demo", "weeks": [1, 2, 3], "note": "Tanf, التنف", "packed": None, "on": True}


def sentence(error: SaveError, path: Path) -> str:
    """Return the message of a refusal, after checking its form."""
    text = str(error)
    assert path.name in text, "the message names the file"
    assert text.endswith(".") and "\n" not in text
    assert ":" in text, "the message says what to do"
    return text


def only(path: Path) -> bool:
    """Say whether the file is alone in its folder: no temporary file was left."""
    return [each.name for each in path.parent.iterdir()] == [path.name]
