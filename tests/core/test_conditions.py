"""What conditions ask, at their bounds."""

from datetime import date
from typing import Any

import pytest

from game.core.conditions import Conditions, compile_conditions
from tests.exercises import ten_places
from tests.test_cases import ids, start

PLAIN = {"vaduna": "hillfolk", "sluis": "hillfolk"}  # of three places
ROUTINE = {"bread-road": "routine"}

ASKED: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({"at_least": {"feud": 30}}, {"track": {"feud": 30}}, True),
    ({"at_least": {"feud": 30}}, {"track": {"feud": 29.999}}, False),
    ({"at_most": {"feud": 30}}, {"track": {"feud": 30}}, True),
    ({"at_most": {"feud": 30}}, {"track": {"feud": 30.001}}, False),
    ({"held": {"vaduna": "helmets"}}, {}, True),  # an ally's
    ({"held": {"norrgate": "helmets"}}, {}, False),  # a neutral's
    ({"not_held": {"vaduna": "helmets"}}, {}, False),
    ({"not_held": {"norrgate": "helmets"}}, {}, True),
    ({"worn": {"mangal": 50}}, {"garrison": {"mangal": 115}}, True),
    ({"worn": {"mangal": 50}}, {"garrison": {"mangal": 116}}, False),
    ({"worn": {"mangal": 50}}, {"holder": {"mangal": "lowland"}}, True),
    ({"share_at_least": {"hillfolk": {"lowfields": 66.6}}}, {"holder": PLAIN}, True),
    ({"share_at_least": {"hillfolk": {"lowfields": 66.7}}}, {"holder": PLAIN}, False),
    ({"share_at_least": {"lowland": {"lowfields": 100}}}, {}, True),
    ({"share_at_most": {"runners": {"lowfields": 0}}}, {}, True),
    ({"share_at_most": {"lowland": {"lowfields": 99.9}}}, {}, False),
    ({"relations": {"hillfolk": {"lowland": "hostile"}}}, {}, True),
    ({"relations": {"hillfolk": {"helmets": "hostile"}}}, {}, False),
    ({"status_not": {"telephone": "answered"}}, {}, True),
    ({"status_not": {"telephone": "silent"}}, {}, False),
    ({"chosen": {"ship-grain": 2}}, {"chosen": {"ship-grain": 2}}, True),
    ({"chosen": {"ship-grain": 2}}, {"chosen": {"ship-grain": 1}}, False),
    ({"tokens": {"gunships": {"depot": 1}}}, {}, True),
    ({"tokens": {"gunships": {"depot": 2}}}, {}, False),
    ({"grade_at_least": {"bread-road": "convoy"}}, {"grade": ROUTINE}, True),
    ({"grade_at_least": {"bread-road": "convoy"}}, {}, False),
    ({"joined_weeks": {"bread-road": 3}}, {"joined": {"bread-road": 3}}, True),
    ({"joined_weeks": {"bread-road": 3}}, {"joined": {"bread-road": 2}}, False),
    ({"lost_at_least": {"helmets": 5}}, {"lost": {"helmets": 5}}, True),
    ({"lost_at_least": {"helmets": 5}}, {"lost": {"helmets": 4}}, False),
    ({"leaders_at_most": {"ledger-house": 3}}, {"leaders": {"ledger-house": 3}}, True),
    ({"leaders_at_most": {"ledger-house": 3}}, {"leaders": {"ledger-house": 4}}, False),
    ({"from_week": 5}, {}, True),  # it is the sixth week
    ({"from_week": 6}, {}, False),
    ({"until_week": 5}, {}, True),
    ({"until_week": 4}, {}, False),
    ({"until_week": 4, "at_least": {"feud": 0}}, {}, False),
    ({"from_date": date(1987, 4, 12)}, {}, True),  # the last day of the sixth week
    ({"from_date": date(1987, 4, 13)}, {}, False),
    ({"from_date": date(1986, 1, 1)}, {}, True),
    ({"until_date": date(1987, 4, 6)}, {}, True),  # its first day
    ({"until_date": date(1987, 4, 5)}, {}, False),
    ({"until_date": date(1986, 1, 1)}, {}, False),
    ({"any_of": [{"from_week": 6}, {"until_week": 5}]}, {}, True),
    ({"any_of": [{"from_week": 6}, {"until_week": 4}]}, {}, False),
    ({"none_of": [{"from_week": 6}]}, {}, True),
    ({"none_of": [{"from_week": 6}, {"until_week": 5}]}, {}, False),
    ({}, {}, True),
]


@pytest.mark.parametrize(("asked", "given", "holds"), ASKED)
def test_it_holds_up_to_the_bound_and_no_further(
    asked: dict[str, Any], given: dict[str, Any], holds: bool
):
    state = start(given)
    state.week = 5
    conditions = Conditions.model_validate(asked, context=ids())
    test = compile_conditions(conditions, ten_places().world)
    assert test(state).tolist() == [holds]
    assert holds or test.missing(state)
