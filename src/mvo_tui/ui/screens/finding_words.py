"""Finding words in a view: the search itself, and going on from match to match afterwards."""

from typing import TYPE_CHECKING

from mvo_tui.ui.commands import spoken_key_of
from mvo_tui.ui.screens.visiting import Visiting

if TYPE_CHECKING:
    from mvo_tui.searching.search import Match, Search


class FindingWords(Visiting, is_part=True):
    """A view in which one looks for words. What was looked for last is remembered by the holder, for all views."""

    def action_find(self) -> None:
        """Look through all texts of the plan."""
        from mvo_tui.ui.screens.find import FindScreen

        if not isinstance(self.app.screen, FindScreen):
            self.app.push_screen(FindScreen(self._last_search(), self.report), self._go_to_found)

    def _last_search(self) -> "Search":
        from mvo_tui.searching.search import Search

        return self.holder.search or Search()

    def _go_to_found(self, search: "Search | None") -> None:
        if search is not None:
            self._go_to_match(search, search.matches[search.number - 1])

    def action_next_match(self) -> None:
        self._go_on(1)

    def action_match_before(self) -> None:
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        """Go to the next match in the plan of now, round and round; an open field is entered first."""
        if self.is_asking:
            self._editor().enter()
            return
        search = self._last_search().again(self._session.plan)
        match = search.beside(step)
        if match is not None:
            self._go_to_match(search.gone_to(match), match)
        elif search.text:
            self.status_line.show_text(f'Nothing in this plan says "{search.text}" any more.')
        else:
            self.status_line.show_text(f"Nothing was looked for yet. {spoken_key_of('find')}: find.")

    def _go_to_match(self, search: "Search", match: "Match") -> None:
        self.holder.search = search
        self.visit(match.place)
        self.status_line.show_text(
            f"{search.number} of {search.total}   {match.where}   {spoken_key_of('next_match')}: the next"
        )
