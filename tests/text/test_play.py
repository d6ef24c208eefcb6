"""A game can be played to its end by text, and the text says what a player must know."""

import re

import numpy as np
import pytest

from game.analysis.forecast import forecast, of_draft
from game.core.chance import seed_of
from game.core.facts import Fact
from game.engine.decision import Answer, Choice, Council, Orders
from game.engine.exercise import Exercise
from game.engine.game import Game
from game.report import debrief, news
from game.report.odds import option_lines
from game.text.console import WIDTH
from game.text.session import COMMON
from tests.analysis.truths import other_truth
from tests.text.typing_in import answers, played

MANY = [""] * 400


def test_empty_lines_reach_an_ending(exercise: Exercise):
    found = played(exercise, MANY)
    assert found.game.over
    titles = [ending.title for ending in exercise.scenario.endings.values()]
    (line,) = [line for line in found.said.splitlines() if line.startswith("Ending: ")]
    assert line.removeprefix("Ending: ") in titles
    assert found.warned == []


def test_the_same_input_gives_the_same_output(ten_places: Exercise):
    lines = ["2 1", "1 8", "", "2", "a go-out", *MANY]
    assert played(ten_places, lines, futures=2).said == played(ten_places, lines, futures=2).said
    assert played(ten_places, lines).said != played(ten_places, lines, seed="other").said


def test_lines_are_wrapped_and_say_no_ids(exercise: Exercise):
    said = played(exercise, ["", "map", "tracks", "closed", "actors", *MANY]).said
    assert max(len(line) for line in said.splitlines()) <= WIDTH
    assert not re.search(r"\{\w*\}|\boption\.|\bincident\.|\bevent\.|None|<", said)


def test_the_end_tells_everything(ten_places: Exercise):
    said = played(ten_places, MANY).said
    end = said[said.index("Ending: ") :]
    for title in ("Grades", "What they really intended", "What could not be known", "Score: "):
        assert title in end
    unknown = end.split("What could not be known\n")[1].split("\n\n")[0]
    assert sum(not line.startswith("    ") for line in unknown.splitlines()) <= 32
    assert "{" not in end


def test_what_was_really_decided_is_told_for_what_was_chosen(ten_places: Exercise):
    option = ten_places.scenario.options["broker-a-truce"]
    game = Game(ten_places, seed_of("demo"))
    while (pending := game.pending) is not None:
        wanted = ("mend-the-telephone", "broker-a-truce")
        if isinstance(pending, Council):
            game.decide(Orders(options=tuple(o for o in pending.open if o in wanted)))
        else:
            game.decide(Answer(reply=pending.standing))
    told = f"Broker a truce: {option.really}"
    assert told in played(ten_places, [], game=game).said
    assert told not in played(ten_places, MANY).said


def at_every_decision(exercise: Exercise, lines: list[str]) -> list[str]:
    """Return what is said to the lines at the first council, and at the first incident."""
    council = played(exercise, ["", *lines]).said
    incident = played(exercise, ["", "", *lines]).said
    return [council, incident]


@pytest.mark.parametrize("command", [*COMMON, "help"])
def test_every_command_works_at_every_decision(ten_places: Exercise, command: str):
    argument = {"why": " feud", "save": " one"}.get(command, "")
    for said in at_every_decision(ten_places, [f"{command}{argument}"]):
        assert "no command" not in said
        if command != "quit":
            assert answers(said, f"{command}{argument}")


def test_help_names_every_command(ten_places: Exercise):
    for said in at_every_decision(ten_places, ["help"]):
        for command in COMMON:
            assert re.search(rf"^  {command}\b", answers(said, "help"), re.MULTILINE), command


def test_a_number_chooses_and_drops(ten_places: Exercise):
    said = played(ten_places, ["", "1", "1"]).said
    assert "Drafted: Ship grain. Costs 10 of 24." in said
    assert said.rstrip().endswith("Orders>")
    assert "Drafted: nothing, hold course." in said


def test_several_commands_stand_in_one_line(ten_places: Exercise):
    found = played(ten_places, ["", "1 a go-out; move seekers estuary highland"])
    orders = found.game.draft.orders
    assert orders.options == ("ship-grain",)
    assert orders.dials == {"posts": "go-out"}
    assert [move.target for move in orders.moves] == ["highland"]


