"""Marks in cells that the owner should know of: several currencies, CR and DR, parts of a cent, ids cut short."""

import duckdb

from analytics.ingest.clean.format import COMMA, PLAIN, Format
from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import literal, quote
from analytics.ingest.receipt import Warned
from analytics.ingest.recognise.header_text import normalise

CURRENCY = frozenset(
    ["currency", "currencies", "wahrung", "waehrung", "devise", "moneda", "divisa", "valuta", "munt", "munteenheid"]
)
# Amounts and codes of the one currency that a tool converts everything to.
CONVERTED = frozenset(["converted", "company", "account", "base", "home", "settlement"])
LISTED = 6
CODE_OF = {
    "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₺": "TRY", "KČ": "CZK", "ZŁ": "PLN", "US$": "USD", "CA$": "CAD",
    "C$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "MX$": "MXN", "R$": "BRL",
}  # fmt: skip
DOLLARS = frozenset(["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"])


def money_marks(connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan, chosen: Chosen) -> list[Warned]:
    """Currencies that differ within the file, CR and DR, and amounts finer than a cent."""
    leaves = {leaf.index: leaf for leaf in plan.leaves if leaf.kind in ("money", "part")}
    found = []
    for leaf in leaves.values():
        found += _marks(connection, _rows(source, leaf, chosen), leaf, chosen.formats[leaf])
    return found + currency_columns(connection, source, plan, list(leaves.values()))


def _rows(source: Source, leaf: Leaf, chosen: Chosen) -> str:
    """Where to look: every row, except where the column is read as plain numbers, in which no mark can stand."""
    return source.sample if chosen.formats[leaf].expression == PLAIN.expression else source.rows


def _marks(connection: duckdb.DuckDBPyConnection, rows: str, leaf: Leaf, chosen: Format) -> list[Warned]:
    cell = leaf.cell
    currencies, credit, fine = connection.execute(
        f"select list(distinct currency_of({cell})) filter (currency_of({cell}) <> ''), "
        f"count(*) filter (regexp_matches({cell}, '(?i)[0-9]\\s*(CR|DR)\\.?\\s*$')), "
        f"count(*) filter (regexp_matches({cell}, '^[^,]*[.][0-9]{{3,}}$') and try_cast({cell} as "
        f"decimal(38,6)) <> try_cast({cell} as decimal(38,2))) "
        f"from {quote(rows)}"
    ).fetchone()
    found = []
    if len(_apart(currencies or [])) > 1:
        found.append(_mixed(leaf.header, "holds amounts in", sorted(currencies)))
    if credit:
        told = f"'{leaf.header}' marks amounts with CR and DR; CR was read as negative, DR as positive."
        found.append(Warned("credit_marks", told))
    # With a decimal comma the point sets thousands apart.
    if fine and leaf.kind == "money" and chosen.code != COMMA.code:
        told = f"'{leaf.header}' holds amounts with more than two decimals; each was rounded to the cent."
        found.append(Warned("rounded", told))
    return found


def _apart(currencies: list[str]) -> set[str]:
    """The currencies that the marks stand for; a bare $ is the dollar of the only other mark that is one."""
    codes = {CODE_OF.get(mark, mark) for mark in currencies}
    dollars = {code for code in codes if code in DOLLARS}
    return codes - {"$"} if len(dollars) == 1 else codes


def _mixed(header: str, says: str, currencies: list[str]) -> Warned:
    more = f" and {len(currencies) - LISTED} more" if len(currencies) > LISTED else ""
    names = ", ".join(currencies[:LISTED]) + more
    return Warned(
        "mixed_currencies",
        f"'{header}' {says} {names}; the amounts were taken as they stand, nothing was converted.",
    )


def currency_columns(
    connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan, amounts: list[Leaf]
) -> list[Warned]:
    """A warning for each column of currency codes beside the amounts that names more than one, in any row."""
    is_converted = any(CONVERTED & set(normalise(leaf.header).split()) for leaf in amounts)
    found = []
    for place, header in enumerate(plan.headers):
        words = set(normalise(header).split())
        if not amounts or not words & CURRENCY or bool(words & CONVERTED) != is_converted:
            continue
        codes = connection.execute(
            f"select distinct upper(trim(c{place + 1})) as code from {quote(source.rows)} "
            f"where regexp_full_match(upper(trim(c{place + 1})), '[A-Z]{{3}}|.?[$€£¥₹]') order by 1"
        ).fetchall()
        if len(codes) > 1:
            found.append(_mixed(header, "names", [code for (code,) in codes]))
    return found


def short_ids(connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan) -> list[Warned]:
    """Ids that a spreadsheet program has cut: 1.23E+11 was a longer number once."""
    leaves = list({leaf.index: leaf for leaf in plan.leaves if leaf.kind in ("id", "phone")}.values())
    if not leaves:
        return []
    cut = ", ".join(
        f"min({leaf.cell}) filter (regexp_matches({leaf.cell}, {literal('^[0-9](?:[.,][0-9]+)?E[+][0-9]+$')}))"
        for leaf in leaves
    )
    examples = connection.execute(f"select {cut} from {quote(source.sample)}").fetchone()
    return [_cut_short(leaf, example) for leaf, example in zip(leaves, examples, strict=True) if example]


def _cut_short(leaf: Leaf, example: str) -> Warned:
    return Warned(
        "scientific_ids",
        f"'{leaf.header}' holds '{example}': a spreadsheet program shortened a long number. It "
        f"was kept as it stands; export the column as text.",
    )
