"""The receipt of one sheet: what was read, what was used, what was set aside and why. Its JSON is a promise.

Codes of warnings
-----------------
ambiguous_number   numbers that can be read two ways, and how they were read
credit_marks       CR was read as negative, DR as positive
day_first_ignored  what was said about day and month contradicts the dates themselves, which were followed
given_back         what was given back was taken off the amounts
ignored_columns    columns of which nothing was made
key_made           an id was made because the file has none (or not on every row)
maybe_totals       lines called total or tax among the products were counted as sales
mixed_currencies   more than one currency in a money column, or in a column of currency codes; nothing was converted
maybe_repeated_total  every line of an order shows the same amount, and each was counted
months_across      months side by side of which nothing was made, and how to bring them in
named_by_number    leads of whom nothing is known but their number
nobody_named       sales whose customer is called walk-in, cash sale or the like
no_owner           deals that name no salesperson
nothing_to_read    a sheet of a few words (a cover sheet) was left out
odd_dates          dates far before or after the others
one_customer       all sales name one customer, perhaps the owner's own address
price_of_one       an amount was made of a price and a quantity
refunds            refunds of a sheet that people made were counted below zero
refunded_sales     sales marked as refunded were set aside, because no row of their own gives the money back
repeated_total     the amount of an order stands on each of its lines and was counted once
rounded            amounts with more than two decimals were rounded to the cent
same_header        several columns have one name, and one of them was used
scientific_ids     ids that a spreadsheet program shortened, such as 1.23E+11
sheet_errors       cells that hold an error of a spreadsheet program (#N/A, #DIV/0!) instead of their value
swapped_days       dates that a spreadsheet program probably read with day and month exchanged
unread_cells       cells that could not be read; their raw text is kept beside the row
wrong_weekday      days whose cell names another weekday than the day has
and the notes of the reader under their own codes (preamble, repaired, padded, wide, footer, hidden, encoding ...).
"""

from dataclasses import asdict, dataclass, field, replace

from analytics.errors import GleanerError


@dataclass(frozen=True)
class Warned:
    """A plain sentence about something that was decided or found, with a stable code."""

    code: str
    message: str


@dataclass(frozen=True)
class Receipt:
    """What became of one sheet. rows_in = rows_used + rows_set_aside, always.

    columns     : header -> canonical column.     formats : canonical column -> how it was read.
    error       : {what, fix, code} when nothing of the sheet was used.
    set_aside   : reason code -> rows.            ignored : headers that were not used.
    sums        : header -> {in, used, set_aside} as decimal text, for money columns.
    period      : {first, last} day of the sheet's own time column.
    parquet     : table -> file name in the output folder; rejects : file name or None.
    choices_needed : questions for the user ('day_first', 'sheet_type') before the sheet can be used.
    header_hash : what a choice for sheets with these headers is kept under.
    choice      : {sheet_type, mapping, day_first} that was remembered and followed; None when nothing was.
    columns_seen: {header, samples, column, why} of each column: some cells as they stand, what they are used for, why.
    changed_since: what changed against the last upload of this kind (workspace/against.py); None for the first.
    rows_changed : {new, changed, unchanged} rows against what stood before; None where other sheets of the same load
                   fill the table too.
    """

    file: str
    sheet: str | None = None
    sheet_type: str | None = None
    rows_in: int = 0
    rows_used: int = 0
    rows_set_aside: int = 0
    columns: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    warnings: tuple[Warned, ...] = ()
    error: dict[str, str] | None = None
    upload_id: str | None = None
    part: int = 1
    set_aside: dict[str, int] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    sums: dict[str, dict[str, str]] = field(default_factory=dict)
    period: dict[str, str] | None = None
    parquet: dict[str, str] = field(default_factory=dict)
    rejects: str | None = None
    choices_needed: tuple[str, ...] = ()
    header_hash: str | None = None
    choice: dict | None = None
    columns_seen: tuple[dict, ...] = ()
    changed_since: dict | None = None
    rows_changed: dict[str, int] | None = None

    def __post_init__(self):
        assert self.rows_in == self.rows_used + self.rows_set_aside, "used and set aside must add up to the rows read"

    def sentence(self) -> str:
        """One plain line: what the sheet was taken for and what became of its rows, or why not and what to do."""
        where = f"{self.file}, {self.sheet}" if self.sheet else self.file
        if self.error:
            return f"{where}: {self.error['what']} {self.error['fix']}"
        if self.sheet_type is None:
            return f"{where}: left out. {' '.join(warned.message for warned in self.warnings)}".rstrip()
        used = f"{self.rows_used:,} of {self.rows_in:,} rows used as {self.sheet_type.replace('_', ' ')}"
        reasons = ", ".join(f"{code.replace('_', ' ')} {count:,}" for code, count in self.set_aside.items())
        aside = f"{self.rows_set_aside:,} set aside ({reasons})" if self.rows_set_aside else "none set aside"
        return f"{where}: {used}, {aside}."

    def to_dict(self) -> dict:
        """The receipt as JSON has it: dictionaries, lists and texts only."""
        return asdict(self) | {
            "warnings": [asdict(warned) for warned in self.warnings],
            "ignored": list(self.ignored),
            "choices_needed": list(self.choices_needed),
            "columns_seen": list(self.columns_seen),
        }


def from_dict(told: dict) -> Receipt:
    """The receipt that `to_dict` wrote."""
    return Receipt(
        **told
        | {
            "warnings": tuple(Warned(**warned) for warned in told["warnings"]),
            "ignored": tuple(told["ignored"]),
            "choices_needed": tuple(told["choices_needed"]),
            "columns_seen": tuple(told.get("columns_seen", ())),
        }
    )


def refused(receipt: Receipt, error: GleanerError, choices: tuple[str, ...] = ()) -> Receipt:
    """The receipt of a sheet of which nothing was used."""
    told = {"what": error.what, "fix": error.fix, "code": error.code}
    return replace(receipt, error=told, choices_needed=choices)
