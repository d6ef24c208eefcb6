"""Wording: sentences put together from names that bring articles and full stops of their own."""

import re

_ARTICLE = re.compile(r"(?<=[a-z0-9,;'] )The(?= )")


def smooth(sentence: str) -> str:
    """Write `The` small inside a sentence, and end a sentence once."""
    return _ARTICLE.sub("the", sentence).replace("..", ".").replace(".:", ":").replace(".;", ";")
