"""Exports of known tools: which one a sheet is, and the sheet type as that export shows it."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from analytics.ingest.recognise.header_text import normalise, without_unit
from analytics.ingest.recognise.known import FOLDER, Column, SheetType, Tool, row_rules, sheet_type


@cache
def tools() -> tuple[Tool, ...]:
    """Every known export, in alphabetical order of its file."""
    return tuple(read_tool(path) for path in sorted((FOLDER / "tools").glob("*.toml")))


def read_tool(path: Path) -> Tool:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    told["signatures"] = tuple(frozenset(map(normalise, headers)) for headers in told["signatures"])
    for key in ("ignores", "footers"):
        told[key] = tuple(told.get(key, ()))
    return Tool(**(told | row_rules(told)))


def tools_of(headers: Sequence[str], as_type: str | None) -> list[Tool]:
    """The exports that the headers may be, the most particular first; only those of the sheet type when one is said."""
    present = {normalise(header) for header in headers} | {without_unit(header) for header in headers}
    found = [
        (max(len(signature) for signature in tool.signatures if signature <= present), tool)
        for tool in tools()
        if as_type in (None, tool.sheet_type) and any(signature <= present for signature in tool.signatures)
    ]
    return [tool for _, tool in sorted(found, key=lambda pair: (-pair[0], pair[1].name))]


def as_shown_by(tool: Tool) -> SheetType:
    """The sheet type of the export: its own headers first, its derived columns and row rules added."""
    kind = sheet_type(tool.sheet_type)
    own = {normalise(header) for accepted in tool.columns.values() for header in accepted}
    other = own | set(map(normalise, tool.ignores))
    columns = tuple(narrowed(column, tool, other) for column in kind.columns)
    derived = {name: told for name, told in kind.derived.items() if tool.columns.get(name) != []} | tool.derived
    return replace(
        kind,
        columns=columns,
        derived=derived,
        parts=kind.parts | tool.parts,
        set_aside=tool.set_aside + kind.set_aside,
        row_sets=tool.row_sets + kind.row_sets,
        unlike=(),
        never=(),
        given_back=None,
        tool=tool,
    )


def narrowed(column: Column, tool: Tool, other: set[str]) -> Column:
    """The column as the export knows it: its own headers alone, or the usual ones less those used otherwise."""
    if column.name in tool.columns or column.name in tool.derived:
        return replace(column, accepts=tuple(tool.columns.get(column.name, ())), begins=(), is_closed=True)
    return replace(column, accepts=tuple(name for name in column.accepts if normalise(name) not in other))
