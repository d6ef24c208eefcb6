"""Bugs planted on purpose: each changes one line of a copy, and the tests must find it.

Each names the tests that are run for it, those that ought to see it. The recorded games would find
most by accident, so they take no part; nor does the flagship: what matters is to be stated by a
written case or a property, and the second theater is enough for these.

Run `python tests/mutants.py [WORD]`; a word picks the bugs whose file or text holds it.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from shutil import copytree
from typing import NamedTuple

TOP = Path(__file__).parent.parent
LEFT = {"assets", "scenarios", "playthroughs", "test_playthroughs.py"}
"""What is not copied, beside all that begins with a dot."""
WORKERS = 2
USAGE = 4
"""What pytest returns when it was called wrongly: nothing was tested."""

CASES = ("tests/test_cases.py",)
RULES = (*CASES, "tests/rules")
STEPS = (*RULES, "tests/test_every_step.py")
SIGHT = ("tests/engine/test_sight.py",)
CHANCE = ("tests/core/test_chance.py",)
QUEUE = ("tests/core/test_queue.py",)
PARTS = ("tests/core/test_part.py", *CHANCE)
ASKED = ("tests/engine/test_flash.py", "tests/engine/test_choice.py")
COUNCIL = ("tests/engine/test_council.py", "tests/engine/test_game.py")
GAME = ("tests/engine/test_game.py",)
SETUP = ("tests/engine/test_setup.py",)
EFFECTS = ("tests/scenario/test_effects.py",)
LUCK = ("tests/engine/test_luck.py",)
GEOGRAPHY = ("tests/scenario/test_geography.py",)
ENDINGS = ("tests/engine/test_endings.py", "tests/core/test_conditions.py")
SAVE = ("tests/engine/test_save.py",)
ODDS = ("tests/analysis/test_forecast.py",)
STUDIES = ("tests/analysis/test_studies.py",)
BELIEF = ("tests/analysis/test_belief.py",)
MAP = ("tests/core/test_graph.py", "tests/core/test_reach.py", "tests/rules")


class Bug(NamedTuple):
    """A line, what it is turned into, and the tests that ought to see it."""

    file: str
    right: str
    wrong: str
    tests: tuple[str, ...]


BUGS = [
    # relations
    Bug("rules/march.py", "comes & (stance == ALLIED)", "comes & (stance > 0)", RULES),
    Bug("rules/clash.py", "state.holder[rows, places]] == HOSTILE", "state.holder[rows, places]] != ALLIED", RULES),
    Bug("rules/clash.py", "side[one], side[other]] == ALLIED", "side[one], side[other]] >= 0", RULES),
    Bug("rules/clash.py", "side[leads][front]] == ALLIED", "side[leads][front]] >= 0", RULES),
    Bug("rules/clash.py", "relation[rows, side, holder[front]] == ALLIED", "relation[rows, side, holder[front]] >= 0", RULES),
    Bug("rules/movement.py", "holder[rows, places]] == NEUTRAL", "holder[rows, places]] != ALLIED", RULES),
    Bug("rules/friction.py", "(stance == NEUTRAL)", "(stance != ALLIED)", CASES),
    Bug("rules/yielding.py", ") != HOSTILE)", ") >= HOSTILE)", CASES),
    Bug("rules/capture.py", "week.world.player, holder] == ALLIED", "week.world.player, holder] >= 0", RULES),
    Bug("rules/air_support.py", "who.side] == ALLIED", "who.side] >= 0", CASES),
    Bug("core/week.py", "self.state.relation[:, side] == ALLIED", "self.state.relation[:, side] > 0", CASES),
    Bug("core/state.py", "* sides + mine", "* sides + mine * 0", STEPS),
    Bug("opponents/base.py", ") != ALLIED)", ") == 0)", CASES),
    Bug("scenario/acts.py", "= now[changed, other, one] = relation", "= relation", EFFECTS),
    Bug("engine/setup.py", "start[a, b] = start[b, a] =", "start[a, b] =", SETUP),
    Bug("engine/setup.py", "ALLIED, NEUTRAL).astype", "ALLIED, 0).astype", SETUP),
    # sight
    Bug("core/facts.py", " if over or sight[name] is not NOBODY else UNTOLD", "", SIGHT),
    Bug("core/facts.py", "intent: Hidden  # the chance that it is tried", "intent: Shown  # the chance that it is tried", SIGHT),
    Bug("core/facts.py", "week.watched()[self.row, place]", "week.watched()[0, place]", SIGHT),
    Bug("core/facts.py", "known=min(now + week.world.news, NEVER)", "known=now", SIGHT),
    Bug("core/week.py", "return held | beside(world.links, held)", "return held", SIGHT),
    Bug("core/eyes.py", "np.where(self._held, truth, state.report_garrison)", "np.where(self._sight, truth, state.report_garrison)", SIGHT),
    Bug("core/eyes.py", "np.where(self._own, truth, state.track_strength)", "np.where(self._met, truth, state.track_strength)", SIGHT),
    Bug("core/eyes.py", "np.where(self._met, truth, state.track_at)", "truth", SIGHT),
    Bug("core/eyes.py", "np.where(self._sight, truth, state.report_holder)", "truth", SIGHT),
    Bug("core/eyes.py", ">= len(world.clarity) - 1", ">= 1", SIGHT),
    Bug("core/eyes.py", "np.where(known, getattr(self._state, name), self._rounded(name))", "getattr(self._state, name)", SIGHT),
    Bug("core/eyes.py", "case Sight.PLAYER if not player:", "case Sight.PLAYER if False:", SIGHT),
    Bug("core/eyes.py", "np.where(self._ours, getattr(self._state, name), self._rounded(name))", "getattr(self._state, name)", (*SIGHT, *ODDS)),
    Bug("core/state.py", "tried: Annotated[Index, NOBODY", "tried: Annotated[Index, PLAYER", (*SIGHT, *ODDS)),
    Bug("core/places.py", "known |= state.relation[rows, player, side] == ALLIED", "known |= True", EFFECTS),
    Bug("engine/signs.py", "Phase.REACTIONS", "Phase.SIGNALS", BELIEF),
    Bug("engine/game.py", "if since < fact.known]", "if since <= fact.known]", SIGHT),
    Bug("engine/game.py", "if fact.known <= now.state.week]", "if fact.known <= now.state.week + 1]", SIGHT),
    Bug("engine/game.py", "incidents.allowed(seen)[0]", "incidents.allowed(self.moment.state)[0]", SIGHT),
    Bug("engine/game.py", "return observe(self.exercise.world, self.moment.state,", "return Observation(0, self.moment.state) or (", SIGHT),
    Bug("rules/reports.py", "scale(state.strength, factor)", "state.strength", CASES),
    Bug("rules/reports.py", "scale(state.garrison, factor)", "state.garrison", CASES),
    Bug("rules/reports.py", "| (roll < self.heard)", "| (roll >= 0)", CASES),
    # luck
    Bug("core/chance.py", "np.random.Philox(key=seed)", "np.random.Philox(key=7)", CHANCE),
    Bug("core/chance.py", "address = week, _number(rule), _number(item)", "address = week, _number(rule), 0", CHANCE),
    Bug("core/chance.py", "(week, key, _number(item))", "(week, key, column)", CHANCE),
    Bug("core/week.py", 'f"{item}{names[column]}"', 'f"{item}"', LUCK),
    Bug("rules/strikes.py", 'week, self.name, "aim ")', "week, self.name)", LUCK),
    Bug("rules/raids.py", "week.roll(self.name, name)", "week.roll(self.name)", LUCK),
    Bug("rules/leaders.py", 'week.roll(self.name, "heir")', 'week.roll(self.name, "hunt")', LUCK),
    Bug("opponents/base.py", "self._week.roll(self.world.acts[self._act], ", 'self._week.roll("act", ', LUCK),
    Bug("engine/triggers.py", 'week.roll("event", self.name)', 'week.roll("event")', LUCK),
    Bug("scenario/bringing.py", 'f"{name} {week.state.phase}"', 'f"{name}"', LUCK),
    Bug("scenario/bringing.py", 'f"{item} {where}"', "item", LUCK),
    Bug("scenario/acts.py", 'f"{world.signals[s]}/{look}"', "world.signals[s]", LUCK),
    # what comes up for decision
    Bug("core/queue.py", "(a[~known.any(axis=1)] for", "(a[known.any(axis=1) >= 0] for", QUEUE),
    Bug("core/queue.py", "slots < state.queue_kind.shape[1]", "slots < state.queue_kind.shape[1] - 1", QUEUE),
    Bug("core/queue.py", "[rows] + _ordinal(rows)", "[rows]", QUEUE),
    Bug("engine/incidents.py", "state.flashes >= self.allowance", "state.flashes > self.allowance", ASKED),
    Bug("engine/incidents.py", "beyond = (place != NONE) & ", "beyond = ", ASKED),
    Bug("engine/incidents.py", "flash = (kind != NONE) & (place != NONE)", "flash = kind != NONE", ASKED),
    Bug("engine/incidents.py", "& ~each.asks(state)", "& False", ASKED),
    Bug("engine/incidents.py", "each.causes[level], place, unit)", "each.causes[level], place, None)", ASKED),
    Bug("engine/incidents.py", "state.dial[:, self.dial]]", "state.dial[:, 0]]", ASKED),
    Bug("engine/council.py", "state.flashes = np.zeros_like(state.flashes)", "pass", ASKED),
    Bug("scenario/acts.py", "rows = np.flatnonzero(mask & (cause.place != NONE))", "rows = np.flatnonzero(cause.place != NONE)", EFFECTS),
    # purse and wear
    Bug("engine/council.py", "(self.cost(seen) <= self.purse(seen))", "(self.cost(seen) >= 0)", COUNCIL),
    Bug("engine/council.py", "share=share[:, number]", "share=None", COUNCIL),
    Bug("engine/council.py", "state.chosen_at + self.terms.cooldown", "state.chosen_at + self.terms.cooldown + 1", COUNCIL),
    Bug("engine/council.py", "state.week < state.chosen_at + self.closed", "state.week <= state.chosen_at + self.closed", COUNCIL),
    Bug("engine/council.py", "-turned * self.terms.dial_cost", "-turned * 0", COUNCIL),
    Bug("engine/council.py", "if cost.any():", "if cost.all():", (*COUNCIL, *CHANCE)),
    Bug("engine/council.py", "seen.chosen < self.times)", "seen.chosen <= self.times)", COUNCIL),
    Bug("engine/drafting.py", "cost > council.purse:", "cost > 10 * council.purse:", COUNCIL),
    Bug("engine/doctrines.py", "left = left - np.where(takes, cost[:, option], 0)", "pass", COUNCIL),
    Bug("scenario/acts.py", "np.where(mask[:, None], part, np.int32(0))", "np.where(mask[:, None], points, np.int32(0))", COUNCIL),
    Bug("scenario/bringing.py", "then(week, won, cause._replace(owner=name))", "then(week, won, Cause(cause.source, name))", EFFECTS),
    # dials and tokens
    Bug("engine/drafting.py", "left[token, source] < 1:", "left[token, source] < 0:", COUNCIL),
    Bug("engine/drafting.py", "left[token, source] -= 1", "pass", COUNCIL),
    Bug("engine/drafting.py", "tokens[0, token, world.areas.index(move.source)] -= 1", "pass", COUNCIL),
    Bug("engine/drafting.py", "len(moves) > council.moves:", "len(moves) > 99:", COUNCIL),
    Bug("scenario/acts.py", "np.maximum(tokens[mask, token, area] + number, 0)", "tokens[mask, token, area] + number", EFFECTS),
    # zones
    Bug("core/zones.py", "return np.where(kept, state.zone, np.int8(0))", "return state.zone", RULES),
    Bug("core/zones.py", "digits @ world.zone_denied)", "digits @ np.ones_like(world.zone_denied))", RULES),
    Bug("rules/zone.py", "np.array((0, *self.leak), np.int32)", "np.array((*self.leak, 0), np.int32)", RULES),
    Bug("rules/zone.py", "units], holder] == ALLIED", "units], holder] >= 0", RULES),
    Bug("rules/march.py", "np.where(shut & denied,", "np.where(shut,", RULES),
    Bug("rules/march.py", " & (towards != self.faced[on])", "", RULES),
    Bug("scenario/geography.py", "shut[number, level, a, b] = shut[number, level, b, a] =", "shut[number, level, a, b] =", RULES),
    Bug("scenario/geography.py", "along = min(max(along, 0.0), 1.0)", "along = 0.0", GEOGRAPHY),
    # movement
    Bug("rules/movement.py", " & (state.rest == 0)", "", RULES),
    Bug("rules/march.py", "np.where(enters, spare - toll,", "np.where(enters, spare,", RULES),
    Bug("rules/march.py", "np.where(turned, self.gain[on], self.spare[on])", "self.spare[on]", RULES),
    Bug("rules/march.py", "strength[rows, units] -= people", "pass", RULES),
    Bug("scenario/geography.py", "-(-1000 * link.km // march[link.kind])", "1000 * link.km // march[link.kind]", GEOGRAPHY),
    # assault
    Bug("rules/assault.py", "(fronts.attack >= needed)", "(fronts.attack > needed)", RULES),
    Bug("rules/assault.py", "np.minimum(scale(people, week.world.fort[fronts.places]), MOST)", "np.minimum(people, MOST)", RULES),
    Bug("rules/assault.py", "self.will + scale(1000 - self.will, people_left(week, fronts))", "self.will", CASES),
    Bug("rules/assault.py", "np.maximum(state.fresh - np.int8(1), np.int8(0))", "state.fresh.copy()", CASES),
    Bug("rules/capture.py", "return fronts.garrison - away", "return fronts.garrison", RULES),
    Bug("rules/capture.py", "& (state.holder[rows, behind] == fronts.holder)", "", RULES),
    Bug("rules/capture.py", "state.strength - spread(state.at.shape, *those, left)", "state.strength", RULES),
    Bug("rules/casualties.py", "scale(state.strength[where], HALF))", "state.strength[where])", RULES),
    Bug("rules/retreat.py", "world.links[at] > 0 if surrounded else", "world.road[at] < FAR if surrounded else", RULES),
    # counterattack and reserves
    Bug("rules/counterattack.py", "1 + depth * depth", "1 + depth", CASES),
    Bug("rules/counterattack.py", "holder[rows, places]] == HOSTILE", "holder[rows, places]] >= 0", RULES),
    Bug("rules/counterattack.py", "scale(state.garrison[rows, places], self.dug_in)", "state.garrison[rows, places]", CASES),
    Bug("rules/counterattack.py", "np.maximum(np.bincount(rows)[rows], 2)", "np.maximum(np.bincount(rows)[rows], 1)", CASES),
    Bug("rules/counterattack.py", "np.subtract.at(state.reserve[:, side], rows, reserve)", "pass", RULES),
    Bug("rules/counterattack.py", "week.roll(self.name, size=len(week.world.places))[rows, places]", "week.roll(self.name)[rows, 0]", LUCK),
    Bug("rules/reserves.py", "spots(held.shape, rows[joined], places[joined])", "spots(held.shape, rows, places)", RULES),
    Bug("rules/reserves.py", " - (wanted.cumsum(axis=1, dtype=np.int32) - wanted)", "", RULES),
    Bug("rules/reserves.py", "scale(figures.intake, held)", "np.full_like(held, figures.intake)", RULES),
    # corridors
    Bug("rules/traffic.py", "(traffic >= self.routine)", "(traffic > self.routine)", CASES),
    Bug("rules/traffic.py", "(traffic >= self.first)", "(traffic > self.first)", CASES),
    Bug("rules/traffic.py", "traffic = np.where(joined, traffic, np.int32(0))", "pass", CASES),
    Bug("rules/traffic.py", "(grade >= CONVOY) & ~raided", "grade >= CONVOY", CASES),
    Bug("rules/corridor.py", "fresh = joined & (before == 0)", "fresh = joined", CASES),
    Bug("rules/corridor.py", "self.through)].any(axis=1))", "self.sources)].any(axis=1))", RULES),
    # network and training
    Bug("rules/leaders.py", "killed = (left > 0) & ", "killed = ", STEPS),
    Bug("rules/leaders.py", "np.minimum(chance, SUREST)", "chance", CASES),
    Bug("rules/leaders.py", "heir = (left < self.leaders) & ", "heir = ", CASES),
    Bug("rules/network.py", "left = np.where(away, 0, left)", "pass", CASES),
    Bug("rules/network.py", "state.holder[:, seats]) == ALLIED", "state.holder[:, seats]) >= 0", CASES),
    Bug("rules/plots.py", "np.maximum(level - self.threshold, 0)", "level", CASES),
    Bug("rules/training.py", "np.asarray(home & ", "np.asarray(", CASES),
    Bug("rules/training.py", "np.where(cut_off, scale(target, self.cut_to), target)", "target", CASES),
    # gauge, pull, precedent, caution, losses
    Bug("rules/gauge.py", "np.where(held, np.int32(HIGHEST), HIGHEST - POINTS * left)", "HIGHEST - POINTS * left", RULES),
    Bug("rules/gauge.py", "scale(gap, self.rate)", "gap", RULES),
    Bug("rules/readings.py", "level.max(axis=1, initial=0)", "level[:, 0]", RULES),
    Bug("rules/pull.py", "np.maximum(level - slope.above, 0)", "level - slope.above", CASES),
    Bug("rules/pull.py", "np.where(holds, amount, 0)", "amount", RULES),
    Bug("rules/precedent.py", " - self.free, 0)", ", 0)", CASES),
    Bug("rules/precedent.py", " & (state.precedent > 0)", "", STEPS),
    Bug("rules/caution.py", "np.maximum(left, self.weeks)", "self.weeks", CASES),
    Bug("rules/caution.py", "state.last_track = state.track.copy()", "pass", CASES),
    Bug("rules/losses.py", "state.mourned + people", "state.mourned", CASES),
    # the ledger
    Bug("core/ledger.py", "given - wanted, Source.LIMIT", "0, Source.LIMIT", STEPS),
    Bug("core/ledger.py", "np.abs(state.track[:, track] - before)", "np.abs(amount)", ("tests/core/test_ledger.py",)),
    Bug("core/ledger.py", "return Book(int(found[0]), self.entries)", "return Book(0, self.entries)", PARTS),
    # belief
    Bug("analysis/belief.py", "(1000 - chance) ** (occasions - times)", "1000 ** (occasions - times)", BELIEF),
    Bug("scenario/evidence.py", "posture.drive.get(name, 1000)", "posture.drive.get(name, 0)", BELIEF),
    Bug("scenario/evidence.py", "int(scale(c, 1000 - false) + scale(mean, false))", "c", BELIEF),
    Bug("opponents/base.py", "= count(occasions)", "= count(taken)", CASES),
    Bug("scenario/bringing.py", "[:, sign, 0] += tried", "[:, sign, 0] += won", BELIEF),
    Bug("engine/signs.py", "reshape(-1)[spot] += 1", "reshape(-1)[spot] += seen", BELIEF),
    # forecast
    Bug("analysis/forecast.py", "np.tile(np.arange(start, start + games), len(names))", "np.arange(len(names) * games)", ODDS),
    Bug("analysis/forecast.py", "np.arange(start, start + games)", "np.arange(games)", ODDS),
    Bug("analysis/forecast.py", 'f"{seen.side} {seen.state.digest()}"', 'f"{seen.side}"', ODDS),
    Bug("analysis/imagine.py", "belief(world, seen)[None]", "world.prior[None]", ODDS),
    Bug("analysis/imagine.py", "if state.phase > Phase.ORDERS:", "if False:", ODDS),
    Bug("analysis/imagine.py", "np.where(ours, state.reserve, guess)", "np.where(ours, state.reserve, 0)", ODDS),
    Bug("engine/batch.py", "week.state.week <= at", "week.state.week < at", ODDS),
    # saves
    Bug("engine/save.py", "game.moment.digests.items() ^ record.digests.items()", "set()", SAVE),
    Bug("engine/save.py", "if pack(game.moment.state) != written.snapshot:", "if False:", SAVE),
    Bug("engine/save.py", '"phase": int(state.phase)', '"phase": 0', SAVE),
    Bug("engine/save.py", "game.go(record.parent)", "pass", SAVE),
    Bug("engine/files.py", "if _digest(number, body) != digest:", "if False:", ("tests/engine/test_files.py",)),
    Bug("engine/game.py", "self.history[parent].state.copy()", "self.history[parent].state", GAME),
    # the reader
    Bug("scenario/reading/builder.py", "Mark(self.file, at, key_at)", "Mark(self.file, at, at)", ("tests/scenario/test_document.py",)),
    Bug("scenario/reading/builder.py", "setdefault(key, self.at[0])", "setdefault(key, self.at[1])", ("tests/scenario/test_document.py", "tests/scenario/test_bad_inputs.py")),
    Bug("scenario/reading/marks.py", "(key and mark.key) or mark.value", "mark.value", ("tests/scenario/test_bad_inputs.py",)),
    # grades, endings, events, arrivals, lastings
    Bug("engine/grades.py", "(mean + min(grades.values())) // 2", "mean", GAME),
    Bug("engine/grades.py", "weights[rank - 1]", "weights[-rank]", GAME),
    Bug("engine/grades.py", "level = max(term.below - level, 0)", "pass", ENDINGS),
    Bug("engine/endings.py", "(state.ending == NONE) & holds(state)", "holds(state)", ENDINGS),
    Bug("engine/endings.py", "week.world.weeks - 1", "week.world.weeks", ENDINGS),
    Bug("engine/endings.py", "if closing or not at_close:", "if True:", ENDINGS),
    Bug("engine/triggers.py", "self.index] < self.times", "self.index] <= self.times", ENDINGS),
    Bug("engine/arrivals.py", "week.state.due == week.state.week", "week.state.due >= week.state.week", COUNCIL),
    Bug("engine/arrivals.py", "week.state.until > week.state.week", "week.state.until >= week.state.week", COUNCIL),
    Bug("scenario/bringing.py", '"due")[mask, number]', '"due")[:, number]', EFFECTS),
    Bug("scenario/bringing.py", '"until")[mask, number]', '"until")[:, number]', EFFECTS),
    Bug("core/clauses.py", "if not self.first <= state.week <= self.last:", "if state.week < self.first:", ENDINGS),
    Bug("core/clauses.py", "lambda state: ~way(state)", "lambda state: way(state)", ENDINGS),
    Bug("core/clauses.py", "state.joined[:, corridor] >= weeks", "state.joined[:, corridor] > weeks", ENDINGS),
    Bug("core/clauses.py", "held(state) >= bound if up", "held(state) > bound if up", ENDINGS),
    # the opponents
    Bug("opponents/campaign.py", "(goal != at) & alive", "(goal != at)", CASES),
    Bug("opponents/strike.py", "near = np.full(km.shape, True) if self.within is None else km <= self.within", "near = np.full(km.shape, True)", CASES),
    Bug("opponents/base.py", "[:, :, None] > 0, km, reach + 1)", "[:, :, None] >= 0, km, reach + 1)", CASES),
    # the map
    Bug("core/graph.py", "reached[sources] = allowed[sources]", "reached[sources] = 255", MAP),
    Bug("core/graph.py", "through < total", "through <= total", MAP),
]  # fmt: skip


def main() -> None:
    """Plant every bug, two at a time, and name those that nobody found."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    bugs = [bug for bug in BUGS if any(word in part for part in bug[:3])]
    for bug in bugs:
        if (TOP / "game" / bug.file).read_text("utf-8").count(bug.right) != 1:
            sys.exit(f"not there, or not once: {bug.file}: {bug.right}")
    with copies() as free:
        copy = free.get()
        if not passes(copy, dict.fromkeys(test for bug in bugs for test in bug.tests)):
            sys.exit("the tests fail before a bug is planted")
        free.put(copy)
        with ThreadPoolExecutor(WORKERS) as pool:
            found = sum(pool.map(lambda bug: is_found(bug, free), bugs))
    print(f"{len(bugs)} bugs, {found} found")
    sys.exit(found < len(bugs))


