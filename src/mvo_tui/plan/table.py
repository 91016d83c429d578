"""`Table`: what every table of the plan is. A frozen value with named fields, which pydantic_core checks.

It speaks pydantic's words (`model_validate`, `model_copy`, `model_fields`), and is no pydantic model: the classes
behind those cost a start more than reading the plan does (``docs/decisions/0020-tables-on-pydantic-core.md``).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Never, Self, dataclass_transform

from mvo_tui.plan import checker
from mvo_tui.plan.checker import ArgsKwargs, SchemaValidator

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

ID_PATTERN = r"^[a-z0-9-]{1,64}$"

REQUIRED: Any = object()
"""The default of a field that has none."""


class Declared(NamedTuple):
    """What a table says of one field.

    `schema` checks its values. `spec` is what it is for people (`fields.field_spec`); None for ids, the format and
    single tables. `table` is the type of the table, or of the tables, that it holds.
    """

    schema: "CoreSchema"
    default: Any = REQUIRED
    spec: object = None
    table: "type[Table] | None" = None

    def takes(self, value: object) -> bool:
        return SchemaValidator(self.schema).isinstance_python(value)


def identifier() -> Any:
    """An id: the one field without a default."""
    # What `ID_PATTERN` says; "1 to 64" within a pattern takes fifteen times the memory.
    return Declared({**checker.TEXT, "pattern": "^[a-z0-9-]*$", "min_length": 1, "max_length": 64})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(identifier,))
class _TableType(type):
    """Makes slots of the declared fields: small, quick, and closed to anything else."""

    model_fields: Mapping[str, Declared]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "_TableType":
        own = {field: value for field, value in body.items() if isinstance(value, Declared)}
        rest = {key: value for key, value in body.items() if key not in own}
        made = super().__new__(cls, name, bases, {**rest, "__slots__": tuple(own)})
        inherited = getattr(bases[0], "model_fields", {}) if bases else {}
        made.model_fields = {**inherited, **own}
        return made


class Table(metaclass=_TableType):
    """A table of the file. It is made of keywords, which are checked; what is not said is as the format leaves it."""

    model_fields: ClassVar[Mapping[str, Declared]]

    def __init__(self, **values: Any) -> None:
        """Raise `pydantic_core.ValidationError` where a value is of a wrong type."""
        _validator(type(self)).validate_python(ArgsKwargs((), values), self_instance=self)

    @classmethod
    def model_validate(cls, document: object) -> Self:
        """The table that a parsed document, or a part of it, stands for; unknown keys are left out.

        Raises:
            pydantic_core.ValidationError: values are of a wrong type; it tells all of them.
        """
        table: Self = _validator(cls).validate_python(document)
        return table

    @classmethod
    def model_construct(cls, **values: object) -> Self:
        """The table with `values`, which are known to be right."""
        defaults = {name: field.default for name, field in cls.model_fields.items() if field.default is not REQUIRED}
        return cls._holding(defaults | values)

    def model_copy(self, update: Mapping[str, object]) -> Self:
        """This table with other values, which are known to be right."""
        return self._holding({**dict(self), **update})

    @classmethod
    def _holding(cls, values: Mapping[str, object]) -> Self:
        made = object.__new__(cls)
        for name, value in values.items():
            object.__setattr__(made, name, value)
        return made

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Each field's name and value."""
        return zip(type(self).model_fields, _values(type(self))(self), strict=True)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        of_mine = _values(type(self))
        return type(other) is type(self) and bool(of_mine(self) == of_mine(other))

    def __hash__(self) -> int:
        return hash(_values(type(self))(self))

    def __repr__(self) -> str:
        defaults = type(self).model_fields
        said = (f"{name}={value!r}" for name, value in self if value != defaults[name].default)
        return f"{type(self).__name__}({', '.join(said)})"

    def __setattr__(self, name: str, value: object) -> Never:
        raise AttributeError(f"{type(self).__name__} does not change; an Edit makes the next plan")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"{type(self).__name__} does not change; an Edit makes the next plan")


@cache
def _values(model: type[Table]) -> Callable[[object], tuple[Any, ...]]:
    """A quick way to all values of a table, in order."""
    names = tuple(model.model_fields)
    return attrgetter(*names) if len(names) > 1 else lambda table: tuple(getattr(table, name) for name in names)


@cache
def _validator(model: type[Table]) -> SchemaValidator:
    """Built when it is first needed, which at a start is one of twenty."""
    return SchemaValidator(schema_of(model))


def schema_of(model: type[Table]) -> "CoreSchema":
    """What pydantic_core checks a table by: all it holds, whole."""
    return checker.table(model, {name: _with_default(field) for name, field in model.model_fields.items()})


def _with_default(field: Declared) -> "CoreSchema":
    return field.schema if field.default is REQUIRED else checker.with_default(field.schema, field.default)
