"""The plan as a file: open, save, and what is kept about a plan between two sittings.

All functions take and give values and may be called from a worker thread. A failure is a `PlanError` whose text is
ready to be shown; the file on disk is then as it was. (`errors.ExitCode` says what a command ends with.)

``plan_file``
    ``open_plan(path) -> OpenedPlan``: raises PlanError (`exit_code` FILE; one line ``FILE:LINE:COLUMN: PLACE: what``
    for each thing that is wrong). A file of a newer format opens with `is_read_only`.
    ``look_up(path) -> Found`` asks the disk, ``open_found(found) -> OpenedPlan`` does the rest: for who must not wait.
    ``new_plan(path, plan=EMPTY) -> OpenedPlan``: for a file that does not exist yet; nothing is written. Raises
    PlanError where something is there already. ``new_plan_from(path, text) -> OpenedPlan``: the same with the text of
    a sample, whose comments stay.
    ``save_plan(opened, plan) -> OpenedPlan``: raises `FileChanged` (a PlanError) where the file is not the one that
    was opened or last saved, and PlanError where it can't be written. The founder then chooses:
    ``keep_mine(opened, plan) -> OpenedPlan`` (theirs goes to a backup), ``take_theirs(opened) -> OpenedPlan``,
    ``save_copy(opened, plan, path=None) -> OpenedPlan`` (beside the file, under a free name; the copy is open then).
    ``has_changed(opened) -> bool``: whether somebody else has changed the file; cheap, for a timer or on focus.
    ``open_if_changed(opened) -> OpenedPlan | None``: what somebody else has made of the file, None where nobody has.
    ``save_to(opened, plan, path) -> OpenedPlan``: to another file, over whatever is there.
    ``edited_plan(opened, content)``, ``save_edited(opened, content) -> OpenedPlan``: the whole file as a person has
    edited it, byte for byte, if it is a plan. ``lent_text.lent(content, name, ending)``: a private file meanwhile.
    ``OpenedPlan`` (frozen): `path`, `plan` (as last opened or saved), `notices` (tuple of str), `is_read_only`,
    `is_new` (not on disk yet), `key` (names what is kept about the plan); the rest is this room's own.

``toml_text``
    ``create(plan, *, with_schema=False) -> str``, ``amend(text, before, after) -> str``.

``samples``
    ``sample_names() -> tuple[str, ...]``, ``sample_text(name) -> str``, ``read_sample(name) -> Plan``.

``journal``
    ``Journal(opened)``: keeps each edit (``record``) and each text that stands in a field (``type``) on the disk until
    ``saved(opened)`` says that the plan is there; ``sync``, ``close``. Never raises; `trouble` says what is wrong.

``left_behind``, ``replaying``
    ``left_behind(path)``, ``left_behind_of(key) -> list[LeftBehind]``: what other processes did not save, the latest
    first;
    ``replay(content) -> Replayed``, ``brought_into(replayed, plan) -> Edit | None``.

``bookmarks``
    ``read_bookmark(key) -> Bookmark | None``, ``keep_bookmark(key, bookmark) -> None``, ``forget_bookmark(key)``.
    ``Bookmark`` (frozen): `place` (the place or question one stands at), `is_interview`, `view`, `folds`, widths.

``open_elsewhere``
    ``OpenMark(key)``: `is_open_elsewhere` tells whether another program has the plan open; gone with the process.

``recent``
    ``recent_plans() -> tuple[Path, ...]`` (last opened first), ``remember_plan(path) -> None``, ``remembered_plans()``
    asks no disk.

``control_characters``
    ``without_control_characters(text)`` for what is typed or pasted, ``shown(text)`` for paths in sentences.

``backups``
    ``backups_of(path) -> tuple[Path, ...]`` (oldest first). Kept by `plan_file` by itself: before the first change of a
    file that something else wrote, before a new format, one a day. ``without_backups(opened)`` for a copy to look at.

``configuration``, ``configuration_file``
    ``read_configuration() -> Configuration``: the founder's own file of settings; never raises, never writes.

``preferences``
    ``read_preferences() -> Preferences``, ``keep_preferences(theme=...)``: what was chosen in the interface.

``state_folder``, ``fault_log``
    ``state_folder() -> Path``, ``write_fault(error) -> Path``.

The state folder is platformdirs' `user_state_path("mvo-tui")`; the environment variable MVO_TUI_STATE_DIR redirects it.
"""
