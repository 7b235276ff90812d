"""First and last names that stand in two columns: which headers are the parts of one name."""

from collections.abc import Mapping

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.told_amount import filled

PARTS = ("First name", "Last name")
# What a part of a name is not; 'Nombre' is a count in French.
NO_PARTS = frozenset({"name", "customer_name", "quantity"})
# Headers that say no more than that a name stands below: beside the other part they are the part that lacks.
PLAIN_NAMES = frozenset(["name", "naam", "nom", "nombre", "nome", "navn", "namn"])


def with_plain_part(sheet: Sheet, parts: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """The parts, where 'Name' beside 'Nachname' is the first name, and beside 'Vorname' the last.

    A name that holds the other part already is the whole name.
    """
    names = Names(sheet.headers, parts)
    found = {part: names.find(part) for part in PARTS if part in parts}
    lacking = [part for part in found if not found[part]]
    if len(found) < 2 or len(lacking) != 1:
        return parts
    other = next(filter(None, found.values()))
    plain = [header for header in sheet.headers if normalise(header) in PLAIN_NAMES and header != other]
    if not plain or not is_one_part(sheet, plain[0], other):
        return parts
    return {**parts, lacking[0]: [*parts[lacking[0]], plain[0]]}


def is_one_part(sheet: Sheet, plain: str, other: str) -> bool:
    """Its cells are names, and none of them holds that of the other column."""
    places = (sheet.headers.index(plain), sheet.headers.index(other))
    pairs = [(row[places[0]].casefold().split(), row[places[1]].casefold()) for row in filled(sheet.sample, places)]
    is_named = cell_looks.are_names(sheet.cells[places[0]])
    return bool(pairs) and is_named and not any(set(part.split()) <= set(words) for words, part in pairs)


def without_name_parts(found: list[Edge], names: Names) -> list[Edge]:
    """Beside a first and a last name, 'Nom' is the last name and 'Company' the company: neither is the whole name.

    Nor is what is merely written like one: 'Lname' may be a name on a delivery.
    """
    parts = {names.find(part) for part in PARTS if part in names.parts}
    if len(parts - {None}) < 2:
        return found
    companies = {edge.header_index for edge in found if edge.column.name == "company"}
    apart = companies | {index for index, header in enumerate(names.headers) if header in parts}
    named = (edge for edge in found if edge.is_accepted or edge.column.name not in NO_PARTS)
    return [edge for edge in named if edge.column.name not in NO_PARTS or edge.header_index not in apart]
