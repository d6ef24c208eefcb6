"""Safely: whatever goes wrong ends in one sentence, never in a traceback."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper

from game.analysis.studies import StudyError
from game.engine.files import SaveError
from game.report.unexpected import report
from game.scenario.problems import ScenarioError, show_all
from game.text.typed import Mistake

DONE, PROBLEMS, WRONG_USAGE = range(3)


def run(verb: Callable[[], int]) -> int:
    """Run a verb and return its exit code, whatever happens."""
    _prepare_output()
    try:
        code = verb()
        sys.stdout.flush()
        return code
    except ScenarioError as error:
        return _say(_problems(error), PROBLEMS)
    except StudyError as error:
        return _say(str(error), WRONG_USAGE)
    except (SaveError, Mistake) as error:
        return _say(str(error), PROBLEMS)
    except BrokenPipeError:
        _abandon_output()  # whoever read has read enough
        return DONE
    except OSError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return _say("Stopped.", PROBLEMS)
    except MemoryError:
        return _say("There is not enough memory for this: try it with fewer games.", PROBLEMS)
    except Exception as error:
        return _say(report(error), PROBLEMS)


def _prepare_output() -> None:
    """Write UTF-8, with replacement where a terminal cannot show it."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if isinstance(stream, TextIOWrapper):
            keep = stream.isatty() and stream.encoding
            stream.reconfigure(encoding=keep or "utf-8", errors="replace")


def _say(sentence: str, code: int) -> int:
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        print(sentence, file=sys.stderr, flush=True)
    return code


def _problems(error: ScenarioError) -> str:
    """Say what is wrong with a scenario; where there is none, it has no line to point at."""
    first = error.problems[0]
    if first.code == "not-found":
        return f"{first.message[:1].upper()}{first.message[1:]}; {first.hint}."
    return show_all(error.problems, error.files)


def _refused(error: OSError) -> int:
    """Say what the system refuses: the output, or a file."""
    reason = error.strerror or str(error)
    where = f"'{error.filename}'" if error.filename else "the output"
    said = str(error) if error.errno is None else f"{where} cannot be used: {reason}"
    code = _say(f"{said[:1].upper()}{said[1:].rstrip('.')}.", PROBLEMS)
    _abandon_output()
    return code


def _abandon_output() -> None:
    """Send what is still to be written nowhere, so that the last flush does not fail again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
