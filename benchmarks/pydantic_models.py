"""The tables of the plan as pydantic models: what `check` is measured against. Prints them as a Python program."""

from collections.abc import Iterator

from mvo_tui.plan.fields import FieldSpec, Kind, field_spec
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
        spec = field_spec(model, name) if field.spec else None
        yield f"    {name}: {_type(field, spec)}{_default(field, spec)}"


def _type(field: Declared, spec: FieldSpec | None) -> str:
    if spec is None:
        if field.table:
            return field.table.__name__
        return "Slug" if field.default is REQUIRED else "Annotated[int, Strict()]"
    one = f"tuple[{field.table.__name__}, ...]" if field.table else _TYPES.get(spec.kind, "StrictStr")
    if spec.kind is Kind.NUMBER and field.takes(-1):
        one = "Number"
    if spec.kind is Kind.LINK and field.takes(()):
        one = "StrictStr | Texts"
    return f"{one} | None" if field.default is None else one


def _default(field: Declared, spec: FieldSpec | None) -> str:
    if field.default is REQUIRED:
        return ""
    if field.table and spec is None:
        return f" = {field.table.__name__}.model_construct()"
    said = f", title={spec.title!r}, examples={list(spec.examples)!r}" if spec else ""
    return f" = Field(default={field.default!r}{said})"


if __name__ == "__main__":
    print(program())
