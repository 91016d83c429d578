"""A document's text after its values changed: only the lines of what changed are different.

Works on the text itself. A block, its comment and its nested blocks move or go as a whole; a key is put beside the key
that it follows in the format; inside one value (a list, an inline table) tomledit does the work. Why not tomledit for
all of it: ``docs/decisions/0005-toml-writer.md``.
"""

from collections.abc import Sequence
from typing import Any

from mvo_tui.plan.diff import longest_run
from mvo_tui.storage.parsing import Path, RawTable
from mvo_tui.storage.splices import Splices
from mvo_tui.storage.toml_document import TomlDocument
from mvo_tui.storage.toml_inline import amended_value, sources_of
from mvo_tui.storage.toml_layout import Statement, own_comment
from mvo_tui.storage.toml_values import is_rows, statement_text, table_text, value_text


def amended_text(text: str, old: RawTable, new: RawTable) -> str:
    """`text`, which says `old`, as it is when it says `new`.

    What is unchanged in `new` is the same object as in `old`; a changed table is a `raw_changes.Amended`.
    """
    newline = "\r\n" if "\r" in text and text.count("\r\n") * 2 > text.count("\n") else "\n"
    whole = text if text.endswith("\n") else text + newline
    result = _Amendment(TomlDocument(whole, old), newline).applied(old, new)
    return result if whole is text else result.removesuffix("\n").removesuffix("\r")


