"""Seeds: words to play with, for those who bring none."""

import secrets

_WORDS = """
almond amber anchor basalt beacon bridle canvas cedar chalk cinder citron clover cobalt copper coral
cypress date desert dust ember falcon fig flint garnet harbor hazel indigo ivory jasmine juniper
kestrel lantern laurel lemon linen maple marble mint myrtle olive onyx orchard palm pepper pine plum
poplar quartz quince raven reed river saffron sage salt sand slate sparrow star stone tamarisk thyme
tin topaz velvet walnut willow winter wren zinc
"""


def draw() -> str:
    """Return a word that nobody has chosen. It names a game; it is no luck inside one."""
    words = _WORDS.split()
    return f"{secrets.choice(words)}-{secrets.choice(words)}"
