"""A whole game by keys alone, and one by the mouse alone: title, council, ending, title."""

from collections.abc import Iterator

import pytest

from game.engine import save
from game.engine.decision import Answer, Decision, Orders
from game.paths import saves
from tests.ui.flight import Flight, Press, flight
from tests.ui.offered import offer

AIMS = ("fed", "unhurt")
PRESSED = ("no-war", "unhurt")
"""The first takes one away that is ranked already, the second puts one last."""
DIALS = ({"posts": 2}, {}, {"posts": 0, "haste": 1}, {"haste": 0}, {})
"""The level to which dials are turned, turn after turn."""


@pytest.fixture
def fly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Flight]:
    """The application at its title, with the second theater to play."""
    offer(monkeypatch)
    with flight() as found:
        yield found


class Player:
    """Decides something else at every council, and notes what it has decided."""

    def __init__(self, fly: Flight, press: Press, end_turn: str) -> None:
        self.fly, self.press, self.end_turn = fly, press, end_turn
        self.decided: list[Decision] = []
        self.councils = 0

    def play(self) -> None:
        """Play until the debrief is shown."""
        doors = {
            "play": self._council, "flash": self._answer, "ask": lambda: self.press("yes"),
            "playback": lambda: self.press("skip"), "briefing": self._aims,
        }  # fmt: skip
        for _ in range(200):
            if self.fly.screen == "ending":
                return
            doors[self.fly.screen]()
        raise AssertionError("there is no end to it")

    def _aims(self) -> None:
        for aim in PRESSED:
            self.press(f"aim:{aim}")
        self.press("begin")

    def _council(self) -> None:
        while "hint" in self.fly.names():
            self.press("hint")
        options = self._options()
        dials = {}
        for dial, level in DIALS[self.councils % len(DIALS)].items():
            self.press(f"dial:{dial}:{level}")
            if self.fly.screen == "tell":  # it costs more than is left
                self.press("close")
                continue
            dials[dial] = list(self.fly.game.exercise.scenario.dials[dial].levels)[level]
        intent = None if self.councils else AIMS
        self.decided.append(Orders(options=options, dials=dials, intent=intent))
        self.councils += 1
        self.press(self.end_turn)

    def _options(self) -> tuple[str, ...]:
        """Put one option on the agenda, another one at every council, as far as it can be paid."""
        rows = [n for n in self.fly.names() if n.startswith("option:")]
        row = rows[self.councils % len(rows)]
        if self.councils:
            self.press(row)
        wanted = row.removeprefix("option:")
        if "take" not in self.fly.names():
            return ()
        self.press("take")
        return (wanted,)

    def _answer(self) -> None:
        """Give the last answer that may be given, or now and then the first."""
        replies = [n for n in self.fly.names() if n.startswith("reply:")]
        reply = replies[-1 if len(self.decided) % 3 else 0]
        self.decided.append(Answer(reply=reply.removeprefix("reply:")))
        self.press(reply)


def check(fly: Flight, player: Player) -> None:
    """The game holds what was decided, and its save holds the game."""
    line = fly.game.line()
    assert [moment.decision for moment in line[1:]] == player.decided
    assert len(line) == len(fly.game.history)
    assert fly.game.over
    assert {type(d) for d in player.decided} == {Orders, Answer}
    (path,) = saves().iterdir()
    again = save.load(path)
    assert again.departed is None
    assert again.game.moment.state.digest() == fly.game.moment.state.digest()


def test_a_game_by_keys_alone(fly: Flight) -> None:
    fly.keys("return")

    def press(name: str) -> None:
        fly.keys("ctrl+return") if name == "end" else fly.choose(name)

    player = Player(fly, press, "end")
    player.play()
    check(fly, player)
    fly.choose("title")
    assert fly.screen == "title"
    assert "continue" not in fly.names(), "there is nothing to go on with"
    fly.choose("title:saves")
    fly.keys("return")
    assert fly.screen == "ending", "a game that is over can still be looked at"
    fly.keys("escape")
    assert fly.screen == "title"
    fly.choose("quit")
    fly.choose("yes")
    assert not fly.app.conductor.running


def test_a_game_by_mouse_alone(fly: Flight) -> None:
    fly.touch("begin")
    player = Player(fly, fly.touch, "commit")
    player.play()
    check(fly, player)
    fly.touch("history")
    assert fly.screen == "history"
    fly.touch("close")
    fly.touch("title")
    assert fly.screen == "title"
    fly.touch("quit")
    fly.touch("yes")
    assert not fly.app.conductor.running
