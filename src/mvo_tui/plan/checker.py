"""pydantic_core, which checks the values of a plan, and the schemas that it is told in.

All that is used of it is imported from here, so that no start pays for what it does not use: the description of every
schema for type checkers, two thousand lines that take five times as long to import as what checks.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

_DESCRIPTIONS = "pydantic_core.core_schema"
_TAKEN_FROM_THEM = frozenset({"CoreConfig", "CoreSchema", "CoreSchemaType", "ErrorType"})


def _import_without_descriptions() -> None:
    """Import pydantic_core, which then fetches its descriptions when somebody asks for them.

    A release that takes more from them than is known here is imported as it is.
    """
    if "pydantic_core" in sys.modules:
        return
    absent = ModuleType(_DESCRIPTIONS)
    vars(absent).update(dict.fromkeys(_TAKEN_FROM_THEM))
    sys.modules[_DESCRIPTIONS] = absent
    try:
        import pydantic_core
    except (ImportError, AttributeError):
        return
    finally:
        del sys.modules[_DESCRIPTIONS]
    for name in _TAKEN_FROM_THEM:
        vars(pydantic_core).pop(name, None)
    vars(pydantic_core)["__getattr__"] = _described


def _described(name: str) -> object:
    """What pydantic_core lacks under `name` until its descriptions are imported: they and what it takes from them."""
    if name != "core_schema" and name not in _TAKEN_FROM_THEM:
        raise AttributeError(f"module 'pydantic_core' has no attribute {name!r}")
    descriptions = import_module(_DESCRIPTIONS)
    return descriptions if name == "core_schema" else getattr(descriptions, name)


_import_without_descriptions()

from pydantic_core import ArgsKwargs, ErrorDetails, SchemaValidator, ValidationError  # noqa: E402 - that is the point

if TYPE_CHECKING:
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import DataclassField

__all__ = ["ArgsKwargs", "ErrorDetails", "SchemaValidator", "ValidationError"]

TEXT: "CoreSchema" = {"type": "str", "strict": True}
WHOLE_NUMBER: "CoreSchema" = {"type": "int", "strict": True}
NUMBER: "CoreSchema" = {"type": "float", "strict": True, "allow_inf_nan": False}
WHOLE_AMOUNT: "CoreSchema" = {**WHOLE_NUMBER, "ge": 0}
AMOUNT: "CoreSchema" = {**NUMBER, "ge": 0}
TRUTH: "CoreSchema" = {"type": "bool", "strict": True}
DATE: "CoreSchema" = {"type": "date", "strict": True}
TIME: "CoreSchema" = {"type": "time", "strict": True}


def first_of(*choices: "CoreSchema") -> "CoreSchema":
    """What the first of `choices` takes, else the next."""
    return {"type": "union", "choices": list(choices), "mode": "left_to_right"}


def many(one: "CoreSchema") -> "CoreSchema":
    """Any number of values, which become a tuple."""
    return {"type": "tuple", "items_schema": [one], "variadic_item_index": 0}


def or_none(schema: "CoreSchema") -> "CoreSchema":
    return {"type": "nullable", "schema": schema}


def with_default(schema: "CoreSchema", default: Any) -> "CoreSchema":
    return {"type": "default", "schema": schema, "default": default}


def table(model: type, fields: "dict[str, CoreSchema]") -> "CoreSchema":
    """An object of the type `model` with these fields, made of keywords or of a mapping; more keys are left out."""
    own: list[DataclassField] = [
        {"type": "dataclass-field", "name": name, "schema": schema, "kw_only": True} for name, schema in fields.items()
    ]
    ignore: Literal["ignore"] = "ignore"
    return {
        "type": "dataclass",
        "cls": model,
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": model.__name__,
            "fields": own,
            "extra_behavior": ignore,
        },
        "fields": list(fields),
        "slots": True,
        "frozen": True,
    }
