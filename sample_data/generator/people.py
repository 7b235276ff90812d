"""Owns the made-up people and companies: every name, e-mail and phone is used once."""

import random
import re
import unicodedata
from dataclasses import dataclass, field

from sample_data.generator import words
from sample_data.generator.plan import INDUSTRIES


@dataclass(frozen=True)
class Contact:
    """A person with the company and place behind them; e-mail or phone may be missing, never both."""

    person: str
    first_name: str
    company: str | None
    email: str | None
    phone: str | None
    street: str
    city: str
    postcode: str
    state: str
    industry: str
    site_count: int

    @property
    def display_name(self) -> str:
        """The name an accounting tool shows: the company, or the person where there is none."""
        return self.company or self.person


@dataclass
class Directory:
    """What has been handed out already, so that no two people share a name, an e-mail or a phone."""

    rng: random.Random
    used: set[str] = field(default_factory=set)
    phones: int = 0


def new_contact(directory: Directory, industry: str) -> Contact:
    """Somebody not yet in the directory, of one industry."""
    first, last = _person(directory)
    company = None if industry == "Homeowner" else _company(directory, industry)
    email, phone = _reach(directory, f"{first}.{last}", company)
    city, postcode, state = directory.rng.choice(words.TOWNS)
    low, high = INDUSTRIES[industry].sites
    return Contact(
        person=f"{first} {last}",
        first_name=first,
        company=company,
        email=email,
        phone=phone,
        street=f"{directory.rng.randint(2, 480)} {directory.rng.choice(words.STREETS)}",
        city=city,
        postcode=postcode,
        state=state,
        industry=industry,
        site_count=directory.rng.randint(low, high),
    )


def plain(text: str) -> str:
    """Lower-case ASCII letters and digits of a text, for addresses."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "", ascii_text.lower())


def _person(directory: Directory) -> tuple[str, str]:
    while True:
        first, last = directory.rng.choice(words.FIRST_NAMES), directory.rng.choice(words.LAST_NAMES)
        if plain(first + last) not in directory.used:
            directory.used.add(plain(first + last))
            return first, last


def _company(directory: Directory, industry: str) -> str:
    kinds = words.COMPANY_KINDS[industry]
    while True:
        start = directory.rng.choice(words.FIRST_HALVES) + directory.rng.choice(words.SECOND_HALVES)
        name = f"{start} {directory.rng.choice(kinds)}"
        if plain(name) not in directory.used:
            directory.used.add(plain(name))
            return name


def _reach(directory: Directory, person: str, company: str | None) -> tuple[str | None, str | None]:
    """E-mail on a reserved domain and a phone from the numbers kept for fiction; 7 % have only one of them."""
    domain = f"{plain(company)}.example" if company else "mail.example"
    first, last = person.split(".", 1)
    email = f"{plain(first)}.{plain(last)}@{domain}"
    code, line = divmod(directory.phones, 100)
    directory.phones += 1
    phone = f"({words.AREA_CODES[code]}) 555-01{line:02d}"
    missing = directory.rng.random()
    return (None if missing < 0.04 else email), (None if missing > 0.86 else phone)