def test_names_may_be_shortened(ten_places: Exercise):
    orders = played(ten_places, ["", "a go; move see est dep"]).game.draft.orders
    assert (orders.dials["posts"], orders.moves[0].target) == ("go-out", "depot")


def test_undo_and_redo_walk_through_the_draft(ten_places: Exercise):
    assert played(ten_places, ["", "1 8 undo"]).game.draft.orders.options == ("ship-grain",)
    again = played(ten_places, ["", "1 8 undo redo"]).game.draft.orders.options
    assert again == ("ship-grain", "mend-the-telephone")


def test_a_line_is_done_up_to_its_first_mistake(ten_places: Exercise):
    found = played(ten_places, ["", "1", "8 3 a go-out"])
    assert found.game.draft.orders.options == ("ship-grain", "mend-the-telephone")
    assert found.game.draft.orders.dials == {}
    assert "A turn allows 2 options." in found.said


def test_aims_are_ranked_at_the_start(ten_places: Exercise):
    game = played(ten_places, ["4 3", ""]).game
    assert game.observation.state.aim[0].tolist() == [0, 0, 2, 1]
    kept = played(ten_places, ["", ""]).game
    assert kept.observation.state.aim[0].tolist() == [1, 2, 0, 0]


def test_the_standing_answer_is_marked_and_given(ten_places: Exercise):
    found = played(ten_places, ["", "", ""])
    assert "Call them (standing answer: Enter gives it)" in found.said
    assert "Answered: Call them." in found.said


def test_back_deletes_nothing_and_branches(ten_places: Exercise):
    game = played(ten_places, ["", "", "1", "back", "2"]).game
    assert len(game.history) == 4
    assert [moment.parent for moment in game.history] == [-1, 0, 1, 1]
    assert game.here == 3


def test_back_says_what_counts_and_the_same_decision_is_no_branch(ten_places: Exercise):
    found = played(ten_places, ["", "", "1", "back", "1"])
    assert "Grades count for the first line of play only" in " ".join(found.said.split())
    assert [moment.parent for moment in found.game.history] == [-1, 0, 1]
    assert found.game.here == 2


def test_a_finished_game_can_be_taken_back(ten_places: Exercise):
    lines = MANY[:]
    first = played(ten_places, lines).game
    game = played(ten_places, [*[""] * len(first.history), "back", "why feud", "quit"]).game
    assert not game.over
    assert len(game.history) == len(first.history)


def test_why_adds_up_to_the_change(ten_places: Exercise):
    for turn in range(1, 6):
        said = played(ten_places, ["", *[""] * turn * 4, "why feud"]).said
        head, *causes = [line for line in answers(said, "why feud").splitlines() if line]
        before, after = (float(x) for x in re.findall(r"Feud from ([\d.]+) to ([\d.]+)", head)[0])
        amounts = [float(m[1]) for c in causes if (m := re.match(r"\s*([+-][\d.]+)  ", c))]
        assert sum(amounts) == pytest.approx(after - before, abs=0.06 * (len(amounts) + 1))


def test_why_never_tells_what_they_intend(ten_places: Exercise):
    said = played(ten_places, ["", *[""] * 8, "why feud"]).said
    assert "depends on what they intend" in answers(said, "why feud").replace("\n          ", " ")


def test_odds_are_told_for_every_open_option(ten_places: Exercise):
    said = played(ten_places, [""], futures=4).said
    council = said[said.index("Policy options") : said.index("Dials")]
    assert council.count("Odds: ") == 9
    assert "in none: War of the hills; Recalled" in " ".join(council.split())
    assert "Chest" not in council.split("Odds: ")[1].split("  2  ")[0]  # the price is no news
    assert "Odds" not in played(ten_places, [""]).said