@contextmanager
def copies() -> Iterator[SimpleQueue[Path]]:
    """Copy the checkout once for each worker, and lend the copies out."""
    with tempfile.TemporaryDirectory() as folder:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(WORKERS):
            copy = Path(folder) / str(number)
            copytree(TOP, copy, ignore=left_out)
            (copy / "scenarios").mkdir()
            free.put(copy)
        yield free


def left_out(folder: str, names: list[str]) -> list[str]:
    """Return what is not copied of a folder."""
    inside = Path(folder) == TOP / "tests"
    skip = LEFT - {"scenarios"} if inside else LEFT
    return [name for name in names if name.startswith(".") or name in skip]


def is_found(bug: Bug, free: SimpleQueue[Path]) -> bool:
    """Say whether the tests fail on a copy with the bug; the copy is as before afterwards."""
    copy = free.get()
    path = copy / "game" / bug.file
    text = path.read_text("utf-8")
    path.write_text(text.replace(bug.right, bug.wrong), "utf-8")
    found = not passes(copy, bug.tests)
    path.write_text(text, "utf-8")
    free.put(copy)
    if not found:
        print(f"survived: {bug.file}: {bug.right}  ->  {bug.wrong}", flush=True)
    return found


def passes(copy: Path, tests: Iterable[str]) -> bool:
    """Say whether tests pass in a copy."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}  # no bug lives on in a cache
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False)
    if done.returncode >= USAGE:
        raise SystemExit(done.stderr.decode())
    return done.returncode == 0


if __name__ == "__main__":
    main()
