"""The people of a segment: whom to write to, whom not and why, and what is known for the fields of a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.outreach.binding import chosen_by, sql
from analytics.outreach.rule import Rule
from analytics.store import Store

# More personal letters than this cannot be looked at one by one.
MOST_PEOPLE = 2_000


@dataclass(frozen=True)
class Person:
    """Somebody of a segment, as chosen_people.sql tells of them; None where nothing is known.

    source_table, source_ref : by which entries find them in every version.
    """

    person_key: int
    source_table: str
    source_ref: str
    name: str
    first_name: str | None
    company: str | None
    email: str | None
    phone: str | None
    city: str | None
    industry: str | None
    is_customer: bool
    revenue_amount: object
    order_count: int | None
    first_order_date: date | None
    last_order_date: date | None
    first_product: str | None
    is_do_not_contact: bool
    is_unsubscribed: bool
    last_contact_date: date | None
    mood: str | None
    score: object
    scale_name: str | None
    score_date: date | None
    unpaid_count: int | None
    unpaid_amount: object
    oldest_unpaid_date: date | None
    sent_date: date | None
    is_held_out: bool

    @property
    def reference(self) -> tuple[str, str]:
        return self.source_table, self.source_ref


@dataclass(frozen=True)
class Chosen:
    """The people of a segment.

    people : most revenue first, at most MOST_PEOPLE.
    count  : how many there are in all.
    """

    people: tuple[Person, ...]
    count: int


def choose(store: Store, rule: Rule, campaign: str = "") -> Chosen:
    """Everybody who fits the rule.

    campaign : name of the campaign for which it is asked who was written to already.

    Raises
    ------
    LetterError  the rule is made of a segment that is not there any more.
    """
    if rule.is_empty:
        return Chosen((), 0)
    rows = store.rows(sql("chosen_people"), chosen_by(store, rule, campaign))
    people = tuple(Person(**_plain(record)) for record in rows.drop(columns=["chosen_count"]).to_dict("records"))
    return Chosen(people, int(rows["chosen_count"].iloc[0]) if len(rows) else 0)


def values_for(person: Person, sender: Mapping[str, str]) -> dict[str, str | None]:
    """Every field of a letter with its value for this person.

    sender : my_name and my_phone, as typed for the campaign.
    """
    first, last = person.first_order_date, person.last_order_date
    return {
        "first_name": person.first_name,
        "name": person.name,
        "company": person.company,
        "city": person.city,
        "industry": person.industry,
        "first_product": person.first_product,
        "first_year": f"{first:%Y}" if first else None,
        "last_order": f"{last:%B %Y}" if last else None,
        "order_count": str(person.order_count) if person.order_count else None,
        "my_name": sender.get("my_name"),
        "my_phone": sender.get("my_phone"),
    }


def _plain(record: dict) -> dict:
    return {name: _value(value) for name, value in record.items()}


def _value(value: object) -> object:
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value