def test_holding_course_names_every_ending_of_the_futures(ten_places: Exercise):
    found = played(ten_places, ["", "2?"], futures=30)
    odds = forecast(ten_places, found.game.observation, 30)
    counts = np.bincount(odds.hold.ending, minlength=len(ten_places.scenario.endings))
    plain = " ".join(found.said.split())
    hold = plain.split("If you hold course: ")[1].split("(30 futures")[0]
    card = plain.split("Odds (30 futures):")[1]
    for ending, count in zip(ten_places.scenario.endings.values(), counts, strict=True):
        if count:
            assert f"{ending.title}: {round(count / 0.3)} in 100" in hold
            assert ending.title in card


def test_the_odds_of_a_draft_are_those_of_all_that_is_drafted(ten_places: Exercise):
    found = played(ten_places, ["", "1 8 a go-out", "odds"], futures=6)
    told = answers(found.said, "odds")
    assert told.startswith("If all that is drafted is done (6 futures):")
    seen, orders = found.game.observation, found.game.draft.orders
    odds = of_draft(ten_places, seen, orders, 6)
    hold = forecast(ten_places, seen, 6).hold
    assert not (odds.soon == hold.soon).all()
    for line in option_lines(ten_places, hold, odds):
        assert line in " ".join(told.split())
    assert "Mend the telephone:" in played(ten_places, ["", "1", "odds all"], futures=2).said


def test_a_draft_of_nothing_is_holding_course_under_the_same_luck(ten_places: Exercise):
    seen = Game(ten_places, 7).observation
    odds = forecast(ten_places, seen, 6)
    same = of_draft(ten_places, seen, Orders(), 6)
    assert (same.track == odds.hold.track).all()
    one = of_draft(ten_places, seen, Orders(options=("ship-grain",)), 6)
    assert (one.track == odds.of("ship-grain").track).all()


@pytest.mark.parametrize("typed", ["a?", "a ?", "info a", "info posts", "INFO A"])
def test_every_level_of_a_dial_is_explained(ten_places: Exercise, typed: str):
    said = answers(played(ten_places, ["", typed]).said, typed)
    assert said.startswith("What the posts may do · turning it costs 3")
    for level, text in ten_places.scenario.dials["posts"].levels.items():
        assert re.search(rf"  {level}( \(now\))?: {re.escape(text)}", said)
    assert "shoot-back (now)" in said
    assert "Standing answers: " in said


def test_options_are_told_in_full_once_and_again_when_asked(ten_places: Exercise):
    text = ten_places.scenario.options["ship-grain"].text
    first = played(ten_places, ["", "1", "options"]).said
    assert first.count(text) == 2
    assert "Ship grain · costs 10 [drafted]" in first.split("> options")[1]
    second = played(ten_places, ["", "", "", "", ""]).said.split("=== Turn 2")[1]
    assert "Ship grain · costs 10" in second and text not in second
    assert "options tells all in full" in second


def test_an_option_that_has_changed_is_told_in_full_again(ten_places: Exercise):
    text = ten_places.scenario.options["ship-grain"].text
    said = played(ten_places, ["", "1", "", "", "", ""]).said.split("=== Turn 2")[1]
    assert "used lately" in said and text in said


def test_closed_options_say_why(ten_places: Exercise):
    said = answers(played(ten_places, ["", "closed"]).said, "closed")
    assert "Broker a truce (broker-a-truce): needs the telephone to Orra at 'answered'" in said


def test_what_is_closed_says_what_is_needed_what_stands_and_from_when(ten_places: Exercise):
    said = " ".join(answers(played(ten_places, ["", "closed"]).said, "closed").split())
    assert "(it is at 'silent')" in said
    assert "only from 16 Mar on" in said
    assert "must" not in said and "not be that" not in said


def test_the_map_tells_estimates_with_source_age_and_confidence(ten_places: Exercise):
    said = answers(played(ten_places, ["", "map"]).said, "map")
    plain = re.sub(r"\s+", " ", said)
    assert "Mangal: 150 to 300 (briefing, new, low), 40 km from Tollbridge" in plain
    for place in ten_places.scenario.places.values():
        assert place.name in plain


def test_the_map_tells_all_only_when_asked(ten_places: Exercise):
    short = answers(played(ten_places, ["", "map"]).said, "map")
    whole = answers(played(ten_places, ["", "map all"]).said, "map all")
    assert len(short.splitlines()) < len(whole.splitlines())
    assert "quiet" not in whole


