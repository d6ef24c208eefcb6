"""A tournament as data for other programs, and as tables to read."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.analysis.tournament.targets import Target
from game.analysis.tournament.tournament import Tournament

WIDE = 18


def as_data(found: Tournament, seed: str) -> dict[str, Any]:
    """Return what `tournament --json` prints: points, and shares from 0 to 1."""
    cells, world = found.cells, found.cells.exercise.world
    score, ended = cells.mean(cells.score), cells.endings()
    grade = np.moveaxis(cells.grade, 3, 0)
    grades = np.stack([cells.mean(each) for each in grade], axis=1) / 1000
    return {
        "scenario": cells.exercise.id,
        "games": cells.games,
        "seed": seed,
        "worlds": [world.actors[actor] for actor in cells.worlds.actors],
        "cells": len(cells.worlds.postures),
        "doctrines": {
            name: {
                "score": round(float(score[n]), 1),
                "grades": _named(world.aims, grades[n], 1),
                "endings": _named(world.endings, ended[n], 4),
            }
            for n, name in enumerate(cells.names)
        },
        "by_posture": _by_posture(found),
        "targets": {target.name: _target(target) for target in found.targets},
        "missed": found.missed,
        "seconds": round(found.seconds, 1),
    }


def _named(names: tuple[str, ...], values: Any, digits: int) -> dict[str, float]:
    return {name: round(float(value), digits) for name, value in zip(names, values, strict=True)}


def _target(target: Target) -> dict[str, Any]:
    return {
        "text": target.text,
        "value": round(target.value, 3),
        "unit": target.unit,
        "least" if target.least else "most": target.bound,
        "held": target.held,
        "detail": target.detail,
    }


def _by_posture(found: Tournament) -> dict[str, dict[str, dict[str, float]]]:
    """Return the mean score of each doctrine under each posture of the actors of the worlds."""
    cells, world = found.cells, found.cells.exercise.world
    table: dict[str, dict[str, dict[str, float]]] = {}
    for column, actor in enumerate(cells.worlds.actors):
        name = world.actors[actor]
        table[name] = {}
        for number, posture in enumerate(world.postures[name]):
            some = cells.worlds.postures[:, column] == number
            weight = cells.worlds.weight[some] / cells.worlds.weight[some].sum()
            means = cells.score[:, some].mean(axis=2) @ weight
            table[name][posture] = _named(cells.names, means, 1)
    return table


def as_text(data: dict[str, Any]) -> str:
    """Return the same for reading."""
    lines = [
        f"{data['scenario']}: {data['cells']} hidden worlds of {', '.join(data['worlds'])}, "
        f"{data['games']} games of every doctrine in each, seed {data['seed']}",
        "",
        *_scores(data),
        "",
        *_endings(data),
        "",
        *_postures(data),
        "",
        "Targets",
    ]
    for name, target in data["targets"].items():
        wanted = (
            f"at least {target['least']:g}" if "least" in target else f"at most {target['most']:g}"
        )
        held = "held" if target["held"] else "MISSED"
        value = f"{target['value']:g} {target['unit']}".strip()
        lines.append(f"  {name:15}{held:8}{value:12}({wanted}) {target['text']}")
        if target["detail"]:
            lines.append(f"  {'':23}{target['detail']}")
    lines += ["", f"{data['seconds']:,.0f} seconds on one core"]
    return "\n".join(line.rstrip() for line in lines)


def _scores(data: dict[str, Any]) -> Iterator[str]:
    aims = list(next(iter(data["doctrines"].values()))["grades"])
    yield f"{'Doctrine':{WIDE}}{'score':>7}" + "".join(f"{aim:>15}" for aim in aims)
    for name, row in _best_first(data):
        grades = "".join(f"{row['grades'][aim]:15.0f}" for aim in aims)
        yield f"{name:{WIDE}}{row['score']:7.1f}{grades}"


def _endings(data: dict[str, Any]) -> Iterator[str]:
    yield "Endings, per cent"
    for name, row in _best_first(data):
        shares = sorted(row["endings"].items(), key=lambda each: -each[1])
        told = ", ".join(
            f"{ending} {100 * share:.0f}" for ending, share in shares if share >= 0.005
        )
        yield f"  {name:{WIDE}}{told}"


def _postures(data: dict[str, Any]) -> Iterator[str]:
    yield "Best under each posture"
    for actor, postures in data["by_posture"].items():
        for posture, scores in postures.items():
            best = sorted(scores.items(), key=lambda each: -each[1])[:3]
            told = ", ".join(f"{name} {score:.0f}" for name, score in best)
            yield f"  {actor + ' ' + posture:{WIDE + 12}}{told}"


def _best_first(data: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return sorted(data["doctrines"].items(), key=lambda each: -float(each[1]["score"]))
