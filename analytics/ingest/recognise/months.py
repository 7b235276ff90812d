"""Months side by side: a column for each month is no list of sales, and what to do with it."""

import re

from analytics.ingest.recognise.header_text import listed, normalise

# Months of five languages as `normalise` leaves them: spelled out, so that 'Market' and 'Decision' are none.
MONTH_WORDS = """
january jan february feb febr march mar april apr may june jun july jul august aug september sept sep october oct
november nov december dec januar jaenner jaen februar feber maerz maer mrz mai juni juli oktober okt dezember dez
janvier janv fevrier fevr fev mars avril avr juin juillet juil aout aou septembre octobre novembre decembre
enero ene febrero marzo abril abr mayo junio julio agosto ago septiembre setiembre octubre noviembre diciembre dic
januari februari maart maa mrt mei augustus
"""
# A month or a quarter, by name or by number, with or without its year.
MONTH = re.compile(
    rf"(?:{'|'.join(MONTH_WORDS.split())}) ?(?:\d{{4}}|\d{{2}})?|\d{{4}} (?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2]) \d{{4}}"
    r"|[qt][1-4] ?(?:\d{4}|\d{2})?|\d{4} ?[qt][1-4]"
)
FEWEST_MONTHS = 3
MONTHS_ACROSS = "MonthsAcross"


def months_across(headers: tuple[str, ...]) -> str | None:
    """What to do with a sheet that has a column for each month; None for any other."""
    months = [header for header in headers if MONTH.fullmatch(normalise(header))]
    if len(months) < FEWEST_MONTHS:
        return None
    return (
        f"{listed(tuple(months))} are months side by side. One row holds one sale here: give every amount a row of its "
        f"own, with its customer and its date. In Excel: Data, From table, mark the months, Unpivot columns."
    )
