"""The sheet types and tool exports that can be recognised, as written in sheet_types/*.toml.

`sheet_types/<table>.toml` tells, for one canonical table, which headers are accepted for each of its columns (every
language in one list, the best known first). `sheet_types/tools/<tool>.toml` tells what is special about the export of
one tool. Both may hold the same four things about rows, which land carries out without knowing any tool:

derived    canonical column -> expression over headers (see derive.py)
set_aside  rows that must not be counted: the cell under one of `headers` is one of `values`
row_sets   further rows made of one row: one per stage column, one per count column
rows       how order lines and groups are told (tools only)
"""

import tomllib
from functools import cache
from pathlib import Path

from analytics.ingest.recognise.told_types import (
    Column,
    GivenBack,
    MeantOtherwise,
    RowSet,
    SetAside,
    SheetType,
    Tool,
    ranks_of,
)

__all__ = [
    "Column",
    "GivenBack",
    "RowSet",
    "SetAside",
    "SheetType",
    "Tool",
    "ranks_of",
    "row_rules",
    "sheet_type",
    "sheet_types",
]

FOLDER = Path(__file__).parents[1] / "sheet_types"


@cache
def sheet_types() -> dict[str, SheetType]:
    """Every sheet type by name, in alphabetical order."""
    return {path.stem: read_type(path) for path in sorted(FOLDER.glob("*.toml"))}


def sheet_type(name: str) -> SheetType:
    """The sheet type of that name; KeyError when there is none."""
    return sheet_types()[name]


def read_type(path: Path) -> SheetType:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    told["columns"] = tuple(
        Column(
            name, column["kind"], tuple(column["accepts"]), column.get("weight", 1.0), tuple(column.get("begins", ()))
        )
        for name, column in told["columns"].items()
    )
    for key in (
        "required",
        "made",
        "alike",
        "never",
        "whose",
        "unlike",
        "won_words",
        "lost_words",
        "done_words",
        "undone_words",
        "own_names",
        "days_of_offers",
        "marks_of_sale",
    ):
        told[key] = tuple(told.get(key, ()))
    back = told.pop("given_back", None)
    told["given_back"] = back and GivenBack(
        back["column"], *(tuple(back[key]) for key in ("headers", "or_number", "without_it"))
    )
    for key in ("one_of", "telling"):
        told[key] = tuple(tuple(group) for group in told.get(key, ()))
    told["meant_otherwise"] = tuple(
        MeantOtherwise(
            tuple(each["headers"]), tuple(each["beside"]), each.get("column", ""), tuple(each.get("unless_of_one", ()))
        )
        for each in told.get("meant_otherwise", ())
    )
    for key in ("prefixes", "file_words", "numbered"):
        told[key] = frozenset(told.get(key, ()))
    return SheetType(name=path.stem, **(told | row_rules(told)))


def any_of_languages(told: dict) -> str:
    """One pattern for those of all languages; they may stand anywhere behind those of `begins`, where it has any."""
    begins = "|".join(told.get("begins", ()))
    patterns = "|".join(each for language, found in told.items() if language != "begins" for each in found)
    return f"^(?:{begins}).*(?:{patterns})" if begins else patterns


def row_rules(told: dict) -> dict:
    """The set_aside and row_sets of a file as dataclasses."""
    set_aside = tuple(
        SetAside(
            **rule
            | {
                key: tuple(rule.get(key, ()))
                for key in ("headers", "values", "beside", "beside_headers", "unless_headers", "known")
            }
            | {key: any_of_languages(rule.get(key, {})) for key in ("charged", "not_charged", "silent")}
        )
        for rule in told.get("set_aside", ())
    )
    row_sets = tuple(RowSet(**(rule | {"unless": tuple(rule.get("unless", ()))})) for rule in told.get("row_sets", ()))
    return {"set_aside": set_aside, "row_sets": row_sets}
