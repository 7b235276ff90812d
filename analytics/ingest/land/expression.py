"""Expressions over headers (see derive.py) as SQL over the cells of one row.

A leaf is one cell read in one way: the same header may be text in one expression and an amount in another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analytics.ingest.land.sql import literal, says_one_of

NUMBERS = {
    "money": "decimal(18,2)",
    "number": "decimal(18,3)",
    "count": "decimal(18,3)",
    "score": "decimal(18,3)",
    "part": "decimal(18,4)",
}
DATES = frozenset({"date", "time"})


@dataclass(frozen=True)
class Leaf:
    """One cell as one kind of value.

    index : place of the column in the file, from 0.
    kind  : as in sheet_types, or 'part' for a number inside a sum or product.
    """

    index: int
    header: str
    kind: str

    @property
    def cell(self) -> str:
        return f"c{self.index + 1}"

    @property
    def value(self) -> str:
        """Name of the read value in the landing scan."""
        return f"v{self.index + 1}_{self.kind}"

    @property
    def can_fail(self) -> bool:
        return self.kind in NUMBERS or self.kind in DATES or self.kind == "boolean"


@dataclass(frozen=True)
class Scope:
    """Where the headers of a file stand; the first of several equal ones counts."""

    headers: tuple[str, ...]

    def leaf(self, header: str, kind: str) -> Leaf:
        return Leaf(self.headers.index(header), header, kind)


Compiled = tuple[str, tuple[Leaf, ...]]


def compiled(expression: object, kind: str, scope: Scope) -> Compiled:
    """SQL of the expression as a value of that kind, and the leaves that it reads."""
    if isinstance(expression, Leaf):
        return expression.value, (expression,)
    if isinstance(expression, str):
        leaf = scope.leaf(expression, kind)
        return leaf.value, (leaf,)
    if isinstance(expression, list):
        return _joined(expression, scope)
    key = next(key for key in expression if key in COMPILERS)
    return COMPILERS[key](expression, kind, scope)


def _parts(expressions: list, kind: str, scope: Scope) -> tuple[list[str], tuple[Leaf, ...]]:
    done = [compiled(each, kind, scope) for each in expressions]
    return [text for text, _ in done], tuple(leaf for _, leaves in done for leaf in leaves)


def _joined(expressions: list, scope: Scope) -> Compiled:
    texts, leaves = _parts(expressions, "text", scope)
    return f"nullif(trim(concat_ws(' ', {', '.join(texts)})), '')", leaves


def _first_of(expression: dict, kind: str, scope: Scope) -> Compiled:
    texts, leaves = _parts(expression["first_of"], kind, scope)
    return f"coalesce({', '.join(texts)})", leaves


def _constant(expression: dict, kind: str, scope: Scope) -> Compiled:
    return literal(str(expression["constant"])), ()


def _add(expression: dict, kind: str, scope: Scope) -> Compiled:
    add, one = _parts(expression.get("add", []), "part", scope)
    subtract, other = _parts(expression.get("subtract", []), "part", scope)
    plus = " + ".join(f"coalesce({text}, 0)" for text in add)
    minus = "".join(f" - coalesce({text}, 0)" for text in subtract)
    return f"case when coalesce({', '.join(add)}) is not null then {plus}{minus} end", one + other


def _multiply(expression: dict, kind: str, scope: Scope) -> Compiled:
    texts, leaves = _parts(expression["multiply"], "part", scope)
    return "try(" + " * ".join(texts) + ")", leaves


def _less_percent(expression: dict, kind: str, scope: Scope) -> Compiled:
    (amount, percent), leaves = _parts(expression["less_percent"], "part", scope)
    return f"try({amount} * (100 - coalesce({percent}, 0)) / 100)", leaves


def _less_given_back(expression: dict, kind: str, scope: Scope) -> Compiled:
    (amount, back), leaves = _parts(next(iter(expression.values())), "part", scope)
    return f"({amount} - abs(coalesce({back}, 0)))", leaves


def _less_taxes(expression: dict, kind: str, scope: Scope) -> Compiled:
    (amount, tax), leaves = _parts(expression["less_taxes"], "part", scope)
    return f"({amount} - sign({amount}) * abs(coalesce({tax}, 0)))", leaves


def _after(expression: dict, kind: str, scope: Scope) -> Compiled:
    start, span = expression["after"]
    text, leaves = compiled(start, "time", scope)
    count, unit = span.split()
    return f"({text} + interval {int(count)} {UNITS[unit.rstrip('s')]})", leaves


def _is_one_of(expression: dict, kind: str, scope: Scope) -> Compiled:
    cell, values = expression["is_one_of"]
    text, leaves = compiled(cell, "text", scope)
    return says_one_of(text, values), leaves


def _negative_when(expression: dict, kind: str, scope: Scope) -> Compiled:
    amount, cell, values = expression["negative_when"]
    number, one = compiled(amount, "part", scope)
    text, other = compiled(cell, "text", scope)
    is_negative = says_one_of(text, values)
    return f"case when {is_negative} then -abs({number}) else {number} end", one + other


def _only_when(expression: dict, kind: str, scope: Scope) -> Compiled:
    value, cell, values = expression["only_when"]
    text, one = compiled(value, kind, scope)
    condition, other = compiled(cell, "text", scope)
    holds = says_one_of(condition, values)
    return f"case when {holds} then {text} end", one + other


def _true_but_not(expression: dict, kind: str, scope: Scope) -> Compiled:
    (yes, no), leaves = _parts(expression["true_but_not"], "boolean", scope)
    return f"({yes} and not coalesce({no}, false))", leaves


def _first_part(expression: dict, kind: str, scope: Scope) -> Compiled:
    whole, mark = expression["first_part"]
    text, leaves = compiled(whole, kind, scope)
    return f"nullif(trim(split_part({text}, {literal(mark)}, 1)), '')", leaves


def _prefixed(expression: dict, kind: str, scope: Scope) -> Compiled:
    prefix, rest = expression["prefixed"]
    text, leaves = compiled(rest, kind, scope)
    return f"({literal(prefix)} || {text})", leaves


def _day_and_time(expression: dict, kind: str, scope: Scope) -> Compiled:
    day, clock = expression["day_and_time"]
    start, one = compiled(day, "time", scope)
    text, other = compiled(clock, "text", scope)
    return f"coalesce(cast({start} as date) + try_cast({text} as time), {start})", one + other


def _day_of(expression: dict, kind: str, scope: Scope) -> Compiled:
    texts, leaves = _parts(expression["day_of"], "text", scope)
    return f"day_of_parts({', '.join(texts)})", leaves


UNITS = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
COMPILERS: Mapping[str, Callable[[dict, str, Scope], Compiled]] = {
    "first_of": _first_of,
    "constant": _constant,
    "add": _add,
    "subtract": _add,
    "multiply": _multiply,
    "less_percent": _less_percent,
    "less_given_back": _less_given_back,
    "less_discount": _less_given_back,
    "less_taxes": _less_taxes,
    "after": _after,
    "is_one_of": _is_one_of,
    "negative_when": _negative_when,
    "only_when": _only_when,
    "true_but_not": _true_but_not,
    "first_part": _first_part,
    "prefixed": _prefixed,
    "day_and_time": _day_and_time,
    "day_of": _day_of,
}
