"""Sounds are few and quiet, are told in words, and their absence stops nothing."""

import json
import logging

import pygame
import pytest

from game.paths import shipped
from game.ui.sound import CAPTIONS, Sound

PACK = json.loads((shipped("assets") / "sounds" / "sounds.json").read_text("utf-8"))


def test_a_cue_has_its_own_level_and_the_volume_that_is_set():
    sound = Sound(shipped("assets"), 50)
    assert sound.level("flash") == PACK["flash"]["volume"]
    sound.volume = 25
    assert sound.level("flash") == PACK["flash"]["volume"] / 2
    assert max(sound.level(name) for name in PACK) < 0.3


def test_captions_are_told_of_cues_that_are_there_even_if_nothing_is_heard():
    sound = Sound(shipped("assets"), 0)
    told: list[str] = []
    sound.said = told.append
    sound.play("flash")
    sound.play("press")
    assert told == [CAPTIONS["flash"]]
    assert CAPTIONS.keys() <= PACK.keys()


def test_a_cue_that_is_missing_is_told_once_and_the_others_play(caplog: pytest.LogCaptureFixture):
    sound = Sound(shipped("assets"), 50)
    with caplog.at_level(logging.WARNING):
        sound.play("gong")
        sound.play("gong")
        sound.play("press")
    assert len(caplog.records) == 1


def test_without_a_device_the_game_is_silent(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def refuse() -> None:
        raise pygame.error("no such device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    with caplog.at_level(logging.WARNING):
        sound = Sound(shipped("assets"), 50)
        sound.play("press")
        sound.play("flash")
    assert [record.getMessage() for record in caplog.records] == [
        "There is no sound device (no such device): the game is silent."
    ]
