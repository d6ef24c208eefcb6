"""The file form of a save: what is written is read, and no damage loads as a game."""

import errno
import json
import os
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import files
from game.engine.files import SaveError
from tests.engine.file_helpers import BODY, only, sentence

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "game.save"
    files.write(path, BODY)
    return path


def refusal(path: Path) -> str:
    """Return the sentence with which a save is refused, after checking its form."""
    with pytest.raises(SaveError) as caught:
        files.read(path)
    return sentence(caught.value, path)


def with_digest(body: bytes, number: int = files.FORMAT) -> bytes:
    """Return a save whose checksum fits, whatever it holds."""
    head = f"{number} {len(body)}\n".encode()
    digest = sha256(head + body).hexdigest()
    return f"{files.WORD} {number} {len(body)} {digest}\n".encode() + body


# Reading back


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=50, deadline=None)
@given(body=st.dictionaries(st.text(), plain, max_size=5))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, body: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "round.save"
    files.write(path, body)
    assert files.read(path) == body
    assert list(files.read(path)) == list(body), "the order of keys is kept"


def test_the_file_is_a_header_line_and_json(saved: Path) -> None:
    head, _, body = saved.read_bytes().partition(b"\n")
    word, number, length, digest = head.decode("ascii").split(" ")
    assert (word, int(number), int(length)) == (files.WORD, files.FORMAT, len(body))
    assert len(digest) == 64
    assert json.loads(body) == BODY


def test_equal_bodies_give_equal_bytes() -> None:
    assert files.pack(BODY) == files.pack(dict(BODY))


def test_a_second_write_replaces_the_first(saved: Path) -> None:
    files.write(saved, {"seed": "other"})
    assert files.read(saved) == {"seed": "other"}
    assert only(saved)


def test_what_is_not_json_is_a_mistake_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"):
        files.write(tmp_path / "game.save", {"x": float("nan")})
    assert list(tmp_path.iterdir()) == []


# Damage


def test_every_truncation_is_refused(saved: Path) -> None:
    data = saved.read_bytes()
    for length in range(len(data)):
        saved.write_bytes(data[:length])
        refusal(saved)


def test_every_flipped_bit_is_refused(saved: Path) -> None:
    data = saved.read_bytes()
    for place in range(len(data)):
        for bit in range(8):
            broken = bytearray(data)
            broken[place] ^= 1 << bit
            saved.write_bytes(broken)
            refusal(saved)


def test_random_edits_are_refused(saved: Path) -> None:
    data, random = saved.read_bytes(), Random(7)
    for _ in range(500):
        start = random.randrange(len(data))
        end = start + random.randrange(8)
        edited = data[:start] + random.randbytes(random.randrange(8)) + data[end:]
        if edited != data:
            saved.write_bytes(edited)
            refusal(saved)


DIGEST = b"0" * 64
HEADERS = [
    b"",
    b"\n",
    b"\x00" * 200,
    b"{}",
    b"PK\x03\x04",
    b"DECONFLICTION-SAVE\n{}",
    b"DECONFLICTION-SAVE 1 2 " + DIGEST,
    b"DECONFLICTION-SAVE 1 2 " + DIGEST[1:] + b"\n{}",
    b"DECONFLICTION-SAVE 1 2 " + DIGEST.replace(b"0", b"A") + b"\n{}",
    b"DECONFLICTION-SAVE 0 2 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE -1 2 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE +1 2 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE 1 02 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE 1 0x2 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE 1 " + b"9" * 5000 + b" " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE " + b"9" * 5000 + b" 2 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE 1 99999999 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE \xd9\xa1 2 " + DIGEST + b"\n{}",
    b"DECONFLICTION-SAVE 1 2 " + DIGEST + b" \n{}",
    b"deconfliction-save 1 2 " + DIGEST + b"\n{}",
    b" DECONFLICTION-SAVE 1 2 " + DIGEST + b"\n{}",
    b"\xef\xbb\xbf" + with_digest(b"{}"),
    with_digest(b"{}").replace(b"\n", b"\r\n"),
    with_digest(b"{}") + b"\n",
    with_digest(b"{}") * 2,
]


