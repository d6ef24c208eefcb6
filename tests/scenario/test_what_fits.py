"""What an author may write by itself, and what does not fit together."""

import pytest
from pydantic import ValidationError

from game.scenario.actors import Actor
from game.scenario.setting import Place


def test_a_place_of_nobody_has_no_garrison():
    written = {"name": "Ford", "position": [1.0, 2.0], "holder": "nobody", "garrison": 20}
    with pytest.raises(ValidationError, match="nobody holds it, so it has no garrison"):
        Place.model_validate(written)
    assert Place.model_validate(written | {"garrison": 0}).garrison == 0


@pytest.mark.parametrize("where", ["decider", "axis", "reaction"])
def test_nobody_reacts_to_what_only_the_player_knows(where: str):
    secret = {"chosen": {"raid": 1}}
    axis = {"objectives": ["ford"]} | ({"when": secret} if where == "axis" else {})
    campaign = {"chance": 50, "axes": {"east": axis}, "units": {"column": ["east"]}}
    campaign |= {"when": secret} if where == "decider" else {}
    written = {
        "side": "north",
        "deciders": {"advance": {"campaign": campaign}},
        "postures": {"bold": {"prior": 100}},
    }
    if where == "reaction":
        written["reactions"] = {"answer": {"text": "It answers.", "when": secret}}
    with pytest.raises(ValidationError) as error:
        Actor.model_validate(written)
    assert "reacts to what it cannot see: chosen" in str(error.value)
