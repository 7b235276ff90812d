"""Columns that no single header holds: names put together, sums, the first of several.

An *expression* over the headers of the file, ready for land:

"Header"                          the cell (first column of that header)
["A", "B"]                        the filled cells, a space between
{"first_of": [e, e]}              the first that is filled. With "beside": [name] nothing without one of them
{"constant": "ads"}               that text
{"add": [e], "subtract": [e]}     amounts; an empty part counts nothing, all of `add` empty is unknown
{"multiply": [e, e]}              amounts; empty or unreadable makes the product unknown. With "unless": [name] nothing
                                  where the file has such a header
{"less_given_back": [e, f]}       amount e less what came back of it, whatever its sign
{"less_discount": [e, f]}          amount e less the discount f, whatever its sign
{"less_taxes": [e, f]}             amount e, also one below zero, without the tax f that it holds
{"less_percent": [e, e]}          first less second per cent; an empty second is 0
{"after": [e, "1 month"]}         a day that much later
{"is_one_of": [e, ["won"]]}       true or false by the cell in lower case; unknown when it is empty
{"negative_when": [e, f, [..]]}   amount e, below zero when the cell f is one of the values
{"only_when": [e, f, ["lost"]]}   e where the cell f is one of the values, else unknown
{"true_but_not": [e, f]}          true when e is true and f is not
{"first_part": [e, ";"]}          what stands before the first such mark
{"day_and_time": [e, f]}          the day e at the time of day f; midnight when f is empty
{"day_of": [y, m, d]}             the day of a year, a month and a day; nothing unless the file has all three
{"prefixed": ["person ", e]}      e with that text before it; unknown when e is empty

In the TOML files a name of `parts` or an accepted header stands where the header of the file comes in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from analytics.ingest.recognise.header_text import normalise, without_unit


@dataclass(frozen=True)
class Names:
    """The headers of a file by what they may be called, and the parts that a TOML file names."""

    headers: tuple[str, ...]
    parts: Mapping[str, list[str]]

    def find(self, wanted: str) -> str | None:
        """The file's header for a part or an accepted header; None when the file has none."""
        known = self.by_text
        accepted = self.parts.get(wanted, [wanted])
        return next((known[normalise(name)] for name in accepted if normalise(name) in known), None)

    @cached_property
    def by_text(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for header in self.headers:
            known.setdefault(normalise(header), header)
        for header in self.headers:
            known.setdefault(without_unit(header), header)
        return known


def resolve(expression: object, names: Names) -> object | None:
    """The expression with the file's own headers in it; None when nothing of it is in the file."""
    if isinstance(expression, str):
        return names.find(expression)
    if isinstance(expression, list):
        found = present(expression, names)
        return found[0] if len(found) == 1 else found or None
    key = next(key for key in expression if key != "subtract" or len(expression) == 1)
    return RESOLVERS[key](expression, names)


def present(expressions: list, names: Names) -> list:
    """The expressions that the file has, each once: two names may lead to one header."""
    found: list = []
    for each in expressions:
        one = resolve(each, names)
        if one is not None and one not in found:
            found.append(one)
    return found


def resolve_first_of(expression: dict, names: Names) -> object | None:
    if "beside" in expression and not any(map(names.find, expression["beside"])):
        return None
    found = present(expression["first_of"], names)
    return found[0] if len(found) == 1 else {"first_of": found} if found else None


def resolve_constant(expression: dict, names: Names) -> dict:
    return expression


def resolve_add(expression: dict, names: Names) -> object | None:
    add, subtract = present(expression["add"], names), present(expression.get("subtract", []), names)
    if not add:
        return None
    return add[0] if len(add) == 1 and not subtract else {"add": add, "subtract": subtract}


def resolve_multiply(expression: dict, names: Names) -> dict | None:
    if present(expression.get("unless", []), names):
        return None
    found = present(expression["multiply"], names)
    return {"multiply": found} if len(found) == len(expression["multiply"]) else None


def resolve_first_argument(expression: dict, names: Names) -> object | None:
    """For forms whose first argument is an expression and whose rest is data."""
    ((key, (first, *rest)),) = expression.items()
    found = resolve(first, names)
    return None if found is None else {key: [found, *rest]}


def resolve_two_arguments(expression: dict, names: Names) -> object | None:
    """For forms that fall back to their first argument when the file lacks the second."""
    ((key, (first, second, *rest)),) = expression.items()
    one, other = resolve(first, names), resolve(second, names)
    return one if one is None or other is None else {key: [one, other, *rest]}


def resolve_both_arguments(expression: dict, names: Names) -> dict | None:
    """For forms that say nothing unless the file has both."""
    ((key, (first, second, *rest)),) = expression.items()
    one, other = resolve(first, names), resolve(second, names)
    return None if one is None or other is None else {key: [one, other, *rest]}


def resolve_day_of(expression: dict, names: Names) -> dict | None:
    found = present(expression["day_of"], names)
    return {"day_of": found} if len(found) == len(expression["day_of"]) else None


def resolve_prefixed(expression: dict, names: Names) -> dict | None:
    text, wanted = expression["prefixed"]
    found = resolve(wanted, names)
    return None if found is None else {"prefixed": [text, found]}


RESOLVERS = {
    "first_of": resolve_first_of,
    "constant": resolve_constant,
    "add": resolve_add,
    "multiply": resolve_multiply,
    "less_percent": resolve_two_arguments,
    "negative_when": resolve_two_arguments,
    "after": resolve_first_argument,
    "is_one_of": resolve_first_argument,
    "first_part": resolve_first_argument,
    "only_when": resolve_both_arguments,
    "day_and_time": resolve_two_arguments,
    "true_but_not": resolve_both_arguments,
    "day_of": resolve_day_of,
    "prefixed": resolve_prefixed,
}


def headers_in(expression: object) -> list[str]:
    """The headers of the file whose cells become the value, in order; those that are only conditions left out."""
    if isinstance(expression, str):
        return [expression]
    if isinstance(expression, list):
        return [header for each in expression for header in headers_in(each)]
    ((key, arguments), *more) = expression.items()
    read = {"constant": 0, "is_one_of": 1, "after": 1, "first_part": 1, "negative_when": 1, "only_when": 1}.get(key)
    told = arguments[1:] if key == "prefixed" else arguments if read is None else list(arguments)[:read]
    return headers_in(list(told)) + [header for _, each in more for header in headers_in(each)]
