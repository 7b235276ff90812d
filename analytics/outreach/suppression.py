"""Who must not be written to, and each reason why (M3, M28)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from analytics.outreach.drafts import is_address
from analytics.outreach.people import Person
from analytics.questions.buyers.words import gave
from analytics.store import Store


@dataclass(frozen=True)
class Reason:
    """One reason against a letter.

    code : do_not_contact, unsubscribed, sent, held_out, cool_down, unhappy, unpaid or no_email.
    text : the reason as a sentence about this person.
    """

    code: str
    text: str


# Code to what a table calls it, worst first.
REASONS = {
    "do_not_contact": "Asked not to be contacted",
    "unsubscribed": "Unsubscribed from letters",
    "sent": "Written to in this campaign",
    "held_out": "Held out, to compare",
    "cool_down": "Contacted lately",
    "unhappy": "Unhappy",
    "unpaid": "Unpaid invoice",
    "no_email": "No e-mail",
}


@dataclass(frozen=True)
class Day:
    """When the letters go out, and for how many days somebody is left alone after a contact."""

    on_date: date
    cool_down_days: int


def cool_down_days(store: Store) -> int:
    """The cool-down that the owner set."""
    rows = store.rows("select value from cut_offs where name = $name", {"name": "outreach_cool_down_days"})
    return int(rows["value"].iloc[0])


def reasons(person: Person, day: Day) -> tuple[Reason, ...]:
    """Every reason against a letter to this person on that day; none when they may be written to."""
    checks: tuple[Callable[[Person, Day], str | None], ...] = (
        _refused,
        _unsubscribed,
        _sent,
        _held_out,
        _cooling,
        _unhappy,
        _unpaid,
        _without_email,
    )
    told = (check(person, day) for check in checks)
    return tuple(Reason(code, text) for code, text in zip(REASONS, told, strict=True) if text)


def _refused(person: Person, day: Day) -> str | None:
    return "They asked not to be contacted." if person.is_do_not_contact else None


def _unsubscribed(person: Person, day: Day) -> str | None:
    if not person.is_unsubscribed:
        return None
    return "They unsubscribed from letters" + (f": call {person.phone}." if person.phone else ".")


def _sent(person: Person, day: Day) -> str | None:
    return f"They were written to in this campaign on {_day(person.sent_date)}." if person.sent_date else None


def _held_out(person: Person, day: Day) -> str | None:
    return "By lot they get no letter in this campaign, to compare with." if person.is_held_out else None


def _cooling(person: Person, day: Day) -> str | None:
    last = person.last_contact_date
    if last is None or (day.on_date - last).days >= day.cool_down_days:
        return None
    ago = (day.on_date - last).days
    when = f"{ago:,} {'day' if ago == 1 else 'days'} before" if ago > 0 else "the same day" if not ago else "after it"
    return f"The last contact was on {_day(last)}, {when}; leave them {day.cool_down_days} days."


def _unhappy(person: Person, day: Day) -> str | None:
    if person.mood != "unhappy":
        return None
    return f"They {gave(person)} on {_day(person.score_date)}: call first."


def _unpaid(person: Person, day: Day) -> str | None:
    if not person.unpaid_count:
        return None
    orders = "an order" if person.unpaid_count == 1 else f"{person.unpaid_count:,} orders"
    amount = f"{float(person.unpaid_amount):,.2f}"
    return f"They have not paid for {orders} of {amount} since {_day(person.oldest_unpaid_date)}, longer than usual."


def _without_email(person: Person, day: Day) -> str | None:
    if is_address(person.email):
        return None
    found = "No e-mail is known" if not person.email else f"No letter can be addressed to '{person.email}'"
    return f"{found}: call {person.phone}." if person.phone else f"{found}, and no phone."


def _day(day: date) -> str:
    return day.isoformat()
