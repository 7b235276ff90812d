"""What speaks against two people with the same name being one."""

from collections.abc import Collection

from analytics.identity.known import Contacts, kind_of

NAME_AND_POSTCODE, NAME_ALONE = 4, 6
WITHOUT_ID = 3


def is_one_a_side(people: Collection[int]) -> bool:
    """Whether the name belongs to at most one customer, one lead and one record without an id."""
    return len({min(kind_of(person), WITHOUT_ID) for person in people}) == len(people)


def doubt(key_kind: int, one: Contacts, two: Contacts) -> str | None:
    """Why two people who share this kind of key may not be one; None when nothing speaks against it."""
    if one.emails & two.emails or one.phones & two.phones:
        return None
    return _contact_doubt(key_kind, one, two) or _place_doubt(key_kind, one, two)


def _contact_doubt(key_kind: int, one: Contacts, two: Contacts) -> str | None:
    other_email, other_phone = _differ(one.emails, two.emails), _differ(one.phones, two.phones)
    # A postcode is narrow: it takes both another e-mail and another phone to doubt the same name there.
    if key_kind == NAME_AND_POSTCODE and not (other_email and other_phone):
        return None
    return "another e-mail" if other_email else "another phone" if other_phone else None


def _place_doubt(key_kind: int, one: Contacts, two: Contacts) -> str | None:
    if key_kind == NAME_AND_POSTCODE:
        return None
    if _differ(one.postcodes, two.postcodes):
        return "another postcode"
    return "another town" if _differ(one.cities, two.cities) else None


def _differ(one: frozenset[int], two: frozenset[int]) -> bool:
    return bool(one) and bool(two) and not one & two
