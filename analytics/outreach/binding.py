"""The SQL beside these files, and a rule as it binds it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analytics.errors import LetterError
from analytics.outreach.rule import Rule
from analytics.sql_parts import with_parts
from analytics.store import Store

HERE = Path(__file__).parent
# Sums of powers of two up to here are whole numbers of 64 bits.
MOST_GROUPS = 60
# What a status of a lead or an action begins with when somebody wants no more letters.
GOODBYE = "^(unsubscri|opted out|opt-out|abgemeldet|d[eé]sinscri|uitgeschreven|(dado de )?baja)"


@cache
def sql(name: str) -> str:
    """Text of one of the files beside this one, with its parts."""
    return with_parts((HERE / f"{name}.sql").read_text(encoding="utf-8"), HERE / "parts")


def chosen_by(store: Store, rule: Rule, campaign: str) -> dict[str, object]:
    """The rule as chosen_people.sql binds it: its groups, each with a number of its own, and the sums of them that fit.

    Few sums ever occur, so a rule of any depth is judged once for each and not once for each person.

    Raises
    ------
    LetterError  it is made of a segment that is not there any more, or of too many groups.
    """
    numbers = {name: 2**place for place, name in enumerate(rule.groups())}
    if len(numbers) > MOST_GROUPS:
        raise LetterError(f"The segment is made of {len(numbers)} groups.", f"Make it of {MOST_GROUPS} at most.")
    groups = _lines(f"{name}\t{number}" for name, number in numbers.items())
    occurring = store.rows(sql("group_sums"), {"groups": groups})["group_sum"].astype("int64")
    sums = [
        total
        for total in occurring.tolist()
        if rule.holds(frozenset(name for name, number in numbers.items() if total & number))
    ]
    return {"groups": groups, "sums": _lines(sums), "campaign": campaign, "goodbye": GOODBYE}


def _lines(each: Iterable[object]) -> str:
    """Every one on a line of its own, with a line break before and after it, so that SQL finds it whole."""
    return "\n".join(["", *map(str, each), ""])
