"""What people decide and what it changes: a new version with it, or neither."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from analytics.workspace.choices import Rows, checked, complete, shipped
from analytics.workspace.decisions import Decision, as_entry
from analytics.workspace.records import Chosen, Entry, Said
from analytics.workspace.workspace import Workspace

Progress = Callable[[str], None] | None


def in_use(workspace: Workspace, table: str) -> Rows:
    """The rows of a table of business choices that count now, as text: the owner's, else those shipped."""
    own = [each.rows for each in workspace.chosen() if each.table_name == table][-1:]
    return complete(table, own[0]) if own and own[0] is not None else shipped(table)


def choose(workspace: Workspace, chosen: Chosen, progress: Progress = None) -> None:
    """Use an owner's table of business choices from now on; a version with it is published where one stands.

    Raises
    ------
    ChoiceError     a cell of it cannot be used.
    WorkspaceError  the workspace cannot be written to.
    """
    if chosen.rows is not None:
        chosen = replace(chosen, rows=checked(chosen.table_name, chosen.rows))
    with workspace.writing(progress=progress) as loader:
        loader.follow(Said(chosen=chosen), "choice")


def decide(
    workspace: Workspace, decisions: Sequence[Decision], who: tuple[str, datetime], progress: Progress = None
) -> None:
    """Follow what somebody says about who is whom, in this version and every later one.

    who : name of the one who says so, and when (UTC).

    Raises
    ------
    WorkspaceError  the workspace cannot be written to; nothing was decided.
    """
    said = Said(written=tuple(as_entry(each, *who) for each in decisions))
    with workspace.writing(progress=progress) as loader:
        loader.follow(said, "match")


def take_back(
    workspace: Workspace, entries: Sequence[Entry], who: tuple[str, datetime], progress: Progress = None
) -> None:
    """Match people as if these decisions had not been made.

    Raises
    ------
    WorkspaceError  the workspace cannot be written to; the decisions stand.
    """
    said = Said(undone=tuple(entry.entry_id for entry in entries), who=who)
    with workspace.writing(progress=progress) as loader:
        loader.follow(said, "match")
