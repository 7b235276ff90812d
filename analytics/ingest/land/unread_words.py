"""Columns of a few words beside sales of which nothing was made: one of them may say that a row is no sale."""

import duckdb

from analytics.ingest.land.sql import quote
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned
from analytics.ingest.recognise.header_text import normalise

# A status has a few words, each of them often; a size or a branch has, too, so the owner decides.
MOST_WORDS, ROWS_OF_ONE, LONGEST = 6, 3, 24
NAMED = 3
# Words of headers of what was sold, to whom, where and how: such a column says nothing of whether it was sold.
OTHER_WORDS = """
size sizes colour color colours material flavour flavor category brand gift wrap wrapping unit model species breed
breeds sex gender language country region city continent branch store shop location site till register terminal
warehouse method channel medium source device browser carrier courier currency contact person payer insurer insurance
interval period frequency weekday department team industry segment newsletter marketing subscription room table
teacher tutor coach instructor trainer therapist stylist technician driver doctor lehrer lehrerin trainerin therapeut
plan tier sku tender card recurring customer client kunde cliente klant paid bezahlt paye pagado betaald
groesse grosse farbe kategorie marke geschenk geschenkverpackung einheit tierart tierarten rasse geschlecht sprache
land region ort stadt filiale laden standort kasse lager zahlungsart zahlungsweise zahlart zahlungsmethode versandart
versandmethode kanal quelle waehrung wahrung kontakt kontaktperson ansprechpartner ansprechpartnerin kostentraeger
krankenkasse versicherung intervall zeitraum wochentag abteilung branche zimmer tisch
taille couleur matiere categorie marque cadeau unite espece race sexe langue pays ville magasin boutique caisse mode
moyen canal devise interlocuteur assurance mutuelle periode periodicite jour secteur chambre
talla tamano categoria marca regalo unidad especie raza sexo idioma pais ciudad tienda sucursal caja metodo forma
moneda divisa contacto seguro periodo sector habitacion mesa
maat kleur categorie merk cadeau eenheid diersoort ras geslacht taal stad winkel vestiging filiaal kassa magazijn
betaalwijze betaalmethode betaalmiddel verzendmethode verzendwijze kanaal bron valuta contactpersoon verzekeraar
verzekering afdeling kamer tafel
"""
OF_SOMETHING_ELSE = frozenset(OTHER_WORDS.split())


def unread_words(connection: duckdb.DuckDBPyConnection, sheet, own: Written, ignored: tuple[str, ...]) -> list[Warned]:
    """One warning that names such columns with their words; ignored : headers of which nothing was made."""
    if own.table != "orders" or not own.rows_used:
        return []
    headers = list(sheet.plan.headers)
    asked = [header for header in ignored if OF_SOMETHING_ELSE.isdisjoint(normalise(header).split())]
    places = [headers.index(header) for header in asked if headers.count(header) == 1]
    found = ((headers[place], _words(connection, sheet.source, place)) for place in places)
    told = [_shown(header, words, sheet.source.is_whole) for header, words in found if _are_of_a_status(words)]
    if not told:
        return []
    more = f" and {len(told) - NAMED} more" if len(told) > NAMED else ""
    sentence = f"No row was left out for what these columns say: {'; '.join(told[:NAMED])}{more}."
    return [Warned("unread_words", f"{sentence} If some are no sales, delete their rows and upload the file again.")]


def _words(connection: duckdb.DuckDBPyConnection, source, place: int) -> list[tuple[str, int]]:
    """(word, rows) of a column in the sample, most rows first; one more than a status has where there are so many."""
    cell = f"trim(c{place + 1})"
    return connection.execute(
        f"select min({cell}), count(*) from {quote(source.sample)} where {cell} <> '' group by lower({cell}) "
        f"order by 2 desc, 1 limit {MOST_WORDS + 1}"
    ).fetchall()


def _are_of_a_status(words: list[tuple[str, int]]) -> bool:
    are_few = 2 <= len(words) <= MOST_WORDS and sum(rows for _, rows in words) >= ROWS_OF_ONE * len(words)
    return are_few and all(len(word) <= LONGEST and not any(map(str.isdigit, word)) for word, _ in words)


def _shown(header: str, words: list[tuple[str, int]], is_whole: bool) -> str:
    """'Zustand' (done in 40 rows, open in 12)."""
    named = [f"'{word}'" + (f" {rows:,} times" if is_whole else "") for word, rows in words]
    return f"'{header[:40]}' ({', '.join(named)})"