@pytest.mark.parametrize("data", HEADERS, ids=range(len(HEADERS)))
def test_hostile_headers_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "game.save"
    path.write_bytes(data)
    refusal(path)


BODIES = [
    b"null",
    b"[]",
    b"1",
    b'"text"',
    b"{",
    b"{} {}",
    b'{"a":1,"a":1}',
    b'{"a":{"b":1,"b":2}}',
    b'{"a":NaN}',
    b'{"a":Infinity}',
    b'{"a":-Infinity}',
    b'{"a":1e999}',
    b'{"a":-1e999}',
    b'{"a":' + b"9" * 5000 + b"}",
    b'{"a":"\xff"}',
    b'{"a":"\x01"}',
    '{"a":1}'.encode("utf-16"),
    b"\xef\xbb\xbf{}",
    b"[" * 200_000,
    b'{"a":' * 100_000,
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_hostile_bodies_with_a_right_checksum_are_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "game.save"
    path.write_bytes(with_digest(body))
    assert "damaged" in refusal(path)


def test_each_damage_is_named(saved: Path) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data[:-3])
    assert "bytes where" in refusal(saved)
    saved.write_bytes(data[:-3] + b"xyz")
    assert "checksum" in refusal(saved)
    saved.write_bytes(b"PNG" + data)
    assert "not a save of this game" in refusal(saved)


def test_a_newer_format_asks_for_a_newer_game(tmp_path: Path) -> None:
    path = tmp_path / "game.save"
    path.write_bytes(with_digest(b"{}", number=files.FORMAT + 1))
    assert "newer version of the game" in refusal(path)


def test_a_file_over_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: Path
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    assert "too large" in refusal(saved)
    with pytest.raises(SaveError, match="too large"):
        files.write(tmp_path / "other.save", BODY)
    assert only(saved)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.save")
    assert "does not exist" in refusal(tmp_path / "no folder" / "none.save")
    assert "not a file" in refusal(tmp_path)
    assert "cannot be read" in refusal(tmp_path / ("x" * 300))
    with pytest.raises(SaveError, match="no file can have that name"):
        files.read(tmp_path / "a\0b.save")


@posix_only
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "pipe.save"
    os.mkfifo(path)
    assert "not a file" in refusal(path)


def test_a_file_that_may_not_be_read_says_so(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "you have no permission" in refusal(saved)


def test_a_name_with_line_breaks_stays_one_line(tmp_path: Path) -> None:
    with pytest.raises(SaveError) as caught:
        files.read(tmp_path / "a\nb\udcff.save")
    assert "a?b?.save" in str(caught.value)
    str(caught.value).encode("utf-8")


# Names typed by players


GOOD = ["a", "Turn 7", "tanf-2017_b", "v1.2", "Jürgen", "لعبة", "खेल", "7", "console", "x" * 60]
BAD = [
    "",
    "  ",
    ".",
    "..",
    ".hidden",
    "-x",
    " x",
    "x ",
    "x.",
    "a/b",
    "a\\b",
    "../x",
    "C:evil",
    "a\0b",
    "a\nb",
    "a\u202eb",
    "a\udcffb",
    "what?",
    "<x>",
    'a"b',
    "a|b",
    "a*b",
    "CON",
    "nul.txt",
    "Aux .x",
    "com1",
    "LPT9.save",
    "COM¹",
    "CONIN$",
    "x" * 61,
]


@pytest.mark.parametrize("name", GOOD)
def test_good_names_pass_and_can_be_written(tmp_path: Path, name: str) -> None:
    assert files.name_problem(name) is None
    path = tmp_path / (name + files.SUFFIX)
    files.write(path, BODY)
    assert files.read(path) == BODY


@pytest.mark.parametrize("name", BAD)
def test_bad_names_are_refused_with_a_reason(name: str) -> None:
    problem = files.name_problem(name)
    assert problem is not None
    assert problem.endswith(".")
    assert "\n" not in problem
    problem.encode("utf-8")
