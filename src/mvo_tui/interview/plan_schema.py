"""The JSON Schema of the plan file: the types are those of the model, the words those of the questions.

An editor that knows TOML schemas explains each key with it while a plan is typed. What the program takes, the schema
takes as well: unknown keys, and words that are not on their list (those are findings, not errors).
"""

from typing import Any

from mvo_tui.interview.catalogue import all_questions
from mvo_tui.interview.question import Question
from mvo_tui.plan.fields import FieldSpec, Kind, field_spec, field_specs
from mvo_tui.plan.ids import readable_id
from mvo_tui.plan.model import FORMAT, Item, NotApplicable, Plan, Table
from mvo_tui.plan.names import kind_of
from mvo_tui.plan.places import type_of_collection, type_of_numbered, type_of_single
from mvo_tui.plan.table import ID_PATTERN

SCHEMA_ID = "urn:mvo-tui:plan-format:1"
_DIALECT = "http://json-schema.org/draft-07/schema#"  # the one that TOML editors understand

Schema = dict[str, Any]


def plan_schema() -> Schema:
    """The schema, ready to be written as JSON."""
    tables = {model.__name__: (name, model) for name, model in _tables().items()}
    root = _table("", Plan)
    root["properties"] = {"format": _format(), **root["properties"]}
    return {
        "$schema": _DIALECT,
        "$id": SCHEMA_ID,
        "title": f"MVO plan, format {FORMAT}",
        **{key: value for key, value in root.items() if key != "title"},
        "required": ["format"],
        "$defs": {name: _table(*tables[name]) for name in sorted(tables)},
    }


def _tables() -> dict[str, type[Table]]:
    """Every kind of table, by the collection of its questions."""
    return {**type_of_collection, **type_of_numbered, **type_of_single, "not_applicable": NotApplicable}


def _table(collection: str, model: type[Table]) -> Schema:
    names = [name for name in model.model_fields if name in ("id", *_SINGLE)]
    names += [spec.name for spec in field_specs(model)]
    return {
        "type": "object",
        "title": _capital(kind_of(model)),
        "description": " ".join((model.__doc__ or "").split()),
        "properties": {name: _property(collection, model, name) for name in _in_order(names, model)},
        "additionalProperties": True,
    }


_SINGLE = ("venture", "journey", "review", "not_applicable")
"""The keys that hold one table; they are described by the table, not by a question."""


def _in_order(names: list[str], model: type[Table]) -> list[str]:
    """As in the format; in the plan itself, and only there, fields and single tables are mixed."""
    return [name for name in model.model_fields if name in names] if model is Plan else names


def _property(collection: str, model: type[Table], name: str) -> Schema:
    if name in _SINGLE:
        target = _tables()[name]
        title = name.replace("_", " ").capitalize()
        described = " ".join((target.__doc__ or "").split())
        return {
            "title": title,
            "description": described,
            "examples": [_example(target)],
            "allOf": [_reference(target)],
        }
    if name == "id":
        return _id()
    spec = field_spec(model, name)
    question = _question(collection, name)
    return {
        "title": spec.title,
        "description": _description(spec, question),
        **_type(model, spec),
        "examples": _examples(spec),
    }


def _question(collection: str, field: str) -> Question:
    return next(
        question
        for question in all_questions()
        if question.collection == collection and question.field == field and question.spec is not None
    )


def _description(spec: FieldSpec, question: Question) -> str:
    """What is asked and why, and what the value has to look like where that is not plain."""
    parts = [question.general_ask, question.why]
    if spec.words:
        parts.append("; ".join(f"{word}: {meaning}" for word, meaning in spec.words.items()) + ".")
    if spec.collection:
        kind = kind_of(type_of_collection[spec.collection])
        parts.append(f"The id of a {kind}." if spec.kind is Kind.LINK else f"Ids of {spec.collection}.")
    if question.none:
        parts.append(f"[] says: {question.none[0].lower()}{question.none[1:]}.")
    return " ".join(parts)


_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"items": _TEXT, "type": "array"}
_TYPES: dict[Kind, Schema] = {
    Kind.LINE: _TEXT,
    Kind.PROSE: _TEXT,
    Kind.LINK: _TEXT,
    Kind.LINKS: _TEXTS,
    Kind.YES_NO: {"type": "boolean"},
    Kind.DATE: {"format": "date", "type": "string"},
    Kind.TIME: {"type": "string", "format": "partial-time"},  # TOML's has no time zone; JSON Schema's "time" has one
}


def _type(model: type[Table], spec: FieldSpec) -> Schema:
    """The type as the model checks it; TOML knows no null, and two kinds of number are one."""
    field = model.model_fields[spec.name]
    a_word = {"anyOf": [{"enum": list(spec.words)}, _TEXT]}
    match spec.kind:
        case Kind.NUMBER:
            return {"type": "number"} if field.takes(-1) else {"type": "number", "minimum": 0}
        case Kind.WORD:
            return a_word
        case Kind.WORDS:
            return {"type": "array", "items": a_word}
        case Kind.ITEMS if field.table:
            return {"items": _reference(field.table), "type": "array"}
        case Kind.LINK if field.takes(()):  # several are told as a finding
            return {"anyOf": [_TEXT, _TEXTS]}
    return _TYPES[spec.kind]


def _reference(model: type[Table]) -> Schema:
    return {"$ref": f"#/$defs/{model.__name__}"}


def _id() -> Schema:
    return {
        "title": "Id",
        "description": "What other tables call this one",
        "type": "string",
        "pattern": ID_PATTERN,
        "examples": ["collect-washing"],
    }


def _format() -> Schema:
    return {
        "title": "Format",
        "description": "The format of this file. The only key that has to be there.",
        "type": "integer",
        "const": FORMAT,
        "examples": [FORMAT],
    }


def _examples(spec: FieldSpec) -> list[Any]:
    if spec.kind is Kind.ITEMS:
        return [[_example(_tables()[spec.name])]]
    values = [_typed(spec, text) for text in spec.examples]
    return [values] if spec.kind in (Kind.LINKS, Kind.WORDS) else values


def _example(model: type[Table]) -> Schema:
    """A whole table, made of the examples of its fields; lists of tables within it are left out."""
    fields = (spec for spec in field_specs(model) if spec.kind is not Kind.ITEMS and spec.examples)
    values = {spec.name: _examples(spec)[0] for spec in fields}
    return {"id": readable_id(values, kind_of(model), 1, ()), **values} if issubclass(model, Item) else values


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _typed(spec: FieldSpec, text: str) -> Any:
    if spec.kind is Kind.NUMBER:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    return True if spec.kind is Kind.YES_NO else text
