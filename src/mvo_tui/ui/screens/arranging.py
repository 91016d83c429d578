"""How the panes of the workbench are arranged: what is folded, how wide they are. It is remembered with the plan."""

from textual.widget import Widget

from mvo_tui.ui.screens.zooming import Zooming
from mvo_tui.ui.widgets.outline import Outline
from mvo_tui.ui.widgets.readiness_panel import ReadinessPanel

STEP = 2  # cells
LEAST, LEAST_FORM = 16, 30
USUAL_SHARE = 27  # percent of the screen that the outline has beside a panel, in the style sheet of the workbench
NO_BORDER = "There is no border to move here: one pane has all of the room."


class Arranging(Zooming, is_part=True):
    """A screen with an outline on the left and, where there is room, the readiness panel on the right."""

    outline: Outline
    panel: ReadinessPanel

    def arrange_panes(self) -> None:
        """Fold and measure as the founder left it. Called before the first paint."""
        self.outline.folded = set(self.holder.bookmark.folds)
        self.outline.folds_changed = self._keep_folds
        self.panes_changed()

    def _keep_folds(self) -> None:
        self.holder.remember(self.holder.bookmark._replace(folds=tuple(sorted(self.outline.folded))))

    # The widths

    def action_border_left(self) -> None:
        self._move_border(-STEP)

    def action_border_right(self) -> None:
        self._move_border(STEP)

    def _move_border(self, cells: int) -> None:
        """Move the border beside the pane with the keys: the panel's, or else the one right of the outline."""
        if self.is_zoomed or self.has_class("-narrow"):
            self.status_line.show_text(NO_BORDER)
            return
        kept = self.holder.bookmark
        if self.focused is self.panel and self._has_panel():
            width = self._fitting(_wished(self.panel) - cells, self.outline)
            kept = kept._replace(panel_width=width)
        else:
            width = self._fitting(_wished(self.outline) + cells, self.panel)
            kept = kept._replace(outline_width=width)
        self.holder.remember(kept)
        self.panes_changed()

    def _has_panel(self) -> bool:
        """Whether the panel stands beside the form, and not in its place."""
        return self.has_class("-wide")

    def _fitting(self, width: int, other: Widget) -> int:
        """`width`, or the nearest that leaves the form and the `other` pane their room."""
        taken = _wished(other) if other is self.outline or self._has_panel() else 0
        return max(LEAST, min(width, self.app.size.width - taken - LEAST_FORM))

    def panes_changed(self) -> None:
        """Give the panes the widths that are wished for, where they stand side by side."""
        kept, room = self.holder.bookmark, self.app.size.width - LEAST_FORM
        is_apart = not (self.is_zoomed or self.has_class("-narrow"))
        has_panel = is_apart and self._has_panel()
        outline = min(kept.outline_width, room - (LEAST if has_panel else 0))
        _set_width(self.outline, outline if is_apart else 0)
        _set_width(
            self.panel,
            min(kept.panel_width, room - (outline or self.app.size.width * USUAL_SHARE // 100)) if has_panel else 0,
        )

    def on_resize(self) -> None:
        if self.is_mounted:
            self.panes_changed()


def _wished(pane: Widget) -> int:
    """How wide `pane` is to be: what it was given last, which a held key is ahead of on the screen."""
    width = pane.styles.inline.width
    return pane.outer_size.width if width is None or width.cells is None else width.cells


def _set_width(pane: Widget, cells: int) -> None:
    """Make `pane` that wide; 0 leaves it to the style sheet."""
    width = pane.styles.inline.width
    if cells and (width is None or width.cells != cells):
        pane.styles.width = cells
    elif not cells and pane.styles.clear_rule("width"):
        pane.refresh(layout=True)
