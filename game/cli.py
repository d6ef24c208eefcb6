"""The command line: verbs, thin. What each does stands in a module of its own."""

import errno
import os
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from game import __version__
from game.core.figures import suggest
from game.engine.doctrines import DOCTRINES
from game.report.words import one_of
from game.text import safely
from game.text.arguments import Parser, choice, number, word
from game.text.verbs import (
    bench,
    calibrate,
    check,
    forecast,
    new,
    play,
    replay,
    simulate,
    tournament,
)

SCENARIO = "the path of a scenario's folder or file, or the id of one that comes with the game"
SEED = "the word that all luck is made of; the same word gives the same game"
DEMO = f"{SEED} (default demo)"
PICTURES = (".png", ".jpg", ".jpeg")

DOCTRINE = f"{one_of(list(DOCTRINES))}, or a doctrine of the scenario (default hold)"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb; return the exit code."""
    return safely.run(lambda: _run(list(sys.argv[1:] if argv is None else argv)))


def _run(words: list[str]) -> int:
    parser, verbs = _parsers()
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words = ["play", *words]
    if words[0] not in verbs and not words[0].startswith("-"):
        hint = suggest(words[0], verbs)
        parser.error(f"there is no verb '{words[0]}'{hint or f'; there are {one_of(list(verbs))}'}")
    args, extras = parser.parse_known_args(words)
    verbs[args.verb].refuse(extras)
    return int(args.run(args, verbs[args.verb]))


def _parsers() -> tuple[Parser, dict[str, Parser]]:
    """Return the parser of the whole line, and the one of each verb."""
    parser = Parser(
        prog="deconfliction",
        description="A policy wargame of eastern Syria in 2017. Without a verb: play.",
    )
    parser.add_argument("--version", action="version", version=f"deconfliction {__version__}")
    under = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    verbs: dict[str, Parser] = {}

    def verb(name: str, run: object, text: str) -> Parser:
        verbs[name] = under.add_parser(
            name, help=text, description=f"{text[:1].upper()}{text[1:]}."
        )
        verbs[name].set_defaults(run=run)
        return verbs[name]

    _play(verb("play", _play_here, "play a scenario, or go on with a saved game"))
    _check(verb("check", check.run, "say what is wrong with scenarios"))
    _new(verb("new", new.run, "write a scenario to start from into the folder NAME"))
    _replay(verb("replay", replay.run, "play the decisions of a save again and tell the game"))
    _simulate(verb("simulate", simulate.run, "play many games and count how they end"))
    _calibrate(verb("calibrate", calibrate.run, "hold a scenario against what really happened"))
    _tournament(verb("tournament", tournament.run, "let doctrines compete in every hidden world"))
    _forecast(verb("forecast", forecast.run, "work out the odds of every option that is open"))
    _screenshot(verb("screenshot", _take_picture, "draw a screen of the window into a file"))
    _json(verb("bench", _measure, "measure how fast this machine plays"))
    return parser, verbs


def _play_here(args: Namespace, parser: Parser) -> int:
    """Play in a window; in the terminal where that is asked for or there is no display."""
    if args.text:
        return play.run(args, parser)
    from game.ui import app  # slow to import, and whoever plays in a terminal needs none of it

    if why := app.why_no_window():
        return play.run(args, parser, why)
    play.check(args, parser)
    return app.play(args.scenario, args.seed, args.load, args.frames)


def _measure(args: Namespace, parser: Parser) -> int:
    """Measure the game and, where it can be drawn, the window."""
    try:
        from game.ui import bench as window
    except ImportError:
        return bench.run(args, parser)
    return bench.run(args, parser, window.bench)


def _take_picture(args: Namespace, parser: Parser) -> int:
    """Draw a screen, or list the screens."""
    from game.ui import screenshot

    if args.list:
        print("\n".join(screenshot.names()))
        return 0
    if not (args.scenario and args.out):
        parser.error("a picture needs SCENARIO and --out FILE.png; --list names the screens")
    out = Path(args.out)
    if out.suffix.lower() not in PICTURES:
        parser.error(f"--out '{args.out}' is no name of a picture: end it in .png or .jpg")
    if not out.parent.is_dir():
        reason = os.strerror(errno.ENOENT)
        raise FileNotFoundError(errno.ENOENT, reason, str(out))
    if args.screen not in screenshot.names():
        hint = suggest(args.screen, screenshot.names())
        parser.error(f"there is no screen '{args.screen}'{hint}")
    try:
        screenshot.take(
            args.scenario,
            args.screen,
            args.turn,
            args.doctrine,
            args.seed,
            args.size,
            out,
        )
    except LookupError as error:
        print(f"{error.args[0]}", file=sys.stderr)
        return 1
    return 0


def _screenshot(parser: Parser) -> None:
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help=SCENARIO)
    parser.add_argument("--list", action="store_true", help="print the names of the screens")
    parser.add_argument(
        "--screen", default="play", metavar="NAME", help="which screen (default play)"
    )
    parser.add_argument(
        "--turn", type=number(1, 520), default=1, metavar="N", help="from which turn"
    )
    who = f"who has decided until then: {DOCTRINE}"
    parser.add_argument("--doctrine", type=word, default="hold", metavar="ID", help=who)
    parser.add_argument("--seed", type=word, default="demo", metavar="WORD", help=DEMO)
    wide = "width and height in pixels, such as 1280x720 (default 1600x900)"
    parser.add_argument("--size", type=_size, default=(1600, 900), metavar="WxH", help=wide)
    parser.add_argument("--out", metavar="FILE.png", help="where to write the picture")


def _size(typed: str) -> tuple[int, int]:
    """Return a size in pixels."""
    wide, _, tall = typed.lower().partition("x")
    if not (
        wide.isdecimal()
        and tall.isdecimal()
        and 320 <= int(wide) <= 8000
        and 240 <= int(tall) <= 8000
    ):
        raise ArgumentTypeError(
            f"'{typed[:40]}' is no size: give width and height, such as 1280x720"
        )
    return int(wide), int(tall)


def _play(parser: Parser) -> None:
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help=SCENARIO)
    parser.add_argument("--seed", type=word, metavar="WORD", help=f"{SEED}; drawn if not given")
    parser.add_argument("--text", action="store_true", help="play in this terminal")
    parser.add_argument("--load", metavar="SAVE", help="go on with a saved game")
    frames = "leave the window after so many frames"
    parser.add_argument("--frames", type=number(0, 100_000), default=0, metavar="N", help=frames)
    odds = "from how many futures the odds of each option are drawn; 0 for no odds (default 50)"
    parser.add_argument("--odds", type=number(0, 2000), default=50, metavar="N", help=odds)


def _check(parser: Parser) -> None:
    parser.add_argument("scenarios", nargs="+", metavar="SCENARIO", help=SCENARIO)
    form = "text to read, or json for other programs"
    parser.add_argument("--format", type=choice("text", "json"), default="text", help=form)


def _new(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the folder, such as my-war")
    parser.add_argument("--from", dest="base", metavar="SCENARIO", help="a scenario to vary")


def _replay(parser: Parser) -> None:
    parser.add_argument("save", metavar="SAVE", help="a saved game")
    parser.add_argument("--to", type=number(1, 520), metavar="TURN", help="stop at this turn")
    same = "only say whether every week still ends as it did"
    parser.add_argument("--verify", action="store_true", help=same)


def _simulate(parser: Parser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help=SCENARIO)
    many = "how many games (default 1000)"
    parser.add_argument("--games", type=number(1, 1_000_000), default=1000, metavar="N", help=many)
    who = f"who decides: {DOCTRINE}"
    parser.add_argument("--doctrine", type=word, default="hold", metavar="ID", help=who)
    parser.add_argument("--seed", type=word, default="demo", metavar="WORD", help=DEMO)
    less = "leave out rule:ID, option:ID, event:ID, actor:ID or actor:ID.DECIDER; may be repeated"
    parser.add_argument("--without", action="append", default=[], metavar="KIND:ID", help=less)
    more = "choose option:ID whenever it is open; may be repeated"
    parser.add_argument("--always", action="append", default=[], metavar="option:ID", help=more)
    parser.add_argument("--out", metavar="FILE", help="write there instead of printing")
    _json(parser)


def _calibrate(parser: Parser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help=SCENARIO)
    rows = "the file of what really happened, or the id of one that comes with the game"
    parser.add_argument("--history", required=True, metavar="FILE", help=rows)
    many = "how many games (default 2000)"
    parser.add_argument("--games", type=number(1, 100_000), default=2000, metavar="N", help=many)
    who = "who decides (default: historical if the scenario has it, else hold)"
    parser.add_argument("--doctrine", type=word, metavar="ID", help=who)
    parser.add_argument("--seed", type=word, default="demo", metavar="WORD", help=DEMO)
    shaken = "also play with every figure shaken by 10 %%, in so many draws"
    parser.add_argument("--shaken", type=number(0, 1000), default=0, metavar="K", help=shaken)
    _json(parser)


def _tournament(parser: Parser) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help=SCENARIO)
    each = "games of every doctrine in every world (default 300)"
    parser.add_argument("--games", type=number(2, 10_000), default=300, metavar="N", help=each)
    parser.add_argument("--seed", type=word, default="demo", metavar="WORD", help=DEMO)
    parser.add_argument("--quick", action="store_true", help="play a tenth, in a minute or two")
    _json(parser)


def _forecast(parser: Parser) -> None:
    parser.add_argument("start", metavar="SAVE|SCENARIO", help="a saved game, or a scenario")
    parser.add_argument("--seed", type=word, metavar="WORD", help=DEMO)
    futures = "how many futures for each option (default 200)"
    parser.add_argument("--games", type=number(1, 20_000), default=200, metavar="N", help=futures)
    _json(parser)


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print for other programs")
