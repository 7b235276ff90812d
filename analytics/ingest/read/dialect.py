"""How the fields of a text file are told apart."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """How fields are told apart. quote '' = none used; escape equals quote when quotes are doubled."""

    delimiter: str
    quote: str = '"'
    escape: str = '"'


# Of a text whose cells are told apart by their place.
NO_DIALECT = Dialect("\x00", "", "")
