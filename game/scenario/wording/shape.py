"""The shape of a model: which keys it has at a path, for hints at the one that was meant."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

from game.scenario.wording.words import Steps

Model = type[BaseModel]


def models_at(root: Model, path: Steps) -> list[Model]:
    """Return the models of which a thing at a path can be one; mostly there is one."""
    found: list[Any] = [root]
    for step in path:
        found = [inside for each in found for inside in _inside(each, step)]
    return [each for each in found if _is_model(each)]


def keys(model: Model) -> dict[str, Any]:
    """Return the keys that an author may write for a model, and what each may hold."""
    fields = model.model_fields.items()
    return {field.alias or name: field.annotation for name, field in fields}


def models_under(model: Model) -> Iterator[tuple[str, Model]]:
    """Return the models that stand directly under the keys of a model."""
    for key, annotation in keys(model).items():
        yield from ((key, each) for each in _alternatives(annotation) if _is_model(each))


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """Return what may stand under a key, or in a list, of something."""
    if _is_model(annotation):
        yield from _alternatives(keys(annotation).get(str(step)))
    elif held := [each for each in get_args(annotation) if each is not ...]:
        # The last counts: of a dict it is the value; lists and tuples hold one kind of thing.
        yield from _alternatives(held[-1])


def _alternatives(annotation: Any) -> Iterator[Any]:
    """Take off what only wraps types: unions, annotations and named aliases."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each)
    elif hasattr(annotation, "__value__"):
        yield from _alternatives(annotation.__value__)
    else:
        yield annotation


def _is_model(annotation: Any) -> TypeGuard[Model]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
