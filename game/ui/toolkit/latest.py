"""Latest: the last value of a function is kept, for what is asked for again in every frame."""

from collections.abc import Callable
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class _Kept(Generic[T]):
    def __init__(self, key: object, value: T) -> None:
        self.key, self.value = key, value


def latest(make: Callable[P, T]) -> Callable[P, T]:
    """Make a value only when it is asked for with other arguments than the last time.

    Other than in a cache of the library, arguments are compared and not hashed: a whole situation
    is the same object from frame to frame, and to hash it would take longer than what is saved.
    """
    kept: list[_Kept[T]] = []

    @wraps(make)
    def found(*args: P.args, **kwargs: P.kwargs) -> T:
        key = args, kwargs
        if not kept or kept[0].key != key:
            kept[:] = [_Kept(key, make(*args, **kwargs))]
        return kept[0].value

    return found
