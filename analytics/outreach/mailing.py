"""The letters of a campaign: ready, waiting for a field, held out, or not to be written, each with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.outreach.campaigns import Campaign, draw
from analytics.outreach.drafts import Draft
from analytics.outreach.letters import Letter, Template, fill
from analytics.outreach.people import Person, values_for
from analytics.outreach.suppression import Day, Reason, reasons
from analytics.store import Store


@dataclass(frozen=True)
class Sorted:
    """The people of a segment, apart: who may be written to, who may not and why, whom this campaign has written to."""

    allowed: tuple[Person, ...]
    left_out: tuple[tuple[Person, tuple[Reason, ...]], ...]
    written_to: tuple[Person, ...] = ()

    @property
    def to_call(self) -> tuple[Person, ...]:
        """Those whom nothing but a missing e-mail keeps from a letter, and who have a phone."""
        return tuple(
            person
            for person, why in self.left_out
            if person.phone and {reason.code for reason in why} <= {"no_email", "unsubscribed"}
        )  # fmt: skip


@dataclass(frozen=True)
class Mailing:
    """The letters of a campaign; ready and blocked in the order of the people."""

    ready: tuple[tuple[Person, Letter], ...]
    blocked: tuple[tuple[Person, Letter], ...]
    held_out: tuple[Person, ...]

    @property
    def every(self) -> tuple[tuple[Person, Letter], ...]:
        return (*self.ready, *self.blocked)

    def drafts(self) -> list[Draft]:
        """The finished letters as a mail program takes them."""
        return [draft(person, letter) for person, letter in self.ready]


def draft(person: Person, letter: Letter) -> Draft:
    """A letter addressed to a person who has an e-mail."""
    return Draft(person.name, str(person.email), letter)


def sort_out(people: Iterable[Person], day: Day) -> Sorted:
    """Who may be written to on that day, and who may not."""
    judged = [(person, reasons(person, day)) for person in people]
    return Sorted(
        tuple(person for person, why in judged if not why),
        tuple((person, why) for person, why in judged if why and person.sent_date is None),
        tuple(person for person, _ in judged if person.sent_date is not None),
    )


def prepare(campaign: Campaign, template: Template, allowed: Sequence[Person]) -> Mailing:
    """The letter to each person who may be written to.

    Raises
    ------
    LetterError  the template cannot be used.
    """
    lots = draw(campaign, allowed)
    letters = [(person, fill(template, values_for(person, campaign.sender))) for person in lots.written]
    return Mailing(
        tuple(each for each in letters if not each[1].is_blocked),
        tuple(each for each in letters if each[1].is_blocked),
        lots.held_out,
    )


def templates(store: Store) -> dict[str, Template]:
    """The letters that there are, by name, in the owner's order."""
    rows = store.rows("select name, purpose, subject, body from letter_templates", {})
    found = (Template(*map(str, row)) for row in rows.itertuples(index=False))
    return {template.name: template for template in found}


def listed(people: Iterable[Person]) -> pd.DataFrame:
    """People as a table to look at and to take away."""
    rows = [
        (each.name, each.first_name, each.email, each.phone, each.city, each.revenue_amount, each.order_count,
         each.last_order_date, each.last_contact_date)
        for each in people
    ]  # fmt: skip
    names = ["name", "first_name", "email", "phone", "city", "revenue_amount", "order_count"]
    return _table(rows, [*names, "last_order_date", "last_contact_date"])


def listed_with_reasons(left_out: Iterable[tuple[Person, tuple[Reason, ...]]]) -> pd.DataFrame:
    """People who are left out, each with every reason as sentences."""
    rows = [
        (person.name, " ".join(reason.text for reason in why), person.email, person.phone) for person, why in left_out
    ]
    return _table(rows, ["name", "why", "email", "phone"])


def _table(rows: list[tuple], names: list[str]) -> pd.DataFrame:
    import pyarrow as pa

    kinds = {"revenue_amount": pa.decimal128(18, 2), "order_count": pa.int64()}
    kinds |= {name: pa.date32() for name in names if name.endswith("_date")}
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    arrays = {
        name: pd.array(list(values), dtype=pd.ArrowDtype(kinds.get(name, pa.string())))
        for name, values in zip(names, columns, strict=True)
    }
    return pd.DataFrame(arrays)
