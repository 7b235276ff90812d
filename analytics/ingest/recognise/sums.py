"""Words for a sum, as they stand in headers, in the rows below a table and under the groups of a report."""

WORDS = """
total totals totaal totale totales totaux totali subtotal subtotals subtotaal eindtotaal sum summe summen gesamt
gesamtsumme gesamtbetrag gesamtergebnis zwischensumme endsumme somme suma somma insgesamt
"""
SUMS = tuple(WORDS.split())
