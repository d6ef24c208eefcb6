"""Regions: every centre lies in its own, borders hold, colours are those of the sides."""

import colorsys
from dataclasses import replace

import numpy as np
import pytest

from game.paths import shipped
from game.ui.ground import Ground, Theatre
from game.ui.map import geography, regions
from game.ui.map.geography import Geography
from game.ui.map.layers.control import fill
from game.ui.map.projection import Projection
from tests.ui.map.theatre import BOTH, ground_of, table

CLOSE = 6  # cells; nearer than that to another centre or a border the warp decides


def shared(scenario: str) -> tuple[Ground, Geography, regions.Cells, Projection]:
    found = ground_of(scenario)
    land = geography.read(shipped("assets"), found.theatre)
    cells = regions.cells(found.theatre, [p.at for p in found.places], land)
    return found, land, cells, Projection(found.theatre, regions.grain(found.theatre))


@pytest.mark.parametrize("scenario", BOTH)
def test_cells_agree_with_their_centres(scenario: str) -> None:
    found, _, cells, p = shared(scenario)
    spots = [p.xy(place.at) for place in found.places]
    seen = 0
    for number, (x, y) in enumerate(spots):
        others = [abs(x - a) + abs(y - b) for a, b in spots if (a, b) != (x, y)]
        level = int(cells[int(y), int(x)]) & 15
        if min(others) < 4 * CLOSE or regions.LEVELS[level] < CLOSE:
            continue
        assert int(cells[int(y), int(x)]) >> 11 == number, found.places[number].id
        seen += 1
    assert seen >= len(spots) // 3


def test_a_region_ends_at_the_border_of_its_country() -> None:
    found, land, cells, p = shared(BOTH[0])
    homes = [regions._land(place.at, land) for place in found.places]
    own = cells >> 11
    rng = np.random.default_rng(1)
    for y, x in rng.integers((0, 0), cells.shape, (300, 2)):
        if own[y, x] != regions.OUTSIDE:
            here = regions._land(p.at(x + 0.5, y + 0.5), land)
            assert here in ("", homes[own[y, x]])


@pytest.mark.parametrize("strong", [False, True])
def test_ground_has_the_colour_of_who_holds_it(strong: bool) -> None:
    found, _, cells, _ = shared(BOTH[0])
    holders = [place.ink for place in found.places]
    fills = {ink: fill(ink, strong) for ink in holders if ink}
    rgba = regions.paint(cells, fills, holders).view(np.uint8).reshape(*cells.shape, 4)
    for ink in fills:
        mine = np.isin(cells >> 11, [i for i, holder in enumerate(holders) if holder == ink])
        deep = mine & ((cells & 15) > 10)
        if not deep.any():
            continue
        red, green, blue = (int(v) for v in np.median(rgba[deep][:, :3], axis=0))
        assert f"#{red:02x}{green:02x}{blue:02x}" == ink
        assert 0 < np.median(rgba[deep][:, 3]) < 255


def test_patterns_tell_sides_apart_without_colour() -> None:
    found, _, cells, _ = shared(BOTH[0])
    holders = [place.ink for place in found.places]
    order = list(dict.fromkeys(ink for ink in holders if ink))
    fills = {ink: (128.0, 128.0, 128.0, 0.5) for ink in order}
    plain = regions.paint(cells, fills, holders)
    marked = plain.copy()
    regions.hatch(marked, cells, order, holders)
    changed = marked != plain
    shares = {
        ink: changed[np.isin(cells >> 11, [i for i, h in enumerate(holders) if h == ink])].mean()
        for ink in order[: regions.HATCHES]
    }
    assert shares.pop(order[0]) == 0, "the first side stays bare"
    assert all(share > 0.03 for share in shares.values())
    stack = regions.pattern(np.arange(56)[None, :], np.arange(56)[:, None])
    assert len({layer.tobytes() for layer in stack}) == regions.HATCHES


def test_strong_fills_are_thicker() -> None:
    assert fill("#3f7ab8", True)[3] > fill("#3f7ab8")[3] + 0.2


def test_cells_on_disk_are_read_back_and_broken_ones_made_again(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(regions, "user_cache_path", lambda *a, **k: folder)
    found = ground_of(BOTH[1])
    land = geography.read(shipped("assets"), found.theatre)
    centres = [place.at for place in found.places]
    first = regions.cells(found.theatre, centres, land)
    (kept,) = folder.glob("regions-*.npy")
    assert (regions.cells(found.theatre, centres, land) == first).all()
    kept.write_bytes(b"nothing of the kind")
    assert (regions.cells(found.theatre, centres, land) == first).all()


def test_cells_are_as_fine_in_a_small_theatre() -> None:
    small, large = Theatre(0, 0, 1, 0.5, (0, 0)), Theatre(0, 0, 20, 10, (0, 0))
    assert Projection(small, regions.grain(small)).size[1] == pytest.approx(regions.TALL, abs=1)
    assert Projection(large, regions.grain(large)).size[1] == pytest.approx(regions.TALL, abs=1)


def test_what_is_drawn_changes_with_the_holder() -> None:
    on = table(BOTH[0])
    place = max(on.ground.places, key=lambda p: p.at[0] if p.ink == "#1c1c1c" else 0)
    x, y = (int(v) for v in on.projection.xy(place.at))
    spot = x - on.sheet.window.x + 12, y - on.sheet.window.y - 12
    before = on.sheet.surface.get_at(spot)
    taken = tuple(replace(p, ink="#e5c938") if p is place else p for p in on.ground.places)
    on.ground = replace(on.ground, places=taken)
    after = on.sheet.surface.get_at(spot)
    assert (
        colorsys.rgb_to_hsv(*(v / 255 for v in after[:3]))[1]
        > colorsys.rgb_to_hsv(*(v / 255 for v in before[:3]))[1]
    )


def test_the_glow_of_a_front_does_not_stop_where_a_side_meets_itself() -> None:
    """Two regions of one side lie above one of another: along the front all cells are alike."""
    own = np.zeros((120, 120), np.uint8)
    own[:60, 60:] = 1
    own[60:] = 2
    level, other = regions._edges(own)
    packed = own.astype(np.uint32) << 11 | other.astype(np.uint32) << 4 | level
    fills = {"#aa0000": (170, 0, 0, 0.2), "#0000aa": (0, 0, 170, 0.2)}
    picture = regions.paint(packed, fills, ["#aa0000", "#aa0000", "#0000aa"])
    thick = picture.view(np.uint8).reshape(120, 120, 4)[48, 40:80, 3].astype(int)
    assert thick.max() - thick.min() <= 2


def test_more_places_than_there_are_numbers_for_regions_are_drawn_without_their_own() -> None:
    packed = np.full((40, 40), 5 << 11 | 5 << 4 | 15, np.uint32)
    ink = "#aa0000"
    picture = regions.paint(packed, {ink: (170, 0, 0, 0.5)}, [ink] * 140)
    regions.hatch(picture, packed, [ink], [ink] * 140)
    assert picture.view(np.uint8).reshape(40, 40, 4)[20, 20, 0] > 0
