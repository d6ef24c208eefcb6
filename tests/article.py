"""Every element of the article acts: the rows, their measurement, and the page that shows them.

Run `python -m tests.article` to write docs/article.md anew.
"""

from collections.abc import Sequence
from pathlib import Path

import yaml

from game.analysis.ablation import Effect, Laboratory, Row
from game.scenario.load import load

DOCS = Path(__file__).parent.parent / "docs"
GAMES, SEED = 500, 2017

HEAD = f"""# Every element of the article acts

A news article of June 2017 warns that US troops at At Tanf are being drawn toward a war with Iran
that nobody decided on. For each of its elements this table names what carries it in the flagship
scenario, and proves that it acts: the same {GAMES} games are played with it and without it (or with
an option chosen whenever it is open, and never), the rest held, and an observable moves in the
direction that the row names, by at least the least change stated and by three paired standard
errors.

The rows stand in `article.yaml`; `python -m tests.article` measures them and writes this page, and
the test suite checks that they hold and that the page is true.

"""
COLUMNS = (
    "element",
    "rules",
    "deciders",
    "options",
    "events",
    "tried",
    "observable",
    "with",
    "without",
    "least change",
    "standard error",
)


def rows() -> list[Row]:
    """Return the rows as they are written."""
    written = yaml.safe_load((DOCS / "article.yaml").read_text("utf-8"))
    return [Row.model_validate(each) for each in written]


def laboratory() -> Laboratory:
    """Return where the rows are measured."""
    return Laboratory(load("at-tanf-2017"), GAMES, SEED)


def page(measured: list[tuple[Row, Effect]]) -> str:
    """Return the page with its table."""
    table = [_cells(COLUMNS), _cells(["---"] * 7 + ["--:"] * 4)]
    table += [_line(row, effect) for row, effect in measured]
    return HEAD + "\n".join(table) + "\n"


def _cells(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _line(row: Row, effect: Effect) -> str:
    tried = (
        f"`{row.always}` always, against never"
        if row.always
        else ", ".join(f"without `{each}`" for each in row.without)
    )
    lists = [
        ", ".join(f"`{x}`" for x in part)
        for part in (row.rules, row.deciders, row.options, row.events)
    ]
    least = f"{'+' if row.direction > 0 else '-'}{row.least:g}"
    figures = [f"{effect.with_it:.3g}", f"{effect.without_it:.3g}", least, f"{effect.error:.2g}"]
    return _cells([row.element, *lists, tried, str(row.observable), *figures])


def main() -> None:
    """Measure every row, say which fail, and write the page."""
    lab, measured = laboratory(), []
    for row in rows():
        effect = lab.effect(row)
        measured.append((row, effect))
        verdict = "holds" if effect.holds(row) else "FAILS"
        least = row.direction * row.least
        print(f"{verdict} {effect.change:+.3f} ±{effect.error:.3f} ({least:+g})  {row.element}")
    (DOCS / "article.md").write_text(page(measured), encoding="utf-8")


if __name__ == "__main__":
    main()
