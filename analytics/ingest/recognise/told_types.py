"""What the files of sheet_types/ say, as dataclasses: read by known.py and tools.py."""

from dataclasses import dataclass, field
from functools import cache, cached_property

from analytics.ingest.recognise.header_text import normalise, without_small_words


@dataclass(frozen=True)
class Column:
    """One canonical column and the headers accepted for it.

    kind   : id, name, text, email, phone, money, number, count, date, time or boolean: what its cells look like.
    weight : how much its presence says about the sheet type; 1 for a header that many sheets have.
    begins : how a longer header may begin; questions of a form are sentences of one's own.
    """

    name: str
    kind: str
    accepts: tuple[str, ...]
    weight: float = 1.0
    begins: tuple[str, ...] = ()
    is_closed: bool = False  # True: its own name is no header of it either (exports of tools)

    @property
    def ranks(self) -> dict[str, int]:
        """Normalised accepted header -> place in the list; the column's own name comes first."""
        return ranks_of(self.accepts if self.is_closed else (self.name, *self.accepts))


@dataclass(frozen=True)
class SetAside:
    """Rows left out: the cell under one of the headers is one of the values (any filled cell when values is empty).

    values : a word that ends in * stands for all that begin so; accents and case do not matter.
    beside : the rule holds only where the column has one of these too (payments beside invoices); where beside_headers
             are given, one of those columns instead.
    unless_headers : it does not hold for a file that has one of these headers.
    unless_given_back : it does not hold where the file counts what came back in another way: rows or a column.
    of_line : it does not hold where the amount of the whole order counts on its first line.
    of_payments : it holds only for a file of what a payment service took: what it kept and what it left have columns.
    below_zero : it holds only for rows whose amount is: the same word may mean that a customer pays.
    pays_off : it holds only where such rows stand mostly below zero and others above: a payment of what was charged.
    charged, not_charged : patterns; it does not hold for a cell that says the first ("Cancelled - fee charged") and not
                           the second ("no fee").
    counts : the rows count all the same, and the owner is told how many there are.
    known : what the column says of rows that count; others that say none of the values count, too, and are told.
    silent : a pattern of what says nothing of the charge; left out of a cell before that is asked.
    """

    headers: tuple[str, ...]
    values: tuple[str, ...]
    code: str
    reason: str
    beside: tuple[str, ...] = ()
    beside_headers: tuple[str, ...] = ()
    unless_headers: tuple[str, ...] = ()
    unless_given_back: bool = False
    of_line: bool = False
    of_payments: bool = False
    below_zero: bool = False
    pays_off: bool = False
    charged: str = ""
    not_charged: str = ""
    silent: str = ""
    counts: bool = False
    known: tuple[str, ...] = ()


@dataclass(frozen=True)
class GivenBack:
    """Headers of what came back of a money column, and names of that column under which it is off already.

    or_number : headers under which what came back may stand, or the number of the document that gave it back.
    """

    column: str
    headers: tuple[str, ...]
    or_number: tuple[str, ...]
    without_it: tuple[str, ...]


@dataclass(frozen=True)
class RowSet:
    """Rows of `table` made from columns: each header that fits gives one row where it is filled."""

    table: str
    capture: str
    values: dict
    pattern: str | None = None
    named: dict = field(default_factory=dict)
    once: dict = field(default_factory=dict)
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeantOtherwise:
    """Headers that mean something else where one of `beside` is in the file: `column`, or nothing where that is ''.

    unless_of_one : not where each of their cells comes again beside one and the same cell of such a header.
    """

    headers: tuple[str, ...]
    beside: tuple[str, ...]
    column: str = ""
    unless_of_one: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetType:
    """One canonical table as spreadsheets show it.

    required : columns that must be there; made : ids that can be made when they are not.
    one_of   : groups of columns of which at least one must be there.
    telling  : groups of which at least one must be there under a header that means something ("Customer no", not "ID").
    parts    : name of a part in `derived` -> headers accepted for it.
    alike    : headers that have no column and say what the sheet lists all the same.
    never    : headers that say so wherever they stand.
    whose    : headers of whom a row is for; a name beside one, and nothing to reach anybody by, is that of a thing.
    unlike   : headers that say that the sheet lists something else; won_words, lost_words: so does a status with both.
    given_back : what is taken off an amount.
    after_fees : nets and fees: beside one of the fees such a net amount is what a payment service left.
    days_of_offers : headers of a last day on which an offer holds; beside offers turned down they tell a pipeline.
    won_and_lost_tell : cells of won and of lost in one column tell as much as a header of `telling`.
    done_words    : what a status of sales that took place says; undone_words: of others. Such a status is no stage,
                    unless a header names what the type lists: own_names, or a word of prefixes.
    numbered      : what rows may be numbered by ("Lesson ID"), where no two rows have the same number.
    marks_of_sale : headers of is_refund that may also mark the sale itself whose money came back.
    """

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    required: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    telling: tuple[tuple[str, ...], ...] = ()
    prefixes: frozenset[str] = frozenset()
    file_words: frozenset[str] = frozenset()
    derived: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    row_sets: tuple[RowSet, ...] = ()
    alike: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    won_words: tuple[str, ...] = ()
    lost_words: tuple[str, ...] = ()
    done_words: tuple[str, ...] = ()
    undone_words: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    days_of_offers: tuple[str, ...] = ()
    given_back: GivenBack | None = None
    marks_of_sale: tuple[str, ...] = ()
    meant_otherwise: tuple[MeantOtherwise, ...] = ()
    numbered: frozenset[str] = frozenset()
    won_and_lost_tell: bool = False
    after_fees: dict = field(default_factory=dict)
    tool: "Tool | None" = None

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @cached_property
    def by_header(self) -> dict[str, list[tuple[Column, int]]]:
        """Normalised header -> the columns that accept it, each with its place in that column's list."""
        found: dict[str, list[tuple[Column, int]]] = {}
        for column in self.columns:
            for text, rank in column.ranks.items():
                found.setdefault(text, []).append((column, rank))
        return found

    @cached_property
    def by_terse_header(self) -> dict[str, list[tuple[Column, int]]]:
        """The accepted names that have small words, without them; none that is a name of its own so."""
        found: dict[str, list[tuple[Column, int]]] = {}
        for text, named in self.by_header.items():
            terse = without_small_words(text)
            if terse not in self.by_header:
                found.setdefault(terse, []).extend(named)
        return found

    @property
    def synonyms(self) -> dict[str, tuple[str, ...]]:
        return {column.name: column.accepts for column in self.columns}


@dataclass(frozen=True)
class Tool:
    """What is special about one export of one tool.

    signatures : the export is this one when every header of one of these sets is there.
    columns    : canonical column -> the only headers taken for it, and taken for nothing else; [] for none.
    ignores    : headers that look like something else than they are.
    footers    : how rows below the data begin.
    rows       : fill_within, once_per, group: see row_rules.Rows.
    """

    name: str
    sheet_type: str
    signatures: tuple[frozenset[str], ...]
    columns: dict = field(default_factory=dict)
    ignores: tuple[str, ...] = ()
    derived: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    row_sets: tuple[RowSet, ...] = ()
    rows: dict = field(default_factory=dict)
    footers: tuple[str, ...] = ()
    note: str | None = None


@cache
def ranks_of(headers: tuple[str, ...]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, header in enumerate(headers):
        ranks.setdefault(normalise(header), rank)
    return ranks
