"""Placeholders: what may stand in braces in the text of an incident or an ending.

Play fills them in. Whatever else stood in braces would reach the player as it is written.
"""

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from game.core.figures import IN_BRACES, LONGEST_TEXT, NOBODY
from game.scenario.wording.words import listed, near

OF_INCIDENT = ["{place}", "{unit}", "{distance}"]
"""Where it happens, who came, and how far away they are."""


def _each_is_among(known: list[str], text: str) -> str:
    for found in IN_BRACES.findall(text):
        if found not in known:
            hint = f"{near(found, known)} {listed(known)}".strip()
            raise ValueError(f"{found} is not filled in here; {hint}")
    return text


def _of_incident(text: str) -> str:
    return _each_is_among(OF_INCIDENT, text)


def _of_ending(text: str, info: ValidationInfo) -> str:
    sides = (info.context or {}).get("sides")
    if sides is None:
        return text
    return _each_is_among([f"{{lost.{side}}}" for side in sides if side != NOBODY], text)


_Filled = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
IncidentText = Annotated[_Filled, AfterValidator(_of_incident)]
"""A text in which {place}, {unit} and {distance} are filled in."""
EndingText = Annotated[_Filled, AfterValidator(_of_ending)]
"""A text in which {lost.SIDE} is filled in: how many of a side were killed."""
