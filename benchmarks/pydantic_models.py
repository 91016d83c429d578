"""The tables of the plan as pydantic models: what `check` is measured against. Prints them as a Python program."""

from collections.abc import Iterator

from mvo_tui.plan.fields import Kind
from mvo_tui.plan.model import Plan
from mvo_tui.plan.table import REQUIRED, Declared, Table

_HEAD = """import datetime
from typing import Annotated
from pydantic import BaseModel, ConfigDict, Field, Strict, StrictBool, StrictStr

Number = Annotated[int, Strict()] | Annotated[float, Strict(), Field(allow_inf_nan=False)]
Amount = Annotated[int, Strict(), Field(ge=0)] | Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Date = Annotated[datetime.date, Strict()]
Time = Annotated[datetime.time, Strict()]
Slug = Annotated[StrictStr, Field(pattern=r"^[a-z0-9-]{1,64}$")]
Texts = tuple[StrictStr, ...]
"""
_TYPES = {
    Kind.NUMBER: "Amount",
    Kind.YES_NO: "StrictBool",
    Kind.DATE: "Date",
    Kind.TIME: "Time",
    Kind.LINKS: "Texts",
    Kind.WORDS: "Texts",
}


def program() -> str:
    """A program that makes the models and the validator of a whole plan."""
    classes = [line for model in _inner_first(Plan) for line in _class(model)]
    return "\n".join([_HEAD, *classes, "Plan.model_rebuild()", ""])


def _inner_first(model: type[Table]) -> Iterator[type[Table]]:
    for field in model.model_fields.values():
        if field.table:
            yield from _inner_first(field.table)
    yield model


def _class(model: type[Table]) -> Iterator[str]:
    yield f"class {model.__name__}(BaseModel):"
    yield '    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)'
    for name, field in model.model_fields.items():
        yield f"    {name}: {_type(field)}{_default(field)}"


def _type(field: Declared) -> str:
    if field.table and field.spec is None:
        return field.table.__name__
    if field.spec is None:
        return "Slug" if field.default is REQUIRED else "Annotated[int, Strict()]"
    one = f"tuple[{field.table.__name__}, ...]" if field.table else _TYPES.get(field.spec.kind, "StrictStr")
    if field.spec.kind is Kind.NUMBER and field.takes(-1):
        one = "Number"
    if field.spec.kind is Kind.LINK and field.takes(()):
        one = "StrictStr | Texts"
    return f"{one} | None" if field.default is None else one


def _default(field: Declared) -> str:
    if field.default is REQUIRED:
        return ""
    if field.table and field.spec is None:
        return f" = {field.table.__name__}.model_construct()"
    title = f"title={field.spec.title!r}, " if field.spec else ""
    return f" = Field(default={field.default!r}, {title}examples={list(field.spec.examples) if field.spec else []!r})"


if __name__ == "__main__":
    print(program())
