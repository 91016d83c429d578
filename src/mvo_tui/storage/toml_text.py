"""The text of a plan file: a new one, and the next one of a file that exists."""

from mvo_tui.plan.model import Plan
from mvo_tui.storage.parsing import RawTable, parse
from mvo_tui.storage.raw_changes import amended, raw_from_plan
from mvo_tui.storage.toml_amend import amended_text
from mvo_tui.storage.toml_values import document_text

SCHEMA_LINE = "#:schema ./mvo-plan-1.schema.json\n"


def create(plan: Plan, *, with_schema: bool = False) -> str:
    """A new file that says `plan`: keys in the order of the model, ``[[...]]`` for lists of tables.

    `with_schema` puts the line on top that tells an editor where the schema is: beside the file.
    """
    return (SCHEMA_LINE if with_schema else "") + document_text(raw_from_plan(plan))


def amend(text: str, before: Plan, after: Plan) -> str:
    """`text`, which was read as `before`, as it is when it says `after`; only the edited lines differ.

    Ids that the text leaves out are written. Where the plans are equal, the text comes back as it is.
    """
    return text if before == after else amend_parsed(text, parse(text), before, after)


def amend_parsed(text: str, raw: RawTable, before: Plan, after: Plan) -> str:
    """`amend` for a text that has been parsed already."""
    return amended_text(text, raw, amended(raw, before, after))
