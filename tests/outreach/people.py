"""People for tests of outreach, with everything unknown that is not told."""

from analytics.outreach.people import Person

UNKNOWN = dict.fromkeys(
    (
        "first_name", "company", "phone", "city", "industry", "revenue_amount", "order_count", "first_order_date",
        "last_order_date", "first_product", "last_contact_date", "mood", "score", "scale_name", "score_date",
        "unpaid_count", "unpaid_amount", "oldest_unpaid_date", "sent_date",
    )
)  # fmt: skip


def person(number: int = 1, **known: object) -> Person:
    """A customer with an e-mail of whom nothing else is known but what is told."""
    told = {
        "person_key": number,
        "source_table": "customers",
        "source_ref": f"c{number}",
        "name": f"Customer {number}",
        "email": f"c{number}@x.example",
        "is_customer": True,
        "is_do_not_contact": False,
        "is_unsubscribed": False,
        "is_held_out": False,
    }
    return Person(**(UNKNOWN | told | known))