class _Amendment:
    def __init__(self, document: TomlDocument, newline: str) -> None:
        self._document, self._newline = document, newline
        self._splices = Splices()

    def applied(self, old: RawTable, new: RawTable) -> str:
        self._table((), old, new)
        return self._splices.applied(self._document.text, self._newline)

    def _table(self, path: Path, old: RawTable, new: RawTable) -> None:
        """Write the changes of the table at `path`, which stands under headers or in dotted keys."""
        if not new and self._vanishes(path):
            return
        for key in old:
            if key not in new:
                self._remove((*path, key))
        added: RawTable = {}
        for key, value in new.items():
            if key not in old or (value is not old[key] and self._change((*path, key), old[key], value)):
                added[key] = value
        self._add(path, new, added)

    def _change(self, path: Path, old: Any, new: Any) -> bool:
        """Write the change of one value; True where it is taken out and has to be put in anew."""
        statement = next((found for _, found in self._document.statements_for(path) if found.path == path), None)
        if is_rows(new) and not is_rows(old):
            self._remove(path)
            return True
        if statement:
            self._rewrite(statement, old, new)
        elif is_rows(old):
            self._rows(path, old, new)
            return not new
        else:
            self._table(path, old, new)
        return False

    def _rewrite(self, statement: Statement, old: Any, new: Any) -> None:
        written = self._document.text[statement.value : statement.value_end]
        if new and isinstance(new, list | dict):
            value = amended_value(written.replace("\r\n", "\n"), old, new)
        elif isinstance(new, str) and _fits_in_single_quotes(written, new):
            value = f"'{new}'"
        else:
            value = value_text(new)
        self._splices.replace(statement.value, statement.value_end, self._with_line_ends(value))

    def _add(self, path: Path, table: RawTable, added: RawTable) -> None:
        """Put new keys and tables into `table`, which stands at `path`, in the order of its keys."""
        plain = {key: value for key, value in added.items() if not (is_rows(value) or isinstance(value, dict))}
        beside = self._document.statements_in(path)
        home = self._document.home(path)
        if plain and home is None and not beside:
            under = self._document.under(path)
            position = self._document.start(under[0]) if under else len(self._document.text)
            self._splices.insert_block(position, self._with_line_ends(table_text(_names(path), plain, is_row=False)))
            plain = {}
        order = list(table)
        for key, value in plain.items():
            position, indent, prefix = self._place_for_key(path, beside, order[: order.index(key)])
            text = indent + statement_text((*prefix, key), value)
            self._splices.replace(position, position, self._with_line_ends(text))
        for key, value in added.items():
            position = self._place_for_table(path, order[: order.index(key)])
            if isinstance(value, dict):
                self._splices.insert_block(position, self._block((*path, key), value, is_row=False))
            elif is_rows(value):
                for row in value:
                    self._splices.insert_block(position, self._block((*path, key), row, is_row=True))

    def _place_for_key(
        self, path: Path, beside: Sequence[tuple[int, Statement]], before: Sequence[str]
    ) -> tuple[int, str, tuple[str, ...]]:
        """Where a key goes that follows `before`: the offset, the indentation, and what stands before a dot in it."""
        if not beside:
            return self._document.blocks[self._document.home(path) or 0].body, "", ()
        for key in reversed(before):
            above = [pair for pair in beside if pair[1].path[len(path)] == key]
            if above:
                number, statement = above[-1]
                position = statement.end
                break
        else:
            number, statement = beside[0]
            position = own_comment(self._document.text, statement, self._document.blocks[number].body)
        indent = self._document.text[statement.start : statement.key]
        return position, indent, _names(path[len(self._document.blocks[number].path) :])

    def _place_for_table(self, path: Path, before: Sequence[str]) -> int:
        """Where a table goes that follows the keys `before` in the table at `path`."""
        for key in reversed(before):
            if under := self._document.under((*path, key)):
                return self._document.end(under[-1])
        home = self._document.home(path)
        if home is not None:
            return self._document.end(home)
        under = self._document.under(path)
        return self._document.start(under[0]) if under else len(self._document.text)

    def _block(self, path: Path, table: RawTable, *, is_row: bool) -> str:
        """The text of a table that comes to `path`: the one it has elsewhere in the document, else a new one."""
        source = getattr(table, "was", table)
        origin = self._document.path_of_row(source) if is_row else None
        numbers = self._document.under(origin) if origin else []
        if not origin or not numbers:
            return self._with_line_ends(table_text(_names(path), table, is_row=is_row))
        outer, self._splices = self._splices, Splices()
        if table is not source:
            self._table(origin, source, table)
        inner, self._splices = self._splices, outer
        text, newline = self._document.text, self._newline
        return newline.join(inner.applied(text, newline, *span) for span in self._document.spans(numbers))

    def _rows(self, path: Path, old: Sequence[RawTable], new: Sequence[RawTable]) -> None:
        """Write the changes of a list of tables, each under its header: remove, move, add, and what changed in them."""
        document = self._document
        sources = sources_of(old, new)
        staying = longest_run(range(len(old)), [source for source in sources if source is not None])
        for index in range(len(old)):
            if index not in staying:
                self._remove_blocks(document.under((*path, index)))
        is_longer = len(new) > len(staying)
        first = min((source for source in sources if source in staying and source is not None), default=0)
        position = document.start(document.under((*path, first))[0]) if is_longer else 0
        is_tight = is_longer and self._is_tight(path)
        for source, row in zip(sources, new, strict=True):
            if source is None or source not in staying:
                self._splices.insert_block(position, self._block(path, row, is_row=True), is_tight=is_tight)
                continue
            if row is not old[source]:
                self._table((*path, source), old[source], row)
            if is_longer:
                position = document.end(document.under((*path, source))[-1])

    def _is_tight(self, path: Path) -> bool:
        """Whether the rows of this list follow each other without blank lines."""
        first, second = (self._document.under((*path, index)) for index in (0, 1))
        return bool(second) and self._document.end(first[-1]) == self._document.start(second[0])

    def _remove(self, path: Path) -> None:
        """Take what stands at `path` out. A comment behind a key stays, on a line of its own."""
        for _, statement in self._document.statements_for(path):
            comment = self._document.text.find("#", statement.value_end, statement.end)
            if comment < 0:
                self._splices.replace(statement.start, statement.end, "")
            else:
                self._splices.replace(statement.key, comment, "")
        self._remove_blocks(self._document.under(path))

    def _remove_blocks(self, numbers: Sequence[int]) -> None:
        for span in self._document.spans(numbers):
            self._splices.remove_block(*span)

    def _vanishes(self, path: Path) -> bool:
        """Take an emptied table out of the text, unless somebody has written a comment into it."""
        home = self._document.home(path) if path else None
        if home is None or "#" in self._document.text[self._document.start(home) : self._document.end(home)]:
            return False
        self._remove_blocks(self._document.under(path))
        return True

    def _with_line_ends(self, text: str) -> str:
        return text if self._newline == "\n" else text.replace("\n", self._newline)


def _names(path: Path) -> tuple[str, ...]:
    """A path without its indexes, as headers write it."""
    return tuple(part for part in path if isinstance(part, str))


def _fits_in_single_quotes(written: str, text: str) -> bool:
    """Whether the value was a text in single quotes, and the new one can be too."""
    return written.startswith("'") and not written.startswith("'''") and text.isprintable() and "'" not in text
