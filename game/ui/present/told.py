"""What is told in dialogs: what went wrong, and who made what is shipped."""

from game.paths import shipped
from game.scenario.problems import ScenarioError


def sentence(error: Exception) -> str:
    """Return what went wrong; of a scenario, the first thing and where it stands."""
    if isinstance(error, ScenarioError):
        first = error.problems[0]
        return f"{first.file}:{first.line}: {first.message}"
    return str(error)


def credits() -> tuple[str, ...]:
    """Return the sentences that the licences ask for."""
    text = (shipped("assets") / "CREDITS.md").read_text("utf-8")
    quoted = [line.removeprefix("> ") for line in text.splitlines() if line.startswith(">")]
    own = "Deconfliction: code under the MIT licence, scenarios and texts under CC BY 4.0."
    return own, " ".join(quoted)
