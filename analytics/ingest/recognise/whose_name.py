"""Names beside a customer's number that are somebody else's: who pays for a patient, who looks after many customers."""

from collections import defaultdict

from analytics.ingest.recognise.assignment import assign
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.told_amount import filled

# The name that goes with the number of a customer.
NAMED = {"orders": "customer_name", "customers": "name"}
# Whom a customer talks to, or who talks for the customer: the header alone does not tell.
EITHER_SIDE = frozenset(
    [
        *("contact", "contact person", "contact name", "account manager", "kontakt", "kontaktname", "kontaktperson"),
        *("ansprechpartner", "ansprechpartnerin", "betreuer", "betreuerin", "interlocuteur", "contacto"),
        *("persona de contacto", "contactpersoon", "persona di contatto", "osoba kontaktowa"),
    ]
)
# Staff look after many: so many numbers to a name, of so many at least.
FEWEST_NUMBERS, NUMBERS_TO_A_NAME = 10, 3
# So many of the numbers have names of their own where the names are theirs.
OWN_NAMES = 0.7
# So many of the pairs of number and name have a name of their own where some customers are spelled in two ways.
NOBODY_ELSE = 0.9


def assigned(sheet: Sheet, kind: SheetType, found: list[Edge], wanted: frozenset[str]) -> dict[int, Edge]:
    """One column to a header and one header to a column; names that are not those of the customers are left out."""
    chosen = assign(found, wanted)
    other = None if kind.tool else name_of_another(sheet, kind, found, chosen)
    if other is None:
        return chosen
    return assign([edge for edge in found if not (edge.header_index == other and edge.column.kind == "name")], wanted)


def name_of_another(sheet: Sheet, kind: SheetType, found: list[Edge], chosen: dict[int, Edge]) -> int | None:
    """The place of the chosen names, where the numbers beside them tell that they are no customers'."""
    place = {edge.column.name: index for index, edge in chosen.items()}
    number, name = place.get("customer_id"), place.get(NAMED.get(kind.name, ""))
    if number is None or name is None:
        return None
    if normalise(sheet.headers[name]) in EITHER_SIDE and are_staff(sheet, number, name):
        return name
    free = {edge.header_index for edge in found if edge.column == chosen[name].column} - chosen.keys()
    named = names_of(sheet, number, name)
    if are_own(named) or are_spelled_again(named):
        return None
    return name if any(are_own(names_of(sheet, number, other)) for other in free) else None


def are_staff(sheet: Sheet, number: int, name: int) -> bool:
    """Few names, each beside many numbers."""
    rows = filled(sheet.sample, (number, name))
    numbers, names = {row[number] for row in rows}, {row[name] for row in rows}
    return len(numbers) >= FEWEST_NUMBERS and NUMBERS_TO_A_NAME * len(names) <= len(numbers)


def names_of(sheet: Sheet, number: int, name: int) -> list[set[str]]:
    """The names beside each number."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in filled(sheet.sample, (number, name)):
        names[row[number]].add(row[name].strip().casefold())
    return list(names.values())


def are_own(names: list[set[str]]) -> bool:
    """No number has two names, and nearly all names are those of one number."""
    return bool(names) and all(len(each) == 1 for each in names) and len(set().union(*names)) >= OWN_NAMES * len(names)


def are_spelled_again(names: list[set[str]]) -> bool:
    """Most numbers have one name, some have two, and hardly any name goes with two numbers."""
    are_one = [len(each) == 1 for each in names]
    return sum(are_one) >= OWN_NAMES * len(names) and len(set().union(*names)) >= NOBODY_ELSE * sum(map(len, names))