def test_actors_tell_every_posture_and_how_they_stand(ten_places: Exercise):
    said = " ".join(answers(played(ten_places, ["", "actors"]).said, "actors").split())
    for actor in ten_places.scenario.actors.values():
        for posture in actor.postures.values():
            assert (posture.text or "") in said
    assert "(not at war)" in said and "neutral" not in said


def test_nothing_that_is_printed_depends_on_what_is_hidden(ten_places: Exercise):
    """Swap everything that the player cannot see: the screens must stay the same."""
    looks = ["", "map", "tracks", "actors", "closed", "options", "log", "why feud", "odds"]
    for decisions in (1, 6, 14):
        game = played(ten_places, [""] * (decisions + 1)).game
        if isinstance(game.pending, Council | Choice):
            shown = [look(ten_places, game, looks, swap) for swap in (None, 5, 6)]
            assert shown[0] == shown[1] == shown[2]


def look(exercise: Exercise, game: Game, looks: list[str], swap: int | None) -> str:
    """Return what looking around says, perhaps with another truth behind it."""
    real = game.moment.state
    if swap is not None:
        game.put(other_truth(exercise, real, swap))
    said = played(exercise, [*looks[1:]], futures=2, game=game).said
    game.put(real)
    return said


def test_every_kind_of_news_has_its_weight():
    kinds = {kind.__name__ for kind in all_kinds(Fact)}
    named = [name for names in news.RANKS for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= kinds


def all_kinds(kind: type) -> list[type]:
    """Return every kind of fact."""
    found = kind.__subclasses__()
    return found + [deeper for each in found for deeper in all_kinds(each)]


def test_news_are_short_and_the_log_is_full(ten_places: Exercise):
    found = played(ten_places, ["", "", "log"])
    assert "rolled" not in found.said.split("log\n")[0]
    assert "rolled" in answers(found.said, "log")


@pytest.mark.parametrize("typed", ["?", "help", "info", "info 2", "2?", "map", "tracks"])
def test_questions_may_be_asked_before_the_aims_are_ranked(ten_places: Exercise, typed: str):
    found = played(ten_places, [typed])
    assert answers(found.said, typed)
    assert "is no aim" not in found.said
    assert found.said.rstrip().endswith("Aims>")


def test_a_guess_at_what_was_meant_is_made_once(ten_places: Exercise):
    said = played(ten_places, ["", "trakcs", "trakcs", "es"]).said
    assert said.count("did you mean 'tracks'?") == 1
    assert said.count("type help for what is.") == 2


def test_a_track_may_be_named_by_the_start_of_its_name(ten_places: Exercise):
    track = next(iter(ten_places.scenario.tracks.values()))
    said = played(ten_places, ["", f"why {track.name[:4]}"]).said
    assert f"{track.name} from " in said


def test_the_log_is_told_week_by_week(ten_places: Exercise):
    said = answers(played(ten_places, ["", "", "", "", "log"]).said, "log")
    assert said.splitlines()[0].strip() == "Week of 2 Mar"
    assert said.count("Week of 2 Mar") == 1


def test_help_says_each_command_once(ten_places: Exercise):
    said = answers(played(ten_places, ["", "help", "quit"]).said, "help")
    first = [line.split()[0] for line in said.splitlines() if line[2:3] != " "]
    assert first.count("odds") == 1
    assert "aims NUMBER" in said


def test_the_score_says_how_it_is_made(ten_places: Exercise):
    said = " ".join(played(ten_places, [""] * 300).said.split())
    first, second = ten_places.scenario.intent.weights
    assert f"your first aim counts {first} times and your second counts {second} times" in said


def test_the_end_tells_the_rest_of_what_could_not_be_known(ten_places: Exercise):
    over = played(ten_places, MANY).said.count("> \n")
    said = played(ten_places, [*[""] * (over - 1), "help", "unknown", "debrief"]).said
    told = answers(said, "help")
    assert "unknown" in told and "odds" not in told and "hint" not in told
    whole = answers(said, "unknown")
    assert whole.startswith(debrief.ROLLED) and " more" not in whole.splitlines()[-1]
    assert said.count("\nEnding: ") == 2
