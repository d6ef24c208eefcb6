"""Rules about the code itself, so that nobody has to watch over them."""

import ast
from pathlib import Path

import pytest

CODE = Path(__file__).parent.parent / "game"
FILES = sorted(path for path in CODE.rglob("*.py") if "_data" not in path.parts)
MECHANISMS = [path for path in FILES if path.parent.name in ("rules", "opponents")]
FRONT_ENDS = ("text", "ui", "classroom", "report")
SHOWN = [path for path in FILES if path.relative_to(CODE).parts[0] in FRONT_ENDS]
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 45
LONGER = {"build_world": "one line for each field of the world"}
AFTERWARDS = {
    "closing.py": "when the game is over everything is told",
    "debrief.py": "when the game is over everything is told",
    "replay.py": "it compares digests and tells nobody the state",
}
CALENDAR = ("week", "phase")
"""What anybody may read of a state: it is the same in every observation."""


def name(path: Path) -> str:
    """Return the name of a file as people write it."""
    return path.relative_to(CODE).as_posix()


each = pytest.mark.parametrize("path", FILES, ids=name)
each_mechanism = pytest.mark.parametrize("path", MECHANISMS, ids=name)


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Return all functions of a file, inner ones too."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@each
def test_files_fit_on_a_few_screens(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= LINES_OF_A_FILE


@each
def test_functions_fit_on_one_screen(path: Path):
    for function in functions(parsed(path)):
        lines = (function.end_lineno or 0) - function.lineno + 1
        assert lines <= LINES_OF_A_FUNCTION or function.name in LONGER, function.name


@each
def test_every_file_and_everything_public_is_explained(path: Path):
    tree = parsed(path)
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@each_mechanism
def test_mechanisms_round_only_by_scale(path: Path):
    """No fraction is written and nothing is divided: `scale`, `share` and `split` are for that."""
    for node in ast.walk(parsed(path)):
        assert not isinstance(node, ast.Div | ast.FloorDiv)
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))


@each_mechanism
def test_mechanisms_know_no_other_luck_and_no_clock(path: Path):
    """What comes about belongs to the seed: no other dice, no time of day, no order of a set."""
    banned = {"random", "time", "datetime", "secrets", "uuid"}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            assert not banned & {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.module not in banned
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("hash", "id") or path.name == "campaign.py"
        if isinstance(node, ast.For):
            assert not isinstance(node.iter, ast.Set | ast.SetComp)


@each_mechanism
def test_mechanisms_reach_luck_only_by_the_door(path: Path):
    """A rule rolls; a decider tries. Neither opens the box of dice by itself."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute):
            assert (
                node.attr not in ("chance", "_chance")
                or not isinstance(node.value, ast.Name)
                or (node.value.id == "self")
            )


def is_state_of_a_moment(node: ast.AST) -> bool:
    """Say whether a part of the code is `.moment.state`."""
    inner = node.value if isinstance(node, ast.Attribute) and node.attr == "state" else None
    return isinstance(inner, ast.Attribute) and inner.attr == "moment"


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_front_ends_show_only_what_the_player_sees(path: Path):
    if path.name in AFTERWARDS:
        return
    nodes = list(ast.walk(parsed(path)))
    touched = [node for node in nodes if is_state_of_a_moment(node)]
    read = [n.value for n in nodes if isinstance(n, ast.Attribute) and n.attr in CALENDAR]
    assert [node.lineno for node in touched if node not in read] == []
