"""Characters: the bytes of a file become lines of text, or a problem at the first odd one."""

import re
from dataclasses import dataclass

from game.scenario.problems import Problem, ScenarioError

MAX_BYTES = 300_000

BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # some editors on Windows write it before the text


@dataclass(frozen=True)
class _Odd:
    """A kind of character that misleads the eye, or that readers of YAML take differently."""

    code: str
    form: re.Pattern[str]  # ends with the character
    message: str
    hint: str


INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff"  # no width, or a line break of their own
    "\u202a-\u202e\u2066-\u2069"  # these turn the order in which text is read
    "\ud800-\udfff]"  # halves of a character, which an escape can write
)
ODD = (
    _Odd(
        "invisible-character",
        INVISIBLE,
        "an invisible character (U+{:04X}) is here",
        "delete it and type the text again",
    ),
    _Odd("tab", re.compile("\t"), "a tab is here", "use spaces"),
    _Odd(
        "odd-indent",
        re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u3000](?=.*\S)", re.MULTILINE),
        "this line is indented with spaces of another kind",
        "use ordinary spaces",
    ),
    _Odd(
        "yaml-feature",
        re.compile("^%", re.MULTILINE),
        "lines that start with % are not used in scenario files",
        "put the text in quotes",
    ),
)


def decode(raw: bytes, file: str) -> list[str]:
    """Return the lines of a file, without their ends.

    Args:
        raw: All of the file, or its first `MAX_BYTES + 1` bytes.
        file: Its name for messages.

    Raises:
        ScenarioError: It is too large, not UTF-8, or has characters that are refused.
    """
    if len(raw) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1000} kB"
        raise _error(file, "", 0, "too-large", message, "move parts of it to files of their own")
    text = _text(raw.removeprefix(BYTE_ORDER_MARK), file)
    found = [(match.end() - 1, odd) for odd in ODD if (match := odd.form.search(text))]
    if found:
        at, odd = min(found, key=lambda each: each[0])
        raise _error(file, text, at, odd.code, odd.message.format(ord(text[at])), odd.hint)
    return text.split("\n")


def _text(raw: bytes, file: str) -> str:
    try:
        return _unix(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = _unix(raw.decode("utf-8", "replace"))
        at = len(_unix(raw[: error.start].decode("utf-8")))
        message = f"this is not UTF-8 text (byte 0x{raw[error.start]:02x})"
        raise _error(file, text, at, "not-text", message, "save the file as UTF-8") from None


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _error(file: str, text: str, at: int, code: str, message: str, hint: str) -> ScenarioError:
    """Return a problem at a character of the text."""
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    problem = Problem(file, line, column, "", code, "error", message, hint)
    return ScenarioError([problem], {file: text.split("\n")} if text else {})
