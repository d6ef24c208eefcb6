"""Settings are kept in the player's folder; a broken file is set aside and stops nothing."""

import logging

import pytest

from game.ui import settings


def test_what_is_set_is_there_the_next_time():
    wanted = settings.Settings().changed("palette", "safe").changed("muted", ("idle",))
    settings.write(wanted)
    assert settings.read() == wanted
    assert settings.path().suffix != ".save"


def test_without_a_file_the_defaults_hold(caplog: pytest.LogCaptureFixture):
    assert settings.read() == settings.Settings()
    assert caplog.records == []


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"ui_scale": "large"}', '{"ui_scale": 9999}', '{"palette": "sepia"}', "\xff"],
)
def test_a_broken_file_is_set_aside_with_one_sentence(text: str, caplog: pytest.LogCaptureFixture):
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text(text, "latin-1")
    with caplog.at_level(logging.WARNING):
        assert settings.read() == settings.Settings()
    assert len(caplog.records) == 1
    assert not settings.path().exists()
    assert settings.path().with_suffix(".broken.json").read_text("latin-1") == text


def test_settings_of_a_newer_game_are_no_trouble():
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text('{"volume": 20, "perfume": "cedar"}')
    assert settings.read().volume == 20


def test_a_folder_that_cannot_be_written_stops_nothing(home, caplog: pytest.LogCaptureFixture):
    home.write_text("a file where the folder should be")
    settings.write(settings.Settings())
    assert settings.read() == settings.Settings()
