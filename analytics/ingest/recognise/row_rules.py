"""What is special about the rows of a sheet: some do not count, some belong together, some give further rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analytics.ingest.recognise.derive import Names, present
from analytics.ingest.recognise.header_text import normalise, without_unit
from analytics.ingest.recognise.known import RowSet, SheetType, Tool

# What of a rule is about the headers of a file, and settled when they are known.
OF_HEADERS = ("headers", "beside_headers", "unless_headers", "of_line", "of_payments")


@dataclass(frozen=True)
class Rows:
    """How the rows of an export belong together; land follows it before it reads any cell.

    fill_within : (key header, headers): rows that follow one another with the same key share these cells; an empty one
                  takes the last filled one (Shopify tells an order on the first of its lines only).
    once_per    : (key headers, canonical columns): these columns count on the first of the rows that agree in all the
                  key headers, 0 on the others; a row without the first key counts.
    group_index : column of a heading that stands alone on its row and holds for the rows below; "Total for X" ends it.
    group_column: canonical column that the heading gives.
    filled_below: header of a name that stands on the first row of its group only, and again in the total that ends it.
    dittos      : headers of columns in which a ditto mark stands for the cell above; land finds them in its sample.
    ditto_words : those of them in which a word ("ditto") does so too.
    footers     : a row whose first filled cell begins so (in lower case) is no data.
    """

    fill_within: tuple[str, tuple[str, ...]] | None = None
    once_per: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    group_index: int | None = None
    group_column: str | None = None
    filled_below: str | None = None
    dittos: tuple[str, ...] = ()
    ditto_words: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResolvedSetAside:
    """Rows to leave out: the cell under `header`, trimmed and in lower case, is in `values`; () means filled.

    beside, unless_given_back, pays_off : as in known.SetAside; land asks every row of the file whether they hold.
    beside_header : where one of `beside` has to stand.
    below_zero : only where the amount of the row is.
    charged, not_charged, silent, counts, known : as in known.SetAside.
    """

    header: str
    values: tuple[str, ...]
    code: str
    reason: str
    beside: tuple[str, ...] = ()
    beside_header: str = ""
    unless_given_back: bool = False
    below_zero: bool = False
    pays_off: bool = False
    charged: str = ""
    not_charged: str = ""
    silent: str = ""
    counts: bool = False
    known: tuple[str, ...] = ()

    @property
    def is_conditional(self) -> bool:
        return bool(self.beside) or self.unless_given_back or self.pays_off


@dataclass(frozen=True)
class ResolvedRowSet:
    """One more row of `table` for each row of the file in which every header of `needs` is filled."""

    table: str
    values: dict
    needs: tuple[str, ...]


def rows_of(tool: Tool | None, names: Names, once_per: tuple[tuple[str, ...], tuple[str, ...]] | None = None) -> Rows:
    """The row rules of the export with the headers of this file; a rule whose key is not in the file does not hold."""
    if tool is None:
        return Rows(once_per=once_per)
    told = tool.rows
    fill, once, group = told.get("fill_within"), told.get("once_per"), told.get("group")
    key = names.find(fill["key"]) if fill else None
    once_key = names.find(once["key"]) if once else None
    index = names.headers.index("") if group and "" in names.headers else None
    return Rows(
        fill_within=(key, tuple(present(fill["headers"], names))) if key else None,
        once_per=((once_key,), tuple(once["columns"])) if once_key else None,
        group_index=index,
        group_column=group["column"] if index is not None else None,
        footers=tool.footers,
    )


def set_aside(
    kind: SheetType, names: Names, derived: Mapping[str, object], rows: Rows = Rows()
) -> tuple[ResolvedSetAside, ...]:
    """The rules whose header the file has. derived : canonical column -> expression."""
    counted, of_payments = takes_off_given_back(derived), lists_payments(kind, names)
    found = [
        (rule, header, beside)
        for rule in kind.set_aside
        for header in map(names.find, rule.headers)
        for beside in (map(names.find, rule.beside_headers) if rule.beside_headers else [header])
        if header is not None
        and beside is not None
        and not (rule.unless_given_back and counted)
        and not (rule.of_line and rows.once_per is not None)
        and not (rule.of_payments and not of_payments)
        and not any(map(names.find, rule.unless_headers))
    ]
    once = {(rule.code, rule.values, header, beside): (rule, header, beside) for rule, header, beside in found}.values()
    return tuple(
        ResolvedSetAside(
            header,
            beside_header=beside,
            **{name: told for name, told in vars(rule).items() if name not in OF_HEADERS},
        )
        for rule, header, beside in once
    )


def lists_payments(kind: SheetType, names: Names) -> bool:
    """What a payment service kept and what it left stand in columns of their own."""
    return all(any(map(names.find, kind.after_fees.get(told, ()))) for told in ("fees", "nets"))


def takes_off_given_back(derived: Mapping[str, object]) -> bool:
    """What was given back is taken off the amount already."""
    told = derived.get("revenue_amount")
    return isinstance(told, dict) and bool("less_given_back" in told or told.get("subtract"))


def row_sets(kind: SheetType, matched: Mapping[str, object], headers: tuple[str, ...]) -> tuple[ResolvedRowSet, ...]:
    """One entry per header that fits a rule; matched: canonical column -> expression already found."""
    ignored = set(map(normalise, kind.tool.ignores)) if kind.tool else set()
    usable = tuple(header for header in headers if normalise(header) not in ignored)
    found = []
    for rule in kind.row_sets:
        if any(column in matched for column in rule.unless):
            continue
        for place, (header, captured) in enumerate(captures(rule, usable)):
            told = rule.values | (rule.once if place == 0 else {})
            values = {column: filled(value, header, captured, matched) for column, value in told.items()}
            kept = {column: value for column, value in values.items() if value is not None}
            found.append(ResolvedRowSet(rule.table, kept, (header,)))
    return tuple(found)


def captures(rule: RowSet, headers: tuple[str, ...]) -> list[tuple[str, str]]:
    """(header, what it stands for) for every header that fits the rule."""
    named = {normalise(name): meaning for meaning, accepted in rule.named.items() for name in accepted}
    by_name = [(header, named.get(without_unit(header)) or named.get(normalise(header))) for header in headers]
    pattern = re.compile(rule.pattern, re.IGNORECASE) if rule.pattern else None
    by_pattern = [(header, pattern.fullmatch(header.strip())) for header in headers] if pattern else []
    return [pair for pair in by_name if pair[1]] + [(header, hit[rule.capture]) for header, hit in by_pattern if hit]


def filled(value: dict, header: str, captured: str, matched: Mapping[str, object]) -> object | None:
    if "captured" in value:
        return {"constant": captured}
    return header if "cell" in value else matched.get(value["column"]) if "column" in value else value
