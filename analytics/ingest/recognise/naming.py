"""What a header means by its name: an accepted one, one beside a word of tax, one behind the word for a buyer."""

import re

from analytics.ingest.recognise.header_text import (
    WHOSE,
    forms,
    less_tax_words,
    normalise,
    without_prefix,
    without_small_words,
)
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Edge

# Headers that say nothing by themselves about the kind of sheet.
GENERIC_WORDS = """
id no nr n num number key ref reference name naam nom nombre date datum fecha day tag jour dia dag when time
type tipo art status state statut estado etat title titel description beschreibung value wert valeur valor amount
betrag montant importe bedrag total count note notes nota comment comments category price preis prix precio
prijs quantity qty what who source usd eur gbp chf
"""
GENERIC = frozenset(GENERIC_WORDS.split())
# An amount that names its tax: without tax as its name alone and a little before, with tax behind all of the list.
LESS_TAX, WITH_TAX = 0.004, 97.5
# Who buys, as practices, clubs and schools call them: "Patient-Nr.", "Mitgliedsnr", "N° d'adhérent", "Member code".
BUYERS = """
customer client buyer patient member student pupil donor debtor kunde patientin pat mitglied schueler schuelerin
spender mandant mandantin klient klientin debitor halter tierhalter adherent eleve donateur cliente paciente socio
alumno donante klant lid leerling debiteur
"""
ONE_BUYER = f"(?:{'|'.join(BUYERS.split())})"
# Of more than one it is how many they are: "Number of members".
NUMBER_OF_BUYER = re.compile(
    f"{ONE_BUYER}(?:en|n|s)? ?(?:nr|nummer)|{ONE_BUYER} (?:no|n|num|number|numero|id|code)"
    f"|(?:nr|no|n|num|numero|id|code) (?:de |du |del |d )?{ONE_BUYER}"
)
OF_SOMEBODY = frozenset({"id", "name", "email", "phone"})


def exact_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    best: dict[str, Edge] = {}
    for text, score in forms(header, kind.prefixes):
        for column, rank in kind.by_header.get(text, ()):
            if column.name not in best:
                why = f"'{header}' is an accepted name for {column.name}."
                best[column.name] = Edge(index, column, score - behind(rank), why, text in GENERIC, True)
    return (
        list(best.values())
        or taxed_edges(index, header, kind)
        or whose_edges(index, header, kind)
        or either_edges(index, header, kind)
        or terse_edges(index, header, kind)
        or numbered_edges(index, header, kind)
    )


def behind(rank: int) -> float:
    """What the place in the list of accepted names takes from a score."""
    return min(rank, 400) * 0.005


def whose_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    """'Contact - company' in a list of sales: what tells who bought, behind the word for it."""
    short = without_prefix(header, WHOSE) if kind.given_back else None
    why = f"'{header}' is {{}} of who bought."
    named = [column for column, _ in kind.by_header.get(short or "", ()) if column.kind in OF_SOMEBODY]
    return [Edge(index, column, WITH_TAX, why.format(column.name), False, True) for column in named]


def either_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    """'Kundin/Kunde': two names of one column, either of which would do."""
    names = [normalise(part) for part in header.split("/")]
    if len(names) < 2 or not all(names):
        return []
    known = [{column.name for column, _ in kind.by_header.get(name, ())} for name in names]
    why = f"'{header}' is two accepted names for {{}}."
    both = set.intersection(*known)
    return [
        Edge(index, column, WITH_TAX, why.format(column.name), False, True)
        for column, _ in kind.by_header.get(names[0], ())
        if column.name in both
    ]


def terse_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    """'Fecha entrega' for 'Fecha de entrega': an accepted name without its small words."""
    why = f"'{header}' is an accepted name for {{}}, its small words aside."
    return [
        Edge(index, column, WITH_TAX - behind(rank), why.format(column.name), False, True)
        for column, rank in kind.by_terse_header.get(without_small_words(normalise(header)), ())
    ]


def numbered_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    """'Patient-Nr.': the number of whoever bought; a lead may have one too and is known by its own."""
    named = {column.name: column for column in kind.columns}
    if "customer_id" not in named or "lead_id" in named or not NUMBER_OF_BUYER.fullmatch(normalise(header)):
        return []
    why = f"'{header}' is the number of who bought."
    return [Edge(index, named["customer_id"], WITH_TAX, why, False, True)]


def taxed_edges(index: int, header: str, kind: SheetType) -> list[Edge]:
    """'Fee (ex VAT)': a known name of the amount with a word of tax beside it; first without tax, last with it."""
    told = less_tax_words(header) if kind.given_back else None
    if told is None:
        return []
    amount = kind.column(kind.given_back.column)
    why = f"'{header}' is an accepted name for {amount.name}, {'without' if told[1] else 'with'} tax."
    if told[0] not in amount.ranks:
        return []
    score = 100.0 - behind(amount.ranks[told[0]]) + LESS_TAX if told[1] else WITH_TAX
    return [Edge(index, amount, score, why, False, True)]
